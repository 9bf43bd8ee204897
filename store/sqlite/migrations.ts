import { channelMigration } from './channel.ts'
import type { Migration } from './file/database.ts'

const core: Migration = {
  name: 'applications, events, effects, log, documents, people',
  sql: `
    CREATE TABLE applications (
      reference TEXT PRIMARY KEY, department TEXT NOT NULL, citizen TEXT NOT NULL, department_reference TEXT,
      digest TEXT NOT NULL, request TEXT UNIQUE, certificate TEXT UNIQUE, open INTEGER NOT NULL, version INTEGER NOT NULL, document TEXT NOT NULL
    ) STRICT;
    CREATE INDEX applications_citizen ON applications (citizen, reference DESC);
    CREATE INDEX applications_open ON applications (department, reference) WHERE open = 1;
    CREATE INDEX applications_department ON applications (department, department_reference);
    CREATE INDEX applications_digest ON applications (digest) WHERE open = 1;
    CREATE TABLE sequences (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
    CREATE TABLE events (commit_order INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, reference TEXT NOT NULL, document TEXT NOT NULL) STRICT;
    CREATE INDEX events_reference ON events (reference, commit_order);
    CREATE TABLE log (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, hash TEXT NOT NULL, commit_order INTEGER NOT NULL) STRICT;
    CREATE TRIGGER log_is_append_only BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER log_keeps_all BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TABLE effects (
      id TEXT PRIMARY KEY, reference TEXT NOT NULL, department TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, payload TEXT,
      due INTEGER NOT NULL, attempts INTEGER NOT NULL, uncertain_since INTEGER, state TEXT NOT NULL, until INTEGER, note TEXT
    ) STRICT;
    CREATE INDEX effects_due ON effects (department, state, due);
    CREATE INDEX effects_reference ON effects (reference);
    CREATE TABLE documents (
      id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT, expires INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE people (identity TEXT PRIMARY KEY, citizen TEXT NOT NULL, sealed TEXT NOT NULL, met INTEGER NOT NULL) STRICT;
    CREATE INDEX people_citizen ON people (citizen);
    CREATE TABLE cursors (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE leases (name TEXT PRIMARY KEY, owner TEXT NOT NULL, until INTEGER NOT NULL, token INTEGER NOT NULL) STRICT;
    CREATE TABLE counts (key TEXT NOT NULL, day TEXT NOT NULL, item TEXT NOT NULL, PRIMARY KEY (key, day, item)) STRICT, WITHOUT ROWID;
    CREATE TABLE codes (code TEXT PRIMARY KEY, sealed TEXT NOT NULL, expires INTEGER NOT NULL) STRICT;
  `,
}

const sessions: Migration = {
  name: 'sessions, keys of citizens, places of documents, lateness',
  sql: `
    CREATE TABLE sessions (id TEXT PRIMARY KEY, role TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
    DROP TABLE leases;
    CREATE TABLE leases (name TEXT PRIMARY KEY, owner TEXT, token INTEGER NOT NULL) STRICT;
    CREATE TABLE citizen_keys (made INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, citizen TEXT NOT NULL, wrapped TEXT NOT NULL) STRICT;
    CREATE INDEX citizen_keys_citizen ON citizen_keys (citizen, made);
    ALTER TABLE documents ADD COLUMN blob TEXT;
    UPDATE documents SET blob = id || '-' || substr(sha256, 1, 16) WHERE sha256 IS NOT NULL;
    CREATE INDEX documents_owner ON documents (owner);
    ALTER TABLE effects DROP COLUMN until;
    ALTER TABLE effects ADD COLUMN owner TEXT;
    ALTER TABLE effects ADD COLUMN raw TEXT;
    UPDATE effects SET state = 'owed' WHERE state = 'claimed';
    CREATE INDEX effects_parked ON effects (id) WHERE state = 'parked';
    CREATE INDEX applications_due ON applications (document ->> 'due', reference) WHERE open = 1 AND coalesce(document ->> 'overdue', 0) = 0;
    CREATE INDEX applications_slow ON applications (department, document ->> 'submittedAt')
      WHERE open = 1 AND document ->> 'status' = 'SUBMITTED' AND coalesce(document ->> 'delayed', 0) = 0;
    CREATE INDEX applications_decided ON applications (document ->> 'service', document ->> 'decidedAt' DESC) WHERE document ->> 'decidedAt' IS NOT NULL;
  `,
}

const overdue: Migration = {
  name: 'what is overdue',
  sql: `
    CREATE INDEX applications_overdue ON applications (reference) WHERE open = 1 AND document ->> 'overdue' = 1;
  `,
}

const places: Migration = {
  name: 'when people were met, whose an inbox row is',
  sql: `
    CREATE INDEX people_met ON people (met);
    CREATE INDEX inbox_whose ON inbox (citizen) WHERE citizen IS NOT NULL;
  `,
}

const windows: Migration = {
  name: 'when chats close',
  sql: `
    CREATE INDEX chats_window ON chats (window_until);
  `,
}

const spenders: Migration = {
  name: 'who spent a code',
  sql: `
    ALTER TABLE codes ADD COLUMN spender TEXT;
    CREATE INDEX codes_expires ON codes (expires);
  `,
}

const kinds: Migration = {
  name: 'messages and statuses that wait, each for themselves',
  sql: `
    DROP INDEX inbox_pending;
    CREATE INDEX inbox_waiting ON inbox (kind, position) WHERE done = 0;
  `,
}

const misunderstood: Migration = {
  name: 'how often an effect was answered outside the contract',
  sql: `
    ALTER TABLE effects ADD COLUMN misunderstood INTEGER NOT NULL DEFAULT 0;
  `,
}

const undecided: Migration = {
  name: 'what is overdue of a service',
  sql: `
    CREATE INDEX applications_undecided ON applications (document ->> 'service')
      WHERE open = 1 AND document ->> 'overdue' = 1 AND document ->> 'status' <> 'APPROVED';
  `,
}

const parked: Migration = {
  name: 'what stays parked while it is tried',
  sql: `
    ALTER TABLE effects ADD COLUMN parked INTEGER NOT NULL DEFAULT 0;
    UPDATE effects SET parked = 1 WHERE state = 'parked';
    DROP INDEX effects_parked;
    CREATE INDEX effects_parked ON effects (id) WHERE parked = 1;
  `,
}

/** In order; only ever added to. */
export const MIGRATIONS: readonly Migration[] = [
  core,
  channelMigration,
  sessions,
  overdue,
  places,
  windows,
  spenders,
  kinds,
  misunderstood,
  undecided,
  parked,
]
