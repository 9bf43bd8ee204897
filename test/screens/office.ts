/** A small department, to have something on a desk. */
import { createHash } from 'node:crypto'
import type { CaseView, ClerkAct, Office } from '../../sandbox/office.ts'

/** 2 × 2 pixels. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNkYPj/n4GBgYGJAQoAHQYCAiBZ3UUAAAAASUVORK5CYII=',
  'base64',
)
export const PAPER = Buffer.from('%PDF-1.4\n% as issued\n')

const FILES = [
  { name: 'identity.png', mediaType: 'image/png', bytes: PICTURE },
  { name: 'उद्घोषणा.pdf', mediaType: 'application/pdf', bytes: PAPER },
]

const described = ({ name, mediaType, bytes }: (typeof FILES)[number]) => ({
  name,
  mediaType,
  size: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

const FIRST: CaseView = {
  reference: 'MRG/2026/17',
  key: 'DWR-2026-000001',
  service: 'records.marriage',
  status: 'received',
  fields: {
    dateOfMarriage: '2026-02-14',
    groom: { name: "रवि O'Neill", statusBefore: 'never married', address: { line: '12, Mall Road', pin: '110054' } },
    witnesses: [{ name: 'Sunita' }, { name: '<img src=x onerror=alert(1)>' }],
    HOUSE_NO: '',
  },
  documents: FILES.map(described),
}

/** An office with two cases; `acts` is what its clerk did. */
export function smallOffice(acts: ClerkAct[]): Office {
  const cases: CaseView[] = [
    FIRST,
    { ...FIRST, reference: 'MRG/2026/18', key: 'DWR-2026-000002', status: 'rejected', documents: [] },
  ]
  return {
    name: 'records',
    title: 'Office of Records',
    handle: (_request, response) => void response.writeHead(404).end(),
    environment: () => ({}),
    cases: async () => cases,
    oneCase: async (name) => cases.find(({ reference, key }) => name === reference || name === key) ?? null,
    document: async (_reference, index) => FILES[index] ?? null,
    certificate: async () => ({ name: 'certificate.pdf', bytes: PAPER }),
    async act(reference, act) {
      if (act.action?.due === '2020-01-01') throw new Error('the day lies in the past')
      acts.push(act)
      const at = cases.findIndex((one) => one.reference === reference)
      cases[at] = { ...cases[at]!, status: act.status }
    },
    next: () => null,
    close: async () => {},
  }
}
