import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sqliteStore } from '../../store/sqlite/index.ts'
import { sqliteSnapshot } from '../../store/sqlite/transfer/snapshot.ts'
import { sqliteTarget } from '../../store/sqlite/transfer/target.ts'
import type { Store } from '../../store/store.ts'
import { type Item, KINDS, type Rows } from '../../store/transfer.ts'
import { run } from '../journeys/processes.ts'
import { fill, LARGE } from './full-store.ts'
import { goesOn, SECRET } from './lives.ts'

let folder: string
let store: Store
let file: string
let other: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dwar-backup-'))
  file = join(folder, 'backup')
  other = join(folder, 'other')
  store = sqliteStore(join(folder, 'store'))
  await fill(store)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

async function command(entry: 'store' | 'audit', args: string[], env: Record<string, string> = {}) {
  const running = run(entry, args, { DATA_DIR: join(folder, 'store'), HUB_SECRET_KEY: SECRET, ...env })
  const code = await new Promise<number | null>((resolve) => running.child.once('close', resolve))
  const says = running.output()
  // a refusal is a sentence
  expect(says).not.toMatch(/^ {4}at |Error:/m)
  return { code, says }
}
const backup = (...args: string[]) => command('store', ['backup', file, ...args])
const restore = (from = file, env: Record<string, string> = {}) =>
  command('store', ['restore', from], { DATA_DIR: other, ...env })

type All = { [K in keyof Rows]: Rows[K][] }
/** All rows by kind, as neutral rows. */
async function rowsIn(of: string): Promise<All> {
  const snapshot = sqliteSnapshot(of)
  const rows = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as All
  for await (const [kind, row] of snapshot.rows()) (rows[kind] as unknown[]).push(row)
  await snapshot.close()
  return rows
}
/** What the file itself holds, table by table; nothing of what belongs to processes. */
function tablesIn(of: string): Record<string, unknown[]> {
  const db = new DatabaseSync(join(of, 'hub.sqlite'), { readOnly: true })
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all()
  const tables = names.map(({ name }) => {
    const rows = db.prepare(`SELECT * FROM ${name}`).all() as Record<string, any>[]
    // the places of persons may be others, in the same order; fields of a document have none
    const plain = rows.map(({ met: _, document, ...row }) => ({
      ...row,
      ...(document && { document: JSON.parse(document) }),
    }))
    const sorted = plain.map((row) => [JSON.stringify(Object.values(row).slice(0, 3)), row] as const).sort()
    return [name as string, sorted.map(([, row]) => row)] as const
  })
  db.close()
  return Object.fromEntries(tables.filter(([name]) => !['sessions', 'leases'].includes(name)))
}

