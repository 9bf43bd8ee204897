import type { Action } from '../../adapters/adapter.ts'
import type { Application } from '../../store/store.ts'
import { type Answerable, parseAnswer } from '../../vocabulary/answers.ts'
import type { CatalogueQuestion, CatalogueService } from '../../vocabulary/catalogue.ts'
import { InvalidValue } from '../../vocabulary/scalars.ts'
import { accepted, validate } from '../../vocabulary/validate.ts'
import { valueAt } from '../../vocabulary/waiting.ts'
import { NAME } from '../filing/documents.ts'
import { check, digestOf, invalid, problem, said } from '../filing/file.ts'
import { isFinal } from '../filing/lifecycle.ts'
import { forbidden, refusal, unauthenticated } from '../filing/refusal.ts'
import {
  type AnswerPayload,
  change,
  effectOf,
  isUnsent,
  readOne,
  SEALED,
  stepOf,
  withdrawalOf,
} from '../filing/steps.ts'
import { visible } from '../filing/visibility.ts'
import type { ApplyResult, Context, Host, ProblemValue, Vault } from '../subgraph.ts'
import { filedServices } from './services.ts'
import { DOCUMENT_MAXIMUM, ownerOf, UPLOAD_TYPES } from './uploads.ts'

const UPLOAD_MS = 60 * 60 * 1000

/** What an answer to a question of the department's own is parsed as. */
const FREE_TEXT: Answerable = { type: 'TEXT', scalar: 'String', maximum: 1000 }

const actorOf = ({ principal }: Context): string =>
  principal!.kind === 'citizen' ? 'citizen' : `${principal!.kind} ${principal!.client}`

/** Whether what was open when an answer was given still is. */
const isOpen = (current: Application, seen: Application): boolean =>
  current.status === 'ACTION_REQUIRED' && current.action === seen.action

const filed = (reference: string): ApplyResult => ({ __typename: 'Application', reference })

