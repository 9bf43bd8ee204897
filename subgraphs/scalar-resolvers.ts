import { SCALARS } from '../vocabulary/scalars.ts'

/** The shared scalars and value types, as every subgraph resolves them. */
export const SCALAR_RESOLVERS = {
  ...Object.fromEntries(Object.entries(SCALARS).map(([name, scalar]) => [name, scalar.type])),
  ApplyResult: { __resolveType: (value: { __typename: string }) => value.__typename },
}
