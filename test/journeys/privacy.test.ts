/** What a hub leaves behind in its log and on its disk while people use it, and while much goes wrong. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import type { Given, Question } from './citizen.ts'
import { clerkActs, misbehaves, reaches } from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { photo } from './papers.ts'
import { worldWithHubProcess } from './processes.ts'

let world: Awaited<ReturnType<typeof worldWithHubProcess>>
beforeAll(async () => {
  world = await worldWithHubProcess({ LOG_LEVEL: 'info' })
})
afterAll(async () => {
  await world.hubProcess.kill()
  await world[Symbol.asyncDispose]()
})

/** A service that asks for a name, a date of birth and an address, and looks nothing up. */
const SERVICE = readCatalogue().services.find(
  (one) =>
    ['name', 'dateOfBirth', 'line'].every((part) => one.questions.some(({ path }) => path.endsWith(part))) &&
    !JSON.stringify(one.questions).includes('slot') &&
    one.questions.every(({ path }) => !path.includes('[]')),
)!
const LATIN = 'Zubaida Qvaxtel'
const RELATIVE = 'ज़रीना क्वैक्सटेल'
const ADDRESS = '77 Vyxkal Enclave'
const TOWN = 'Wexpur Kalan'
const BORN = ['17/3/1991', '1991-03-17', '17 March 1991', '17.03.1991', '19910317']
const FILE_NAME = 'identity-of-qvaxtel'
const CAPTION = 'qvaxtel photo'

/** Each kind of text has a value of its own, so that it is known again. */
function givenTo({ path, type, accepts }: Question): Given | undefined {
  if (/relative|father|mother/i.test(path)) return RELATIVE
  if (/name$/i.test(path)) return LATIN
  if (path.endsWith('dateOfBirth')) return BORN[0]!
  if (path.endsWith('.line')) return ADDRESS
  if (path.endsWith('.town')) return TOWN
  if (type === 'DOCUMENT' && (!accepts || accepts.some((one) => one.startsWith('image/')))) return photo(FILE_NAME)
  return undefined
}

async function bytesUnder(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const own = found.filter((name) => !name.startsWith(join(folder, 'sandbox')))
  return Promise.all(own.map(async (name) => ({ name, bytes: await readFile(name) })))
}

it('no name, number, date, address or file of a citizen stands in the log or on the disk', async () => {
  const asha = world.citizen('919876501234')
  const token = await world.token({ citizen: asha.mobile })
  const { questions } = await asha.questions(SERVICE.code)
  const answers = Object.fromEntries(questions.flatMap((one) => [[one.path, givenTo(one)]].filter(([, v]) => v)))
  const reference = await asha.appliesFor(SERVICE.code, answers)
  const { fields } = await world.caseOf(reference, SERVICE.department)
  expect(JSON.stringify(fields)).toContain(LATIN)

  const form = await exampleInput(world, SERVICE.code, token)
  // what is wrong is logged: the department's nonsense, Meta's errors, a file that cannot be had, an operation that is none
  for (const mode of ['garbage', 'fault', 'half'] as const) {
    await misbehaves(world, SERVICE.department, mode)
    await world.graphql(
      'query ($c: ID!, $a: JSON!) { service(code: $c) { facts(answers: $a) questions { options(answers: $a) { value } } } }',
      { c: SERVICE.code, a: form.input },
      token,
    )
  }
  await misbehaves(world, SERVICE.department, null)
  await world.control('whatsapp/rude', { mode: 131000, rate: 1, seed: 3 })
  await asha.says(`${LATIN} ${ADDRESS} ${asha.mobile}`)
  await world.control('whatsapp/messages', {
    from: asha.mobile,
    raw: { type: 'document', document: { id: '404', filename: `${FILE_NAME}.pdf`, caption: CAPTION } },
  })
  await world.control('whatsapp/rude', { mode: null })
  const wrong = await files(world, { ...form, input: { ...form.input, [questions[0]!.path]: LATIN } }, token)
  expect(JSON.stringify(wrong.errors ?? wrong.data)).not.toContain(LATIN)
  await world.graphql(`{ me { name: "${LATIN}" } }`, {}, token)

  await clerkActs(world, SERVICE.department, reference, { status: 'approved', reason: `${LATIN} is known to us` })
  await reaches(world, token, reference, 'CERTIFIED')
  await asha.hears((message) => message.message.type === 'document')

  const secrets = [
    LATIN,
    'Qvaxtel',
    'qvaxtel',
    RELATIVE,
    'क्वैक्सटेल',
    ADDRESS,
    'Vyxkal',
    TOWN,
    asha.mobile,
    asha.mobile.slice(2),
    ...BORN,
  ]
  const output = world.hubProcess.output()
  expect(output).toMatch(/did not answer/)
  expect(secrets.filter((secret) => output.includes(secret))).toEqual([])
  const kept = await bytesUnder(world.folder)
  expect(kept.some(({ name }) => name.endsWith('.sqlite'))).toBe(true)
  const found = kept.flatMap(({ name, bytes }) =>
    secrets.filter((one) => bytes.includes(one)).map((one) => [name, one]),
  )
  expect(found).toEqual([])
  const pages = await Promise.all(
    ['readyz', 'metrics', 'healthz'].map(async (page) => (await fetch(`${world.url}/${page}`)).text()),
  )
  expect(secrets.filter((secret) => pages.join().includes(secret))).toEqual([])
}, 240_000)
