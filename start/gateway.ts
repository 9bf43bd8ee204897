/** `npm run gateway -- --supergraph FILE --port N [--env FILE]`: the gateway alone over any supergraph, its subgraphs over HTTP. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Auth, createGateway } from '../gateway/index.ts'
import { subgraphUrls } from '../gateway/supergraph.ts'
import { clockOf } from '../subgraphs/host/clock.ts'
import { logger } from '../subgraphs/host/log.ts'
import { commandLine, environmentWith, portOf } from './environment.ts'
import { closeOnSignal, refuseToStart } from './stopping.ts'

/** Null where AUTH_ISSUER is not set; the other two must be there with it. */
function authOf(env: Readonly<Record<string, string | undefined>>): Auth | null {
  const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_JWKS_URL: jwksUrl } = env
  if (!issuer) return null
  if (!audience) throw new Error('AUTH_AUDIENCE is not set, beside AUTH_ISSUER')
  if (!jwksUrl || !URL.canParse(jwksUrl)) throw new Error('AUTH_JWKS_URL is not a URL, beside AUTH_ISSUER')
  return { issuer, audience, jwksUrl }
}

/** `SUBGRAPHS="registrar=http://localhost:4303,…"` over the addresses in the supergraph. */
function given(list: string | undefined): Record<string, string> {
  const pairs = (list ?? '').split(',').filter(Boolean)
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name, url] = [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]
      if (!name || !URL.canParse(url)) throw new Error(`SUBGRAPHS: "${pair}" is not NAME=URL`)
      return [name, url]
    }),
  )
}

try {
  const { options } = commandLine(process.argv.slice(2))
  if (!options.supergraph) throw new Error('which supergraph? npm run gateway -- --supergraph FILE --port N')
  const env = environmentWith(options.env)
  const port = options.port ? portOf('--port', options.port, 4000) : portOf('PORT', env.PORT, 4000)
  const supergraph = readFileSync(resolve(options.supergraph), 'utf8')
  const remote = { ...subgraphUrls(supergraph), ...given(env.SUBGRAPHS) }
  const auth = authOf(env)
  const gateway = await createGateway({
    supergraph,
    subgraphs: { remote },
    auth,
    secretKey: env.HUB_SECRET_KEY || null,
    publicUrl: (env.PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, ''),
    clock: clockOf(),
    log: logger(env.LOG_LEVEL || 'info'),
    graphiql: true,
  })
  const { port: bound } = await gateway.listen(port)
  closeOnSignal(() => gateway.close())
  if (!auth) console.log('AUTH_ISSUER is not set: tokens are not checked, requests pass through as they are.')
  for (const [name, url] of Object.entries(remote)) console.log(`  ${name}  ${url}`)
  console.log(`The gateway listens at http://localhost:${bound}/graphql`)
} catch (error) {
  refuseToStart(error)
}
