/**
 * Municipal: the civil registration API of the Municipal Corporation of Delhi, version 1.4.
 * REST, OAuth 2 client credentials, idempotency keys, signed notices, a feed of changes. Contract: contract/openapi.yaml.
 */
import {
  type Adapter,
  AdapterError,
  type AdapterModule,
  type Call,
  type Environment,
  type StatusChange,
} from '../adapter.ts'
import { inBatches, inOrder } from '../rest/batches.ts'
import { type RestAnswer, type RestRequest, restClient } from '../rest/client.ts'
import type { Reader } from '../rest/json.ts'
import { multipart } from '../rest/multipart.ts'
import { parseSecrets, signedBody } from '../rest/signature.ts'
import { clientCredentials } from '../rest/token.ts'
import { FAILURE } from './status.ts'
import * as wire from './wire.ts'

export type { Birth, BirthSearch } from './wire.ts'

export interface MunicipalOptions {
  /** Base of the API, such as `https://civil-registration.mcd.example`. */
  readonly apiUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Secret of the notices, or `id:secret,id:secret` while one is being replaced. */
  readonly callbackSecret: string
  /** ms. @default 60000 */
  readonly settles?: number
  /** ms since 1970, for the age of notices. @default Date.now */
  readonly now?: () => number
}
export interface MunicipalAdapter extends Adapter {
  /** Entries of the register that fit and may be shown, at most `limit`. */
  births(search: wire.BirthSearch, limit: number, call: Call): Promise<readonly wire.Birth[]>
  /** The entries that certificates were issued from, in the order of the references; null where none is. One call for every 100. */
  records(references: readonly string[], call: Call): Promise<readonly (wire.Birth | null)[]>
  /** Births whose informant gave this number, newest first. For the number's verified holder only. */
  birthsByMobile(mobile: string, call: Call): Promise<readonly wire.Birth[]>
}

const DEPARTMENT = 'municipal'
const NUMBERS_A_CALL = 100
const PAGES = 10
const CERTIFICATE_NAME = 'birth-certificate.pdf'
const HEADERS = { signature: 'x-municipal-signature', timestamp: 'x-municipal-timestamp', keyId: 'x-municipal-key-id' }

export const environment: Environment = {
  MUNICIPAL_API_URL: {
    description: "Base of the municipality's civil registration API.",
    kind: 'url',
    example: 'https://civil-registration.mcd.example',
  },
  MUNICIPAL_CLIENT_ID: {
    description: 'Client id that the municipality gave to the hub.',
    kind: 'text',
    example: 'dwar',
  },
  MUNICIPAL_CLIENT_SECRET: {
    description: "Secret of the municipality's client id.",
    kind: 'secret',
    example: 'secret',
  },
  MUNICIPAL_CALLBACK_SECRET: {
    description: "Secret of the municipality's notices; `id:secret,id:secret` while one is being replaced.",
    kind: 'secret',
    example: 'secret',
  },
  MUNICIPAL_SETTLES_MS: {
    description: 'How long after a request its application can still appear.',
    kind: 'integer',
    example: '10000',
    default: '60000',
  },
}

export const adapter: AdapterModule<MunicipalAdapter> = {
  department: DEPARTMENT,
  environment,
  create: (values) =>
    municipal({
      apiUrl: values.MUNICIPAL_API_URL!,
      clientId: values.MUNICIPAL_CLIENT_ID!,
      clientSecret: values.MUNICIPAL_CLIENT_SECRET!,
      callbackSecret: values.MUNICIPAL_CALLBACK_SECRET!,
      settles: Number(values.MUNICIPAL_SETTLES_MS),
    }),
}

