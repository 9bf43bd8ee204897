/** A paper: what a citizen's file becomes before it is kept. The types that everything in this folder speaks. */
import type { UploadDoubt, UploadRefusal } from '../conversation/state.ts'

/** The hub takes no larger file. */
export const PAPER_BYTES = 16 * 1024 * 1024

/** A file as it came. */
export interface Received {
  readonly bytes: Uint8Array
  /** What it says it is; null where it says nothing. */
  readonly said: string | null
  readonly name: string | null
}
export interface Paper {
  readonly bytes: Uint8Array
  /** One of the types that the hub keeps. */
  readonly mediaType: string
  readonly name: string
}
/** What a question wants. */
export interface Wanted {
  /** Media types, `image/*` among them; null: any. */
  readonly accepts: readonly string[] | null
  /** What the citizen was told of an earlier try and insists on. */
  readonly despite: readonly UploadDoubt[]
}

/** Why a file is not taken. */
export class PaperRefused extends Error {
  override readonly name = 'PaperRefused'
  readonly why: UploadRefusal
  constructor(why: UploadRefusal, options?: ErrorOptions) {
    super(`a paper is refused: ${why}`, options)
    this.why = why
  }
}

export const isAccepted = (type: string, accepts: readonly string[] | null): boolean =>
  !accepts ||
  accepts.some((accepted) => accepted === type || (accepted.endsWith('/*') && type.startsWith(accepted.slice(0, -1))))
