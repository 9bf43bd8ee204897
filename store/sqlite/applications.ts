import { CaseTaken } from '../case-taken.ts'
import { isOpen } from '../open-application.ts'
import type { Application, Applications, Effect, Event, Step } from '../store.ts'
import type { Database } from './file/database.ts'
import type { Lateness } from './lateness.ts'
import { lastOf } from './log.ts'
import { alive, aliveNow } from './sessions.ts'

type Row = Record<string, any>

/** What stands in a column is not repeated in the document. */
export function toDocument(application: Application): string {
  const {
    reference: _r,
    department: _d,
    citizen: _c,
    departmentReference: _dr,
    digest: _di,
    request: _re,
    version: _v,
    ...rest
  } = application
  return JSON.stringify(rest)
}
export function toApplication(row: Row): Application {
  return {
    // written before there were any
    decidedAt: null,
    delayed: false,
    overdue: false,
    ...JSON.parse(row.document),
    reference: row.reference,
    department: row.department,
    citizen: row.citizen,
    departmentReference: row.department_reference,
    digest: row.digest,
    request: row.request,
    version: row.version,
  }
}
export function toEffect(row: Row): Effect {
  return {
    id: row.id,
    reference: row.reference,
    department: row.department,
    kind: row.kind,
    key: row.key,
    payload: row.payload,
    due: row.due,
    attempts: row.attempts,
    uncertainSince: row.uncertain_since,
    state: row.state,
    owner: row.owner,
    note: row.note,
    raw: row.raw,
    ...(row.misunderstood ? { misunderstood: row.misunderstood } : {}),
    ...(row.parked ? { parked: true } : {}),
  }
}

const firstOf = (condition: string) =>
  `SELECT * FROM (SELECT id, due FROM effects WHERE department = ?1 AND ${condition} ORDER BY due LIMIT ?3)`
/** The first of each state come from the index, so that it does not matter how many are owed behind them. */
const CLAIM = `
  UPDATE effects SET state = 'claimed', owner = ?6, attempts = attempts + 1 WHERE id IN (
    SELECT id FROM (
      ${firstOf("state = 'owed' AND due <= ?2")}
      UNION ALL ${firstOf("state = 'parked' AND due <= ?2")}
      UNION ALL ${firstOf(`state = 'claimed' AND owner NOT IN (${alive('?4', '?5')})`)}
    ) ORDER BY due, id LIMIT ?3
  ) RETURNING *`
const byAge = (a: Effect, b: Effect) => a.due - b.due || (a.id < b.id ? -1 : 1)

/** Two that have one number from before keep it. */
const TAKEN = `SELECT 1 FROM applications WHERE department = ?1 AND department_reference = ?2 AND reference <> ?3
  AND EXISTS (SELECT 1 FROM applications WHERE reference = ?3 AND department_reference IS NULL)`
/** `(?, ?, …)` for a list bound as JSON: one prepared statement whatever its length. */
const IN = 'IN (SELECT value FROM json_each(?))'

