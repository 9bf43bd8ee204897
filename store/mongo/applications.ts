import mongoose from 'mongoose'
import { CaseTaken } from '../case-taken.ts'
import { isOpen } from '../open-application.ts'
import type { Application, Applications, Step } from '../store.ts'
import { type Database, literal, numbers, violated } from './database.ts'
import { mongoEffects, SUMMARY } from './effects.ts'
import type { Lateness } from './lateness.ts'
import { citizensIn } from './people.ts'
import type { ApplicationRow } from './schemas.ts'

const { Timestamp } = mongoose.mongo

/** ms that a majority may take to have what was read. */
const KEPT_MS = 10_000

/** What only the store reads. */
export const PLAIN = {
  effects: 0,
  waiting: 0,
  waitingSince: 0,
  nextDue: 0,
  owners: 0,
  parked: 0,
  owing: 0,
  caseNumber: 0,
} as const

export function toApplication(row: ApplicationRow): Application {
  const { _id, open: _open, openDigest: _openDigest, ...rest } = row
  return { ...rest, reference: _id }
}

/** The fields of an application as they are to be. */
function fieldsOf({ reference: _, ...application }: Application, isHolder: boolean) {
  const open = isOpen(application)
  const { departmentReference } = application
  return {
    ...Object.fromEntries(Object.entries(application).map(([name, value]) => [name, literal(value)])),
    version: application.version + 1,
    open,
    openDigest: open && isHolder ? literal(application.digest) : '$$REMOVE',
    caseNumber:
      departmentReference === null
        ? '$$REMOVE'
        : { $cond: [{ $gt: ['$departmentReference', null] }, '$caseNumber', literal(departmentReference)] },
  }
}

/** The lists of a step: what it settles and cancels goes, what it owes comes, and its events wait for the relay. */
function lists(step: Step) {
  const kept = {
    $filter: {
      input: { $ifNull: ['$effects', []] },
      cond: {
        $and: [
          { $ne: ['$$this.id', literal(step.settles)] },
          { $not: { $in: ['$$this.kind', literal(step.cancels ?? [])] } },
        ],
      },
    },
  }
  const fresh = {
    $filter: { input: literal(step.effects), cond: { $not: { $in: ['$$this.id', '$$kept.id'] } } },
  }
  return {
    effects: { $let: { vars: { kept }, in: { $concatArrays: ['$$kept', fresh] } } },
    waiting: {
      $concatArrays: [
        { $ifNull: ['$waiting', []] },
        step.events.map((event) => ({
          id: literal(event.id),
          document: literal(JSON.stringify(event)),
          committed: '$$CLUSTER_TIME',
        })),
      ],
    },
  }
}

/** Reads applications by an index. */
export const listing =
  ({ applications }: Database) =>
  async (filter: object, sort: Record<string, 1 | -1>, limit: number): Promise<Application[]> => {
    if (limit < 1) return []
    const rows = await applications.find(filter, { projection: PLAIN, sort, limit }).toArray()
    return rows.map(toApplication)
  }

export function mongoApplications(database: Database): Omit<Applications, keyof Lateness> {
  const { applications, log, records } = database
  const one = async (filter: object, options: object = {}) => {
    const row = await applications.findOne(filter, { projection: PLAIN, ...options })
    return row && toApplication(row)
  }
  /** One that its filing is answered with: what was read is a majority's by then, though the write that made it was refused. */
  const kept = async (filter: object) => {
    const found = await applications.findOne(filter, { projection: { _id: 1 } })
    return found && one({ _id: found._id }, { readConcern: { level: 'linearizable' }, maxTimeMS: KEPT_MS })
  }
  const isThere = async (filter: object) => (await applications.findOne(filter, { projection: { _id: 1 } })) !== null
  const list = listing(database)
  const changes = (step: Step, isHolder: boolean) => [
    { $set: fieldsOf(step.application, isHolder) },
    { $set: lists(step) },
    SUMMARY,
  ]

  return {
    async reference(year) {
      const number = await numbers(database, `reference ${year}`, 1)
      return `DWR-${year}-${String(number).padStart(6, '0')}`
    },

    async create(step) {
      const { reference, request } = step.application
      const [state, ...rest] = changes({ ...step, application: { ...step.application, version: 0 } }, true)
      const first = { $set: { ...state!.$set, caseNumber: '$$REMOVE' } }
      try {
        // none has the version 0: it is inserted, or its reference is taken and the write fails
        await applications.updateOne({ _id: reference, version: 0 }, [first, ...rest], { upsert: true })
        return 'created'
      } catch (error) {
        if (violated(error) === null) throw error
        // several may be taken, and the server names one of them: the request says most
        if (request !== null && (await isThere({ request }))) return 'same-request'
        if (await isThere({ openDigest: step.application.digest })) return 'same-answers'
        throw error
      }
    },

    async commit(step) {
      const { reference, version } = step.application
      const write = async (isHolder: boolean) => {
        const { matchedCount } = await applications
          .updateOne({ _id: reference, version }, changes(step, isHolder))
          .catch((error) => {
            throw violated(error) === 'caseNumber' ? new CaseTaken() : error
          })
        return matchedCount > 0
      }
      try {
        return await write(true)
      } catch (error) {
        if (violated(error) !== 'openDigest') throw error
        // another open application has these answers already: that one is found by them
        return write(false)
      }
    },

    async read(references) {
      const rows = await applications.find({ _id: { $in: [...references] } }, { projection: PLAIN }).toArray()
      const found = new Map(rows.map((row) => [row._id, toApplication(row)]))
      return references.map((reference) => found.get(reference) ?? null)
    },
    byRequest: (request) => kept({ request }),
    openByDigest: (digest) => kept({ openDigest: digest }),
    async byDepartment(department, departmentReferences) {
      const rows = await applications
        .find({ department, departmentReference: { $in: [...departmentReferences] } }, { projection: PLAIN })
        .toArray()
      const found = new Map(rows.map((row) => [row.departmentReference, toApplication(row)]))
      return departmentReferences.map((reference) => found.get(reference) ?? null)
    },
    byCertificate: (code) => one({ 'certificate.code': code }),
    ofCitizen: (citizen, first, after) =>
      citizensIn(database, citizen, (ids) =>
        list({ citizen: { $in: ids }, ...(after === null ? {} : { _id: { $lt: after } }) }, { _id: -1 }, first),
      ),
    open: (department, limit, after) => list({ department, open: true, _id: { $gt: after ?? '' } }, { _id: 1 }, limit),
    async events(reference) {
      // first what waits, then the log: an event that is moved meanwhile is in one of them at least
      const row = await applications.findOne({ _id: reference }, { projection: { waiting: 1 } })
      // by what the log itself is checked by: the ids of its events
      const logged = await log
        .find({ id: { $gt: `${reference}.`, $lt: `${reference}/` } }, { sort: { _id: 1 } })
        .toArray()
      const ids = new Set(logged.map(({ id }) => id))
      const onTheirWay = (row?.waiting ?? []).filter(({ id }) => !ids.has(id))
      return [...logged, ...onTheirWay].map(({ document }) => JSON.parse(document))
    },
    async record(event) {
      // the server puts its cluster time in the place of an empty one
      const committed = new Timestamp({ t: 0, i: 0 })
      await records.insertOne({ _id: event.id, id: event.id, document: JSON.stringify(event), committed })
    },

    ...mongoEffects(database),
  }
}
