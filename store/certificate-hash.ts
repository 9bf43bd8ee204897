import { createHash } from 'node:crypto'
import type { Application } from './store.ts'

type Proved = Pick<NonNullable<Application['certificate']>, 'code' | 'issuedOn' | 'sha256'>

/** Hex SHA-256 over what anybody may verify of a certificate: the event that issues it keeps it, so that the log proves all three. */
export const certificateHash = ({ code, issuedOn, sha256 }: Proved): string =>
  createHash('sha256').update(`${code}\n${issuedOn}\n${sha256}`).digest('hex')
