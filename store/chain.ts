import { createHash } from 'node:crypto'

/** Hash of the empty log. */
export const GENESIS = '0'.repeat(64)

/** Hex SHA-256 over the previous hash, the position and the event as it is kept. */
export function chain(previous: string, position: number, document: string): string {
  return createHash('sha256').update(`${previous}\n${position}\n${document}`).digest('hex')
}
