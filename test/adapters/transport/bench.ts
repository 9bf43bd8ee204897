import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Call, Filing, FilingDocument } from '../../../adapters/adapter.ts'
import { adapter as module, type TransportAdapter } from '../../../adapters/transport/index.ts'
import type { Office, RudeMode } from '../../../sandbox/office.ts'
import { open } from '../../../sandbox/transport/index.ts'

const CHANGES_ONLY: readonly RudeMode[] = ['lost-answer', 'duplicate', 'out-of-order']

export interface Bench extends AsyncDisposable {
  readonly office: Office
  readonly adapter: TransportAdapter
  readonly url: string
  readonly calls: Record<string, number>
  /** ms that the sandbox's clock is ahead. */
  ahead: number
  /** The misbehaviour of every call from now on. */
  rude: RudeMode | null
  /** Ends the office without ceremony and opens it anew in the same folder. */
  reopen(): Promise<void>
}

export async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'transport-'))
  const secret = randomBytes(16).toString('hex')
  let office: Office | null = null
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://sandbox').pathname.slice('/transport'.length)
    Promise.resolve(office!.handle(request, response, path)).catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, listening))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const opened = () =>
    open({
      now: () => new Date(Date.now() + bench.ahead),
      folder,
      url,
      postgresPort: 0,
      hubUrl: 'http://localhost:9',
      secret: () => secret,
      count: (operation) => {
        bench.calls[operation] = (bench.calls[operation] ?? 0) + 1
      },
      rude: (changes) => (bench.rude && (changes || !CHANGES_ONLY.includes(bench.rude)) ? bench.rude : null),
    })
  const bench = {
    url,
    calls: {} as Record<string, number>,
    ahead: 0,
    rude: null as RudeMode | null,
    get office() {
      return office!
    },
    adapter: null as unknown as TransportAdapter,
    async reopen() {
      office = await opened()
    },
    async [Symbol.asyncDispose]() {
      await bench.adapter.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await office!.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  office = await opened()
  bench.adapter = module.create(office.environment())
  return bench
}

/** A call with its own deadline. */
export const within = (ms = 20_000, key = 'DWR-2026-000001'): Call => ({ key, signal: AbortSignal.timeout(ms) })

export function document(
  path: string,
  bytes: Uint8Array,
  name = `${path}.jpg`,
  mediaType = 'image/jpeg',
): FilingDocument {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id: path, path, name, mediaType, size: bytes.byteLength, sha256, read: async () => bytes }
}

const HOLDER = {
  name: 'Asha Devi',
  relativeName: 'Ram Prakash',
  gender: 'FEMALE',
  bloodGroup: 'AB_NEGATIVE',
  address: { line: '12, Gali 3, Laxmi Nagar', town: 'Delhi', pinCode: '110092' },
  permanentAddressSame: true,
  identificationMark: 'Mole on the left cheek',
  organDonor: true,
}
export const INPUTS = {
  'transport.learner-licence': {
    classes: ['MCWG', 'LMV'],
    office: 'DL-04',
    dateOfBirth: '1990-01-05',
    holder: HOLDER,
    fit: true,
    testLanguage: 'HINDI',
  },
  'transport.driving-licence': {
    dateOfBirth: '1990-01-05',
    learnerLicenceNumber: 'DL-0420250012345',
    classes: ['LMV'],
    office: 'DL-04',
    slot: '',
    holder: HOLDER,
    fit: true,
  },
  'transport.licence-renewal': {
    dateOfBirth: '1990-01-05',
    licenceNumber: 'DL 04 2011 0149646',
    office: 'DL-09',
    holder: HOLDER,
    fit: true,
  },
} as const

/** An application of a service with changes to its input. */
export function filing(
  service: keyof typeof INPUTS,
  change: Record<string, unknown> = {},
  rest: Partial<Filing> = {},
): Filing {
  return {
    service,
    reference: 'DWR-2026-000001',
    submittedAt: new Date().toISOString(),
    input: { ...INPUTS[service], ...change },
    documents: [document('photograph', randomBytes(2000)), document('signature', randomBytes(500))],
    fee: 350,
    mobile: '+919810012345',
    ...rest,
  }
}
export const holder = (change: Record<string, unknown>) => ({ holder: { ...HOLDER, ...change } })

/** A server that answers each request as it is told. */
export async function openLiar(answer: (request: IncomingMessage, body: string, response: ServerResponse) => void) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    answer(request, Buffer.concat(chunks).toString(), response)
  })
  await new Promise<void>((listening) => server.listen(0, listening))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
