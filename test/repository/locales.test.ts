import { readdirSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { describe, expect, it } from '@jest/globals'
import { LANGUAGES, type LanguageCode } from '../../vocabulary/catalogue.ts'
import { localeFiles } from '../../vocabulary/words.ts'

const ROOT = new URL('../../', import.meta.url)
const ROOMS = [
  'vocabulary/locales/',
  ...readdirSync(new URL('subgraphs/', ROOT), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && readdirSync(new URL(`subgraphs/${entry.name}/`, ROOT)).includes('locales'),
    )
    .map(({ name }) => `subgraphs/${name}/locales/`),
]
const SCRIPT: Readonly<Record<LanguageCode, RegExp>> = {
  en: /\p{Script=Latin}/u,
  hi: /\p{Script=Devanagari}/u,
  pa: /\p{Script=Gurmukhi}/u,
  ur: /\p{Script=Arabic}/u,
}
/** The same in every language: letters of a blood group, a PIN code, the kind of a file. */
const UNSPOKEN = /^(?:[ABO]{1,2}[+−]|\d+|PDF)$/

interface Text {
  /** `too-long`, `AddressInput-line.hint` */
  readonly key: string
  readonly value: string
  /** Names of its variables, in alphabetical order. */
  readonly variables: readonly string[]
}

/** Every text of a file, with each variable as `0`, and of a text with variants the one for many. */
function textsOf(language: LanguageCode, source: string): Text[] {
  const resource = new FluentResource(source)
  const bundle = new FluentBundle(language, { useIsolating: false })
  expect(bundle.addResource(resource)).toEqual([])
  return resource.body.flatMap(({ id, value, attributes }) =>
    [['', value] as const, ...Object.entries(attributes).map(([name, text]) => [`.${name}`, text] as const)].flatMap(
      ([name, pattern]) => {
        if (!pattern) return []
        const variables = [
          ...new Set([...JSON.stringify(pattern).matchAll(/"type":"var","name":"(\w+)"/g)].map((m) => m[1]!)),
        ]
        const args = Object.fromEntries(variables.map((variable) => [variable, '0']))
        return [{ key: `${id}${name}`, value: bundle.formatPattern(pattern, args).trim(), variables: variables.sort() }]
      },
    ),
  )
}

describe.each(ROOMS)('the words of %s', (room) => {
  const files = localeFiles(new URL(room, ROOT))
  const english = textsOf('en', files.en ?? '')
  // an example may be written otherwise in each script; where a language has none, the schema's stands
  const wanted = (texts: readonly Text[]) => texts.map(({ key }) => key).filter((key) => !key.endsWith('.example'))

  it.each(LANGUAGES)('are all there in %s, once each, and no others', (language) => {
    const keys = wanted(textsOf(language, files[language] ?? ''))
    const lacks = wanted(english).filter((key) => !keys.includes(key))
    expect(lacks.map((key) => `${room}${language}.ftl lacks ${key}`)).toEqual([])
    const strange = keys.filter((key) => !wanted(english).includes(key))
    expect(strange.map((key) => `${room}en.ftl lacks ${key}, which ${language}.ftl has`)).toEqual([])
    expect(keys.length).toBe(new Set(keys).size)
  })
  it.each(LANGUAGES)('are written in the script of %s', (language) => {
    const foreign = textsOf(language, files[language] ?? '').filter(
      ({ value }) => !SCRIPT[language].test(value) && !UNSPOKEN.test(value),
    )
    expect(foreign).toEqual([])
  })
  it.each(LANGUAGES)('are in the form of Unicode in which texts are compared: %s', (language) => {
    const source = files[language] ?? ''
    expect(source.split('\n').filter((line) => line !== line.normalize('NFC'))).toEqual([])
  })
  it.each(LANGUAGES)('name the same variables in %s as in English', (language) => {
    const known = new Map(english.map(({ key, variables }) => [key, variables]))
    for (const { key, variables } of textsOf(language, files[language] ?? ''))
      expect({ key, variables }).toEqual({ key, variables: known.get(key) ?? [] })
  })
})
