import { randomInt } from 'node:crypto'
import type { Action } from '../../adapters/adapter.ts'
import type { Application } from '../../store/store.ts'
import { NAME } from '../filing/documents.ts'
import { check, invalid, problem } from '../filing/file.ts'
import { isFinal } from '../filing/lifecycle.ts'
import { forbidden, refusal, unauthenticated } from '../filing/refusal.ts'
import { change, effectOf, noteOf, readOne, SEALED, stepOf } from '../filing/steps.ts'
import { visible } from '../filing/visibility.ts'
import type { ApplyResult, Context, Host } from '../subgraph.ts'
import { DOCUMENT_MAXIMUM, ownerOf, UPLOAD_TYPES } from './routes.ts'

const UPLOAD_MS = 60 * 60 * 1000
const LINK_MS = 10 * 60 * 1000
const LINK_TRIES_A_DAY = 10

const filed = (reference: string): ApplyResult => ({ __typename: 'Application', reference })

/** The application, where this principal may act on it. Throws NOT_FOUND for what they may not even see. */
async function actable(host: Host, reference: string, context: Context): Promise<Application> {
  const { principal } = context
  if (!principal) throw unauthenticated()
  const application = await readOne(host.store, reference)
  const sight = application ? visible(application, principal, await context.citizen()) : 'nothing'
  if (!application || sight === 'nothing') throw refusal('NOT_FOUND', 'No such application.')
  if (principal.kind === 'citizen' && sight !== 'whole')
    throw forbidden('to act on it before it is linked to this chat')
  if (principal.kind === 'portal' && !principal.scopes.includes('applications:file'))
    throw forbidden('to act on applications')
  if (principal.kind === 'operator' && !principal.scopes.includes('operations'))
    throw forbidden('to act on applications')
  return application
}

/** What an answer holds: `"text"`, a document's id or ids, or `{ value, documents }`. */
function answerParts(kind: Action['kind'], answer: any): { value: unknown; documents: string[] } {
  if (answer !== null && typeof answer === 'object' && !Array.isArray(answer))
    return { value: answer.value ?? null, documents: [answer.documents ?? []].flat().map(String) }
  return kind === 'DOCUMENT'
    ? { value: null, documents: [answer ?? []].flat().map(String) }
    : { value: answer, documents: [] }
}

function withAnswer(input: Record<string, any>, path: string, value: unknown): Record<string, any> {
  const copy = structuredClone(input)
  const names = path.replaceAll('[]', '').split('.')
  const last = names.pop()!
  let at: any = copy
  for (const name of names) at = at[name] ??= {}
  at[last] = value
  return copy
}

