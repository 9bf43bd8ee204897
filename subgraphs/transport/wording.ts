const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** First and last letter of each word, the rest masked at one length: `A••••a D••••i`. */
export const maskedName = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const letters = [...graphemes.segment(word)].map(({ segment }) => segment)
      return `${letters[0]}••••${letters.length > 3 ? letters.at(-1) : ''}`
    })
    .join(' ')

const formats = new Map<string, Intl.DateTimeFormat>()

/** `Thu 8 Jan 10:30 am`: at most 24 characters in each language. */
export function slotLabel(startsAt: string, language?: string | null): string {
  const locale = `${language?.toLowerCase() ?? 'en'}-IN-u-nu-latn`
  let format = formats.get(locale)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      timeZone: 'Asia/Kolkata',
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    })
    formats.set(locale, format)
  }
  return format.format(new Date(startsAt)).replaceAll('\u202f', ' ').replace(/[,،]/g, '')
}
