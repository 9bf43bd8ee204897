import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The licensing system's own database, in the office's folder. Each statement is on disk before it is answered. */
export function openDatabase(folder: string): DatabaseSync {
  const db = new DatabaseSync(join(folder, 'licensing.db'))
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS application (
      application_no INTEGER PRIMARY KEY, external_ref TEXT NOT NULL, service_code TEXT NOT NULL, filed_on TEXT NOT NULL, mobile_no TEXT,
      rto_code TEXT NOT NULL, cov_codes TEXT NOT NULL, licence_no TEXT, slot_id TEXT, test_language_code TEXT, fee_amount INTEGER, applicant TEXT NOT NULL,
      case_status TEXT NOT NULL, status_serial INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS application_ref ON application (external_ref);
    CREATE TABLE IF NOT EXISTS status_change (
      application_no INTEGER NOT NULL, status_serial INTEGER NOT NULL, case_status TEXT NOT NULL, status_on TEXT NOT NULL, remarks TEXT, query TEXT,
      PRIMARY KEY (application_no, status_serial)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS document (
      application_no INTEGER NOT NULL, position INTEGER NOT NULL, item_code TEXT NOT NULL, file_name TEXT NOT NULL, content_type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL,
      PRIMARY KEY (application_no, position)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS reply (application_no INTEGER NOT NULL, reply_text TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS licence (
      application_no INTEGER PRIMARY KEY, licence_no TEXT NOT NULL, licence_kind TEXT NOT NULL, full_name TEXT NOT NULL, birth_date TEXT NOT NULL,
      cov_codes TEXT NOT NULL, issue_date TEXT NOT NULL, expiry_date TEXT NOT NULL, rto_code TEXT NOT NULL, mobile_no TEXT, paper BLOB NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS licence_number ON licence (licence_no);
    CREATE INDEX IF NOT EXISTS licence_mobile ON licence (mobile_no);
    CREATE TABLE IF NOT EXISTS slot (slot_id TEXT PRIMARY KEY, application_no INTEGER NOT NULL) STRICT;
  `)
  return db
}

/** All of it or nothing. */
export function transaction<T>(db: DatabaseSync, change: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const value = change()
    db.exec('COMMIT')
    return value
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
