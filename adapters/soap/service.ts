import { type Client, createClientAsync, WSSecurity } from 'soap'
import { AdapterError, type AdapterErrorCode, type Call } from '../adapter.ts'
import { rest } from '../retry-after.ts'
import { type Answer, answerOf } from './answer.ts'
import { faultOf, type SoapFault } from './fault.ts'
import { type Exchange, HttpError, type HttpFailure, httpClient } from './http.ts'
import { writable } from './markup.ts'

export interface SoapOptions {
  readonly department: string
  /** URL of the WSDL. Calls go to the path that it gives, always at this URL's own origin. */
  readonly wsdl: string
  /** WS-Security UsernameToken, sent as a digest. */
  readonly username: string
  readonly password: string
  /** The department's reason, for the citizen, where a fault is a refusal of what was asked; null for any other fault. */
  refusal?(fault: SoapFault): string | null
  /** How long the WSDL may take. @default 10000 ms */
  readonly wsdlTimeout?: number
}
export interface SoapCall extends Pick<Call, 'signal'> {
  /** It changes something at the department: where the outcome is open, it may have happened. @default false */
  readonly changes?: boolean
  /** The longest answer. @default 4000000 */
  readonly maximumBytes?: number
}
export interface SoapService {
  /** Calls an operation of the WSDL; `request` has its elements by name, in any order. Every failure is an AdapterError. */
  call(operation: string, request: object, call: SoapCall): Promise<Answer>
  close(): Promise<void>
}

const MEGABYTE = 1_000_000
const asWritten = (text: string) => text
/** Leaves stay texts: node-soap would read `12abc` as 12, and a bad date as an invalid one. */
const LEAVES = Object.fromEntries(
  ['int', 'integer', 'short', 'long', 'double', 'float', 'decimal', 'bool', 'boolean', 'dateTime', 'date'].map(
    (type) => [type, asWritten],
  ),
)

/** Opens nothing until the first call. */
export function soapService(options: SoapOptions): SoapService {
  const { department } = options
  let client: Promise<Client> | null = null
  const quiet = rest()

  async function connected(): Promise<Client> {
    const { origin } = new URL(options.wsdl)
    const exchange = (): Exchange => ({
      signal: AbortSignal.timeout(options.wsdlTimeout ?? 10_000),
      maximumBytes: 4 * MEGABYTE,
    })
    const made = await createClientAsync(options.wsdl, {
      httpClient: httpClient(origin, exchange),
      disableCache: true,
      preserveWhitespace: true,
      customDeserializer: LEAVES,
    })
    made.setSecurity(
      new WSSecurity(options.username, options.password, {
        passwordType: 'PasswordDigest',
        hasTimeStamp: false,
        mustUnderstand: true,
      }),
    )
    return made
  }

  async function ready(operation: string, signal: AbortSignal): Promise<Client> {
    // whatever a WSDL's place answers, nothing has been asked of the service yet
    const unread = (cause: unknown) =>
      new AdapterError(
        'DEPARTMENT_UNAVAILABLE',
        { department, operation, retryAfter: quiet.left },
        'its WSDL cannot be read',
        { cause },
      )
    if (quiet.left) throw unread('not asked before the time that it named')
    client ??= connected()
    const loading = client
    loading.catch((error) => {
      if (client !== loading) return
      client = null
      if (error instanceof HttpError) quiet.begin(error.retryAfter)
    })
    try {
      return await unlessAborted(loading, signal)
    } catch (error) {
      throw unread(error)
    }
  }

  return {
    async call(operation, request, { signal, changes = false, maximumBytes = 4 * MEGABYTE }) {
      const soap = await ready(operation, signal)
      const where = { department, operation }
      const method = (soap as any)[`${operation}Async`]
      if (typeof method !== 'function') {
        client = null
        throw new AdapterError('DEPARTMENT_PROTOCOL', where, 'its WSDL has no such operation')
      }
      try {
        const exchange: Exchange = { signal, maximumBytes }
        const [result, raw] = await method(writable(request), exchange)
        if (result === undefined)
          throw new AdapterError('DEPARTMENT_PROTOCOL', { ...where, raw }, 'the answer is to something else')
        return answerOf(result, (what) => {
          throw new AdapterError('DEPARTMENT_PROTOCOL', { ...where, raw }, what)
        })
      } catch (error) {
        const failure = failed(error, where, changes, options)
        // a service that is not what its WSDL said may have been changed: read the WSDL again
        if (failure.code === 'DEPARTMENT_PROTOCOL') client = null
        throw failure
      }
    },
    async close() {
      client = null
    },
  }
}

