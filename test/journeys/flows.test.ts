/** The same questions in a form of WhatsApp's own: offered, filled in, and gone on with in the chat. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { servicesOf } from '../../subgraphs/whatsapp/catalogue.ts'
import { planOf } from '../../subgraphs/whatsapp/flows/plan.ts'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { type Citizen, textOf, titlesOf } from './citizen.ts'
import { Form, isoOf } from './form.ts'
import { until, World } from './world.ts'

const SERVICE = 'registrar.marriage'
const all = servicesOf(readCatalogue())
const WITH_FORM = all.flatMap((service) => (planOf(service) ? [service.code] : []))
const isForm = ({ message }: any): boolean => message.interactive?.type === 'flow'

async function opens(world: World, asha: Citizen, title: string): Promise<Form> {
  await asha.says(title)
  const offer = await asha.hears(/one by one/)
  expect(titlesOf(offer)).toEqual(['One by one', 'Fill a form'])
  await asha.presses('Fill a form')
  return new Form(world, await asha.hears(isForm)).opens()
}

describe('where WHATSAPP_FLOWS is on', () => {
  let world: World
  beforeAll(async () => {
    world = await World.open({ WHATSAPP_FLOWS: 'on' })
  })
  afterAll(() => world[Symbol.asyncDispose]())

  it('a couple fills in the form, is told on its screen what is wrong, sends the papers in the chat, and gets the certificate', async () => {
    const asha = world.citizen()
    const { title, questions } = await asha.questions(SERVICE)
    const form = await opens(world, asha, title)
    const groomBorn = questions.find(({ path }) => path === 'groom.dateOfBirth')!
    const first = form.screen.id
    const day = questions.find(({ path }) => path === 'date')!
    await form.submits({ [day.label]: isoOf(day.example!) })
    expect(form.error).toBeNull()
    expect(form.screen.id).not.toBe(first)

    // he is not 21 on the day of the marriage
    const groom = form.screen.id
    await form.submits({ [groomBorn.label]: '2010-01-05' })
    expect(form.screen.id).toBe(groom)
    expect(form.error).toMatch(/check/)
    expect(form.data.problem).toMatch(new RegExp(`^${groomBorn.label}.*21`))
    expect(Object.values(form.data.error_messages)).toEqual(['Please check this'])
    await form.submits()
    expect(form.screen.id).not.toBe(groom)
    for (let screens = 0; !form.sent; screens++) {
      expect(screens).toBeLessThan(10)
      if (form.data.summary) expect(form.data.summary).toMatch(/Kiran/)
      await form.submits()
    }

    // the chat asks what is left, papers first of all, and nothing that the form has asked
    const asked = new Set<string>()
    let put = await asha.asked(questions)
    expect(put.text).toMatch(/your form has come/)
    while (!put.titles.includes('Send')) {
      if (put.question) {
        asked.add(put.question.path)
        await asha.answers(put.question, put)
      } else await asha.presses(put.titles[0]!)
      put = await asha.asked(questions)
    }
    const types = new Set([...asked].map((path) => questions.find((one) => one.path === path)!.type))
    expect([...types].sort()).toEqual(['CHOICE', 'DOCUMENT'])
    expect(asked.has('groom.name')).toBe(false)
    const reference = await asha.agrees()
    const filed = await world.caseOf(reference, 'registrar')
    expect(JSON.stringify(filed.fields)).toMatch(/Kiran/)
    await world.clerk('registrar', filed.reference, { status: 'approved' })
    await asha.hears(({ message }) => message.type === 'document')
  }, 120_000)

  it.each(WITH_FORM)(
    '%s is finished by a form of examples and by what the chat asks besides',
    async (service) => {
      const asha = world.citizen()
      const { title, questions } = await asha.questions(service)
      const form = await opens(world, asha, title)
      const days = questions.flatMap(({ type, label, example }) =>
        type === 'DATE' ? [[label, isoOf(example!)] as const] : [],
      )
      for (let screens = 0; !form.sent; screens++) {
        expect([screens < 10, form.data.problem ?? '—']).toEqual([true, '—'])
        await form.submits(Object.fromEntries(days))
      }
      const plan = planOf(all.find(({ code }) => code === service)!)!
      const ofForm = plan.screens.flatMap((screen) => screen.fields.map(({ question }) => question.path))
      let put = await asha.asked(questions)
      for (; !put.titles.includes('Send'); put = await asha.asked(questions)) {
        const { question } = put
        expect(ofForm).not.toContain(question?.path)
        if (question) await asha.answers(question, put)
        else await asha.presses(put.titles[0]!)
      }
      expect(await asha.agrees()).toMatch(/^DWR-/)
    },
    60_000,
  )

  it('whatever is written while it is open goes on one by one, from what the form has kept', async () => {
    const asha = world.citizen()
    const { title, questions } = await asha.questions(SERVICE)
    const form = await opens(world, asha, title)
    await form.submits()
    await asha.says('what now?')
    const { question } = await asha.asked(questions)
    expect(question!.path).toBe('groom.name')
    await asha.says('cancel')
    await asha.hears(/deleted/)
    await form.submits()
    expect(form.void).toBe(true)
    expect(form.error).toMatch(/no longer open/)
  })

  it('a form that Meta blocks is answered with the steps, and not offered for a while', async () => {
    const asha = world.citizen()
    const { title } = await asha.questions('municipal.birth-certificate')
    await asha.says(title)
    await asha.hears(/one by one/)
    const forms: any[] = await world.control('whatsapp/flows')
    const { name } = forms.find((one) => /birth_certificate_en/.test(one.name))
    await world.control('whatsapp/flows', { name, status: 'BLOCKED' })
    await asha.presses('Fill a form')
    const closed = await asha.hears(/cannot be opened/)
    await asha.presses(titlesOf(closed)[0]!)
    await asha.hears(/\*/)
    const ravi = world.citizen()
    await ravi.says(title)
    expect(textOf(await ravi.hears())).toMatch(/\*/)
    await world.control('clock', { advance: '2h' })
    const meena = world.citizen()
    await meena.says(title)
    await meena.hears(/one by one/)
  })

  it('a form sent twice is taken once', async () => {
    const asha = world.citizen()
    const { title, questions } = await asha.questions('municipal.child-name')
    const form = await opens(world, asha, title)
    const born = questions.find(({ type }) => type === 'DATE')!
    while (!form.sent) await form.submits({ [born.label]: isoOf(born.example!) })
    const reply = await until('the form in the chat', async () =>
      (await asha.chat()).find(({ message }) => message.interactive?.type === 'nfm_reply'),
    )
    await asha.hears(/form has come/)
    const { interactive, context } = reply.message
    await world.control('whatsapp/messages', { from: asha.mobile, raw: { type: 'interactive', interactive, context } })
    await asha.hears(/have this form already/)
    await form.opens()
    expect(form.void).toBe(true)
  })
})

it('where it is not on, nothing is offered and nothing answers there', async () => {
  await using world = await World.open()
  const asha = world.citizen()
  const { title } = await asha.questions(SERVICE)
  await asha.says(title)
  expect(textOf(await asha.hears())).toMatch(/\*.+\*/)
  const response = await fetch(`${world.url}/webhooks/whatsapp/flows`, { method: 'POST', body: '{}' })
  expect(response.status).toBe(404)
})
