/** What an erasure destroys of one person, and what it must leave while a case of theirs is open. Each step may be done again. */
import type { Application } from '../../store/store.ts'
import { isFinal } from '../filing/lifecycle.ts'
import { type AnswerPayload, change, noteOf, SEALED } from '../filing/steps.ts'
import { CHAT_SEALED } from '../host/chat-purposes.ts'
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
export async function openCases(host: Host, citizen: string): Promise<Application[]> {
  const all = await applicationsOf(host, citizen)
  const owed = await Promise.all(all.map((a) => host.store.applications.effectsOf(a.reference)))
  return all.filter((a, i) => !isFinal(a.status) || owed[i]!.length > 0)
}

/**
 * Destroys what no open case needs: answers, papers and certificates of what has ended, documents that belong to nothing, and, with
 * `chat`, all that was said. Returns the references of the open cases; with none, nothing that needs the person's key is left.
 */
export async function eraseWhatHasEnded(host: Host, citizen: string, { chat }: { chat: boolean }): Promise<string[]> {
  const open = await openCases(host, citizen)
  const references = new Set(open.map(({ reference }) => reference))
  const needed = new Set((await Promise.all(open.map((one) => documentsOf(host, one)))).flat())
  for (const ended of await applicationsOf(host, citizen))
    if (!references.has(ended.reference) && !isErased(ended)) await strip(host, ended, needed)
  const own = await host.store.documents.ofOwner(citizen)
  const free = own.map(({ id }) => id).filter((id) => !needed.has(id))
  if (free.length) await host.store.documents.forget(free)
  if (chat) await emptyChat(host, citizen, open.length > 0)
  return [...references]
}

/** Documents that a case names, in its answers and in what is still to be sent. */
async function documentsOf(host: Host, application: Application): Promise<string[]> {
  const vault = await host.vaultOf(application.citizen)
  const effects = await host.store.applications.effectsOf(application.reference)
  const sent = effects.flatMap(({ payload }) =>
    payload ? (JSON.parse(vault.openText(payload, SEALED.payload)) as AnswerPayload).documents : [],
  )
  return [...application.documents.map(({ id }) => id), ...sent]
}

/** Takes all that is personal out of an application that has ended. Number, service, days and outcome stay, and what proves its certificate. */
async function strip(host: Host, application: Application, needed: ReadonlySet<string>): Promise<void> {
  const { reference, certificate, documents } = application
  await host.store.documents.forget(documents.map(({ id }) => id).filter((id) => !needed.has(id)))
  if (certificate) await host.store.documents.remove([certificate.blob])
  await change(host, reference, (current) => {
    if (isErased(current)) return null
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
  const chat = keepAddress ? await channel.chat(citizen) : null
  await channel.forget(citizen)
  if (!chat) return
  const state = vault.seal(JSON.stringify(kept(chat.state, vault)), CHAT_SEALED.state)
  await channel.commit({ chat: { citizen, version: 0, address: chat.address, state }, windowUntil: chat.windowUntil })
}
function kept(state: string, vault: Vault): object {
  const { language, chosen, stopped } = JSON.parse(shown(vault, state, CHAT_SEALED.state) ?? '{}')
  return { language, chosen, stopped }
}
