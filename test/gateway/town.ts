/** A small federation to test the door with: applications, and two departments that add to them. */
import { buildSubgraphSchema } from '@apollo/subgraph'
import { composeServices } from '@theguild/federation-composition'
import DataLoader from 'dataloader'
import { GraphQLError, parse } from 'graphql'
import type { Context, Health, Principal, Route, Subgraph } from '../../subgraphs/subgraph.ts'

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])\n'
const SDL = {
  applications: `${LINK}
    type Query { application(reference: ID!): Application  mine: [Application!]!  whoAmI: String  open: String!  fails: String  later(date: Day!): String }
    scalar Day
    type Mutation { withdraw(reference: ID!): Application }
    type Subscription { applicationChanged(reference: ID, after: Int): Change!  refused: Int }
    type Application @key(fields: "reference") { reference: ID!  status: String!  secret: String  parent: Application }
    type Change { id: ID!  application: Application! }`,
  fisheries: `${LINK}
    type Boat { name: String!  length: Int! }
    type Query { boats: [Boat!]! }
    type Application @key(fields: "reference") { reference: ID!  boat: Boat }`,
  archive: `${LINK}
    type Application @key(fields: "reference") { reference: ID!  shelf: String }
    type Query { shelves: [String!]! }`,
} as const
export type Name = keyof typeof SDL

export const supergraph = (urls: Partial<Record<Name, string>> = {}): string => {
  const services = Object.entries(SDL).map(([name, sdl]) => ({
    name,
    typeDefs: parse(sdl),
    url: urls[name as Name] ?? `http://${name}.invalid/graphql`,
  }))
  const composed = composeServices(services)
  if (!composed.supergraphSdl) throw new Error(composed.errors?.join('\n'))
  return composed.supergraphSdl
}

const coded = (code: string, message: string) => new GraphQLError(message, { extensions: { code } })

export interface Town {
  readonly subgraphs: Record<Name, Subgraph>
  /** Calls of each department's register. */
  readonly calls: Record<'fisheries' | 'archive', number>
  /** Commits a change and wakes who waits. */
  change(reference: string): void
  /** Subscriptions that have been told to end. */
  readonly ended: { count: number }
  /** Contexts made, by subgraph. */
  readonly contexts: Record<Name, number>
  /** Bodies and headers that reached a route. */
  readonly received: {
    path: string
    bytes: Buffer
    headers: Headers
    principal: Principal | null
    params: Readonly<Record<string, string>>
  }[]
  health: Record<Name, readonly Health[]>
}

