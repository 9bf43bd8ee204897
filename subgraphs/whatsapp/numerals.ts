/** A number in words, or among other words: `do`, `two hundred`, `5 lakh`, `3 copies`, `55.5 kg`. */
import { soundOf } from './sounds.ts'
import { comparable } from './wording.ts'

const UNITS = [
  'one ek एक ਇੱਕ ਇਕ ایک',
  'two do दो ਦੋ دو',
  'three teen tin तीन ਤਿੰਨ تین',
  'four char chaar चार ਚਾਰ چار',
  'five paanch panch पाँच पांच ਪੰਜ پانچ',
  'six chhe chah छह छः छे ਛੇ چھ چھے',
  'seven saat सात ਸੱਤ سات',
  'eight aath आठ ਅੱਠ آٹھ',
  'nine nau नौ ਨੌਂ نو',
  'ten das दस ਦਸ دس',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty fourty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const SIZES: readonly (readonly [number, string])[] = [
  [12, 'dozen dozens darjan दर्जन ਦਰਜਨ درجن'],
  [100, 'hundred hundreds sau सौ ਸੌ سو'],
  [1000, 'thousand thousands k hazar hazaar hajar hajaar हज़ार हजार ਹਜ਼ਾਰ ਹਜਾਰ ہزار'],
  [100_000, 'lakh lakhs lac lacs लाख ਲੱਖ لاکھ'],
  [1_000_000, 'million मिलियन'],
  [10_000_000, 'crore crores cr karod karor करोड़ करोड ਕਰੋੜ کروڑ'],
]
/** What makes another number, or none, of the one that it stands beside: more, less, a part, not. */
const OTHERS = `l more extra additional another plus minus less than least most over under above below not half quarter and or
  aur zyada jyada jyaada adhik kam aadha adha aadhi adhi dedh derh dhai adhai sava sawa sadhe saadhe sade paune pauna ya nahi nahin nhi
  और ज़्यादा ज्यादा अधिक कम आधा आधी डेढ़ डेढ ढाई अढ़ाई सवा साढ़े साढे पौने पौन या नहीं नही
  ਹੋਰ ਤੇ ਵੱਧ ਘੱਟ ਅੱਧਾ ਅੱਧੀ ਡੇਢ ਡੇਢ਼ ਢਾਈ ਸਵਾ ਸਾਢੇ ਸਾਢ਼ੇ ਪੌਣੇ ਜਾਂ ਨਹੀਂ
  اور مزید زیادہ کم آدھا آدھی ڈیڑھ ڈھائی سوا ساڑھے پونے یا نہیں`

const wordsOf = (text: string): string[] => text.trim().split(/\s+/).map(comparable)
const NUMBER_OF = new Map([
  ...UNITS.flatMap((words, i) => wordsOf(words).map((word): [string, number] => [word, i + 1])),
  ...TENS.flatMap((words, i) => wordsOf(words).map((word): [string, number] => [word, 10 * (i + 2)])),
])
const SIZE_OF = new Map(SIZES.flatMap(([size, words]) => wordsOf(words).map((word): [string, number] => [word, size])))
const OTHER = new Set(wordsOf(OTHERS))
const THOUSAND = 1000
/** Consonants that are told from others even where the word is misspelt (`thosand`). */
const HEARD = 3
const SIZE_SOUNDS = new Set(
  [...SIZE_OF].flatMap(([word, size]) => (size <= THOUSAND && soundOf(word).length >= HEARD ? [soundOf(word)] : [])),
)

/** Letters of a size that is told from another word by the number before it. */
const SHORT = 2
/** Words that are looked at. */
const WORDS = 12
const FIGURE = /^\d+(?:\.\d+)?$/
const isOther = (word: string): boolean => OTHER.has(word) || SIZE_OF.has(word) || SIZE_SOUNDS.has(soundOf(word))
/** `½`, and whatever else counts and is no digit. */
const FRACTION = /\p{No}/u
/** Nothing beside a number in digits that makes it another: no sign, part or range. */
const BESIDE = /^[\p{L}\p{M}\s\d.,٫٬:;!?'"’()~+]*$/u

/** The one number, as it may be parsed; null where there is none, or it is not told for sure. Digits are Latin ones. */
export function numeralIn(text: string): string | null {
  const words =
    text
      .match(/(?:(?<!\S)[.٫])?\d+(?:[.,٫٬]\d+)*|[\p{L}\p{M}\u200c\u200d]+/gu)
      ?.map((word) => (/\d/.test(word) ? word : comparable(word))) ?? []
  if (words.length > WORDS) return null
  const digits = words.filter((word) => /\d/.test(word))
  if ((digits.length && !BESIDE.test(text)) || FRACTION.test(text)) return null
  const whole = counted(words)
  if (whole !== null) return String(whole)
  if (words.some(isOther)) return null
  if (digits.length) return digits.length === 1 ? digits[0]!.replace(/^\D/, '0.') : null
  // a word may be a number in one language and another word in the next (`do`): it counts where it stands alone, or first of two
  const named = words.flatMap((word) => NUMBER_OF.get(word) ?? [])
  return named.length === 1 && words.length <= 2 && NUMBER_OF.has(words[0]!) ? String(named[0]) : null
}

/** What is a number from the first word to the last (`two thousand five hundred`, `5 lakh 20 hazaar`); null for anything else. */
function counted(words: readonly string[]): number | null {
  let total = 0
  let largest = Number.POSITIVE_INFINITY
  /** Hundreds or dozens, which a larger size may follow; and what they are of. */
  let part = 0
  let small = 1
  let bare: number | null = null
  for (const [i, word] of words.entries()) {
    const size = SIZE_OF.get(word)
    const number: number | undefined = NUMBER_OF.get(word) ?? (FIGURE.test(word) ? Number(word) : undefined)
    const isSized = part > 0 || largest < Number.POSITIVE_INFINITY
    // `k` alone is a nod, and سو a `so`
    if (size !== undefined && i === 0 && word.length <= SHORT) return null
    if (size !== undefined && size < THOUSAND) {
      if (part > 0) return null
      part = (bare ?? 1) * size
      small = size
      bare = null
    } else if (size !== undefined) {
      if (size >= largest) return null
      total += (part > 0 ? part + (bare ?? 0) : (bare ?? 1)) * size
      largest = size
      part = 0
      bare = null
    } else if (number === undefined) {
      const isBetween = (word === 'a' && i === 0) || (word === 'and' && isSized && bare === null)
      if (!isBetween || i === words.length - 1) return null
    } else if (number >= (part > 0 ? small : largest)) return null
    else if (bare === null) bare = number
    else if (bare >= 20 && bare < 100 && bare % 10 === 0 && number < 10 && NUMBER_OF.has(word)) bare += number
    else return null
  }
  if (!words.length) return null
  // of a part of a size (`2.3 lakh`) no more is meant than what is written
  return Math.round((total + part + (bare ?? 0)) * 1000) / 1000
}
