import mongoose, { type Schema } from 'mongoose'
import type { Inbound, Owed, ReadChat, ReceiptWord } from '../channel.ts'
import type { CitizenKey } from '../people.ts'
import type { Application, DocumentRecord, Effect } from '../store.ts'

type Timestamp = mongoose.mongo.Timestamp

/** An event that its application holds until the relay has it in the log. */
export interface WaitingEvent {
  readonly id: string
  /** JSON of the event, as the log is to hash it. */
  readonly document: string
  /** Cluster time of the commit: the order of commits, whatever the clocks of the processes say. */
  readonly committed: Timestamp
}
export interface ApplicationRow extends Omit<Application, 'reference'> {
  readonly _id: string
  readonly open: boolean
  /** The digest of an open application; missing where it is closed, or where another open one had it first. */
  readonly openDigest?: string
  /** The `departmentReference` that a commit gave it, by which no other gets it; missing where it has none, or had one when it came here. */
  readonly caseNumber?: string
  readonly effects: readonly Effect[]
  readonly waiting: readonly WaitingEvent[]
  // what is looked for, derived from the two lists with each change of them; missing where there is nothing
  readonly waitingSince?: Timestamp
  readonly nextDue?: number
  readonly owners?: readonly string[]
  readonly parked?: readonly string[]
  readonly owing?: number
}
/** An event of no application, until the relay has it in the log. */
export interface RecordRow extends WaitingEvent {
  readonly _id: string
}
export interface LogRowDocument {
  /** Position. */
  readonly _id: number
  readonly id: string
  readonly reference: string
  readonly document: string
  readonly hash: string
}
export interface DocumentRow extends Omit<DocumentRecord, 'id'> {
  readonly _id: string
}
export interface PersonRow {
  /** Identity. */
  readonly _id: string
  readonly citizen: string
  readonly sealed: string
  readonly met: number
}
/** The one union of citizens that is under way, if any. Only its version decides who may begin the next. */
export interface UnionRow {
  readonly _id: 'union'
  readonly version: number
  readonly from: readonly string[]
  readonly into: string | null
}
export interface KeyRow extends Omit<CitizenKey, 'id'> {
  readonly _id: string
  /** The citizen whose first key it was made as. */
  readonly first: string
  readonly made: Timestamp
}
export interface SessionRow {
  readonly _id: string
  readonly role: string
  readonly until: Date
}
export interface LeaseRow {
  readonly _id: string
  readonly owner: string | null
  readonly token: number
}
export interface HoldRow {
  /** Citizen. */
  readonly _id: string
  readonly owner: string
}
export interface InboxRow extends Omit<Inbound, 'id'> {
  readonly _id: string
  readonly position: number
  readonly done: boolean
  readonly citizen: string | null
}
export interface OutboxDocument extends Omit<Owed, 'id'> {
  readonly _id: string
  readonly position: number
  readonly state: 'owed' | 'accepted' | 'parked'
  readonly due: number
  readonly attempts: number
  readonly began: number | null
  readonly template: boolean
  readonly wamid: string | null
  /** The last wamid that counts no longer. */
  readonly refused: string | null
  readonly receipt: ReceiptWord | null
  readonly note: string | null
  /** Version of the chat whose write revived it last. */
  readonly revived: number
}
/** What one write of a chat does to other documents; the chat holds it until it is done. */
export interface Leftover {
  /** Version of the chat that this write made. */
  readonly version: number
  readonly owes: readonly OutboxDocument[]
  readonly done: readonly { readonly id: string; readonly citizen: string | null; readonly sealed?: string }[]
  readonly revives: readonly string[]
}
export interface ChatRow extends Omit<ReadChat, 'citizen'> {
  /** Citizen. */
  readonly _id: string
  readonly leftovers: readonly Leftover[]
  /** Since when there are any, by the server's clock; missing where there are none. */
  readonly leftSince?: Date
}
export interface ValueRow {
  readonly _id: string
  readonly value: string
}
export interface CounterRow {
  readonly _id: string
  readonly value: number
}
export interface CountRow {
  readonly _id: string
  readonly items: readonly string[]
}
export interface CodeRow {
  readonly _id: string
  readonly sealed: string
  readonly expires: number
  readonly spender?: string
}
/** Bytes that belong to no file as yet, or no longer. */
export interface LooseRow {
  readonly _id: mongoose.mongo.ObjectId
  readonly since: Date
}

const { Mixed } = mongoose.Schema.Types
const text = { type: String, required: true } as const
const whole = { type: Number, required: true } as const
const yes = { type: Boolean, required: true } as const
/** In a partial index, and again in each query that is to use it. */
export const ANY_TEXT = { $gt: '' }

type Index = readonly [Record<string, 1 | -1>, mongoose.IndexOptions?]
function schema(fields: Record<string, unknown>, ...indexes: readonly Index[]): Schema {
  const made = new mongoose.Schema(fields as mongoose.SchemaDefinition, {
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
  })
  for (const [keys, options] of indexes) made.index(keys, options)
  return made
}
/** Only documents that have something under `field` are in the index. */
const where = (field: string, value: unknown = { $exists: true }): mongoose.IndexOptions => ({
  partialFilterExpression: { [field]: value },
})
const chunked = schema({ _id: mongoose.Schema.Types.ObjectId, filename: text }, [{ filename: 1 }, { unique: true }])
const chunks = schema({ _id: mongoose.Schema.Types.ObjectId, files_id: mongoose.Schema.Types.ObjectId, n: whole }, [
  { files_id: 1, n: 1 },
  { unique: true },
])

