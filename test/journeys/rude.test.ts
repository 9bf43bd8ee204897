import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  casesWith,
  clerkActs,
  DEPARTMENTS,
  IMPATIENT,
  type Mode,
  misbehaves,
  nothingOwed,
  reaches,
  SERVICES,
  seen,
} from './departments.ts'
import { exampleInput, type Form, files } from './filing.ts'
import { JPEG, PDF, PNG } from './papers.ts'
import { until, World } from './world.ts'

const MODES: readonly Mode[] = [
  'unavailable',
  'slow',
  'hang',
  'fault',
  'garbage',
  'half',
  'lost-answer',
  'duplicate',
  'out-of-order',
]
const CITIZENS = 2
const LIFE = ['SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'APPROVED', 'CERTIFIED']
const PAPERS = [JPEG, PDF, PNG].map((bytes) => createHash('sha256').update(bytes).digest('hex'))

let world: World
beforeAll(async () => {
  world = await World.open(IMPATIENT)
})
afterAll(() => world[Symbol.asyncDispose]())

interface Applicant {
  readonly department: string
  readonly token: string
  readonly form: Form
}
interface Filed extends Applicant {
  readonly reference: string
}

async function applicants(): Promise<Applicant[]> {
  const found: Applicant[] = []
  for (const department of DEPARTMENTS)
    for (let i = 0; i < CITIZENS; i++) {
      const token = await world.token({ citizen: world.citizen().mobile })
      found.push({ department, token, form: await exampleInput(world, SERVICES[department]!, token) })
    }
  return found
}

async function acknowledged(applicant: Applicant): Promise<Filed> {
  const { data, errors } = await files(world, applicant.form, applicant.token)
  expect([errors, data?.apply.__typename]).toEqual([undefined, 'Application'])
  return { ...applicant, reference: data.apply.reference }
}

/** All words that were answered, as the department's record must have them. */
function words(input: unknown): string[] {
  if (typeof input === 'string')
    return /^\p{L}[\p{L}\p{M}' .]+$/u.test(input) && !/^[A-Z_]+$/.test(input) ? [input] : []
  return typeof input === 'object' && input !== null ? Object.values(input).flatMap(words) : []
}

async function everyMode(rate: number, mode: Mode | null): Promise<void> {
  for (const department of DEPARTMENTS) await misbehaves(world, department, mode, rate)
}

describe('departments that misbehave', () => {
  for (const mode of MODES)
    it(`${mode}: every application that was acknowledged has one case, its history in order, and its certificate`, async () => {
      const all = await applicants()
      await everyMode(1, mode)
      const filed = await Promise.all(all.map(acknowledged))
      await until('each to be tried, or received', async () => {
        const effects = await Promise.all(filed.map((f) => world.hub!.store.applications.effectsOf(f.reference)))
        return effects.every(([submit]) => !submit || submit.attempts > 1)
      })
      await everyMode(0.25, mode)
      for (const { department, reference } of filed) {
        await clerkActs(world, department, reference, { status: 'in_review' })
        await clerkActs(world, department, reference, { status: 'approved' })
      }
      await everyMode(0, null)

      for (const { department, token, reference, form } of filed) {
        await reaches(world, token, reference, 'CERTIFIED')
        const { statuses } = await seen(world, token, reference)
        expect(statuses).toEqual(LIFE.filter((status) => statuses.includes(status)))
        const cases = await casesWith(world, department, reference)
        expect(cases).toHaveLength(1)
        const fields = JSON.stringify(cases[0]!.fields).toLowerCase()
        for (const word of words(form.input)) expect(fields).toContain(word.toLowerCase())
        for (const { sha256 } of cases[0]!.documents) expect(PAPERS).toContain(sha256)
      }
      await nothingOwed(world)
    }, 90_000)
})
