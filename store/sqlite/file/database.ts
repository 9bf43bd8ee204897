import { closeSync, existsSync, fdatasync, fdatasyncSync, fstatSync, openSync, statSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { FutureDatabase } from '../../future-database.ts'
import { Checkpoints } from './checkpoints.ts'
import { assertSound, beginDatabase, refusal } from './soundness.ts'

type Row = Record<string, any>

/** One numbered step of the schema. Steps are only ever added. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/** ms that another process may hold the database. */
const BUSY_MS = 10_000
/** Frames of the WAL, of a page each: 512 MB, which a storm writes in ten seconds. */
const WAL_MAXIMUM = 128_000
/** ms from an erasure until the WAL is cut, and from a try in vain to the next. */
const CUT_MS = 2000

interface Settled {
  readonly isUrgent: boolean
  done(): void
  failed(error: unknown): void
}
/** Writers that go on in one turn of the event loop at most, and ms after which the next waits for another turn: with all at once, whoever has just come would wait for the work of a crowd. */
const A_TURN = 32
const TURN_MS = 2

function migrate(db: DatabaseSync, migrations: readonly Migration[]): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    const version = Number((db.prepare('PRAGMA user_version').get() as Row).user_version)
    if (version > migrations.length) throw new FutureDatabase(version, migrations.length)
    for (const migration of migrations.slice(version)) db.exec(migration.sql)
    db.exec(`PRAGMA user_version = ${migrations.length}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/**
 * SQLite in WAL mode: what `write` resolved survives a power cut. All writes that wait at a turn of the event loop share
 * one transaction, and all transactions of the meantime one sync of the WAL, which is made beside the event loop.
 */
export class Database {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #waiting: {
    run: () => unknown
    isUrgent: boolean
    resolve: (value: any) => void
    reject: (error: unknown) => void
  }[] = []
  #closed = false
  /** The file, and the WAL, which is there as long as this connection is. Closing a file takes the process's locks on it away, SQLite's too: only after it. */
  readonly #file: number
  readonly #wal: number
  readonly #checkpoints: Checkpoints
  #unsynced: Settled[] = []
  /** On disk; their writers go on a few at a time. */
  #synced: Settled[] = []
  #isEnded!: () => void
  readonly #ended = new Promise<void>((resolve) => {
    this.#isEnded = resolve
  })
  #syncing = false
  /** Writers wait: the WAL is about to be begun anew. */
  #isHeld = false
  #fileSynced: Promise<void> | null = null
  /** SQLite itself brings the WAL into the file, in the event loop. */
  #isThreadless = false
  /** What was erased may stand in the WAL still. */
  #isToCut = false
  #cutting: NodeJS.Timeout | null = null
  readonly #cutMs: number
  /** A sync failed: what stands in the WAL may be on disk or not. */
  #isDoubtful = false

  /** `longest`: frames of the WAL at which it is begun anew. `cutMs`: from an erasure until it is cut. */
  constructor(file: string, migrations: readonly Migration[], { longest = WAL_MAXIMUM, cutMs = CUT_MS } = {}) {
    this.#cutMs = cutMs
    assertSound(file)
    // of a process that was killed
    const isLeft = Boolean(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size)
    try {
      if (!existsSync(file)) beginDatabase(file, (db) => migrate(db, migrations))
      this.#db = new DatabaseSync(file)
      this.#db.exec(
        `PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = FAST`,
      )
      migrate(this.#db, migrations)
    } catch (error) {
      throw refusal(file, error)
    }
    this.#file = openSync(file, 'r')
    this.#wal = openSync(`${file}-wal`, 'r+')
    // the WAL is synced by `#sync`; what is left to SQLite is the order at a checkpoint
    this.#db.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0')
    this.#checkpoints = new Checkpoints(file, {
      done: (frames, isCut) => this.#checkpointed(frames >= longest, isCut),
      failed: () => {
        if (this.#closed) return
        this.#db.exec('PRAGMA wal_autocheckpoint = 1000')
        this.#isThreadless = true
        this.#isHeld = false
        this.#flush()
        if (this.#isToCut) this.wipe()
      },
    })
    if (isLeft) this.wipe()
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
  /** As `run`, for what must be in no page any more: those that are given up whole are overwritten as well. */
  destroy(sql: string, ...values: SQLInputValue[]): number {
    // not prepared: this pragma works when it is compiled
    this.#db.exec('PRAGMA secure_delete = ON')
    try {
      return this.run(sql, ...values)
    } finally {
      this.#db.exec('PRAGMA secure_delete = FAST')
    }
  }

  /**
   * Runs `change` in a transaction of this turn; resolves once it is on disk. A change that throws is undone alone. `change` must not be async.
   * `isUrgent`: whoever waits for it goes on before the others.
   */
  write<T>(change: () => T, isUrgent = false): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'))
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run: change, isUrgent, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => this.#flush())
    })
  }

  /** Bytes of what was deleted until now are in neither file in a few seconds: the one has them no longer, the WAL is cut. */
  wipe(): void {
    this.#cutting ??= setTimeout(() => {
      this.#cutting = null
      this.#isToCut = true
      if (!this.#fileSynced && !this.#checkpoints.isRunning && !this.#checkpoints.begin()) this.wipe()
    }, this.#cutMs).unref()
  }

  /** Resolves once all that can be read now is on disk: whoever is told of it may rely on it. */
  async durable(): Promise<void> {
    if (this.#syncing || this.#unsynced.length || this.#isDoubtful) await this.write(() => undefined)
  }

  #flush(): void {
    if (this.#isHeld) return
    const batch = this.#waiting
    this.#waiting = []
    if (!batch.length) return
    const done: Settled[] = []
    try {
      if (this.#isDoubtful) this.#checkpoint()
      this.#db.exec('BEGIN IMMEDIATE')
      for (const { run, isUrgent, resolve, reject } of batch) {
        this.#db.exec('SAVEPOINT one')
        try {
          const value = run()
          this.#db.exec('RELEASE one')
          done.push({ isUrgent, done: () => resolve(value), failed: reject })
        } catch (error) {
          this.#db.exec('ROLLBACK TO one; RELEASE one')
          done.push({ isUrgent, done: () => reject(error), failed: reject })
        }
      }
      this.#db.exec('COMMIT')
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      for (const { reject } of batch) reject(error)
      return
    }
    this.#unsynced.push(...done)
    this.#sync()
  }

  #sync(): void {
    if (this.#syncing || !this.#unsynced.length) return
    const batch = this.#unsynced
    this.#unsynced = []
    this.#syncing = true
    fdatasync(this.#wal, (error) => {
      this.#syncing = false
      if (error) this.#isDoubtful = true
      if (error) for (const each of batch) each.failed(error)
      else this.#settle(batch)
      if (this.#closed) void this.#end()
      else {
        this.#sync()
        this.#shorten()
      }
    })
  }

  #settle(batch: readonly Settled[]): void {
    const isGoingOn = this.#synced.length > 0
    for (const each of batch) each.isUrgent ? each.done() : this.#synced.push(each)
    if (!isGoingOn) this.#goOn()
  }
  #goOn(): void {
    let began: number | null = null
    let left = Math.min(A_TURN, this.#synced.length)
    const next = () => {
      began ??= performance.now()
      if (performance.now() - began < TURN_MS) this.#synced.shift()?.done()
      if (--left === 0 && this.#synced.length) this.#goOn()
    }
    // what each goes on to do is done before the next of them begins
    for (let i = left; i > 0; i--) setImmediate(next)
  }

  #shorten(): void {
    if (!this.#fileSynced && this.#checkpoints.isDue(fstatSync(this.#wal).size)) this.#checkpoints.begin()
  }

  /**
   * Where nobody writes while a thread brings a long WAL's last frames into the file, the next write begins the WAL anew by itself. The
   * event loop goes on meanwhile. SQLite syncs the file only then, all that came into it since the last time: most of it is synced before.
   */
  #checkpointed(isLong: boolean, isCut: boolean): void {
    if (this.#closed) return
    if (this.#isThreadless) this.#db.exec('PRAGMA wal_autocheckpoint = 0')
    this.#isThreadless = false
    if (this.#isHeld) {
      this.#isHeld = false
      this.#flush()
      if (this.#isToCut && !isCut) this.wipe()
      this.#isToCut = false
    } else if (isLong || this.#isToCut) {
      this.#fileSynced ??= new Promise<void>((resolve) => fdatasync(this.#file, () => resolve())).then(() => {
        this.#fileSynced = null
        if (!this.#closed) this.#isHeld = this.#checkpoints.begin(this.#isToCut)
      })
    }
  }

  /** Brings all of the WAL into the database file, and syncs that. Throws where it cannot. */
  #checkpoint(): void {
    const { busy } = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as Row
    if (busy) throw new Error('the database cannot be brought up to date: another process reads it')
    this.#isDoubtful = false
  }

  /** Resolves once all that was written is on disk; at once where nothing waits for that. */
  close(): Promise<void> {
    if (this.#closed) return this.#ended
    this.#isHeld = false
    this.#flush()
    this.#closed = true
    if (this.#cutting) clearTimeout(this.#cutting)
    if (!this.#syncing) void this.#end()
    return this.#ended
  }

  async #end(): Promise<void> {
    if (this.#unsynced.length) fdatasyncSync(this.#wal)
    for (const each of [...this.#synced.splice(0), ...this.#unsynced.splice(0)]) each.done()
    await Promise.all([this.#checkpoints.close(), this.#fileSynced])
    this.#db.close()
    closeSync(this.#wal)
    closeSync(this.#file)
    this.#isEnded()
  }
}
