import { describe, expect, it } from '@jest/globals'
import type { Question } from '../../../subgraphs/whatsapp/conversation/state.ts'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { chat } from '../chat.ts'
import { question, service } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

const block = (en: string) => ({ block: { en } })
const address = (path: string, more: Partial<Question> = {}): Question[] => [
  question(`${path}.line`, 'TEXT', { en: 'House and street', maximum: 200, ...block('Home'), ...more }),
  question(`${path}.town`, 'TEXT', { en: 'Town', maximum: 60, ...block('Home'), ...more }),
  question(`${path}.pinCode`, 'TEXT', { en: 'PIN code', scalar: 'PinCode', ...block('Home'), ...more }),
]
const person = (path: string, more: Partial<Question> = {}): Question[] => [
  question(`${path}.name`, 'TEXT', { en: 'Name', scalar: 'PersonName', ...block('Friends'), ...more }),
  question(`${path}.mobile`, 'TEXT', { en: 'Mobile', scalar: 'MobileNumber', ...block('Friends'), ...more }),
]
const CLUB = chatCatalogue([
  service('town.club', 'Club', [
    question('you.name', 'TEXT', { en: 'Your name', scalar: 'PersonName', ...block('You') }),
    question('you.born', 'DATE', { en: 'Born on', ...block('You') }),
    ...address('home'),
    question('mark', 'TEXT', { en: 'Your mark' }),
    question('married', 'BOOLEAN', { en: 'Married?' }),
    ...person('friends[]', { repeats: { minimum: 1, maximum: 3 } }),
  ]),
])
function joining() {
  const asha = chat(CLUB, hub())
  asha.writes('Club')
  return asha
}
const answers = (asha: ReturnType<typeof joining>) => asha.state().draft!.answers

describe('two answers in one message', () => {
  it.each(['Asha Devi\n5 January, 1990', 'Asha Devi, 5/1/1990', 'Asha Devi ، ۵/۱/۱۹۹۰'])(
    'are kept together: %s',
    (text) => {
      const asha = joining()
      expect(asha.writes(text)).toMatch(/\*House and street\*/)
      expect(answers(asha)).toEqual({ 'you.name': 'Asha Devi', 'you.born': '1990-01-05' })
    },
  )
  it('a whole address answers its three questions', () => {
    const asha = joining()
    asha.writes('Asha, 5/1/1990')
    expect(asha.writes('House 12, Gali 4, Karol Bagh, 110 005')).toMatch(/\*Your mark\*/)
    expect(answers(asha)).toMatchObject({
      'home.line': 'House 12, Gali 4',
      'home.town': 'Karol Bagh',
      'home.pinCode': '110005',
    })
  })
  it.each([
    'House 12, Gali 4, Karol Bagh 110005',
    'House 12, Gali 4, Karol Bagh - 110005.',
    'House 12, Gali 4\nKarol Bagh, PIN code: ११०००५',
  ])('a PIN code behind the town is one: %s', (text) => {
    const asha = joining()
    asha.writes('Asha, 5/1/1990')
    expect(asha.writes(text)).toMatch(/\*Your mark\*/)
    expect(answers(asha)).toMatchObject({
      'home.line': 'House 12, Gali 4',
      'home.town': 'Karol Bagh',
      'home.pinCode': '110005',
    })
  })
  it('an address that is asked of some only is taken apart as well', () => {
    const asha = chat(
      chatCatalogue([
        service('town.post', 'Post', [
          question('posted', 'BOOLEAN', { en: 'By post?' }),
          ...address('home', { when: 'input.posted' }),
          question('mark', 'TEXT', { en: 'Your mark' }),
        ]),
      ]),
      hub(),
    )
    asha.writes('Post')
    asha.writes('yes')
    expect(asha.writes('House 12, Gali 4, Karol Bagh, Delhi, 110 005')).toMatch(/\*Your mark\*/)
    expect(answers(asha)).toMatchObject({ 'home.town': 'Delhi', 'home.pinCode': '110005' })
  })
  it.each(['House 12, Gali 4, Karol Bagh', '12, MG Road', 'House 12\nGali 4'])('one answer stays whole: %s', (text) => {
    const asha = joining()
    asha.writes('Asha, 5/1/1990')
    expect(asha.writes(text)).toMatch(/\*Town\*/)
    expect(answers(asha)['home.line']).toBe(text.replace('\n', ' '))
  })
  it('what cannot be an answer is asked for', () => {
    const asha = joining()
    expect(asha.writes('Asha, 31/2/1990')).toMatch(/\*(Your name|Born on)\*/)
  })
  it('a name below a name is not split', () => {
    const asha = joining()
    expect(asha.writes('Asha\nDevi')).toMatch(/\*Born on\*/)
    expect(answers(asha)).toEqual({ 'you.name': 'Asha Devi' })
  })
})

describe('several messages in a burst', () => {
  it('are one answer where the next question could not be read yet', () => {
    const asha = joining()
    asha.writes('Asha')
    expect(asha.hadWritten('Devi')).toMatch(/^You\n\*Born on\*/)
    expect(answers(asha)).toEqual({ 'you.name': 'Asha Devi' })
    expect(asha.hadWritten('5/1/1990')).toMatch(/\*House and street\*/)
    expect(answers(asha)).toEqual({ 'you.name': 'Asha Devi', 'you.born': '1990-01-05' })
  })
  it('are one answer where the next question wants words as well', () => {
    const asha = joining()
    asha.writes('Asha, 5/1/1990')
    asha.writes('House 12')
    expect(asha.hadWritten('Gali 4')).toMatch(/\*Town\*/)
    expect(asha.hadWritten('Karol Bagh')).toMatch(/\*Town\*/)
    expect(asha.writes('Delhi')).toMatch(/\*PIN code\*/)
    expect(answers(asha)).toMatchObject({ 'home.line': 'House 12 Gali 4 Karol Bagh', 'home.town': 'Delhi' })
  })
  it('are told apart from what is no answer to a question that was read', () => {
    const asha = joining()
    asha.writes('Asha')
    expect(asha.writes('Devi')).toMatch(/a date that exists/)
    expect(answers(asha)).toEqual({ 'you.name': 'Asha' })
  })
})

