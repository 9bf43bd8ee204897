import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { audit as auditOf } from '../../store/audit.ts'
import { certificateHash } from '../../store/certificate-hash.ts'
import { chain } from '../../store/chain.ts'
import { sqliteStore } from '../../store/sqlite/index.ts'
import { sqliteSnapshot } from '../../store/sqlite/transfer/snapshot.ts'
import type { Store } from '../../store/store.ts'
import { run } from '../journeys/processes.ts'
import { goesOn, lives, SECRET } from './lives.ts'

let folder: string
let store: Store
let heads: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dwar-audit-'))
  heads = join(folder, 'kept.jsonl')
  // it stays open: the command reads beside a hub that works
  store = sqliteStore(folder)
  await lives(store, ['A', 'B', 'C'])
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

async function audit(...args: string[]): Promise<{ code: number | null; says: string }> {
  const command = run('audit', args, { DATA_DIR: folder, HUB_SECRET_KEY: SECRET })
  const code = await new Promise<number | null>((resolve) => command.child.once('close', resolve))
  return { code, says: command.output() }
}
/** Somebody with the file and the right tools. */
function byHand(change: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(join(folder, 'hub.sqlite'))
  db.exec('DROP TRIGGER IF EXISTS log_is_append_only; DROP TRIGGER IF EXISTS log_keeps_all')
  change(db)
  db.close()
}
/** Gives every row from a position on the hash that follows. */
function chainAnew(db: DatabaseSync, from: number): void {
  let hash = db.prepare('SELECT hash FROM log WHERE position = ?').get(from - 1)!.hash as string
  for (const row of db.prepare('SELECT * FROM log WHERE position >= ? ORDER BY position').all(from)) {
    hash = chain(hash, row.position as number, row.document as string)
    db.prepare('UPDATE log SET hash = ? WHERE position = ?').run(hash, row.position!)
  }
}

it('a history is its rows of the log, whatever is taken out, changed or put in beside them', async () => {
  while (await store.log.relay(100));
  const before = await store.applications.events('B')
  expect(before.length).toBeGreaterThan(2)
  byHand((db) => {
    db.exec("DELETE FROM events WHERE id = 'B.2'")
    db.exec("UPDATE events SET document = replace(document, 'RECEIVED', 'REJECTED'), reference = 'A' WHERE id = 'B.1'")
    db.exec(
      "INSERT INTO events (commit_order, id, reference, document) SELECT 0, 'B.99', 'B', document FROM events WHERE id = 'B.3'",
    )
  })
  expect(await store.applications.events('B')).toEqual(before)
  expect((await audit('verify')).code).toBe(0)
})

describe('a record that is whole', () => {
  it('is said to be, with counts, while the hub works and events are on their way', async () => {
    await goesOn(store, 'A', 4)
    const { code, says } = await audit('verify')
    expect(code).toBe(0)
    expect(says).toContain(`whole: 9 rows, up to ${(await store.log.head()).hash}`)
    expect(says).toContain('3 applications have exactly their events; 1 events are on their way')
  })

  it('holds the heads that were exported from it, by whoever has the public key alone', async () => {
    expect((await audit('heads', '--out', heads)).code).toBe(0)
    await goesOn(store, 'B', 4)
    await store.log.relay(10)
    expect((await audit('heads', '--out', heads)).code).toBe(0)
    const { says: key } = await audit('key')
    expect(await audit('verify', '--heads', heads)).toMatchObject({
      code: 0,
      says: expect.stringContaining('2 signed'),
    })
    const auditor = run('audit', ['verify', '--heads', heads, '--key', key.trim()], { DATA_DIR: folder })
    expect(await new Promise((resolve) => auditor.child.once('close', resolve))).toBe(0)
  })
})

