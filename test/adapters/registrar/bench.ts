/** The registrar's tables behind a real wire, for the adapter's tests: the sandbox's office, or a PostgreSQL server made from the contract. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Call, Filing, FilingDocument } from '../../../adapters/adapter.ts'
import type { Office, RudeMode } from '../../../sandbox/office.ts'
import { open } from '../../../sandbox/registrar/index.ts'

export interface OpenedOffice extends AsyncDisposable {
  readonly office: Office
  readonly url: string
  readonly calls: Record<string, number>
  readonly folder: string
  /** How the next calls go wrong; null for well. */
  rude(mode: RudeMode | null): void
}

export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'registrar-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The sandbox's registrar on a free port, in a folder of its own. */
export async function openRegistrar(folder = temporaryFolder().path): Promise<OpenedOffice> {
  const calls: Record<string, number> = {}
  let mode: RudeMode | null = null
  const office = await open({
    now: () => new Date(),
    folder,
    url: 'http://localhost:0',
    postgresPort: 0,
    hubUrl: 'http://localhost:0',
    secret: (name) => `secret/of ${name}`,
    count: (operation) => {
      calls[operation] = (calls[operation] ?? 0) + 1
    },
    rude: (changes) => (changes || !['lost-answer', 'duplicate', 'out-of-order'].includes(mode!) ? mode : null),
  })
  return {
    office,
    url: office.environment().REGISTRAR_DATABASE_URL!,
    calls,
    folder,
    rude: (next) => {
      mode = next
    },
    async [Symbol.asyncDispose]() {
      await office.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A call that ends after `ms`, which is more than a database in WebAssembly takes on a busy machine. */
export const call = (key = 'call', ms = 30_000): Call => ({ key, signal: AbortSignal.timeout(ms) })

let filed = 0
/** A hub's reference that no test used before. */
export const reference = (): string => `DWR-2026-${String(++filed).padStart(6, '0')}`

export function paper(path: string, content = `%PDF-1.4 ${path}`): FilingDocument {
  const bytes = Buffer.from(content)
  return {
    id: path,
    path,
    name: `${path}.pdf`,
    mediaType: 'application/pdf',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    read: async () => bytes,
  }
}

const address = { line: '12, गली 3, Laxmi Nagar', town: 'Delhi', pinCode: '110092' }
export const groom = {
  name: "विजय ओ'ब्रायन",
  fatherName: 'R. Subramaniam',
  dateOfBirth: '1990-01-05',
  religion: 'SIKH',
  statusBefore: 'DIVORCED',
  occupation: 'Teacher',
  address,
  mobile: '+919810012345',
}
export const bride = { ...groom, name: 'Asha', motherName: 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ', statusBefore: 'UNMARRIED', religion: 'HINDU' }
const witness = { name: 'فریدہ', age: 40, relation: 'FRIEND', address }

export function marriageFiling(
  changes: { reference?: string; input?: object; documents?: readonly FilingDocument[] } = {},
): Filing {
  return {
    service: 'registrar.marriage',
    reference: changes.reference ?? reference(),
    submittedAt: '2026-01-05T10:00:00Z',
    input: {
      act: 'SPECIAL_MARRIAGE_ACT',
      date: '2024-02-14',
      place: "St. Thomas' Church, Mandir Marg",
      district: 'CENTRAL',
      citizenship: 'BOTH',
      residence: 'BRIDE',
      groom,
      bride,
      nameChange: 'BRIDE',
      brideNewName: "Asha O'Brien",
      witnesses: [witness, { ...witness, name: 'Om', fatherName: 'Hari' }, { ...witness, relation: 'RELATIVE' }],
      office: 'CE01',
      ...changes.input,
    },
    documents:
      changes.documents ??
      ['groom.photograph', 'groomDivorceDecree', 'witnesses.2.identity', 'ceremonyProof'].map((path) => paper(path)),
    fee: 1150,
    mobile: '+919810012345',
  }
}

export function copyFiling(input: object = {}): Filing {
  return {
    service: 'registrar.marriage-copy',
    reference: reference(),
    submittedAt: '2026-01-05T10:00:00Z',
    input: {
      registrationNumber: 'sdm/ce/2019/42',
      year: 2019,
      district: 'CENTRAL',
      groomName: 'Ramesh Kumar',
      brideName: 'Sunita Devi',
      ...input,
    },
    documents: [paper('identity')],
    fee: 50,
    mobile: '+919810098765',
  }
}

/** Asks again until the answer passes. */
export async function until<T>(ask: () => Promise<T>, passes: (answer: T) => unknown, ms = 10_000): Promise<T> {
  const end = Date.now() + ms
  for (;;) {
    const answer = await ask()
    if (passes(answer)) return answer
    if (Date.now() > end) throw new Error(`not reached: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
