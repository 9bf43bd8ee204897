/** Papers from real life on their way from a phone to the office: sideways, with a place, of a newer phone, blurred, locked. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { blurred, photograph, written } from '../whatsapp/papers/pictures.ts'
import type { Citizen } from './citizen.ts'
import { type Paper, pdf } from './papers.ts'
import { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.open()
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
