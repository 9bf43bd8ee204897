import { randomUUID } from 'node:crypto'
import { buildSubgraphSchema } from '@apollo/subgraph'
import DataLoader from 'dataloader'
import { defaultFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql'
import { type Adapter, AdapterError, CallbackRefused } from '../adapters/adapter.ts'
import { InvalidValue } from '../vocabulary/scalars.ts'
import { subgraphTypeDefs } from '../vocabulary/type-defs.ts'
import { casesRoute } from './filing/cases.ts'
import { delays } from './filing/delays.ts'
import { dispatcher } from './filing/dispatcher.ts'
import { refusal, unauthenticated } from './filing/refusal.ts'
import { poller } from './filing/reports/poller.ts'
import { take } from './filing/reports/set-aside.ts'
import { guard } from './filing/resilience.ts'
import { visible } from './filing/visibility.ts'
import { SCALAR_RESOLVERS } from './scalar-resolvers.ts'
import type {
  Context,
  Department,
  DepartmentHost,
  FiledApplication,
  Health,
  Host,
  Principal,
  Route,
  Subgraph,
} from './subgraph.ts'

/** A person's look-ups in one register a day, and those of a counter that serves many. */
const LOOKUPS_A_DAY = { citizen: 10, client: 1000 }
const CALLBACK_BYTES = 1_000_000
/** ms: less than whoever asks for the health is ready to wait. */
const PING_MS = 2000

/** Durations of the department machinery, in ms. */
export const DEPARTMENT_ENVIRONMENT = {
  DEPARTMENT_POLL_MS: {
    description: 'How often a department is asked for changes.',
    kind: 'integer',
    minimum: 1,
    example: '2000',
    default: '60000',
  },
  DEPARTMENT_TIMEOUT_MS: {
    description: 'How long a call to a department may take.',
    kind: 'integer',
    minimum: 1,
    example: '5000',
    default: '30000',
  },
  DEPARTMENT_RETRY_MAXIMUM_MS: {
    description: 'The longest wait between two tries of one filing.',
    kind: 'integer',
    minimum: 1,
    example: '5000',
    default: '300000',
  },
  DEPARTMENT_DELAY_MS: {
    description: 'How long a filing may wait for its department before its citizen is told that it takes longer.',
    kind: 'integer',
    example: '30000',
    default: '600000',
  },
} as const

/** What one request sees: the principal, its citizen, and loaders that live as long as the request. */
export function contexts(host: Host): (principal: Principal | null, scope: object) => Context {
  const known = new WeakMap<object, Context>()
  return (principal, scope) => {
    const before = known.get(scope)
    if (before) return before
    const kept = new Map<object, unknown>()
    let citizen: Promise<string | null> | undefined
    const context: Context = {
      principal,
      citizen: () => {
        citizen ??= host.citizens.of(principal)
        return citizen
      },
      applications: new DataLoader(async (references: readonly string[]) => {
        const [found, own] = await Promise.all([host.store.applications.read(references), context.citizen()])
        return found.map((a): FiledApplication | null => {
          if (!a || visible(a, principal, own) !== 'whole') return null
          const { reference, service, department, departmentReference, status } = a
          return { reference, service, department, departmentReference, citizen: a.citizen, status }
        })
      }),
      once<T>(key: object, make: () => T): T {
        if (!kept.has(key)) kept.set(key, make())
        return kept.get(key) as T
      },
    }
    known.set(scope, context)
    return context
  }
}

/** Faulty values are a department's InvalidInput in a service's input; anywhere else they are a bad request. */
export function refuseInvalidArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      if (!field.args.length) continue
      const resolve = field.resolve ?? defaultFieldResolver
      field.resolve = (source, args: Record<string, unknown>, context, info: GraphQLResolveInfo) => {
        for (const [name, value] of Object.entries(args))
          if (value instanceof InvalidValue) throw refusal('BAD_USER_INPUT', `${name} is not a valid ${value.scalar}.`)
        return resolve(source, args, context, info)
      }
    }
  }
}

