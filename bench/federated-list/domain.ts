/** One domain for every peer: the same records, resolvers, loaders and scope checks, as three subgraphs and as one schema. */
import { buildSubgraphSchema } from '@apollo/subgraph'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { composeServices } from '@theguild/federation-composition'
import DataLoader from 'dataloader'
import { GraphQLError, type GraphQLSchema, parse } from 'graphql'
import type { Context, Principal, Subgraph } from '../../subgraphs/subgraph.ts'

// ---------- records ----------
export const CITIZENS = 200
const APPLICATIONS_EACH = 20
const NAMES = ['Asha', 'Ravi', 'Meera', 'Imran', 'Gurpreet', 'Sunita', 'Kabir', 'Leela'] as const
const STATUSES = ['SUBMITTED', 'IN_REVIEW', 'APPROVED'] as const

interface Application {
  readonly reference: string
  readonly serviceCode: string
  readonly status: string
  readonly submittedAt: string
  readonly due: string | null
}
const person = (n: number, dateOfBirth: string) => ({ name: NAMES[n % NAMES.length]!, dateOfBirth })

const citizens = new Map<string, { id: string; name: string }>()
const applications = new Map<string, Application>()
const applicationsOf = new Map<string, Application[]>()
const marriages = new Map<string, unknown>()
const births = new Map<string, unknown>()
const services = new Map(
  Array.from({ length: 7 }, (_, i) => [`svc.${i}`, { code: `svc.${i}`, title: `Service number ${i}` }]),
)

for (let c = 0; c < CITIZENS; c++) {
  const id = `c${c}`
  const own: Application[] = []
  for (let n = c * APPLICATIONS_EACH; n < (c + 1) * APPLICATIONS_EACH; n++) {
    const reference = `DWR-2026-${String(n).padStart(6, '0')}`
    const application = {
      reference,
      serviceCode: `svc.${n % 7}`,
      status: STATUSES[n % 3]!,
      submittedAt: `2026-0${1 + (n % 9)}-1${n % 9}T10:00:00Z`,
      due: n % 5 ? `2026-12-0${1 + (n % 9)}` : null,
    }
    own.push(application)
    applications.set(reference, application)
    marriages.set(reference, {
      number: `M-${n}`,
      act: n % 2 ? 'HINDU_MARRIAGE_ACT' : 'SPECIAL_MARRIAGE_ACT',
      date: '2026-02-11',
      office: 'Saket',
      groom: person(n, '1994-01-02'),
      bride: person(n + 1, '1995-03-04'),
    })
    births.set(reference, {
      number: `B-${n}`,
      childName: NAMES[(n + 3) % NAMES.length],
      dateOfBirth: '2026-01-09',
      ward: `W${n % 70}`,
      mother: person(n + 1, '1995-03-04'),
      father: person(n, '1994-01-02'),
    })
  }
  citizens.set(id, { id, name: NAMES[c % NAMES.length]! })
  applicationsOf.set(id, own)
}

// ---------- what a request carries ----------
export function contextOf(principal: Principal | null): Context {
  const kept = new Map<object, unknown>()
  return {
    principal,
    citizen: async () => null,
    applications: null as never,
    once<T>(key: object, make: () => T): T {
      let value = kept.get(key)
      if (value === undefined) {
        value = make()
        kept.set(key, value)
      }
      return value as T
    },
  }
}

/** One batched read a request, whoever asks. */
function load<T>(context: Context, records: ReadonlyMap<string, T>, key: string): Promise<T | null> {
  const make = () => new DataLoader<string, T | null>(async (keys) => keys.map((each) => records.get(each) ?? null))
  return context.once(records, make).load(key)
}
function needsRead({ principal }: Context): void {
  if (!principal?.scopes.includes('applications:read')) {
    throw new GraphQLError('This needs the scope applications:read.', { extensions: { code: 'FORBIDDEN' } })
  }
}

