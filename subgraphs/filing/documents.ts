import type { FilingDocument } from '../../adapters/adapter.ts'
import type { DocumentLink } from '../../store/store.ts'
import type { Host } from '../subgraph.ts'

/** What a document's name is sealed for. */
export const NAME = 'document-name'

/** Documents of an application with their bytes at hand; throws where one is not kept any more. */
export async function readDocuments(
  host: Pick<Host, 'store' | 'vault'>,
  links: readonly DocumentLink[],
): Promise<FilingDocument[]> {
  const records = await host.store.documents.read(links.map((link) => link.id))
  return links.map((link, i) => {
    const record = records[i]
    if (!record?.sha256 || !record.blob) throw new Error(`document ${link.id} is not complete`)
    return {
      id: record.id,
      path: link.path,
      name: host.vault.openText(record.name, NAME),
      mediaType: record.mediaType,
      size: record.size,
      sha256: record.sha256,
      async read() {
        const sealed = await host.store.documents.open(record.blob!)
        if (!sealed) throw new Error(`document ${record.id} has no bytes`)
        return host.vault.openBytes(await whole(sealed), record.id)
      },
    }
  })
}

/** Bytes as a stream of one piece, and a stream as one piece. */
export async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
export async function whole(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}
