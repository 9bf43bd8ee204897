import { createHash, randomUUID } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { say } from '../../vocabulary/words.ts'
import { once, whole } from '../filing/documents.ts'
import { SEALED } from '../filing/steps.ts'
import { visible } from '../filing/visibility.ts'
import type { Host, Principal, Route } from '../subgraph.ts'
import { languageOf } from './catalogue.ts'
import { verifyPage, verifyPageSecurity } from './verify-page.ts'

/** Bytes. */
export const DOCUMENT_MAXIMUM = 16 * 1024 * 1024
export const UPLOAD_TYPES = ['application/pdf', 'image/jpeg', 'image/png']

const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message } }, { status, headers })

export const ownerOf = async (host: Host, principal: Principal | null): Promise<string | null> =>
  (await host.citizens.of(principal)) ?? (principal?.client ? `client ${principal.client}` : null)

const needsToken = () => refuse(401, 'UNAUTHENTICATED', 'An access token is needed.', { 'www-authenticate': 'Bearer' })

/** The bytes of a request, read no further than `limit`; null beyond it. */
async function read(request: Request, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function uploads(host: Host): Route {
  return {
    method: 'PUT',
    path: '/uploads/:id',
    async handle(request, { id = '' }, principal) {
      const owner = await ownerOf(host, principal)
      if (!owner) return needsToken()
      const [record] = await host.store.documents.read([id])
      if (!record || record.owner !== owner)
        return refuse(404, 'NOT_FOUND', 'No such upload: create one with createUpload.')
      const bytes = await read(request, Math.min(record.size, DOCUMENT_MAXIMUM))
      if (!bytes) return refuse(413, 'TOO_LARGE', `More bytes came than the ${record.size} that were announced.`)
      if (!bytes.length) return refuse(400, 'EMPTY', 'No bytes came.')
      if (bytes.length !== record.size)
        return refuse(400, 'SIZE', `${bytes.length} bytes came; ${record.size} were announced.`)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (record.sha256 !== null)
        return record.sha256 === sha256
          ? new Response(null, { status: 204 })
          : refuse(409, 'CONFLICT', 'Other bytes are kept under this upload already.')
      if (record.expires < host.clock.now().getTime())
        return refuse(410, 'EXPIRED', 'This upload has expired: create another.')
      const found = await fileTypeFromBuffer(bytes)
      if (!found || !UPLOAD_TYPES.includes(found.mime) || found.mime !== record.mediaType)
        return refuse(
          415,
          'MEDIA_TYPE',
          `The content is ${found?.mime ?? 'of no known type'}; ${record.mediaType} was announced. Accepted: ${UPLOAD_TYPES.join(', ')}.`,
        )
      const blob = `doc-${randomUUID()}`
      await host.store.documents.write(blob, once(host.vault.sealBytes(bytes, id)))
      if (!(await host.store.documents.complete(id, { blob, sha256, mediaType: found.mime })))
        await host.store.documents.remove([blob])
      return new Response(null, { status: 204 })
    },
  }
}

function certificates(host: Host): Route {
  return {
    method: 'GET',
    path: '/certificates/:code',
    async handle(_request, { code = '' }, principal) {
      if (!principal) return needsToken()
      const application = await host.store.applications.byCertificate(code)
      const citizen = await host.citizens.of(principal)
      if (!application?.certificate || visible(application, principal, citizen) !== 'whole')
        return refuse(404, 'NOT_FOUND', 'No such certificate.')
      const { blob, name } = application.certificate
      const sealed = await host.store.documents.open(blob)
      if (!sealed) return refuse(404, 'NOT_FOUND', 'No such certificate.')
      const fileName = host.vault.openText(name, SEALED.file).replace(/[^\w.-]/g, '_')
      return new Response(host.vault.openBytes(await whole(sealed), blob) as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="${fileName}"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    },
  }
}

function verify(host: Host): Route {
  return {
    method: 'GET',
    path: '/verify/:code',
    async handle(request, { code = '' }) {
      const language = languageOf(
        new URL(request.url).searchParams.get('lang') ?? request.headers.get('accept-language')?.slice(0, 2),
      )
      const application = await host.store.applications.byCertificate(code)
      const certificate = application?.certificate
      const service = host.catalogue.services.find((s) => s.code === application?.service)
      const department = host.catalogue.departments.find((d) => d.code === application?.department)
      const page =
        certificate && service && department
          ? verifyPage({
              code,
              valid: true,
              service: say(service.title, language),
              department: say(department.name, language),
              issuedOn: certificate.issuedOn,
              sha256: certificate.sha256,
              language,
            })
          : verifyPage({ code, valid: false, language })
      return new Response(page, {
        status: certificate ? 200 : 404,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': verifyPageSecurity().csp,
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      })
    },
  }
}

export const routes = (host: Host): readonly Route[] => [uploads(host), certificates(host), verify(host)]