describe('the first row is named', () => {
  it('that was changed', async () => {
    byHand((db) => db.exec(`UPDATE log SET document = replace(document, 'citizen', 'nobody') WHERE position = 5`))
    const { code, says } = await audit('verify')
    expect(code).toBe(1)
    expect(says).toMatch(/^NOT WHOLE at position 5, B\.2: .*\(hash\)$/m)
  })

  it('behind one that was changed and given a new hash, with that one', async () => {
    byHand((db) => {
      db.exec(
        `UPDATE log SET document = replace(document, '"actor":"citizen"', '"actor":"officer"') WHERE position = 5`,
      )
      const before = db.prepare('SELECT hash FROM log WHERE position = 4').get()!.hash as string
      const { document } = db.prepare('SELECT document FROM log WHERE position = 5').get()!
      db.prepare('UPDATE log SET hash = ? WHERE position = 5').run(chain(before, 5, document as string))
    })
    const { says } = await audit('verify')
    expect(says).toMatch(/^NOT WHOLE at position 6, C\.2: .* or B\.2 at position 5 was changed and given a new hash/m)
  })

  it('of an application whose day of filing or of decision was changed', async () => {
    const set = (field: string, at: string) =>
      byHand((db) =>
        db.exec(`UPDATE applications SET document = json_set(document, '$.${field}', '${at}') WHERE reference = 'B'`),
      )
    const fault = async () => (await auditOf(sqliteSnapshot(folder), [])).fault
    expect(await fault()).toBeNull()
    set('submittedAt', '2026-01-04T10:00:00.000Z')
    expect(await fault()).toMatchObject({ event: 'B.1', says: expect.stringContaining('was submitted at 2026-01-04') })
    set('submittedAt', '2026-01-05T10:00:00.000Z')
    set('decidedAt', '2026-01-06T10:00:00.000Z')
    expect(await fault()).toMatchObject({ event: 'B.3', says: expect.stringContaining('was decided at 2026-01-06') })
  })

  it('that was removed', async () => {
    byHand((db) => db.exec('DELETE FROM log WHERE position IN (4, 5)'))
    const { code, says } = await audit('verify')
    expect(code).toBe(1)
    expect(says).toMatch(
      /^NOT WHOLE at position 4: position 4 to 5 is missing: behind position 3 \(C\.1\) comes 6 \(C\.2\)/m,
    )
  })

  it('behind one that was removed, where the rest moved up and was chained anew', async () => {
    byHand((db) => {
      db.exec('DELETE FROM log WHERE position = 4')
      for (let position = 5; position <= 9; position++)
        db.exec(`UPDATE log SET position = ${position - 1} WHERE position = ${position}`)
      chainAnew(db, 4)
    })
    const { code, says } = await audit('verify')
    expect(code).toBe(1)
    expect(says).toMatch(/^NOT WHOLE at position 6, A\.3: A\.2 was expected/m)
  })

  it('that was inserted, though everything behind it was moved and chained anew', async () => {
    byHand((db) => {
      for (let position = 9; position >= 5; position--)
        db.exec(`UPDATE log SET position = ${position + 1} WHERE position = ${position}`)
      const forged = JSON.stringify({ id: 'A.9', reference: 'A', status: 'APPROVED', name: 'approved' })
      db.prepare('INSERT INTO log (position, id, document, hash, commit_order) VALUES (5, ?, ?, ?, 99)').run(
        'A.9',
        forged,
        '',
      )
      chainAnew(db, 5)
    })
    const { code, says } = await audit('verify')
    expect(code).toBe(1)
    expect(says).toMatch(/^NOT WHOLE at position 5, A\.9: A\.3 was expected/m)
  })

  it('that is called otherwise than its event', async () => {
    byHand((db) => db.exec(`UPDATE log SET id = 'B.7' WHERE position = 5`))
    expect((await audit('verify')).says).toMatch(/^NOT WHOLE at position 5, B\.7: .* is called B\.2 \(row\)/m)
  })
})

