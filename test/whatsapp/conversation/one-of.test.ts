import { describe, expect, it } from '@jest/globals'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { chat } from '../chat.ts'
import { question, service, WHOLE } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

function proving() {
  const asha = chat(WHOLE, hub())
  asha.writes('Proof of age')
  return asha
}

describe('one of several', () => {
  it('is chosen first, and only that is asked for', () => {
    const asha = proving()
    expect(asha.replies()[0]!.text).toMatch(/Your proof\nWhich of these will you give\?$/)
    expect(asha.choices().map(({ title }) => title)).toEqual(['School certificate', 'Number of the card', 'Passport'])
    expect(asha.taps('Passport')).toMatch(/Your proof · Passport\n\*Its number\*/)
    asha.writes('M1234567')
    expect(asha.writes('5/1/2020')).toMatch(/\*How many copies\*/)
    asha.writes('2')
    asha.taps('Send')
    expect(asha.operations.at(-1)).toMatchObject({
      input: { paper: { passport: { number: 'M1234567', issued: '2020-01-05' } }, copies: 2 },
    })
  })
  it.each(['Number of the card', 'number of', '2'])('is chosen by writing, too: %s', (text) => {
    expect(proving().writes(text)).toMatch(/\*Number of the card\*/)
  })
  it('is asked again, with the choice, when nothing was named', () => {
    expect(proving().writes('something')).toMatch(/^Please tap one of the choices\.[\s\S]*Which of these/)
  })
  it('is another one after a step back, and after a correction', () => {
    const asha = proving()
    asha.taps('School certificate')
    expect(asha.writes('back')).toMatch(/Which of these/)
    asha.taps('Number of the card')
    asha.writes('123')
    asha.writes('1')
    asha.taps('Correct')
    expect(asha.choices().map(({ title }) => title)).toEqual([
      'Another of these',
      'Number of the card',
      'How many copies',
    ])
    expect(asha.taps('Another of these')).toMatch(/Which of these/)
    asha.taps('School certificate')
    asha.sendsFile()
    asha.taps('Send')
    const sent = asha.operations.at(-1) as unknown as { input: { paper: object } }
    expect(Object.keys(sent.input.paper)).toEqual(['school'])
  })
})

describe('blocks in blocks', () => {
  const of = (en: string) => ({ block: { en } })
  const CLUB = chatCatalogue([
    service('town.club', 'Club', [
      question('home.place.town', 'TEXT', { en: 'Town', within: 'home.place', ...of('Home · The place') }),
      question('home.garden', 'TEXT', { en: 'Garden', within: 'home', ...of('Home') }),
      question('proof.trip.visa.number', 'TEXT', { en: 'Number', oneOf: 'proof', ...of('Proof · Trip · Visa') }),
      question('proof.card', 'TEXT', { en: 'Card', oneOf: 'proof', ...of('Proof') }),
      question('rooms[].walls.colour', 'TEXT', {
        en: 'Colour',
        ...of('Rooms · Walls'),
        repeats: { minimum: 1, maximum: 3 },
      }),
    ]),
  ])
  it('are each offered by their own heading', () => {
    const asha = chat(CLUB, hub())
    expect(asha.writes('Club')).toMatch(/^Home: do you have any to add\?$/m)
    expect(asha.taps('Add')).toMatch(/^Home · The place: do you have any to add\?$/m)
    expect(asha.taps('Add')).toMatch(/Home · The place\n\*Town\*/)
    asha.writes('Delhi')
    expect(asha.writes('Roses')).toMatch(/^Proof\nWhich of these/m)
    expect(asha.choices().map(({ title }) => title)).toEqual(['Trip', 'Card'])
    asha.taps('Card')
    expect(asha.writes('12')).toMatch(/Rooms 1 · Walls\n\*Colour\*/)
    expect(asha.writes('White')).toMatch(/^Rooms: 1 so far/m)
  })
})

it('a question of several answers shows those that it has, and says how many it needs', () => {
  const several = { en: 'Nicknames', example: { en: 'Guddu' }, atLeast: '2', repeats: { minimum: 1, maximum: 3 } }
  const asha = chat(chatCatalogue([service('town.names', 'Names', [question('names', 'TEXT', several)])]), hub())
  expect(asha.writes('Names')).toMatch(/\n\*Nicknames\*\nExample: Guddu$/)
  expect(asha.writes('Guddu')).toBe('Nicknames: Guddu\nAt least 2 are needed.\n\n*Nicknames*\nExample: Guddu')
  expect(asha.writes('Pinky')).toMatch(/^Nicknames: Guddu, Pinky\n/)
  expect(asha.taps('Add another')).toBe('Nicknames: Guddu, Pinky\n\n*Nicknames*\nExample: Guddu')
})