/** A department's subgraph: its services from the schema, its own resolvers, its dispatcher and its poller. */
export function departmentSubgraph<A extends Adapter>(department: Department<A>, adapter: A, host: Host): Subgraph {
  const { name } = department
  const milliseconds = (variable: keyof typeof DEPARTMENT_ENVIRONMENT) =>
    Number(host.env[variable] || DEPARTMENT_ENVIRONMENT[variable].default)
  const timeout = milliseconds('DEPARTMENT_TIMEOUT_MS')
  const guarded = guard(name, timeout)

  const departmentHost: DepartmentHost<A> = {
    ...host,
    adapter,
    read: (run) => guarded.call('read', randomUUID(), run),
    async spendLookup(context, register, question) {
      const { principal } = context
      if (!principal) throw unauthenticated()
      const citizen = await context.citizen()
      const who = citizen ?? `client ${principal.client}`
      const limit = citizen ? LOOKUPS_A_DAY.citizen : LOOKUPS_A_DAY.client
      const item = host.vault.blind(JSON.stringify(question ?? null), `lookup ${register}`)
      if (!(await host.store.counts.add(`lookup:${who}`, host.clock.today(), item, limit)))
        throw refusal('LOOKUP_LIMIT', `${limit} look-ups a day are allowed. Please try again tomorrow.`)
      await host.record('looked-up', who, `${name} ${register}`)
    },
  }

  const own = department.resolvers(departmentHost)
  const services = host.catalogue.services.filter((service) => service.department === name)
  const mutations = Object.fromEntries(
    services.map((service) => [
      service.mutation,
      (
        _: unknown,
        args: { input: Record<string, unknown>; requestId?: string | null; onBehalfOf?: any },
        context: Context,
      ) => {
        if (args.onBehalfOf?.mobileNumber instanceof InvalidValue)
          throw refusal('BAD_USER_INPUT', 'onBehalfOf.mobileNumber is not a valid MobileNumber.')
        return host.file({
          service: service.code,
          input: args.input,
          requestId: args.requestId ?? null,
          onBehalfOf: args.onBehalfOf ?? null,
          context,
        })
      },
    ]),
  )
  const schema = buildSubgraphSchema([
    {
      typeDefs: subgraphTypeDefs(name),
      resolvers: {
        ...SCALAR_RESOLVERS,
        ...own,
        ...(services.length ? { Mutation: { ...own.Mutation, ...mutations } } : {}),
        // what a reference names is checked by what is asked of it: a field of an application that may not be seen is null
        Application: { __resolveReference: (reference: object) => reference, ...own.Application },
        Citizen: { __resolveReference: (reference: object) => reference, ...own.Citizen },
      },
    },
  ] as any)
  refuseInvalidArguments(schema)

  const callback: Route = {
    method: 'POST',
    path: `/webhooks/${name}`,
    async handle(request) {
      if (Number(request.headers.get('content-length')) > CALLBACK_BYTES)
        return Response.json({ error: 'too large' }, { status: 413 })
      try {
        for (const change of await adapter.callback!(request)) await take(host, name, change)
        return new Response(null, { status: 204 })
      } catch (error) {
        if (error instanceof CallbackRefused)
          return Response.json({ error: 'not signed by the department' }, { status: 401 })
        if (error instanceof AdapterError && error.code === 'DEPARTMENT_PROTOCOL') {
          host.log.error('a callback was not understood', error, { department: name })
          return Response.json({ error: 'not understood' }, { status: 400 })
        }
        host.log.error('a callback could not be taken', error, { department: name })
        return Response.json({ error: 'again later' }, { status: 503 })
      }
    },
  }

  /** Whether the department answers, as far as that is known in `PING_MS`. */
  async function reached(): Promise<Health> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Health>((resolve) => {
      timer = setTimeout(() => resolve({ name: 'department', ok: false, detail: 'DEPARTMENT_TIMEOUT' }), PING_MS)
    })
    const pinged = guarded
      .call('ping', 'ping', (call) => adapter.ping(call))
      .then(
        (): Health => ({ name: 'department', ok: true }),
        (error): Health => ({
          name: 'department',
          ok: false,
          detail: error instanceof AdapterError ? error.code : 'INTERNAL',
        }),
      )
    return Promise.race([pinged, late]).finally(() => clearTimeout(timer))
  }

  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  return {
    name,
    schema,
    context: contexts(host),
    routes: [casesRoute(adapter, guarded), ...(adapter.callback ? [callback] : [])],
    async start() {
      const work = dispatcher(host, adapter, guarded, {
        timeout,
        retryMaximum: milliseconds('DEPARTMENT_RETRY_MAXIMUM_MS'),
      })
      running = Promise.all([
        work.run(stopping.signal),
        poller(host, adapter, guarded, milliseconds('DEPARTMENT_POLL_MS')).run(stopping.signal),
        delays(host, name, milliseconds('DEPARTMENT_DELAY_MS')).run(stopping.signal),
      ])
      running.catch((error) => host.log.error('department work ended', error, { department: name }))
    },
    async stop() {
      stopping.abort()
      await running.catch(() => undefined)
      await adapter.close()
    },
    async health() {
      const [department, { owed, parked }] = await Promise.all([reached(), host.store.applications.owed(name)])
      return [department, { name: 'filing', ok: true, detail: `${owed} owed, ${parked} parked` }]
    },
  }
}
