/** Every field of a service's input, nested inputs and lists unfolded, in the order of the schema. */
import {
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql'
import { LANGUAGES, type Words } from '../catalogue.ts'
import type { WordBook } from '../words.ts'
import { elementOf, expressionReads, type Place } from './places.ts'

/** `@ask`'s arguments. */
export interface Ask {
  readonly when?: string
  readonly options?: string
  readonly facts?: string
  readonly suggest?: string
  readonly accepts?: readonly string[]
  readonly example?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly atLeast?: string
  readonly atMost?: number
}
export interface FieldWalk {
  readonly schema: GraphQLSchema
  readonly fail: (coordinate: string, message: string, expression?: string) => void
  readonly own: WordBook
  readonly shared: WordBook
  readonly root: GraphQLInputObjectType
}
/** One field that holds a value. */
export interface Entry {
  readonly path: string
  readonly coordinate: string
  readonly place: Place
  readonly field: GraphQLInputField
  readonly ask: Ask
  /** Name of the type of one value. */
  readonly scalar: string
  readonly enum: GraphQLEnumType | null
  /** Whether it holds several values itself. */
  readonly list: boolean
  /** Non-null in the schema. */
  readonly nonNull: boolean
  /** The list that it, or the item that it belongs to, is in. */
  readonly repeats: ListField | null
}
export interface ListField {
  readonly path: string
  readonly coordinate: string
  readonly place: Place
  readonly ask: Ask
  readonly nonNull: boolean
}

export function entriesOf(walk: FieldWalk): { readonly entries: readonly Entry[]; readonly places: readonly Place[] } {
  const entries: Entry[] = []
  const places: Place[] = []
  if (walk.root.isOneOf) walk.fail(walk.root.name, 'the input of a service is no one-of: put it into a field')
  const root: Place = {
    type: walk.root,
    prefix: '',
    speaks: 'input',
    block: null,
    whens: [],
    within: null,
    oneOf: null,
    guards: [],
    itemGuards: [],
    list: null,
  }
  visit(root, null, [])

  function visit(place: Place, repeats: ListField | null, around: readonly string[]): void {
    places.push(place)
    for (const field of Object.values(place.type.getFields())) {
      const coordinate = `${place.type.name}.${field.name}`
      const path = place.prefix + field.name
      const ask = askOf(walk.schema, field)
      const { element, required: nonNull, list } = elementOf(field.type)
      if (isListType(element)) walk.fail(coordinate, 'a list of lists cannot be asked for')
      if (list && place.list !== null) walk.fail(coordinate, 'a list inside a list of inputs cannot be asked for')
      if (place.type.isOneOf && ask.when)
        walk.fail(coordinate, 'a field of a one-of input has no `when`: which one is given is chosen')
      if (ask.when && nonNull)
        walk.fail(coordinate, 'a field with `when` is optional in GraphQL: it is required only where `when` is true')
      const own: ListField | null = list ? { path, coordinate, place, ask, nonNull } : null
      if (!isInputObjectType(element)) {
        entries.push({
          path,
          coordinate,
          place,
          field,
          ask,
          scalar: String((element as { name: string }).name),
          enum: isEnumType(element) ? element : null,
          list,
          nonNull,
          repeats: own ?? repeats,
        })
        continue
      }
      if (around.includes(element.name) || element === place.type) {
        walk.fail(coordinate, 'an input that holds itself cannot be asked for')
        continue
      }
      if (element.isOneOf && place.oneOf !== null) {
        walk.fail(coordinate, 'a one-of input inside a one-of input cannot be asked for')
        continue
      }
      const inner = innerPlace(place, field, element, { path, ask, nonNull, list, walk })
      visit(inner, own ?? repeats, [...around, place.type.name])
    }
  }
  return { entries, places }
}

function innerPlace(
  place: Place,
  field: GraphQLInputField,
  type: GraphQLInputObjectType,
  { path, ask, nonNull, list, walk }: { path: string; ask: Ask; nonNull: boolean; list: boolean; walk: FieldWalk },
): Place {
  const when = ask.when ? (expressionReads(ask.when, place)?.source ?? null) : null
  const guard = nonNull ? [] : [`has(${place.speaks}.${field.name})`]
  const inItem = place.list !== null
  return {
    type,
    prefix: list ? `${path}[].` : `${path}.`,
    speaks: list ? 'item' : `${place.speaks}.${field.name}`,
    block: heading(place.block, fieldWords(walk, place.type, field, undefined)),
    whens: when === null ? place.whens : [...place.whens, when],
    within: nonNull || ask.when || list ? place.within : path,
    oneOf: type.isOneOf ? (list ? `${path}[]` : path) : place.oneOf,
    guards: inItem ? place.guards : [...place.guards, ...guard],
    itemGuards: inItem ? [...place.itemGuards, ...guard] : [],
    list: list ? path : place.list,
  }
}

/** The address of a groom is headed by both: `The groom · Address`. */
function heading(outer: Words | null, inner: Words | null): Words | null {
  if (!outer || !inner) return inner ?? outer
  const languages = LANGUAGES.filter((language) => outer[language] !== undefined && inner[language] !== undefined)
  return Object.fromEntries(languages.map((language) => [language, `${outer[language]} · ${inner[language]}`])) as Words
}

function askOf(schema: GraphQLSchema, field: GraphQLInputField): Ask {
  return ((field.astNode && getDirectiveValues(schema.getDirective('ask')!, field.astNode)) ?? {}) as Ask
}

/** Words of a field: the department's own, those of a shared type, or the description in English. */
export function fieldWords(
  { own, shared }: Pick<FieldWalk, 'own' | 'shared'>,
  type: GraphQLInputObjectType,
  field: GraphQLInputField,
  attribute: string | undefined,
  english: string | null = null,
): Words | null {
  const id = `${type.name}-${field.name}`
  return (
    own.words(id, attribute) ??
    shared.words(id, attribute) ??
    own.words(id, attribute, attribute === undefined ? (field.description ?? null) : english)
  )
}
