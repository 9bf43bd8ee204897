import { GraphQLError } from 'graphql'

export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'LOOKUP_LIMIT'
  | 'LINK_LIMIT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'UNAVAILABLE'

/** An expected refusal that is no part of the schema; its code passes the door as `extensions.code`. */
export const refusal = (code: RefusalCode, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } })

export const unauthenticated = () => refusal('UNAUTHENTICATED', 'An access token is needed.')
export const forbidden = (what: string) => refusal('FORBIDDEN', `This token does not allow ${what}.`)
