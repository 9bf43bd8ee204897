import { describe, expect, it } from '@jest/globals'
import { chat } from '../chat.ts'
import { from, smallHub, smallMeta, text, until } from '../host.ts'
import { REAL } from '../real-catalogue.ts'
import { SMALL } from '../small-catalogue.ts'
import { channel } from '../small-channel.ts'
import { hub, wedding } from './kind-hub.ts'

describe('an answer that quotes an earlier question', () => {
  it('changes that answer, and what is open stays open', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    asha.taps('Hindu')
    const about = asha.replies()[0]!.text
    asha.writes('5/1/2020')
    expect(asha.sends({ type: 'text', text: '7 Feb 2021', about })).toMatch(/\*His name\*/)
    expect(asha.state().draft!.answers).toEqual({ act: 'HINDU', date: '2021-02-07' })
  })
  it('is told apart from the same question about somebody else by its heading', () => {
    const asha = wedding()
    const about = 'Witnesses 2\n*Name of the witness*\nExample: Sita'
    expect(asha.sends({ type: 'text', text: 'Meena', about })).toMatch(/please check/)
    expect(asha.state().draft!.answers).toMatchObject({ 'witnesses.0.name': 'Sita', 'witnesses.1.name': 'Meena' })
  })
  it('that cannot be read is asked for, with the reason', () => {
    const asha = wedding()
    expect(asha.sends({ type: 'text', text: 'soon', about: '*Day of the wedding*' })).toMatch(
      /a date that exists[\s\S]*\n\*Day of the wedding\*/,
    )
  })
  it('changes that answer though the question was put in another language', () => {
    const asha = wedding()
    const about = 'Witnesses 2\n*Name of the witness*\nExample: Sita'
    asha.writes('हिन्दी')
    asha.sends({ type: 'text', text: 'Meena', about })
    expect(asha.state().draft!.answers).toMatchObject({ 'witnesses.0.name': 'Sita', 'witnesses.1.name': 'Meena' })
  })
  it('of another service, or that is not asked any more, answers nothing else', () => {
    const asha = chat(REAL, hub())
    asha.writes('Copy of marriage record')
    const about = asha.replies()[0]!.text
    for (const text of ["Learner's licence", 'Car', 'go on', '1', '5/1/1990']) asha.writes(text)
    expect(asha.sends({ type: 'text', text: 'Central', about })).toMatch(
      /^That was an earlier question\. It is closed now\.\n\nAbout you\n\*Full name\*/,
    )
    expect(asha.state().draft!.answers).not.toHaveProperty(['holder.name'])
    expect(chat(REAL).sends({ type: 'text', text: 'SDM/CE/2019/42', about })).toMatch(/^That was an earlier question/)
    expect(chat(REAL, hub()).sends({ type: 'text', text: 'Birth certificate', about })).toMatch(/^Birth certificate\n/)
  })
  it('of a question that is open, or of anything else, is an answer like any other', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    asha.taps('Hindu')
    expect(asha.sends({ type: 'text', text: '5/1/2020', about: '*Day of the wedding*' })).toMatch(/\*His name\*/)
    expect(asha.sends({ type: 'text', text: 'Ravi', about: 'Hello!' })).toMatch(/\*His date of birth\*/)
  })
})

it('the channel finds what is quoted, and nothing that was said to somebody else', async () => {
  await using meta = await smallMeta()
  await using small = await smallHub()
  await using one = await channel(small, meta)
  await one.comes(text('Day pass'))
  await one.hears(/Your name/)
  await one.comes(text('Asha'))
  await one.hears(/Your name: Asha/)
  const sent = 'wamid.out.1'
  await until('its sending is recorded', () => small.host.store.channel.sentAs(sent))
  const quoting = (mobile: string, body: string) =>
    from({ type: 'text', text: { body }, context: { from: '1555', id: sent } }, mobile)
  await one.comes(quoting('919810012345', 'Asha Devi'))
  await one.hears(/Your name: Asha Devi/)
  await one.comes(quoting('919810000002', 'Ravi'))
  await one.hears(/I do not have that here|Is it one of these/, '+919810000002')
})
