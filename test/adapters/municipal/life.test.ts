import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { AdapterError, CallbackRefused, type Receipt, type StatusChange } from '../../../adapters/adapter.ts'
import { Bench, call, certificateFiling, type Heard, nameFiling, paper, reference, until } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench[Symbol.asyncDispose]())
afterEach(() => bench.rude(null))

async function filed(key = reference()): Promise<{ key: string; number: string }> {
  const receipt = (await bench.adapter.submit(certificateFiling(key), call(key))) as Receipt
  return { key, number: receipt.reference }
}
const statusOf = async (number: string) => (await bench.adapter.status([number], call()))[0] as StatusChange
const noticeRequest = ({ body, headers }: Heard, more: Record<string, string> = {}) =>
  new Request('http://hub/webhooks/municipal', { method: 'POST', headers: { ...headers, ...more }, body })
const heardOf = (number: string) => bench.heard.filter(({ notice }) => notice.application.application_number === number)

describe('the status', () => {
  it('of 150 applications costs two calls and stands in their order', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, () => filed()))
    const numbers = Array.from({ length: 150 }, (_, i) => cases[i % 6]!.number)
    const before = bench.calls.readStatuses ?? 0
    const changes = (await bench.adapter.status(numbers, call())) as StatusChange[]
    expect(bench.calls.readStatuses! - before).toBe(2)
    expect(changes.map(({ reference }) => reference)).toEqual(numbers)
    expect(changes[0]).toMatchObject({ key: cases[0]!.key, status: 'received', sequence: '1' })
  })

  it('of an unknown number is an error in its place', async () => {
    const { number } = await filed()
    const [known, unknown] = await bench.adapter.status([number, 'BC-2026-9999999'], call())
    expect(known).toMatchObject({ status: 'received' })
    expect(unknown).toBeInstanceOf(AdapterError)
  })
})

describe('a query of the clerk', () => {
  it('for a document names the question, and is answered with it once', async () => {
    const { key, number } = await filed()
    await bench.office.act(number, {
      status: 'action_required',
      action: { kind: 'DOCUMENT', question: 'identity', text: 'The photograph is blurred.', due: '2026-12-31' },
    })
    expect(await statusOf(number)).toMatchObject({
      status: 'action_required',
      sequence: '2',
      action: {
        kind: 'DOCUMENT',
        question: 'identity',
        text: 'The photograph is blurred.',
        due: '2026-12-31',
        place: null,
      },
    })
    const answer = { value: null, documents: [paper('0', '%PDF-1.4 sharper', 'sharp.pdf')] }
    await bench.adapter.answer(number, answer, call(`${key}.4`))
    await bench.adapter.answer(number, answer, call(`${key}.4`))
    const view = await bench.caseOf(key)
    expect(view.status).toBe('in_review')
    expect(view.documents.map(({ name }) => name)).toEqual(['identity.pdf', 'sharp.pdf'])
  })

  it('in words is answered in words', async () => {
    const { key, number } = await filed()
    await bench.office.act(number, {
      status: 'action_required',
      action: { question: 'motherName', text: 'Maiden name?' },
    })
    expect(await statusOf(number)).toMatchObject({ action: { kind: 'ANSWER', question: 'motherName' } })
    await bench.adapter.answer(number, { value: 'सावित्री', documents: [] }, call(`${key}.4`))
    expect((await bench.caseOf(key)).fields).toMatchObject({ answers: ['सावित्री'] })
  })

  it('to come to the office has day and place', async () => {
    const { number } = await filed()
    const action = { kind: 'APPOINTMENT', due: '2026-12-01', place: 'Zone office, Civil Lines, 11:00' }
    await bench.office.act(number, { status: 'action_required', action })
    expect(await statusOf(number)).toMatchObject({ action: { ...action, question: null } })
  })

  it('is asked again where the new document cannot be opened either', async () => {
    const { key, number } = await filed()
    await bench.office.act(number, { status: 'action_required', action: { kind: 'DOCUMENT', question: 'identity' } })
    await bench.adapter.answer(number, { value: null, documents: [paper('0', 'no pdf')] }, call(`${key}.4`))
    expect(await statusOf(number)).toMatchObject({
      status: 'action_required',
      sequence: '4',
      action: { kind: 'DOCUMENT', question: 'identity', text: expect.stringContaining('cannot be opened') },
    })
  })

  it('that is no longer open takes an answer without a word', async () => {
    const { key, number } = await filed()
    await bench.adapter.answer(number, { value: 'late', documents: [] }, call(`${key}.4`))
    expect((await bench.caseOf(key)).status).toBe('received')
  })
})

