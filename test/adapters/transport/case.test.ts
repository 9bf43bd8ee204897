import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import type { Receipt } from '../../../adapters/adapter.ts'
import { type Bench, document, filing, openBench, within } from './bench.ts'

async function filed(
  bench: Bench,
  service: Parameters<typeof filing>[0] = 'transport.learner-licence',
  reference = 'DWR-2026-000001',
  change = {},
) {
  const receipt = (await bench.adapter.submit(filing(service, change, { reference }), within())) as Receipt
  return receipt.reference
}

describe('a case at the Transport Department', () => {
  it('reports each change with its place in their order', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    const status = async () => (await bench.adapter.status([reference], within()))[0]
    expect(await status()).toMatchObject({ reference, key: 'DWR-2026-000001', status: 'received', sequence: '1' })
    await bench.office.act(reference, { status: 'in_review' })
    expect(await status()).toMatchObject({ status: 'in_review', sequence: '2' })
    await bench.office.act(reference, { status: 'rejected', reason: 'फ़ोटो साफ़ नहीं है' })
    expect(await status()).toMatchObject({ status: 'rejected', sequence: '3', reason: 'फ़ोटो साफ़ नहीं है' })
  })

  it('says when a change was made, to the second', async () => {
    await using bench = await openBench()
    const before = Date.now() - 1000
    const reference = await filed(bench)
    const [change] = await bench.adapter.status([reference], within())
    const at = Date.parse((change as any).at)
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThanOrEqual(Date.now())
  })

  it('is answered for a hundred at a time in two calls, in the order asked', async () => {
    await using bench = await openBench()
    const references: string[] = []
    for (let index = 0; index < 100; index++)
      references.push(await filed(bench, 'transport.learner-licence', `DWR-2026-${index}`))
    references.reverse()
    const changes = await bench.adapter.status(references, within())
    expect(changes.map((change) => (change as any).reference)).toEqual(references)
    expect(bench.calls.GetStatus).toBe(2)
  }, 60_000)

  it('tells a reference that the department does not know from those that it does', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    const [unknown, known] = await bench.adapter.status(['2026999999', reference], within())
    expect(unknown).toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
    expect(known).toMatchObject({ status: 'received' })
  })

  it('is the same when statuses come twice', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    bench.rude = 'duplicate'
    expect(await bench.adapter.status([reference], within())).toMatchObject([{ status: 'received', sequence: '1' }])
  })

  it('tells a stale status by its sequence', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    await bench.office.act(reference, { status: 'in_review' })
    bench.rude = 'out-of-order'
    expect(await bench.adapter.status([reference], within())).toMatchObject([{ status: 'received', sequence: '1' }])
  })

  it('asks for a document, and has it after the reply', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    const action = { kind: 'DOCUMENT', text: 'The photograph is dark.', question: 'photograph', due: '2031-02-01' }
    await bench.office.act(reference, { status: 'action_required', action })
    const [asked] = await bench.adapter.status([reference], within())
    expect(asked).toMatchObject({ status: 'action_required', action: { ...action, place: null } })
    const photograph = document('0', randomBytes(900), 'new.jpg')
    await bench.adapter.answer(reference, { value: null, documents: [photograph] }, within())
    const [view] = await bench.office.cases()
    expect(view).toMatchObject({ status: 'in_review' })
    expect(view!.documents.at(-1)).toMatchObject({ name: 'new.jpg', sha256: photograph.sha256 })
  })

  it('names place and day of a visit', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    const action = {
      kind: 'APPOINTMENT',
      text: 'Come for the test.',
      due: '2031-02-01',
      place: 'RTO Janakpuri, counter 3, 10:30',
    }
    await bench.office.act(reference, { status: 'action_required', action })
    expect(await bench.adapter.status([reference], within())).toMatchObject([{ action: { ...action, question: null } }])
  })

  it('takes a repeated reply for the one that it has', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    await bench.office.act(reference, { status: 'action_required', action: { kind: 'ANSWER', text: 'Which cheek?' } })
    bench.rude = 'lost-answer'
    const reply = { value: 'बायाँ', documents: [] }
    await expect(bench.adapter.answer(reference, reply, within())).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT' })
    bench.rude = null
    await bench.adapter.answer(reference, reply, within())
    const [view] = await bench.office.cases()
    expect(view).toMatchObject({ status: 'in_review', fields: { replies: ['बायाँ'] } })
  })

  it('moves to another slot by a reply, and asks once more where that is gone too', async () => {
    await using bench = await openBench()
    const [first, second, third] = await bench.adapter.slots('DL-04', within())
    const reference = await filed(bench, 'transport.driving-licence', 'DWR-2026-000001', { slot: first!.id })
    await filed(bench, 'transport.driving-licence', 'DWR-2026-000002', { slot: second!.id })
    await bench.office.act(reference, { status: 'action_required', action: { text: 'Test failed.', question: 'slot' } })
    await bench.adapter.answer(reference, { value: second!.id, documents: [] }, within())
    expect(await bench.adapter.status([reference], within())).toMatchObject([
      { status: 'action_required', sequence: '3', action: { question: 'slot' } },
    ])
    await bench.adapter.answer(reference, { value: third!.id, documents: [] }, within())
    const [view] = await bench.office.cases()
    expect(view).toMatchObject({ status: 'in_review', fields: { slot: third!.id } })
  })

  it('is withdrawn once, however often that is asked', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    expect(await bench.adapter.withdraw(reference, within())).toBe('withdrawn')
    expect(await bench.adapter.withdraw(reference, within())).toBe('withdrawn')
    expect(await bench.adapter.status([reference], within())).toMatchObject([{ status: 'withdrawn' }])
  })

  it('cannot be withdrawn once decided', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    await bench.office.act(reference, { status: 'approved' })
    expect(await bench.adapter.withdraw(reference, within())).toBe('too-late')
  })

  it('has its licence as a PDF once approved, and none before', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    expect(await bench.adapter.certificate(reference, within())).toBeNull()
    await bench.office.act(reference, { status: 'approved' })
    const file = await bench.adapter.certificate(reference, within())
    expect(file).toMatchObject({
      mediaType: 'application/pdf',
      name: expect.stringMatching(/^learner-licence-DL04\d{11}\.pdf$/),
    })
    const issued = await bench.office.certificate(reference)
    expect(Buffer.from(file!.bytes).equals(Buffer.from(issued!.bytes))).toBe(true)
    expect(file!.issuedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('is there after the office was killed', async () => {
    await using bench = await openBench()
    const reference = await filed(bench)
    await bench.office.act(reference, { status: 'approved' })
    await bench.reopen()
    expect(await bench.adapter.status([reference], within())).toMatchObject([{ status: 'approved', sequence: '2' }])
    expect(await bench.adapter.certificate(reference, within())).not.toBeNull()
  })
})