/** Each collection by its name, with the indexes that its queries use. */
export const SCHEMAS = {
  applications: schema(
    {
      _id: text,
      service: text,
      department: text,
      citizen: text,
      status: text,
      departmentReference: String,
      submittedAt: text,
      due: String,
      input: text,
      digest: text,
      openDigest: String,
      caseNumber: String,
      request: String,
      fee: Number,
      client: String,
      restricted: yes,
      documents: [Mixed],
      action: String,
      certificate: Mixed,
      lastChange: String,
      decidedAt: String,
      delayed: yes,
      overdue: yes,
      open: yes,
      events: whole,
      version: whole,
      effects: [Mixed],
      waiting: [Mixed],
      waitingSince: Mixed,
      nextDue: Number,
      owners: { type: [String], default: undefined },
      parked: { type: [String], default: undefined },
      owing: Number,
    },
    [{ request: 1 }, { unique: true, ...where('request', ANY_TEXT) }],
    [{ openDigest: 1 }, { unique: true, ...where('openDigest', ANY_TEXT) }],
    [
      { caseNumber: 1, department: 1 },
      { unique: true, ...where('caseNumber', ANY_TEXT) },
    ],
    [{ 'certificate.code': 1 }, { unique: true, ...where('certificate.code', ANY_TEXT) }],
    [{ department: 1, departmentReference: 1 }, where('departmentReference', ANY_TEXT)],
    [{ citizen: 1, _id: -1 }],
    [{ department: 1, _id: 1 }, where('open', true)],
    [{ due: 1, _id: 1 }, { partialFilterExpression: { open: true, overdue: false } }],
    [{ overdue: 1, _id: 1 }, { partialFilterExpression: { open: true, overdue: true } }],
    [
      { department: 1, submittedAt: 1 },
      { partialFilterExpression: { open: true, status: 'SUBMITTED', delayed: false } },
    ],
    [{ service: 1 }, { partialFilterExpression: { open: true, overdue: true } }],
    [{ service: 1, decidedAt: -1 }, where('decidedAt', ANY_TEXT)],
    [{ 'effects.id': 1 }, where('owing')],
    [{ department: 1, nextDue: 1, _id: 1 }, where('nextDue')],
    [{ department: 1, owners: 1 }, where('owners')],
    [{ department: 1, owing: 1 }, where('owing')],
    [{ parked: 1 }, where('parked')],
    [{ waitingSince: 1 }, where('waitingSince')],
  ),
  records: schema({ _id: text, document: text, committed: Mixed }, [{ committed: 1 }]),
  log: schema(
    { _id: whole, id: text, reference: String, document: text, hash: text },
    [{ id: 1 }, { unique: true }],
    [{ reference: 1, _id: 1 }, where('reference', ANY_TEXT)],
  ),
  documents: schema({ _id: text, owner: text }, [{ owner: 1 }]),
  'blobs.files': chunked,
  'blobs.chunks': chunks,
  loose: schema({ since: Date }, [{ since: 1 }]),
  people: schema({ _id: text, citizen: text, sealed: text, met: whole }, [{ citizen: 1, met: 1 }]),
  unions: schema({ _id: text, version: whole, from: [String], into: String }),
  keys: schema(
    { _id: text, citizen: text, wrapped: text, first: text, made: Mixed },
    [{ citizen: 1, made: 1 }],
    [{ first: 1 }, { unique: true }],
  ),
  // one that has ended is of no use to anybody an hour later
  sessions: schema({ _id: text, role: text, until: Date }, [{ until: 1 }, { expireAfterSeconds: 3600 }]),
  leases: schema({ _id: text, owner: String, token: whole }),
  holds: schema({ _id: text, owner: text }),
  inbox: schema(
    { _id: text, kind: text, sealed: String, at: whole, position: whole, done: yes, citizen: String },
    [{ kind: 1, position: 1 }, where('done', false)],
    [{ citizen: 1, at: -1, _id: -1 }, where('citizen', ANY_TEXT)],
  ),
  chats: schema(
    { _id: text, version: whole, address: text, state: text, windowUntil: whole, leftovers: [Mixed], leftSince: Date },
    [{ leftSince: 1 }, where('leftSince')],
    [{ windowUntil: 1 }],
  ),
  outbox: schema(
    {
      _id: text,
      citizen: text,
      lane: text,
      sealed: text,
      at: whole,
      position: whole,
      state: text,
      due: whole,
      attempts: whole,
      began: Number,
      template: yes,
      wamid: String,
      refused: String,
      receipt: String,
      note: String,
      revived: whole,
    },
    [{ lane: -1, position: 1, due: 1 }, where('state', 'owed')],
    [{ citizen: 1, lane: 1, position: 1 }, where('state', 'owed')],
    [{ due: 1 }, where('state', 'owed')],
    [{ state: 1 }, where('state', 'parked')],
    [{ wamid: 1 }, where('wamid', ANY_TEXT)],
    [{ citizen: 1, at: -1, _id: -1 }],
  ),
  cursors: schema({ _id: text, value: String }),
  counters: schema({ _id: text, value: whole }),
  counts: schema({ _id: text, items: [String] }),
  codes: schema({ _id: text, sealed: text, expires: whole, spender: String }, [{ expires: 1 }]),
} as const satisfies Record<string, Schema>
