import { randomUUID } from 'node:crypto'
import type { Identity, Store } from '../../store/store.ts'
import type { ChatIds, Citizens, Vault } from '../subgraph.ts'

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
  const identitiesOf = ({ mobile, userId }: ChatIds): Identity[] => [
    ...(mobile ? [identity('mobile', mobile)] : []),
    ...(userId ? [identity('user', userId)] : []),
  ]
  /** A number that comes with another user id than its citizen's has a new holder, to whom nothing of the former one belongs. */
  async function endFormerHolder(mobile: Identity, user: Identity): Promise<void> {
    const [former, now] = await Promise.all([mobile, user].map((i) => store.people.byIdentity(i.identity)))
    if (!former || former === now) return
    const others = await store.people.identities(former)
    if (others.some((i) => i.identity.startsWith('user:') && i.identity !== user.identity))
      await store.people.forget(mobile.identity)
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
    async ofChat(ids) {
      const identities = identitiesOf(ids)
      if (!identities.length) throw new TypeError('a chat has a mobile number or a user id; neither came')
      if (identities.length > 1) await endFormerHolder(identities[0]!, identities[1]!)
      return citizenOf(identities)
    },
    async moved(from, to) {
      const before = identitiesOf(from)
      const after = identitiesOf(to)
      const known = await Promise.all(before.map((i) => store.people.byIdentity(i.identity)))
      const citizen = known.find((one) => one !== null)
      // told twice, or of somebody who never wrote
      if (!citizen) return citizenOf(after.length ? after : before)
      for (const { identity } of after)
        if ((await store.people.byIdentity(identity)) !== citizen) await store.people.forget(identity)
      await store.people.unite([...before, ...after], citizen)
      for (const { identity } of before)
        if (!after.some((i) => i.identity === identity)) await store.people.forget(identity)
      return citizen
    },
    async mobile(citizen) {
      const found = (await store.people.identities(citizen)).find((i) => i.identity.startsWith('mobile:'))
      return found ? vault.openText(found.sealed, PURPOSE) : null
    },
  }
}
