/** `PUT /uploads/<id>`: the bytes of a document that was announced, sealed and hashed on their way to the store. */
import { createHash, type Hash, randomUUID } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { DocumentRecord } from '../../store/store.ts'
import { sealedSha256, sha256Of } from '../filing/documents.ts'
import type { Host, Principal, Route } from '../subgraph.ts'

/** Bytes. */
export const DOCUMENT_MAXIMUM = 16 * 1024 * 1024
export const UPLOAD_TYPES: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png']
/** What a file is, stands in so many bytes at its beginning. */
const HEAD_BYTES = 4100

export const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message } }, { status, headers })

export const ownerOf = async (host: Host, principal: Principal | null): Promise<string | null> =>
  (await host.citizens.of(principal)) ?? (principal?.client ? `client ${principal.client}` : null)

/** Ends a body that is not taken, with the answer that it gets. */
class Refused extends Error {
  override readonly name = 'Refused'
  readonly response: Response
  constructor(response: Response) {
    super('an upload was refused')
    this.response = response
  }
}
/** The body itself failed: its sender went away, or it is too long. */
class Broken extends Error {
  override readonly name = 'Broken'
}
const kept = () => new Response(null, { status: 204 })
const conflict = () => refuse(409, 'CONFLICT', 'Other bytes are kept under this upload already.')

export function uploads(host: Host): Route {
  const { documents } = host.store

  /** Whether what is kept is what came. */
  async function again(record: DocumentRecord, sha256: string): Promise<Response> {
    return (await sha256Of(host, record as DocumentRecord & { sha256: string })) === sha256 ? kept() : conflict()
  }

  async function taken(record: DocumentRecord, body: Request['body']): Promise<Response> {
    const { id, owner } = record
    const hash = createHash('sha256')
    const bytes = announced(body, record, hash)
    if (record.sha256 !== null) {
      for await (const _ of bytes);
      return again(record, hash.digest('hex'))
    }
    if (record.expires < host.clock.now().getTime())
      return refuse(410, 'EXPIRED', 'This upload has expired: create another.')
    const blob = randomUUID()
    await documents.write(blob, (await host.vaultOf(owner)).sealStream(ofType(bytes, record.mediaType), id))
    const sha256 = hash.digest('hex')
    const complete = { blob, sha256: await sealedSha256(host, owner, sha256), mediaType: record.mediaType }
    if (await documents.complete(id, complete)) return kept()
    // another request put it meanwhile, or its owner was erased
    await documents.remove([blob])
    const [now] = await documents.read([id])
    return now?.sha256 ? again(now, sha256) : unknown()
  }

  return {
    method: 'PUT',
    path: '/uploads/:id',
    async handle(request, { id = '' }, principal) {
      const owner = await ownerOf(host, principal)
      if (!owner) return refuse(401, 'UNAUTHENTICATED', 'An access token is needed.', { 'www-authenticate': 'Bearer' })
      const [record] = await documents.read([id])
      if (!record || record.owner !== owner) return unknown()
      try {
        return await taken(record, request.body)
      } catch (error) {
        if (error instanceof Refused) return error.response
        if (error instanceof Broken) throw error.cause
        host.log.error('an upload could not be kept', error)
        return refuse(503, 'UNAVAILABLE', 'The upload cannot be kept now. Try again later.', { 'retry-after': '5' })
      }
    },
  }
}

const unknown = () => refuse(404, 'NOT_FOUND', 'No such upload: create one with createUpload.')

/** The bytes as they come, hashed: exactly as many as were announced, or Refused. */
async function* announced(body: Request['body'], { size }: DocumentRecord, hash: Hash): AsyncGenerator<Uint8Array> {
  const limit = Math.min(size, DOCUMENT_MAXIMUM)
  let came = 0
  for await (const chunk of piecesOf(body)) {
    came += chunk.length
    if (came > limit)
      throw new Refused(refuse(413, 'TOO_LARGE', `More bytes came than the ${size} that were announced.`))
    hash.update(chunk)
    yield chunk
  }
  if (!came) throw new Refused(refuse(400, 'EMPTY', 'No bytes came.'))
  if (came !== size) throw new Refused(refuse(400, 'SIZE', `${came} bytes came; ${size} were announced.`))
}

async function* piecesOf(body: Request['body']): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? []
  } catch (cause) {
    throw new Broken('the body failed', { cause })
  }
}

/** The same bytes, where their beginning is of this media type; else Refused. */
async function* ofType(bytes: AsyncIterable<Uint8Array>, mediaType: string): AsyncGenerator<Uint8Array> {
  let head: Uint8Array[] | null = []
  let length = 0
  for await (const chunk of bytes) {
    if (head === null) {
      yield chunk
      continue
    }
    head.push(chunk)
    length += chunk.length
    if (length < HEAD_BYTES) continue
    yield await proved(Buffer.concat(head), mediaType)
    head = null
  }
  if (head) yield await proved(Buffer.concat(head), mediaType)
}

async function proved(head: Buffer, mediaType: string): Promise<Buffer> {
  const found = await fileTypeFromBuffer(head)
  if (found && UPLOAD_TYPES.includes(found.mime) && found.mime === mediaType) return head
  throw new Refused(
    refuse(
      415,
      'MEDIA_TYPE',
      `The content is ${found?.mime ?? 'of no known type'}; ${mediaType} was announced. Accepted: ${UPLOAD_TYPES.join(', ')}.`,
    ),
  )
}