describe('a withdrawal', () => {
  it('is repeatable while it is undecided', async () => {
    const { key, number } = await filed()
    expect(await bench.adapter.withdraw(number, call(`${key}.2`))).toBe('withdrawn')
    expect(await bench.adapter.withdraw(number, call(`${key}.3`))).toBe('withdrawn')
    expect((await bench.caseOf(key)).status).toBe('withdrawn')
  })

  it('after the decision is too late', async () => {
    const { key, number } = await filed()
    await bench.office.act(number, { status: 'rejected', reason: 'The entry belongs to another body.' })
    expect(await bench.adapter.withdraw(number, call(`${key}.2`))).toBe('too-late')
    expect(await statusOf(number)).toMatchObject({ status: 'rejected', reason: 'The entry belongs to another body.' })
  })
})

describe('a certificate', () => {
  it('comes as a PDF once it is approved', async () => {
    const { number } = await filed()
    await bench.office.act(number, { status: 'approved' })
    const file = await bench.adapter.certificate(number, call())
    expect(file).toMatchObject({ name: 'birth-certificate.pdf', mediaType: 'application/pdf' })
    expect(file!.issuedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(Buffer.from(file!.bytes).equals(Buffer.from((await bench.office.certificate(number))!.bytes))).toBe(true)
  })

  it('is null while it is being prepared', async () => {
    const { number } = await filed()
    await bench.office.act(number, { status: 'approved' })
    await rm(`${bench.folder}/certificates/${number}.pdf`)
    expect(await bench.adapter.certificate(number, call())).toBeNull()
  })

  it('of an application that is not approved is an error', async () => {
    const { number } = await filed()
    await expect(bench.adapter.certificate(number, call())).rejects.toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
  })

  it('has its entry in one call for many, with the name that was given', async () => {
    const { number } = await filed()
    const key = reference()
    const naming = ((await bench.adapter.submit(nameFiling(key), call(key))) as Receipt).reference
    const waiting = (await filed()).number
    for (const one of [number, naming]) await bench.office.act(one, { status: 'approved' })
    const before = bench.calls.readRecords ?? 0
    const records = await bench.adapter.records([naming, waiting, number], call())
    expect(bench.calls.readRecords! - before).toBe(1)
    expect(records).toEqual([
      expect.objectContaining({ registrationNumber: '2025-RH-000412', name: 'ज़ोया', sex: 'FEMALE' }),
      null,
      expect.objectContaining({ registrationNumber: '1990-CL-000017', name: 'Asha', motherName: 'Savitri Devi' }),
    ])
  })
})

describe('the feed of changes', () => {
  const read = async (after: string | null) => {
    const found: { change: StatusChange; cursor: string }[] = []
    for await (const entry of bench.adapter.changes!(after, call())) found.push(entry)
    return found
  }

  it('goes on behind its cursor, page after page', async () => {
    const start = (await read(null)).at(-1)?.cursor ?? null
    for (let i = 0; i < 3; i++) await Promise.all(Array.from({ length: 40 }, () => filed()))
    const found = await read(start)
    expect(found).toHaveLength(120)
    expect(new Set(found.map(({ change }) => change.key)).size).toBe(120)
    expect(await read(found.at(-1)!.cursor)).toEqual([])
    expect(await read(found[99]!.cursor)).toHaveLength(20)
  })

  it('repeats what stands behind a change that committed late, and so never skips it', async () => {
    // on a slow machine the late one may be there before anybody looks: then another is filed
    const { late, early, first } = await until(async () => {
      const start = (await read(null)).at(-1)!.cursor
      bench.rude('out-of-order', 2)
      const late = await filed()
      bench.rude(null)
      const early = await filed()
      const first = await read(start)
      return first.length === 1 && { late, early, first }
    }, 40_000)
    expect(first[0]!.change.key).toBe(early.key)
    const second = await until(async () => {
      const found = await read(first.at(-1)!.cursor)
      return found.length > 1 && found
    })
    expect(second.map(({ change }) => change.key)).toEqual([late.key, early.key])
    expect(await read(second.at(-1)!.cursor)).toEqual([])
  })
})

describe('a notice', () => {
  it('of each change comes signed, in order, and is understood', async () => {
    const { key, number } = await filed()
    await bench.office.act(number, { status: 'in_review' })
    await bench.office.act(number, { status: 'approved' })
    const heard = await until(() => heardOf(number).length === 3 && heardOf(number))
    const changes = await Promise.all(heard.map((one) => bench.adapter.callback!(noticeRequest(one))))
    expect(changes.flat().map(({ reference, key, status, sequence }) => [reference, key, status, sequence])).toEqual([
      [number, key, 'received', '1'],
      [number, key, 'in_review', '2'],
      [number, key, 'approved', '3'],
    ])
  })

  it('is refused with another body, signature, time or key, and without them', async () => {
    const { number } = await filed()
    const [heard] = await until(() => heardOf(number).length > 0 && heardOf(number))
    const old = bench.connect({ now: () => Date.now() + 6 * 60_000 })
    const refused = [
      bench.adapter.callback!(noticeRequest({ ...heard!, body: heard!.body.replace('RCVD', 'APPRVD') })),
      bench.adapter.callback!(noticeRequest(heard!, { 'x-municipal-signature': `sha256=${'0'.repeat(64)}` })),
      bench.adapter.callback!(
        noticeRequest(heard!, { 'x-municipal-timestamp': String(Math.floor(Date.now() / 1000) + 1) }),
      ),
      bench.adapter.callback!(noticeRequest(heard!, { 'x-municipal-key-id': '0' })),
      bench.adapter.callback!(new Request('http://hub', { method: 'POST', body: heard!.body })),
      old.callback!(noticeRequest(heard!)),
    ]
    for (const one of refused) await expect(one).rejects.toBeInstanceOf(CallbackRefused)
  })

  it('is taken under either secret while one is being replaced', async () => {
    const { number } = await filed()
    const [heard] = await until(() => heardOf(number).length > 0 && heardOf(number))
    const both = bench.connect({ callbackSecret: '2:the-next-one,1:secret-callback' })
    expect(await both.callback!(noticeRequest(heard!))).toHaveLength(1)
  })

  it('is sent again until it is heard', async () => {
    bench.hubStatus = 503
    const { number } = await filed()
    await bench.office.act(number, { status: 'in_review' })
    bench.hubStatus = 204
    const heard = await until(() => heardOf(number).length === 2 && heardOf(number))
    expect(heard.map(({ notice }) => notice.application.status)).toEqual(['RCVD', 'SCRUTINY'])
  })

  it('comes twice, and overtaken, where the office is rude', async () => {
    bench.rude('duplicate')
    const twice = await filed()
    await until(() => heardOf(twice.number).length === 2)
    bench.rude('out-of-order', 2)
    const { number } = await filed()
    bench.rude(null)
    await bench.office.act(number, { status: 'in_review' })
    const heard = await until(() => heardOf(number).length === 2 && heardOf(number))
    expect(heard.map(({ notice }) => notice.application.status)).toEqual(['SCRUTINY', 'RCVD'])
  })
})