describe('a place on the map', () => {
  it('answers an address, with its PIN code', () => {
    const asha = joining()
    asha.writes('Asha, 5/1/1990')
    asha.sends({
      type: 'place',
      name: 'Blue House',
      address: 'Blue House, 12 MG Road, Karol Bagh, Delhi 110005, India',
    })
    expect(answers(asha)['home.line']).toBe('Blue House, 12 MG Road, Karol Bagh, Delhi, India')
    expect(asha.writes('Delhi')).toMatch(/\*Your mark\*/)
    expect(answers(asha)['home.pinCode']).toBe('110005')
  })
  it('without a name is asked for in words; where none is wanted it is said', () => {
    const asha = joining()
    expect(asha.sends({ type: 'place', name: 'Home', address: null })).toMatch(/^No place is needed here\./)
    const nameless = { type: 'place', name: null, address: null } as const
    expect(asha.sends(nameless)).toMatch(/^No place is needed here\./)
    asha.writes('Asha, 5/1/1990')
    asha.writes('12 MG Road, Delhi, 110005')
    expect(asha.sends(nameless)).toMatch(/^I see a place on the map, but not/)
  })
  it.each(['Home', null])('called %s is no file, where one is asked for', (name) => {
    const paper = question('paper', 'DOCUMENT', { en: 'Your paper', accepts: ['application/pdf'] })
    const asha = chat(chatCatalogue([service('town.paper', 'Paper', [paper])]), hub())
    asha.writes('Paper')
    expect(asha.sends({ type: 'place', name, address: null })).toMatch(/^I can read photos and PDF files only\./)
  })
  it('without a name leaves the house to be written, and what it does say is not asked for', () => {
    const shop = chatCatalogue([
      service('town.shop', 'Shop', [
        ...address('home'),
        question('home.latitude', 'NUMBER', {
          en: 'Latitude',
          scalar: 'Float',
          minimum: -90,
          maximum: 90,
          ...block('Home'),
        }),
        question('home.longitude', 'NUMBER', { en: 'Longitude', scalar: 'Float', ...block('Home') }),
        question('floor', 'INTEGER', { en: 'Floor', scalar: 'Int' }),
      ]),
    ])
    const asha = chat(shop, hub())
    asha.writes('Shop')
    const pin = {
      type: 'place',
      name: null,
      address: null,
      at: { latitude: 28.6562123456, longitude: 77.241 },
    } as const
    expect(asha.sends(pin)).toBe(
      'Thank you, I see the place on the map. It does not tell the house. Please also write: House and street.\n\nHome\n*House and street*',
    )
    expect(answers(asha)).toEqual({})
    expect(asha.state().lost).toBe(0)
    asha.writes('House 12, Gali 4')
    asha.writes('Delhi')
    expect(asha.sends({ ...pin, at: null })).toMatch(/Please also write: PIN code\.\n\nHome\n\*PIN code\*/)
    expect(asha.writes('110005')).toMatch(/^\*Floor\*/)
    expect(answers(asha)).toMatchObject({
      'home.line': 'House 12, Gali 4',
      'home.latitude': 28.656212,
      'home.longitude': 77.241,
    })
  })
})

describe('a contact card', () => {
  const toFriends = () => {
    const asha = joining()
    asha.writes('Asha, 5/1/1990')
    asha.writes('12 MG Road, Delhi, 110005')
    asha.writes('none to see')
    asha.taps('No')
    return asha
  }
  it('answers a name and the mobile number behind it', () => {
    const asha = toFriends()
    expect(asha.sends({ type: 'contact', name: 'Ravi', mobile: '+919810012345' })).toMatch(/^Friends: 1 so far/)
    expect(answers(asha)).toMatchObject({ 'friends.0.name': 'Ravi', 'friends.0.mobile': '+919810012345' })
  })
  it('adds another person where one may be added', () => {
    const asha = toFriends()
    asha.sends({ type: 'contact', name: 'Ravi', mobile: '+919810012345' })
    expect(asha.sends({ type: 'contact', name: 'Meena', mobile: '+919810012346' })).toMatch(/^Friends: 2 so far/)
    expect(answers(asha)).toMatchObject({ 'friends.1.name': 'Meena', 'friends.1.mobile': '+919810012346' })
  })
  it('without a number leaves that to be asked', () => {
    const asha = toFriends()
    expect(asha.sends({ type: 'contact', name: 'Ravi', mobile: null })).toMatch(/\*Mobile\*/)
    expect(asha.sends({ type: 'contact', name: null, mobile: '+919810012345' })).toMatch(/^Friends: 1 so far/)
  })
  it('is no answer to anything else', () => {
    const asha = joining()
    asha.writes('Asha')
    expect(asha.sends({ type: 'contact', name: 'Ravi', mobile: null })).toMatch(/^No contact card is needed here\./)
  })
})
