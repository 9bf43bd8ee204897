/** Words below a picture. */
import { describe, expect, it } from '@jest/globals'
import type { Operation } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { chat } from '../chat.ts'
import { question, service } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

const BOTH = { accepts: ['application/pdf', 'image/*'] }
const BOOK = chatCatalogue([
  service('town.card', 'Card', [
    question('name', 'TEXT', { en: 'Your name', scalar: 'PersonName' }),
    question('born', 'DATE', { en: 'Date of birth' }),
    question('pin', 'TEXT', { en: 'PIN code', scalar: 'PinCode' }),
    question('age', 'DOCUMENT', { en: 'Proof of age', ...BOTH }),
  ]),
  service('town.plain', 'Plain', [question('born', 'DATE', { en: 'Date of birth' })]),
])
const KEPT =
  'No paper is asked for just now. We keep this one for a day. When a paper is asked for, you can use it with one tap.'

type Chat = ReturnType<typeof chat>
const answers = (asha: Chat) => asha.state().draft?.answers ?? {}
const uploads = (asha: Chat) =>
  asha.operations.filter((one): one is Extract<Operation, { kind: 'upload' }> => one.kind === 'upload')
const photo = (asha: Chat, caption: string, id = 'photo', written = 0) =>
  asha.sends({ type: 'file', media: { id, url: null, name: null, mediaType: 'image/jpeg' }, caption }, written)

/** Somebody who has answered these, and has read what is asked next. */
function whoAnswered(...texts: string[]): Chat {
  const asha = chat(BOOK, hub())
  for (const text of ['Card', ...texts]) {
    asha.writes(text)
    asha.waits(5000)
  }
  return asha
}

describe('words below a picture', () => {
  it('say what it is where a paper is asked for: the picture is taken', () => {
    const asha = whoAnswered('Asha', '5 Jan 1990', '110075')
    photo(asha, 'this is my school certificate')
    expect(uploads(asha)).toMatchObject([{ path: 'age', media: { id: 'photo' } }])
  })

  it('are the answer where they can be nothing else, and the picture is there for the paper', () => {
    const asha = whoAnswered('Asha')
    expect(photo(asha, '5 Jan 1990')).toBe(`${KEPT}\n\n*PIN code*`)
    expect(answers(asha)).toMatchObject({ born: '1990-01-05' })
    asha.waits(5000)
    expect(photo(asha, '110 075', 'another')).toContain('*Proof of age*')
    expect(answers(asha)).toMatchObject({ pin: '110075' })
    expect(uploads(asha)).toEqual([])
    asha.taps('Use all 2 you sent')
    expect(uploads(asha)).toMatchObject([{ path: 'age', pages: [{ id: 'photo' }], media: { id: 'another' } }])
  })

  it('are no name: any words would pass for one', () => {
    const asha = whoAnswered()
    expect(photo(asha, 'my Aadhaar card')).toBe(`${KEPT}\n\n*Your name*`)
    expect(answers(asha)).toEqual({})
  })

  it('that are no answer leave the question as it is', () => {
    const asha = whoAnswered('Asha')
    expect(photo(asha, 'my birth certificate')).toBe(`${KEPT}\n\n*Date of birth*`)
    expect(answers(asha)).toEqual({ name: 'Asha' })
  })

  it('answer no question that could not be read when they were sent', () => {
    const asha = whoAnswered('Asha')
    asha.writes('5 Jan 1990')
    photo(asha, '110075', 'photo', 1)
    expect(answers(asha)).not.toHaveProperty('pin')
  })

  it.each(['back', 'help'])('are obeyed where they are a command, and the picture answers nothing: %s', (command) => {
    const asha = whoAnswered('Asha', '5 Jan 1990', '110075')
    expect(photo(asha, command)).toMatch(command === 'back' ? /\*PIN code\*/ : /\*Proof of age\*/)
    expect(uploads(asha)).toEqual([])
    expect(asha.state().kept.map(({ media }) => media.id)).toEqual(['photo'])
  })

  it('end what was begun, and the picture with it, where they say so', () => {
    const asha = whoAnswered('Asha', '5 Jan 1990', '110075')
    expect(photo(asha, 'cancel')).toMatch(/^No paper is asked for here, so this file was not used\./)
    expect(asha.state()).toMatchObject({ draft: null, kept: [] })
    expect(uploads(asha)).toEqual([])
  })

  it('are the answer also where no paper will be asked for; the picture was not used, and it is said', () => {
    const asha = chat(BOOK, hub())
    asha.writes('Plain')
    asha.waits(5000)
    expect(photo(asha, '5 Jan 1990')).toMatch(/^No paper is asked for here, so this file was not used\./)
    expect(answers(asha)).toEqual({ born: '1990-01-05' })
  })
})
