import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Action } from '../../adapters/adapter.ts'
import { certificateHash } from '../../store/certificate-hash.ts'
import type { Application, Effect } from '../../store/store.ts'
import { type AnswerPayload, effectOf, SEALED } from '../../subgraphs/filing/steps.ts'
import { Bench, DEPARTMENT, fails, RETRY_MAXIMUM, SETTLES, TIMEOUT } from './bench.ts'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench[Symbol.asyncDispose]())

const ACTION: Action = { kind: 'ANSWER', text: 'Which tree?', question: null, due: null, place: null }
const report = (status: string) => JSON.stringify({ sequence: '5', report: JSON.stringify([status, null]) })

/** Starts on a store of which each claim is made by `how`. */
function startsClaiming(how: (claim: () => Promise<Effect[]>) => Promise<Effect[]>): void {
  const { applications } = bench.store
  bench.start({
    ...bench.store,
    applications: { ...applications, claim: (...of) => how(() => applications.claim(...of)) },
  })
}

/** An application whose answer is owed. */
function answered(more: Partial<Application> = {}): Promise<Application> {
  const payload: AnswerPayload = { value: 'The old one', documents: [], action: ACTION }
  return bench.files(
    { status: 'IN_REVIEW', departmentReference: '77', lastChange: report('action_required'), ...more },
    (a) => [
      effectOf(
        a,
        'answer',
        2,
        `${a.reference}.2`,
        bench.now,
        bench.host.vault.seal(JSON.stringify(payload), SEALED.payload),
      ),
    ],
  )
}

