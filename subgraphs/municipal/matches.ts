/** Entries of the register as choices: what the citizen typed, and masked letters of the rest. */
import type { Birth } from '../../adapters/municipal/index.ts'

export interface MatchOption {
  readonly value: string
  readonly label: string
  readonly description: string
}

const LABEL = 24
const DESCRIPTION = 72
const WORDS = 3
const HIDDEN = '••••'
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const letters = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment)

const LETTER = /\p{L}/u

/** `S••••a D••••i`: the first and the last letter of a word, in any script, with as many dots for every length. */
export function masked(name: string): string {
  return name.trim().split(/\s+/).slice(0, WORDS).map(maskedWord).join(' ')
}
function maskedWord(word: string): string {
  const known = letters(word).filter((letter) => LETTER.test(letter))
  if (known.length === 0) return HIDDEN
  // of a short word the last letter would tell nearly all
  return known.length < 4 ? `${known[0]}${HIDDEN}` : `${known[0]}${HIDDEN}${known.at(-1)}`
}

const cut = (text: string, length: number): string => {
  const all = [...text]
  return all.length <= length ? text : `${all.slice(0, length - 1).join('')}…`
}

/** `typed`: what the citizen gave for the search. `word`: a text of the locale files. */
export function matchOptions(
  births: readonly Birth[],
  typed: {
    readonly registrationNumber?: string | null
    readonly dateOfBirth: string
    readonly motherName?: string | null
  },
  word: (id: 'match-without-name' | 'match-born' | 'match-mother' | 'match-father') => string,
): MatchOption[] {
  const day = typed.dateOfBirth.split('-').reverse().join('/')
  const labels = births.map(({ name }) => cut(name === null ? word('match-without-name') : masked(name), LABEL))
  return births.map((birth, i) => {
    const alike = labels.filter((label) => label === labels[i]).length > 1
    // with a number the mother's name was not part of the search, so the typed one says nothing about the entry
    const mother = typed.registrationNumber ? birth.motherName && masked(birth.motherName) : typed.motherName
    const parts = [
      `${word('match-born')} ${day}`,
      mother && `${word('match-mother')} ${mother}`,
      birth.fatherName && `${word('match-father')} ${masked(birth.fatherName)}`,
    ]
    return {
      value: birth.recordId,
      // two that read alike could not be told apart when pressed
      label: alike ? `${cut(labels[i]!, LABEL - 4)} (${i + 1})` : labels[i]!,
      description: cut(parts.filter(Boolean).join(' · '), DESCRIPTION),
    }
  })
}
