import { describe, expect, it } from '@jest/globals'
import { chat } from '../chat.ts'
import { SMALL } from '../small-catalogue.ts'
import { hub, wedding } from './kind-hub.ts'

const view = (reference: string, title: string) => ({
  reference,
  service: 'office.wedding',
  title,
  status: 'IN_REVIEW',
  restricted: false,
  due: null,
  history: [{ status: 'SUBMITTED', at: '2026-03-01T10:00:00Z', reason: null }],
  action: null,
  certificate: null,
})

describe('an answer that was given before', () => {
  it('is offered as one tap, and never filled in', () => {
    let filed = 0
    const changes = {
      file: () => ({ type: 'filed', outcome: { is: 'filed', reference: `DWR-2026-00000${++filed}` } }),
    }
    const asha = wedding(changes)
    asha.taps('Send')
    asha.writes('Wedding')
    asha.taps('Hindu')
    expect(asha.choices().map(({ title }) => title)).toEqual(['5 January 2020'])
    asha.writes('7 Feb 2021')
    expect(asha.choices().map(({ title }) => title)).toEqual(['रवि'])
    expect(asha.state().draft!.answers).toEqual({ act: 'HINDU', date: '2021-02-07' })
    expect(asha.taps('रवि')).toMatch(/\*His date of birth\*/)
    expect(asha.state().draft!.answers).toMatchObject({ 'groom.name': 'रवि' })
  })
  it('is not offered twice in one list', () => {
    const asha = wedding()
    asha.taps('Send')
    wedding({}, asha)
    asha.writes('back')
    expect(asha.state().remembered['PersonName name of the witness']).toEqual(['Gita', 'Sita'])
    asha.writes('cancel')
    asha.writes('Wedding')
    asha.taps('Hindu')
    asha.taps('5 January 2020')
    asha.taps('रवि')
    asha.taps('1 February 1990')
    asha.taps('No')
    expect(asha.choices().map(({ title }) => title)).toEqual(['Gita', 'Sita'])
    asha.taps('Sita')
    expect(asha.choices().map(({ title }) => title)).toEqual(['Gita'])
  })
  it('that is too long for a button’s id comes whole', () => {
    const asha = wedding()
    asha.taps('Send')
    const long = `${'Asha '.repeat(19)}Devi`
    asha.put({ ...asha.state(), remembered: { 'PersonName name of the child': [long] } })
    asha.writes('Birth certificate')
    asha.presses(asha.choices()[0]!.id)
    expect(asha.state().draft!.answers).toEqual({ name: long })
  })
  it('belongs to this chat alone', () => {
    wedding().taps('Send')
    const other = chat(SMALL, hub())
    other.writes('Wedding')
    other.taps('Hindu')
    expect(other.choices()).toEqual([])
  })
})

describe('a phone that several people share', () => {
  it('tells whose each application is', () => {
    const mine = [view('DWR-2026-000001', 'Wedding'), view('DWR-2026-000002', 'Birth certificate')]
    const asha = chat(SMALL, hub({ applications: () => ({ type: 'applications', applications: mine }) }))
    const sent = (reference: string, person: string) => ({ key: reference, reference, person })
    asha.put({ ...asha.state(), sent: [sent('DWR-2026-000001', 'Ravi'), sent('DWR-2026-000002', 'Asha')] })
    expect(asha.writes('status')).toMatch(/^Whose application is it\?/)
    expect(asha.choices().map(({ description }) => description)).toEqual([
      'Ravi · DWR-2026-000001 · Being checked',
      'Asha · DWR-2026-000002 · Being checked',
    ])
  })
  it('is asked nothing where all are of one', () => {
    const mine = [view('DWR-2026-000001', 'Wedding'), view('DWR-2026-000002', 'Wedding')]
    const asha = chat(SMALL, hub({ applications: () => ({ type: 'applications', applications: mine }) }))
    expect(asha.writes('status')).toMatch(/^Your applications/)
    expect(asha.choices()[0]!.description).toBe('DWR-2026-000001 · Being checked')
  })
  it('hears the name with each application that was sent from it', () => {
    const asha = wedding({
      application: (of: any) => ({
        type: 'application',
        of,
        application: view('DWR-2026-000001', 'Wedding'),
        answered: true,
      }),
    })
    asha.taps('Send')
    expect(asha.writes('DWR-2026-000001')).toMatch(/^Wedding · DWR-2026-000001 · रवि\n/)
  })
})

it('a reference that is typed in and not of this chat reveals nothing', () => {
  const asha = chat(SMALL, hub())
  expect(asha.writes('DWR-2026-000009')).toBe('There is no application DWR-2026-000009 in this chat.\n[Menu]')
  expect(asha.presses('respond|DWR-2026-000009')).toMatch(/^There is no application/)
  expect(asha.presses('withdraw|DWR-2026-000009')).toMatch(/^There is no application/)
})
