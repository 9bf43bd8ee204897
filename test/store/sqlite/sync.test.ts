import * as fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as workers from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { MIGRATIONS } from '../../../store/sqlite/migrations.ts'
import type { Store } from '../../../store/store.ts'
import { application, begin, effect } from '../contract/samples.ts'

let isFailing = false
jest.unstable_mockModule('node:fs', () => ({
  ...fs,
  fdatasync: (descriptor: number, done: (error: Error | null) => void) =>
    isFailing ? setImmediate(done, new Error('EIO: i/o error, fdatasync')) : fs.fdatasync(descriptor, done),
}))
/** Before the work of a thread. */
let hindrance = ''
const threads: workers.Worker[] = []
jest.unstable_mockModule('node:worker_threads', () => ({
  ...workers,
  Worker: class extends workers.Worker {
    constructor(work: string, options: workers.WorkerOptions) {
      super(hindrance + work, options)
      threads.push(this)
    }
  },
}))
const { Database } = await import('../../../store/sqlite/file/database.ts')
const { sqliteKeys } = await import('../../../store/sqlite/keys.ts')
const { sqliteStore } = await import('../../../store/sqlite/index.ts')
const { until } = await import('../../journeys/world.ts')

describe('a disk that takes writes and does not say that they are kept', () => {
  let folder: string
  let store: Store
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dwar-sync-'))
    store = sqliteStore(folder)
    await begin(store, 'one')
  })
  afterEach(async () => {
    isFailing = false
    await store.close()
    await rm(folder, { recursive: true })
  })
  const filed = () =>
    store.applications.create({
      application: application('A', { request: 'r' }),
      events: [],
      effects: [effect('A', 0)],
    })

  it('has no filing answered, not even one that is asked for again, until it does', async () => {
    isFailing = true
    await expect(filed()).rejects.toThrow('EIO')
    await expect(store.applications.byRequest('r')).rejects.toThrow('EIO')
    await expect(store.applications.openByDigest(application('A').digest)).rejects.toThrow('EIO')
    isFailing = false
    expect(await store.applications.byRequest('r')).toMatchObject({ reference: 'A' })
    expect(await filed()).toBe('same-request')
  })

  it('has a code that was not spent by a refusal, or spent for whoever comes with it again', async () => {
    await store.codes.put('c', 'value', 100)
    isFailing = true
    await expect(store.codes.spend('c', 'asha', 50)).rejects.toThrow('EIO')
    isFailing = false
    expect(await store.codes.spend('c', 'asha', 50)).toEqual({ sealed: 'value', spender: 'asha' })
    expect(await store.codes.spend('c', 'ravi', 50)).toEqual({ sealed: 'value', spender: 'asha' })
  })

  it('has no bytes of a document whose row it may keep', async () => {
    const paper = { name: 'sealed', mediaType: 'image/png', size: 1, sha256: null, expires: 0 }
    await store.documents.announce({ ...paper, id: 'doc', owner: 'asha', blob: 'bytes' })
    await store.documents.write(
      'bytes',
      (async function* () {
        yield Buffer.from('x')
      })(),
    )
    isFailing = true
    await expect(store.documents.forget(['doc'])).rejects.toThrow('EIO')
    expect(await store.documents.open('bytes')).toBeNull()
  })

  it('has a claim that was refused told to its session, which gives it back', async () => {
    await filed()
    isFailing = true
    await expect(store.applications.claim('parks', 'one', 50, 5)).rejects.toThrow('EIO')
    isFailing = false
    const [lost] = await store.applications.claimed('parks', 'one')
    expect(lost).toMatchObject({ id: 'A:submit:1', owner: 'one' })
    expect(await store.applications.later('A:submit:1', 'one', { due: 0, uncertainSince: null, note: null })).toBe(true)
    expect(await store.applications.claim('parks', 'one', 50, 5)).toHaveLength(1)
  })
})

it('a disk that was full for a while has no key in any file soon after it was destroyed', async () => {
  hindrance = `
    const { prepare } = require('node:sqlite').DatabaseSync.prototype
    let left = 3
    require('node:sqlite').DatabaseSync.prototype.prepare = function (sql) {
      if (left-- > 0) throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
      return prepare.call(this, sql)
    };`
  const folder = await mkdtemp(join(tmpdir(), 'dwar-full-'))
  const file = join(folder, 'hub.sqlite')
  const db = new Database(file, MIGRATIONS, { cutMs: 20 })
  const keys = sqliteKeys(db)
  await keys.first({ id: 'k', citizen: 'asha', wrapped: 'wrapped-key-of-asha' })
  await keys.destroy('asha')
  await until('its bytes to be gone', async () =>
    ['', '-wal'].every((end) => !fs.readFileSync(file + end).includes('wrapped-key-of-asha')),
  )
  expect(threads).toHaveLength(1)
  await db.close()
  await rm(folder, { recursive: true })
})
