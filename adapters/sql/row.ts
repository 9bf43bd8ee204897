import { AdapterError } from '../adapter.ts'
import { isDay } from '../day.ts'

/** A row whose columns are checked as they are read: one that is not what the contract says is DEPARTMENT_PROTOCOL. */
export class Row {
  readonly #values: Readonly<Record<string, unknown>>
  readonly #where: { readonly department: string; readonly operation: string }

  constructor(
    values: Readonly<Record<string, unknown>>,
    where: { readonly department: string; readonly operation: string },
  ) {
    this.#values = values
    this.#where = where
  }

  /** Text without the blanks that pad it; null for NULL and for nothing but blanks. */
  text(column: string): string | null {
    const value = this.#read(column)
    if (value === null) return null
    if (typeof value !== 'string') throw this.#fault(column, 'is no text')
    return value.replace(/ +$/, '') || null
  }

  /** Text that must be there. */
  required(column: string): string {
    const value = this.text(column)
    if (value === null) throw this.#fault(column, 'is empty')
    return value
  }

  /** A code, by a table of what codes mean. */
  code<T>(column: string, table: Readonly<Record<string, T>>): T {
    const value = this.required(column)
    if (!Object.hasOwn(table, value))
      throw this.#fault(column, `has a code that is not in the contract: ${value.slice(0, 20)}`)
    return table[value]!
  }

  /** `YYYY-MM-DD` of a DDMMYYYY text; null where it is blank. */
  date(column: string): string | null {
    const value = this.text(column)
    if (value === null) return null
    const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(value) ?? []
    const date = `${year}-${month}-${day}`
    if (!isDay(date)) throw this.#fault(column, 'is no DDMMYYYY date')
    return date
  }

  bytes(column: string): Uint8Array {
    const value = this.#read(column)
    if (!(value instanceof Uint8Array)) throw this.#fault(column, 'holds no bytes')
    return value
  }

  #read(column: string): unknown {
    if (!Object.hasOwn(this.#values, column)) throw this.#fault(column, 'is missing')
    return this.#values[column]
  }

  #fault(column: string, fault: string): AdapterError {
    const raw = JSON.stringify(this.#values, (_, value) => (value?.type === 'Buffer' ? '(bytes)' : value))
    return new AdapterError('DEPARTMENT_PROTOCOL', { ...this.#where, raw }, `column ${column} ${fault}`)
  }
}
