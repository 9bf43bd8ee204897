/** Who is measured. Each checks the token of each request with the hub's own check, and keeps no answers. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { useGraphQlJit } from '@envelop/graphql-jit'
import type { ExecutionArgs } from 'graphql'
import { createYoga, type YogaServerOptions } from 'graphql-yoga'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { createGateway } from '../../gateway/index.ts'
import { type Auth, tokenCheck } from '../../gateway/token.ts'
import type { Clock } from '../../subgraphs/subgraph.ts'
import { contextOf, monolith, subgraphSchemas, subgraphs, supergraph } from './domain.ts'

export interface Peer {
  answer(request: Request): Promise<Response>
  /** Serves HTTP on a free port. */
  listen(): Promise<number>
}

export const PEERS = ['yoga', 'yoga with jit', 'this gateway', 'Apollo Gateway'] as const
export type PeerName = (typeof PEERS)[number]

const clock: Clock = { now: () => new Date(), today: () => new Date().toISOString().slice(0, 10) }

/** An identity provider of one key, and a portal's token of it. */
async function identity(): Promise<{ auth: Auth; authorization: string }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const keyFor = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'one' }] })
  const [issuer, audience] = ['https://login.example', 'dwar']
  const token = await new SignJWT({ client_id: 'portal', scope: 'applications:read' })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject('portal')
    .setExpirationTime('6h')
    .sign(privateKey)
  return { auth: { issuer, audience, jwksUrl: 'http://login.invalid/jwks', keyFor }, authorization: `Bearer ${token}` }
}

function served(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
}

function yogaPeer(auth: Auth, options: YogaServerOptions<any, any>): Peer {
  const check = tokenCheck({ auth, internal: null, clock })
  const yoga = createYoga({
    logging: false,
    graphiql: false,
    landingPage: false,
    // its limit pipes every body through a stream: without it the peers are faster
    maxRequestBodySize: false,
    context: async ({ request }: { request: Request }) =>
      contextOf((await check(request.headers.get('authorization'))).principal),
    ...options,
  })
  return { answer: async (request) => yoga.fetch(request), listen: () => served(yoga) }
}

async function thisGateway(auth: Auth): Promise<Peer> {
  const log = { info() {}, warn() {}, error() {} }
  const gateway = await createGateway({
    supergraph: supergraph(),
    subgraphs: { local: subgraphs() },
    auth,
    secretKey: 'a secret of the bench',
    publicUrl: 'http://localhost',
    clock,
    log,
    graphiql: false,
  })
  return { answer: gateway.handle, listen: async () => (await gateway.listen(0, '127.0.0.1')).port }
}

/** Its executor over subgraphs of this process, behind the same HTTP server as the monolith's. */
async function apolloGateway(auth: Auth): Promise<Peer> {
  const { ApolloGateway, LocalGraphQLDataSource } = await import('@apollo/gateway')
  const schemas = subgraphSchemas()
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph(),
    buildService: ({ name }) => new LocalGraphQLDataSource(schemas[name]!) as any,
  })
  const { schema, executor } = (await gateway.load()) as any
  const hashes = new WeakMap<object, string>()
  let documents = 0
  const execute = ({ document, contextValue, variableValues }: ExecutionArgs) => {
    // its plans are kept by this
    let queryHash = hashes.get(document)
    if (!queryHash) {
      queryHash = `document ${documents++}`
      hashes.set(document, queryHash)
    }
    return executor({
      document,
      operation: document.definitions[0],
      operationName: null,
      queryHash,
      context: contextValue,
      request: { variables: variableValues, query: queryHash },
      overallCachePolicy: { restrict() {} },
      logger: console,
      schema,
      cache: null,
      metrics: {},
      source: queryHash,
    })
  }
  return yogaPeer(auth, { schema, plugins: [{ onExecute: ({ setExecuteFn }: any) => setExecuteFn(execute) }] })
}

export async function makePeer(name: PeerName): Promise<Peer & { authorization: string }> {
  const { auth, authorization } = await identity()
  const make: Record<PeerName, () => Peer | Promise<Peer>> = {
    yoga: () => yogaPeer(auth, { schema: monolith() }),
    'yoga with jit': () => yogaPeer(auth, { schema: monolith(), plugins: [useGraphQlJit()] }),
    'this gateway': () => thisGateway(auth),
    'Apollo Gateway': () => apolloGateway(auth),
  }
  return { ...(await make[name]()), authorization }
}
