/** Walks an expression's paths against the input types: no name that is not there, and no optional read without `has` or `.?`. */
import { type ASTNode, serialize } from '@marcbachmann/cel-js'
import {
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { parseExpression } from '../expressions.ts'
import { boundCall, chainOf, childrenOf } from './reads.ts'
import type { ExpressionTypes } from './types.ts'

/** Facts as an object without a GraphQL type of its own. */
type FactsType = { readonly facts: ReadonlyMap<string, GraphQLObjectType> }
type Known = GraphQLType | FactsType | null
/** What a path leads to: its type, its name for guards, and whether it is read through `.?`, where absence is harmless. */
interface Place {
  readonly type: Known
  readonly key: string | null
  readonly optional: boolean
}
const NOWHERE: Place = { type: null, key: null, optional: false }

interface Walk {
  readonly variables: ReadonlyMap<string, Place>
  /** Keys of optionals that are present here. */
  readonly present: ReadonlySet<string>
  readonly whens: ReadonlyMap<string, readonly string[]>
  readonly namesOnly: boolean
  readonly problems: Set<string>
}

/** `namesOnly`: only names that do not exist, where the types do not check anyway. */
export function absenceProblems(ast: ASTNode, types: ExpressionTypes, namesOnly = false): string[] {
  const whens = new Map<string, string[]>()
  for (const [field, when] of types.whens) {
    const text = serialized(when)
    if (text !== null) whens.set(text, [...(whens.get(text) ?? []), `input.${field}`])
  }
  const problems = new Set<string>()
  const variables = new Map<string, Place>([
    ['input', { type: types.input, key: 'input', optional: false }],
    ['facts', { type: { facts: types.facts }, key: 'facts', optional: false }],
  ])
  look(ast, { variables, present: new Set(), whens, namesOnly, problems })
  return [...problems]
}

function serialized(source: string): string | null {
  try {
    return serialize(parseExpression(source))
  } catch {
    return null
  }
}

function look(node: ASTNode, walk: Walk): void {
  switch (node.op) {
    case '&&':
    case '||': {
      // both ways round: CEL lets either side decide, whichever fails
      const [left, right] = node.args
      look(left, knowing(walk, guards(right, node.op === '&&', walk)))
      look(right, knowing(walk, guards(left, node.op === '&&', walk)))
      return
    }
    case '?:': {
      const [condition, yes, no] = node.args
      look(condition, walk)
      look(yes, knowing(walk, guards(condition, true, walk)))
      look(no, knowing(walk, guards(condition, false, walk)))
      return
    }
    case 'call':
      if (node.args[0] === 'has' && node.args[1].length === 1) place(node.args[1][0]!, walk, true)
      else for (const child of node.args[1]) look(child, walk)
      return
    case 'rcall':
      lookCall(node, walk)
      return
    case '.':
    case '.?':
    case '[]':
    case '[?]':
      place(node, walk)
      return
    default:
      for (const child of childrenOf(node)) look(child, walk)
  }
}

function lookCall(node: ASTNode, walk: Walk): void {
  const call = boundCall(node)
  if (!call) {
    for (const child of childrenOf(node)) look(child, walk)
    return
  }
  if (call.name === 'item' || call.name === 'input')
    walk.problems.add(`'${call.name}' is the vocabulary's own name, call the variable otherwise`)
  const source = place(call.kind === 'each' ? call.list : call.value, walk)
  const listed = bare(source.type)
  const item = call.kind === 'bind' ? source.type : isListType(listed) ? listed.ofType : null
  const variables = new Map(walk.variables).set(call.name, { type: item, key: call.name, optional: false })
  const inside = {
    ...walk,
    variables,
    present: new Set([...walk.present].filter((key) => key.split('.')[0] !== call.name)),
  }
  let known: Walk = inside
  for (const body of call.kind === 'each' ? call.bodies : [call.body]) {
    look(body, known)
    // map(x, filter, transform)
    known = knowing(inside, guards(body, true, inside))
  }
}

/** The place that a node leads to, with the problems on the way. `mayMiss`: its last step is only asked after. */
function place(node: ASTNode, walk: Walk, mayMiss = false): Place {
  if (node.op === 'id') return walk.variables.get(node.args) ?? NOWHERE
  if (node.op === '.' || node.op === '.?') return step(node, walk, mayMiss)
  if (node.op === '[]' || node.op === '[?]') {
    const [base, index] = node.args
    look(index, walk)
    const listed = bare(place(base, walk).type)
    return { type: isListType(listed) ? listed.ofType : null, key: null, optional: node.op === '[?]' }
  }
  look(node, walk)
  return NOWHERE
}

function step(node: ASTNode & { op: '.' | '.?' }, walk: Walk, mayMiss: boolean): Place {
  const [baseNode, name] = node.args
  const base = place(baseNode, walk)
  const type = bare(base.type)
  const key = base.key === null ? null : `${base.key}.${name}`
  const optional = base.optional || node.op === '.?'
  if (type && 'facts' in type) {
    const result = type.facts.get(name)
    if (!result) walk.problems.add(`facts has no ${name}: no question of the service names such a query in facts`)
    return { type: result ?? null, key, optional }
  }
  if (!isInputObjectType(type) && !isObjectType(type)) return { type: null, key, optional }
  const field = (type as GraphQLInputObjectType).getFields()[name]
  if (!field) {
    walk.problems.add(`${type.name} has no field ${name}`)
    return { type: null, key, optional }
  }
  const absentable = isInputObjectType(type) && !isNonNullType(field.type)
  if (absentable && !optional && !mayMiss && !walk.namesOnly && !(key !== null && walk.present.has(key)))
    walk.problems.add(`reads the optional ${type.name}.${name} without has(…) or .?`)
  return { type: field.type, key, optional }
}

const bare = (type: Known): Known => (type && !('facts' in type) && isNonNullType(type) ? type.ofType : type)
const knowing = (walk: Walk, keys: ReadonlySet<string>): Walk =>
  keys.size === 0 ? walk : { ...walk, present: new Set([...walk.present, ...keys]) }

/** Which optionals are present where a condition has come out as `truth`. */
function guards(node: ASTNode, truth: boolean, walk: Walk): ReadonlySet<string> {
  if (truth) {
    const restated = walk.whens.size > 0 ? walk.whens.get(serialize(node)) : undefined
    if (restated) return new Set([...restated, ...directGuards(node, truth, walk)])
  }
  return directGuards(node, truth, walk)
}

function directGuards(node: ASTNode, truth: boolean, walk: Walk): ReadonlySet<string> {
  switch (node.op) {
    case '!_':
      return guards(node.args, !truth, walk)
    case '&&':
    case '||': {
      const left = guards(node.args[0], truth, walk)
      const right = guards(node.args[1], truth, walk)
      return (node.op === '&&') === truth ? left.union(right) : left.intersection(right)
    }
    case 'call':
      return truth && node.args[0] === 'has' ? keysOf(node.args[1][0]!) : new Set()
    case 'rcall':
      return truth && node.args[0] === 'hasValue' ? keysOf(node.args[1]) : new Set()
    case '==':
    case '!=': {
      const [left, right] = node.args
      const equal = (node.op === '==') === truth
      return new Set([...notTheDefault(left, right, equal), ...notTheDefault(right, left, equal)])
    }
    default:
      return new Set()
  }
}

/** `input.?act.orValue('') == 'X'` tells that `act` is there; so does `input.?act.orValue('') != ''`. */
function notTheDefault(call: ASTNode, value: ASTNode, equal: boolean): ReadonlySet<string> {
  if (call.op !== 'rcall' || call.args[0] !== 'orValue' || value.op !== 'value') return new Set()
  const fallback = call.args[2][0]
  return fallback?.op === 'value' && (fallback.args === value.args) !== equal ? keysOf(call.args[1]) : new Set()
}

/** The key of a path and of all that it leads through. */
function keysOf(node: ASTNode): ReadonlySet<string> {
  const chain = chainOf(node)
  const keys = new Set<string>()
  if (chain && chain.node === node)
    for (let end = 1; end <= chain.names.length; end++) keys.add([chain.root, ...chain.names.slice(0, end)].join('.'))
  return keys
}
