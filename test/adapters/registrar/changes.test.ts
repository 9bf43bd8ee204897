import { expect, it } from '@jest/globals'
import type { StatusChange } from '../../../adapters/adapter.ts'
import { call, copyFiling } from './bench.ts'
import { onEachDatabase } from './databases.ts'

onEachDatabase((bench) => {
  it('tells a hundred cases in one statement, in the order asked, unknown ones as errors in their place', async () => {
    const references = await Promise.all(Array.from({ length: 100 }, () => bench.filed(copyFiling())))
    await bench.batch()
    const before = bench.opened.calls?.status ?? 0
    const asked = [...references.toReversed(), '999999999', 'no number']
    const answers = await bench.adapter.status(asked, call())
    expect((bench.opened.calls?.status ?? 1) - before).toBe(1)
    expect(answers.slice(0, 100).map((answer) => (answer as StatusChange).reference)).toEqual(references.toReversed())
    expect(answers.slice(100).map((answer) => (answer as any).code)).toEqual([
      'DEPARTMENT_PROTOCOL',
      'DEPARTMENT_PROTOCOL',
    ])
  })

  it('carries an appointment with its day, hour and place', async () => {
    const of = await bench.filed()
    await bench.clerkActs(of, { status: 'action_required', action: { due: '2027-03-01' } })
    expect(await bench.statusOf(of)).toMatchObject({
      status: 'action_required',
      action: {
        kind: 'APPOINTMENT',
        text: 'Please come, both of you and all witnesses, with the originals of all documents.',
        question: null,
        due: '2027-03-01',
        place: 'Office of the SDM Karol Bagh, 14 Pusa Road, Karol Bagh, Delhi 110005, at 11:30 am',
      },
    })
  })

  it.each([
    ['groom.proofOfAge', 'DOCUMENT', 'groom.proofOfAge'],
    ['witnesses[].identity', 'DOCUMENT', 'witnesses[].identity'],
    ['witnesses.1.identity', 'DOCUMENT', 'witnesses[].identity'],
    ['jointPhotograph', 'DOCUMENT', 'jointPhotograph'],
    ['brideDivorceDecree', 'DOCUMENT', 'brideDivorceDecree'],
    ['bride.fatherName', 'ANSWER', 'bride.fatherName'],
    ['witnesses.2.name', 'ANSWER', 'witnesses[].name'],
    ['bride.shoeSize', 'ANSWER', null],
  ])('asks for %s (%s)', async (question, kind, expected) => {
    const of = await bench.filed()
    await bench.clerkActs(of, {
      status: 'action_required',
      action: { kind, question, text: 'ज़रूरी है', due: '2027-03-01' },
    })
    expect(await bench.statusOf(of)).toMatchObject({
      action: { kind, question: expected, text: 'ज़रूरी है', due: '2027-03-01', place: null },
    })
  })

  it('gives each change once, in order, with a cursor that goes on from there', async () => {
    const before = await bench.now()
    const of = await bench.filed()
    await bench.clerkActs(of, { status: 'in_review' })
    await bench.clerkActs(of, { status: 'rejected', reason: 'The photograph shows somebody else.' })
    const found = await bench.changesAfter(before)
    expect(found.map(({ change }) => [change.reference, change.status, change.reason])).toEqual([
      [of, 'received', undefined],
      [of, 'in_review', undefined],
      [of, 'rejected', 'The photograph shows somebody else.'],
    ])
    const sequences = found.map(({ change }) => Number(change.sequence))
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect((await bench.changesAfter(found[1]!.cursor)).map(({ change }) => change.status)).toEqual(['rejected'])
    expect(await bench.changesAfter(found[2]!.cursor)).toEqual([])
  })

  it('does not skip a row that was written before the last one read and became visible after it', async () => {
    const [early, late] = [await bench.filed(), await bench.filed()]
    await bench.batch()
    const before = await bench.now()
    await bench.clerkActs(late, { status: 'in_review' })
    const [seen] = await bench.changesAfter(before)
    // as a clerk's transaction leaves it that began a minute ago and is committed now
    await bench.opened.database.alone((db) =>
      db.query(
        `INSERT INTO STS_HIST (STG_NO, STS_CD, STS_TS, LAST_UPD)
         SELECT STG_NO, 'SC', LAST_UPD, LAST_UPD - INTERVAL '59 seconds' FROM STS_HIST WHERE STG_NO = ${late} ORDER BY HIST_NO DESC LIMIT 1`,
      ),
    )
    await bench.opened.database.alone((db) =>
      db.query(`UPDATE STS_HIST SET STG_NO = ${early} WHERE HIST_NO = (SELECT max(HIST_NO) FROM STS_HIST)`),
    )
    const found = await bench.changesAfter(seen!.cursor)
    expect(found.map(({ change }) => [change.reference, change.status])).toEqual([[early, 'in_review']])
    expect(await bench.changesAfter(found[0]!.cursor)).toEqual([])
  })

  it('goes past a code that is not in the contract; the case says so when it is asked', async () => {
    const [odd, plain] = [await bench.filed(), await bench.filed()]
    await bench.batch()
    const before = await bench.now()
    await bench.opened.database.alone((db) => db.query(`UPDATE CASE_REG SET STS_CD = 'ZZ' WHERE STG_NO = ${odd}`))
    await bench.clerkActs(plain, { status: 'in_review' })
    expect((await bench.changesAfter(before)).map(({ change }) => change.reference)).toEqual([plain])
    const [unknown, known] = await bench.adapter.status([odd, plain], call())
    expect(unknown).toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
    expect(known).toMatchObject({ status: 'in_review' })
    await bench.opened.database.alone((db) => db.query(`UPDATE CASE_REG SET STS_CD = 'RJ' WHERE STG_NO = ${odd}`))
  })

  it('goes past more such rows than are read at once', async () => {
    const [odd, plain] = [await bench.filed(), await bench.filed()]
    await bench.batch()
    const before = await bench.now()
    await bench.opened.database.alone((db) =>
      db.query(
        `INSERT INTO STS_HIST (STG_NO, STS_CD, STS_TS, LAST_UPD)
         SELECT h.STG_NO, 'ZZ', h.LAST_UPD, h.LAST_UPD + n * INTERVAL '1 microsecond'
         FROM (SELECT * FROM STS_HIST WHERE STG_NO = ${odd} ORDER BY HIST_NO DESC LIMIT 1) h, generate_series(1, 450) n`,
      ),
    )
    await bench.clerkActs(plain, { status: 'in_review' })
    const found = await bench.changesAfter(before)
    expect(found.map(({ change }) => [change.reference, change.status])).toContainEqual([plain, 'in_review'])
    expect(await bench.changesAfter(found.at(-1)!.cursor)).toEqual([])
    await bench.opened.database.alone((db) => db.query("DELETE FROM STS_HIST WHERE STS_CD = 'ZZ'"))
  })

  // one session for all cannot hold two transactions: there it is the test above
  const itHoldsTwoTransactions = bench.sessions === 'one' ? it.skip : it
  itHoldsTwoTransactions('finds the change of a transaction that was long open, while others went by', async () => {
    const [slow, quick] = [await bench.filed(), await bench.filed()]
    await bench.batch()
    const before = await bench.now()
    const screen = await bench.opened.clerk!()
    await screen.query('BEGIN')
    await screen.query(`UPDATE CASE_REG SET STS_CD = 'SC', STS_TS = LAST_UPD WHERE STG_NO = ${slow}`)
    await bench.clerkActs(quick, { status: 'in_review' })
    const first = await bench.changesAfter(before)
    expect(first.map(({ change }) => change.reference)).toEqual([quick])
    await screen.query('COMMIT')
    expect((await bench.changesAfter(first[0]!.cursor)).map(({ change }) => change.reference)).toEqual([slow])
  })
})
