import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { sqliteStore } from '../../store/sqlite/index.ts'
import { secrets } from '../../subgraphs/host/secrets.ts'
import { openVaults } from '../../subgraphs/host/vault.ts'
import { run } from '../journeys/processes.ts'

const FORMER = 'the secret of a store as long as it must be'
const NEW = 'another secret of a store as long as it must be'
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dwar-rotation-'))
  const store = sqliteStore(folder)
  await openVaults(store, secrets(FORMER))
  await store.applications.record({
    id: 'record-1',
    reference: '',
    citizen: '',
    department: '',
    service: '',
    name: 'looked-up',
    status: 'SUBMITTED',
    at: '2026-01-05T10:00:00.000Z',
    actor: 'hub',
    reason: null,
  })
  await store.log.relay(100)
  await store.close()
})
afterEach(() => rm(folder, { recursive: true }))

async function command(entry: 'store' | 'audit', args: string[], env: Record<string, string>) {
  const running = run(entry, args, { DATA_DIR: folder, ...env })
  const code = await new Promise<number | null>((resolve) => running.child.once('close', resolve))
  return { code, says: running.output() }
}

it('a rotation says by which key the heads of before are proved, and they are', async () => {
  const heads = ['heads', '--out', join(folder, 'heads.jsonl')]
  expect((await command('audit', heads, { HUB_SECRET_KEY: FORMER })).code).toBe(0)
  const { code, says } = await command('store', ['rotate'], { HUB_SECRET_KEY: NEW, HUB_SECRET_KEY_OLD: FORMER })
  expect(code).toBe(0)
  const verify = /npm run audit -- (verify --key .+)$/m.exec(says)![1]!.split(' ')
  expect((await command('audit', heads, { HUB_SECRET_KEY: NEW })).code).toBe(0)
  expect(await command('audit', ['verify'], { HUB_SECRET_KEY: NEW })).toMatchObject({
    code: 1,
    says: expect.stringMatching(/which is not this hub's; name a former public key with --key/),
  })
  expect(await command('audit', verify, { HUB_SECRET_KEY: NEW })).toMatchObject({
    code: 0,
    says: expect.stringMatching(/2 signed heads lie in the chain/),
  })
})
