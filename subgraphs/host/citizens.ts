import { randomUUID } from 'node:crypto'
import type { Identity, Store } from '../../store/store.ts'
import type { Citizens, Vault } from '../subgraph.ts'

/** Citizens in the store: identities are kept as keyed hashes, their values sealed. */
export function citizens(store: Store, vault: Vault): Citizens {
  const PURPOSE = 'identity'
  const identity = (kind: 'mobile' | 'user' | 'subject', value: string): Identity => ({
    identity: `${kind}:${vault.blind(value, kind)}`,
    sealed: vault.seal(value, PURPOSE),
  })
  async function citizenOf(identities: readonly Identity[]): Promise<string> {
    const known = await Promise.all(identities.map((i) => store.people.byIdentity(i.identity)))
    const [first] = known
    if (first && known.every((citizen) => citizen === first)) return first
    return store.people.unite(identities, `citizen-${randomUUID()}`)
  }
  return {
    async of(principal) {
      const known = principal?.kind === 'citizen' ? principal.citizen : undefined
      if (!known) return null
      const identities: Identity[] = []
      if (known.mobile) identities.push(identity('mobile', known.mobile))
      if (known.subject) identities.push(identity('subject', known.subject))
      if (known.id) return known.id
      return identities.length ? citizenOf(identities) : null
    },
    async ofChat({ mobile, userId }) {
      const identities: Identity[] = []
      if (mobile) identities.push(identity('mobile', mobile))
      if (userId) identities.push(identity('user', userId))
      if (!identities.length) throw new TypeError('a chat has a mobile number or a user id; neither came')
      return citizenOf(identities)
    },
    async mobile(citizen) {
      const found = (await store.people.identities(citizen)).find((i) => i.identity.startsWith('mobile:'))
      return found ? vault.openText(found.sealed, PURPOSE) : null
    },
  }
}
