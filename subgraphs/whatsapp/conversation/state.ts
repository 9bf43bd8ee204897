/** Where a conversation stands, what comes to it, and what it says: the types that everything here speaks. */
import type { CatalogueQuestion, CatalogueService, LanguageCode, Words } from '../../../vocabulary/catalogue.ts'
import type { Wording } from '../wording.ts'
import type { Media, Operation, UploadDoubt } from './exchange.ts'

export * from './exchange.ts'

/** A question of a service; `options` are those of an enum. */
export interface Question extends Omit<CatalogueQuestion, 'optionsQuery' | 'factsQuery'> {
  /** Its options come from the department. */
  readonly live: boolean
  /** Paths of the answers that live options are looked up by; null where that is not said. */
  readonly dependsOn: readonly string[] | null
  /** Query that knows facts about its answer. */
  readonly facts: string | null
}
export interface Service extends Omit<CatalogueService, 'questions' | 'withheld' | 'fields'> {
  readonly departmentName: Words
  readonly questions: readonly Question[]
}
export interface ChatCatalogue {
  readonly services: readonly Service[]
  service(code: string): Service | null
  /** What a typed text names: the service whose title or synonym it is, and those that resemble it, best first. */
  search(text: string): { readonly named: Service | null; readonly similar: readonly Service[] }
}

/** What the pure function needs to know beside the state. */
export interface World {
  readonly catalogue: ChatCatalogue
  readonly wording: Wording
  /** `YYYY-MM-DD` */
  readonly today: string
  /** ms since the epoch. */
  readonly now: number
  /** ms since the epoch by which the message was written; absent where that is now. */
  readonly arrived?: number
  /** Of the message that is being answered; names the draft that it begins. */
  readonly id: string
  /** Where a person answers: a telephone number, as it is dialled. */
  readonly helpline: string
  /** Another person than the one who wrote here before may hold the phone: nothing of theirs is shown. */
  readonly unproved?: boolean
  /** Absent where forms of WhatsApp's own are not offered. `closed`: those that Meta does not open now, as `office.wedding en`. */
  readonly forms?: { readonly closed: ReadonlySet<string> }
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly description?: string | null
}

/** An application that is being written. Its `id` is the `requestId` that it is filed with. */
export interface Draft {
  readonly id: string
  readonly service: string
  /** By path with list positions (`witnesses.0.name`); null: skipped. */
  readonly answers: Readonly<Record<string, unknown>>
  /** What a person reads in an answer that says it in other words: a live option's label, a file's name. */
  readonly labels: Readonly<Record<string, string>>
  /** Lists that are complete, with the number of their items. */
  readonly closed: Readonly<Record<string, number>>
  /** Of a one-of input, by its path, the field that is given. */
  readonly chosen: Readonly<Record<string, string>>
  /** Items that were asked for beyond the fewest. */
  readonly wanted: Readonly<Record<string, number>>
  /** Paths in the order in which they were answered. */
  readonly trail: readonly string[]
  /** Answers whose live options may have changed with a corrected answer. */
  readonly stale: readonly string[]
  readonly facts: Readonly<Record<string, unknown>>
  /** As it was before its citizen asked to correct the answer at `path`: a step back from there puts it back. */
  readonly corrected?: { readonly path: string; readonly draft: Omit<Draft, 'corrected'> }
  /** An answer is being corrected that facts may hang on: they are asked for again. */
  readonly refresh: boolean
  /** The title and what is kept have been said. */
  readonly begun: boolean
  /** Typed already, in one message with an earlier answer: taken when the question would be put. */
  readonly ahead: Readonly<Record<string, string>>
  /** The citizen has been reminded of it. */
  readonly reminded: boolean
  /** A form of WhatsApp's own that was opened for it; `sent`: it was filled in to its end, and takes no more. */
  readonly form?: { readonly id: string; readonly sent: boolean } | null
  /** Papers that were given as pictures, by path: another may become their next page. */
  readonly pages?: Readonly<Record<string, Pages>>
  /** Blocks that were shown to be checked, once they were complete or at the review: hashes of their answers, so that one that changes counts as not shown. */
  readonly shown?: readonly string[]
}
export interface Pages {
  /** The answer that they became. */
  readonly document: string
  readonly media: readonly Media[]
  /** What the citizen insisted on. */
  readonly despite: readonly UploadDoubt[]
  /** The citizen has no more of them. */
  readonly closed?: true
}

/** An application that was sent off from this chat. */
export interface Sent {
  /** Of the draft, as its buttons name it. */
  readonly key: string
  readonly reference: string
  /** The first name in it: several people may share a phone. */
  readonly person: string | null
}

