/** What comes to a conversation: what a citizen sent, what it asks of the hub, and what became of that. */
import type { Option, Question } from './state.ts'

export interface Media {
  readonly id: string
  readonly url: string | null
  readonly name: string | null
  readonly mediaType: string | null
  /** Of its bytes, as WhatsApp writes it. */
  readonly sha256?: string | null
}
/** What a citizen sent. */
export type Message =
  /** `about`: the text of the older message that is quoted with it. */
  | { readonly type: 'text'; readonly text: string; readonly about?: string | null }
  /** A button or a row, by the id that it was sent with. */
  | { readonly type: 'press'; readonly id: string; readonly title: string }
  /** `others`: pictures that were sent with it. `caption`: words below it, or below one of the others. */
  | {
      readonly type: 'file'
      readonly media: Media
      readonly others?: readonly Media[]
      readonly caption?: string | null
    }
  /** A place on the map, with its name and address where the person chose one that has them. */
  | {
      readonly type: 'place'
      readonly name: string | null
      readonly address: string | null
      /** In degrees; null for a place that is none on earth. */
      readonly at?: { readonly latitude: number; readonly longitude: number } | null
    }
  /** The card of somebody: proves nothing about whoever sends it. */
  | { readonly type: 'contact'; readonly name: string | null; readonly mobile: string | null }
  /** A form was sent, by the key of its draft. What was answered in it stands in the draft already. */
  | { readonly type: 'form'; readonly key: string }
  /** The sender's own number came, because it was asked for. */
  | { readonly type: 'number' }
  /** Something that cannot be read: a voice message, a sticker. */
  | { readonly type: 'other'; readonly kind: string }

/** Something to be asked of the hub before the conversation can go on. */
export type Operation =
  | {
      readonly kind: 'options'
      readonly service: string
      readonly path: string
      readonly answers: Answers
      readonly note: string | null
      readonly keep: boolean
    }
  | { readonly kind: 'facts'; readonly service: string; readonly path: string; readonly answers: Answers }
  | { readonly kind: 'fee'; readonly service: string; readonly answers: Answers; readonly note: string | null }
  /** `pages`: pictures that come before this one in the same paper; together they become one PDF. `despite`: what the citizen insists on. */
  | {
      readonly kind: 'upload'
      /** `page`: the paper at `path` is there already, and this makes it longer. */
      readonly as: 'answer' | 'page'
      readonly path: string
      readonly media: Media
      readonly accepts: readonly string[] | null
      readonly pages?: readonly Media[]
      readonly despite?: readonly UploadDoubt[]
    }
  | { readonly kind: 'file'; readonly service: string; readonly input: Answers; readonly requestId: string }
  | { readonly kind: 'applications' }
  | {
      readonly kind: 'application'
      readonly reference: string
      readonly then: 'show' | 'answer' | 'withdraw' | 'certificate'
    }
  | { readonly kind: 'withdraw'; readonly reference: string }
  | { readonly kind: 'answer'; readonly reference: string; readonly answer: unknown }
  /** `confirmed`: also with an account that would see the chat's applications. */
  | { readonly kind: 'link'; readonly code: string; readonly confirmed?: true }
  | { readonly kind: 'erase' }
export type Answers = Readonly<Record<string, unknown>>

export interface Problem {
  readonly path: string
  readonly rule: string
  readonly message: string
}
export interface ApplicationView {
  readonly reference: string
  readonly service: string
  readonly title: string
  readonly status: string
  readonly restricted: boolean
  readonly due: string | null
  readonly history: readonly { readonly status: string; readonly at: string; readonly reason: string | null }[]
  readonly action: ActionView | null
  readonly certificate: { readonly code: string; readonly url: string } | null
}
export interface ActionView {
  readonly kind: string
  readonly text: string
  readonly due: string | null
  readonly place: string | null
  readonly question: Question | null
  readonly options: readonly Option[] | null
}
/** What became of an operation; `of` is the operation itself. */
export type Result =
  /** `refused: 'limit'`: too many look-ups today. */
  | {
      readonly type: 'options'
      readonly of: Extract<Operation, { kind: 'options' }>
      readonly options: readonly Option[] | null
      readonly limit: boolean
    }
  | { readonly type: 'facts'; readonly of: Extract<Operation, { kind: 'facts' }>; readonly facts: Answers }
  | {
      readonly type: 'fee'
      readonly of: Extract<Operation, { kind: 'fee' }>
      readonly fee: number | null
      readonly answered: boolean
    }
  | {
      readonly type: 'upload'
      readonly of: Extract<Operation, { kind: 'upload' }>
      readonly stored: { readonly document: string; readonly name: string } | null
      readonly refused: UploadRefusal | null
    }
  | { readonly type: 'filed'; readonly outcome: Filed }
  | { readonly type: 'applications'; readonly applications: readonly ApplicationView[] | null }
  | {
      readonly type: 'application'
      readonly of: Extract<Operation, { kind: 'application' }>
      readonly application: ApplicationView | null
      readonly answered: boolean
    }
  | { readonly type: 'withdraw'; readonly reference: string; readonly outcome: Filed }
  | { readonly type: 'answer'; readonly reference: string; readonly outcome: Filed }
  | {
      readonly type: 'link'
      readonly linked: boolean
      readonly references: readonly string[]
      readonly answered: boolean
      /** Too many codes were tried today. */
      readonly limit?: boolean
      /** Not linked yet: the code is of this account, which would see the chat's applications. `digits`: the last of its number. */
      readonly account?: { readonly code: string; readonly digits: string | null } | null
    }
  /** `waitsFor`: references of open cases; `erased` null: no answer. */
  | { readonly type: 'erase'; readonly erased: boolean | null; readonly waitsFor: readonly string[] }
/** What makes a picture hard to read: said once; whoever sends it again is taken at their word. */
export type UploadDoubt = 'small' | 'blurred'
export const UPLOAD_DOUBTS: readonly UploadDoubt[] = ['small', 'blurred']
export type UploadRefusal =
  | UploadDoubt
  | 'empty'
  | 'too-large'
  /** More dots than can be opened. */
  | 'pixels'
  | 'type'
  | 'content'
  /** It cannot be opened. */
  | 'damaged'
  /** A PDF with a password. */
  | 'locked'
  /** A PDF that runs something, or carries another file. */
  | 'active'
  | 'expired'
  | 'failed'
export type Filed =
  | { readonly is: 'filed'; readonly reference: string }
  | { readonly is: 'same'; readonly reference: string }
  | { readonly is: 'invalid'; readonly problems: readonly Problem[] }
  /** There is no such application, as far as this chat may know. */
  | { readonly is: 'unknown' }
  /** No answer, or an error: nothing is known to have happened. */
  | { readonly is: 'failed' }