export function actionResolvers(host: Host) {
  const { store, vault, clock } = host

  async function answerAction(
    _: unknown,
    args: { reference: string; answer: unknown },
    context: Context,
  ): Promise<ApplyResult> {
    const application = await actable(host, args.reference, context)
    const action: Action | null = application.action
      ? JSON.parse(vault.openText(application.action, SEALED.action))
      : null
    if (application.status !== 'ACTION_REQUIRED' || !action || action.kind === 'APPOINTMENT')
      return invalid([problem('reference', 'no-action')])
    const { value, documents } = answerParts(action.kind, args.answer)
    if (action.kind === 'DOCUMENT' && !documents.length) return invalid([problem('answer', 'required')])
    const owner = await ownerOf(host, context.principal)
    const records = await store.documents.read(documents)
    if (records.some((record) => !record?.sha256 || record.owner !== owner))
      return invalid([problem('answer', 'document-unknown')])
    const actor =
      context.principal!.kind === 'citizen' ? 'citizen' : `${context.principal!.kind} ${context.principal!.client}`
    if (application.departmentReference === null && action.question)
      return refile(application, action.question, documents[0] ?? value, actor, context)

    const payload = vault.seal(JSON.stringify({ value, documents }), SEALED.payload)
    await change(host, application.reference, (current) => {
      if (current.status !== 'ACTION_REQUIRED') return null
      const number = current.events + 1
      const effect = effectOf(
        current,
        'answer',
        number,
        `${current.reference}.${number}`,
        clock.now().getTime(),
        payload,
      )
      return stepOf(current, { events: ['answer'], actor, effects: [effect] }, clock.now(), vault)
    })
    return filed(application.reference)
  }

  /** The department refused to file it for one answer: the application is filed again with another. */
  async function refile(
    application: Application,
    path: string,
    value: unknown,
    actor: string,
    context: Context,
  ): Promise<ApplyResult> {
    const service = host.catalogue.services.find((s) => s.code === application.service)!
    const raw = withAnswer(JSON.parse(vault.openText(application.input, SEALED.input)), path, value)
    const checked = await check(host, service, raw, application.client ?? application.citizen, context.principal)
    if (checked.problems.length) return invalid(checked.problems)
    await change(host, application.reference, (current) => {
      if (current.status !== 'ACTION_REQUIRED') return null
      const effect = effectOf(current, 'submit', current.events + 1, current.reference, clock.now().getTime())
      const changes = {
        input: vault.seal(JSON.stringify(checked.input), SEALED.input),
        documents: checked.documents,
        fee: checked.fee,
        lastChange: null,
      }
      return stepOf(current, { events: ['resubmit'], actor, changes, effects: [effect] }, clock.now(), vault)
    })
    return filed(application.reference)
  }

  async function withdrawApplication(
    _: unknown,
    { reference }: { reference: string },
    context: Context,
  ): Promise<ApplyResult> {
    const application = await actable(host, reference, context)
    if (application.status === 'WITHDRAWN') return filed(reference)
    if (isFinal(application.status) || application.status === 'APPROVED')
      return invalid([problem('reference', 'too-late')])
    const effects = await store.applications.effectsOf(reference)
    if (effects.some((effect) => effect.kind === 'withdraw')) return filed(reference)
    const untouched =
      application.departmentReference === null &&
      effects.every((e) => e.kind !== 'submit' || (e.state === 'owed' && e.attempts === 0))
    await change(host, reference, (current) => {
      if (isFinal(current.status) || current.status === 'APPROVED') return null
      if (untouched && current.departmentReference === null)
        return stepOf(current, { events: ['withdraw'], actor: 'citizen', cancels: ['submit'] }, clock.now(), vault)
      const number = current.events + 1
      const effect = effectOf(current, 'withdraw', number, `${reference}.${number}`, clock.now().getTime())
      return { application: current, events: [], effects: [effect] }
    })
    return filed(reference)
  }

  async function createUpload(_: unknown, args: { name: string; mediaType: string; size: number }, context: Context) {
    const owner = await ownerOf(host, context.principal)
    if (!owner) throw unauthenticated()
    if (context.principal!.kind === 'portal' && !context.principal!.scopes.includes('applications:file'))
      throw forbidden('to upload documents')
    if (!UPLOAD_TYPES.includes(args.mediaType))
      throw refusal(
        'BAD_USER_INPUT',
        `mediaType ${args.mediaType.slice(0, 60)} is not accepted; accepted: ${UPLOAD_TYPES.join(', ')}.`,
      )
    if (args.size < 1 || args.size > DOCUMENT_MAXIMUM)
      throw refusal('BAD_USER_INPUT', `size is ${args.size} bytes; accepted: 1 to ${DOCUMENT_MAXIMUM}.`)
    const id = `doc_${crypto.randomUUID().replaceAll('-', '')}`
    const expires = clock.now().getTime() + UPLOAD_MS
    // only the last part of a path is a name, and only what can be printed
    const name =
      args.name
        .replace(/^.*[/\\]/, '')
        .replace(/\p{C}/gu, '')
        .slice(0, 200) || 'document'
    await store.documents.announce({
      id,
      owner,
      name: vault.seal(name, NAME),
      mediaType: args.mediaType,
      size: args.size,
      sha256: null,
      expires,
    })
    return { documentId: id, url: `${host.publicUrl}/uploads/${id}`, expiresAt: new Date(expires).toISOString() }
  }

  async function createLinkCode(_: unknown, { reference }: { reference?: string | null }, context: Context) {
    const { principal } = context
    if (!principal) throw unauthenticated()
    const link: { reference?: string; citizen?: string } = {}
    if (reference) link.reference = (await actable(host, reference, context)).reference
    else {
      const citizen = await context.citizen()
      if (!citizen)
        throw refusal('BAD_USER_INPUT', 'Name the application in reference, or come with a citizen’s token.')
      link.citizen = citizen
    }
    const code = String(randomInt(100_000, 1_000_000))
    const expires = clock.now().getTime() + LINK_MS
    await store.codes.put(vault.blind(code, 'link'), vault.seal(JSON.stringify(link), 'link'), expires)
    return { code, expiresAt: new Date(expires).toISOString() }
  }

  async function spendLinkCode(_: unknown, { code }: { code: string }, context: Context) {
    const citizen = await context.citizen()
    if (!citizen) throw unauthenticated()
    const refused = { linked: false, applications: [] }
    const typed = vault.blind(code.replace(/\D/g, ''), 'link')
    if (!(await store.counts.add(`link:${citizen}`, clock.today(), typed, LINK_TRIES_A_DAY)))
      throw refusal('LOOKUP_LIMIT', 'Too many codes were tried today. Please try again tomorrow.')
    const sealed = await store.codes.spend(typed, clock.now().getTime())
    if (!sealed) return refused
    const link: { reference?: string; citizen?: string } = JSON.parse(vault.openText(sealed, 'link'))
    if (link.citizen) {
      const identities = [...(await store.people.identities(citizen)), ...(await store.people.identities(link.citizen))]
      await store.people.unite(identities, citizen)
      return { linked: true, applications: [] }
    }
    const application = await readOne(store, link.reference!)
    if (!application || application.citizen !== citizen) return refused
    await change(host, application.reference, (current) =>
      current.restricted ? noteOf(current, 'linked', 'citizen', clock.now(), { changes: { restricted: false } }) : null,
    )
    return { linked: true, applications: [{ __typename: 'Application', reference: application.reference }] }
  }

  return { answerAction, withdrawApplication, createUpload, createLinkCode, spendLinkCode }
}
