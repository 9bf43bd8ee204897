/** HUB_SECRET_KEY and the former ones: what keys are wrapped with, and how a store knows its own. */
import { hkdfSync } from 'node:crypto'
import { type DataKey, derivedKey, keyIdOf, openWith, sealWith, VaultError } from './seal.ts'

const SHORTEST = 32
const CHECK = 'the key of this store'
const CHECK_PURPOSE = 'vault'

export interface Secrets {
  /** Wraps a key, under HUB_SECRET_KEY. */
  wrap(key: DataKey): string
  /** Throws a VaultError for a wrapping of neither HUB_SECRET_KEY nor a former one. */
  unwrap(id: string, wrapped: string): DataKey
  /** Whether a wrapping is HUB_SECRET_KEY's own. */
  isCurrent(wrapped: string): boolean
  /** The value by which a store knows its key. */
  checkValue(): string
  /** What a store's check value says. Throws a VaultError where it is of none of these secrets. */
  check(kept: string): 'current' | 'former' | FirstForm
}
/** A store whose values were sealed directly under a secret: the keys derived from it, which it keeps from now on. */
export interface FirstForm {
  readonly seal: DataKey
  readonly blind: DataKey
}

/**
 * What HUB_SECRET_KEY_OLD may mean: several, separated by commas, or one that has commas or blanks in it, as HUB_SECRET_KEY may have. Which
 * of them was one, its key's id says.
 */
export function formerSecrets(setting = ''): string[] {
  const parts = setting.split(',').flatMap((one) => (one.trim() ? [one.trim(), one] : []))
  const all = [...new Set([...parts, ...(setting.trim() ? [setting] : [])])]
  // a part of one with a comma in it is none
  const long = all.filter((one) => one.length >= SHORTEST)
  return long.length ? long : all
}

/** `former`: HUB_SECRET_KEY_OLD. */
export function secrets(secretKey: string, former = ''): Secrets {
  const names = [secretKey, ...formerSecrets(former)]
  for (const [i, one] of names.entries())
    if (one.length < SHORTEST)
      throw new VaultError(
        'configuration',
        `${i ? 'HUB_SECRET_KEY_OLD' : 'HUB_SECRET_KEY'} has fewer than ${SHORTEST} characters: make one with \`openssl rand -base64 32\``,
      )
  const derive = (secret: string, info: string) => Buffer.from(hkdfSync('sha256', secret, 'dwar', info, 32))
  const wrapping = names.map((secret) => derivedKey(derive(secret, 'wrap')))
  const find = (id: string) => wrapping.find((key) => key.id === id)?.bytes
  const current = wrapping[0]!
  const first = names.map((secret): FirstForm => {
    const blind = derivedKey(derive(secret, 'blind'))
    return { seal: derivedKey(derive(secret, 'seal'), 4), blind }
  })

  return {
    wrap: (key) => sealWith(current, key.bytes, `key ${key.id}`).toString('base64url'),
    unwrap: (id, wrapped) => ({ id, bytes: openWith(find, wrapped, `key ${id}`) }),
    isCurrent: (wrapped) => keyIdOf(wrapped) === current.id,
    checkValue: () => sealWith(current, Buffer.from(CHECK), CHECK_PURPOSE).toString('base64url'),
    check(kept) {
      try {
        const id = keyIdOf(kept)
        const old = first.find(({ seal }) => seal.id === id)
        openWith((one) => (old ? old.seal.bytes : find(one)), kept, CHECK_PURPOSE)
        return old ?? (id === current.id ? 'current' : 'former')
      } catch (cause) {
        throw new VaultError(
          'configuration',
          'HUB_SECRET_KEY is not the key that this store was sealed with (a former one goes into HUB_SECRET_KEY_OLD); nothing was touched',
          { cause },
        )
      }
    },
  }
}