describe('a filing', () => {
  it('is found, not sent again, when its answer was lost: once the department has settled', async () => {
    await bench.files()
    bench.says({ submit: [() => fails('DEPARTMENT_TIMEOUT')], find: [() => [{ reference: '77' }]] })
    bench.start()
    await bench.waits(1)
    bench.passes(SETTLES - 1)
    await bench.waits(2)
    expect(bench.calls).toEqual(['submit'])
    bench.passes(1)
    expect(await bench.reaches('RECEIVED')).toMatchObject({ departmentReference: '77' })
    expect(bench.calls).toEqual(['submit', 'find'])
  })

  it('is sent again when the department has settled and does not have it', async () => {
    await bench.files()
    bench.says({ submit: [() => fails('DEPARTMENT_TIMEOUT'), () => ({ reference: '78' })] })
    bench.start()
    await bench.waits(1)
    bench.passes(RETRY_MAXIMUM)
    await bench.reaches('RECEIVED')
    expect(bench.calls).toEqual(['submit', 'find', 'submit'])
  })

  it('waits for no settling after an answer that it was not taken, and is looked for all the same', async () => {
    await bench.files()
    bench.says({
      submit: [() => fails('DEPARTMENT_TIMEOUT'), () => fails('DEPARTMENT_UNAVAILABLE'), () => ({ reference: '1' })],
    })
    bench.start()
    await bench.waits(1)
    bench.passes(RETRY_MAXIMUM)
    await bench.until('the second try', async () => bench.calls.length === 3)
    expect(await bench.waits(2)).toMatchObject({ uncertainSince: 0, note: 'DEPARTMENT_UNAVAILABLE' })
    bench.passes(RETRY_MAXIMUM)
    await bench.reaches('RECEIVED')
    expect(bench.calls).toEqual(['submit', 'find', 'submit', 'find', 'submit'])
  })

  it('that a killed hub may have sent as late as the deadline is looked for only when that has settled', async () => {
    await bench.files()
    bench.says({ submit: [() => new Promise(() => undefined)], find: [() => [{ reference: '77' }]] })
    bench.start()
    await bench.until('the call', async () => bench.calls.length === 1)
    const [left] = await bench.effects()
    expect(left).toMatchObject({ state: 'claimed', uncertainSince: bench.now + TIMEOUT })
    await bench.stop()
    // as the killed hub would have left it
    const { id } = bench.host.session()
    await bench.store.applications.claim(DEPARTMENT, id, Number.MAX_SAFE_INTEGER, 1)
    await bench.store.applications.later(left!.id, id, { due: 0, uncertainSince: left!.uncertainSince, note: null })
    bench.start()
    expect((await bench.waits(3)).due).toBe(left!.uncertainSince! + SETTLES)
    bench.passes(TIMEOUT + SETTLES)
    await bench.reaches('RECEIVED')
    expect(bench.calls).toEqual(['submit', 'find'])
  })

  it('that is owed since a later hour, for the clock was set back before the start, goes at once', async () => {
    await bench.files({}, (a) => [effectOf(a, 'submit', 1, a.reference, bench.now + 3_600_000)])
    bench.says({ submit: [() => ({ reference: '77' })] })
    bench.start()
    await bench.reaches('RECEIVED')
    expect(bench.calls).toEqual(['submit'])
  })

  it('that was sent at a later hour is looked for when the department has settled by the clock as it is', async () => {
    await bench.files({}, (a) => [
      { ...effectOf(a, 'submit', 1, a.reference, bench.now), uncertainSince: bench.now + 3_600_000 },
    ])
    bench.says({ find: [() => [{ reference: '77' }]] })
    bench.start()
    expect((await bench.waits(1)).due).toBe(bench.now + TIMEOUT + SETTLES)
    bench.passes(TIMEOUT + SETTLES)
    await bench.reaches('RECEIVED')
    expect(bench.calls).toEqual(['find'])
  })

  it('is parked, and no case is chosen, when two cases have our key', async () => {
    await bench.files()
    bench.says({
      submit: [() => fails('DEPARTMENT_TIMEOUT')],
      find: [() => [{ reference: '77' }, { reference: '78' }]],
    })
    bench.start()
    await bench.waits(1)
    bench.passes(SETTLES + RETRY_MAXIMUM)
    await bench.until('parked', async () => (await bench.effect())?.state === 'parked')
    expect(await bench.application()).toMatchObject({ status: 'SUBMITTED', departmentReference: null })
    expect(await bench.store.applications.owed('parks')).toEqual({ owed: 1, parked: 1 })
    const { raw } = (await bench.effect())!
    expect((await bench.host.vaultOf('asha')).openText(raw!, SEALED.raw)).toBe('["77","78"]')
  })

  it('that is not understood is parked, and goes on by itself when the department is understood again', async () => {
    await bench.files()
    bench.says({ submit: [() => fails('DEPARTMENT_PROTOCOL')], find: [() => fails('DEPARTMENT_PROTOCOL')] })
    bench.start()
    await bench.until('parked', async () => {
      bench.passes(RETRY_MAXIMUM)
      return (await bench.effect())?.state === 'parked'
    })
    const asked = bench.calls.length
    expect(asked).toBeLessThan(8)
    bench.says({ find: [() => [{ reference: '77' }]] })
    bench.passes(RETRY_MAXIMUM)
    await bench.reaches('RECEIVED')
  })

  it('answered four times outside the contract, whatever lies between, is parked with that answer, and goes on by itself when it is understood', async () => {
    await bench.files()
    let isKind = false
    const submit = () => (isKind ? { reference: '77' } : fails('DEPARTMENT_PROTOCOL', { raw: '{"status":"ok"}' }))
    // a department that cannot always be asked counts for nothing
    bench.says({
      submit: [() => fails('DEPARTMENT_UNAVAILABLE'), submit],
      find: [() => fails('DEPARTMENT_PROTOCOL'), () => []],
    })
    bench.start()
    // shorter than it takes to settle, so that it is looked at between the tries
    const passes = () => bench.passes(SETTLES / 2)
    await bench.until('parked', async () => {
      passes()
      return (await bench.effect())?.state === 'parked'
    })
    const filed = () => bench.calls.filter((call) => call === 'submit').length
    expect(filed()).toBe(5)
    bench.says({
      find: [() => fails('DEPARTMENT_PROTOCOL', { raw: 'a page' }), () => fails('DEPARTMENT_UNAVAILABLE'), () => []],
    })
    await bench.until('tried, and parked again', async () => {
      passes()
      return filed() > 5 && (await bench.effect())?.state === 'parked'
    })
    const { raw, note } = (await bench.effect())!
    expect(note).toBe('DEPARTMENT_PROTOCOL')
    expect((await bench.host.vaultOf('asha')).openText(raw!, SEALED.raw)).toBe('{"status":"ok"}')
    isKind = true
    await bench.until('received', async () => {
      passes()
      return (await bench.application()).status === 'RECEIVED'
    })
  })

  it('that cannot be made is parked, and asks nothing of the department', async () => {
    await bench.files({ documents: [{ id: 'doc_gone', path: 'photograph' }] })
    bench.start()
    await bench.until('parked', async () => {
      bench.passes(RETRY_MAXIMUM)
      return (await bench.effect())?.state === 'parked'
    })
    expect(bench.calls).toEqual([])
  })

  it('is not rejected by a second try when the department has told of the case meanwhile', async () => {
    await bench.files()
    bench.says({
      submit: [
        async () => {
          await bench.move({
            events: ['receive'],
            actor: 'department',
            changes: { departmentReference: '77' },
            cancels: ['submit'],
          })
          return fails('DEPARTMENT_REJECTED', { reason: 'You have applied already.' })
        },
      ],
    })
    bench.start()
    await bench.until('the refusal', async () =>
      bench.logged.includes('a department effect failed DEPARTMENT_REJECTED'),
    )
    await bench.settles()
    expect((await bench.application()).status).toBe('RECEIVED')
  })

  it('is not sent before the time that the department named: not when another is answered, nor by the next hub', async () => {
    let looked = 0
    const { session } = bench.host
    Object.assign(bench.host, {
      session: () => {
        looked++
        return session()
      },
    })
    const looks = (enough = looked + 3) => bench.until('looks', async () => looked >= enough)
    const other = 'DWR-2026-000002'
    let answer: (receipt: unknown) => void = () => undefined
    const first = new Promise((resolve) => {
      answer = resolve
    })
    const refused = () => fails('DEPARTMENT_UNAVAILABLE', { retryAfter: 30_000 })
    bench.says({ submit: [() => first, refused, () => ({ reference: '78' })] })
    await bench.files()
    await bench.files({ reference: other, digest: 'e' })
    bench.start()
    await bench.until('the refusal', async () => bench.logged.length > 0)
    answer({ reference: '77' })
    await bench.reaches('RECEIVED')
    bench.passes(20_000)
    await looks()
    await bench.stop()
    bench.start()
    bench.passes(9_999)
    await looks()
    expect(bench.calls).toEqual(['submit', 'submit'])
    bench.passes(1)
    await bench.until('received', async () => (await bench.store.applications.effectsOf(other)).length === 0)
    expect(bench.calls).toEqual(['submit', 'submit', 'find', 'submit'])
  })

  it('waits no longer than an hour, whatever the department says', async () => {
    await bench.files()
    bench.says({
      submit: [() => fails('DEPARTMENT_UNAVAILABLE', { retryAfter: 10 ** 12 }), () => ({ reference: '77' })],
    })
    bench.start()
    await bench.waits(1)
    bench.passes(3_600_000)
    await bench.reaches('RECEIVED')
  })

  it('goes on though the store fails when the dispatcher starts', async () => {
    await bench.files()
    bench.says({ submit: [() => ({ reference: '77' })] })
    let failures = 2
    startsClaiming(async (claim) => {
      if (failures-- > 0) throw new Error('the database is locked')
      return claim()
    })
    await bench.reaches('RECEIVED')
  })

  it('that the store claimed though it said that it had not is filed', async () => {
    await bench.files()
    bench.says({ submit: [() => ({ reference: '77' })] })
    let failures = 1
    startsClaiming(async (claim) => {
      const found = await claim()
      if (failures-- > 0) throw new Error('fdatasync: EIO')
      return found
    })
    await bench.reaches('RECEIVED')
    expect(bench.calls).toEqual(['submit'])
  })
})