/** What was said last, and so what the next message means. */
export type Place =
  | { readonly at: 'menu' }
  /** `resume`: a draft or an action is gone on with afterwards. */
  | { readonly at: 'language'; readonly resume: boolean }
  /** `drops`: whether its answers shall be deleted, rather than gone on with. */
  | { readonly at: 'resume'; readonly service: string; readonly drops?: true }
  /** One by one, or in a form? */
  | { readonly at: 'offer' }
  | { readonly at: 'form' }
  | {
      readonly at: 'question'
      readonly path: string
      readonly page: number
      readonly options: readonly Option[] | null
      /** ms since the epoch at which its options came. */
      readonly since?: number
    }
  | { readonly at: 'more'; readonly list: string }
  /** The next page of the paper at `path` is waited for. */
  | { readonly at: 'pages'; readonly path: string }
  /** Which field of a one-of input? */
  | { readonly at: 'which'; readonly path: string }
  /** The department did not answer; the citizen may try again. */
  | { readonly at: 'unanswered'; readonly attempt: 'advance' | 'review' | 'file' }
  | { readonly at: 'correct'; readonly paths: readonly string[] | null; readonly page: number }
  | { readonly at: 'review'; readonly fee: number | null }
  | { readonly at: 'applications' }
  | { readonly at: 'application'; readonly reference: string }
  | { readonly at: 'withdraw'; readonly reference: string }
  /** Everything about the citizen is to be deleted: surely? */
  /** `resume`: a draft is gone on with where nothing is deleted. */
  | { readonly at: 'erase'; readonly resume?: true }
  | {
      readonly at: 'action'
      readonly reference: string
      /** What the department says, with its date and place. */
      readonly lines: readonly string[]
      readonly question: Question | null
      readonly options: readonly Option[] | null
      readonly page: number
    }

export interface State {
  readonly language: LanguageCode
  /** The citizen chose it, rather than it being guessed from their script. */
  readonly chosen: boolean
  readonly place: Place
  readonly draft: Draft | null
  /** Drafts put aside for another. */
  readonly shelf: readonly Draft[]
  /** Asked to be left alone: nothing is sent unasked until they write again. */
  readonly stopped: boolean
  /** What was said against pictures for the answer at `path`. */
  readonly doubted: { readonly path: string; readonly doubts: readonly UploadDoubt[] } | null
  /** Files that came before one was asked for, oldest first: offered for a day, and no longer than what is written. `at`: ms since the epoch. */
  readonly kept: readonly { readonly media: Media; readonly at: number }[]
  /** The newest applications that this chat has said to be received. */
  readonly filed: readonly string[]
  /** What was sent from here, newest first. */
  readonly sent: readonly Sent[]
  /** Earlier answers by what was asked, newest first: offered as a tap, never filled in. */
  readonly remembered: Readonly<Record<string, readonly string[]>>
  /** When something was said last, in ms since the epoch. */
  readonly said: number
  /** When something was said unasked while an answer was waited for, in ms since the epoch. */
  readonly told?: number
  /** Messages in a row that were not understood. */
  readonly lost: number
  /** The button that was pressed last, and when (ms since the epoch). */
  readonly pressed: { readonly id: string; readonly at: number } | null
  /** Buttons and rows below what was said last, where no question lists them: their words count as a tap. */
  readonly offered?: readonly Pick<Choice, 'id' | 'title'>[]
  /** When to remind of what was begun, in ms since the epoch; null: not at all. */
  readonly remind: number | null
}
export const START: State = {
  language: 'en',
  chosen: false,
  place: { at: 'menu' },
  draft: null,
  shelf: [],
  stopped: false,
  doubted: null,
  kept: [],
  filed: [],
  sent: [],
  remembered: {},
  said: 0,
  lost: 0,
  pressed: null,
  remind: null,
}

// ---------- what is said ----------

export interface Choice {
  readonly id: string
  readonly title: string
  readonly description?: string | null
}
/** One message to the citizen. Choices become buttons or a list, as they fit. */
export interface Reply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Nobody can choose without the descriptions: where the choices are buttons, the text has them. */
  readonly described?: true
  /** Word on the button that opens a list. */
  readonly open?: string
  /** The same in fewer words, ever fewer: the first that has room beside the choices is said in place of `text`, where that has none. */
  readonly shorter?: readonly string[]
  /** Opens a form of WhatsApp's own. */
  readonly form?: FormOpening
  /** A certificate goes as a file in place of the text; `url`: where its bytes are. */
  readonly certificate?: {
    readonly reference: string
    readonly title: string
    readonly code: string
    readonly url: string
  }
}
export interface FormOpening {
  readonly service: string
  readonly language: LanguageCode
  /** Of the draft that it fills. */
  readonly draft: string
  /** Names this opening: it can be sent once. */
  readonly id: string
  readonly button: string
  /** Said in its place where it cannot be opened. */
  readonly otherwise: Reply
}
export interface Outcome {
  readonly state: State
  readonly replies: readonly Reply[]
  readonly operation?: Operation
  /** Acts to be recorded, such as a consent: names and details without personal data. */
  readonly records?: readonly { readonly name: string; readonly details: string }[]
}
