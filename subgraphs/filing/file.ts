import type { Application } from '../../store/store.ts'
import type { CatalogueService } from '../../vocabulary/catalogue.ts'
import { documentsOf, feeOf, type InputProblem, validate } from '../../vocabulary/validate.ts'
import { sentence } from '../../vocabulary/words.ts'
import { dateInIndia } from '../host/clock.ts'
import type { ApplyResult, FileRequest, Host, Principal, ProblemValue } from '../subgraph.ts'
import { isFinal } from './lifecycle.ts'
import { type AskOnce, askFacts, askOptions } from './live.ts'
import { forbidden, refusal, unauthenticated } from './refusal.ts'
import { change, effectOf, eventOf, isUnsent, readOne, SEALED, withdrawalOf } from './steps.ts'

/** For whom an application is filed, and by whom. */
interface Filer {
  readonly citizen: string
  /** Owner of the documents it may name. */
  readonly owner: string
  readonly client: string | null
  readonly restricted: boolean
  /** Who repeats a requestId. */
  readonly caller: string
  readonly actor: string
}

async function filerOf(host: Host, request: FileRequest): Promise<Filer> {
  const principal = request.context.principal
  if (!principal) throw unauthenticated()
  if (principal.kind === 'citizen') {
    if (request.onBehalfOf) throw forbidden('to file for somebody else')
    const citizen = await request.context.citizen()
    if (!citizen) throw unauthenticated()
    return { citizen, owner: citizen, client: null, restricted: false, caller: citizen, actor: 'citizen' }
  }
  if (!principal.scopes.includes('applications:file') || !principal.client) throw forbidden('to file applications')
  if (!request.onBehalfOf) throw refusal('BAD_USER_INPUT', 'A portal names the citizen in onBehalfOf.')
  const citizen = await host.citizens.ofChat({ mobile: request.onBehalfOf.mobileNumber })
  const client = `client ${principal.client}`
  return { citizen, owner: client, client, restricted: true, caller: client, actor: `portal ${principal.client}` }
}

/** A problem that the hub itself finds; `rule` names its sentence. */
export const problem = (path: string, rule: string, args: Record<string, string> = {}): ProblemValue => ({
  path,
  rule,
  message: ({ language }) => sentence(rule, args, language),
})

/** A choice that was offered, and is not any more. */
const gone = (path: string): ProblemValue => ({
  path,
  rule: 'choice',
  message: ({ language }) => sentence('choice-gone', {}, language),
})

/** `Application` of the ApplyResult union. */
const filed = (application: Application): ApplyResult => ({
  __typename: 'Application',
  reference: application.reference,
})
export const invalid = (problems: readonly ProblemValue[]): ApplyResult => ({ __typename: 'InvalidInput', problems })

/** Equal for equal answers of the same citizen to the same service. */
export const digestOf = (
  host: Pick<Host, 'vault'>,
  citizen: string,
  service: string,
  { input, documents }: Pick<Checked, 'input' | 'documents'>,
): string => host.vault.blind(`${citizen}\n${service}\n${JSON.stringify(withoutDocuments(input, documents))}`, 'digest')

interface Checked {
  readonly input: Record<string, any>
  readonly problems: readonly ProblemValue[]
  readonly documents: readonly { id: string; path: string }[]
  readonly fee: number | null
}

/** Validates an input whose documents are of `owners`: the schema's rules, what the departments know, documents that are theirs, options that are still open. */
export async function check(
  host: Host,
  service: CatalogueService,
  raw: Readonly<Record<string, unknown>>,
  owners: readonly (string | null)[],
  principal: Principal | null,
): Promise<Checked> {
  const today = host.clock.today()
  const plain = validate(service, raw, { today, facts: null })
  const documents = documentsOf(service, plain.input)
  const records = await host.store.documents.read(documents.map(({ id }) => id))
  const own = new Map(
    records.flatMap((record) =>
      record?.sha256 && owners.includes(record.owner) ? [[record.id, record] as const] : [],
    ),
  )
  const facts = plain.problems.length ? null : await askFacts(host.ask, service, plain.input, principal)
  const { input, problems } = validate(service, raw, { today, facts, documents: (id) => own.get(id) ?? null })
  if (problems.length) return { input, problems: problems.map(said), documents, fee: null }
  const gone = await goneOptions(host, service, input, principal)
  return { input, problems: gone, documents, fee: gone.length ? null : feeOf(service, input, { today, facts }) }
}

