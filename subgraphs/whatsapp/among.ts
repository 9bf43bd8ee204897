/** The one value among other words: `my number is 98100 12345`, `DOB: 5/1/1990`, `2 copies`, `do`. */
import { parseAnswer } from '../../vocabulary/answers.ts'
import { latinDigits } from '../../vocabulary/digits.ts'
import { InvalidValue, type Parsed } from '../../vocabulary/scalars.ts'
import type { Question } from './conversation/state.ts'
import { numeralIn } from './numerals.ts'

/** Characters of a text that are looked at. */
const LENGTH = 200
/** Words that a date is written in, and that stand around it. */
const DATE_WORDS = 4
const WORDS = 12

/** Null where there is none, or more than one that it could be. A text that is a value as a whole is read before. */
export function amongWords(question: Question, text: string, today: string): Parsed | null {
  if (text.length > LENGTH) return null
  const latin = latinDigits(text)
  const found = [...new Set(candidates(question, latin))].flatMap((candidate) => {
    const parsed = parseAnswer(question, candidate, today)
    return parsed instanceof InvalidValue ? [] : [parsed]
  })
  const [first, ...others] = new Set(found)
  return others.length ? null : (first ?? null)
}

function candidates({ type, scalar, pattern }: Question, text: string): string[] {
  if (type === 'DATE') return dates(text)
  if (type === 'INTEGER' || type === 'NUMBER') {
    const numeral = numeralIn(text)
    return numeral === null ? [] : [numeral]
  }
  if (type !== 'TEXT') return []
  if (scalar === 'MobileNumber') return text.match(/(?<!\d)\+?\d(?:[\s.()-]{0,2}\d){9,13}(?!\d)/g) ?? []
  if (scalar === 'PinCode') return text.match(/(?<!\d)\d{3}[\s-]?\d{3}(?!\d)/g) ?? []
  // a pattern of letters alone would be any word
  if (!pattern) return []
  const dashed = text.replace(/[\p{Pd}_/]/gu, '-')
  return [text, dashed].flatMap((one) => fitting(pattern, one)).filter((part) => /\d{4}/.test(part))
}

const fitting = (pattern: string, text: string): string[] =>
  text.toUpperCase().match(new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'gu')) ?? []

/** Words in a row that may be a date, where no digit stands beside them. */
function dates(text: string): string[] {
  const words = text
    .replace(/['’‘](?=\d\d(?!\d))/g, ' ')
    .replace(/[():;]/g, ' ')
    .trim()
    .split(/\s+/)
  if (words.length > WORDS) return []
  const found: string[] = []
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + DATE_WORDS); to++)
      if (![...words.slice(0, from), ...words.slice(to)].some((word) => /\d/.test(word)))
        found.push(words.slice(from, to).join(' '))
  return found
}
