import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { AdapterError, Filing, Receipt } from '../../../adapters/adapter.ts'
import { Bench, call, certificateFiling, nameFiling, nobodysUrl, paper, reference } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench[Symbol.asyncDispose]())
afterEach(() => bench.rude(null))

const submit = async (filing: Filing): Promise<string> =>
  ((await bench.adapter.submit(filing, call(filing.reference))) as Receipt).reference
const failure = (promise: Promise<unknown>): Promise<AdapterError> =>
  promise.then(
    () => {
      throw new Error('it did not fail')
    },
    (error) => error,
  )

describe('an application', () => {
  it('arrives as the citizen gave it, in every script', async () => {
    const key = reference()
    const number = await submit(certificateFiling(key))
    expect(await bench.caseOf(key)).toMatchObject({
      reference: number,
      key,
      service: 'municipal.birth-certificate',
      status: 'received',
      fields: {
        applicant_relation: 'self',
        applicant_mobile: '+919810012345',
        registration_number: '1990-CL-000017',
        date_of_birth: '1990-01-05',
        mother_name: 'सावित्री देवी',
        father_name: "Mohan D'Souza",
        purpose: 'passport',
        copies: 2,
        delivery: 'post',
        address_line: '12, गली नं. 3, Karol Bagh',
        address_town: 'Delhi',
        address_pin: '110005',
        fee: 50,
      },
    })
  })

  it('for a name has all four documents, byte for byte', async () => {
    const key = reference()
    const number = await submit(nameFiling(key))
    const view = await bench.caseOf(key)
    expect(view.fields).toMatchObject({ child_name: 'ज़ोया', mother_name: 'Farida' })
    expect(view.documents.map(({ name }) => name)).toEqual([
      'certificate.pdf',
      'motherIdentity.pdf',
      'fatherIdentity.pdf',
      'declaration.pdf',
    ])
    const kept = await bench.office.document(number, 3)
    expect(Buffer.from(kept!.bytes).toString()).toBe('%PDF-1.4 declaration')
  })

  it('keeps a file name with quotes, line ends and other scripts', async () => {
    const key = reference()
    await submit(certificateFiling(key, {}, [paper('identity', '%PDF-1', 'पहचान "पत्र" D\'Souza.pdf')]))
    expect((await bench.caseOf(key)).documents[0]!.name).toBe('पहचान "पत्र" D\'Souza.pdf')
  })

  it('is opened once however often it is sent with its key', async () => {
    const key = reference()
    const filing = certificateFiling(key)
    const numbers = [await submit(filing), await submit(filing), await submit(filing)]
    expect(new Set(numbers).size).toBe(1)
    expect((await bench.caseOf(key)).documents).toHaveLength(1)
  })

  it('is opened once when it is sent twice at the same time', async () => {
    const key = reference()
    const filing = certificateFiling(key)
    const [one, two] = await Promise.all([submit(filing), submit(filing)])
    expect(one).toBe(two)
    await bench.caseOf(key)
  })

  it('is the one of the first try where what is sent beside the answers has changed since', async () => {
    const key = reference()
    const filing = certificateFiling(key)
    const number = await submit({ ...filing, mobile: null })
    expect(await submit(filing)).toBe(number)
    await bench.caseOf(key)
  })

  it('opens one case when a submission whose answer was lost is sent again with the same key', async () => {
    const key = reference()
    const filing = certificateFiling(key)
    bench.rude('lost-answer', 1)
    expect(await failure(submit(filing))).toMatchObject({ code: 'DEPARTMENT_TIMEOUT' })
    const [found, ...others] = await bench.adapter.find(key, call())
    expect(others).toEqual([])
    expect(await submit(filing)).toBe(found!.reference)
    await bench.caseOf(key)
  })

  it('is not found before it is sent', async () => {
    expect(await bench.adapter.find(reference(), call())).toEqual([])
  })

  it('with a document that cannot be opened is not filed: the document is asked for anew', async () => {
    const key = reference()
    const answer = await bench.adapter.submit(certificateFiling(key, {}, [paper('identity', 'no pdf')]), call(key))
    expect(answer).toEqual({
      action: {
        kind: 'DOCUMENT',
        text: expect.stringContaining('cannot be opened'),
        question: 'identity',
        due: null,
        place: null,
      },
    })
    expect(await bench.adapter.find(key, call())).toEqual([])
    expect(await submit(certificateFiling(key))).toMatch(/^BC-/)
  })

  it('for an entry that is not in the register is refused with the reason', async () => {
    const key = reference()
    const error = await failure(submit(certificateFiling(key, { match: 'b-nothing' })))
    expect(error).toMatchObject({ code: 'DEPARTMENT_REJECTED', reason: expect.stringContaining('not found') })
  })

  it('for a name is refused where there is one, and where fifteen years have passed', async () => {
    const named = { match: 'b1985so000201', dateOfBirth: '1985-03-08' }
    expect(await failure(submit(nameFiling(reference(), named)))).toMatchObject({ code: 'DEPARTMENT_REJECTED' })
    const late = { match: 'b2006nj000077', dateOfBirth: '2006-04-14' }
    expect(await failure(submit(nameFiling(reference(), late)))).toMatchObject({
      code: 'DEPARTMENT_REJECTED',
      reason: expect.stringContaining('fifteen years'),
    })
  })
})

