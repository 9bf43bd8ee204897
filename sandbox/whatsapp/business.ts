import type { Drawing } from '../rude.ts'

/** The business's side of the line, as Meta knows it. */
export interface Business {
  readonly phoneNumberId: string
  readonly displayNumber: string
  readonly countryCode: string
  readonly accountId: string
  readonly name: string
  readonly accessToken: string
  readonly appSecret: string
  readonly verifyToken: string
}

export const RUDE_NAMES = [
  'late-failure',
  'hang',
  'lost-answer',
  'reordered',
  'doubled',
  'batched',
  'bad-signature',
  'read-alone',
] as const
/** An error code of the Cloud API, or a misbehaviour by name. */
export type WhatsappRude = number | (typeof RUDE_NAMES)[number]
export type WhatsappDrawing = Drawing<WhatsappRude>
