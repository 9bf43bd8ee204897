/** Finds services by what people type: titles, synonyms and descriptions in all languages, in any script, with slips of the finger. */
import MiniSearch from 'minisearch'
import { LANGUAGES, type Words } from '../../vocabulary/catalogue.ts'
import type { ChatCatalogue, Service } from './conversation/state.ts'
import { soundOf } from './sounds.ts'
import { comparable, fillers, genericWords } from './wording.ts'

/** Scores below this share of the best are no likeness. */
const LIKENESS = 0.4
/** Characters of a text that are looked at: a wish is short, and likeness is dear. */
const SEARCHED = 200
/** A word that only sounds the same counts for less than the word itself. */
const SOUNDS_ALIKE = 0.6
/** What every office's services share decides between those that something else speaks for, and hardly. */
const SHARED = 0.2
/** Consonants of a sound that tells a word for sure: `death` sounds like `date`. */
const SURE = 3
/** Letters that a title or another name of a service may begin with, where no more is typed: their sound is no word. */
const BEGINNING = 3
const SOUND = '~'

const everyLanguage = (words: Words | null): string[] => LANGUAGES.flatMap((code) => words?.[code] ?? [])
/** One consonant is no word. */
const soundTerm = (word: string): string[] => {
  const sound = soundOf(word)
  return sound.length > 1 ? [SOUND + sound] : []
}
const sureSound = (word: string): string[] => soundTerm(word).filter((sound) => sound.length > SURE)
const isSound = (term: string): boolean => term.startsWith(SOUND)
const UNHEARD = { processTerm: (term: string) => term }
const BEGINS = { ...UNHEARD, fields: ['title', 'synonyms'], prefix: true }

export function chatCatalogue(
  services: readonly Service[],
  filling: ReadonlySet<string> = fillers(),
  shared: ReadonlySet<string> = genericWords(),
): ChatCatalogue {
  const sharedTerms = new Set([...shared].flatMap((word) => [word, ...sureSound(word)]))
  const isTelling = (terms: readonly string[]): boolean => terms.some((term) => !sharedTerms.has(term))
  const isShared = (word: string): boolean => [word, ...sureSound(word)].some((term) => sharedTerms.has(term))
  const byCode = new Map(services.map((service) => [service.code, service]))
  const named = new Map<string, Service | null>()
  const index = new MiniSearch<{ id: string; title: string; synonyms: string; description: string }>({
    fields: ['title', 'synonyms', 'description'],
    // the library's own tokens break Indic words at their vowel signs
    tokenize: (text) => comparable(text).split(' '),
    processTerm: (term) =>
      term && !filling.has(term) ? [term, ...(shared.has(term) ? sureSound(term) : soundTerm(term))] : null,
    searchOptions: {
      boost: { title: 3, synonyms: 2 },
      boostTerm: (term) => (isSound(term) ? SOUNDS_ALIKE : 1) * (sharedTerms.has(term) ? SHARED : 1),
      prefix: (term) => term.length > 3 && !isSound(term),
      // `card` is no `car`
      fuzzy: (term) =>
        sharedTerms.has(term) ? false : isSound(term) ? (term.length > 5 ? 1 : false) : term.length > 3 ? 0.25 : false,
    },
  })
  for (const service of services) {
    const synonyms = LANGUAGES.flatMap((code) => service.synonyms[code] ?? [])
    // a name that two services share names neither
    for (const name of [...everyLanguage(service.title), ...synonyms].map(comparable))
      named.set(name, named.has(name) && named.get(name) !== service ? null : service)
    index.add({
      id: service.code,
      title: everyLanguage(service.title).join(' '),
      synonyms: synonyms.join(' '),
      description: everyLanguage(service.description).join(' '),
    })
  }
  return {
    services,
    service: (code) => byCode.get(code) ?? null,
    search(whole) {
      const text = whole.slice(0, SEARCHED)
      const words = comparable(text)
        .split(' ')
        .filter((word) => !filling.has(word))
      const isBeginning = words.length === 1 && words[0]!.length === BEGINNING
      const begun = isBeginning ? index.search(text, BEGINS) : []
      const found = begun.length ? begun : index.search(text, isBeginning ? UNHEARD : {})
      const isVague = begun.length > 0 || words.every(isShared)
      const hits = isVague ? found : found.filter(({ terms, queryTerms }) => isTelling(terms) && isTelling(queryTerms))
      const least = isVague ? 0 : (hits[0]?.score ?? 0) * LIKENESS
      return {
        named: named.get(comparable(text)) ?? null,
        similar: hits.filter(({ score }) => score >= least).flatMap((hit) => byCode.get(hit.id) ?? []),
      }
    },
  }
}