export const said = (p: InputProblem): ProblemValue => ({
  path: p.path,
  rule: p.rule,
  message: ({ language }) => p.message(language),
})

/** Each single value that an input has at a question's path, with its place: `branches.1`, `witnesses.0.office`. */
function valuesOf(input: unknown, path: string): (readonly [place: string, value: unknown])[] {
  const look = (value: any, names: readonly string[], at: string): (readonly [string, unknown])[] => {
    if (value === undefined || value === null) return []
    if (Array.isArray(value)) return value.flatMap((item, index) => look(item, names, `${at}.${index}`))
    const [name, ...inside] = names
    return name === undefined ? [[at, value]] : look(value[name], inside, at === '' ? name : `${at}.${name}`)
  }
  return look(input, path.replaceAll('[]', '').split('.'), '')
}

/** Live answers that the department does not offer any more. One that does not answer decides for itself when it gets the case. */
async function goneOptions(
  host: Host,
  service: CatalogueService,
  input: Record<string, any>,
  principal: Principal | null,
): Promise<ProblemValue[]> {
  const answers = new Map<string, ReturnType<AskOnce>>()
  // however many items a list has, what is the same for them is asked once
  const ask: AskOnce = (operation, variables, who) => {
    const key = JSON.stringify([operation, variables])
    const answer = answers.get(key) ?? host.ask(operation, variables, who)
    answers.set(key, answer)
    return answer
  }
  const checked = await Promise.all(
    service.questions
      .filter(({ optionsQuery }) => optionsQuery)
      .flatMap((question) => valuesOf(input, question.path).map((found) => [question, ...found] as const))
      .map(async ([question, place, value]) => {
        const options = await askOptions(ask, question, input, 'EN', principal, place)
        return options && !options.some((option) => option.value === value) ? [gone(place)] : []
      }),
  )
  return checked.flat()
}

/** The act of filing: validates, then commits the application with its first event and its first effect in one write. */
export async function file(host: Host, request: FileRequest): Promise<ApplyResult> {
  const service = host.catalogue.services.find((s) => s.code === request.service)
  if (!service) throw new Error(`no service ${request.service} in the catalogue`)
  const filer = await filerOf(host, request)
  const requestKey =
    request.requestId === null ? null : host.vault.blind(`${filer.caller}\n${request.requestId}`, 'request')
  if (requestKey) {
    const before = await host.store.applications.byRequest(requestKey)
    if (before) return again(host, request, before, service, filer)
  }
  const { input, problems, documents, fee } = await check(
    host,
    service,
    request.input,
    [filer.owner],
    request.context.principal,
  )
  if (problems.length) return invalid(problems)

  const digest = digestOf(host, filer.citizen, service.code, { input, documents })
  const now = host.clock.now()
  const reference = await host.store.applications.reference(dateInIndia(now).slice(0, 4))
  const draft: Application = {
    reference,
    service: service.code,
    department: service.department,
    citizen: filer.citizen,
    status: 'SUBMITTED',
    departmentReference: null,
    submittedAt: now.toISOString(),
    due: service.days === null ? null : host.workingDays.after(dateInIndia(now), service.days),
    input: (await host.vaultOf(filer.citizen)).seal(JSON.stringify(input), SEALED.input),
    digest,
    request: requestKey,
    fee,
    client: filer.client,
    restricted: filer.restricted,
    documents,
    action: null,
    lastChange: null,
    decidedAt: null,
    delayed: false,
    overdue: false,
    certificate: null,
    events: 0,
    version: 0,
  }
  const effect = effectOf(draft, 'submit', 1, reference, now.getTime())
  const outcome = await host.store.applications.create({
    application: { ...draft, events: 1 },
    events: [eventOf(draft, 1, 'submitted', 'SUBMITTED', now, filer.actor, null)],
    effects: [effect],
  })
  if (outcome === 'same-request') {
    const before = await host.store.applications.byRequest(requestKey!)
    // it was given up between the two looks, as below: the next try files a new one
    return before ? again(host, request, before, service, filer) : file(host, request)
  }
  if (outcome === 'same-answers') {
    const open = await host.store.applications.openByDigest(digest)
    // it was finished between the two looks: the next try files a new one
    if (!open) return file(host, request)
    if (!(await stands(host, open))) return anew(host, request, open)
    return { __typename: 'AlreadyApplied', application: { __typename: 'Application', reference: open.reference } }
  }
  if (!(await stands(host, draft, true))) return anew(host, request, draft)
  host.wake('events')
  host.wake('effects')
  return filed((await readOne(host.store, reference))!)
}

