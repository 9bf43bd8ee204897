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
  const choices = asha.choices()
  const presses = (nth: number) => asha.presses(choices[nth]!.id)
  if (place.at !== 'question')
    return void presses(place.at === 'more' || place.at === 'which' ? Math.floor(next() * choices.length) : 0)
  const path = place.path.replace(/\.\d+(?=\.|$)/g, '[]')
  const question = service.questions.find((one) => one.path === path)!
  if (['CHOICE', 'CHOICES', 'BOOLEAN'].includes(question.type)) return void presses(Math.floor(next() * choices.length))
  if (choices.length && next() < 0.5) return void presses(Math.floor(next() * choices.length))
  if (question.type === 'DOCUMENT') return void asha.sendsFile()
  asha.writes(answerFor(question, next))
}
export const filed = (asha: Chat) => asha.operations.find(({ kind }) => kind === 'file') as { input: any } | undefined

/** Every path that the schema would have asked for, with what was answered: told from the input type alone, not from the chat. */
export function applicable(made: RandomService, input: any): string[] {
  const found: string[] = []
  const whenOf = (field: any): boolean =>
    field.astNode.directives.some(
      (use: any) => use.name.value === 'ask' && use.arguments.some((a: any) => a.name.value === 'when'),
    )
  const look = (type: any, value: any, prefix: string) => {
    for (const [name, field] of Object.entries<any>(type.getFields())) {
      if (type.isOneOf && value?.[name] === undefined) continue
      if (whenOf(field) && value?.flag !== true) continue
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

export function faultsOf({ schema, derived, sdl }: RandomService, input: any): string[] {
  const faults: string[] = []
  coerceInputValue(input, schema.getType('It') as any, (path, _, error) =>
    faults.push(`${path.join('.')}: ${error.message}`),
  )
  for (const problem of validate(derived, input, { today: TODAY }).problems)
    faults.push(`${problem.path}: ${problem.rule}`)
  return faults.length ? [...faults, sdl, JSON.stringify(input)] : []
}
