import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { newApplication } from '../../adapters/municipal/wire.ts'
import { readContract } from '../../sandbox/municipal/contract.ts'
import { Bench, certificateFiling, nameFiling, reference } from '../adapters/municipal/bench.ts'

const contract = readContract()
let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench[Symbol.asyncDispose]())
afterEach(() => bench.rude(null))

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: any
}
/** Calls an operation and holds its answer against the contract. */
async function ask(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const url = new URL(`${bench.url}/municipal${path}`)
  const response = await fetch(url, {
    method,
    ...init,
    headers: { authorization: `Bearer ${await bench.token()}`, ...(init.headers as object) },
  })
  const mediaType = response.headers.get('content-type')!
  const body = mediaType === 'application/json' ? await response.json() : await response.bytes()
  const matched = contract.match(method, url.pathname.replace('/municipal', ''))
  if (matched && matched !== 'method')
    expect(contract.answerFault(matched.operation, response.status, mediaType, body)).toBeNull()
  return { status: response.status, headers: response.headers, body }
}
const post = (path: string, body: unknown) =>
  ask('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
function form(key: string, content: Record<string, unknown>, parts: Record<string, Blob> = {}): RequestInit {
  const body = new FormData()
  body.append('application', new Blob([JSON.stringify(content)], { type: 'application/json' }))
  for (const [name, blob] of Object.entries(parts)) body.append(name, blob, `${name}.pdf`)
  return { body, headers: { 'idempotency-key': key } }
}
const apply = (key: string, content = newApplication(certificateFiling(key)), parts = {}) =>
  ask('POST', '/v1/applications', form(key, content, parts))

describe('every operation of the contract', () => {
  it('is served, and answers as the contract says', async () => {
    const key = reference()
    const { status, body } = await apply(key)
    expect(status).toBe(201)
    const number = body.application_number
    expect((await ask('GET', `/v1/applications?external_id=${key}`)).body.applications).toHaveLength(1)
    expect((await ask('GET', `/v1/applications/${number}`)).body.status).toBe('RCVD')
    expect((await post('/v1/applications/status', { numbers: [number, 'BC-2026-9999999'] })).body.results).toHaveLength(
      2,
    )
    await bench.office.act(number, { status: 'action_required', action: { text: 'Which hospital?' } })
    const supplement = new FormData()
    supplement.append('supplement', new Blob(['{"answer":"Hindu Rao"}'], { type: 'application/json' }))
    const supplemented = await ask('POST', `/v1/applications/${number}/supplements`, {
      body: supplement,
      headers: { 'idempotency-key': `${key}.2` },
    })
    expect(supplemented.body.status).toBe('SCRUTINY')
    expect((await ask('GET', `/v1/applications/${number}/certificate`)).status).toBe(404)
    await bench.office.act(number, { status: 'approved' })
    const certificate = await ask('GET', `/v1/applications/${number}/certificate`)
    expect(certificate.headers.get('x-application-number')).toBe(number)
    expect((await post('/v1/applications/records', { numbers: [number] })).body.results[0].record.name).toBe('Asha')
    const withdrawal = { headers: { 'idempotency-key': `${key}.3` } }
    expect((await ask('POST', `/v1/applications/${number}/withdrawal`, withdrawal)).body.error.code).toBe('TOO_LATE')
    expect((await post('/v1/register/births/search', { date_of_birth: '2019-08-15' })).body.total).toBe(0)
    expect((await post('/v1/births/by-mobile', { mobile: '+919810012345' })).body.births).toHaveLength(2)
    expect((await ask('GET', '/v1/changes?since=0&limit=2')).body).toMatchObject({ more: true })
    expect((await ask('GET', '/v1/ping')).body).toEqual({ open: true })
    const served = contract.operations.map(({ id }) => id).filter((id) => !bench.calls[id])
    expect(served).toEqual([])
  })

  it('wants a token, save for those that say so', async () => {
    for (const { path, method, open } of contract.operations.filter(({ id }) => id !== 'issueToken')) {
      const response = await fetch(`${bench.url}/municipal${path.replace('{number}', 'BC-2026-0000001')}`, { method })
      expect([path, response.status === 401]).toEqual([path, !open])
    }
  })

  it('is described at /openapi.json, with this server', async () => {
    const document = (await (await fetch(`${bench.url}/municipal/openapi.json`)).json()) as any
    expect(document.openapi).toBe('3.1.0')
    expect(document.servers).toEqual([{ url: `${bench.url}/municipal` }])
  })
})

describe('an application', () => {
  it('that is not as described is refused with the reason', async () => {
    const whole = newApplication(certificateFiling(reference()))
    const faulty = [
      { ...whole, date_of_birth: '5/1/1990' },
      { ...whole, colour: 'red' },
      { ...whole, record_id: undefined },
    ]
    for (const content of faulty) {
      const { status, body } = await apply(reference(), content)
      expect([status, body.error.code]).toEqual([400, 'INVALID_REQUEST'])
    }
    const pdf = new Blob(['%PDF'], { type: 'application/pdf' })
    expect((await apply(reference(), whole, { unheard_of: pdf })).status).toBe(400)
    const text = new Blob(['text'], { type: 'text/plain' })
    expect((await apply(reference(), whole, { applicant_identity: text })).status).toBe(415)
  })

  it('under a key that came with other content is a conflict', async () => {
    const key = reference()
    expect((await apply(key)).status).toBe(201)
    const other = { ...newApplication(certificateFiling(key)), place: 'Elsewhere' }
    const { status, body } = await apply(key, other)
    expect([status, body.error.code]).toEqual([409, 'KEY_REUSED'])
  })

  it('under a key older than seven days is another application', async () => {
    const key = reference()
    const first = (await apply(key)).body.application_number
    bench.ahead += 8 * 86_400_000
    expect((await apply(key)).body.application_number).not.toBe(first)
  })

  it('for a name enters it in the register, save in a specimen', async () => {
    const name = (match: string, born: string) =>
      newApplication(nameFiling(reference(), { match, dateOfBirth: born, registrationNumber: undefined }))
    const search = { date_of_birth: '2023-05-01', sex: 'M', mother_name: 'Gurpreet Kaur' }
    const { body } = await apply(reference(), name('b2023we003301', '2023-05-01'))
    await bench.office.act(body.application_number, { status: 'approved' })
    expect((await post('/v1/register/births/search', search)).body.births[0].name).toBe('ज़ोया')
    const again = await apply(reference(), name('b2023we003301', '2023-05-01'))
    expect(again.body.error.code).toBe('NAME_ALREADY_REGISTERED')
    for (let i = 0; i < 2; i++) {
      const specimen = await apply(reference(), name('b2025rh000412', '2025-08-12'))
      await bench.office.act(specimen.body.application_number, { status: 'approved' })
    }
  })
})

describe('the clerk', () => {
  it('cannot act on what is decided, or is not there', async () => {
    const { body } = await apply(reference())
    await bench.office.act(body.application_number, { status: 'rejected', reason: 'Not ours.' })
    await expect(bench.office.act(body.application_number, { status: 'approved' })).rejects.toThrow('has been decided')
    await expect(bench.office.act('BC-2026-9999999', { status: 'approved' })).rejects.toThrow('no application')
  })

  it('takes a case on step by step', async () => {
    const key = reference()
    await apply(key)
    for (const status of ['received', 'in_review', 'approved']) {
      const view = await bench.caseOf(key)
      expect(view.status).toBe(status)
      const act = bench.office.next(view)
      if (act) await bench.office.act(view.reference, act)
    }
    expect(bench.office.next(await bench.caseOf(key))).toBeNull()
  })
})

describe('too many calls', () => {
  it('are answered 429 with the seconds to wait', async () => {
    // a second that no other call fell into
    bench.still = Date.now() + bench.ahead + 60_000
    const answers = await Promise.all(Array.from({ length: 501 }, () => fetch(`${bench.url}/municipal/v1/ping`)))
    bench.still = null
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(1)
    expect(refused[0]!.headers.get('retry-after')).toBe('1')
  })
})

describe('an office that is killed', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'municipal-killed-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function start(): Promise<{ child: ChildProcess; url: string }> {
    const script = fileURLToPath(new URL('municipal-process.ts', import.meta.url))
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(child.stdout!, 'data')
    return { child, url: String(line).trim() }
  }

  it('knows after its restart what it answered before', async () => {
    const { child, url } = await start()
    const key = reference()
    const connect = (apiUrl: string) => bench.connect({ apiUrl })
    const call = () => ({ key, signal: AbortSignal.timeout(10_000) })
    const receipt = await connect(`${url}/municipal`).submit(certificateFiling(key), call())
    child.kill('SIGKILL')
    await once(child, 'exit')
    const again = await start()
    const adapter = connect(`${again.url}/municipal`)
    expect(await adapter.find(key, call())).toEqual([receipt])
    expect(await adapter.submit(certificateFiling(key), call())).toEqual(receipt)
    again.child.kill('SIGKILL')
    await once(again.child, 'exit')
  })
})
