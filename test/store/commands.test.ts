import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sqliteStore } from '../../store/sqlite/index.ts'
import { run } from '../journeys/processes.ts'
import { fill } from './full-store.ts'
import { SECRET } from './lives.ts'

let folder: string
let data: string
let letter: string
let line: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dwar-commands-'))
  data = join(folder, 'data')
  letter = join(folder, 'letter')
  line = join(folder, 'line')
  await writeFile(letter, 'Dear Asha,\n')
  const store = sqliteStore(data)
  await fill(store)
  await store.close()
})
afterAll(() => rm(folder, { recursive: true }))

async function command(
  words: string,
  env: Record<string, string> = {},
): Promise<{ code: number | null; says: string }> {
  const [entry, ...args] = words
    .replaceAll('FOLDER', folder)
    .replaceAll('LETTER', letter)
    .replaceAll('LINE', line)
    .split(' ')
  const running = run(entry!, args, { DATA_DIR: data, HUB_SECRET_KEY: SECRET, ...env })
  const code = await new Promise<number | null>((resolve) => running.child.once('close', resolve))
  return { code, says: running.output() }
}

describe('a command line that is not what a command takes is refused, says what came, and nothing is done', () => {
  it.each([
    ['audit verifi', /no command verifi/],
    ['audit verify twice', /twice is a word too many/],
    ['audit verify --out LINE', /there is no option --out here/],
    ['audit verify --key garbage', /there is no --heads FILE/],
    ['audit verify --heads LINE --key garbage', /--key garbage is no public key/],
    ['audit verify --heads FOLDER', /cannot be read \(EISDIR\)/],
    ['audit heads', /heads needs --out FILE/],
    ['audit heads --out FOLDER', /cannot be read \(EISDIR\)/],
    ['audit heads --out FOLDER/none/heads', /none\/heads cannot be written \(ENOENT\)/],
    ['audit heads --out LETTER', /letter holds something other than heads, and was not touched/],
    ['audit key --env FOLDER', /--env .* cannot be read \(EISDIR\)/],
    ['store rotate now', /now is a word too many/],
    ['store rotate --force', /there is no option --force here/],
    ['store backup FOLDER --force', /is no file, and was not touched/],
    ['store backup /dev/null --force', /\/dev\/null is no file, and was not touched/],
    ['store backup FOLDER/data/hub.sqlite --force', /hub\.sqlite is no backup, and was not touched/],
    ['store backup LETTER --force', /letter is no backup, and was not touched/],
    ['store restore FOLDER', /is no file, and no backup/],
    ['templates --chekc', /there is no option --chekc here/],
    ['flows export FOLDER/forms more', /more is a word too many/],
    ['flows exprot FOLDER/forms', /no command exprot|a word too many/],
    ['token --citizen 919810012345 --scope operations', /--scope operations: a citizen's token has no scopes/],
    ['token --expired --scope operations', /--scope operations: a citizen's token has no scopes/],
    ['flows export /proc/dwar/forms', /export DIR: \/proc\/dwar cannot be made \(ENOENT\)/],
    ['flows export LETTER', /export DIR: .*letter is no folder/],
    ['subgraph applications --port high', /--port high is not a port/],
    ['subgraph applications --port 65536', /--port 65536 is not a port: 0 to 65535 was expected/],
  ])('%s', async (words, refused) => {
    const before = await readFile(join(data, 'hub.sqlite'))
    const { code, says } = await command(words)
    expect(says).toMatch(refused)
    expect(says).not.toMatch(/^ {4}at |Error:/m)
    expect(code).toBe(1)
    expect(await readFile(join(data, 'hub.sqlite'))).toEqual(before)
    expect(await readFile(letter, 'utf8')).toBe('Dear Asha,\n')
    expect((await readdir(folder)).toSorted()).toEqual(['data', 'letter'])
  })
})

it.each([
  ['PORT', '99999', /^PORT is 99999: a whole number from 0 to 65535 was expected \(such as 4000\)$/m],
  ['DEPARTMENT_TIMEOUT_MS', '0', /^DEPARTMENT_TIMEOUT_MS is 0: a whole number from 1 to 2147483647 was expected/m],
  ['DEPARTMENT_POLL_MS', '0', /^DEPARTMENT_POLL_MS is 0: a whole number from 1 to/m],
  ['DEPARTMENT_RETRY_MAXIMUM_MS', '3000000000', /^DEPARTMENT_RETRY_MAXIMUM_MS is 3000000000: .* to 2147483647 /m],
  ['DEPARTMENT_DELAY_MS', '-1', /^DEPARTMENT_DELAY_MS is -1: a whole number from 0 to/m],
  ['TRANSPORT_SETTLES_MS', '1.5', /^TRANSPORT_SETTLES_MS is 1\.5: a whole number/m],
  ['WHATSAPP_MESSAGES_A_SECOND', '0', /^WHATSAPP_MESSAGES_A_SECOND is 0: a whole number from 1 to/m],
  ['WHATSAPP_PICTURES_MS', 'EAAGm0PX4ZC', /^WHATSAPP_PICTURES_MS is no number: a whole number/m],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL is none of trace, /m],
  ['PUBLIC_URL', 'the internet', /^PUBLIC_URL is not a URL/m],
  ['REDIS_URL', 'bogus', /^REDIS_URL is not a URL/m],
])('a hub whose %s is “%s” does not start, and says so before it opens its store', async (name, value, refused) => {
  const hub = {
    ...{ WHATSAPP_API_URL: 'http://localhost:9', WHATSAPP_PHONE_NUMBER_ID: '1', WHATSAPP_ACCESS_TOKEN: 'a' },
    ...{ WHATSAPP_APP_SECRET: 'a', WHATSAPP_VERIFY_TOKEN: 'a', DEPARTMENTS: 'transport' },
    ...{ AUTH_ISSUER: 'http://localhost:9', AUTH_AUDIENCE: 'dwar', AUTH_JWKS_URL: 'http://localhost:9/jwks' },
    ...{ TRANSPORT_WSDL_URL: 'http://localhost:9/?wsdl', TRANSPORT_USERNAME: 'a', TRANSPORT_PASSWORD: 'a', PORT: '0' },
  }
  const place = join(folder, 'nowhere')
  const { code, says } = await command('hub', { ...hub, DATA_DIR: place, [name]: value })
  expect([code, says]).toEqual([1, expect.stringMatching(refused)])
  expect(existsSync(place)).toBe(false)
})

it.each([
  ['start', 'SANDBOX_PORT'],
  ['start', 'PORT'],
  ['sandbox', 'SANDBOX_POSTGRES_PORT'],
])('npm run %s with %s=99999 opens nothing, and says what was expected', async (name, variable) => {
  const place = join(folder, 'nowhere')
  const { code, says } = await command(name, { DATA_DIR: place, [variable]: '99999' })
  expect([code, says.trim()]).toEqual([
    1,
    expect.stringMatching(new RegExp(`^${variable} 99999 is not a port: 0 to 65535 was expected`)),
  ])
  expect(existsSync(place)).toBe(false)
})

it.each(['start', 'sandbox'])('npm run %s in a folder that cannot be made says so at once', async (name) => {
  const { code, says } = await command(name, { DATA_DIR: '/proc/dwar' })
  expect([code, says.trim()]).toEqual([1, 'DATA_DIR: /proc/dwar cannot be made (ENOENT)'])
})

it.each([
  [
    'where no folder can be made',
    'sqlite:/proc/dwar',
    /\/proc\/dwar cannot be made \(ENOENT\): DATA_DIR, or STORE_URL/,
  ],
  ['where a file stands', 'sqlite:LETTER', /letter is no folder, and the store needs one/],
  [
    'where no database answers',
    'mongodb://asha:secret@127.0.0.1:1/dwar',
    /^STORE_URL: connect ECONNREFUSED 127\.0\.0\.1:1$/m,
  ],
])('a store %s is refused at once, in a sentence that says which', async (_, url, refused) => {
  const target = join(folder, 'backup')
  await command('store backup FOLDER/backup')
  expect(existsSync(target)).toBe(true)
  const { code, says } = await command('store restore FOLDER/backup', { STORE_URL: url.replace('LETTER', letter) })
  expect([code, says]).toEqual([1, expect.stringMatching(refused)])
  expect(says).not.toContain('secret')
  await rm(target)
})