// ---------- resolvers, once ----------
const query = {
  citizen: (_: unknown, { id }: { id: string }, context: Context) => {
    needsRead(context)
    return load(context, citizens, id)
  },
  application: (_: unknown, { reference }: { reference: string }, context: Context) => {
    needsRead(context)
    return load(context, applications, reference)
  },
}
const citizen = {
  applications: async ({ id }: { id: string }, { first }: { first?: number | null }, context: Context) => {
    const own = (await load(context, applicationsOf, id)) ?? []
    return first == null ? own : own.slice(0, first)
  },
}
const application = {
  service: (of: Application, _: unknown, context: Context) => load(context, services, of.serviceCode),
  overdue: (of: Application) => of.due !== null && of.due < '2026-11-01',
}
const marriage = (of: Application, _: unknown, context: Context) => load(context, marriages, of.reference)
const birthCertificate = (of: Application, _: unknown, context: Context) => load(context, births, of.reference)
const reference = (of: { reference: string }, context: Context) => {
  needsRead(context)
  return { reference: of.reference }
}

// ---------- schemas ----------
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])\n'
const key = (fields: string) => `@key(fields: "${fields}")`
const core = (keyed: (fields: string) => string) => `
  type Query { citizen(id: ID!): Citizen  application(reference: ID!): Application }
  type Citizen ${keyed('id')} { id: ID!  name: String!  applications(first: Int): [Application!]! }
  enum ApplicationStatus { SUBMITTED IN_REVIEW APPROVED }
  type Service { code: ID!  title: String! }`
const APPLICATION = `reference: ID!  service: Service!  status: ApplicationStatus!  submittedAt: String!  due: String  overdue: Boolean!`
const MARRIAGE = `
  enum MarriageAct { HINDU_MARRIAGE_ACT SPECIAL_MARRIAGE_ACT }
  type Marriage { number: ID!  act: MarriageAct!  date: String!  office: String!  groom: Person!  bride: Person! }`
const BIRTH = `
  type BirthCertificate { number: ID!  childName: String!  dateOfBirth: String!  ward: String!  mother: Person!  father: Person! }`
const personType = (directive: string) => `type Person ${directive} { name: String!  dateOfBirth: String! }\n`

const PARTS = [
  {
    name: 'applications',
    sdl: `${LINK}${core(key)} type Application ${key('reference')} { ${APPLICATION} }`,
    resolvers: {
      Query: query,
      Citizen: {
        ...citizen,
        __resolveReference: ({ id }: { id: string }, context: Context) => load(context, citizens, id),
      },
      Application: {
        ...application,
        __resolveReference: (of: { reference: string }, context: Context) => {
          needsRead(context)
          return load(context, applications, of.reference)
        },
      },
    },
  },
  {
    name: 'weddings',
    sdl: `${LINK}${MARRIAGE}${personType('@shareable')} type Application ${key('reference')} { reference: ID!  marriage: Marriage }`,
    resolvers: { Application: { marriage, __resolveReference: reference } },
  },
  {
    name: 'births',
    sdl: `${LINK}${BIRTH}${personType('@shareable')} type Application ${key('reference')} { reference: ID!  birthCertificate: BirthCertificate }`,
    resolvers: { Application: { birthCertificate, __resolveReference: reference } },
  },
]

export function supergraph(): string {
  const composed = composeServices(
    PARTS.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}.invalid/graphql` })),
  )
  if (!composed.supergraphSdl) throw new Error(composed.errors?.join('\n'))
  return composed.supergraphSdl
}

export function subgraphSchemas(): Record<string, GraphQLSchema> {
  return Object.fromEntries(
    PARTS.map(({ name, sdl, resolvers }) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as any }),
    ]),
  )
}

export function subgraphs(): Record<string, Subgraph> {
  const nothing = async () => {}
  return Object.fromEntries(
    Object.entries(subgraphSchemas()).map(([name, schema]) => [
      name,
      { name, schema, context: contextOf, routes: [], start: nothing, stop: nothing, health: async () => [] },
    ]),
  )
}

export function monolith(): GraphQLSchema {
  const all = `${APPLICATION}  marriage: Marriage  birthCertificate: BirthCertificate`
  return makeExecutableSchema({
    typeDefs: `${core(() => '')}${MARRIAGE}${BIRTH}${personType('')} type Application { ${all} }`,
    resolvers: { Query: query, Citizen: citizen, Application: { ...application, marriage, birthCertificate } },
  })
}

// ---------- what is asked ----------
const LIST = `query List($id: ID!) { citizen(id: $id) { id name applications(first: 20) {
  reference status submittedAt due service { code title }
  marriage { number act date groom { name } }
  birthCertificate { number childName dateOfBirth mother { name } } } } }`

/** The body of the n-th request. */
export const body = (n: number): string => JSON.stringify({ query: LIST, variables: { id: `c${n % CITIZENS}` } })