export function sqliteApplications(db: Database): Omit<Applications, keyof Lateness> {
  function addEvent(event: Event): void {
    db.run(
      'INSERT INTO events (id, reference, document) VALUES (?, ?, ?)',
      event.id,
      event.reference,
      JSON.stringify(event),
    )
  }
  function owe(step: Step): void {
    for (const event of step.events) addEvent(event)
    if (step.settles) db.run('DELETE FROM effects WHERE id = ?', step.settles)
    if (step.cancels?.length)
      db.run(
        `DELETE FROM effects WHERE reference = ? AND kind ${IN}`,
        step.application.reference,
        JSON.stringify(step.cancels),
      )
    for (const e of step.effects)
      db.run(
        'INSERT OR IGNORE INTO effects (id, reference, department, kind, key, payload, due, attempts, uncertain_since, state, owner, note, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        e.id,
        e.reference,
        e.department,
        e.kind,
        e.key,
        e.payload,
        e.due,
        e.attempts,
        e.uncertainSince,
        e.state,
        e.owner,
        e.note,
        e.raw,
      )
  }
  const one = (row: Row | undefined) => (row ? toApplication(row) : null)
  /** One that its filing is answered with. */
  async function kept(row: Row | undefined): Promise<Application | null> {
    if (row) await db.durable()
    return one(row)
  }

  return {
    reference: (year) =>
      db.write(() => {
        const row = db.get(
          'INSERT INTO sequences (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
          `reference ${year}`,
        ) as Row
        return `DWR-${year}-${String(row.value).padStart(6, '0')}`
      }),

    create: (step) =>
      db.write(() => {
        const a = step.application
        if (a.request !== null && db.get('SELECT 1 FROM applications WHERE request = ?', a.request))
          return 'same-request'
        if (db.get('SELECT 1 FROM applications WHERE digest = ? AND open = 1', a.digest)) return 'same-answers'
        db.run(
          'INSERT INTO applications (reference, department, citizen, department_reference, digest, request, certificate, open, version, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)',
          a.reference,
          a.department,
          a.citizen,
          a.departmentReference,
          a.digest,
          a.request,
          a.certificate?.code ?? null,
          Number(isOpen(a)),
          toDocument(a),
        )
        owe(step)
        return 'created'
      }),

    commit: (step) =>
      db.write(() => {
        const a = step.application
        if (a.departmentReference !== null && db.get(TAKEN, a.department, a.departmentReference, a.reference))
          throw new CaseTaken()
        const changed = db.run(
          'UPDATE applications SET citizen = ?, department_reference = ?, digest = ?, request = ?, certificate = ?, open = ?, version = version + 1, document = ? WHERE reference = ? AND version = ?',
          a.citizen,
          a.departmentReference,
          a.digest,
          a.request,
          a.certificate?.code ?? null,
          Number(isOpen(a)),
          toDocument(a),
          a.reference,
          a.version,
        )
        if (!changed) return false
        owe(step)
        return true
      }),

    async read(references) {
      const rows = db.all(`SELECT * FROM applications WHERE reference ${IN}`, JSON.stringify(references))
      const found = new Map(rows.map((row) => [row.reference, toApplication(row)]))
      return references.map((reference) => found.get(reference) ?? null)
    },
    byRequest: (request) => kept(db.get('SELECT * FROM applications WHERE request = ?', request)),
    openByDigest: (digest) => kept(db.get('SELECT * FROM applications WHERE digest = ? AND open = 1', digest)),
    async byDepartment(department, departmentReferences) {
      const rows = db.all(
        `SELECT * FROM applications WHERE department = ? AND department_reference ${IN}`,
        department,
        JSON.stringify(departmentReferences),
      )
      const found = new Map(rows.map((row) => [row.department_reference, toApplication(row)]))
      return departmentReferences.map((reference) => found.get(reference) ?? null)
    },
    byCertificate: async (code) =>
      // the column finds it, and what the record is compared with says what it is
      one(db.get("SELECT * FROM applications WHERE certificate = ?1 AND document ->> '$.certificate.code' = ?1", code)),
    ofCitizen: async (citizen, first, after) =>
      db
        .all(
          'SELECT * FROM applications WHERE citizen = ? AND reference < ? ORDER BY reference DESC LIMIT ?',
          citizen,
          after ?? '~',
          first,
        )
        .map(toApplication),
    open: async (department, limit, after) =>
      db
        .all(
          'SELECT * FROM applications WHERE department = ? AND open = 1 AND reference > ? ORDER BY reference LIMIT ?',
          department,
          after ?? '',
          limit,
        )
        .map(toApplication),
    async events(reference) {
      // the rows of the log, and nothing that could be kept from it or put beside it
      const logged = db.all(
        "SELECT document FROM log WHERE id > ?1 || '.' AND id < ?1 || '/' ORDER BY position",
        reference,
      )
      const onTheirWay = db.all(
        'SELECT document FROM events WHERE reference = ? AND commit_order > ? ORDER BY commit_order',
        reference,
        lastOf(db)?.commit_order ?? 0,
      )
      return [...logged, ...onTheirWay].map((row) => JSON.parse(row.document))
    },
    record: (event) => db.write(() => addEvent(event)),

    claim: (department, session, now, limit) =>
      db.write(() =>
        db
          .all(CLAIM, department, now, limit, ...aliveNow(), session)
          .map(toEffect)
          .sort(byAge),
      ),
    trying: (effect, session, by) =>
      db.write(
        () =>
          db.run(
            "UPDATE effects SET uncertain_since = ? WHERE id = ? AND state = 'claimed' AND owner = ?",
            by,
            effect,
            session,
          ) > 0,
      ),
    later: (effect, session, change) =>
      db.write(
        () =>
          db.run(
            `UPDATE effects SET state = iif(coalesce(?1, parked), 'parked', 'owed'), parked = coalesce(?1, parked), owner = NULL, due = ?, uncertain_since = ?, note = ?, raw = coalesce(?, raw), misunderstood = coalesce(?, misunderstood)
               WHERE id = ? AND state = 'claimed' AND owner = ?`,
            change.park === undefined ? null : Number(change.park),
            change.due,
            change.uncertainSince,
            change.note,
            change.raw ?? null,
            change.misunderstood ?? null,
            effect,
            session,
          ) > 0,
      ),
    hasten: (department, now, { due, sent }) =>
      db.write(() => {
        db.run(
          `UPDATE effects SET due = iif(due > ?2, ?4, due), uncertain_since = min(uncertain_since, ?3)
             WHERE department = ?1 AND (due > ?2 OR uncertain_since > ?3)`,
          department,
          due,
          sent,
          now,
        )
      }),
    claimed: async (department, session) =>
      db
        .all("SELECT * FROM effects WHERE department = ? AND state = 'claimed' AND owner = ?", department, session)
        .map(toEffect),
    async effect(id) {
      const row = db.get('SELECT * FROM effects WHERE id = ?', id)
      return row ? toEffect(row) : null
    },
    effectsOf: async (reference) => db.all('SELECT * FROM effects WHERE reference = ?', reference).map(toEffect),
    async owed(department) {
      // two counts, each by an index: a sum would read every row to its end
      const row = db.get(
        `SELECT (SELECT count(*) FROM effects WHERE department = ?1) AS owed,
          (SELECT count(*) FROM effects WHERE parked = 1 AND department = ?1) AS parked`,
        department,
      ) as Row
      return { owed: row.owed, parked: row.parked }
    },
    parked: async (first, after) =>
      db.all('SELECT * FROM effects WHERE parked = 1 AND id > ? ORDER BY id LIMIT ?', after ?? '', first).map(toEffect),
    retry: (effect, now) =>
      db.write(
        () =>
          db.run(
            "UPDATE effects SET state = 'owed', due = ?, attempts = 0, misunderstood = 0, parked = 0 WHERE id = ? AND state = 'parked'",
            now,
            effect,
          ) > 0,
      ),
    take: (effect, session) =>
      db.write(
        () =>
          db.run("UPDATE effects SET state = 'claimed', owner = ? WHERE id = ? AND state = 'parked'", session, effect) >
          0,
      ),
  }
}
