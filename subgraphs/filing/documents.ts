import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { CertificateFile, FilingDocument } from '../../adapters/adapter.ts'
import type { Application, DocumentLink, DocumentRecord } from '../../store/store.ts'
import { isKeyGone } from '../host/seal.ts'
import { collected } from '../host/sealed-stream.ts'
import type { Host } from '../subgraph.ts'
import { SEALED } from './steps.ts'

/** What a document's name and hash are sealed for. */
export const NAME = 'document-name'
const SHA256 = 'document-sha256'

/** A document whose bytes are there. */
type Complete = DocumentRecord & { readonly sha256: string; readonly blob: string }
const isComplete = (record: DocumentRecord | null | undefined): record is Complete =>
  Boolean(record?.sha256 && record.blob)

/** Documents of an application with their bytes at hand; throws where one is not kept any more. */
export async function readDocuments(
  host: Pick<Host, 'store' | 'vaultOf'>,
  links: readonly DocumentLink[],
): Promise<FilingDocument[]> {
  const records = await host.store.documents.read(links.map((link) => link.id))
  return Promise.all(
    links.map((link, i) => {
      const record = records[i]
      if (!isComplete(record)) throw new Error(`document ${link.id} is not complete`)
      return opened(host, record, link.path)
    }),
  )
}

/** Those that are kept still: an erasure takes them one by one. */
export async function keptDocuments(
  host: Pick<Host, 'store' | 'vaultOf'>,
  links: readonly DocumentLink[],
): Promise<FilingDocument[]> {
  const records = await host.store.documents.read(links.map((link) => link.id))
  const kept = await Promise.all(
    links.map(async ({ path }, i) => {
      const record = records[i]
      if (!isComplete(record)) return []
      return opened(host, record, path).catch((error) => {
        if (isKeyGone(error)) return []
        throw error
      })
    }),
  )
  return kept.flat()
}

async function opened(host: Pick<Host, 'store' | 'vaultOf'>, record: Complete, path: string): Promise<FilingDocument> {
  const vault = await host.vaultOf(record.owner, record.name)
  return {
    id: record.id,
    path,
    name: vault.openText(record.name, NAME),
    mediaType: record.mediaType,
    size: record.size,
    sha256: await sha256Of(host, record),
    async read() {
      const sealed = await host.store.documents.open(record.blob)
      if (!sealed) throw new Error(`document ${record.id} has no bytes`)
      return collected((await host.vaultOf(record.owner, record.name)).openStream(sealed, record.id), record.size)
    },
  }
}

/** Hex. Records of the first versions have it as it is. */
export async function sha256Of(host: Pick<Host, 'vaultOf'>, record: DocumentRecord & { sha256: string }) {
  const { sha256, owner } = record
  return /^[0-9a-f]{64}$/.test(sha256) ? sha256 : (await host.vaultOf(owner, sha256)).openText(sha256, SHA256)
}
export const sealedSha256 = async (host: Pick<Host, 'vaultOf'>, owner: string, sha256: string) =>
  (await host.vaultOf(owner)).seal(sha256, SHA256)

/** Bytes as a stream of one piece. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Letters and digits that cannot be mistaken for one another. */
const CODE_ALPHABET = 'abcdefghjkmnpqrstvwxyz0123456789'
/** 130 random bits: five of each byte. */
const certificateCode = () => Array.from(randomBytes(26), (byte) => CODE_ALPHABET[byte & 31]).join('')

/** Keeps a certificate's file, sealed, under a code of its own; it counts once a step names it. */
export async function keptCertificate(
  { store, vaultOf }: Pick<Host, 'store' | 'vaultOf'>,
  citizen: string,
  file: CertificateFile,
): Promise<NonNullable<Application['certificate']>> {
  const code = certificateCode()
  const blob = randomUUID()
  const own = await vaultOf(citizen)
  await store.documents.write(blob, own.sealStream(once(file.bytes), blob))
  return {
    code,
    issuedOn: file.issuedOn,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    blob,
    name: own.seal(file.name, SEALED.file),
  }
}