describe('applications against the log', () => {
  it('one that was changed without an event is named', async () => {
    byHand((db) =>
      db.exec(`UPDATE applications SET document = json_set(document, '$.status', 'APPROVED') WHERE reference = 'B'`),
    )
    const { code, says } = await audit('verify')
    expect(code).toBe(1)
    expect(says).toMatch(/^NOT WHOLE at position 8, B\.3: B is APPROVED, and its last event says IN_REVIEW/m)
  })

  describe('each of these is named', () => {
    const certificate = { code: 'abc', issuedOn: '2026-02-01', sha256: '00ff', blob: 'blob', name: 'sealed' }
    /** `B` ends with its certificate; as the first versions wrote it, its event keeps nothing of it. */
    async function certified(isKept: boolean): Promise<void> {
      const [read] = await store.applications.read(['B'])
      const [before] = (await store.applications.events('B')).slice(-1)
      const event = { ...before!, id: 'B.4', name: 'certified', status: 'CERTIFIED' } as const
      await store.applications.commit({
        application: { ...read!, status: 'CERTIFIED', certificate, events: 4 },
        events: [isKept ? { ...event, certificate: certificateHash(certificate) } : event],
        effects: [],
      })
      await store.log.relay(10)
    }
    const set = (path: string, value: string) => (db: DatabaseSync) =>
      db.exec(`UPDATE applications SET document = json_set(document, '$.${path}', ${value}) WHERE reference = 'B'`)
    async function faultOf() {
      const snapshot = sqliteSnapshot(folder)
      return auditOf(snapshot, []).then(({ fault }) => snapshot.close().then(() => fault))
    }
    const says = async () => (await faultOf())?.says

    it.each([
      ['without events', 'events', '0', /B says that it has had 0 events/],
      ['whose number of events is none', 'events', "'4'", /B says that it has had 4 events/],
      ['of another service', 'service', "'parks.bench'", /B is of parks.bench, and its last event says parks.tree/],
      ['whose certificate has another hash', 'certificate.sha256', "'00fe'", /B has another certificate than/],
      ['whose certificate has another code', 'certificate.code', "'forged'", /B has another certificate than/],
      ['whose certificate was taken', 'certificate', 'null', /B has no certificate, and an event/],
    ])('one %s', async (_, path, value, fault) => {
      await certified(true)
      expect(await faultOf()).toBeNull()
      byHand(set(path, value))
      expect(await says()).toMatch(fault)
    })

    it('one with a certificate that nothing issued; one that was issued before its event kept it is whole', async () => {
      byHand(set('certificate', `json('${JSON.stringify(certificate)}')`))
      expect(await says()).toMatch(/B has a certificate, and no event that issued one/)
      byHand(set('certificate', 'null'))
      await certified(false)
      expect(await faultOf()).toBeNull()
    })

    it('one that was inserted, which a certificate made out beside it does not find', async () => {
      await certified(true)
      byHand((db) => {
        db.exec(`UPDATE applications SET certificate = 'forged' WHERE reference = 'B'`)
        db.exec(
          `INSERT INTO applications SELECT 'D', department, citizen, 'D', 'D', NULL, NULL, open, version, document FROM applications WHERE reference = 'B'`,
        )
      })
      expect(await says()).toMatch(/D has 4 events and the log has 0: .* or the application was inserted/)
      expect(await store.applications.byCertificate('forged')).toBeNull()
    })

    it('one that was given to another citizen, and not one whose citizen turned out to be another', async () => {
      const theirs = { identity: 'user:asha', sealed: 'sealed' }
      await store.people.unite([theirs], 'asha')
      byHand((db) => db.exec(`UPDATE applications SET citizen = 'bela' WHERE reference = 'B'`))
      expect(await faultOf()).toMatchObject({
        position: 8,
        event: 'B.3',
        says: expect.stringMatching(/^B is another citizen's than its last event says/),
      })
      byHand((db) => db.exec(`UPDATE applications SET citizen = 'asha' WHERE reference = 'B'`))
      byHand((db) => db.exec(`INSERT INTO people VALUES ('user:bela', 'bela', 'sealed', 0)`))
      expect(await store.people.unite([theirs, { identity: 'user:bela', sealed: 'sealed' }], 'asha')).toBe('bela')
      expect((await store.applications.read(['B']))[0]?.citizen).toBe('bela')
      expect(await faultOf()).toBeNull()
    })

    it('a row of the log that holds no event', async () => {
      byHand((db) => {
        db.exec(`UPDATE log SET document = 'null' WHERE position = 5`)
        chainAnew(db, 5)
      })
      expect(await faultOf()).toMatchObject({
        kind: 'row',
        position: 5,
        event: 'B.2',
        says: 'what it holds is no event',
      })
    })
  })

  it('one that was removed is named, and so are events that were cut off with their traces', async () => {
    byHand((db) => db.exec(`DELETE FROM applications WHERE reference = 'C'`))
    expect((await audit('verify')).says).toMatch(
      /^NOT WHOLE at position 9, C\.3: C has events in the log, and no such/m,
    )
    byHand((db) => {
      db.exec('DELETE FROM log WHERE position = 9')
      db.exec(`DELETE FROM events WHERE id = 'C.3'`)
    })
    byHand((db) =>
      db.exec(
        `INSERT INTO applications SELECT 'C', department, citizen, department_reference, 'C', request, NULL, open, version, document FROM applications WHERE reference = 'B'`,
      ),
    )
    expect((await audit('verify')).says).toMatch(/^NOT WHOLE at C\.3: C has 3 events and the log has 2/m)
  })
})

describe('heads that the hub has kept beside the store', () => {
  const own = () => join(folder, 'heads.jsonl')

  it('are compared without being named, past a line that was cut off, and it is said', async () => {
    expect((await audit('verify')).says).toMatch(/compared with no signed heads/)
    await audit('heads', '--out', own())
    await appendFile(own(), '{"position":4,"ha')
    await audit('heads', '--out', own())
    const { code, says } = await audit('verify')
    expect(code).toBe(0)
    expect(says).toContain(`compared with ${own()}:\n2 signed heads lie in the chain`)
    byHand((db) => db.exec('DELETE FROM log WHERE position > 7'))
    const cut = await audit('verify')
    expect(cut.code).toBe(1)
    expect(cut.says).toMatch(/^NOT WHOLE at position 8: the log ends at position 7, and on .* it reached 9/m)
  })

  it('give way to those that are named', async () => {
    await writeFile(own(), 'nonsense')
    await audit('heads', '--out', heads)
    expect(await audit('verify', '--heads', heads)).toMatchObject({
      code: 0,
      says: expect.stringContaining(`compared with ${heads}:\n1 signed heads`),
    })
    const { code, says } = await audit('verify')
    expect(code).toBe(1)
    expect(says).toMatch(/heads\.jsonl, line 1: this is no head/)
  })
})

describe('heads that were kept elsewhere', () => {
  it('tell a log that was cut off at its end, until the hub has put back what it still has', async () => {
    await audit('heads', '--out', heads)
    const before = await store.log.head()
    byHand((db) => db.exec('DELETE FROM log WHERE position > 7'))
    expect((await audit('verify')).code).toBe(0)
    const { code, says } = await audit('verify', '--heads', heads)
    expect(code).toBe(1)
    expect(says).toMatch(/^NOT WHOLE at position 8: the log ends at position 7, and on .* it reached 9/m)
    await store.log.relay(10)
    expect(await store.log.head()).toEqual(before)
  })

  it('tell a log that was written anew from a row on', async () => {
    const half = join(folder, 'half.jsonl')
    await audit('heads', '--out', half)
    await goesOn(store, 'A', 4)
    await store.log.relay(10)
    await audit('heads', '--out', heads)
    await writeFile(heads, (await readFile(half, 'utf8')) + (await readFile(heads, 'utf8')))
    byHand((db) => {
      db.exec(
        `UPDATE log SET document = replace(document, '"actor":"citizen"', '"actor":"officer"') WHERE position = 10`,
      )
      chainAnew(db, 10)
    })
    expect((await audit('verify')).code).toBe(0)
    const { code, says } = await audit('verify', '--heads', heads)
    expect(code).toBe(1)
    expect(says).toMatch(/^NOT WHOLE at position 10, A\.4: .*a row from 10 to 10 was changed/m)
    const lines = await readFile(heads, 'utf8')
    expect(await audit('heads', '--out', heads)).toMatchObject({
      code: 1,
      says: expect.stringMatching(/^no head is exported: the log up to position 10 is not the one whose head was kept/),
    })
    expect(await readFile(heads, 'utf8')).toBe(lines)
  })

  it('are refused where they are changed, foreign, or none', async () => {
    await audit('heads', '--out', heads)
    const line = JSON.parse(await readFile(heads, 'utf8'))
    const refusal = async (text: string) => {
      await writeFile(heads, text)
      const { code, says } = await audit('verify', '--heads', heads)
      expect(code).toBe(1)
      expect(says).not.toMatch(/ {4}at /)
      return says
    }
    expect(await refusal(JSON.stringify({ ...line, position: 8 }))).toMatch(/line 1: the signature does not fit/)
    expect(await refusal(`${JSON.stringify(line)}\nnonsense`)).toMatch(/line 2: this is no head/)
    expect(await refusal('{"position": "1"}')).toMatch(/line 1: this is no head/)
    expect(await refusal('')).toMatch(/there is no head in it/)
    expect(await refusal(`${JSON.stringify(line)}\n${JSON.stringify(line).slice(0, 90)}`)).toMatch(
      /its last line is cut off/,
    )
    const other = run('audit', ['heads', '--out', `${heads}.other`], {
      DATA_DIR: folder,
      HUB_SECRET_KEY: `another ${SECRET}`,
    })
    await new Promise((resolve) => other.child.once('close', resolve))
    expect(await refusal(await readFile(`${heads}.other`, 'utf8'))).toMatch(/which is not this hub's/)
    expect((await audit('verify', '--heads', join(folder, 'none'))).says).toMatch(/there is no such file/)
  })

  it('follow a line that was cut off', async () => {
    await audit('heads', '--out', heads)
    await appendFile(heads, '{"posi')
    await audit('heads', '--out', heads)
    const lines = (await readFile(heads, 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(JSON.parse(lines[2]!)).toMatchObject({ position: 9 })
  })
})

it('a store that is not there, of an unknown kind, or without a command is told in one sentence', async () => {
  const says = async (args: string[], env: Record<string, string>) => {
    const command = run('audit', args, env)
    expect(await new Promise((resolve) => command.child.once('close', resolve))).toBe(1)
    return command.output().trim()
  }
  expect(await says(['verify'], { DATA_DIR: join(folder, 'none') })).toBe(
    `there is no store in ${join(folder, 'none')}`,
  )
  expect(await says(['verify'], { STORE_URL: 'postgres://here' })).toMatch(
    /^STORE_URL names the kind postgres; known: sqlite/,
  )
  expect(await says([], {})).toMatch(/^npm run audit -- verify/)
  expect(await says(['key'], {})).toMatch(/^HUB_SECRET_KEY is not set/)
})