export function municipal({
  apiUrl,
  clientId,
  clientSecret,
  callbackSecret,
  settles = 60_000,
  now = Date.now,
}: MunicipalOptions): MunicipalAdapter {
  const baseUrl = apiUrl.replace(/\/+$/, '')
  const token = clientCredentials({
    department: DEPARTMENT,
    tokenUrl: `${baseUrl}/oauth/token`,
    clientId,
    clientSecret,
  })
  const client = restClient({ department: DEPARTMENT, baseUrl, token })
  const secrets = parseSecrets(callbackSecret)

  /** Sends a request whose failures are errors; what it answers is read by `reader`. */
  async function ask<T>(request: RestRequest, call: Call, reader: Reader<T>): Promise<T> {
    const answer = await client.send(request, call.signal)
    const failure = failureOf(answer)
    if (failure) throw refusal(answer, failure)
    return answer.read(reader)
  }
  /** Sends what changes something, under the call's key; the caller looks at what failed. */
  const change = (operation: string, path: readonly string[], call: Call, form?: FormData): Promise<RestAnswer> =>
    client.send(
      {
        operation,
        method: 'POST',
        path: ['v1', 'applications', ...path],
        headers: { 'idempotency-key': call.key },
        ...(form ? { form } : {}),
      },
      call.signal,
    )

  return {
    department: DEPARTMENT,
    settles,

    async submit(filing, call) {
      const form = await multipart(
        { name: 'application', value: wire.newApplication(filing) },
        filing.documents,
        ({ path }) => wire.PARTS[path] ?? path,
      )
      const answer = await change('submit', [], call, form)
      const failure = failureOf(answer)
      if (failure?.code === 'DOCUMENT_UNREADABLE' && failure.question)
        return {
          action: { kind: 'DOCUMENT', text: failure.message, question: failure.question, due: null, place: null },
        }
      if (failure?.code === 'KEY_REUSED') {
        // what is sent beside the answers (a number linked since) may have changed between two tries; the case of the first one stands
        const [receipt, ...others] = await this.find(call.key, call)
        if (receipt && others.length === 0) return receipt
      }
      if (failure) throw refusal(answer, failure)
      const application = answer.read(wire.application)
      if (application.externalId !== filing.reference)
        throw answer.error('DEPARTMENT_PROTOCOL', 'answered for another application')
      return { reference: application.number }
    },

    async find(key, call) {
      const found = await ask(
        { operation: 'find', method: 'GET', path: ['v1', 'applications'], query: { external_id: key } },
        call,
        wire.applications,
      )
      return found.filter(({ externalId }) => externalId === key).map(({ number }) => ({ reference: number }))
    },

    async answer(reference, { value, documents }, call) {
      const said =
        value === null || value === undefined || value === ''
          ? {}
          : { answer: typeof value === 'string' ? value : JSON.stringify(value) }
      const form = await multipart({ name: 'supplement', value: said }, documents, () => 'document')
      const answer = await change('answer', [reference, 'supplements'], call, form)
      const failure = failureOf(answer)
      // the clerk went on without the answer: nothing waits for it any more
      if (failure?.code === 'NO_QUERY_OPEN') return
      if (failure) throw refusal(answer, failure)
      answer.read(wire.application)
    },

    async withdraw(reference, call) {
      const answer = await change('withdraw', [reference, 'withdrawal'], call)
      const failure = failureOf(answer)
      if (failure?.code === 'TOO_LATE') return 'too-late'
      if (failure) throw refusal(answer, failure)
      return answer.read(wire.application).change.status === 'withdrawn' ? 'withdrawn' : 'too-late'
    },

    async status(references, call) {
      const results = await inBatches(references, NUMBERS_A_CALL, (numbers) =>
        ask(
          { operation: 'status', method: 'POST', path: ['v1', 'applications', 'status'], json: { numbers } },
          call,
          inOrder(numbers, wire.statuses),
        ),
      )
      return results.map((result) => {
        const found = result instanceof wire.ShapeError ? result : result.found
        if (found instanceof wire.ShapeError) return odd('status', `answered against its contract: ${found.message}`)
        return found?.change ?? odd('status', 'does not know an application that it gave a number to')
      })
    },

    async *changes(after, call) {
      let least = Number(after ?? 0)
      for (let since = after === null ? undefined : least; ; ) {
        const page = await ask(
          { operation: 'changes', method: 'GET', path: ['v1', 'changes'], query: { since, limit: NUMBERS_A_CALL } },
          call,
          wire.changePage,
        )
        // no cursor of ours passes `settled`, unless a page lied or the office went back to a backup: all that is kept is read again
        if (least > page.settled) {
          least = 0
          since = undefined
          continue
        }
        // behind `settled` a change can still appear below one that is here: those are asked for again
        // one that its contract does not allow must not stop the feed: status() reports it, case by case
        for (const { id, application } of page.changes)
          if (!(application instanceof wire.ShapeError))
            yield {
              change: application.change,
              cursor: String(Math.max(least, Math.min(id, page.settled))),
            }
        const last = page.changes.at(-1)
        if (!page.more || !last) return
        if (last.id <= (since ?? -1)) throw odd('changes', 'has more changes, and gives none behind those that it gave')
        since = last.id
      }
    },

    async callback(request): Promise<readonly StatusChange[]> {
      const body = await signedBody(request, { secrets, headers: HEADERS, now })
      try {
        return [wire.notice(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)), '')]
      } catch (cause) {
        throw new AdapterError(
          'DEPARTMENT_PROTOCOL',
          { department: DEPARTMENT, operation: 'callback' },
          'sent a notice that its contract does not allow',
          { cause },
        )
      }
    },

    async certificate(reference, call) {
      const answer = await client.send(
        { operation: 'certificate', method: 'GET', path: ['v1', 'applications', reference, 'certificate'] },
        call.signal,
      )
      if (answer.headers.get('content-type')?.startsWith('application/pdf')) {
        if (answer.headers.get('x-application-number') !== reference)
          throw answer.error('DEPARTMENT_PROTOCOL', 'gave the certificate of another application')
        const issuedOn = answer.headers.get('x-issued-on') ?? ''
        return { name: CERTIFICATE_NAME, mediaType: 'application/pdf', bytes: answer.bytes, issuedOn }
      }
      const failure = failureOf(answer)
      if (failure) throw refusal(answer, failure)
      answer.read(wire.beingPrepared)
      return null
    },

    async ping(call) {
      await ask({ operation: 'ping', method: 'GET', path: ['v1', 'ping'], open: true }, call, () => null)
    },

    async births(search, limit, call) {
      const found: wire.Birth[] = []
      for (let page = 0, seen = 0; page < PAGES; page++) {
        const request: RestRequest = {
          operation: 'births',
          method: 'POST',
          path: ['v1', 'register', 'births', 'search'],
          json: wire.birthSearch(search, page),
        }
        const { births, count, total } = await ask(request, call, wire.birthPage)
        found.push(...births)
        seen += count
        if (found.length >= limit || count === 0 || seen >= total) break
      }
      return found.slice(0, limit)
    },

    async records(references, call) {
      const results = await inBatches(references, NUMBERS_A_CALL, (numbers) =>
        ask(
          { operation: 'records', method: 'POST', path: ['v1', 'applications', 'records'], json: { numbers } },
          call,
          inOrder(numbers, wire.records),
        ),
      )
      return results.map((result) => {
        if (result instanceof wire.ShapeError) throw odd('records', `answered against its contract: ${result.message}`)
        return result.birth
      })
    },

    async birthsByMobile(mobile, call) {
      return ask(
        { operation: 'birthsByMobile', method: 'POST', path: ['v1', 'births', 'by-mobile'], json: { mobile } },
        call,
        wire.birthList,
      )
    },

    async close() {},
  }
}

const odd = (operation: string, fault: string): AdapterError =>
  new AdapterError('DEPARTMENT_PROTOCOL', { department: DEPARTMENT, operation }, fault)

/** The body decides: some failures come with status 200. Null for an answer that is none. */
function failureOf(answer: RestAnswer): wire.Failure | null {
  const isJson = answer.headers.get('content-type')?.includes('json')
  const failure = isJson ? answer.read(wire.failureOf) : null
  if (!failure && answer.status >= 400)
    throw answer.error('DEPARTMENT_PROTOCOL', `answered ${answer.status} without a reason`)
  return failure
}

function refusal(answer: RestAnswer, { code, message }: wire.Failure): AdapterError {
  const meaning = FAILURE[code]
  return answer.error(
    meaning,
    `answered ${answer.status} ${code}`,
    meaning === 'DEPARTMENT_REJECTED' ? { reason: message } : {},
  )
}