describe('a backup', () => {
  it('is made while the hub works, and restored it is the same store, row by row and byte by byte', async () => {
    const before = await rowsIn(join(folder, 'store'))
    for (const kind of KINDS) expect([kind, before[kind].length]).not.toEqual([kind, 0])
    const made = await backup()
    expect(made.says).toMatch(/^application +4$/m)
    expect(made.says).toMatch(new RegExp(`^blob +2 \\(${LARGE.length + 7} bytes\\)$`, 'm'))
    expect(made.code).toBe(0)
    await goesOn(store, 'B', 4)
    expect((await restore()).code).toBe(0)

    const after = await rowsIn(other)
    expect({ ...after, sequence: [], event: [], effect: [] }).toEqual({
      ...before,
      sequence: [],
      event: [],
      effect: [],
    })
    expect(after.event.slice(0, -1)).toEqual(before.event)
    const read = sqliteStore(other)
    expect(LARGE.equals(await bytesOf(read, 'large'))).toBe(true)
    expect(await bytesOf(read, 'paper')).toEqual(Buffer.from('a paper'))
    expect(await read.documents.open('nobody-names-it')).toBeNull()
    expect(await read.log.relay(10)).toBe(3)
    await read.close()
    const audit = await command('audit', ['verify'], { DATA_DIR: other })
    expect(audit).toMatchObject({ code: 0, says: expect.stringContaining('whole: 12 rows') })
  })

  it('leaves out no table and no column of the store', async () => {
    await store.close()
    const from = join(folder, 'store')
    const db = new DatabaseSync(join(from, 'hub.sqlite'))
    db.exec("DELETE FROM sessions; UPDATE effects SET state = 'owed', owner = NULL WHERE state = 'claimed'")
    db.close()
    expect(await command('store', ['copy', '--from', `sqlite:${from}`, '--to', `sqlite:${other}`])).toMatchObject({
      code: 0,
      says: expect.stringContaining('both are equal'),
    })
    const expected = tablesIn(from)
    for (const [table, rows] of Object.entries(expected)) expect([table, rows.length]).not.toEqual([table, 0])
    expect(tablesIn(other)).toEqual(expected)
    store = sqliteStore(from)
  })

  it('is written without a document that was lost, and fails for all that; not for the certificate of who was erased', async () => {
    for (const name of ['large', 'paper']) await rm(join(folder, 'store', 'blobs', name))
    const lost = (names: string) =>
      expect.stringContaining(`of the documents that the store still names are missing from it (${names})`)
    expect(await backup()).toMatchObject({ code: 1, says: lost('paper, large') })
    expect((await restore()).code).toBe(0)
    const [erased] = await store.applications.read(['D'])
    await store.applications.commit({ application: { ...erased!, input: '' }, events: [], effects: [] })
    expect(await backup('--force')).toMatchObject({ code: 1, says: lost('large') })
    await store.documents.forget(['doc_1'])
    expect(await backup('--force')).toMatchObject({
      code: 0,
      says: expect.stringContaining('not in it, of people who were erased: 1'),
    })
  })

  it('holds nothing of a citizen but what was sealed, and is for its owner alone', async () => {
    await backup()
    const { mode } = await import('node:fs/promises').then(({ stat }) => stat(file))
    expect(mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['backup', 'store'])
  })
})
const bytesOf = async (of: Store, blob: string) => {
  const pieces: Uint8Array[] = []
  for await (const piece of (await of.documents.open(blob))!) pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('a hub that goes on from a backup', () => {
  it('looks for what it owes before it asks for it, whatever was known of it', async () => {
    const asked = Date.now()
    await backup()
    await restore()
    const { effect } = await rowsIn(other)
    expect(effect.map(({ kind }) => kind).sort()).toEqual([
      'answer',
      'certificate',
      'submit',
      'submit',
      'submit',
      'withdraw',
    ])
    for (const { kind, uncertainSince, owner, state } of effect) {
      expect(owner).toBeNull()
      expect(state).not.toBe('claimed')
      if (kind === 'certificate') expect(uncertainSince).toBeNull()
      else expect(uncertainSince).toBeGreaterThanOrEqual(asked)
    }
  })

  it('gives no reference again, in no year', async () => {
    await backup()
    await restore()
    const read = sqliteStore(other)
    expect(await read.applications.reference('2026')).toBe('DWR-2026-100004')
    const year = String(new Date().getUTCFullYear())
    expect(Number((await read.applications.reference(year)).split('-')[2])).toBeGreaterThan(100_000)
    await read.close()
  })

  it('says so in its log, and begins a new file of heads', async () => {
    await backup()
    await mkdir(other)
    await writeFile(join(other, 'heads.jsonl'), 'heads of before')
    expect((await restore()).says).toMatch(/heads of the log that it had before are in .*heads-until-/)
    const [kept] = (await readdir(other)).filter((name) => name.startsWith('heads'))
    expect(await readFile(join(other, kept!), 'utf8')).toBe('heads of before')
    expect(kept).toMatch(/^heads-until-/)
    const read = sqliteStore(other)
    await read.log.relay(100)
    const last = (await read.log.after(0, 100)).at(-1)
    expect(last).toMatchObject({ name: 'restored', actor: expect.stringMatching(/^backup of 20/), reference: '' })
    await read.close()
  })
})

describe('is refused whole', () => {
  const nothingWasMade = () => expect(existsSync(other)).toBe(false)

  it('a backup that is cut', async () => {
    await backup()
    const bytes = await readFile(file)
    for (const length of [20, 66, bytes.length / 2, bytes.length - 1]) {
      await writeFile(file, bytes.subarray(0, Math.floor(length)))
      const { code, says } = await restore()
      expect(code).toBe(1)
      expect(says).toMatch(/is no backup of this hub|is cut short/)
      nothingWasMade()
    }
  })

  it('a backup in which a byte is another', async () => {
    await backup()
    const bytes = await readFile(file)
    for (const at of [20, 66, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const altered = Buffer.from(bytes)
      altered[at]! ^= 1
      await writeFile(file, altered)
      const { code, says } = await restore()
      expect(code).toBe(1)
      expect(says).toMatch(/is no backup of this hub|of form|another HUB_SECRET_KEY|was altered|is cut short/)
      nothingWasMade()
    }
  })

  it('a file that is empty, another thing, not there, or goes on behind its end', async () => {
    await backup()
    const bytes = await readFile(file)
    const says = async (content: Buffer | string) => {
      await writeFile(file, content)
      const refused = await restore()
      expect(refused.code).toBe(1)
      nothingWasMade()
      return refused.says.trim()
    }
    expect(await says('')).toBe(`${file} is empty: it is no backup`)
    expect(await says('SQLite format 3\0')).toMatch(/is no backup of this hub/)
    expect(await says(Buffer.concat([bytes, Buffer.from('\n')]))).toMatch(/something follows its end mark/)
    const form = Buffer.from(bytes.toString('latin1').replace('dwar backup 1', 'dwar backup 9'), 'latin1')
    expect(await says(form)).toMatch(/is a backup of form 9, and this program reads form 1/)
    expect((await restore(join(folder, 'none'))).says).toMatch(/there is no such file/)
  })

  it('a backup of another HUB_SECRET_KEY; as a former one it is taken', async () => {
    await backup()
    const fresh = `another ${SECRET}`
    const { code, says } = await restore(file, { HUB_SECRET_KEY: fresh })
    expect(code).toBe(1)
    expect(says).toMatch(/was made under another HUB_SECRET_KEY \(a former one goes into HUB_SECRET_KEY_OLD\)/)
    nothingWasMade()
    expect((await restore(file, { HUB_SECRET_KEY: fresh, HUB_SECRET_KEY_OLD: SECRET })).code).toBe(0)
  })

  it('a backup of a store that has another HUB_SECRET_KEY, or of none', async () => {
    const wrong = await command('store', ['backup', file], { HUB_SECRET_KEY: `another ${SECRET}` })
    expect(wrong).toMatchObject({ code: 1, says: expect.stringContaining('HUB_SECRET_KEY is not the key') })
    const none = await command('store', ['backup', file], { DATA_DIR: other })
    expect(none).toMatchObject({ code: 1, says: expect.stringContaining('there is no store in') })
    expect(existsSync(file)).toBe(false)
    nothingWasMade()
  })
})

describe('nothing is overwritten', () => {
  it('by a backup, unless it is forced', async () => {
    await writeFile(file, 'mine')
    expect(await backup()).toMatchObject({ code: 1, says: expect.stringContaining('is there already') })
    expect(await readFile(file, 'utf8')).toBe('mine')
    expect(await backup('--force')).toMatchObject({ code: 1, says: expect.stringContaining('is no backup') })
    expect(await readFile(file, 'utf8')).toBe('mine')
    await writeFile(file, '')
    expect((await backup('--force')).code).toBe(0)
    expect((await command('store', ['backup', '--force', file])).code).toBe(0)
    const nowhere = await command('store', ['backup', join(folder, 'no', 'where')])
    expect(nowhere).toMatchObject({ code: 1, says: expect.stringContaining('cannot be written (ENOENT)') })
  })

  it('by another backup that is made to the same file at the same time: each is whole, and the last one stands', async () => {
    const both = await Promise.all([backup('--force'), backup('--force')])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect((await readdir(folder)).toSorted()).toEqual(['backup', 'store'])
    expect((await restore()).code).toBe(0)
  })

  it('by a restore, where there is anything or a hub works', async () => {
    await backup()
    const working = await command('store', ['restore', file])
    expect(working).toMatchObject({
      code: 1,
      says: expect.stringContaining('a process of the hub works on the store (hub)'),
    })
    expect((await restore()).code).toBe(0)
    const before = tablesIn(other)
    expect(await restore()).toMatchObject({ code: 1, says: expect.stringContaining('the store is not empty') })
    expect(tablesIn(other)).toEqual(before)
  })

  it('by a copy, and one is made of no store that a hub works on', async () => {
    const [from, to] = [`sqlite:${join(folder, 'store')}`, `sqlite:${other}`]
    const copy = (...args: string[]) => command('store', ['copy', ...args])
    expect(await copy('--from', from, '--to', to)).toMatchObject({
      code: 1,
      says: expect.stringMatching(/works on .* would be lost/),
    })
    await store.sessions.end('one')
    expect((await copy('--from', from, '--to', to)).code).toBe(0)
    expect(await copy('--from', from, '--to', to)).toMatchObject({
      code: 1,
      says: expect.stringContaining('the store at --to is not empty'),
    })
    expect((await copy('--from', from, '--to', 'redis://x')).says).toMatch(/^--to names the kind redis; known: sqlite/)
    expect((await copy('--from', 'constructor:', '--to', to)).says).toMatch(
      /^--from names the kind constructor; known: /,
    )
    expect((await copy('--from', from)).says).toMatch(/^npm run store -- copy --from URL --to URL/)
    expect((await copy('--from', from, '--to', to, '--quickly')).says).toMatch(/^there is no option --quickly/)
  })
})

it('a restore that fails takes away what it made, and nothing else, and says so of a full disk', async () => {
  await mkdir(join(other, 'blobs'), { recursive: true })
  await writeFile(join(other, 'blobs', 'paper'), 'was there')
  const target = sqliteTarget(other)
  await expect(
    target.load(
      (async function* (): AsyncIterable<Item> {
        for (const name of ['paper', 'fresh']) yield ['blob', { name, bytes: Readable.from([Buffer.from('restored')]) }]
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
      })(),
    ),
  ).rejects.toThrow(/the disk under .* is full/)
  await target.close()
  expect(await readdir(other)).toEqual(['blobs'])
  expect(await readdir(join(other, 'blobs'))).toEqual(['paper'])
})

it('a STORE_URL of an unknown kind names the kinds that are known', async () => {
  for (const [entry, args] of [
    ['store', ['backup', file]],
    ['store', ['rotate']],
    ['audit', ['verify']],
  ] as const)
    expect((await command(entry, [...args], { STORE_URL: 'postgres://user:secret@here/hub' })).says.trim()).toMatch(
      /^STORE_URL names the kind postgres; known: sqlite(, mongodb)?/,
    )
  expect((await command('audit', ['verify'], { STORE_URL: 'sqlite' })).says).toMatch(
    /^STORE_URL names no kind, which ends in a colon; known: sqlite/,
  )
})
