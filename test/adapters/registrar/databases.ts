/** What runs against every kind of database that the registrar's contract allows. */
import { afterAll, beforeAll, describe } from '@jest/globals'
import type pg from 'pg'
import type { Filing, StatusChange } from '../../../adapters/adapter.ts'
import { type RegistrarAdapter, registrar } from '../../../adapters/registrar/index.ts'
import type { CaseView, ClerkAct } from '../../../sandbox/office.ts'
import { runBatch } from '../../../sandbox/registrar/batch.ts'
import { codeWords, readCases } from '../../../sandbox/registrar/cases.ts'
import { act } from '../../../sandbox/registrar/clerk.ts'
import { type Database, openDatabase } from '../../../sandbox/registrar/database.ts'
import { wire } from '../../../sandbox/registrar/wire.ts'
import { call, marriageFiling, temporaryFolder } from './bench.ts'
import { noServer, openServer } from './postgres.ts'

interface Opened {
  readonly url: string
  readonly database: Database
  /** Statements by operation; null where nobody counts. */
  readonly calls: Record<string, number> | null
  /** One more connection of a clerk; null where the database has one session for all. */
  readonly clerk: (() => Promise<pg.Client>) | null
  close(): Promise<void>
}

const DATABASES: Record<string, { missing: string | null; sessions: 'one' | 'many'; open(): Promise<Opened> }> = {
  "the sandbox's database": {
    missing: null,
    sessions: 'one',
    async open() {
      const folder = temporaryFolder()
      const database = await openDatabase(folder.path)
      const calls: Record<string, number> = {}
      const count = (operation: string) => {
        calls[operation] = (calls[operation] ?? 0) + 1
      }
      const listener = await wire({ database, port: 0, user: 'ext_hub', password: 'p', count, rude: () => null })
      return {
        url: `postgresql://ext_hub:p@127.0.0.1:${listener.port}/mrs`,
        database,
        calls,
        clerk: null,
        async close() {
          await listener.close()
          await database.close()
          folder.remove()
        },
      }
    },
  },
  'a PostgreSQL server': {
    missing: noServer(),
    sessions: 'many',
    open: async () => ({ ...(await openServer()), calls: null }),
  },
}

/** An office and the adapter to it, with what clerks and batch do. */
export interface Bench {
  readonly sessions: 'one' | 'many'
  readonly adapter: RegistrarAdapter
  readonly opened: Opened
  batch(): Promise<void>
  clerkActs(reference: string, act: ClerkAct): Promise<void>
  caseOf(reference: string): Promise<CaseView>
  /** Files it and gives the office's reference. */
  filed(filing?: Filing): Promise<string>
  changesAfter(cursor: string | null): Promise<{ change: StatusChange; cursor: string }[]>
  /** The cursor at the end of all that is there now. */
  now(): Promise<string | null>
  statusOf(reference: string): Promise<StatusChange | Error>
}

export function onEachDatabase(tests: (bench: Bench) => void): void {
  for (const [name, { missing, sessions, open }] of Object.entries(DATABASES)) {
    const suite = missing ? describe.skip : describe
    suite(missing ? `${name} (skipped: ${missing})` : name, () => {
      let opened: Opened
      let adapter: RegistrarAdapter
      beforeAll(async () => {
        opened = await open()
        adapter = registrar({ url: opened.url, settles: 20_000 })
      })
      afterAll(async () => {
        await adapter?.close()
        await opened?.close()
      })

      const bench: Bench = {
        sessions,
        get adapter() {
          return adapter
        },
        get opened() {
          return opened
        },
        batch: () => opened.database.alone((db) => runBatch(db, new Date())),
        async clerkActs(reference, clerkAct) {
          await bench.batch()
          await act(opened.database, reference, clerkAct, new Date())
        },
        async caseOf(reference) {
          const cases = await opened.database.alone(async (db) => readCases(db, await codeWords(db)))
          return cases.find((view) => view.reference === reference)!
        },
        async filed(filing = marriageFiling()) {
          const answer = await adapter.submit(filing, call(filing.reference))
          return (answer as { reference: string }).reference
        },
        async changesAfter(cursor) {
          const found: { change: StatusChange; cursor: string }[] = []
          for await (const entry of adapter.changes!(cursor, call())) found.push(entry)
          return found
        },
        async now() {
          for (let cursor: string | null = null; ; ) {
            const page = await bench.changesAfter(cursor)
            if (!page.length) return cursor
            cursor = page.at(-1)!.cursor
          }
        },
        statusOf: async (reference) => (await adapter.status([reference], call()))[0]!,
      }
      tests(bench)
    })
  }
}