describe('a withdrawal', () => {
  const withdrawn = () => bench.move({ events: ['withdraw'], actor: 'citizen' })

  it('before anything was sent: nothing is sent', async () => {
    await bench.files()
    await withdrawn()
    bench.start()
    await bench.settles()
    expect(bench.calls).toEqual([])
  })

  it('while the filing is under way: the department hears of it', async () => {
    await bench.files()
    bench.says({
      submit: [
        async () => {
          await withdrawn()
          return { reference: '77' }
        },
      ],
    })
    bench.start()
    await bench.until('the withdrawal', async () => bench.calls.includes('withdraw'))
    await bench.settles()
    expect(await bench.application()).toMatchObject({ status: 'WITHDRAWN', departmentReference: '77', events: 2 })
  })

  it('while a filing is under way that a killed hub never heard of: it is looked for, and withdrawn', async () => {
    await bench.files()
    const { id } = bench.host.session()
    const [claimed] = await bench.store.applications.claim(DEPARTMENT, id, bench.now, 1)
    await bench.store.applications.trying(claimed!.id, id, bench.now)
    await bench.sessions.stop()
    await bench.sessions.start()
    await withdrawn()
    bench.says({ find: [() => [{ reference: '77' }]] })
    bench.start()
    await bench.waits(1)
    bench.passes(SETTLES)
    await bench.until('the withdrawal', async () => bench.calls.includes('withdraw'))
    await bench.settles()
    expect(bench.calls).toEqual(['find', 'withdraw'])
  })

  it('of a filing that a department has, though it said that it could not take it: it is found, and withdrawn', async () => {
    await bench.files({}, (a) => [
      effectOf(a, 'submit', 1, a.reference, bench.now),
      effectOf(a, 'withdraw', 2, `${a.reference}.2`, bench.now),
    ])
    bench.says({ submit: [() => fails('DEPARTMENT_UNAVAILABLE')], find: [() => [{ reference: '77' }]] })
    bench.start()
    await bench.until('nothing owed', async () => {
      bench.passes(1000)
      return (await bench.effects()).length === 0
    })
    expect(bench.calls).toContain('withdraw')
    expect(bench.calls.filter((call) => call === 'submit')).toHaveLength(1)
    expect(await bench.application()).toMatchObject({ status: 'WITHDRAWN', departmentReference: '77' })
  })

  it('of a filing that never got through needs no word from a department that is down', async () => {
    await bench.files({}, (a) => [
      effectOf(a, 'submit', 1, a.reference, bench.now),
      effectOf(a, 'withdraw', 2, `${a.reference}.2`, bench.now),
    ])
    bench.says({ submit: [() => fails('DEPARTMENT_UNAVAILABLE')], withdraw: [() => fails('DEPARTMENT_UNAVAILABLE')] })
    bench.start()
    await bench.until('the withdrawal', async () => {
      bench.passes(1000)
      return (await bench.application()).status === 'WITHDRAWN'
    })
    await bench.until('nothing owed', async () => {
      bench.passes(1000)
      return (await bench.effects()).length === 0
    })
    expect(bench.calls).not.toContain('withdraw')
  })

  it('of a filing that the department will not take without another answer needs no word from it', async () => {
    await bench.files({}, (a) => [
      effectOf(a, 'withdraw', 2, `${a.reference}.2`, bench.now),
      effectOf(a, 'submit', 1, a.reference, bench.now),
    ])
    bench.says({ submit: [() => ({ action: ACTION })] })
    bench.start()
    await bench.reaches('ACTION_REQUIRED')
    bench.passes(2000)
    await bench.reaches('WITHDRAWN')
    await bench.settles()
    expect(bench.calls).toEqual(['submit'])
  })

  it('that comes too late leaves the application as it is, and says so', async () => {
    await bench.files({ status: 'IN_REVIEW', departmentReference: '77' }, (a) => [
      effectOf(a, 'withdraw', 2, `${a.reference}.2`, bench.now),
    ])
    bench.says({ withdraw: [() => 'too-late'] })
    bench.start()
    await bench.settles()
    await bench.store.log.relay(10)
    const [, event] = await bench.store.applications.events((await bench.application()).reference)
    expect(event).toMatchObject({ name: 'withdrawal-refused', status: 'IN_REVIEW' })
  })
})

