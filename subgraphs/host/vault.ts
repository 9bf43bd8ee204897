import { createHmac } from 'node:crypto'
import type { Keys } from '../../store/people.ts'
import type { Store } from '../../store/store.ts'
import type { Vault } from '../subgraph.ts'
import {
  type DataKey,
  derivedKey,
  isKeyGone,
  keyIdNamed,
  keyIdOf,
  newKey,
  openWith,
  sealWith,
  VaultError,
} from './seal.ts'
import { openStream, sealStream } from './sealed-stream.ts'
import type { Secrets } from './secrets.ts'

export { isKeyGone, VaultError } from './seal.ts'

/** ms: how long a key is used without a look whether it is still there. A person who is erased is forgotten everywhere after that. */
export const KEY_AGE_MS = 2000
/** Owners whose keys are kept at hand. */
const OWNERS = 1000

/** The hub's own keys stand beside those of citizens, under these names. */
const HUB = { seal: 'hub', blind: 'hub blind', firstForm: 'hub version 1' } as const
const CHECK = 'vault'
const erasedName = (owner: string) => `erased:${owner}`

/** `seals`: null for somebody who was erased, for whom nothing is sealed any more. */
export function vaultWith(
  seals: DataKey | null,
  find: (id: string) => Buffer | undefined,
  blindKey: Uint8Array,
  gone: () => void = () => undefined,
): Vault {
  function key(): DataKey {
    if (!seals) throw new VaultError('no-key', 'nothing is sealed for somebody who was erased')
    return seals
  }
  function found(id: string): Buffer | undefined {
    const bytes = find(id)
    if (!bytes) gone()
    return bytes
  }
  const open = (sealed: string, purpose: string) => openWith(found, sealed, purpose)
  return {
    seal: (plain, purpose) =>
      sealWith(key(), typeof plain === 'string' ? Buffer.from(plain) : plain, purpose).toString('base64url'),
    open,
    openText: (sealed, purpose) => open(sealed, purpose).toString('utf8'),
    sealStream: (plain, purpose) => sealStream(key(), plain, purpose),
    openStream: (sealed, purpose) => openStream(found, sealed, purpose),
    blind: (value, purpose) => createHmac('sha256', blindKey).update(`${purpose}\n${value}`).digest('hex'),
  }
}

/** A value as it is shown to whoever may see it: null where its person was erased. */
export function shown(vault: Vault, sealed: string, purpose: string): string | null {
  try {
    return sealed === '' ? null : vault.openText(sealed, purpose)
  } catch (error) {
    if (isKeyGone(error)) return null
    throw error
  }
}

export interface Vaults {
  /** For what belongs to nobody yet; sync, for it is there from the start. */
  readonly vault: Vault
  /**
   * The vault of a person, or of a portal's client (`client x`): seals under a key of their own, made at its first use, and opens
   * what was sealed under any of theirs, or under the hub's. Held no longer than for the work at hand: a key may be destroyed. `opens`: values
   * that it is to open. Their keys may have come from somebody who turned out to be the same person, elsewhere: they are looked for.
   */
  vaultOf(owner: string, ...opens: readonly (string | null | undefined)[]): Promise<Vault>
  /** Opens a value by the key that it names, whoever's that is. Throws a VaultError. */
  openAnyone(sealed: string, purpose: string): Promise<string>
  /** Keys of these owners moved, or are gone: they are read anew. */
  forgetKeys(...owners: string[]): void
  /** Destroys an owner's keys for ever: nothing is sealed for them, and nothing of theirs is opened, any more. */
  destroy(owner: string): Promise<void>
}

/** `has`: whether a key of this id is there. */
interface Opened {
  readonly vault: Vault
  has(id: string): boolean
}

/** Throws a VaultError where the secrets are not the store's; nothing is written then. */
export async function openVaults(store: Pick<Store, 'keys' | 'cursors'>, secrets: Secrets): Promise<Vaults> {
  const own = await hubKeys(store, secrets)
  const hubs = new Map([own.seal, ...own.firstForm].map((key) => [key.id, key.bytes]))
  const blind = own.blind.bytes
  const known = new Map<string, { opened: Promise<Opened>; at: number }>()

  async function load(owner: string): Promise<Opened> {
    let keys = await store.keys.of(owner)
    const erased = !keys.length && (await store.cursors.read(erasedName(owner)))
    if (!keys.length && !erased) {
      // after a rotation a process that knows the former secret alone would make a key that is lost with that
      knows(secrets, await store.cursors.read(CHECK))
      const made = newKey()
      keys = await store.keys.first({ id: made.id, citizen: owner, wrapped: secrets.wrap(made) })
    }
    const opened = keys.map(({ id, wrapped }) => secrets.unwrap(id, wrapped))
    const byId = new Map(opened.map((key) => [key.id, key.bytes]))
    // keys that came meanwhile are met at the next look
    const gone = () => known.delete(owner)
    const find = (id: string) => byId.get(id) ?? hubs.get(id)
    return { vault: vaultWith(opened[0] ?? null, find, blind, gone), has: (id) => find(id) !== undefined }
  }
  function openedOf(owner: string): Promise<Opened> {
    const before = known.get(owner)
    if (before && performance.now() - before.at < KEY_AGE_MS) return before.opened
    known.delete(owner)
    if (known.size >= OWNERS) known.delete(known.keys().next().value!)
    const entry = { opened: load(owner), at: performance.now() }
    known.set(owner, entry)
    entry.opened.catch(() => known.get(owner) === entry && known.delete(owner))
    return entry.opened
  }

  return {
    vault: vaultWith(own.seal, (id) => hubs.get(id), blind),
    async vaultOf(owner, ...opens) {
      const { vault, has } = await openedOf(owner)
      const named = opens.map((sealed) => (sealed ? keyIdNamed(sealed) : null))
      if (named.every((id) => id === null || has(id))) return vault
      known.delete(owner)
      return (await openedOf(owner)).vault
    },
    async openAnyone(sealed, purpose) {
      let other: DataKey | null = null
      const find = (id: string) => hubs.get(id) ?? (other?.id === id ? other.bytes : undefined)
      const id = keyIdOf(sealed)
      const kept = hubs.has(id) ? null : await store.keys.byId(id)
      if (kept) other = secrets.unwrap(kept.id, kept.wrapped)
      return openWith(find, sealed, purpose).toString('utf8')
    },
    forgetKeys(...owners) {
      for (const owner of owners) known.delete(owner)
    },
    async destroy(owner) {
      await store.cursors.write(erasedName(owner), new Date().toISOString())
      known.delete(owner)
      await store.keys.destroy(owner)
      known.delete(owner)
    },
  }
}

