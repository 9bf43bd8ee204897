import { setTimeout as pause } from 'node:timers/promises'
import { buildSubgraphSchema } from '@apollo/subgraph'
import DataLoader from 'dataloader'
import type { Action } from '../../adapters/adapter.ts'
import type { Application } from '../../store/store.ts'
import type { CatalogueQuestion } from '../../vocabulary/catalogue.ts'
import { subgraphTypeDefs } from '../../vocabulary/type-defs.ts'
import { sentence } from '../../vocabulary/words.ts'
import { contexts, refuseInvalidArguments } from '../department.ts'
import { keptDocuments } from '../filing/documents.ts'
import { refusal, unauthenticated } from '../filing/refusal.ts'
import { SEALED } from '../filing/steps.ts'
import { type Sight, visible } from '../filing/visibility.ts'
import { shown } from '../host/vault.ts'
import { afterOf, connectionOf, firstOf } from '../paging.ts'
import { SCALAR_RESOLVERS } from '../scalar-resolvers.ts'
import type { Context, Host, Subgraph } from '../subgraph.ts'
import { actionResolvers } from './actions.ts'
import { catalogueResolvers, languageOf } from './catalogue.ts'
import { isErased } from './erase.ts'
import { eraser, erasureResolvers } from './erasure.ts'
import { applicationChanged, eventValue, relay } from './events.ts'
import { heads } from './heads.ts'
import { linkResolvers } from './linking.ts'
import { operationResolvers } from './operations/index.ts'
import { isOverdue, lateness } from './operations/lateness.ts'
import { performance } from './operations/performance.ts'
import { REFERENCE } from './references.ts'
import { routes } from './routes.ts'
import { UPLOAD_TYPES } from './uploads.ts'

interface View {
  readonly application: Application
  readonly sight: Exclude<Sight, 'nothing'>
}
interface Reference {
  readonly reference: string
}

const PAGE_MAXIMUM = 100
/** ms: less than whoever asks for the health is ready to wait. */
const PING_MS = 2500

