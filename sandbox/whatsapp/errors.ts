import { randomBytes } from 'node:crypto'

/** Title and HTTP status of the error codes that the Cloud API documents; an unlisted code answers 400. */
const CODES: Readonly<Record<number, readonly [title: string, status: number]>> = {
  0: ['AuthException', 401],
  1: ['API Unknown', 400],
  2: ['API Service', 503],
  3: ['API Method', 500],
  4: ['API Too Many Calls', 400],
  10: ['Permission Denied', 403],
  33: ['Parameter value is not valid', 400],
  100: ['Invalid parameter', 400],
  190: ['Access token has expired', 401],
  200: ['API Permission', 403],
  368: ['Temporarily blocked for policies violations', 403],
  2500: ['Unknown path components', 400],
  80007: ['Rate limit issues', 400],
  130429: ['Rate limit hit', 400],
  130472: ["User's number is part of an experiment", 400],
  130497: ['Business account is restricted from messaging users in this country', 403],
  131000: ['Something went wrong', 500],
  131005: ['Access denied', 403],
  131008: ['Required parameter is missing', 400],
  131009: ['Parameter value is not valid', 400],
  131016: ['Service unavailable', 500],
  131021: ['Recipient cannot be sender', 400],
  131026: ['Message undeliverable', 400],
  131031: ['Account has been locked', 403],
  131037: ['Display name approval is needed', 400],
  131042: ['Business eligibility payment issue', 400],
  131045: ['Incorrect certificate', 500],
  131047: ['Re-engagement message', 400],
  131048: ['Spam rate limit hit', 400],
  131049: ['Meta chose not to deliver', 400],
  131050: ['User has stopped marketing messages', 400],
  131051: ['Unsupported message type', 400],
  131052: ['Media download error', 400],
  131053: ['Media upload error', 400],
  131056: ['(Business Account, Consumer Account) pair rate limit hit', 400],
  131057: ['Account in maintenance mode', 500],
  131062: ['Business-scoped user id is not supported for this message', 400],
  132000: ['Template param count mismatch', 400],
  132001: ['Template does not exist', 404],
  132005: ['Template hydrated text too long', 400],
  132007: ['Template format character policy violated', 400],
  132012: ['Template parameter format mismatch', 400],
  132015: ['Template is paused', 400],
  132016: ['Template is disabled', 400],
  132018: ['Template parameter is not valid', 400],
  132068: ['Flow is blocked', 400],
  132069: ['Flow is throttled', 400],
  133004: ['Server temporarily unavailable', 503],
  133010: ['Phone number not registered', 400],
  139001: ['Flow can not be updated', 400],
  139002: ['Publishing Flow failed', 400],
  139003: ['Deprecating Flow failed', 400],
  139004: ['Deleting Flow failed', 400],
  137000: ['Recipient identity key hash mismatch', 400],
}

/** Codes that any call of the Graph API may answer; the others belong to messages alone. */
const ANY_CALL = [
  0, 1, 2, 3, 4, 10, 190, 200, 368, 80007, 130429, 130497, 131000, 131005, 131016, 131031, 131042, 131057, 133004,
]

export const concernsAnyCall = (code: number): boolean => ANY_CALL.includes(code) || (code > 200 && code < 300)
export const titleOf = (code: number): string =>
  CODES[code]?.[0] ?? (code > 200 && code < 300 ? 'API Permission' : 'Error')

export interface GraphErrorExtras {
  readonly subcode?: number
  readonly userTitle?: string
  readonly userMessage?: string
}

/** An error as the Graph API answers it. `details` names the field and what it allows. */
export class GraphError extends Error {
  override readonly name = 'GraphError'
  readonly code: number
  readonly status: number
  readonly details: string
  readonly extras: GraphErrorExtras
  constructor(code: number, details: string, extras: GraphErrorExtras = {}) {
    super(`(#${code}) ${titleOf(code)}`)
    this.code = code
    this.status = CODES[code]?.[1] ?? (code > 200 && code < 300 ? 403 : 400)
    this.details = details
    this.extras = extras
  }

  /** The body of the answer. */
  body(): unknown {
    const { subcode, userTitle, userMessage } = this.extras
    return {
      error: {
        message: this.message,
        type: 'OAuthException',
        code: this.code,
        error_data: { messaging_product: 'whatsapp', details: this.details },
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(userTitle === undefined
          ? {}
          : { is_transient: false, error_user_title: userTitle, error_user_msg: userMessage }),
        fbtrace_id: `A${randomBytes(8).toString('base64url')}`,
      },
    }
  }
}

/** The same error as a status webhook shows it. */
export function failure(code: number, details: string): Readonly<Record<string, unknown>> {
  return {
    code,
    title: titleOf(code),
    message: titleOf(code),
    error_data: { details },
    href: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes/',
  }
}
