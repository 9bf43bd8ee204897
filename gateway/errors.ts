/**
 * What a client is told when something goes wrong: the only place that turns codes into `extensions.code`.
 * A GraphQLError with an expected code passes; anything else becomes one sentence with a correlation id, and is logged whole.
 */
import { randomUUID } from 'node:crypto'
import { type ExecutionResult, GraphQLError } from 'graphql'
import type { Log } from '../subgraphs/subgraph.ts'

/** Codes that are part of the contract. Resolvers throw GraphQLErrors with one of these; their messages are shown. */
export const EXPECTED_CODES: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED', // a token is needed
  'FORBIDDEN', // this token is not enough
  'BAD_USER_INPUT', // an argument cannot be understood
  'BAD_CURSOR', // `after` names nothing
  'LINK_LIMIT', // the hour's one-time codes are given
  'LOOKUP_LIMIT', // the day's look-ups in registers are spent
  'NOT_FOUND',
  'CONFLICT',
  'TOO_LARGE',
  'TOO_MANY_REQUESTS',
  'UNAVAILABLE', // a part of the hub does not answer now: again later
  'BAD_REQUEST',
  'LIMIT_EXCEEDED', // the operation is deeper or wider than allowed
  'OPERATION_RESOLUTION_FAILURE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
])

export const UNEXPECTED = 'Unexpected error.'
/** graphql-js has no code for a value that its type refuses. */
const MISFIT = /^(Argument|Variable) "/
/** Codes of the sentences that graphql-js makes. */
const QUOTING: ReadonlySet<unknown> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'])
const REFUSED = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN'])
const CHALLENGE = {
  /** A token came and is not good. */
  invalid: 'Bearer error="invalid_token"',
  /** None came. */
  none: 'Bearer',
  insufficient: 'Bearer error="insufficient_scope"',
}

export function coded(code: string, message: string, extensions: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } })
}

/** What a client may see of an error. */
export function maskError(error: unknown, log: Log): GraphQLError {
  const path = pathOf(error)
  const extensions = (error instanceof Error && (error as GraphQLError).extensions) || {}
  if (looksLikeGraphQLError(error) && EXPECTED_CODES.has(extensions.code as string)) {
    // what JSON.parse says quotes the body
    const { originalError: _, ...shown } = extensions as Record<string, any>
    // `spec` would answer 200 to a request that is none
    if (shown.code === 'BAD_REQUEST' && shown.http) shown.http = { ...shown.http, spec: false }
    const message = QUOTING.has(extensions.code) ? withoutValues(error.message) : error.message
    return new GraphQLError(message, { nodes: error.nodes, path, extensions: shown })
  }
  if (looksLikeGraphQLError(error) && extensions.code === undefined && MISFIT.test(error.message)) {
    return new GraphQLError(withoutValues(error.message), { path, extensions: { code: 'BAD_USER_INPUT' } })
  }
  // a subgraph in its own process has masked and logged it under this id
  const known = extensions.code === 'INTERNAL' && typeof extensions.correlationId === 'string'
  const correlationId = known ? (extensions.correlationId as string) : randomUUID()
  if (!known) log.error('unexpected error in an operation', causeOf(error), { correlationId, path: path?.join('.') })
  return new GraphQLError(UNEXPECTED, { path, extensions: { code: 'INTERNAL', correlationId } })
}

