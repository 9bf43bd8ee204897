import { type ChannelStore, type Line, type OutboxRow, type Owed, RECEIPTS, type ReadChat } from '../channel.ts'
import { cursorOf, placeOf } from '../place.ts'
import type { Database, Migration } from './file/database.ts'

type Row = Record<string, any>

export const channelMigration: Migration = {
  name: 'the WhatsApp channel: inbox, chats, outbox',
  sql: `
    CREATE TABLE inbox (
      position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, sealed TEXT NOT NULL, at INTEGER NOT NULL,
      done INTEGER NOT NULL, citizen TEXT
    ) STRICT;
    CREATE INDEX inbox_pending ON inbox (position) WHERE done = 0;
    CREATE INDEX inbox_citizen ON inbox (citizen, at, id) WHERE kind = 'message';
    CREATE TABLE chats (
      citizen TEXT PRIMARY KEY, version INTEGER NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL, window_until INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE outbox (
      position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, citizen TEXT NOT NULL, lane TEXT NOT NULL, sealed TEXT NOT NULL,
      at INTEGER NOT NULL, state TEXT NOT NULL, due INTEGER NOT NULL, attempts INTEGER NOT NULL, began INTEGER, template INTEGER NOT NULL,
      wamid TEXT, refused TEXT, receipt TEXT, note TEXT
    ) STRICT;
    CREATE INDEX outbox_owed ON outbox (citizen, lane, position) WHERE state = 'owed';
    CREATE INDEX outbox_due ON outbox (due) WHERE state = 'owed';
    CREATE INDEX outbox_parked ON outbox (position) WHERE state = 'parked';
    CREATE INDEX outbox_wamid ON outbox (wamid) WHERE wamid IS NOT NULL;
    CREATE INDEX outbox_citizen ON outbox (citizen, at, id);
  `,
}

export function toOutbox(row: Row): OutboxRow {
  return {
    id: row.id,
    citizen: row.citizen,
    lane: row.lane,
    sealed: row.sealed,
    at: row.at,
    position: row.position,
    state: row.state,
    due: row.due,
    attempts: row.attempts,
    began: row.began,
    template: row.template === 1,
    wamid: row.wamid,
    receipt: row.receipt,
    note: row.note,
  }
}
export const toChat = (row: Row): ReadChat => ({
  citizen: row.citizen,
  version: row.version,
  address: row.address,
  state: row.state,
  windowUntil: row.window_until,
})

