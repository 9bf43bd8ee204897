import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { sqliteStore } from '../../store/sqlite/index.ts'
import type { Store } from '../../store/store.ts'
import { withoutNumbers } from '../../subgraphs/host/message-ids.ts'
import { newKey } from '../../subgraphs/host/seal.ts'
import { vaultWith } from '../../subgraphs/host/vault.ts'

const KEY = newKey()
/** As Meta makes them: the number stands in it, in base64. */
const wamid = (of: string) => `wamid.${Buffer.from(`\x1c\x18\x0c919810012345\x15\x02\x00${of}`).toString('base64')}`

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dwar-ids-'))
  store = withoutNumbers(
    sqliteStore(folder),
    vaultWith(KEY, () => KEY.bytes, KEY.bytes),
  )
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})
const kept = async () => {
  const all = await Promise.all(
    (await readdir(folder)).filter((n) => n.includes('sqlite')).map((n) => readFile(join(folder, n))),
  )
  return Buffer.concat(all).toString('latin1')
}
const message = (id: string) => ({ id, kind: 'message' as const, sealed: 's', at: 1 })

it('a message is known again by its id, which is not kept', async () => {
  const first = await store.channel.receive([message(wamid('a'))])
  const second = await store.channel.receive([message(wamid('a')), message(wamid('b'))])
  const waiting = await store.channel.pending('message', 0, 10)
  expect([...first, ...second].map(({ id }) => id)).toEqual(waiting.map(({ id }) => id))
  const [row] = waiting
  expect(await store.channel.waits(row!.id, 'asha')).toBe(true)
  await store.channel.commit({ done: [{ id: row!.id, citizen: 'asha' }] })
  expect(await store.channel.pending('message', 0, 10)).toHaveLength(1)
  expect(await kept()).not.toMatch(/wamid\.|OTE5ODEw/)
})

it('a receipt finds what was sent, by Meta’s name for it', async () => {
  await store.channel.receive([message(wamid('a'))])
  const [row] = await store.channel.pending('message', 0, 1)
  const id = `${row!.id}:0`
  await store.channel.commit({ owes: [{ id, citizen: 'asha', lane: 'reply', sealed: 's', at: 1 }] })
  await store.channel.began(id, 2, null)
  await store.channel.accepted(id, wamid('out'))
  const receipt = { id: null, wamid: wamid('out'), word: 'failed' as const, note: '131026' }
  expect(await store.channel.receipt(receipt)).toMatchObject({ id, receipt: 'failed', wamid: wamid('out') })
  expect(await store.channel.receipt({ ...receipt, wamid: wamid('another') })).toBeNull()
  expect(await kept()).not.toMatch(/wamid\.|OTE5ODEw/)
})