async function hubKeys(store: Pick<Store, 'keys' | 'cursors'>, secrets: Secrets) {
  const kept = await store.cursors.read(CHECK)
  const check = kept ? secrets.check(kept) : null
  const before = check && typeof check === 'object' ? check : null
  const unwrapped = (keys: Awaited<ReturnType<Keys['of']>>) =>
    keys.map(({ id, wrapped }) => secrets.unwrap(id, wrapped))
  const one = async (owner: string, make: () => DataKey): Promise<DataKey> => {
    const there = await store.keys.of(owner)
    if (there.length) return unwrapped(there)[0]!
    const made = make()
    return unwrapped(await store.keys.first({ id: made.id, citizen: owner, wrapped: secrets.wrap(made) }))[0]!
  }
  // what was sealed directly under a secret, and look-ups by a key derived from it, go on when the secret has gone
  if (before) await one(HUB.firstForm, () => before.seal)
  const blind = await one(HUB.blind, () => (before ? before.blind : derivedKey(newKey().bytes)))
  const seal = await one(HUB.seal, newKey)
  const firstForm = unwrapped(await store.keys.of(HUB.firstForm))
  if (!kept || before) await store.cursors.write(CHECK, secrets.checkValue())
  return { seal, blind, firstForm }
}

/** What a rotation found and did. */
export interface Rotation {
  readonly citizens: { readonly rewrapped: number; readonly current: number }
  readonly hub: { readonly rewrapped: number; readonly current: number }
  /** Keys that neither HUB_SECRET_KEY nor a former one opens. */
  readonly unreadable: number
  /** Whether the store now knows HUB_SECRET_KEY as its own, and the former ones can be dropped. */
  readonly done: boolean
}

const PAGE = 500
/** Keys that others made meanwhile are met by another round; after so many, somebody works on with a former secret alone. */
const ROUNDS = 20

/**
 * Wraps every key anew, under HUB_SECRET_KEY, while hubs that know both work on. Each key is one write, and the store's own mark of
 * its secret comes when all are: whoever is killed begins again. What was sealed stays as it is; keys made meanwhile are met by another round.
 */
export async function rotate(store: Pick<Store, 'keys' | 'cursors'>, secrets: Secrets): Promise<Rotation> {
  await openVaults(store, secrets)
  const counts = { citizens: { rewrapped: 0, current: 0 }, hub: { rewrapped: 0, current: 0 } }
  let unreadable = 0
  let left = true
  let isMarked = false
  const names: ReadonlySet<string> = new Set(Object.values(HUB))
  for (let round = 0; round < ROUNDS; round++) {
    left = false
    unreadable = 0
    for (let after: string | null = null; ; ) {
      const page = await store.keys.page(after, PAGE)
      for (const { id, citizen, wrapped } of page) {
        const count = names.has(citizen) ? counts.hub : counts.citizens
        if (secrets.isCurrent(wrapped)) {
          if (!round) count.current += 1
          continue
        }
        let key: DataKey
        try {
          key = secrets.unwrap(id, wrapped)
        } catch {
          unreadable += 1
          continue
        }
        // false: it was destroyed, or another rotation was faster
        if (await store.keys.rewrap(id, wrapped, secrets.wrap(key))) count.rewrapped += 1
        left = true
      }
      if (page.length < PAGE) break
      after = page.at(-1)!.id
    }
    if (left) continue
    if (unreadable || isMarked) break
    // from now on nobody makes a key under a former secret; one that was just being made is met by another round
    await store.cursors.write(CHECK, secrets.checkValue())
    isMarked = true
  }
  const done = isMarked && !unreadable && !left
  return { ...counts, unreadable, done }
}

/** Throws a VaultError where a store that has `kept` this mark was sealed with other secrets. */
export function knows(secrets: Secrets, kept: string | null): void {
  if (kept) secrets.check(kept)
}
/** Name of the cursor that holds the mark. */
export const MARK = CHECK
