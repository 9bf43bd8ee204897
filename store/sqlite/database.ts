import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

type Row = Record<string, any>

/** One numbered step of the schema. Steps are only ever added. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/** A database written by a newer program than this one. */
export class FutureDatabase extends Error {
  override readonly name = 'FutureDatabase'
}

/**
 * SQLite in WAL mode with `synchronous=FULL`: what `write` resolved survives a power cut.
 * All writes that wait at a turn of the event loop share one transaction, and so one fsync.
 */
export class Database {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #waiting: { run: () => unknown; resolve: (value: any) => void; reject: (error: unknown) => void }[] = []
  #closed = false

  constructor(file: string, migrations: readonly Migration[]) {
    this.#db = new DatabaseSync(file)
    this.#db.exec(
      'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON',
    )
    this.#migrate(migrations)
  }

  #migrate(migrations: readonly Migration[]): void {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const version = Number((this.#db.prepare('PRAGMA user_version').get() as Row).user_version)
      if (version > migrations.length)
        throw new FutureDatabase(
          `the database is at version ${version}, this program knows ${migrations.length}: start the newer program, or restore a backup`,
        )
      for (const migration of migrations.slice(version)) this.#db.exec(migration.sql)
      this.#db.exec(`PRAGMA user_version = ${migrations.length}`)
      this.#db.exec('COMMIT')
    } catch (error) {
      this.#db.exec('ROLLBACK')
      throw error
    }
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.#db.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  /** First row, or undefined. */
  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined
  }
  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepared(sql).all(...values) as Row[]
  }
  /** Rows changed. Inside `write` only. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes)
  }

  /** Runs `change` in a transaction of this turn; resolves once it is on disk. A change that throws is undone alone. `change` must not be async. */
  write<T>(change: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'))
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run: change, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => this.#flush())
    })
  }

  #flush(): void {
    const batch = this.#waiting
    this.#waiting = []
    if (!batch.length) return
    const done: (() => void)[] = []
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      for (const { run, resolve, reject } of batch) {
        this.#db.exec('SAVEPOINT one')
        try {
          const value = run()
          this.#db.exec('RELEASE one')
          done.push(() => resolve(value))
        } catch (error) {
          this.#db.exec('ROLLBACK TO one; RELEASE one')
          done.push(() => reject(error))
        }
      }
      this.#db.exec('COMMIT')
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      for (const { reject } of batch) reject(error)
      return
    }
    for (const settle of done) settle()
  }

  close(): void {
    if (this.#closed) return
    this.#flush()
    this.#closed = true
    this.#db.close()
  }
}