/** The application, where this principal may act on it. Throws NOT_FOUND for what they may not even see. */
export async function actable(host: Host, reference: string, context: Context): Promise<Application> {
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

interface AnswerParts {
  readonly value: unknown
  /** Ids. */
  readonly documents: readonly string[]
}

/** What an answer holds: `"text"`, a document's id or ids, or `{ value, documents }`. */
function answerParts(kind: Action['kind'], answer: any): AnswerParts {
  if (answer !== null && typeof answer === 'object' && !Array.isArray(answer))
    return { value: answer.value ?? null, documents: [answer.documents ?? []].flat().map(String) }
  return kind === 'DOCUMENT'
    ? { value: null, documents: [answer ?? []].flat().map(String) }
    : { value: answer, documents: [] }
}

/** The input with another answer to one of the service's own questions. */
function withAnswer(input: Record<string, any>, path: string, value: unknown): Record<string, any> {
  const copy = structuredClone(input)
  const names = path.split('.')
  const last = names.pop()!
  let at: any = copy
  for (const name of names) at = at[name] ??= {}
  at[last] = value
  return copy
}

export function actionResolvers(host: Host) {
  const { store, clock } = host
  const services = filedServices(host)

  async function answerAction(
    _: unknown,
    args: { reference: string; answer: unknown },
    context: Context,
  ): Promise<ApplyResult> {
    const application = await actable(host, args.reference, context)
    const vault = await host.vaultOf(application.citizen, application.action, application.input)
    const action: Action | null = application.action
      ? JSON.parse(vault.openText(application.action, SEALED.action))
      : null
    if (application.status !== 'ACTION_REQUIRED' || !action || action.kind === 'APPOINTMENT')
      return invalid([problem('reference', 'no-action')])
    const given = answerParts(action.kind, args.answer)
    const { documents } = given
    if (action.kind === 'DOCUMENT' && !documents.length) return invalid([problem('answer', 'required')])
    const owner = await ownerOf(host, context.principal)
    const records = await store.documents.read(documents)
    if (records.some((record) => !record?.sha256 || record.owner !== owner))
      return invalid([problem('answer', 'document-unknown')])
    const service = services.service(application.service)
    // a path that a department made up, and one that names every item of a list, is no place to put an answer
    const question = service.questions.find((q) => q.path === action.question && !q.path.includes('[]')) ?? null
    if (question && records.some((record) => !accepted(question.accepts, record!.mediaType)))
      return invalid([problem('answer', 'document-type', { accepts: question.accepts!.join(', ') })])
    if (application.departmentReference === null && question)
      return refile(application, service, question, documents[0] ?? given.value, context)
    const { value, problems } = parsed(filedInput(application, vault), service, question, given)
    if (problems.length) return invalid(problems)

    const payload: AnswerPayload = { value, documents, action }
    const sealed = vault.seal(JSON.stringify(payload), SEALED.payload)
    return taken(application.reference, (current) => {
      if (!isOpen(current, application)) return null
      const number = current.events + 1
      const effect = effectOf(
        current,
        'answer',
        number,
        `${current.reference}.${number}`,
        clock.now().getTime(),
        sealed,
      )
      return stepOf(current, { events: ['answer'], actor: actorOf(context), effects: [effect] }, clock.now(), vault)
    })
  }

  /** Of several answers that come at once one is taken: the others are told that nothing is asked any more. */
  async function taken(reference: string, decide: Parameters<typeof change>[2]): Promise<ApplyResult> {
    let isTaken = false
    await change(host, reference, (current, vault) => {
      const step = decide(current, vault)
      isTaken = step !== null
      return step
    })
    return isTaken ? filed(reference) : invalid([problem('reference', 'no-action')])
  }

  const filedInput = (application: Application, vault: Vault): Record<string, any> =>
    JSON.parse(vault.openText(application.input, SEALED.input))

  /** An answer in its normal form, as the question that it answers has it; documents have been looked at. */
  function parsed(
    before: Record<string, any>,
    service: CatalogueService,
    question: CatalogueQuestion | null,
    { value, documents }: AnswerParts,
  ): { value: unknown; problems: readonly ProblemValue[] } {
    if (documents.length && (value === null || value === '')) return { value: null, problems: [] }
    if (value === null || value === '') return { value, problems: [problem('answer', 'required')] }
    if (!question) {
      const text = parseAnswer(FREE_TEXT, value, clock.today())
      return text instanceof InvalidValue
        ? { value, problems: [problem('answer', text.rule, text.args)] }
        : { value: text, problems: [] }
    }
    const raw = withAnswer(before, question.path, value)
    const { input, problems } = validate(service, raw, { today: clock.today(), facts: null })
    return {
      value: valueAt(input, question.path) ?? value,
      problems: problems.filter(({ path }) => path === question.path).map(said),
    }
  }

  /** The department refused to file it for one answer: the application is filed again with another. */
  async function refile(
    application: Application,
    service: CatalogueService,
    { path }: CatalogueQuestion,
    value: unknown,
    context: Context,
  ): Promise<ApplyResult> {
    const raw = withAnswer(
      filedInput(application, await host.vaultOf(application.citizen, application.input)),
      path,
      value,
    )
    const owners = [application.client ?? application.citizen, await ownerOf(host, context.principal)]
    const checked = await check(host, service, raw, owners, context.principal)
    if (checked.problems.length) return invalid(checked.problems)
    return taken(application.reference, (current, vault) => {
      if (!isOpen(current, application)) return null
      const effect = effectOf(current, 'submit', current.events + 1, current.reference, clock.now().getTime())
      const changes = {
        input: vault.seal(JSON.stringify(checked.input), SEALED.input),
        digest: digestOf(host, current.citizen, service.code, checked),
        documents: checked.documents,
        fee: checked.fee,
        lastChange: null,
      }
      return stepOf(
        current,
        { events: ['resubmit'], actor: actorOf(context), changes, effects: [effect] },
        clock.now(),
        vault,
      )
    })
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
    const unsent = isUnsent(effects)
    await change(host, reference, (current, vault) =>
      withdrawalOf(current, { unsent, actor: actorOf(context) }, clock.now(), vault),
    )
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
      name: (await host.vaultOf(owner)).seal(name, NAME),
      mediaType: args.mediaType,
      size: args.size,
      sha256: null,
      blob: null,
      expires,
    })
    return { documentId: id, url: `${host.publicUrl}/uploads/${id}`, expiresAt: new Date(expires).toISOString() }
  }

  return { answerAction, withdrawApplication, createUpload }
}
