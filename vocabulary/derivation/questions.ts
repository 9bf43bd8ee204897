/** A field of an input as a question, with its words. */
import { parseAnswer } from '../answers.ts'
import {
  type CatalogueQuery,
  type CatalogueQuestion,
  exampleText,
  type QuestionType,
  type Words,
} from '../catalogue.ts'
import { InvalidValue, isScalarName } from '../scalars.ts'
import { type Entry, type FieldWalk, fieldWords } from './fields.ts'
import { expressionReads } from './places.ts'

const TYPES: Readonly<Record<string, QuestionType>> = {
  Int: 'INTEGER',
  Float: 'NUMBER',
  Boolean: 'BOOLEAN',
  Date: 'DATE',
  DocumentId: 'DOCUMENT',
  String: 'TEXT',
  ID: 'TEXT',
}
const LABEL_LENGTH = 60
const OPTION_LENGTH = 24

export function questionOf(
  entry: Entry,
  optionsQuery: CatalogueQuery | null,
  factsQuery: CatalogueQuery | null,
  walk: FieldWalk,
  today: string,
): CatalogueQuestion {
  const { ask, place, coordinate, field } = entry
  const type = typeOf(entry, walk)
  const label = labelOf(entry, walk)
  const question: CatalogueQuestion = {
    path: entry.path,
    type,
    scalar: entry.scalar,
    required: entry.nonNull || ask.when !== undefined || place.type.isOneOf,
    within: place.within,
    ...(place.oneOf === null ? {} : { oneOf: place.oneOf }),
    when: joined([...place.whens, ...placed(ask.when, entry)]),
    suggest: placed(ask.suggest, entry)[0] ?? literal(field.defaultValue),
    label,
    hint: fieldWords(walk, place.type, field, 'hint'),
    example:
      fieldWords(walk, place.type, field, 'example', ask.example ?? null) ?? (ask.example ? { en: ask.example } : null),
    block: place.block,
    minimum: ask.minimum ?? null,
    maximum: ask.maximum ?? null,
    pattern: patternOf(entry, walk),
    accepts: ask.accepts ?? null,
    ...repetition(entry),
    options: optionsOf(entry, walk),
    optionsQuery,
    factsQuery,
  }
  if (
    !question.example &&
    (type === 'TEXT' || type === 'INTEGER' || type === 'NUMBER' || type === 'DATE') &&
    entry.scalar !== 'AadhaarNumber'
  )
    walk.fail(coordinate, 'has no example: @ask(example:) or .example in the locale files')
  for (const [language, example] of Object.entries(question.example ?? {})) {
    const shown = exampleText(example, today)
    if (shown === null) walk.fail(coordinate, `the example is no CEL over today`, example)
    else if (type !== 'CHOICE' && type !== 'CHOICES' && parseAnswer(question, shown, today) instanceof InvalidValue)
      walk.fail(
        coordinate,
        `its own example (${language}) is refused: ${(parseAnswer(question, shown, today) as InvalidValue).rule}`,
      )
  }
  return question
}

function typeOf(entry: Entry, walk: FieldWalk): QuestionType {
  if (entry.enum || entry.ask.options) return entry.list ? 'CHOICES' : 'CHOICE'
  const type = TYPES[entry.scalar] ?? (isScalarName(entry.scalar) && entry.scalar !== 'JSON' ? 'TEXT' : null)
  if (!type) walk.fail(entry.coordinate, `a ${entry.scalar} cannot be asked for: the vocabulary has no such scalar`)
  if (entry.scalar === 'AadhaarNumber' && entry.nonNull)
    walk.fail(entry.coordinate, 'a whole Aadhaar number may not be asked for in a chat: the field is optional')
  return type ?? 'TEXT'
}

function labelOf(entry: Entry, { own, shared, fail }: FieldWalk): Words {
  const { coordinate, place, field } = entry
  const words = fieldWords({ own, shared }, place.type, field, undefined)
  if (!words) {
    fail(coordinate, `has no label: ${place.type.name}-${field.name} in the locale files`)
    return { en: field.name }
  }
  for (const text of Object.values(words)) {
    if ([...text].length > LABEL_LENGTH)
      fail(coordinate, `the label '${text}' is longer than ${LABEL_LENGTH} characters`)
    if (/[*\n]/.test(text)) fail(coordinate, `the label '${text}' has a * or a line end in it`)
  }
  return words
}

function optionsOf(entry: Entry, { own, shared, fail }: FieldWalk): CatalogueQuestion['options'] {
  if (!entry.enum) return null
  return entry.enum.getValues().map((value) => {
    const id = `${entry.enum!.name}-${value.name}`
    const label = own.words(id) ?? shared.words(id) ?? own.words(id, undefined, value.description ?? null)
    if (!label) fail(`${entry.enum!.name}.${value.name}`, `has no label: ${id} in the locale files`)
    for (const text of Object.values(label ?? {}))
      if ([...text].length > OPTION_LENGTH)
        fail(`${entry.enum!.name}.${value.name}`, `the label '${text}' is longer than ${OPTION_LENGTH} characters`)
    return { value: value.name, label: label ?? { en: value.name } }
  })
}

function patternOf({ ask, coordinate }: Entry, { fail }: FieldWalk): string | null {
  if (!ask.pattern) return null
  try {
    new RegExp(`^(?:${ask.pattern})$`, 'u')
    return ask.pattern
  } catch {
    fail(coordinate, 'the pattern is no regular expression', ask.pattern)
    return null
  }
}

/** How many: of the list that the field is, or is in. */
function repetition({ repeats }: Entry): Pick<CatalogueQuestion, 'repeats' | 'atLeast'> {
  if (!repeats) return { repeats: null, atLeast: null }
  const { ask, nonNull, place } = repeats
  const fixed = ask.atLeast !== undefined && /^\s*\d+\s*$/.test(ask.atLeast) ? Number(ask.atLeast) : null
  const required = nonNull || ask.when !== undefined
  const atLeast =
    ask.atLeast !== undefined && fixed === null ? (expressionReads(ask.atLeast, place)?.source ?? null) : null
  return { repeats: { minimum: fixed ?? (required ? 1 : 0), maximum: ask.atMost ?? null }, atLeast }
}

const placed = (source: string | undefined, { place }: Entry): string[] =>
  source === undefined ? [] : [expressionReads(source, place)?.source ?? source]

const joined = (whens: readonly string[]): string | null =>
  whens.length > 1 ? whens.map((when) => `(${when})`).join(' && ') : (whens[0] ?? null)

const literal = (value: unknown): string | null =>
  value === undefined || value === null || typeof value === 'object' ? null : JSON.stringify(value)
