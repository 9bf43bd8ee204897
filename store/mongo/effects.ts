import type { Applications, Effect } from '../store.ts'
import { type Database, literal } from './database.ts'
import type { ApplicationRow } from './schemas.ts'
import { ended } from './sessions.ts'

type Kept = Pick<
  Applications,
  'claim' | 'trying' | 'later' | 'hasten' | 'claimed' | 'effect' | 'effectsOf' | 'parked' | 'retry' | 'take' | 'owed'
>

const those = (cond: object) => ({ $filter: { input: '$effects', cond } })
const unlessEmpty = (list: object) => ({
  $let: { vars: { list }, in: { $cond: [{ $gt: [{ $size: '$$list' }, 0] }, '$$list', '$$REMOVE'] } },
})
const IS_PARKED = { $or: [{ $eq: ['$$this.state', 'parked'] }, { $eq: ['$$this.parked', true] }] }
const is = (state: Effect['state']) => ({ $eq: ['$$this.state', state] })
const each = (list: object, value: string) => ({ $map: { input: list, in: value } })

/** The last stage of every change of an application's lists: derives from them what is looked for. */
export const SUMMARY = {
  $set: {
    waitingSince: { $ifNull: [{ $first: '$waiting.committed' }, '$$REMOVE'] },
    nextDue: { $ifNull: [{ $min: each(those({ $not: is('claimed') }), '$$this.due') }, '$$REMOVE'] },
    owners: unlessEmpty(each(those(is('claimed')), '$$this.owner')),
    parked: unlessEmpty(each(those(IS_PARKED), '$$this.id')),
    owing: { $cond: [{ $gt: [{ $size: '$effects' }, 0] }, { $size: '$effects' }, '$$REMOVE'] },
  },
}

/** Changes the effects for which `condition` holds, and no others. */
const changed = (condition: object, change: object) => [
  {
    $set: {
      effects: {
        $map: {
          input: '$effects',
          in: { $cond: [condition, { $mergeObjects: ['$$this', change] }, '$$this'] },
        },
      },
    },
  },
  SUMMARY,
]
const both = (...conditions: readonly object[]) => ({ $and: conditions })
const byAge = (a: Effect, b: Effect) => a.due - b.due || (a.id < b.id ? -1 : 1)

