/** Papers from real life on their way from a phone to the office: sideways, with a place, of a newer phone, blurred, locked. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { blurred, photograph, written } from '../whatsapp/papers/pictures.ts'
import { type Citizen, textOf } from './citizen.ts'
import { type Paper, pdf } from './papers.ts'
import { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.open({ WHATSAPP_PICTURES_MS: '1000' })
})
afterAll(() => world[Symbol.asyncDispose]())

const SERVICE = 'transport.learner-licence'
const jpeg = (name: string, bytes: Buffer): Paper => ({ name, mediaType: 'image/jpeg', bytes })

/** Answers all that is asked, each time with the next paper that is meant for it; what was heard when a paper was asked for again. */
async function applies(asha: Citizen, papers: Readonly<Record<string, readonly Paper[]>>) {
  const { title, questions } = await asha.questions(SERVICE)
  const given: Record<string, number> = {}
  const askedAgain: string[] = []
  await asha.says(title)
  for (;;) {
    const asked = await asha.asked(questions)
    if (!asked.question) {
      if (asked.titles[0] === 'Send') break
      await asha.presses(asked.titles[0]!)
      continue
    }
    const { path } = asked.question
    const count = given[path] ?? 0
    if (count && papers[path]) askedAgain.push(asked.text)
    given[path] = count + 1
    await asha.answers(asked.question, asked, papers[path]?.[count])
    if (papers[path]?.[count]) await world.control('clock', { advance: '5m' })
  }
  return { askedAgain, reference: await asha.agrees() }
}

function locked(): Promise<Buffer> {
  const document = new PDFDocument({ userPassword: 'secret' })
  const chunks: Buffer[] = []
  document.on('data', (chunk) => chunks.push(chunk))
  const done = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
  document.end()
  return done
}

it('reach the office upright, readable, without their place, under harmless names; the citizen hears what is wrong with one', async () => {
  const shaken = jpeg('shaken.jpg', await blurred(1200, 900))
  const heic = readFileSync(new URL('../whatsapp/papers/samples/photograph.heic', import.meta.url))
  const bill = pdf('bill')
  const { askedAgain, reference } = await applies(world.citizen(), {
    photograph: [jpeg('me.jpg', await photograph(400, 300, 6))],
    signature: [{ name: '../../IMG_0007.HEIC', mediaType: 'image/heic', bytes: heic }],
    proofOfAge: [shaken, shaken],
    proofOfAddress: [
      { name: 'aadhaar.pdf', mediaType: 'application/pdf', bytes: await locked() },
      { name: 'bill.pdf', mediaType: 'application/pdf', bytes: await written(300, 200).png().toBuffer() },
      bill,
    ],
  })
  expect(askedAgain).toEqual([
    expect.stringMatching(/hard to read/),
    expect.stringMatching(/has a password/),
    expect.stringMatching(/not what it says/),
  ])

  const filed = await world.caseOf(reference, 'transport')
  const files = await Promise.all(
    filed.documents.map((_, i) => world.file(`transport/cases/${encodeURIComponent(filed.reference)}/documents/${i}`)),
  )
  expect(filed.documents.map(({ mediaType }) => mediaType)).toEqual([
    ...['image/jpeg', 'image/jpeg', 'image/jpeg', 'application/pdf'],
  ])
  for (const { name } of filed.documents) expect(name).toMatch(/^[^/\\]+\.(jpg|jpeg|pdf)$/)
  const [face, signature, age, address] = files as [Buffer, Buffer, Buffer, Buffer]
  expect(await sharp(face).metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 400 })
  expect(await sharp(signature).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 })
  expect(age.equals(shaken.bytes) && address.equals(bill.bytes)).toBe(true)
  for (const picture of [face, signature, age]) expect((await sharp(picture).metadata()).exif).toBeUndefined()
})

/** Answers what is asked until a paper is wanted at `path`; that question. */
async function comesTo(asha: Citizen, path: string) {
  const { title, questions } = await asha.questions(SERVICE)
  await asha.says(title)
  for (;;) {
    const asked = await asha.asked(questions)
    if (asked.question?.path === path) return { asked, questions }
    if (asked.question) await asha.answers(asked.question, asked)
    else await asha.presses(asked.titles[0]!)
  }
}
/** Answers the rest and sends it off; the case, with the bytes of its papers. */
async function ends(asha: Citizen, questions: Awaited<ReturnType<Citizen['questions']>>['questions']) {
  for (;;) {
    const asked = await asha.asked(questions)
    if (asked.titles[0] === 'Send') break
    if (asked.question) await asha.answers(asked.question, asked)
    else await asha.presses(asked.titles[0]!)
  }
  const filed = await world.caseOf(await asha.agrees(), 'transport')
  const file = (i: number) => world.file(`transport/cases/${encodeURIComponent(filed.reference)}/documents/${i}`)
  return { filed, files: await Promise.all(filed.documents.map((_, i) => file(i))) }
}
/** Sizes of the pictures in a PDF, one a page. */
const pagesOf = (bytes: Buffer): string[] =>
  [...bytes.toString('latin1').matchAll(/\/Width (\d+)\/Height (\d+)/g)].map(([, w, h]) => `${w} × ${h}`)

it('of the two sides of a paper and its cover, sent in one go, reach the office as one document of three pages', async () => {
  const asha = world.citizen()
  const { questions } = await comesTo(asha, 'proofOfAge')
  const sides = [await photograph(300, 400), await photograph(320, 420), await photograph(340, 440)].map((bytes, i) =>
    jpeg(`side-${i}.jpg`, bytes),
  )
  for (const side of sides) await asha.sends(side)
  const label = questions.find(({ path }) => path === 'proofOfAge')!.label
  const received = await asha.hears(`${label}: 3 pages received.`)
  expect(textOf(received)).toMatch(/\n\*.+\*\n/)
  await asha.answers(questions.find(({ path }) => path === 'proofOfAddress')!, { titles: [] }, pdf('bill'))
  const { filed, files } = await ends(asha, questions)
  expect(filed.documents).toHaveLength(4)
  expect(files.map((bytes) => pagesOf(bytes))).toEqual([[], [], ['300 × 400', '320 × 420', '340 × 440'], []])
})

it('of a paper that is sent before anything is asked is its answer by one tap', async () => {
  const asha = world.citizen()
  await asha.sends(jpeg('me.jpg', await photograph(360, 480)))
  await asha.hears(/^No paper is asked for just now\. We keep this one for a day/)
  const { asked, questions } = await comesTo(asha, 'photograph')
  await asha.presses(asked.titles[0]!)
  const { files } = await ends(asha, questions)
  expect(await sharp(files[0]!).metadata()).toMatchObject({ format: 'jpeg', width: 360, height: 480 })
})

it('are fetched in the end though the address of one has expired when the hub comes to it', async () => {
  const asha = world.citizen()
  const { title, questions } = await asha.questions(SERVICE)
  await asha.says(title)
  let asked = await asha.asked(questions)
  while (asked.question?.type !== 'DOCUMENT') {
    if (asked.question) await asha.answers(asked.question, asked)
    else await asha.presses(asked.titles[0]!)
    asked = await asha.asked(questions)
  }
  await world.hub!.close()
  await asha.sends(jpeg('me.jpg', await photograph(400, 300)))
  await world.control('clock', { advance: '10m' })
  await world.startHub()
  const next = await asha.asked(questions)
  expect([next.question?.path === asked.question.path, next.text]).toEqual([false, expect.not.stringMatching(/again/)])
})
