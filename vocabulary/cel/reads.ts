/** What an expression reads, found in its syntax tree. */
import type { ASTNode } from '@marcbachmann/cel-js'

export interface Reads {
  /** Paths of the input, the longest that are read: `groom.dateOfBirth`; a list as a whole: `witnesses`. Empty string: all of it. */
  readonly paths: readonly string[]
  /** Paths inside `item`: `dateOfBirth`. */
  readonly itemPaths: readonly string[]
  /** Queries whose facts are read: `learnerLicence`. Empty string: all. */
  readonly factPaths: readonly string[]
  readonly readsFacts: boolean
  readonly readsToday: boolean
}

/** Macros whose first argument is a variable that they bind to each item. */
export const ITERATIONS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])

/** A variable followed by names: `input.groom.?name`. `partial` where something else than names follows (`[0]`). */
export interface Chain {
  readonly root: string
  readonly names: readonly string[]
  readonly node: ASTNode
}

/** The chain that a node is, as far as it consists of names; null where it starts with anything but a variable. */
export function chainOf(node: ASTNode): Chain | null {
  switch (node.op) {
    case 'id':
      return { root: node.args, names: [], node }
    case '.':
    case '.?': {
      const base = chainOf(node.args[0])
      return base && base.node === node.args[0] ? { root: base.root, names: [...base.names, node.args[1]], node } : base
    }
    case '[]':
    case '[?]':
      return chainOf(node.args[0])
    default:
      return null
  }
}

export type BoundCall =
  | { readonly kind: 'each'; readonly list: ASTNode; readonly name: string; readonly bodies: readonly ASTNode[] }
  | { readonly kind: 'bind'; readonly value: ASTNode; readonly name: string; readonly body: ASTNode }

/** A call that binds a variable: `list.all(x, …)`, `cel.bind(x, value, …)`. */
export function boundCall(node: ASTNode): BoundCall | null {
  if (node.op !== 'rcall') return null
  const [name, receiver, args] = node.args
  const variable = args[0]
  if (variable?.op !== 'id') return null
  if (name === 'bind' && receiver.op === 'id' && receiver.args === 'cel')
    return { kind: 'bind', value: args[1]!, name: variable.args, body: args[2]! }
  return ITERATIONS.has(name) ? { kind: 'each', list: receiver, name: variable.args, bodies: args.slice(1) } : null
}

/** The nodes directly below one, in the order in which they are written. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [node.args[0]]
    case 'call':
      return node.args[1]
    case 'rcall':
      return [node.args[1], ...node.args[2]]
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    default:
      return node.args as readonly ASTNode[]
  }
}

/** What a step of a chain stands on. */
const baseOf = (step: ASTNode): ASTNode => (step.args as [ASTNode])[0]

/** Calls `visit` for each chain of names, the longest only, with the variables bound around it. */
export function eachChain(
  node: ASTNode,
  visit: (chain: Chain, bound: ReadonlySet<string>) => void,
  bound: ReadonlySet<string> = new Set(),
): void {
  const call = boundCall(node)
  if (call) {
    const inside = new Set(bound).add(call.name)
    eachChain(call.kind === 'each' ? call.list : call.value, visit, bound)
    for (const body of call.kind === 'each' ? call.bodies : [call.body]) eachChain(body, visit, inside)
    return
  }
  const chain = chainOf(node)
  if (!chain) {
    for (const child of childrenOf(node)) eachChain(child, visit, bound)
    return
  }
  visit(chain, bound)
  for (let at = node; at.op !== 'id'; at = baseOf(at))
    if (at.op === '[]' || at.op === '[?]') eachChain(at.args[1], visit, bound)
}

export function readsOf(ast: ASTNode): Reads {
  const paths = new Set<string>()
  const itemPaths = new Set<string>()
  const factPaths = new Set<string>()
  let readsToday = false
  eachChain(ast, ({ root, names }, bound) => {
    if (bound.has(root)) return
    if (root === 'input') paths.add(names.join('.'))
    else if (root === 'item') itemPaths.add(names.join('.'))
    else if (root === 'facts') factPaths.add(names[0] ?? '')
    else if (root === 'today') readsToday = true
  })
  return {
    paths: [...paths],
    itemPaths: [...itemPaths],
    factPaths: [...factPaths],
    readsFacts: factPaths.size > 0,
    readsToday,
  }
}

/** The same expression with another name for `input`: `input.groom` speaks from the whole where the rule stands on the groom's own type. */
export function withInput(source: string, ast: ASTNode, replacement: string): string {
  const places: { readonly start: number; readonly end: number }[] = []
  eachChain(ast, ({ root, node }, bound) => {
    if (root !== 'input' || bound.has('input')) return
    let variable = node
    while (variable.op !== 'id') variable = baseOf(variable)
    places.push(variable)
  })
  return places
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + replacement + text.slice(end), source)
}
