/** Looks for what people gave, in whatever form, where nothing of it may stand: files, output, the dump of a database. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Place {
  readonly name: string
  readonly bytes: Buffer
}

/** Every file below a folder, but for those whose path below it begins with one of `except`. */
export async function filesUnder(folder: string, except: readonly string[] = []): Promise<Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const own = names.filter((name) => !except.some((one) => name.startsWith(join(folder, one))))
  return Promise.all(own.map(async (name) => ({ name: name.slice(folder.length + 1), bytes: await readFile(name) })))
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
/** The ways in which a day is written. */
function daysOf(value: string): string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
  if (!year || !month || !day) return []
  const [d, m] = [String(Number(day)), String(Number(month))]
  const name = MONTHS[Number(month) - 1]!
  return [
    `${day}/${month}/${year}`,
    `${d}/${m}/${year}`,
    `${day}.${month}.${year}`,
    `${day}-${month}-${year}`,
    `${year}${month}${day}`,
    `${d} ${name} ${year}`,
    `${d} ${name.slice(0, 3)} ${year}`,
  ]
}
/** As base64 has it in the middle of something longer, at each of the three places where it may begin. */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    const from = Math.ceil((offset * 8) / 6)
    const inner = text.slice(from, Math.floor(((offset + bytes.length) * 8) / 6))
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
const escaped = (value: string): string =>
  value.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A value as it may have been written down. */
function formsOf(value: string | Buffer): Buffer[] {
  const plain = typeof value === 'string' ? [value, ...daysOf(value)] : []
  const texts = plain.flatMap((one) => [
    one,
    one.toLowerCase(),
    one.toUpperCase(),
    escaped(one),
    encodeURIComponent(one),
  ])
  const raw = [...plain.map((one) => Buffer.from(one)), ...(typeof value === 'string' ? [] : [value])]
  const wide = plain.map((one) => Buffer.from(one, 'utf16le'))
  // too short a piece stands in any ciphertext by chance
  const encoded = raw.filter((one) => one.length >= 8).flatMap((one) => [...base64Of(one), one.toString('hex')])
  const all = [...texts, ...encoded].map((one) => Buffer.from(one))
  return [...new Map([...all, ...raw, ...wide].map((one) => [one.toString('latin1'), one])).values()]
}

/** Digits and letters of so few that a number or a hash may hold them by chance count only where they stand alone. */
const BY_CHANCE = /^[\dA-Za-z]{1,7}$/
function stands(form: Buffer, { bytes }: Place): boolean {
  const text = form.toString('latin1')
  if (!BY_CHANCE.test(text)) return bytes.includes(form)
  for (let at = bytes.indexOf(form); at >= 0; at = bytes.indexOf(form, at + 1)) {
    const around = String.fromCharCode(bytes[at - 1] ?? 0, bytes[at + form.length] ?? 0)
    if (!/[\w+/=-]/.test(around)) return true
  }
  return false
}

/** Where any of these values stands, and as what; empty where none does. */
export function traces(values: Iterable<string | Buffer>, places: readonly Place[]): string[] {
  const forms = [...values].flatMap((value) => formsOf(value).map((form) => ({ value, form })))
  return places.flatMap((place) =>
    forms
      .filter(({ form }) => stands(form, place))
      .map(({ value, form }) => `${place.name}: ${form.toString('utf8').slice(0, 60)} (${String(value).slice(0, 40)})`),
  )
}
