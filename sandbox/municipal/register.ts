/** The register of births: kept in the office's database, searched as its clerks search it. */
import type { DatabaseSync } from 'node:sqlite'

/** An entry of the register. */
export interface Entry {
  readonly id: string
  readonly number: string
  /** `YYYY-MM-DD` */
  readonly born: string
  readonly registered: string
  readonly sex: 'F' | 'M' | 'T'
  readonly name: string | null
  readonly mother: string | null
  readonly father: string | null
  readonly place: string
  /** Name, mother, father and place in the informant's script, as far as they are written so. */
  readonly local: readonly string[]
  /** Further scripts in which mother and place are found, as clerks have noted them. */
  readonly spellings?: { readonly mother: readonly string[]; readonly place: readonly string[] }
  /** Never changed by an application. */
  readonly specimen: boolean
  readonly sealed: boolean
  /** The informant's. */
  readonly mobile: string | null
}

export interface Search {
  readonly registration_number?: string
  readonly date_of_birth: string
  readonly sex?: string
  readonly mother_name?: string
  readonly place?: string
}

/** Rupees, by the schedule in force. */
export const LATE_NAME_FEE = 20

/** `YYYY-MM-DD` in India. */
export const dateIn = (at: Date): string => new Date(at.getTime() + 330 * 60_000).toISOString().slice(0, 10)

/** Words that every second place has. */
const COMMON = new Set([
  'hospital',
  'delhi',
  'new',
  'nagar',
  'home',
  'the',
  'at',
  'dr',
  'govt',
  'government',
  'अस्पताल',
  'दिल्ली',
  'ਹਸਪਤਾਲ',
  'ਦਿੱਲੀ',
  'ہسپتال',
  'دہلی',
])

const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{M}\p{N}\u200c\u200d]+/u)
    .filter(Boolean)
const plain = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

function named(typed: string, registered: readonly (string | null | undefined)[]): boolean {
  const wanted = words(typed)
  return wanted.length > 0 && registered.some((name) => name && wanted.every((word) => words(name).includes(word)))
}
function placed(typed: string, places: readonly (string | undefined)[]): boolean {
  const all = words(typed)
  const telling = all.filter((word) => !COMMON.has(word))
  const wanted = telling.length ? telling : all
  return places.some((place) => place && wanted.some((word) => words(place).includes(word)))
}

export class Register {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync, seeds: readonly Entry[]) {
    this.#db = db
    db.exec(`CREATE TABLE IF NOT EXISTS births (id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, born TEXT NOT NULL, mobile TEXT, entry TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS births_born ON births (born); CREATE INDEX IF NOT EXISTS births_mobile ON births (mobile)`)
    // once only: entries dated back from today would come anew each day
    if (db.prepare('SELECT 1 FROM births LIMIT 1').get()) return
    const insert = db.prepare('INSERT INTO births (id, number, born, mobile, entry) VALUES (?, ?, ?, ?, ?)')
    for (const entry of seeds) insert.run(entry.id, entry.number, entry.born, entry.mobile, JSON.stringify(entry))
  }

  #all(where: string, value: string): Entry[] {
    return this.#db
      .prepare(`SELECT entry FROM births WHERE ${where} ORDER BY number`)
      .all(value)
      .map((row: any) => JSON.parse(row.entry))
  }

  entry(id: string): Entry | null {
    return this.#all('id = ?', id)[0] ?? null
  }

  search(search: Search): Entry[] {
    return this.#all('born = ?', search.date_of_birth).filter((entry) => {
      if (search.registration_number !== undefined) return plain(entry.number) === plain(search.registration_number)
      if (search.sex !== undefined && entry.sex !== search.sex) return false
      if (
        search.mother_name === undefined
          ? entry.mother !== null
          : !named(search.mother_name, [entry.mother, entry.local[1], ...(entry.spellings?.mother ?? [])])
      )
        return false
      return (
        search.place === undefined ||
        placed(search.place, [entry.place, entry.local[3], ...(entry.spellings?.place ?? [])])
      )
    })
  }

  byMobile(mobile: string): Entry[] {
    return this.#all('mobile = ?', mobile).sort((a, b) => (a.born < b.born ? 1 : -1))
  }

  /** Enters a name. A specimen keeps its entry. */
  giveName(id: string, name: string): Entry {
    const before = this.entry(id)!
    const after = { ...before, name }
    if (!before.specimen) this.#db.prepare('UPDATE births SET entry = ? WHERE id = ?').run(JSON.stringify(after), id)
    return after
  }
}

/** An entry as the interface gives it. */
export const birthOf = (entry: Entry) => ({
  record_id: entry.id,
  registration_number: entry.number,
  registered_on: entry.registered,
  date_of_birth: entry.born,
  sex: entry.sex,
  place: entry.place,
  name: entry.name,
  mother_name: entry.mother,
  father_name: entry.father,
  disclosure: entry.sealed ? 'sealed' : 'open',
  late_name_fee: LATE_NAME_FEE,
})
