/** What an erasure destroys of one person, and what it must leave while a case of theirs is open. Each step may be done again. */
import { type Line, otherChat } from '../../store/channel.ts'
import type { Application } from '../../store/store.ts'
import { isFinal } from '../filing/lifecycle.ts'
import { type AnswerPayload, change, noteOf, SEALED } from '../filing/steps.ts'
import { CHAT_CURSOR, CHAT_SEALED } from '../host/chat-purposes.ts'
import { shown } from '../host/vault.ts'
import type { Host, Vault } from '../subgraph.ts'

const PAGE = 100
/** Stands where an application's answers stood. */
const ERASED = ''
export const isErased = ({ input }: Pick<Application, 'input'>): boolean => input === ERASED

async function applicationsOf(host: Host, citizen: string): Promise<Application[]> {
  const all: Application[] = []
  for (let after: string | null = null; ; ) {
    const page: Application[] = await host.store.applications.ofCitizen(citizen, PAGE, after)
    all.push(...page)
    if (page.length < PAGE) return all
    after = page.at(-1)!.reference
  }
}

/** Applications whose department has not ended them, or is still owed something. */
export const openCases = async (host: Host, citizen: string): Promise<Application[]> =>
  openOf(host, await applicationsOf(host, citizen))
async function openOf(host: Host, all: readonly Application[]): Promise<Application[]> {
  const owed = await Promise.all(all.map((a) => host.store.applications.effectsOf(a.reference)))
  return all.filter((a, i) => !isFinal(a.status) || owed[i]!.length > 0)
}

/**
 * Destroys what no open case needs: answers, papers and certificates of what has ended, documents that belong to nothing, and, with
 * `chat`, all that was said. What has ended and stands in `untold` is left as well. Returns the references of what is left; with none,
 * nothing that needs the person's key is left.
 */
export async function eraseWhatHasEnded(
  host: Host,
  citizen: string,
  { chat, untold = [] }: { chat: boolean; untold?: readonly string[] },
): Promise<string[]> {
  const spared = new Set(untold)
  const all = await applicationsOf(host, citizen)
  const cases = await openOf(host, all)
  const known = new Set(cases.map(({ reference }) => reference))
  const ended = all.filter((a) => spared.has(a.reference) && !known.has(a.reference))
  const open = [...cases, ...ended.filter((a) => !isErased(a))]
  const references = new Set(open.map(({ reference }) => reference))
  const needed = new Set((await Promise.all(open.map((one) => documentsOf(host, one)))).flat())
  const gone = all.filter((one) => !references.has(one.reference) && !isErased(one))
  // what a client uploaded may be another person's as well
  const shared = gone.flatMap(({ client, documents }) => (client ? documents : [])).filter(({ id }) => !needed.has(id))
  for (const id of await namedElsewhere(host, citizen, new Set(shared.map(({ id }) => id)))) needed.add(id)
  for (const one of gone) await strip(host, one, needed)
  const own = await host.store.documents.ofOwner(citizen)
  const free = own.map(({ id }) => id).filter((id) => !needed.has(id))
  if (free.length) await host.store.documents.forget(free)
  if (chat) await emptyChat(host, citizen, open.length > 0)
  return [...references]
}

/** A message that Meta took so long ago, ms, has not failed. */
const TAKEN_MS = 10 * 60 * 1000
const LINES = 100

/** Of these applications, those whose newest news is still on its way to their citizen's chat. */
export async function onTheirWay(host: Host, citizen: string, references: readonly string[]): Promise<string[]> {
  if (!references.length) return []
  const { applications, channel, log } = host.store
  const cursor = await channel.cursor(CHAT_CURSOR)
  const told = cursor === null ? 0 : ((await log.position(cursor)) ?? 0)
  const isUnderWay = ({ direction, state, receipt, at }: Line): boolean =>
    direction === 'out' &&
    (state === 'owed' ||
      (state === 'accepted' &&
        (receipt === null || receipt === 'failed') &&
        host.clock.now().getTime() - at < TAKEN_MS))
  const areUnderWay = (await channel.lines(citizen, LINES, null)).some(isUnderWay)
  const found = (await applications.read(references)).filter((one) => one !== null)
  const positions = await Promise.all(found.map(({ reference, events }) => log.position(`${reference}.${events}`)))
  return found.flatMap(({ reference }, i) => {
    const position = positions[i] ?? null
    return areUnderWay || position === null || position > told ? [reference] : []
  })
}

/** Documents that a case names, in its answers and in what is still to be sent. */
async function documentsOf(host: Host, application: Application): Promise<string[]> {
  const vault = await host.vaultOf(application.citizen)
  const effects = await host.store.applications.effectsOf(application.reference)
  const sent = effects.flatMap(({ kind, payload }) =>
    kind === 'answer' && payload
      ? (JSON.parse(vault.openText(payload, SEALED.payload)) as AnswerPayload).documents
      : [],
  )
  return [...application.documents.map(({ id }) => id), ...sent]
}

/** Of these documents, those that an open case of somebody else names. */
async function namedElsewhere(host: Host, citizen: string, ids: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = []
  for (const { code } of ids.size ? host.catalogue.departments : [])
    for (let after: string | null = null; ; ) {
      const page: Application[] = await host.store.applications.open(code, PAGE, after)
      const others = page.filter((one) => one.citizen !== citizen)
      // what is a client's is named by its own filings alone
      const named = await Promise.all(others.filter(({ client }) => client).map((one) => documentsOf(host, one)))
      found.push(...named.flat().filter((id) => ids.has(id)))
      if (page.length < PAGE) break
      after = page.at(-1)!.reference
    }
  return found
}

/** Takes all that is personal out of an application that has ended. Number, service, days and outcome stay, and what proves its certificate. */
async function strip(host: Host, application: Application, needed: ReadonlySet<string>): Promise<void> {
  const { reference, certificate, documents } = application
  await host.store.documents.forget(documents.map(({ id }) => id).filter((id) => !needed.has(id)))
  if (certificate) await host.store.documents.remove([certificate.blob])
  await change(host, reference, (current) => {
    // it was decided on what was read before
    if (isErased(current) || !isFinal(current.status)) return null
    const changes = {
      input: ERASED,
      // equal to no other
      digest: `erased ${reference}`,
      departmentReference: null,
      documents: [],
      action: null,
      lastChange: null,
      certificate: current.certificate && { ...current.certificate, name: '' },
    }
    return noteOf(current, 'erased', 'hub', host.clock.now(), { changes })
  })
}

/** Forgets a chat. While a case is open, news of it still goes where it went, in the same language, and to nobody who asked for silence. */
async function emptyChat(host: Host, citizen: string, keepAddress: boolean): Promise<void> {
  const { channel } = host.store
  const vault = await host.vaultOf(citizen)
  for (;;) {
    const chat = keepAddress ? await channel.chat(citizen) : null
    const state = chat && vault.seal(JSON.stringify(kept(chat.state, vault)), CHAT_SEALED.state)
    // news that comes at this moment finds the chat, with its window and language
    if (await channel.forget(citizen, chat && state ? { ...chat, state } : undefined)) break
  }
  await host.store.cursors.forget(otherChat(citizen))
}
function kept(state: string, vault: Vault): object {
  const { language, chosen, stopped } = JSON.parse(shown(vault, state, CHAT_SEALED.state) ?? '{}')
  return { language, chosen, stopped }
}
