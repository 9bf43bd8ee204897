/** Numbers, names and addresses inside sentences that are written from right to left. */
import type { LanguageCode } from './catalogue.ts'

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
/** A date or a number: a script from right to left keeps it in one piece. */
const NUMBER = /^\p{Nd}+(?:[.,/:]\p{Nd}+)*$/u
/** From a Latin letter to a letter or digit: all between runs with it (`DWR-2026-000001`, `Asha Devi`, an address of the web). */
const LATIN_RUN = /^\p{Script=Latin}(?:.*[\p{Script=Latin}\p{Nd}])?$/su
/** `{{reference}}`, the slot of a template. */
const SLOT = /^\{\{\w+\}\}$/

/** Whether a text reads as it should inside a sentence from right to left, with nothing around it. */
const standsAlone = (text: string): boolean =>
  RIGHT_TO_LEFT.test(text) ||
  NUMBER.test(text) ||
  LATIN_RUN.test(text) ||
  SLOT.test(text) ||
  !/[\p{L}\p{Nd}]/u.test(text)

/** The phrase between isolates (FSI, PDI), where its parts would change places in a sentence from right to left; else as it is. */
export const isolated = (phrase: string): string => (standsAlone(phrase) ? phrase : `\u2068${phrase}\u2069`)

/** Fits a phrase into a sentence of a language. */
export const within = (language: LanguageCode, phrase: string): string =>
  language === 'ur' ? isolated(phrase) : phrase

/** Fits a phrase beside words: what direction they have, they tell. */
export const beside = (words: string, phrase: string): string => (RIGHT_TO_LEFT.test(words) ? isolated(phrase) : phrase)

/** Marks of direction, which a copied text brings along. */
export const withoutMarks = (text: string): string =>
  text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
