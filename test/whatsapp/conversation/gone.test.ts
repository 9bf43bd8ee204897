import { describe, expect, it } from '@jest/globals'
import type { ChatCatalogue, Message } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { chat } from '../chat.ts'
import { SMALL } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

/** Somebody within a wedding's draft, whose department then offers it no longer. */
function left(...answers: string[]) {
  let open = true
  const catalogue: ChatCatalogue = {
    get services() {
      return open ? SMALL.services : SMALL.services.slice(1)
    },
    service: (code) => (open || code !== SMALL.services[0]!.code ? SMALL.service(code) : null),
    search: (text) => (open ? SMALL.search(text) : { named: null, similar: [] }),
  }
  const asha = chat(catalogue, hub())
  asha.writes('Wedding')
  asha.taps('Hindu')
  for (const answer of answers) asha.writes(answer)
  open = false
  return {
    ...asha,
    opensAgain() {
      open = true
    },
  }
}
const GONE = /^This service is closed now\. Your answers are kept, in case it opens again\.\n\n/

describe('a service that its department stops offering in the middle of a draft', () => {
  const key = left().state().draft!.id.slice(-10)
  const picture = { id: 'm', url: null, name: null, mediaType: 'image/jpeg' }
  const messages: [string, Message][] = [
    ['an answer', { type: 'text', text: '5/1/2020' }],
    ['help', { type: 'text', text: 'help' }],
    ['more', { type: 'text', text: 'more' }],
    ['back', { type: 'text', text: 'back' }],
    ['a person', { type: 'text', text: 'person' }],
    ['a quoting text', { type: 'text', text: 'Sikh', about: '*Which act?*' }],
    ['a picture', { type: 'file', media: picture }],
    ['a place', { type: 'place', name: null, address: null }],
    ['a card', { type: 'contact', name: 'Ravi', mobile: null }],
    ['a recording', { type: 'other', kind: 'audio' }],
    ...['fix|KEY|act', 'skip|KEY|day', 'send|KEY', 'correct|KEY', 'page|KEY|day|1', 'steps|KEY'].map(
      (id): [string, Message] => [id, { type: 'press', id: id.replace('KEY', key), title: '' }],
    ),
  ]
  it.each(messages)('%s: the citizen hears that it is closed, and the menu', (_, message) => {
    const asha = left()
    const said = asha.sends(message)
    expect(said).toMatch(GONE)
    expect(said).toMatch(/Hello!/)
    expect(asha.state().place).toEqual({ at: 'menu' })
  })

  it('keeps the answers for the day on which it is offered again', () => {
    const asha = left()
    asha.writes('5/1/2020')
    expect(asha.choices().map(({ title }) => title)).not.toContain('Go on')
    expect(asha.presses(`resume|${SMALL.services[0]!.code}`)).toMatch(/^This service is closed now\.\n\nHello!/)
    asha.opensAgain()
    asha.writes('menu')
    expect(asha.taps('Go on')).toMatch(/\*Day of the wedding\*/)
    expect(asha.state().draft!.answers).toEqual({ act: 'HINDU' })
  })

  it('leaves the ways out as they are', () => {
    expect(left().writes('stop')).toMatch(/We will not write to you any more/)
    expect(left().writes('delete my data')).toMatch(/Shall we delete all/)
    expect(left().writes('language')).toMatch(/Which language/)
  })
})

it('an answer from before its question asked for a day is shown as it is', () => {
  const asha = chat(SMALL, hub())
  asha.writes('Wedding')
  asha.taps('Hindu')
  const state = asha.state()
  const answers = { ...state.draft!.answers, date: 'at Diwali' }
  asha.put({ ...state, draft: { ...state.draft!, answers }, place: { at: 'correct', paths: null, page: 0 } })
  asha.writes('help')
  expect(asha.choices().map(({ description }) => description)).toContain('at Diwali')
})
