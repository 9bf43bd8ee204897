/** Calendar dates as people write them, always day first, and as `YYYY-MM-DD`. */
import { latinDigits } from './digits.ts'

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvari', 'janwari', 'जनवरी', 'जन', 'ਜਨਵਰੀ', 'جنوری'],
  ['february', 'feb', 'febuary', 'farvari', 'farwari', 'फ़रवरी', 'फरवरी', 'फर', 'ਫ਼ਰਵਰੀ', 'ਫਰਵਰੀ', 'فروری', 'فرروی'],
  ['march', 'mar', 'मार्च', 'ਮਾਰਚ', 'مارچ'],
  ['april', 'apr', 'aprail', 'अप्रैल', 'अप्रेल', 'ਅਪ੍ਰੈਲ', 'ਅਪਰੈਲ', 'اپریل'],
  ['may', 'mai', 'मई', 'ਮਈ', 'مئی'],
  ['june', 'jun', 'जून', 'ਜੂਨ', 'جون'],
  ['july', 'jul', 'julai', 'जुलाई', 'ਜੁਲਾਈ', 'جولائی'],
  ['august', 'aug', 'agast', 'अगस्त', 'ਅਗਸਤ', 'اگست'],
  ['september', 'sept', 'sep', 'sitambar', 'sitamber', 'सितंबर', 'सितम्बर', 'ਸਤੰਬਰ', 'ਸਿਤੰਬਰ', 'ستمبر'],
  ['october', 'oct', 'aktubar', 'aktoobar', 'अक्टूबर', 'अक्तूबर', 'ਅਕਤੂਬਰ', 'اکتوبر'],
  ['november', 'nov', 'navambar', 'नवंबर', 'नवम्बर', 'ਨਵੰਬਰ', 'نومبر'],
  ['december', 'dec', 'disambar', 'disamber', 'दिसंबर', 'दिसम्बर', 'ਦਸੰਬਰ', 'دسمبر'],
]
/** Nuktas are typed by some and left out by others; Urdu's letters have Arabic ones beside them on many keyboards. */
const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u093c\u0a3c]/g, '')
    .normalize('NFC')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
const MONTH_BY_NAME = new Map(MONTHS.flatMap((names, index) => names.map((name) => [plain(name), index + 1] as const)))
/** Beginnings that only one month has: what follows may be misspelt (`Janaury`, `Feburary`). */
const BEGINNINGS = ['jan', 'feb', '', 'apr', '', '', '', 'aug', 'sep', 'oct', 'nov', 'dec']
const MISSPELT = 5
const monthOf = (word: string): number | undefined =>
  MONTH_BY_NAME.get(word) ??
  (word.length >= MISSPELT
    ? BEGINNINGS.findIndex((start) => start && word.startsWith(start)) + 1 || undefined
    : undefined)
const TODAY = new Set(['today', 'aaj', 'आज', 'ਅੱਜ', 'آج'].map(plain))

/** Days from today. `kal` and `parson` are said of both sides of it. */
const NEAR = new Map(
  (
    [
      [[-1], ['yesterday', 'beeta kal', 'बीता कल', 'बीते कल', 'ਬੀਤੇ ਕੱਲ੍ਹ', 'گزشتہ کل', 'گزرا کل']],
      [[1], ['tomorrow', 'aane wala kal', 'आने वाला कल', 'आने वाले कल', 'bhalke', 'ਭਲਕੇ', 'آنے والا کل', 'آنے والے کل']],
      [[-2], ['day before yesterday', 'the day before yesterday']],
      [[2], ['day after tomorrow', 'the day after tomorrow']],
      [
        [-1, 1],
        ['kal', 'kall', 'कल', 'ਕੱਲ੍ਹ', 'ਕੱਲ', 'ਕਲ੍ਹ', 'ਕਲ', 'کل'],
      ],
      [
        [-2, 2],
        ['parso', 'parson', 'parsu', 'parsoon', 'परसों', 'परसो', 'ਪਰਸੋਂ', 'ਪਰਸੋ', 'پرسوں'],
      ],
    ] as const
  ).flatMap(([days, words]) => words.map((word): [string, readonly number[]] => [plain(word), days])),
)

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const DAY_FIRST = /^(\d{1,2})(?: ?[-/.] ?| )(\d{1,2})(?: ?[-/.] ?| )(\d{4}|\d{2})$/
const UNDIVIDED = /^(\d{2})(\d{2})(\d{4})$/
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[ \-/.]*(?:of )?([\p{L}\p{M}]+)[ \-/.]*(\d{4}|\d{2})$/u
const MONTH_FIRST = /^([\p{L}\p{M}]+)[ .]*(\d{1,2})(?:st|nd|rd|th)?[ -]+(\d{4})$/u

const asWritten = (text: string): string =>
  plain(latinDigits(text))
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    // Urdu has a mark of its own between the parts of a date, and one behind the year
    .replace(/[\u060d\\|]|(?<=\d)۔(?=\d)/g, '/')
    .replace(/[,،\s]+/g, ' ')
    .replace(/(?<=\d)\s?ء/, '')
    .replace(/[\s.।۔]+$/, '')
    .trim()

/** `YYYY-MM-DD`, or null for what is no date. `today` (`YYYY-MM-DD`) decides the century of a two-digit year: the latest that is not in the future. */
export function parseDate(text: string, today: string): string | null {
  const written = asWritten(text)
  if (TODAY.has(written)) return today
  const yearFirst = YEAR_FIRST.exec(written)
  if (yearFirst) return calendarDate(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!, today)
  const dayFirst = DAY_FIRST.exec(written) ?? UNDIVIDED.exec(written)
  if (dayFirst) return calendarDate(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!, today)
  const named = NAMED.exec(written)
  if (named) return calendarDate(named[3]!, monthOf(named[2]!), named[1]!, today)
  const monthFirst = MONTH_FIRST.exec(written)
  if (monthFirst) return calendarDate(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!, today)
  return null
}

/** The days that a word for one near today may mean (`yesterday`, `kal`): none, one or two. */
export function nearDays(text: string, today: string): readonly string[] {
  const [year, month, day] = today.split('-').map(Number)
  return (NEAR.get(asWritten(text)) ?? []).map((days) =>
    new Date(Date.UTC(year!, month! - 1, day! + days)).toISOString().slice(0, 10),
  )
}

/** Years: a day that lies further ahead is not what two digits mean. */
const AHEAD = 20
/** The day a century on that may be meant as well as `day`, which was read from a year in two digits; null where it cannot. */
export function centuryOn(day: string, text: string, today: string): string | null {
  const [year, month, date] = day.split('-') as [string, string, string]
  if (latinDigits(text).includes(year)) return null
  const later = dateOf(Number(year) + 100, Number(month), Number(date))
  return later !== null && later > today && Number(year) + 100 <= Number(today.slice(0, 4)) + AHEAD ? later : null
}

function calendarDate(year: string, month: string | number | undefined, day: string, today: string): string | null {
  const m = Number(month)
  const d = Number(day)
  if (year.length === 4) return dateOf(Number(year), m, d)
  const recent = dateOf(2000 + Number(year), m, d)
  return recent !== null && recent <= today ? recent : dateOf(1900 + Number(year), m, d)
}

function dateOf(year: number, month: number, day: number): string | null {
  if (!(year >= 1850 && year <= 2199 && month >= 1 && month <= 12 && day >= 1)) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

/** The day in Asia/Kolkata, `YYYY-MM-DD`. */
export const indianDay = (instant: Date): string => new Date(instant.getTime() + 19_800_000).toISOString().slice(0, 10)
