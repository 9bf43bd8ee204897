/** What comes of an application: what the department holds of it, and the certificate in the chat. */
import { createHash } from 'node:crypto'
import { expect } from '@jest/globals'
import { type Answers, type ChatMessage, type Citizen, textOf } from '../citizen.ts'
import type { Paper } from '../papers.ts'
import { type Case, until, type World } from '../world.ts'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const isPaper = (given: unknown): given is Paper => typeof given === 'object' && given !== null && 'bytes' in given

/** The papers among answers, in the order of the questions. */
export const papersOf = (answers: Answers): Paper[] => Object.values(answers).flat().filter(isPaper)

/** The department holds these papers and no others, byte for byte. */
export async function expectPapers(world: World, department: string, filed: Case, papers: readonly Paper[]) {
  const held = await Promise.all(
    filed.documents.map((_, i) =>
      world.file(`${department}/cases/${encodeURIComponent(filed.reference)}/documents/${i}`),
    ),
  )
  const inOrder = (hashes: string[]) => hashes
  expect(inOrder(filed.documents.map((document) => document.sha256))).toEqual(
    inOrder(papers.map(({ bytes }) => sha256(bytes))),
  )
  for (const [i, bytes] of held.entries()) {
    const paper = papers.find((one) => sha256(one.bytes) === filed.documents[i]!.sha256)!
    expect(bytes.equals(paper.bytes)).toBe(true)
    expect(filed.documents[i]).toMatchObject({ mediaType: paper.mediaType, size: paper.bytes.length })
  }
}

/** The case, once the department holds this paper too. */
export const caseWith = (world: World, department: string, reference: string, paper: Paper): Promise<Case> =>
  until(`${paper.name} at the department`, async () => {
    const filed = await world.caseOf(reference, department)
    return filed.documents.some((document) => document.sha256 === sha256(paper.bytes)) && filed
  })

export async function clerkActs(world: World, department: string, reference: string, ...acts: string[]): Promise<void> {
  const filed = await world.caseOf(reference, department)
  for (const status of acts) await world.clerk(department, filed.reference, { status })
}

/** The certificate that comes to the chat next: as it was issued, and as its code says. */
export async function expectCertificate(
  world: World,
  citizen: Citizen,
  service: string,
  reference: string,
): Promise<ChatMessage> {
  const message = await citizen.hears((m) => fileIn(m) !== null)
  const bytes = await world.file(`whatsapp/media/${fileIn(message)!.id}`)
  const code = /\/verify\/([\w-]+)/.exec(textOf(message))?.[1]
  const { data } = await world.graphql(
    'query ($code: ID!) { verifyCertificate(code: $code) { valid sha256 issuedOn service { code } department { code } } }',
    { code },
  )
  const [department] = service.split('.')
  expect(data.verifyCertificate).toMatchObject({
    valid: true,
    sha256: sha256(bytes),
    service: { code: service },
    department: { code: department },
  })
  const filed = await world.caseOf(reference, department!)
  const issued = await world.file(`${department}/cases/${encodeURIComponent(filed.reference)}/certificate`)
  expect(bytes.equals(issued)).toBe(true)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  return message
}

/** The document of a message, or of a template's header. */
export function fileIn({ message }: ChatMessage): { id: string; filename: string } | null {
  if (message.type === 'document') return message.document
  const header = message.template?.components?.find((part: any) => part.type === 'header')
  return header?.parameters?.[0]?.document ?? null
}