/** Codes for a call that changes nothing, and for one that does. */
const HTTP_FAILURES: Readonly<Record<HttpFailure, readonly [AdapterErrorCode, AdapterErrorCode]>> = {
  'not-sent': ['DEPARTMENT_UNAVAILABLE', 'DEPARTMENT_UNAVAILABLE'],
  broken: ['DEPARTMENT_UNAVAILABLE', 'DEPARTMENT_TIMEOUT'],
  deadline: ['DEPARTMENT_TIMEOUT', 'DEPARTMENT_TIMEOUT'],
  // the hub's credentials are no fault of the citizen's
  refused: ['DEPARTMENT_UNAVAILABLE', 'DEPARTMENT_UNAVAILABLE'],
  'not-taken': ['DEPARTMENT_UNAVAILABLE', 'DEPARTMENT_UNAVAILABLE'],
  misunderstood: ['DEPARTMENT_PROTOCOL', 'DEPARTMENT_PROTOCOL'],
  // a proxy's page or half an answer: the service may well have done what was asked
  'not-soap': ['DEPARTMENT_UNAVAILABLE', 'DEPARTMENT_TIMEOUT'],
  redirected: ['DEPARTMENT_PROTOCOL', 'DEPARTMENT_PROTOCOL'],
  'too-large': ['DEPARTMENT_PROTOCOL', 'DEPARTMENT_PROTOCOL'],
  'document-type': ['DEPARTMENT_PROTOCOL', 'DEPARTMENT_PROTOCOL'],
}

function failed(
  error: unknown,
  where: { department: string; operation: string },
  changes: boolean,
  options: SoapOptions,
): AdapterError {
  if (error instanceof AdapterError) return error
  const cause = { cause: error }
  if (error instanceof HttpError) {
    const [reading, changing] = HTTP_FAILURES[error.failure]
    const { retryAfter } = error
    return new AdapterError(
      changes ? changing : reading,
      retryAfter === undefined ? where : { ...where, retryAfter },
      error.message,
      cause,
    )
  }
  const fault = faultOf(error)
  if (fault) return faulted(fault, where, changes, options)
  const raw = typeof (error as any)?.body === 'string' ? { raw: (error as any).body } : {}
  if ((error as any)?.Fault?.faultstring === 'Invalid XML')
    return new AdapterError(
      changes ? 'DEPARTMENT_TIMEOUT' : 'DEPARTMENT_UNAVAILABLE',
      { ...where, ...raw },
      'the answer is cut off or no XML',
    )
  return new AdapterError('DEPARTMENT_PROTOCOL', { ...where, ...raw }, 'the answer is not what its WSDL says', cause)
}

function faulted(
  fault: SoapFault,
  where: { department: string; operation: string },
  changes: boolean,
  options: SoapOptions,
): AdapterError {
  const reason = options.refusal?.(fault) ?? null
  if (reason !== null) return new AdapterError('DEPARTMENT_REJECTED', { ...where, reason }, 'refused')
  if (fault.code === 'FailedAuthentication' || fault.code === 'InvalidSecurityToken')
    return new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'it does not accept our credentials')
  // a service may fail after its commit
  if (fault.code === 'Server')
    return new AdapterError(
      changes ? 'DEPARTMENT_TIMEOUT' : 'DEPARTMENT_UNAVAILABLE',
      where,
      'it failed (Server fault)',
    )
  return new AdapterError(
    'DEPARTMENT_PROTOCOL',
    { ...where, raw: fault.text },
    'it does not understand the request (fault)',
  )
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason)
    signal.addEventListener('abort', aborted, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted))
  })
}
