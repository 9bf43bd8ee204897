/** One-time codes: by them a chat is linked with an application that a counter filed, or with an account. */
import { randomInt, randomUUID } from 'node:crypto'
import { forbidden, refusal, unauthenticated } from '../filing/refusal.ts'
import { change, noteOf, readOne } from '../filing/steps.ts'
import type { Context, Host } from '../subgraph.ts'
import { actable } from './actions.ts'

const MS = 10 * 60 * 1000
const TRIES_A_DAY = 10
const CODES_AN_HOUR = 10
/** Of the digits of a code that somebody else has just now. */
const DRAWS = 20

export function linkResolvers(host: Host) {
  const { store, clock } = host

  async function createLinkCode(_: unknown, { reference }: { reference?: string | null }, context: Context) {
    const { principal } = context
    if (!principal) throw unauthenticated()
    const link: { reference?: string; citizen?: string } = {}
    const application = reference ? await actable(host, reference, context) : null
    // to its citizen, a chat is linked with whose it is
    if (application && principal.kind !== 'citizen') link.reference = application.reference
    else {
      const citizen = await context.citizen()
      if (!citizen)
        throw refusal('BAD_USER_INPUT', 'Name the application in reference, or come with a citizen’s token.')
      link.citizen = citizen
    }
    const { vault } = host
    const now = clock.now().getTime()
    const of = link.reference ?? link.citizen!
    const hour = clock.now().toISOString().slice(0, 13)
    if (!(await store.counts.add(`link-codes:${of}`, hour, randomUUID(), CODES_AN_HOUR)))
      throw refusal('LINK_LIMIT', `${CODES_AN_HOUR} codes an hour are given. Please try again in an hour.`)
    const expires = now + MS
    for (let i = 0; i < DRAWS; i++) {
      const code = String(randomInt(100_000, 1_000_000))
      const blind = vault.blind(code, 'link')
      if (!(await store.codes.add(blind, vault.seal(JSON.stringify(link), 'link'), expires, now))) continue
      // whose code it is names it, so that the next one ends it
      const newest = `of:${vault.blind(of, 'link-owner')}`
      const before = await store.codes.read(newest, now)
      await store.codes.put(newest, vault.seal(blind, 'link-owner'), expires)
      if (before) await store.codes.put(vault.openText(before.sealed, 'link-owner'), before.sealed, 0)
      return { code, expiresAt: new Date(expires).toISOString() }
    }
    throw refusal('UNAVAILABLE', 'No code is free just now. Please try again.')
  }

  async function spendLinkCode(
    _: unknown,
    args: { code: string; holder?: string | null; confirmed?: boolean | null },
    context: Context,
  ) {
    const { code } = args
    const known = await context.citizen()
    if (!known) throw context.principal ? forbidden('to spend a citizen’s code') : unauthenticated()
    // the channel alone knows whom it means
    if (args.holder && !context.principal!.citizen?.id) throw forbidden('to name a holder')
    const citizen = args.holder ? await host.citizens.ofHolder(args.holder) : known
    const refused = { linked: false, account: null, applications: [] }
    const typed = host.vault.blind(code.replace(/\D/g, ''), 'link')
    if (!(await store.counts.add(`link:${citizen}`, clock.today(), typed, TRIES_A_DAY)))
      throw refusal('LOOKUP_LIMIT', 'Too many codes were tried today. Please try again tomorrow.')
    const now = clock.now().getTime()
    const found = await store.codes.read(typed, now)
    if (!found) return refused
    const link: { reference?: string; citizen?: string } = JSON.parse(host.vault.openText(found.sealed, 'link'))
    const application = link.reference ? await readOne(store, link.reference) : null
    // what a counter filed for a number says nothing of who holds it
    const isTheirs = application?.citizen === known && (citizen === known || !application.restricted)
    // whoever has no business with it does not use it up
    if (link.reference && !isTheirs) return refused
    // whoever has spent it has said yes
    if (
      link.citizen &&
      link.citizen !== citizen &&
      found.spender !== citizen &&
      !args.confirmed &&
      (await hasApplications(citizen))
    )
      return { ...refused, account: { digits: (await host.citizens.mobile(link.citizen))?.slice(-4) ?? null } }
    const spent = await store.codes.spend(typed, citizen, now)
    // whoever was refused comes again, also as the one whom a link that was refused has made of two
    if (!spent || (spent.spender !== citizen && link.citizen !== citizen)) return refused
    if (link.citizen) {
      await host.citizens.unite(citizen, link.citizen)
      return { ...refused, linked: true }
    }
    if (citizen !== known) await host.citizens.unite(citizen, known)
    await change(host, application!.reference, (current) =>
      current.restricted ? noteOf(current, 'linked', 'citizen', clock.now(), { changes: { restricted: false } }) : null,
    )
    return {
      ...refused,
      linked: true,
      applications: [{ __typename: 'Application', reference: application!.reference }],
    }
  }

  const hasApplications = async (citizen: string): Promise<boolean> =>
    (await store.applications.ofCitizen(citizen, 1, null)).length > 0

  return { createLinkCode, spendLinkCode }
}