export function mongoEffects(database: Database): Kept {
  const { applications, sessions } = database

  /** Changes one effect where it stands as the caller believes. */
  async function change(id: string, as: Partial<Effect>, to: object): Promise<boolean> {
    const condition = Object.entries({ id, ...as }).map(([name, value]) => ({
      $eq: [`$$this.${name}`, literal(value)],
    }))
    const { matchedCount } = await applications.updateOne(
      { 'effects.id': id, owing: { $exists: true }, effects: { $elemMatch: { id, ...as } } },
      changed(both(...condition), to),
    )
    return matchedCount > 0
  }

  /** Claims effects that were found, where they still are as `condition` (and `which`, the same here) has it. */
  async function take(
    found: readonly ApplicationRow[],
    session: string,
    limit: number,
    condition: object,
    which: (effect: Effect) => boolean,
  ): Promise<Effect[]> {
    const wanted = found
      .flatMap(({ effects }) => effects)
      .filter(which)
      .sort(byAge)
      .slice(0, limit)
    const claimed = {
      ...{ state: 'claimed', owner: literal(session), attempts: { $add: ['$$this.attempts', 1] } },
      // parked by a version that did not say so beside the state
      parked: { $cond: [IS_PARKED, true, '$$REMOVE'] },
    }
    const taken = await Promise.all(
      [...Map.groupBy(wanted, ({ reference }) => reference)].map(async ([reference, effects]) => {
        const ids = effects.map(({ id }) => id)
        const before = await applications.findOneAndUpdate(
          { _id: reference },
          changed(both({ $in: ['$$this.id', literal(ids)] }, condition), claimed),
          { projection: { effects: 1 } },
        )
        return (before?.effects ?? []).filter((effect) => ids.includes(effect.id) && which(effect))
      }),
    )
    return taken.flat().map((e) => ({
      ...{ ...e, state: 'claimed', owner: session, attempts: e.attempts + 1 },
      ...(e.state === 'parked' ? { parked: true } : {}),
    }))
  }

  async function takeDue(department: string, session: string, now: number, limit: number): Promise<Effect[]> {
    const taken: Effect[] = []
    while (taken.length < limit) {
      const left = limit - taken.length
      const found = await applications
        .find(
          { department, nextDue: { $lte: now } },
          { projection: { effects: 1 }, sort: { nextDue: 1, _id: 1 }, limit: left },
        )
        .toArray()
      if (!found.length) break
      const isDue = both({ $ne: ['$$this.state', 'claimed'] }, { $lte: ['$$this.due', now] })
      taken.push(...(await take(found, session, left, isDue, (e) => e.state !== 'claimed' && e.due <= now)))
    }
    return taken
  }

  /** Takes over what sessions that have ended had claimed. */
  async function takeLeft(department: string, session: string, limit: number): Promise<Effect[]> {
    const living = await sessions.find({ $expr: { $gt: ['$until', '$$NOW'] } }, { projection: { _id: 1 } }).toArray()
    const found = await applications
      .find(
        { department, owners: { $exists: true, $elemMatch: { $nin: living.map(({ _id }) => _id) } } },
        { projection: { effects: 1, owners: 1 }, limit },
      )
      .toArray()
    // a session may have begun, and claimed, since the living were counted
    const gone = [...(await ended(database, [...new Set(found.flatMap(({ owners }) => owners ?? []))]))]
    if (!gone.length) return []
    const isLeft = both(is('claimed'), { $in: ['$$this.owner', literal(gone)] })
    return take(found, session, limit, isLeft, (e) => e.state === 'claimed' && gone.includes(e.owner ?? ''))
  }

  return {
    async claim(department, session, now, limit) {
      const left = await takeLeft(department, session, limit)
      const due = left.length < limit ? await takeDue(department, session, now, limit - left.length) : []
      return [...left, ...due].sort(byAge)
    },
    trying: (effect, session, by) => change(effect, { state: 'claimed', owner: session }, { uncertainSince: by }),
    later: (effect, session, { due, uncertainSince, note, raw, misunderstood, park }) =>
      change(
        effect,
        { state: 'claimed', owner: session },
        {
          state: { $cond: [park ?? { $eq: ['$$this.parked', true] }, 'parked', 'owed'] },
          ...(park === undefined ? {} : { parked: park }),
          owner: null,
          due,
          uncertainSince,
          note: literal(note),
          ...(raw != null ? { raw: literal(raw) } : {}),
          ...(misunderstood === undefined ? {} : { misunderstood }),
        },
      ),
    async hasten(department, now, { due, sent }) {
      const after = { $or: [{ due: { $gt: due } }, { uncertainSince: { $gt: sent } }] }
      const hastened = {
        due: { $cond: [{ $gt: ['$$this.due', due] }, now, '$$this.due'] },
        uncertainSince: { $cond: [{ $gt: ['$$this.uncertainSince', sent] }, sent, '$$this.uncertainSince'] },
      }
      await applications.updateMany({ department, owing: { $exists: true }, effects: { $elemMatch: after } }, [
        { $set: { effects: { $map: { input: '$effects', in: { $mergeObjects: ['$$this', hastened] } } } } },
        SUMMARY,
      ])
    },
    async claimed(department, session) {
      const rows = await applications
        .find({ department, owners: { $exists: true, $elemMatch: { $eq: session } } }, { projection: { effects: 1 } })
        .toArray()
      return rows
        .flatMap(({ effects }) => effects)
        .filter(({ owner, state }) => state === 'claimed' && owner === session)
    },
    async effect(id) {
      const row = await applications.findOne(
        { 'effects.id': id, owing: { $exists: true } },
        { projection: { effects: 1 } },
      )
      return row?.effects.find((effect) => effect.id === id) ?? null
    },
    async effectsOf(reference) {
      const row = await applications.findOne({ _id: reference }, { projection: { effects: 1 } })
      return [...(row?.effects ?? [])]
    },
    async parked(first, after) {
      const rows = await applications
        .aggregate<Pick<ApplicationRow, never> & { effect: Effect }>([
          { $match: { parked: { $exists: true, $elemMatch: { $gt: after ?? '' } } } },
          { $project: { _id: 0, effect: '$effects', parked: 1 } },
          { $unwind: '$effect' },
          { $match: { $expr: { $in: ['$effect.id', '$parked'] }, 'effect.id': { $gt: after ?? '' } } },
          { $sort: { 'effect.id': 1 } },
          { $limit: first },
        ])
        .toArray()
      return rows.map(({ effect }) => effect)
    },
    retry: (effect, now) =>
      change(effect, { state: 'parked' }, { state: 'owed', due: now, attempts: 0, misunderstood: 0, parked: false }),
    take: (effect, session) =>
      change(effect, { state: 'parked' }, { state: 'claimed', owner: literal(session), parked: true }),
    async owed(department) {
      const [sum] = await applications
        .aggregate<{ owed: number; parked: number }>([
          { $match: { department, owing: { $exists: true } } },
          {
            $group: {
              _id: null,
              owed: { $sum: '$owing' },
              parked: { $sum: { $size: { $ifNull: ['$parked', []] } } },
            },
          },
        ])
        .toArray()
      return { owed: sum?.owed ?? 0, parked: sum?.parked ?? 0 }
    },
  }
}
