/**
 * The executor: answers an operation on the supergraph out of the subgraphs. The rest of the gateway knows `Executor` and `Fetch`,
 * nothing of who plans and joins: here Hive's router runtime does (query planner in Rust).
 */
import { unifiedGraphHandler } from '@graphql-hive/router-runtime'
import { buildSchema, type DocumentNode, type ExecutionResult, type GraphQLError, type GraphQLSchema } from 'graphql'
import type { RequestContext } from '../request.ts'
import { mapped } from '../stream.ts'

export type Answer = ExecutionResult | AsyncIterable<ExecutionResult>
export interface Operation {
  readonly document: DocumentNode
  readonly variables: Readonly<Record<string, unknown>> | undefined
  readonly operationName: string | undefined
  readonly context: RequestContext
}
/** One call of a subgraph, `_entities` included. A subscription's answer is a stream. */
export type Fetch = (operation: Operation & { readonly kind: string }) => Answer | Promise<Answer>

export interface Executor {
  /** What clients see of the supergraph. */
  readonly schema: GraphQLSchema
  /** Throws GraphQLErrors (one, or an AggregateError of several) for variables that do not fit the operation. */
  run(operation: Operation): Promise<Answer>
}

/** `subgraphs`: by the names in the supergraph; one that it names and none answers for is UNAVAILABLE. */
export async function createExecutor(
  supergraph: string,
  subgraphs: Readonly<Record<string, Fetch>>,
  missing: (name: string) => GraphQLError,
): Promise<Executor> {
  const options = { assumeValid: true, assumeValidSDL: true, noLocation: true }
  const handler = await unifiedGraphHandler({
    unifiedGraph: buildSchema(supergraph, options),
    getUnifiedGraphSDL: () => supergraph,
    onSubgraphExecute: (name: string, request: any) => {
      const fetch = subgraphs[name]
      if (!fetch) return { errors: [missing(name)] }
      const { document, variables, operationName, operationType: kind, context } = request
      return fetch({ document, variables, operationName, kind, context }) as any
    },
  })
  const schema = handler.unifiedGraph
  return {
    schema,
    async run(operation) {
      const answer: any = await handler.executor!(operation as any)
      return Symbol.asyncIterator in answer ? mapped(answer, own) : answer
    },
  }
}

/** The plan's runner keeps one list of errors for a whole subscription: each event takes its own out of it. */
function own(result: any): ExecutionResult {
  const errors = result.errors?.splice(0)
  return errors?.length ? { data: result.data ?? null, errors } : { data: result.data }
}