export function town(): Town {
  const calls = { fisheries: 0, archive: 0 }
  const contexts = { applications: 0, fisheries: 0, archive: 0 }
  const ended = { count: 0 }
  const received: Town['received'] = []
  const log: { id: number; reference: string }[] = []
  const waiting = new Set<() => void>()
  const health: Town['health'] = {
    applications: [{ name: 'store', ok: true }],
    fisheries: [{ name: 'department', ok: true }],
    archive: [],
  }

  function changes(
    after: number | null | undefined,
    reference: string | null | undefined,
  ): AsyncIterableIterator<unknown> {
    let at = after ?? log.length
    let done = false
    let wake = () => {}
    const iterator: AsyncIterableIterator<unknown> = {
      [Symbol.asyncIterator]: () => iterator,
      async next() {
        while (!done) {
          const event = log[at]
          if (!event) {
            await new Promise<void>((resolve) => {
              wake = resolve
              waiting.add(resolve)
            })
            waiting.delete(wake)
            continue
          }
          at++
          if (!reference || event.reference === reference) {
            return {
              done: false,
              value: { applicationChanged: { id: String(event.id), application: applicationOf(event.reference) } },
            }
          }
        }
        return { done: true, value: undefined }
      },
      async return() {
        if (!done) ended.count++
        done = true
        wake()
        return { done: true, value: undefined }
      },
    }
    return iterator
  }
  const applicationOf = (reference: string) => ({
    reference,
    status: `status ${log.filter((e) => e.reference === reference).length}`,
  })
  const asCitizen = (context: Context) => {
    if (!context.principal) throw coded('UNAUTHENTICATED', 'A token is needed.')
    if (context.principal.kind === 'portal') throw coded('FORBIDDEN', 'This needs another token.')
  }

  const resolvers = {
    applications: {
      Query: {
        application: (_: unknown, { reference }: any, context: Context) => {
          asCitizen(context)
          return reference.startsWith('DWR-') ? applicationOf(reference) : null
        },
        mine: (_: unknown, __: unknown, context: Context) => {
          asCitizen(context)
          return Array.from({ length: 20 }, (___, i) => applicationOf(`DWR-${i}`))
        },
        whoAmI: (_: unknown, __: unknown, { principal }: Context) => JSON.stringify(principal),
        open: () => 'for all',
        fails: () => {
          throw new Error('constraint citizens_mobile violated by +919810012345')
        },
        later: () => 'yes',
      },
      Day: undefined as unknown,
      Mutation: { withdraw: (_: unknown, { reference }: any) => applicationOf(reference) },
      Subscription: {
        applicationChanged: {
          subscribe: (_: unknown, { after, reference }: any, context: Context) => {
            if (after < 0) throw coded('BAD_CURSOR', 'Nothing has this cursor.')
            asCitizen(context)
            return changes(after, reference)
          },
        },
        refused: {
          subscribe: () => {
            throw new Error('no such table +919810012345')
          },
        },
      },
      Application: {
        __resolveReference: ({ reference }: any) => applicationOf(reference),
        status: async ({ reference }: any, _: unknown, context: Context) =>
          context
            .once(
              applicationOf,
              () => new DataLoader(async (all: readonly string[]) => all.map((r) => applicationOf(r).status)),
            )
            .load(reference),
        secret: (_: unknown, __: unknown, context: Context) => {
          if (!context.principal?.scopes.includes('operations')) throw coded('FORBIDDEN', 'Only operators see this.')
          return 'shown'
        },
        parent: (application: unknown) => application,
      },
    },
    fisheries: {
      Query: { boats: () => [{ name: 'Jal Pari', length: 9 }] },
      Application: {
        boat: async ({ reference }: any, _: unknown, context: Context) =>
          context
            .once(
              calls,
              () =>
                new DataLoader(async (all: readonly string[]) => {
                  calls.fisheries++
                  return all.map((r) => ({ name: `boat of ${r}`, length: 9 }))
                }),
            )
            .load(reference),
      },
    },
    archive: {
      Query: { shelves: () => ['A'] },
      Application: {
        shelf: async ({ reference }: any, _: unknown, context: Context) =>
          context
            .once(
              contexts,
              () =>
                new DataLoader(async (all: readonly string[]) => {
                  calls.archive++
                  return all.map((r) => `shelf of ${r}`)
                }),
            )
            .load(reference),
      },
    },
  }
  delete resolvers.applications.Day

  const take =
    (path: string): Route['handle'] =>
    async (request, params, principal) => {
      received.push({
        path,
        bytes: Buffer.from(await request.arrayBuffer()),
        headers: request.headers,
        principal,
        params,
      })
      return new Response(`taken ${Object.values(params).join()}`, { status: 200, headers: { 'x-route': path } })
    }
  const route = (method: Route['method'], path: string): Route => ({ method, path, handle: take(path) })
  const routes: Record<Name, Route[]> = {
    applications: [
      route('PUT', '/uploads/:id'),
      route('GET', '/verify/:code'),
      {
        method: 'GET',
        path: '/certificates/:code',
        handle: async () => Promise.reject(new Error('the blob of +919810012345 is gone')),
      },
    ],
    fisheries: [
      route('GET', '/cases/fisheries/:key'),
      route('POST', '/webhooks/fisheries'),
      route('POST', '/webhooks/fisheries/forms'),
    ],
    archive: [],
  }

  const subgraphs = Object.fromEntries(
    (Object.keys(SDL) as Name[]).map((name): [Name, Subgraph] => [
      name,
      {
        name,
        schema: buildSubgraphSchema({ typeDefs: parse(SDL[name]), resolvers: resolvers[name] as any }),
        context(principal) {
          contexts[name]++
          const kept = new Map<object, unknown>()
          return {
            principal,
            citizen: async () => principal?.citizen?.subject ?? null,
            applications: new DataLoader(async (all) => all.map(() => null)),
            once<T>(key: object, make: () => T): T {
              if (!kept.has(key)) kept.set(key, make())
              return kept.get(key) as T
            },
          }
        },
        routes: routes[name],
        start: async () => {},
        stop: async () => {},
        health: async () => health[name],
      },
    ]),
  ) as Record<Name, Subgraph>

  return {
    subgraphs,
    calls,
    contexts,
    ended,
    received,
    health,
    change(reference) {
      log.push({ id: log.length + 1, reference })
      for (const wake of [...waiting]) wake()
    },
  }
}
