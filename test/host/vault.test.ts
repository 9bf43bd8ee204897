/** What is sealed under whose key: people's own, the hub's, and those of a store from before there were any. */
import { createCipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { openStore } from '../../start/open-store.ts'
import { mongoStore } from '../../store/mongo/index.ts'
import { sqliteStore } from '../../store/sqlite/index.ts'
import type { Store } from '../../store/store.ts'
import { keyIdOf } from '../../subgraphs/host/seal.ts'
import { secrets } from '../../subgraphs/host/secrets.ts'
import { openVaults, rotate } from '../../subgraphs/host/vault.ts'
import { dump } from '../store/mongo-dump.ts'
import { onMongo } from '../store/on-mongo.ts'

const OLD = 'a first secret of more than thirty-two characters'
const NEW = 'another secret of more than thirty-two characters'

interface Opened extends AsyncDisposable {
  readonly store: Store
}
async function onSqlite(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'dwar-vault-'))
  const store = sqliteStore(folder)
  return {
    store,
    async [Symbol.asyncDispose]() {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** How the first version sealed, straight under the secret; written down here, not imported. */
function firstVersion(secret: string) {
  const key = Buffer.from(hkdfSync('sha256', secret, 'dwar', 'seal', 32))
  const blind = Buffer.from(hkdfSync('sha256', secret, 'dwar', 'blind', 32))
  return {
    seal(plain: string, purpose: string) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      const id = createHash('sha256').update(key).digest().subarray(0, 4)
      return Buffer.concat([Buffer.from([1]), id, iv, cipher.getAuthTag(), body])
    },
    blind: (value: string, purpose: string) => createHmac('sha256', blind).update(`${purpose}\n${value}`).digest('hex'),
  }
}

/** `many`: people in a rotation. */
function vaultsOn(kind: string, many: number, storeOfItsOwn: () => Promise<Opened>): void {
  describe(`on ${kind}`, () => {
    it('each person has a key of their own, whose id stands in what is sealed', async () => {
      await using of = await storeOfItsOwn()
      const vaults = await openVaults(of.store, secrets(OLD))
      const asha = await vaults.vaultOf('asha')
      const vikram = await vaults.vaultOf('vikram')
      const sealed = asha.seal('Asha Devi', 'name')
      expect(asha.openText(sealed, 'name')).toBe('Asha Devi')
      expect([keyIdOf(sealed)]).toEqual((await of.store.keys.of('asha')).map(({ id }) => id))
      expect(() => vikram.openText(sealed, 'name')).toThrow(/not here/)
      expect(() => vaults.vault.openText(sealed, 'name')).toThrow(/not here/)
      expect(() => asha.openText(sealed, 'town')).toThrow(/another purpose/)
      expect(asha.openText(vaults.vault.seal('nobody’s yet', 'inbox'), 'inbox')).toBe('nobody’s yet')
    })

    it('two processes that meet a person at once use the same key', async () => {
      await using of = await storeOfItsOwn()
      const [one, other] = await Promise.all([openVaults(of.store, secrets(OLD)), openVaults(of.store, secrets(OLD))])
      const [here, there] = await Promise.all([one.vaultOf('asha'), other.vaultOf('asha')])
      expect(there.openText(here.seal('x', 'p'), 'p')).toBe('x')
      expect(other.vault.openText(one.vault.seal('x', 'p'), 'p')).toBe('x')
      expect(one.vault.blind('+919810012345', 'mobile')).toBe(other.vault.blind('+919810012345', 'mobile'))
    })

    it('a destroyed key opens nothing any more, makes no other, and does not live on in another process', async () => {
      await using of = await storeOfItsOwn()
      const [one, other] = [await openVaults(of.store, secrets(OLD)), await openVaults(of.store, secrets(OLD))]
      const sealed = (await one.vaultOf('asha')).seal('Asha', 'name')
      expect((await other.vaultOf('asha')).openText(sealed, 'name')).toBe('Asha')
      await one.destroy('asha')
      const gone = await one.vaultOf('asha')
      expect(() => gone.openText(sealed, 'name')).toThrow(/not here/)
      expect(() => gone.seal('Asha', 'name')).toThrow(/erased/)
      expect(await of.store.keys.of('asha')).toEqual([])
      const end = Date.now() + 5000
      let opens = true
      while (opens && Date.now() < end) {
        const vault = await other.vaultOf('asha')
        try {
          vault.openText(sealed, 'name')
          await new Promise((resolve) => setTimeout(resolve, 50))
        } catch {
          opens = false
        }
      }
      expect(opens).toBe(false)
    })

    it('people who turn out to be one keep all that was sealed for either', async () => {
      await using of = await storeOfItsOwn()
      const vaults = await openVaults(of.store, secrets(OLD))
      const asha = (await vaults.vaultOf('asha')).seal('by phone', 'p')
      const same = (await vaults.vaultOf('same')).seal('by token', 'p')
      const elsewhere = await openVaults(of.store, secrets(OLD))
      expect((await elsewhere.vaultOf('asha')).openText(asha, 'p')).toBe('by phone')
      await of.store.people.unite([{ identity: 'mobile:1', sealed: '' }], 'asha')
      await of.store.people.unite([{ identity: 'subject:1', sealed: '' }], 'same')
      const identities = [
        { identity: 'mobile:1', sealed: '' },
        { identity: 'subject:1', sealed: '' },
      ]
      const one = await of.store.people.unite(identities, 'asha')
      vaults.forgetKeys(one)
      const vault = await vaults.vaultOf(one)
      expect([vault.openText(asha, 'p'), vault.openText(same, 'p')]).toEqual(['by phone', 'by token'])
      // another process, that has just looked and heard of nothing
      expect((await elsewhere.vaultOf('asha', asha, same)).openText(same, 'p')).toBe('by token')
      const another = (await vaults.vaultOf('vikram')).seal('Vikram', 'p')
      const still = await elsewhere.vaultOf('asha', another, 'no sealed value', null)
      expect(() => still.openText(another, 'p')).toThrow(/not here/)
    })

    it('a store from before there were keys goes on: its values are read, its look-ups find, also after a rotation', async () => {
      await using of = await storeOfItsOwn()
      const before = firstVersion(OLD)
      const number = before.blind('+919810012345', 'mobile')
      const value = before.seal('Asha', 'name').toString('base64url')
      const paper = before.seal('%PDF-1.7', 'doc_1')
      await of.store.cursors.write('vault', before.seal('the key of this store', 'vault').toString('base64url'))

      const opensAll = async (vaults: Awaited<ReturnType<typeof openVaults>>) => {
        const asha = await vaults.vaultOf('asha')
        const bytes: Uint8Array[] = []
        const stored = (async function* () {
          yield paper.subarray(0, 9)
          yield paper.subarray(9)
        })()
        for await (const piece of asha.openStream(stored, 'doc_1')) bytes.push(piece)
        return [
          asha.openText(value, 'name'),
          Buffer.concat(bytes).toString(),
          vaults.vault.blind('+919810012345', 'mobile'),
        ]
      }
      const all = ['Asha', '%PDF-1.7', number]
      expect(await opensAll(await openVaults(of.store, secrets(OLD)))).toEqual(all)
      await expect(openVaults(of.store, secrets(NEW))).rejects.toThrow(/HUB_SECRET_KEY is not the key/)
      await rotate(of.store, secrets(NEW, OLD))
      expect(await opensAll(await openVaults(of.store, secrets(NEW)))).toEqual(all)
    })

    it('a rotation wraps every key anew while a hub that knows both works, and counts what it did', async () => {
      await using of = await storeOfItsOwn()
      const before = await openVaults(of.store, secrets(OLD))
      const people = Array.from({ length: many }, (_, i) => `citizen-${i}`)
      const sealed = await Promise.all(people.map(async (one) => (await before.vaultOf(one)).seal(one, 'p')))
      const number = before.vault.blind('+919810012345', 'mobile')
      const waits = before.vault.seal('waits', 'inbox')

      const running = await openVaults(of.store, secrets(NEW, OLD))
      const [done] = await Promise.all([
        rotate(of.store, secrets(NEW, OLD)),
        Promise.all(
          people.map(async (one, i) => expect((await running.vaultOf(one)).openText(sealed[i]!, 'p')).toBe(one)),
        ),
      ])
      expect(done).toEqual({
        citizens: { rewrapped: many, current: 0 },
        hub: { rewrapped: 2, current: 0 },
        unreadable: 0,
        done: true,
      })
      const after = await openVaults(of.store, secrets(NEW))
      for (const [i, one] of people.entries()) expect((await after.vaultOf(one)).openText(sealed[i]!, 'p')).toBe(one)
      expect(after.vault.openText(waits, 'inbox')).toBe('waits')
      expect(after.vault.blind('+919810012345', 'mobile')).toBe(number)
      await expect(openVaults(of.store, secrets(OLD))).rejects.toThrow(/HUB_SECRET_KEY is not the key/)
      expect(await rotate(of.store, secrets(NEW))).toMatchObject({
        citizens: { rewrapped: 0, current: many },
        done: true,
      })
    })

    it('a rotation that was killed leaves a store that both secrets open, and the next one ends it', async () => {
      await using of = await storeOfItsOwn()
      const before = await openVaults(of.store, secrets(OLD))
      const sealed = await Promise.all(
        ['a', 'b', 'c', 'd'].map(async (one) => (await before.vaultOf(one)).seal(one, 'p')),
      )
      let writes = 0
      const killed = {
        cursors: of.store.cursors,
        keys: {
          ...of.store.keys,
          async rewrap(...args: Parameters<typeof of.store.keys.rewrap>) {
            writes += 1
            if (writes > 3) throw new Error('killed')
            return of.store.keys.rewrap(...args)
          },
        },
      }
      await expect(rotate(killed, secrets(NEW, OLD))).rejects.toThrow('killed')
      // the former secret alone is not enough any more, the new one alone not yet
      await expect(openVaults(of.store, secrets(NEW))).rejects.toThrow(/HUB_SECRET_KEY is not the key/)
      const both = await openVaults(of.store, secrets(NEW, OLD))
      expect((await both.vaultOf('c')).openText(sealed[2]!, 'p')).toBe('c')
      expect((await rotate(of.store, secrets(NEW, OLD))).done).toBe(true)
      const after = await openVaults(of.store, secrets(NEW))
      expect((await after.vaultOf('d')).openText(sealed[3]!, 'p')).toBe('d')
    })

    it('after a rotation a hub that knows the former secret alone makes no key, for it would be lost with that', async () => {
      await using of = await storeOfItsOwn()
      const behind = await openVaults(of.store, secrets(OLD))
      const { cursors } = of.store
      // a key that is just being made when the store is marked
      const marking = {
        keys: of.store.keys,
        cursors: {
          ...cursors,
          async write(name: string, value: string) {
            await behind.vaultOf('in time')
            await cursors.write(name, value)
          },
        },
      }
      expect(await rotate(marking, secrets(NEW, OLD))).toMatchObject({ citizens: { rewrapped: 1 }, done: true })
      await expect(behind.vaultOf('too late')).rejects.toThrow(/HUB_SECRET_KEY is not the key/)
      expect(await of.store.keys.of('too late')).toEqual([])
      const after = await openVaults(of.store, secrets(NEW))
      for (const one of ['in time', 'too late']) expect((await after.vaultOf(one)).seal('a', 'b')).toBeTruthy()
    })

    it('keys that no secret opens are counted, and the store keeps the mark of its former secret', async () => {
      await using of = await storeOfItsOwn()
      await openVaults(of.store, secrets(OLD))
      await of.store.keys.first({
        id: 'ab'.repeat(8),
        citizen: 'lost',
        wrapped: secrets('x'.repeat(32)).wrap({ id: 'ab'.repeat(8), bytes: randomBytes(32) }),
      })
      expect(await rotate(of.store, secrets(NEW, OLD))).toMatchObject({ unreadable: 1, done: false })
      await expect(openVaults(of.store, secrets(NEW))).rejects.toThrow(/HUB_SECRET_KEY is not the key/)
    })
  })
}

vaultsOn('SQLite', 1200, onSqlite)
onMongo('on another store', (fresh) => {
  vaultsOn('MongoDB', 60, async () => {
    const database = await fresh()
    const store = await mongoStore(database.url)
    return {
      store,
      async [Symbol.asyncDispose]() {
        await store.close()
        await database.drop()
      },
    }
  })
})

it('a secret that is too short is refused by its name', () => {
  expect(() => secrets('short')).toThrow(/^HUB_SECRET_KEY has fewer/)
  expect(() => secrets(NEW, 'short, shorter')).toThrow(/^HUB_SECRET_KEY_OLD has fewer/)
})

onMongo('a store that has another secret', (fresh) => {
  it('is refused before it is opened, and nothing in it is changed', async () => {
    const { url, drop } = await fresh()
    const place = { STORE_URL: url, DATA_DIR: '' }
    const store = await openStore(place, secrets(OLD))
    const sealed = (await (await openVaults(store, secrets(OLD))).vaultOf('asha')).seal('Asha', 'name')
    await store.cursors.write('of asha', sealed)
    await store.close()
    const all = async () => (await dump(url)).map(({ name, bytes }) => `${name} ${bytes.toString('base64')}`).sort()
    const before = await all()
    expect(before.length).toBeGreaterThan(3)
    await expect(openStore(place, secrets(NEW))).rejects.toThrow(/HUB_SECRET_KEY is not the key/)
    expect(await all()).toEqual(before)
    await drop()
  })
})

it.each([
  ['has a comma in it', 'a passphrase, which is long enough to be a secret'],
  ['is long before its comma already', 'a passphrase which is long enough to be a secret, and more'],
  ['has commas and blanks at its ends', ' , a passphrase which is long enough, '],
])('a secret that %s can be a former one', (_, odd) => {
  expect(secrets(NEW, odd).check(secrets(odd).checkValue())).toBe('former')
})

it('of several former secrets each is one, with blanks around it or in it', () => {
  for (const former of [OLD, ` ${OLD} `])
    expect(
      secrets(NEW, `${former}, a third secret of more than thirty characters`).check(secrets(former).checkValue()),
    ).toBe('former')
})
