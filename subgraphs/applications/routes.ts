import { ReadableStream } from 'node:stream/web'
import { say } from '../../vocabulary/words.ts'
import { SEALED } from '../filing/steps.ts'
import { visible } from '../filing/visibility.ts'
import { shown } from '../host/vault.ts'
import type { Host, Route } from '../subgraph.ts'
import { languageOf } from './catalogue.ts'
import { filedServices } from './services.ts'
import { refuse, uploads } from './uploads.ts'
import { verifyPage, verifyPageSecurity } from './verify-page.ts'

const needsToken = () => refuse(401, 'UNAUTHENTICATED', 'An access token is needed.', { 'www-authenticate': 'Bearer' })

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
      const vault = await host.vaultOf(application.citizen, name)
      const fileName = shown(vault, name, SEALED.file)
      const sealed = fileName === null ? null : await host.store.documents.open(blob)
      if (fileName === null || !sealed)
        return refuse(410, 'ERASED', 'The file is not kept any more: the data of its citizen was erased.')
      return new Response(ReadableStream.from(vault.openStream(sealed, blob)) as BodyInit, {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    },
  }
}

function verify(host: Host): Route {
  const services = filedServices(host)
  return {
    method: 'GET',
    path: '/verify/:code',
    async handle(request, { code = '' }) {
      const language = languageOf(
        new URL(request.url).searchParams.get('lang') ?? request.headers.get('accept-language')?.slice(0, 2),
      )
      const application = await host.store.applications.byCertificate(code)
      const certificate = application?.certificate
      const page =
        application && certificate
          ? verifyPage({
              code,
              valid: true,
              service: say(services.service(application.service).title, language),
              department: say(services.department(application.department).name, language),
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
