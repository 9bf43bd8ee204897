/**
 * How a word sounds, whatever script it is typed in: its consonants, each by one Latin letter. Vowels are left out (Urdu writes few
 * of them, and everyone spells them differently in Latin letters), and so is breath: शादी, ਸ਼ਾਦੀ, شادی, shaadi and shadi are `sd`.
 */

/** Letters of Devanagari; Gurmukhi has the same ones 0x100 further on. */
const INDIC: Readonly<Record<string, string>> = {
  k: 'कखक़ख़',
  g: 'गघग़',
  n: 'ङञणनऩ',
  c: 'चछ',
  j: 'जझज़',
  t: 'टठतथ',
  d: 'डढदध',
  r: 'रऱ',
  p: 'प',
  f: 'फफ़',
  b: 'बभ',
  m: 'म',
  l: 'लळऴ',
  v: 'व',
  s: 'शषस',
  h: 'हः',
  y: 'यय़',
}
const ARABIC: Readonly<Record<string, string>> = {
  k: 'کكقخ',
  g: 'گغ',
  n: 'ن',
  c: 'چ',
  j: 'جزذژضظ',
  t: 'تٹطةۃ',
  d: 'دڈڑ',
  r: 'ر',
  p: 'پ',
  f: 'ف',
  b: 'ب',
  m: 'م',
  l: 'ل',
  s: 'سشصث',
  h: 'ہحهۂ',
}
const lettersOf = (table: Readonly<Record<string, string>>, shift = 0): [string, string][] =>
  Object.entries(table).flatMap(([sound, letters]) =>
    [...letters.normalize('NFC').replace(/\u093c/g, '')].map((letter): [string, string] => [
      String.fromCodePoint(letter.codePointAt(0)! + shift),
      sound,
    ]),
  )
const GURMUKHI_SHIFT = 0x100
const SOUNDS = new Map([
  ...lettersOf(INDIC),
  ...lettersOf(INDIC, GURMUKHI_SHIFT),
  // most write the flap of گاڑی, गाड़ी and ਗੁੜ with a d
  ['ੜ', 'd'] as const,
  ...lettersOf(ARABIC),
])

/** Of a script that joins consonants by a sign, that sign stands for no vowel. */
const SILENT = /[\u094d\u0a4d\u0651\u0652\u0a71\u200c\u200d]/u
const NASAL = /[\u0900-\u0902\u0a01\u0a02\u0a70]/u

/** What English and the usual ways to write Hindi in Latin letters agree on, longest first. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/^tion|^sion/, 'sVn'],
  [/^chh|^ch/, 'c'],
  [/^tch/, 'c'],
  [/^ph/, 'f'],
  [/^[kgtdbjs]h/, ''],
  [/^c(?=[eiy])/, 's'],
  [/^g(?=[eiy])/, 'j'],
  [/^[cq]k?/, 'k'],
  [/^x/, 'ks'],
  [/^z/, 'j'],
  [/^w/, 'v'],
  [/^[aeiou]/, 'V'],
]

const VOWEL = 'V'

/** The consonants of a word of any of the hub's scripts; empty for one without. */
export function soundOf(word: string): string {
  const sounds = /[a-z]/.test(word) ? latin(word) : indic(word)
  const squeezed = sounds.replace(/([^V])\1+/g, '$1')
  // a `y` or a `v` between vowels comes and goes with the spelling; so does an `h` behind a consonant
  return squeezed
    .replace(/(?<=[^V])h/g, '')
    .replace(/(?<=.)y/g, VOWEL)
    .replaceAll(VOWEL, '')
}

/** Consonants that are enough to tell one word from the next. */
const SURE = 3

/** Whether two words are one as it is heard: of few consonants, the vowels that each spelling shows count as well (`pata` is no पिता). */
export function isHeard(one: string, other: string): boolean {
  const sound = soundOf(one)
  if (sound.length < 2 || sound !== soundOf(other)) return false
  return sound.length >= SURE || vowelsOf(one) === vowelsOf(other)
}

/** Vowels without `a`, which most scripts leave out: `i` as well for `e`, `u` for `o`. */
const vowelsOf = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[eiyइईएऐ\u093f\u0940\u0947\u0948ਇਈਏਐ\u0a3f\u0a40\u0a47\u0a48یےئ]/gu, 'I')
    .replace(/[ouउऊओऔ\u0941\u0942\u094b\u094cਉਊਓਔ\u0a41\u0a42\u0a4b\u0a4cو]/gu, 'U')
    .replace(/[^IU]/g, '')
    .replace(/(.)\1+/g, '$1')

function latin(word: string): string {
  let rest = word.normalize('NFD').replace(/[^a-z]/g, '')
  let sounds = ''
  while (rest) {
    const rule = LATIN.find(([pattern]) => pattern.test(rest))
    const length = rule ? rule[0].exec(rest)![0].length : 1
    sounds += rule ? rule[1] || rest[0]! : rest[0]!
    rest = rest.slice(length)
  }
  return sounds
}

function indic(word: string): string {
  const letters = [...word.normalize('NFD')]
  return letters
    .map((letter, at) => {
      if (SILENT.test(letter) || letter === '\u093c' || letter === '\u0a3c') return ''
      // at a word's end the nose is heard, but mostly not written in Latin letters
      if (NASAL.test(letter)) return at === letters.length - 1 ? '' : 'n'
      if (letter === 'ں') return ''
      if (letter === 'ھ') return 'h'
      if (letter === 'و') return at === 0 || /[اآیئے]/.test(letters[at - 1]!) ? 'v' : VOWEL
      if (letter === 'ی' || letter === 'ي') return at === 0 && letters.length > 1 ? 'y' : VOWEL
      const sound = SOUNDS.get(letter)
      return sound ?? (/[\p{L}\p{M}]/u.test(letter) ? VOWEL : '')
    })
    .join('')
}