/** The same error without the values that graphql-js quotes in it. */
export function quotingNothing(error: GraphQLError): GraphQLError {
  const { nodes, source, positions, path, extensions } = error
  return new GraphQLError(withoutValues(error.message), { nodes, source, positions, path, extensions })
}
/** A sentence of graphql-js without the values that it quotes: they may be personal data, and a portal's log is no place for them. */
export function withoutValues(message: string): string {
  const variable = /^Variable "\$(\w+)" got invalid value ([\s\S]*)$/.exec(message)
  if (!variable) return reasonWithoutValues(message)
  const [, name = '', rest = ''] = variable
  const at = new RegExp(`^[\\s\\S]* at "(${name}[\\w.[\\]]*)"; ([\\s\\S]*)$`).exec(rest)
  const reason = at ? at[2]! : rest.slice(rest.lastIndexOf('; ') + 2)
  return `Variable "$${name}" is not valid${at ? ` at "${at[1]}"` : ''}: ${reasonWithoutValues(reason)}`
}
function reasonWithoutValues(reason: string): string {
  return reason
    .replace(/^([\w" ]+ cannot represent [\w -]*value): [\s\S]*$/, '$1.')
    .replace(/^Value "[\s\S]*" does not exist in ("\w+" enum)/, 'The value does not exist in $1')
    .replace(/^(Expected value of type "[^"]+"), found [\s\S]*$/, '$1.')
    .replace(/ (String|BlockString|Int|Float) "[\s\S]*"\.$/, ' $1.')
}

function looksLikeGraphQLError(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError || (error instanceof Error && error.name === 'GraphQLError')
}
function pathOf(error: unknown): GraphQLError['path'] {
  return looksLikeGraphQLError(error) ? error.path : undefined
}
function causeOf(error: unknown): unknown {
  return looksLikeGraphQLError(error) ? (error.originalError ?? error) : error
}

/** Status and headers for a result that came to nothing because of who asked; null for every other. */
export function refusal(result: ExecutionResult): { status: number; headers: Record<string, string> } | null {
  if (!result.errors?.length || !result.errors.every((error) => REFUSED.has(error.extensions?.code))) return null
  if (result.data && Object.values(result.data).some((value) => value !== null && value !== undefined)) return null
  const unauthenticated = result.errors.some((error) => error.extensions.code === 'UNAUTHENTICATED')
  return unauthenticated
    ? { status: 401, headers: { 'www-authenticate': CHALLENGE.none } }
    : { status: 403, headers: { 'www-authenticate': CHALLENGE.insufficient } }
}

/** An answer of the door itself, in the shape of a GraphQL error. */
export function errorResponse(status: number, code: string, message: string, headers: HeadersInit = {}): Response {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  return new Response(body, { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } })
}
/** What the door answers where it failed itself. */
export function unexpectedResponse(error: unknown, log: Log): Response {
  const correlationId = randomUUID()
  log.error('unexpected error in a request', error, { correlationId })
  const body = { errors: [{ message: UNEXPECTED, extensions: { code: 'INTERNAL', correlationId } }] }
  return Response.json(body, { status: 500 })
}
/** For a sender who is gone: what went wrong is not ours. */
export function brokenOff(route: string, log: Log): Response {
  log.info('a body was broken off by its sender', { route })
  return errorResponse(400, 'BAD_REQUEST', 'The body broke off.')
}
export function tooLarge(limit: number): Response {
  return errorResponse(413, 'TOO_LARGE', `The body is larger than ${limit} bytes.`)
}
/** `allow`: methods, as the header lists them. */
export function notAllowed(allow: string): Response {
  return errorResponse(405, 'BAD_REQUEST', `This path answers to ${allow}.`, { allow })
}
export function invalidToken(): Response {
  const message = 'The access token is not valid.'
  return errorResponse(401, 'UNAUTHENTICATED', message, { 'www-authenticate': CHALLENGE.invalid })
}
/** A subgraph's process to anyone who is not the hub; the scheme tells the gateway that it was its own token that failed. */
export const INTERNAL_SCHEME = 'Dwar-Internal'
export function notTheHub(): Response {
  const message = 'Only the hub is let in here.'
  return errorResponse(401, 'INTERNAL_TOKEN', message, { 'www-authenticate': INTERNAL_SCHEME })
}
export function uncheckableToken(): Response {
  const message = 'The access token cannot be checked now. Try again in a moment.'
  return errorResponse(503, 'UNAVAILABLE', message, { 'retry-after': '5' })
}
