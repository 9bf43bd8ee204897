/** `npm run token`: prints an access token of the sandbox's identity provider, and nothing else, on stdout. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs, parseEnv } from 'node:util'

const USAGE = `npm run token -- --citizen 919810012345 | --portal [--scope "applications:read"] | --operator [--scope …]
  with any: --expired (alone: a citizen's)
  A scope is of a portal or an operator: a citizen may do all that is their own, and nothing else.`

function issuer(): string {
  const { AUTH_ISSUER, DATA_DIR, SANDBOX_PORT } = process.env
  if (SANDBOX_PORT) return `http://localhost:${SANDBOX_PORT}/identity`
  try {
    const known = parseEnv(readFileSync(join(DATA_DIR || '.data', 'sandbox', 'hub.env'), 'utf8'))
    if (known.AUTH_ISSUER) return known.AUTH_ISSUER
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return AUTH_ISSUER || 'http://localhost:4100/identity'
}

async function read(response: Response): Promise<any> {
  const body: any = await response.json().catch(() => null)
  if (!response.ok) throw new Error(body?.error_description ?? body?.error ?? `the sandbox answers ${response.status}`)
  return body
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      citizen: { type: 'string' },
      portal: { type: 'boolean' },
      operator: { type: 'boolean' },
      scope: { type: 'string' },
      expired: { type: 'boolean' },
    },
  })
  const kinds = [values.citizen, values.portal, values.operator].filter((kind) => kind !== undefined)
  if (kinds.length > 1 || (kinds.length === 0 && !values.expired)) throw new Error(USAGE)
  if (values.scope !== undefined && !values.portal && !values.operator)
    throw new Error(`--scope ${values.scope}: a citizen's token has no scopes\n${USAGE}`)
  const base = issuer()
  const form = new URLSearchParams()
  if (values.portal || values.operator) {
    const id = values.portal ? 'portal' : 'operator'
    const clients = await read(await fetch(new URL('/control/identity/clients', base)))
    const client = clients.find((one: { client_id: string }) => one.client_id === id)
    form.set('grant_type', 'client_credentials')
    form.set('client_id', id)
    form.set('client_secret', client.client_secret)
    if (values.scope) form.set('scope', values.scope)
  } else {
    form.set('grant_type', 'urn:dwar:sandbox:citizen')
    form.set('mobile', values.citizen ?? '919810012345')
  }
  if (values.expired) form.set('expires_in', '-3600')
  const token = await read(await fetch(`${base}/token`, { method: 'POST', body: form }))
  process.stdout.write(`${token.access_token}\n`)
}

await main().catch((error: Error & { cause?: { code?: string } }) => {
  const refused = error.cause?.code === 'ECONNREFUSED'
  process.stderr.write(
    `${refused ? 'the sandbox does not answer: start it with npm start or npm run sandbox' : error.message}\n`,
  )
  process.exitCode = 1
})
