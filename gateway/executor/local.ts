/** A subgraph of this process: its schema is executed directly, with the request's own context and no network between. */
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
} from 'graphql'
import type { Context, Subgraph } from '../../subgraphs/subgraph.ts'
import type { RequestContext } from '../request.ts'
import { mapped } from '../stream.ts'
import type { Fetch } from './index.ts'

export function localFetch(subgraph: Subgraph): Fetch {
  const contextOf = contexts(subgraph)
  return ({ document, variables, operationName, kind, context }) => {
    const args = { schema: subgraph.schema, document, variableValues: variables, operationName }
    if (kind === 'subscription')
      return subscribeFresh(
        args,
        () => contextOf(context),
        () => renew(context),
      )
    return execute({ ...args, contextValue: contextOf(context) })
  }
}

/** One context a request and subgraph. */
export function contexts(subgraph: Subgraph): (request: RequestContext) => Context {
  const made = new WeakMap<object, Context>()
  return ({ caller, scope }) => {
    let context = made.get(scope)
    if (!context) {
      context = subgraph.context(caller.principal, scope)
      made.set(scope, context)
    }
    return context
  }
}

/** The next event's scope. Events are pulled one after the other, so none is being answered out of the scope that goes. */
export function renew(context: RequestContext): void {
  context.scope = {}
}

type SubscriptionArgs = Omit<ExecutionArgs, 'contextValue'> & { document: DocumentNode }

/** As graphql-js's `subscribe`, but each event is answered in a context of its own: loaders that live as long as a stream would answer from its beginning. */
export async function subscribeFresh(
  args: SubscriptionArgs,
  contextValue: () => unknown,
  next: () => void,
): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
  const source = await createSourceEventStream({ ...args, contextValue: contextValue() })
  if (!(Symbol.asyncIterator in source)) return source
  return mapped(source as AsyncIterable<unknown>, async (rootValue) => {
    next()
    return whole(await execute({ ...args, rootValue, contextValue: contextValue() }))
  })
}

/** An event that came to nothing is an empty one: without data the join would answer with the event before it. */
function whole(result: ExecutionResult): ExecutionResult {
  return result.data ? result : { data: {}, errors: result.errors as readonly GraphQLError[] }
}