describe('a department that misbehaves', () => {
  it('is not there: unavailable', async () => {
    const nobody = bench.connect({ apiUrl: await nobodysUrl() })
    expect(await failure(nobody.find('x', call()))).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' })
    expect(await failure(nobody.ping(call()))).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' })
  })

  it('says when to come again: unavailable, with the wait, by 503 and by 429', async () => {
    await bench.adapter.ping(call())
    bench.rude('unavailable')
    const messages: string[] = []
    for (let i = 0; i < 2; i++) {
      const error = await failure(bench.adapter.ping(call()))
      expect(error).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', retryAfter: 1000 })
      messages.push(error.message)
    }
    expect(messages.sort()).toEqual([expect.stringContaining('429'), expect.stringContaining('503')])
  })

  it('gives an error with status 200: the body decides', async () => {
    await bench.adapter.find('x', call())
    bench.rude('fault')
    const error = await failure(submit(certificateFiling(reference())))
    expect(error).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', message: expect.stringContaining('200 TRY_LATER') })
  })

  it('answers with a page of HTML: not understood, kept raw', async () => {
    await bench.adapter.find('x', call())
    bench.rude('garbage')
    expect(await failure(submit(certificateFiling(reference())))).toMatchObject({
      code: 'DEPARTMENT_PROTOCOL',
      raw: expect.stringContaining('It works!'),
    })
  })

  it('answers half: it may have happened', async () => {
    await bench.adapter.find('x', call())
    const key = reference()
    bench.rude('half', 1)
    expect(await failure(submit(certificateFiling(key)))).toMatchObject({ code: 'DEPARTMENT_TIMEOUT' })
    expect(await bench.adapter.find(key, call())).toHaveLength(1)
  })

  it('never answers: the call ends with its deadline', async () => {
    await bench.adapter.find('x', call())
    const key = reference()
    bench.rude('hang')
    const began = performance.now()
    const filing = certificateFiling(key)
    expect(await failure(bench.adapter.submit(filing, call(key, 300)))).toMatchObject({ code: 'DEPARTMENT_TIMEOUT' })
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('never gives a token: unavailable, for nothing was sent', async () => {
    const fresh = bench.connect()
    bench.rude('hang')
    const key = reference()
    const filing = certificateFiling(key)
    expect(await failure(fresh.submit(filing, call(key, 300)))).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' })
  })

  it('does not know the client: unavailable, without the secret in the message', async () => {
    const stranger = bench.connect({ clientSecret: 'not-the-secret' })
    const error = await failure(stranger.find('x', call()))
    expect(error).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' })
    expect(String(error)).not.toContain('not-the-secret')
  })

  it('shows no personal data in the message of an error', async () => {
    const error = await failure(submit(certificateFiling(reference(), { purpose: 'UNHEARD_OF' })))
    expect(error).toMatchObject({ code: 'DEPARTMENT_PROTOCOL' })
    expect(error.message).not.toMatch(/सावित्री|Souza|98100|UNHEARD/i)
  })
})

describe('a token', () => {
  it('is asked for once for many calls at once', async () => {
    const fresh = bench.connect()
    const before = bench.calls.issueToken ?? 0
    await Promise.all(Array.from({ length: 20 }, () => fresh.find('x', call())))
    expect((bench.calls.issueToken ?? 0) - before).toBe(1)
  })

  it('that ended is replaced, and the call goes through', async () => {
    const fresh = bench.connect()
    await fresh.find('x', call())
    bench.ahead += 61 * 60_000
    const before = bench.calls.issueToken!
    expect(await fresh.find('x', call())).toEqual([])
    expect(bench.calls.issueToken! - before).toBe(1)
  })
})