describe('an answer that the department refuses', () => {
  it('is asked for again, with the reason', async () => {
    await answered()
    bench.says({ answer: [() => fails('DEPARTMENT_REJECTED', { reason: 'There is no such tree.' })] })
    bench.start()
    const { action } = await bench.reaches('ACTION_REQUIRED')
    expect(JSON.parse((await bench.host.vaultOf('asha')).openText(action!, SEALED.action))).toEqual({
      ...ACTION,
      text: 'There is no such tree.',
    })
    await bench.settles()
    expect(bench.calls).toEqual(['answer'])
  })

  it('is forgotten when the department has gone on without it', async () => {
    await answered({ lastChange: report('in_review') })
    bench.says({ answer: [() => fails('DEPARTMENT_REJECTED')] })
    bench.start()
    await bench.settles()
    expect((await bench.application()).status).toBe('IN_REVIEW')
  })

  it('is not sent when the department asks something else by now', async () => {
    await answered()
    await bench.move({ events: ['ask'], actor: 'department', action: ACTION }).catch(() => undefined)
    await bench.commits((application) => ({ application: { ...application, status: 'ACTION_REQUIRED' }, events: [] }))
    bench.start()
    await bench.settles()
    expect(bench.calls).toEqual([])
  })
})

describe('a certificate', () => {
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj\na page\n%%EOF\n')
  const pdf = { name: 'a.pdf', mediaType: 'application/pdf', bytes, issuedOn: '2026-01-05' }
  const approved = () =>
    bench.files({ status: 'APPROVED', departmentReference: '77' }, (a) => [
      effectOf(a, 'certificate', 2, `${a.reference}.certificate`, bench.now),
    ])

  it('of which half came is asked for again, until it is whole', async () => {
    await approved()
    bench.says({ certificate: [() => ({ ...pdf, bytes: bytes.subarray(0, 20) }), () => pdf] })
    bench.start()
    await bench.until('refused', async () => (await bench.effect())?.note === 'DEPARTMENT_PROTOCOL')
    expect((await bench.application()).status).toBe('APPROVED')
    bench.passes(RETRY_MAXIMUM)
    const { certificate } = await bench.reaches('CERTIFIED')
    expect(certificate!.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('that the department refuses is parked, and asked for again only now and then', async () => {
    await approved()
    bench.says({ certificate: [() => fails('DEPARTMENT_REJECTED'), () => pdf] })
    bench.start()
    await bench.until('parked', async () => (await bench.effect())?.state === 'parked')
    bench.passes(RETRY_MAXIMUM - 1)
    expect((await bench.application()).status).toBe('APPROVED')
    expect(bench.calls).toEqual(['certificate'])
    bench.passes(1)
    const { certificate } = await bench.reaches('CERTIFIED')
    const [, event] = await bench.store.applications.events((await bench.application()).reference)
    expect(event).toMatchObject({ name: 'certified', certificate: certificateHash(certificate!) })
  })
})