export function sqliteChannel(db: Database): ChannelStore {
  const outboxRow = (id: string) => db.get('SELECT * FROM outbox WHERE id = ?', id)
  function owe(row: Owed): void {
    db.run(
      "INSERT OR IGNORE INTO outbox (id, citizen, lane, sealed, at, state, due, attempts, template) VALUES (?, ?, ?, ?, ?, 'owed', ?, 0, 0)",
      row.id,
      row.citizen,
      row.lane,
      row.sealed,
      row.at,
      row.at,
    )
  }

  function record({
    id,
    wamid,
    word,
    note,
  }: Omit<Parameters<ChannelStore['receipt']>[0], 'settles'>): OutboxRow | null {
    const row = db.get('SELECT * FROM outbox WHERE wamid = ?', wamid) ?? (id ? outboxRow(id) : undefined)
    if (!row) return null
    const arrived = word === 'delivered' || word === 'read'
    const current = row.wamid === wamid
    const answersLost = row.wamid === null && row.began !== null && row.refused !== wamid
    if (!current && !answersLost && !arrived) return toOutbox(row)
    const known = current ? RECEIPTS.indexOf(row.receipt) : -1
    if (known < RECEIPTS.indexOf(word))
      db.run(
        "UPDATE outbox SET state = 'accepted', began = NULL, wamid = ?, receipt = ?, note = ? WHERE id = ?",
        wamid,
        word,
        word === 'failed' ? note : null,
        row.id,
      )
    return toOutbox(outboxRow(row.id) as Row)
  }

  return {
    receive: (rows) =>
      db.write(
        () =>
          rows.filter(
            ({ id, kind, sealed, at }) =>
              db.run(
                'INSERT OR IGNORE INTO inbox (id, kind, sealed, at, done) VALUES (?, ?, ?, ?, ?)',
                id,
                kind,
                sealed,
                at,
                kind === 'kept' ? 1 : 0,
              ) === 1,
          ),
        true,
      ),
    pending: async (kind, after, limit) =>
      db
        .all(
          'SELECT * FROM inbox WHERE done = 0 AND kind = ? AND position > ? ORDER BY position LIMIT ?',
          kind,
          after,
          limit,
        )
        .map((row) => ({ id: row.id, kind: row.kind, sealed: row.sealed, at: row.at, position: row.position })),

    // one process answers all chats of a store of one machine
    hold: async () => true,
    letGo: async () => undefined,
    waits: async (id) => db.get('SELECT 1 FROM inbox WHERE id = ? AND done = 0', id) !== undefined,
    async chat(citizen) {
      const row = db.get('SELECT * FROM chats WHERE citizen = ?', citizen)
      return row ? toChat(row) : null
    },
    closing: async (from, until, limit) =>
      db
        .all(
          'SELECT citizen, window_until FROM chats WHERE window_until >= ? AND window_until < ? ORDER BY window_until LIMIT ?',
          from,
          until,
          limit,
        )
        .map((row) => ({ citizen: row.citizen, windowUntil: row.window_until })),
    commit: (write) =>
      db.write(() => {
        const { chat, owes = [] } = write
        // all of it was owed by an earlier write of the same: the chat was written with it
        const isRepeated = owes.length > 0 && owes.every(({ id }) => outboxRow(id))
        if (chat && !isRepeated) {
          const changed =
            chat.version === 0
              ? db.run(
                  'INSERT OR IGNORE INTO chats (citizen, version, address, state, window_until) VALUES (?, 1, ?, ?, ?)',
                  chat.citizen,
                  chat.address,
                  chat.state,
                  write.windowUntil ?? 0,
                )
              : db.run(
                  'UPDATE chats SET version = version + 1, address = ?, state = ?, window_until = max(window_until, ?) WHERE citizen = ? AND version = ?',
                  chat.address,
                  chat.state,
                  write.windowUntil ?? 0,
                  chat.citizen,
                  chat.version,
                )
          if (!changed) return false
        }
        for (const { id, citizen, sealed } of write.done ?? [])
          db.run(
            'UPDATE inbox SET done = 1, citizen = ?, sealed = coalesce(?, sealed) WHERE id = ?',
            citizen,
            sealed ?? null,
            id,
          )
        for (const row of owes) owe(row)
        if (chat && write.revives && !isRepeated)
          db.run(
            `UPDATE outbox SET state = 'owed', due = at, attempts = 0, template = 0 WHERE citizen = ?
               AND state <> 'accepted' AND began IS NULL AND (lane = 'notice' OR state = 'owed')
               AND note IN (SELECT value FROM json_each(?))`,
            chat.citizen,
            JSON.stringify(write.revives),
          )
        if (write.cursor)
          db.run(
            'INSERT INTO cursors (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
            write.cursor.name,
            write.cursor.value,
          )
        return true
      }),
    closeWindow: (citizen) =>
      db.write(() => {
        db.run('UPDATE chats SET window_until = 0 WHERE citizen = ?', citizen)
      }),
    cursor: async (name) => db.get('SELECT value FROM cursors WHERE name = ?', name)?.value ?? null,

    ready: async (now, limit) =>
      db
        .all(
          `SELECT o.* FROM outbox o WHERE o.state = 'owed' AND o.due <= ? AND NOT EXISTS (
             SELECT 1 FROM outbox p WHERE p.state = 'owed' AND p.citizen = o.citizen AND p.lane = o.lane AND p.position < o.position
           ) ORDER BY o.lane DESC, o.position LIMIT ?`,
          now,
          limit,
        )
        .map(toOutbox),
    async sentAs(wamid) {
      const row = db.get('SELECT * FROM outbox WHERE wamid = ?', wamid)
      return row ? toOutbox(row) : null
    },
    async outgoing(id) {
      const row = outboxRow(id)
      return row ? toOutbox(row) : null
    },
    nextDue: async (after) =>
      db.get("SELECT min(due) AS due FROM outbox WHERE state = 'owed' AND due > ?", after)?.due ?? null,
    hasten: (now, latest, slow, latestSlow) =>
      db.write(() => {
        db.run(
          `UPDATE outbox SET began = min(began, ?1),
             due = iif(due > iif(note IN (SELECT value FROM json_each(?3)), ?4, ?2), ?1, due)
             WHERE state = 'owed' AND (due > ?2 OR began > ?1)`,
          now,
          latest,
          JSON.stringify(slow),
          latestSlow,
        )
      }),
    began: (id, at, before) =>
      db.write(
        () => db.run("UPDATE outbox SET began = ? WHERE id = ? AND state = 'owed' AND began IS ?", at, id, before) > 0,
      ),
    accepted: (id, wamid) =>
      db.write(() => {
        // a receipt may have come before the answer: it stands, and so does what a failure made of it
        db.run(
          `UPDATE outbox SET state = 'accepted', began = NULL, note = NULL, wamid = ?
             WHERE id = ? AND state = 'owed' AND (refused IS NULL OR refused <> ?)`,
          wamid,
          id,
          wamid,
        )
      }),
    again: (id, change) =>
      db.write(() => {
        db.run(
          `UPDATE outbox SET state = ?, due = ?, note = ?, template = max(template, ?), attempts = attempts + ?, began = NULL,
             refused = coalesce(wamid, refused), wamid = NULL, receipt = NULL WHERE id = ?`,
          change.park ? 'parked' : 'owed',
          change.due,
          change.note,
          change.template ? 1 : 0,
          change.counts === false ? 0 : 1,
          id,
        )
      }),
    receipt: ({ settles, ...receipt }) =>
      db.write(() => {
        const row = record(receipt)
        if (settles)
          db.run("UPDATE inbox SET done = 1, citizen = ?, sealed = '' WHERE id = ?", row?.citizen ?? null, settles)
        return row
      }),

    forget: (citizen, goesOn) =>
      db.write(() => {
        const { address = '', state = '', version = 0 } = goesOn ?? {}
        const anew = 'UPDATE chats SET version = version + 1, address = ?, state = ? WHERE citizen = ? AND version = ?'
        if (!goesOn) db.run('DELETE FROM chats WHERE citizen = ?', citizen)
        else if (!db.run(anew, address, state, citizen, version)) return false
        db.run('DELETE FROM outbox WHERE citizen = ?', citizen)
        db.run("UPDATE inbox SET sealed = '', citizen = NULL WHERE citizen = ?", citizen)
        return true
      }),
    async lines(citizen, first, after) {
      const { at, id } = placeOf(after)
      return db
        .all(
          `SELECT * FROM (
             SELECT id, 'in' AS direction, at, sealed, NULL AS state, NULL AS receipt FROM inbox WHERE citizen = ? AND kind = 'message' AND sealed <> ''
             UNION ALL SELECT id, 'out', at, sealed, state, receipt FROM outbox WHERE citizen = ?
           ) WHERE at < ? OR (at = ? AND id < ?) ORDER BY at DESC, id DESC LIMIT ?`,
          citizen,
          citizen,
          at,
          at,
          id,
          first,
        )
        .map(
          (row): Line => ({
            id: row.id,
            cursor: cursorOf(row.at, row.id),
            direction: row.direction,
            at: row.at,
            sealed: row.sealed,
            state: row.state,
            receipt: row.receipt,
          }),
        )
    },
    async counts() {
      const count = (sql: string): number => (db.get(sql) as Row).n
      return {
        inbox: count('SELECT count(*) AS n FROM inbox WHERE done = 0'),
        owed: count("SELECT count(*) AS n FROM outbox WHERE state = 'owed'"),
        parked: count("SELECT count(*) AS n FROM outbox WHERE state = 'parked'"),
      }
    },
  }
}
