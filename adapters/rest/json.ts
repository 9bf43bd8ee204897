/** Reads an answer's JSON by its contract: what is not as agreed is a ShapeError that names the place and never shows the value. */
import { isDay } from '../day.ts'

export class ShapeError extends Error {
  override readonly name = 'ShapeError'
}

/** Checks one value; `path` is its place, for the error. */
export type Reader<T> = (value: unknown, path: string) => T

export interface Members {
  get<T>(name: string, reader: Reader<T>): T
  /** Undefined where it is absent. */
  optional<T>(name: string, reader: Reader<T>): T | undefined
  has(name: string): boolean
}

/** Reads an object with `shape`. */
export const read = <T>(value: unknown, shape: (members: Members) => T): T => object(shape)(value, '')

export const object =
  <T>(shape: (members: Members) => T): Reader<T> =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ShapeError(`${path || 'the answer'} is no object`)
    const members = value as Record<string, unknown>
    const at = (name: string) => (path ? `${path}.${name}` : name)
    return shape({
      get: (name, reader) => {
        if (!Object.hasOwn(members, name)) throw new ShapeError(`${at(name)} is missing`)
        return reader(members[name], at(name))
      },
      optional: (name, reader) => (members[name] === undefined ? undefined : reader(members[name], at(name))),
      has: (name) => Object.hasOwn(members, name),
    })
  }

export const list =
  <T>(item: Reader<T>): Reader<T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw new ShapeError(`${path} is no list`)
    return value.map((one, i) => item(one, `${path}[${i}]`))
  }

export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string' || value === '') throw new ShapeError(`${path} is no text`)
  return value
}

export const integer: Reader<number> = (value, path) => {
  if (!Number.isSafeInteger(value)) throw new ShapeError(`${path} is no whole number`)
  return value as number
}

export const boolean: Reader<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new ShapeError(`${path} is neither true nor false`)
  return value
}

/** `YYYY-MM-DD`, a day that there is. */
export const date: Reader<string> = (value, path) => {
  const day = text(value, path)
  if (!isDay(day)) throw new ShapeError(`${path} is no date`)
  return day
}

/** RFC 3339; as UTC. */
export const instant: Reader<string> = (value, path) => {
  const at = text(value, path)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(at) || Number.isNaN(Date.parse(at)))
    throw new ShapeError(`${path} is no instant`)
  return new Date(at).toISOString()
}

export const nullable =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, path) =>
    value === null ? null : reader(value, path)

/** One of the contract's codes. */
export const oneOf =
  <const T extends string>(codes: readonly T[]): Reader<T> =>
  (value, path) => {
    if (!codes.includes(value as T)) throw new ShapeError(`${path} is none of the contract's codes`)
    return value as T
  }