/** ms for which a filing waits for an erasure that it came into. */
const ERASURE_MS = 5000

/**
 * Whether what was written for a citizen is kept. An erasure marks its citizen before it looks at their cases, and this looks for the mark
 * once the case is written: one of the two sees the other. What an erasure did not see, or took a document of, is taken back. Of one that is
 * not over in time nothing is known: what was just written (`isNew`) is taken back, and what may have been acknowledged before is left.
 */
async function stands(host: Host, application: Application, isNew = false): Promise<boolean> {
  const { citizen, documents } = application
  let erasure = await host.citizens.erasure(citizen)
  if (erasure === null) return true
  const late = AbortSignal.timeout(ERASURE_MS)
  while (erasure === 'under way' && !late.aborted) {
    await host.wait('erasures', 50, late)
    erasure = await host.citizens.erasure(citizen)
  }
  if (erasure === 'under way' && !isNew) throw beingErased()
  if (erasure === null) {
    const kept = await host.store.documents.read(documents.map(({ id }) => id))
    if (kept.every((record) => record?.blob)) return true
  }
  return !(await takeBack(host, application))
}
/** Takes back what was filed for somebody who was erased meanwhile. False where its department has decided it before. */
export async function takeBack(host: Host, { reference }: Pick<Application, 'reference'>): Promise<boolean> {
  const unsent = isUnsent(await host.store.applications.effectsOf(reference))
  // found by neither from now on
  const freed = { request: null, digest: `erased ${reference}` }
  let isDecided = false
  await change(host, reference, (current, vault) => {
    const step = withdrawalOf(current, { unsent, actor: 'hub' }, host.clock.now(), vault)
    // another process may have taken it back
    isDecided = step === null && current.digest !== freed.digest
    const emptied = step?.application.status === 'WITHDRAWN' ? { input: '', documents: [] } : {}
    return step && { ...step, application: { ...step.application, ...freed, ...emptied } }
  })
  return !isDecided
}
const beingErased = () =>
  refusal('CONFLICT', 'Whom this is for is being erased, as was asked: nothing was filed. Try again in a minute.')

/** Files for whoever has the number now. */
async function anew(host: Host, request: FileRequest, { citizen }: Application): Promise<ApplyResult> {
  if ((await filerOf(host, request)).citizen !== citizen) return file(host, request)
  throw beingErased()
}

/**
 * What a `requestId` led to before. Throws where that was of another service, or for another person, as far as that can be told: whoever
 * reached it by another number since has it linked, and of somebody who was erased nothing is known.
 */
async function again(
  host: Host,
  request: FileRequest,
  before: Application,
  service: CatalogueService,
  filer: Filer,
): Promise<ApplyResult> {
  // whoever filed it was cut off before they looked
  const isOpen = before.input !== '' && !isFinal(before.status)
  if (isOpen && !(await stands(host, before))) return anew(host, request, before)
  const isAnothers = before.restricted && before.input !== '' && before.citizen !== filer.citizen
  if (before.service === service.code && !isAnothers) return filed(before)
  throw refusal(
    'CONFLICT',
    `This requestId was given for ${isAnothers ? 'somebody else’s application' : 'an application of another service'}: each application has one of its own.`,
  )
}

/** The same photograph uploaded anew is the same answer: documents are left out of what makes two applications equal. */
function withoutDocuments(input: Record<string, any>, documents: readonly { path: string }[]): Record<string, any> {
  const copy = structuredClone(input)
  for (const { path } of documents) {
    const names = path.split('.')
    const last = names.pop()!
    const holder = names.reduce((at: any, name) => at?.[name], copy)
    if (holder) holder[last] = null
  }
  return copy
}
