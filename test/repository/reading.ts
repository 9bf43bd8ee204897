/** How hard a text is to read. */

/** Sentences of a text: what ends with a full stop, a danda, a question or exclamation mark, or a line. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?।۔؟])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence))

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{Nd}]/u.test(word))

/** Syllables of an English word: its groups of vowels, without a silent e. */
function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end[0]!).replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

/** Flesch-Kincaid grade of English: the years at school after which it is understood. */
export function grade(text: string): number {
  const words = wordsOf(text)
  const sentences = sentencesOf(text)
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59
}
