import { createHash, randomBytes } from 'node:crypto'

/** JSON as Meta prints it: ASCII only, slashes escaped. Printed again by anyone else it has other bytes. */
export function printAsMeta(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/')
}

/** A message id; `out`: sent by the business. */
export function wamid(chat: string, direction: 'in' | 'out'): string {
  const id = Buffer.from(chat)
  const parts = [
    Buffer.from([0x1c, 0x18, id.length]),
    id,
    Buffer.from([0x15, 0x02, 0x00, direction === 'out' ? 0x11 : 0x12, 0x18, 0x12]),
    Buffer.from(randomBytes(9).toString('hex').toUpperCase()),
    Buffer.from([0x00]),
  ]
  return `wamid.${Buffer.concat(parts).toString('base64')}`
}

export const seconds = (milliseconds: number): string => String(Math.floor(milliseconds / 1000))

/** Decimal digits drawn from a text, the same for the same text. */
export function digitsOf(text: string, count: number): string {
  const hash = createHash('sha256').update(text).digest('hex')
  const digits = BigInt(`0x${hash}`).toString()
  return digits.slice(0, count)
}

/** The business-scoped user id of a number's first owner. */
export const userIdOf = (number: string): string =>
  `${number.startsWith('91') ? 'IN' : 'US'}.${digitsOf(`user:${number}`, 20)}`

export const identityHash = (owner: string): string =>
  createHash('sha256').update(`identity:${owner}`).digest('base64').slice(0, 12)
