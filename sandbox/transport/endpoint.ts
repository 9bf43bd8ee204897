/** The service at its address: SOAP 1.1 by node-soap's server, WS-Security, and the department's bad days. */
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { createServerless } from 'soap'
import { readBody } from '../http.ts'
import type { World } from '../office.ts'
import { credentials } from './credentials.ts'
import { Fault } from './message.ts'
import { CHANGES, type Desk, OPERATIONS } from './operations.ts'

const CONTRACT = new URL('../../adapters/transport/contract/licensing.wsdl', import.meta.url)
const LIMIT = 100 * 1024 * 1024
const SLOW_MS = 2000
const PAGE = '<html><head><title>Site under maintenance</title></head><body><h1>We will be back soon</h1></body>'
const XML = 'text/xml; charset=utf-8'

export interface EndpointOptions {
  readonly world: World
  readonly db: DatabaseSync
  /** Where callers reach it. */
  readonly address: string
  readonly username: string
  readonly password: string
}

/** Serves `GET ?wsdl` and POSTs. */
export async function openEndpoint({ world, db, address, username, password }: EndpointOptions) {
  const wsdl = readFileSync(CONTRACT, 'utf8').replace(/(<soap:address location=")[^"]*/, `$1${address}`)
  const authenticated = credentials(username, password)
  const methods = Object.fromEntries(
    Object.entries(OPERATIONS).map(([name, operation]) => [
      name,
      (request: unknown, _done: unknown, headers: any, { desk }: { desk: Desk }) => {
        if (!authenticated(headers?.Security))
          throw new Fault('wsse:FailedAuthentication', 'A401', 'The security token could not be authenticated')
        return operation(request ?? {}, desk)
      },
    ]),
  )
  const server = await createServerless({
    path: '/',
    services: { LicensingService: { LicensingPort: methods } } as any,
    xml: wsdl,
    suppressStack: true,
  })
  const soap = server as any
  soap.wsdl.options.preserveWhitespace = true

  /** `[status, body]` */
  async function answered(xml: string, operation: string, desk: Desk): Promise<readonly [number, string]> {
    // SOAP 1.1, section 3: a message must not contain a document type declaration
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return [400, '']
    const done = new Promise<readonly [number, string]>((resolve) => {
      const parts: string[] = []
      const response = {
        statusCode: 200,
        setHeader() {},
        write: (chunk: unknown) => parts.push(String(chunk)),
        end(chunk?: unknown) {
          if (chunk !== undefined) parts.push(String(chunk))
          resolve([this.statusCode, parts.join('')])
        },
      }
      soap._processRequestXml({ method: 'POST', headers: { soapaction: operation }, url: '/', desk }, response, xml)
    })
    return done
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET') {
      if (await misbehaved(world.rude(false), response)) return
      response.writeHead(200, { 'content-type': XML }).end(wsdl)
      return
    }
    if (request.method !== 'POST') {
      response.writeHead(405, { allow: 'GET, POST' }).end()
      return
    }
    const xml = (await readBody(request, LIMIT)).toString('utf8')
    const action = String(request.headers.soapaction ?? '').replace(/^"|"$/g, '')
    const operation = action.slice(action.lastIndexOf('/') + 1)
    if (!Object.hasOwn(OPERATIONS, operation)) {
      response
        .writeHead(500, { 'content-type': XML })
        .end(faultEnvelope('soap:Client', `there is no operation ${operation.slice(0, 40)}`))
      return
    }
    world.count(operation)
    const isNotice = operation === 'GetStatus'
    const rude = world.rude(CHANGES.has(operation) || isNotice)
    if (await misbehaved(rude, response)) return
    const statusRudeness = isNotice && (rude === 'duplicate' || rude === 'out-of-order') ? rude : null
    const [status, body] = await answered(xml, action, { db, now: () => world.now(), statusRudeness })
    if (rude === 'lost-answer' && !isNotice) {
      response.destroy()
      return
    }
    if (rude === 'half') {
      response.writeHead(status, { 'content-type': XML }).end(body.slice(0, body.length / 2))
      return
    }
    response.writeHead(status, { 'content-type': XML, 'content-length': Buffer.byteLength(body) }).end(body)
  }
}

/** True where that was all the answer. */
async function misbehaved(mode: ReturnType<World['rude']>, response: ServerResponse): Promise<boolean> {
  switch (mode) {
    case 'unavailable':
      response.writeHead(503, { 'content-type': 'text/html' }).end(PAGE)
      return true
    case 'hang':
      return true
    case 'fault':
      response.writeHead(500, { 'content-type': XML }).end(faultEnvelope('soap:Server', 'ORA-12541: TNS:no listener'))
      return true
    case 'garbage':
      response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
      return true
    case 'slow':
      await pause(SLOW_MS)
      return false
    default:
      return false
  }
}

const faultEnvelope = (code: string, text: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault>` +
  `<faultcode>${code}</faultcode><faultstring>${text.replace(/[<&]/g, '')}</faultstring></soap:Fault></soap:Body></soap:Envelope>`
