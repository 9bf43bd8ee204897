import { withoutMarks } from './direction.ts'

/** Joiners that Indic and Arabic writing needs inside a word; anywhere else they only hide something. */
const STRAY_JOINER =
  /(?<![\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Arabic}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/u
/** Controls, bidi marks, other zero-width characters, private use, halves of characters. */
const HIDDEN =
  /[^\P{C}\u200c\u200d]|\u2028|\u2029|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0|[\ufe00-\ufe0d]|[\u{e0100}-\u{e01ef}]/u

/** NFC, without white space at its ends, runs of it (line ends too) as one space. Null where it holds characters that cannot be seen. */
export function plainText(text: string): string | null {
  if (!text.isWellFormed() || text.includes('\ufeff')) return null
  const folded = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  return HIDDEN.test(folded) || STRAY_JOINER.test(folded) ? null : folded
}

/** What keyboards and copying leave in a text though nobody sees it, and a digit in a box (`1️⃣`). */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g
const BOXED = /([0-9])\ufe0f?\u20e3/g

/** A text of a person as it looks to them. */
export const asSeen = (text: string): string =>
  withoutMarks(text).replace(UNSEEN, '').replace(BOXED, '$1').replaceAll('🔟', '10')