/** The hub's own subgraph: the catalogue, applications with their history, certificates, uploads. */
export function applications(host: Host): Subgraph {
  const { store } = host
  const catalogue = catalogueResolvers(host)
  const operations = operationResolvers(host, catalogue.department)
  const LOADER = {}

  const views = (context: Context) =>
    context.once(
      LOADER,
      () =>
        new DataLoader<string, View | null>(
          async (references) => {
            const [found, citizen] = await Promise.all([store.applications.read(references), context.citizen()])
            return found.map((application) => {
              const sight = application ? visible(application, context.principal, citizen) : 'nothing'
              return application && sight !== 'nothing' ? { application, sight } : null
            })
          },
          // a mutation and what is selected on its result are one request: the result must be read after the change
          { cache: false },
        ),
    )
  async function view(of: Reference, context: Context): Promise<View> {
    const found = await views(context).load(of.reference)
    if (!found) throw context.principal ? refusal('NOT_FOUND', 'No such application.') : unauthenticated()
    return found
  }
  const field =
    <T>(pick: (application: Application, host: Host) => T) =>
    async (of: Reference, _: unknown, context: Context) =>
      pick((await view(of, context)).application, host)
  /** Fields that an outline does not show. */
  const wholeField =
    <T>(pick: (application: Application) => T, otherwise: T) =>
    async (of: Reference, _: unknown, context: Context) => {
      const { application, sight } = await view(of, context)
      return sight === 'whole' ? pick(application) : otherwise
    }

  async function history(of: Reference, _: unknown, context: Context) {
    const { application, sight } = await view(of, context)
    const events = await store.applications.events(of.reference)
    return Promise.all(events.map((event) => eventValue(host, event, sight, application)))
  }

  const actionQuestion = (service: string, action: Action, text: string): CatalogueQuestion | null => {
    if (action.question) return catalogue.questionAt(service, action.question)
    if (action.kind === 'APPOINTMENT') return null
    const type = action.kind === 'DOCUMENT' ? 'DOCUMENT' : 'TEXT'
    const none = {
      within: null,
      requiredWithin: null,
      when: null,
      suggest: null,
      hint: null,
      example: null,
      block: null,
      minimum: null,
      pattern: null,
      repeats: null,
      atLeast: null,
    }
    return {
      ...none,
      path: 'answer',
      type,
      scalar: type === 'DOCUMENT' ? 'DocumentId' : 'String',
      required: true,
      label: { en: text },
      maximum: type === 'TEXT' ? 1000 : null,
      accepts: type === 'DOCUMENT' ? UPLOAD_TYPES : null,
      options: null,
      optionsQuery: null,
      factsQuery: null,
    }
  }

  const schema = buildSubgraphSchema([
    {
      typeDefs: subgraphTypeDefs('applications'),
      resolvers: {
        ...SCALAR_RESOLVERS,
        ...catalogue.resolvers,
        Query: {
          ...catalogue.resolvers.Query,
          async application(_: unknown, of: Reference, context: Context) {
            if (!context.principal) throw unauthenticated()
            if (context.principal.kind === 'portal' && !context.principal.scopes.includes('applications:read'))
              throw refusal('FORBIDDEN', 'This token does not allow to read applications.')
            return (await views(context).load(of.reference)) ? of : null
          },
          async me(_: unknown, __: unknown, context: Context) {
            if (!context.principal) throw unauthenticated()
            const id = await context.citizen()
            return id && { id }
          },
          async verifyCertificate(_: unknown, { code }: { code: string }) {
            const application = await store.applications.byCertificate(code)
            const certificate = application?.certificate
            if (!application || !certificate) return { valid: false }
            return {
              valid: true,
              service: catalogue.filed(application.service),
              department: catalogue.department(application.department),
              issuedOn: certificate.issuedOn,
              sha256: certificate.sha256,
            }
          },
          performance: performance(host),
          ...operations.Query,
        },
        Mutation: {
          ...actionResolvers(host),
          ...linkResolvers(host),
          ...erasureResolvers(host),
          ...operations.Mutation,
        },
        ParkedEffect: operations.ParkedEffect,
        Subscription: {
          applicationChanged: {
            subscribe: (_: unknown, args: { reference?: string | null; after?: string | null }, context: Context) =>
              applicationChanged(host, args, context, stopping.signal),
          },
        },
        Application: {
          __resolveReference: async (of: Reference, context: Context) =>
            (await views(context).load(of.reference)) ? of : null,
          service: field((a) => catalogue.filed(a.service)),
          status: field((a) => a.status),
          departmentReference: wholeField((a) => a.departmentReference, null),
          submittedAt: field((a) => a.submittedAt),
          due: field((a) => a.due),
          overdue: field((a) => isOverdue(a, host.clock.today())),
          history,
          documents: wholeField<unknown>((a) => keptDocuments(host, a.documents), []),
          action: wholeField<unknown>(async (a) => {
            const vault = await host.vaultOf(a.citizen, a.action)
            const action = a.action && shown(vault, a.action, SEALED.action)
            return action ? { service: a.service, application: a, ...(JSON.parse(action) as Action) } : null
          }, null),
          certificate: wholeField<unknown>(
            (a) => a.certificate && { ...a.certificate, url: `${host.publicUrl}/certificates/${a.certificate.code}` },
            null,
          ),
          citizen: field((a) => ({ id: a.citizen })),
          restricted: field((a) => a.restricted),
          erased: field(isErased),
        },
        Action: {
          text: (action: Action, { language }: { language?: string | null }) =>
            action.text ??
            sentence(
              `action-${action.kind.toLowerCase()}`,
              { due: action.due ?? '', place: action.place ?? '' },
              languageOf(language),
            ),
          question: (
            action: Action & { service: string; application: Application },
            { language }: { language?: string | null },
          ) => {
            const code = languageOf(language)
            const text = action.text ?? sentence(`action-${action.kind.toLowerCase()}`, { due: '', place: '' }, code)
            const question = actionQuestion(action.service, action, text)
            const { citizen, input } = action.application
            const filed = async () => JSON.parse(shown(await host.vaultOf(citizen, input), input, SEALED.input) ?? '{}')
            return question && { question, language: code, filed }
          },
        },
        Citizen: {
          async __resolveReference({ id }: { id: string }, context: Context) {
            return context.principal?.kind === 'operator' || (await context.citizen()) === id ? { id } : null
          },
          async applications(
            { id }: { id: string },
            args: { first?: number | null; after?: string | null },
            context: Context,
          ) {
            const own = await context.citizen()
            if (own !== id && context.principal?.kind !== 'operator')
              throw refusal('FORBIDDEN', 'This token does not allow to read them.')
            const first = firstOf(args.first, { usual: 20, maximum: PAGE_MAXIMUM })
            const after = afterOf(args.after, (cursor) => REFERENCE.test(cursor))
            const found = await store.applications.ofCitizen(id, first + 1, after)
            return connectionOf(
              found,
              first,
              after,
              (a) => a.reference,
              (a) => ({ __typename: 'Application', reference: a.reference }),
            )
          },
        },
      },
    },
  ] as any)
  refuseInvalidArguments(schema)

  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  return {
    name: 'applications',
    schema,
    context: contexts(host),
    routes: routes(host),
    async start() {
      const work = [relay(host), heads(host), eraser(host), lateness(host)]
      running = Promise.all(work.map((each) => each.run(stopping.signal)))
    },
    async stop() {
      stopping.abort()
      await running
    },
    async health() {
      const late = pause(PING_MS, 'no answer in time', { ref: false })
      const detail = await Promise.race([store.ping().then(() => null), late]).catch(() => 'not writable')
      return [detail === null ? { name: 'store', ok: true } : { name: 'store', ok: false, detail }]
    },
  }
}
