/** Small checks that together say what a body may look like; each refusal names the field and its limit. */
import { GraphError } from '../errors.ts'

export type Check = (value: any, path: string) => void
type Fields = Readonly<Record<string, Check>>

const invalid = (details: string): never => {
  throw new GraphError(131009, details)
}

/** Characters as people count them at a keyboard: code points. */
export const lengthOf = (text: string): number => [...text].length

/** A text of `least` to `most` characters, not blank. */
export const text =
  (most: number, { least = 1, forbid }: { least?: number; forbid?: readonly [RegExp, string] } = {}): Check =>
  (value, path) => {
    if (typeof value !== 'string') throw new GraphError(100, `${path} must be a string`)
    const length = lengthOf(value)
    if (length < least || length > most)
      invalid(`${path} length invalid: ${length}. Min length: ${least}, Max length: ${most}`)
    if (least > 0 && value.trim() === '') invalid(`${path} must not be blank`)
    if (forbid?.[0].test(value)) invalid(`${path} must not contain ${forbid[1]}`)
  }

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, path) => {
    if (!allowed.includes(value)) throw new GraphError(100, `${path} must be one of {${allowed.join(', ')}}`)
  }

export const truth: Check = (value, path) => {
  if (typeof value !== 'boolean') throw new GraphError(100, `${path} must be a boolean`)
}

export const number =
  (least: number, most: number): Check =>
  (value, path) => {
    const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (typeof given !== 'number' || !(given >= least && given <= most))
      throw new GraphError(100, `${path} must be a number from ${least} to ${most}`)
  }

export const webAddress: Check = (value, path) => {
  if (typeof value !== 'string' || !/^https?:\/\/[^\s]+$/.test(value) || !URL.canParse(value))
    invalid(`${path} must be a URL that begins with http:// or https://`)
  if (value.length > 2000) invalid(`${path} length invalid. Max length: 2000`)
}

export const anything: Check = () => {}

/** An object with these fields and no others. */
export const object =
  (required: Fields, optional: Fields = {}): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new GraphError(100, `${path} must be an object`)
    for (const key of Object.keys(value))
      if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key))
        throw new GraphError(100, `Unexpected key "${key}" on param "${path}"`)
    for (const [key, check] of Object.entries(required)) {
      if (value[key] === undefined || value[key] === null)
        throw new GraphError(131008, `The parameter ${path}.${key} is required`)
      check(value[key], `${path}.${key}`)
    }
    for (const [key, check] of Object.entries(optional))
      if (value[key] !== undefined && value[key] !== null) check(value[key], `${path}.${key}`)
  }

export const list =
  (item: Check, least: number, most: number): Check =>
  (value, path) => {
    if (!Array.isArray(value)) throw new GraphError(100, `${path} must be an array`)
    if (value.length < least || value.length > most)
      invalid(`${path} must have ${least} to ${most} items, it has ${value.length}`)
    for (const [index, one] of value.entries()) item(one, `${path}[${index}]`)
  }

/** Each of the checks, in turn. */
export const all =
  (...checks: readonly Check[]): Check =>
  (value, path) => {
    for (const check of checks) check(value, path)
  }

/** The check that a field's value chooses. */
export const byField =
  (field: string, checks: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    const chosen = value?.[field]
    if (chosen === undefined) throw new GraphError(131008, `The parameter ${path}.${field} is required`)
    if (typeof chosen !== 'string' || !Object.hasOwn(checks, chosen))
      throw new GraphError(100, `${path}.${field} must be one of {${Object.keys(checks).join(', ')}}`)
    checks[chosen]!(value, path)
  }

/** No two items of a list may be equal in what `key` takes from them. */
export const distinct =
  (what: string, key: (item: any) => unknown): Check =>
  (value, path) => {
    const seen = new Set<unknown>()
    for (const item of value) {
      const one = key(item)
      if (seen.has(one)) throw new GraphError(131009, `Duplicated ${what} in ${path}`)
      seen.add(one)
    }
  }
