import { describe, expect, it } from '@jest/globals'
import { layOut } from '../../../subgraphs/whatsapp/sending/layout.ts'
import { chat } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'
import { SMALL } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

const view = (reference: string, status: string) => ({
  reference,
  service: 'town.birth',
  title: 'Birth certificate',
  status,
  restricted: false,
  due: null,
  history: [],
  action: null,
  certificate: null,
})
/** What is read and what is tapped in the last message. */
const last = (asha: ReturnType<typeof chat>) => {
  const [message] = layOut(asha.replies()[0]!) as any[]
  const { body, action, type } = message.interactive
  return { type, text: body.text as string, buttons: action.buttons?.map((one: any) => one.reply.title) }
}
const MATCH = { value: 'r1', label: 'A••••a', description: 'born 05/01/1990 · mother S••••i D••••i' }
const searching = (options: readonly (typeof MATCH)[]) => {
  const asha = chat(SMALL, hub({ options: (of) => ({ type: 'options', of, options, limit: false }) }))
  asha.writes('Birth certificate')
  asha.writes('Asha')
  return asha
}

describe('two applications for the same service', () => {
  const mine = [view('DWR-2026-000001', 'IN_REVIEW'), view('DWR-2026-000002', 'CERTIFIED')]
  it('are told apart by number and status', () => {
    const asha = chat(SMALL, hub({ applications: () => ({ type: 'applications', applications: mine }) }))
    asha.writes('status')
    expect(last(asha)).toEqual({
      type: 'button',
      text: [
        'Your applications',
        '• 1. Birth certificate: DWR-2026-000001 · Being checked',
        '• 2. Birth certificate: DWR-2026-000002 · Certificate ready',
      ].join('\n'),
      buttons: ['1. Birth certificate', '2. Birth certificate'],
    })
  })
})

describe('what a register has found', () => {
  it('is described, also where it is the only one', () => {
    expect(last(searching([MATCH]))).toEqual({
      type: 'button',
      text: '*Which record*\n• A••••a: born 05/01/1990 · mother S••••i D••••i',
      buttons: ['A••••a', 'None of these'],
    })
  })
  it.each([['taps'], ['writes']] as const)('may be none of it: what it was searched with is corrected (%s)', (does) => {
    const asha = searching([MATCH])
    expect(asha[does]('None of these')).toBe('Which answer shall we change?\n[Name of the child]')
    asha.taps('Name of the child')
    expect(asha.writes('Usha')).toContain('*Which record*')
    expect(asha.operations.filter(({ kind }) => kind === 'options')).toMatchObject([
      { answers: { name: 'Asha' } },
      { answers: { name: 'Usha' } },
    ])
  })
  it('is asked for again by whoever corrects nothing', () => {
    const asha = searching([MATCH])
    asha.taps('None of these')
    expect(asha.writes('no')).toContain('*Which record*')
  })
  it('is answered as before', () => {
    const asha = searching([MATCH])
    asha.taps('A••••a')
    expect(asha.state().draft!.answers.record).toBe('r1')
  })
  it('fills a list to its last row without it', () => {
    const many = Array.from({ length: 10 }, (_, i) => ({ ...MATCH, value: `r${i}`, label: `A••••a (${i})` }))
    expect(searching(many).choices()).toHaveLength(10)
    expect(searching(many.slice(1)).choices().at(-1)!.title).toBe('None of these')
  })
  it('is not what an office offers for everybody', () => {
    const asha = chat(REAL, (of) => {
      if (of.kind === 'options') return { type: 'options', of, options: [MATCH], limit: false }
      throw new Error(`unexpected: ${of.kind}`)
    })
    asha.presses('start|transport.driving-licence')
    const draft = { ...asha.state().draft!, answers: { office: 'O1' } }
    asha.put({ ...asha.state(), draft, place: { at: 'question', path: 'slot', page: 0, options: [MATCH] } })
    asha.writes('help')
    expect(asha.choices().map(({ title }) => title)).toEqual(['A••••a'])
  })
})
