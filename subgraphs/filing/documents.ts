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
    if (!record?.sha256) throw new Error(`document ${link.id} is not complete`)
    return {
      id: record.id,
      path: link.path,
      name: host.vault.openText(record.name, NAME),
      mediaType: record.mediaType,
      size: record.size,
      sha256: record.sha256,
      async read() {
        const sealed = await host.store.documents.bytes(record.id)
        if (!sealed) throw new Error(`document ${record.id} has no bytes`)
        return host.vault.openBytes(sealed, record.id)
      },
    }
  })
}
