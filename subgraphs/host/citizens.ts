import { randomUUID } from 'node:crypto'
import type { Store } from '../../store/store.ts'
import type { ChatIds, Citizens } from '../subgraph.ts'
import type { Vaults } from './vault.ts'

const PURPOSE = 'identity'

/** A user id whose holder has gone on to another. */
const left = (identity: string) => `left:${identity}`
/** Of an identity, or of a citizen: that of `Vaults.destroy`, which comes in the place of the one that says that it is under way. */
const erased = (name: string) => `erased:${name}`
const UNDER_WAY = 'under way'

/** Something that a citizen is known by, in the clear. */
interface Known {
  /** A blind hash behind its kind: `mobile:…`. */
  readonly identity: string
  readonly value: string
}

/** Citizens in the store: identities are kept as keyed hashes, their values sealed under their citizen's key. */
export function citizens(store: Store, vaults: Vaults): Citizens {
  const known = (kind: 'mobile' | 'user' | 'subject' | 'holder', value: string): Known => ({
    identity: `${kind}:${vaults.vault.blind(value, kind)}`,
    value,
  })
  const knownOf = ({ mobile, userId }: ChatIds): Known[] => [
    ...(mobile ? [known('mobile', mobile)] : []),
    ...(userId ? [known('user', userId)] : []),
  ]
  const holders = (identities: readonly (Known | null)[]) =>
    Promise.all(identities.map((one) => (one ? store.people.byIdentity(one.identity) : null)))

  async function unite(identities: readonly Known[], before: readonly (string | null)[]): Promise<string> {
    const others = before.filter((one) => one !== null)
    const fresh = others[0] ?? `citizen-${randomUUID()}`
    const vault = await vaults.vaultOf(fresh)
    const sealed = identities.map(({ identity, value }) => ({ identity, sealed: vault.seal(value, PURPOSE) }))
    const citizen = await store.people.unite(sealed, fresh)
    vaults.forgetKeys(citizen, ...others)
    return citizen
  }
  async function citizenOf(identities: readonly Known[]): Promise<string> {
    const before = await holders(identities)
    const [first] = before
    return first && before.every((citizen) => citizen === first) ? first : unite(identities, before)
  }
  const isKnownByAnother = async (citizen: string, user: Known): Promise<boolean> =>
    (await store.people.identities(citizen)).some((i) => i.identity.startsWith('user:') && i.identity !== user.identity)
  /** A number that comes with another user id than its citizen's has a new holder, to whom nothing of the former one belongs. */
  async function endFormerHolder(mobile: Known, user: Known): Promise<void> {
    const [former, now] = await holders([mobile, user])
    if (!former || former === now) return
    if (await isKnownByAnother(former, user)) await store.people.forget(mobile.identity)
  }
  /** Who goes elsewhere, and what they were known by. A number may be its next holder's already: the user id says who it was. */
  async function leaving(ids: ChatIds): Promise<{ citizen: string; before: readonly Known[] } | null> {
    const before = knownOf(ids)
    const user = ids.userId ? known('user', ids.userId) : null
    const [of, ofNumber] = await holders([user, ids.mobile ? known('mobile', ids.mobile) : null])
    if (user && of) return { citizen: of, before: ofNumber && ofNumber !== of ? [user] : before }
    if (!ofNumber) return null
    if (user && ((await store.cursors.read(left(user.identity))) || (await isKnownByAnother(ofNumber, user))))
      return null
    return { citizen: ofNumber, before }
  }
  return {
    async of(principal) {
      const of = principal?.kind === 'citizen' ? principal.citizen : undefined
      if (!of) return null
      if (of.id) return of.id
      const mobile = of.mobile ? known('mobile', of.mobile) : null
      const subject = of.subject ? known('subject', of.subject) : null
      const identities = [mobile, subject].filter((one) => one !== null)
      const [holder, owner] = await holders([mobile, subject])
      // a number goes from hand to hand: it makes nobody the same as somebody else whom the account is not known as
      if (owner && (holder || !mobile)) return owner
      return identities.length ? citizenOf(identities) : null
    },
    async ofChat(ids) {
      const identities = knownOf(ids)
      if (!identities.length) throw new TypeError('a chat has a mobile number or a user id; neither came')
      if (identities.length > 1) await endFormerHolder(identities[0]!, identities[1]!)
      return citizenOf(identities)
    },
    ofHolder: (key) => citizenOf([known('holder', key)]),
    async moved(from, to) {
      const after = knownOf(to)
      const who = await leaving(from)
      if (!who) {
        // told twice, or of somebody who never wrote
        const [there, ...others] = await holders(after)
        return there && others.every((other) => other === there) ? there : null
      }
      const { citizen, before } = who
      // who has written under the new user id before they were said to have moved is them; a number may have been another's
      const there = to.userId ? await store.people.byIdentity(known('user', to.userId).identity) : null
      for (const { identity } of after) {
        const holder = await store.people.byIdentity(identity)
        if (holder && holder !== citizen && holder !== there) await store.people.forget(identity)
      }
      const whole = await unite([...before, ...after], [citizen, there])
      if (from.userId && from.userId !== to.userId)
        await store.cursors.write(left(known('user', from.userId).identity), 'yes')
      for (const { identity } of before)
        if (!after.some((i) => i.identity === identity)) await store.people.forget(identity)
      return whole
    },
    async isAnothers(ids, citizen) {
      return (await holders(knownOf(ids))).some((holder) => holder !== null && holder !== citizen)
    },
    async unite(one, other) {
      const identities = [...(await store.people.identities(one)), ...(await store.people.identities(other))]
      const citizen = await store.people.unite(identities, one)
      vaults.forgetKeys(one, other, citizen)
      return citizen
    },
    async beginErasure(citizen) {
      if (!(await store.cursors.read(erased(citizen)))) await store.cursors.write(erased(citizen), UNDER_WAY)
    },
    async spare(citizen) {
      if ((await store.cursors.read(erased(citizen))) === UNDER_WAY) await store.cursors.forget(erased(citizen))
    },
    async erasure(citizen) {
      const mark = await store.cursors.read(erased(citizen))
      return mark === null || mark === UNDER_WAY ? mark : 'ended'
    },
    async erase(citizen, at) {
      for (const { identity } of await store.people.identities(citizen)) {
        await store.cursors.write(erased(identity), String(at))
        await store.people.forget(identity)
      }
      await vaults.destroy(citizen)
    },
    async forgetErased(identities) {
      for (const identity of identities) await store.cursors.forget(erased(identity))
    },
    async wasErased(ids, wrote) {
      const times = await Promise.all(knownOf(ids).map(({ identity }) => store.cursors.read(erased(identity))))
      return times.some((at) => at !== null && wrote <= Number(at))
    },
    async mobile(citizen) {
      const found = (await store.people.identities(citizen)).find((i) => i.identity.startsWith('mobile:'))
      return found ? vaults.openAnyone(found.sealed, PURPOSE) : null
    },
  }
}
