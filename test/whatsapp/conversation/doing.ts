/** Somebody who does what a chat asks of a random service, and what is wrong with what was filed. */
import { coerceInputValue } from 'graphql'
import type { CatalogueQuestion } from '../../../vocabulary/catalogue.ts'
import { validate } from '../../../vocabulary/validate.ts'
import type { chat } from '../chat.ts'
import { pick } from './random-citizen.ts'
import { type RandomService, TODAY } from './random-schema.ts'

/** What the chat asked, in order: a path, and how many answers to it there were. */
export type Chat = ReturnType<typeof chat>
export const standing = ({ place, draft }: ReturnType<Chat['state']>): string | null =>
  place.at === 'question'
    ? `${place.path} ${([draft!.answers[place.path]].flat() as unknown[]).filter((v) => v !== undefined).length}`
    : null

export function answerFor(
  question: CatalogueQuestion | { type: string; scalar: string; pattern: string | null },
  next: () => number,
): string {
  switch (question.type) {
    case 'INTEGER':
      return String(1 + Math.floor(next() * 9))
    case 'NUMBER':
      return pick(['0.5', '99.5', '७.५', '12'], next)
    case 'DATE':
      return pick(['5/1/1990', '१/२/१९९५', '3 March 2001', '5 ਜਨਵਰੀ 1990', '5 جنوری 1990'], next)
  }
  switch (question.scalar) {
    case 'PersonName':
      return pick(['Asha', 'रवि कुमार', 'ਗੁਰਪ੍ਰੀਤ', 'عائشہ', "D'Souza"], next)
    case 'MobileNumber':
      return pick(['9810012345', '+91 98100 12346', '०९८१००१२३४७'], next)
    case 'PinCode':
      return pick(['110075', '११००७५'], next)
    default:
      return question.pattern ? pick(['AB1234', 'cd5678'], next) : pick(['Some words', 'कुछ शब्द', 'xy', 'a, b'], next)
  }
}

/** One message of somebody who does what is asked. */
export function goOn(asha: Chat, { service }: RandomService, next: () => number): void {
  const { place } = asha.state()
  // that none of the options is it leads back
  const choices = asha.choices().filter(({ id }) => !id.startsWith('correct|'))
  const presses = (nth: number) => {
    if (!choices[nth]) throw new Error(JSON.stringify([asha.state().place, asha.replies(), asha.state().draft]))
    return asha.presses(choices[nth]!.id)
  }
  if (place.at !== 'question')
    return void presses(['more', 'which', 'correct'].includes(place.at) ? Math.floor(next() * choices.length) : 0)
  const path = place.path.replace(/\.\d+(?=\.|$)/g, '[]')
  const question = service.questions.find((one) => one.path === path)!
  if (['CHOICE', 'CHOICES', 'BOOLEAN'].includes(question.type)) return void presses(Math.floor(next() * choices.length))
  if (choices.length && next() < 0.5) return void presses(Math.floor(next() * choices.length))
  if (question.type === 'DOCUMENT') return void asha.sendsFile()
  asha.writes(answerFor(question, next))
}
export const filed = (asha: Chat) => asha.operations.find(({ kind }) => kind === 'file') as { input: any } | undefined

/** What the department knows, of all that its facts are asked about: by the query, told from the answers. */
export function factsOf({ derived }: RandomService, input: any): Record<string, { good: boolean; number: number }> {
  const known: Record<string, { good: boolean; number: number }> = {}
  for (const { factsQuery } of derived.questions) {
    if (!factsQuery) continue
    const about = Object.values(factsQuery.arguments).map((path) =>
      path.split('.').reduce((at, name) => at?.[name], input),
    )
    if (about.some((value) => value === undefined || value === null)) continue
    const number = [...JSON.stringify(about)].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % 4
    known[factsQuery.field] = { good: number % 2 === 0, number }
  }
  return known
}
/** Options of a live question: each says the answers that it was offered for. */
export function optionsFor(
  { derived }: RandomService,
  path: string,
  answers: any,
): readonly { readonly value: string; readonly label: string }[] {
  const by = argumentsOf({ derived }, path, answers)
  return ['r1', 'r9', 'r2'].map((value) => ({
    value: by === null ? value : `${value} ${by}`,
    label: `${value} of ${by}`,
  }))
}
/** The answers that a live question's options hang on, in short; null for one that hangs on none. */
function argumentsOf({ derived }: Pick<RandomService, 'derived'>, path: string, input: any): string | null {
  const pattern = path.replace(/\.\d+(?=\.|$)/g, '[]')
  const query = derived.questions.find((one) => one.path === pattern)?.optionsQuery
  const paths = Object.values(query?.arguments ?? {})
  if (!paths.length) return null
  const positions = [...path.matchAll(/\.(\d+)(?=\.)/g)].map(([, n]) => n)
  return paths
    .map((one) => {
      let nth = 0
      const here = one.replace(/\[\]/g, () => `.${positions[nth++]}`)
      return JSON.stringify(here.split('.').reduce((at: any, name) => at?.[name], input) ?? null)
    })
    .join(',')
}

/** Every path that the schema would have asked for, with what was answered: told from the input type alone, not from the chat. */
export function applicable(made: RandomService, input: any): string[] {
  const found: string[] = []
  const facts: Record<string, { good: boolean }> = factsOf(made, input)
  const whenOf = (field: any): string | null =>
    field.astNode.directives
      .find((use: any) => use.name.value === 'ask')
      ?.arguments.find((a: any) => a.name.value === 'when')?.value.value ?? null
  const isAsked = (when: string | null, value: any): boolean => {
    const fact = when && /^facts\.(\w+)\.good$/.exec(when)?.[1]
    return when === null || (fact ? facts[fact]?.good === true : value?.flag === true)
  }
  const look = (type: any, value: any, prefix: string) => {
    for (const [name, field] of Object.entries<any>(type.getFields())) {
      if (type.isOneOf && value?.[name] === undefined) continue
      if (!isAsked(whenOf(field), value)) continue
      const path = prefix + name
      const list = String(field.type).startsWith('[')
      const bare = made.schema.getType(String(field.type).replace(/[[\]!]/g, '')) as any
      const given = value?.[name]
      if (!bare.getFields) found.push(path)
      else if (list) for (const [i, item] of (given ?? []).entries()) look(bare, item, `${path}.${i}.`)
      else if (given !== undefined) look(bare, given, `${path}.`)
    }
  }
  look(made.schema.getType('It'), input, '')
  return found
}

export function faultsOf(made: RandomService, input: any): string[] {
  const { schema, derived, sdl } = made
  const faults: string[] = []
  coerceInputValue(input, schema.getType('It') as any, (path, _, error) =>
    faults.push(`${path.join('.')}: ${error.message}`),
  )
  for (const problem of validate(derived, input, { today: TODAY, facts: factsOf(made, input) }).problems)
    faults.push(`${problem.path}: ${problem.rule}`)
  const look = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) look(one, path ? `${path}.${name}` : name)
    else if (typeof value === 'string' && /^r\d /.test(value) && value.slice(3) !== argumentsOf(made, path, input))
      faults.push(`${path}: ${value} was offered for other answers than ${argumentsOf(made, path, input)}`)
  }
  look(input, '')
  return faults.length ? [...faults, sdl, JSON.stringify(input)] : []
}
