/** Papers of several pages, and files that came before they were asked for. */
import { describe, expect, it } from '@jest/globals'
import type { Operation } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { chat } from '../chat.ts'
import { question, service } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

const HOUR = 3_600_000
const BOTH = { accepts: ['application/pdf', 'image/*'] }
const BOOK = chatCatalogue([
  service('town.card', 'Card', [
    question('name', 'TEXT', { en: 'Your name', scalar: 'PersonName' }),
    question('face', 'DOCUMENT', { en: 'Your face', accepts: ['image/*'] }),
    question('age', 'DOCUMENT', { en: 'Proof of age', ...BOTH }),
    question('home', 'DOCUMENT', { en: 'Proof of address', ...BOTH }),
    question('copies', 'TEXT', { en: 'Words', scalar: 'String' }),
  ]),
  service('town.list', 'List', [
    question('pages', 'DOCUMENT', { en: 'Pages', repeats: { minimum: 2, maximum: 3 }, ...BOTH }),
    question('proof', 'DOCUMENT', { en: 'Proof', ...BOTH }),
  ]),
  service('town.plain', 'Plain', [question('name', 'TEXT', { en: 'Your name', scalar: 'PersonName' })]),
])

type Chat = ReturnType<typeof chat>
type Upload = Extract<Operation, { kind: 'upload' }>
const uploads = (asha: Chat) => asha.operations.filter((one): one is Upload => one.kind === 'upload')
/** Ids of the files that the last upload was made of. */
const lastPaper = (asha: Chat) => {
  const { pages = [], media } = uploads(asha).at(-1)!
  return [...pages, media].map(({ id }) => id)
}
const answers = (asha: Chat) => asha.state().draft!.answers

function begins(changes = {}, asha = chat(BOOK, hub(changes))) {
  asha.writes('Card')
  asha.waits(5000)
  return asha
}
/** Somebody who is asked for the proof of age. */
function atAge(changes = {}) {
  const asha = begins(changes)
  asha.writes('Asha')
  asha.waits(5000)
  asha.sendsPicture('face')
  asha.waits(5000)
  return asha
}
/** Somebody who has given their proof of age as a picture, and reads the question for their address. */
function afterAge(changes = {}) {
  const asha = atAge(changes)
  asha.sendsPicture('age-1')
  return asha
}

describe('a further picture', () => {
  it('that was sent before the next question could be read is the next page, and there is one document', () => {
    const asha = afterAge()
    const first = answers(asha).age
    expect(asha.sendsPicture('age-2', 1)).toBe(
      'Proof of age: 2 pages received.\n\n*Proof of address*\nSend a photo or a PDF.\n[Add another page]',
    )
    expect(asha.sendsPicture('age-3', 1)).toMatch(/^Proof of age: 3 pages received\./)
    expect(lastPaper(asha)).toEqual(['age-1', 'age-2', 'age-3'])
    expect(answers(asha)).toEqual({ name: 'Asha', face: expect.anything(), age: expect.any(String) })
    expect(answers(asha).age).not.toBe(first)
  })

  it('with the same bytes as the one before is no page: it was sent twice', () => {
    const asha = atAge()
    asha.sendsPicture('age-1', 0, 'bytes of age')
    const first = answers(asha).age
    expect(asha.sendsPicture('age-1-again', 1, 'bytes of age')).toMatch(
      /^Proof of age: we have this one already\.\n\n\*Proof of address\*/,
    )
    expect(answers(asha).age).toBe(first)
    asha.sendsPicture('age-2', 1, 'bytes of its back')
    expect(lastPaper(asha)).toEqual(['age-1', 'age-2'])
    asha.taps('Add another page')
    expect(asha.sendsPicture('age-1-once-more', 0, 'bytes of age')).toMatch(/^Proof of age: we have this one already\./)
    expect(lastPaper(asha)).toEqual(['age-1', 'age-2'])
  })

  it('with the same bytes answers another question that was read', () => {
    const asha = atAge()
    asha.sendsPicture('age-1', 0, 'bytes of a card')
    asha.waits(20_000)
    expect(asha.sendsPicture('home-1', 0, 'bytes of a card')).toBe('*Words*')
    expect(uploads(asha).at(-1)).toMatchObject({ as: 'answer', path: 'home', media: { id: 'home-1' } })
  })

  it('that answers the next question which was read is no page', () => {
    const asha = afterAge()
    asha.waits(20_000)
    expect(asha.sendsPicture('home-1')).toBe('*Words*')
    expect(uploads(asha).at(-1)).toMatchObject({ as: 'answer', path: 'home', media: { id: 'home-1' } })
    expect(uploads(asha).at(-1)!.pages).toBeUndefined()
  })

  it('that comes sooner than anybody finds another paper answers the question, and one tap makes it a page after all', () => {
    const asha = afterAge()
    asha.waits(3000)
    expect(asha.sendsPicture('age-2')).toBe(
      'Proof of address: received. Is it a page of Proof of age? Then tap "To the one before".\n\n*Words*\n[To the one before]',
    )
    expect(answers(asha)).toHaveProperty('home')
    expect(asha.taps('To the one before')).toMatch(/^Proof of age: 2 pages received\./)
    expect(lastPaper(asha)).toEqual(['age-1', 'age-2'])
    expect(answers(asha)).not.toHaveProperty('home')
    expect(asha.taps('Go on')).toMatch(/^\*Proof of address\*/)
  })

  it('that was taken for a paper stays it once another question is answered', () => {
    const asha = afterAge()
    asha.waits(3000)
    asha.sendsPicture('home-1')
    const { id } = asha.choices()[0]!
    asha.writes('two')
    expect(asha.presses(id)).toMatch(/^That button was for an earlier question\./)
    expect(lastPaper(asha)).toEqual(['home-1'])
  })

  it('with the first makes one upload where all came together', () => {
    const asha = atAge()
    const media = (id: string) => ({ id, url: null, name: null, mediaType: 'image/jpeg' })
    const before = uploads(asha).length
    expect(asha.sends({ type: 'file', media: media('1'), others: [media('2'), media('3')] })).toMatch(
      /^Proof of age: 3 pages received\.\n\n\*Proof of address\*/,
    )
    expect(lastPaper(asha)).toEqual(['1', '2', '3'])
    expect(uploads(asha)).toHaveLength(before + 1)
  })

  it('is the next page where the next question asks for no file, until that is answered', () => {
    const asha = afterAge()
    asha.waits(5000)
    asha.sendsPicture('home-1')
    asha.waits(60_000)
    expect(asha.sendsPicture('home-2')).toBe('Proof of address: 2 pages received.\n\n*Words*')
    expect(lastPaper(asha)).toEqual(['home-1', 'home-2'])
    expect(asha.writes('two')).toMatch(/please check[\s\S]*Proof of age: 1 file\nProof of address: 2 pages/)
    const before = uploads(asha).length
    asha.waits(60_000)
    expect(asha.sendsPicture('late')).toMatch(/^No paper is asked for here, so this file was not used\./)
    expect(uploads(asha)).toHaveLength(before)
  })

  it('becomes the next page by a button, where it would be taken for another paper', () => {
    const asha = afterAge()
    asha.waits(5000)
    expect(asha.taps('Add another page')).toBe('Proof of age: send a photo of the next page, or go on.\n[Go on]')
    expect(asha.sendsPicture('age-2')).toBe(
      'Proof of age: 2 pages received.\n\nProof of age: send a photo of the next page, or go on.\n[Go on]',
    )
    expect(asha.sendsFile()).toMatch(/^A page must be a photo\./)
    expect(asha.taps('Go on')).toMatch(/^\*Proof of address\*/)
    asha.waits(5000)
    asha.sendsPicture('home-1')
    expect(Object.keys(answers(asha))).toEqual(['name', 'face', 'age', 'home'])
    expect(lastPaper(asha)).toEqual(['home-1'])
  })

  it('has a button that names its paper, behind every way on, and whoever has no more is not asked again', () => {
    const optional = [question('one', 'DOCUMENT', { en: 'Proof of age', ...BOTH }), question('two', 'DOCUMENT', BOTH)]
    for (const required of [true, false]) {
      const [one, two] = optional.map((paper) => ({ ...paper, required }))
      const asha = chat(chatCatalogue([service('town.two', 'Two', [one!, two!])]), hub())
      asha.writes('Two')
      const skip = required ? '' : '[Skip]\n'
      expect(asha.sendsPicture('age')).toBe(
        `Proof of age: received. If it has another page, tap "Add another page".\n\n*two*\nSend a photo or a PDF.\n${skip}[Add another page]`,
      )
      expect(asha.writes('help')).toMatch(/\n\nProof of age: received\. If it has another page/)
      asha.taps('Add another page')
      const bare = `*two*\nSend a photo or a PDF.${required ? '' : '\n[Skip]'}`
      expect(asha.presses(asha.choices()[0]!.id)).toBe(bare)
      asha.waits(1000)
      expect(asha.sendsPicture('home')).toMatch(/^Two: please check/)
      expect(answers(asha)).toMatchObject({ one: expect.any(String), two: expect.any(String) })
    }
  })

  it.each(['no', 'bas', "that's all", 'back', 'go on'])('is waited for no longer: %s', (text) => {
    const asha = afterAge()
    asha.taps('Add another page')
    expect(asha.writes(text)).toBe('*Proof of address*\nSend a photo or a PDF.')
  })

  it('that is hard to read is asked for again as that page, and a page that was insisted on stays', () => {
    const asha = afterAge({
      upload: (of: Upload) =>
        of.media.id === 'shaken' && !of.despite
          ? { type: 'upload', of, stored: null, refused: 'blurred' }
          : { type: 'upload', of, stored: { document: `made of ${of.media.id}`, name: 'x' }, refused: null },
    })
    expect(asha.sendsPicture('shaken', 1)).toMatch(
      /^This picture is hard to read\.[\s\S]*\n\nProof of age: send a photo/,
    )
    expect(asha.sendsPicture('shaken')).toMatch(/^Proof of age: 2 pages received\./)
    expect(asha.sendsPicture('age-3')).toMatch(/^Proof of age: 3 pages received\./)
    expect(uploads(asha).at(-1)).toMatchObject({ as: 'page', path: 'age', despite: ['blurred'] })
    expect(answers(asha)).toMatchObject({ age: 'made of age-3' })
  })

  it('beyond ten pages is refused in words', () => {
    const asha = afterAge()
    for (let i = 2; i <= 10; i++) asha.sendsPicture(`age-${i}`, 1)
    const before = uploads(asha).length
    expect(asha.sendsPicture('age-11', 1)).toMatch(/^Proof of age: we can take 10 pages, no more\./)
    expect(uploads(asha)).toHaveLength(before)
  })

  it('is no page of a paper that was answered anew as a PDF, nor of one that takes none', () => {
    const asha = begins()
    asha.writes('Asha')
    asha.waits(5000)
    asha.sendsPicture('face')
    expect(asha.sendsPicture('face-2', 1)).toMatch(/^No paper is asked for just now\. We keep this one/)
    expect(uploads(asha)).toHaveLength(1)
    asha.waits(5000)
    expect(asha.sendsFile()).not.toMatch(/Add another page/)
  })

  it('of a list of papers is another of them, however fast it comes', () => {
    const asha = chat(BOOK, hub())
    asha.writes('List')
    asha.waits(5000)
    asha.sendsPicture('1')
    asha.sendsPicture('2', 1)
    asha.sendsPicture('3', 1)
    expect(answers(asha).pages).toHaveLength(3)
    // the list is full, and what follows was not asked for when this was sent
    expect(asha.sendsPicture('4', 1)).toMatch(/^No paper is asked for just now/)
    expect(answers(asha).proof).toBeUndefined()
  })
})

describe('pictures that a department asks for', () => {
  it('are one answer where they came together', () => {
    const asha = chat(BOOK, hub())
    const asked = question('card', 'DOCUMENT', { en: 'Both sides of the card', ...BOTH })
    const place = {
      at: 'action',
      reference: 'DWR-2026-000001',
      lines: [],
      question: asked,
      options: null,
      page: 0,
    } as const
    asha.put({ ...asha.state(), place })
    const media = (id: string) => ({ id, url: null, name: null, mediaType: 'image/jpeg' })
    expect(asha.sends({ type: 'file', media: media('front'), others: [media('back')] })).toMatch(
      /was sent to the office/,
    )
    expect(lastPaper(asha)).toEqual(['front', 'back'])
    expect(asha.operations.filter(({ kind }) => kind === 'answer')).toHaveLength(1)
  })
})

describe('a file that comes too early', () => {
  it('is kept, and answers with one tap when a paper is asked for', () => {
    const asha = chat(BOOK, hub())
    expect(asha.sendsPicture('early')).toMatch(
      /^No paper is asked for just now\. We keep this one for a day.*\n\nHello/,
    )
    expect(asha.operations).toEqual([])
    asha.writes('Card')
    asha.waits(5000)
    expect(asha.writes('Asha')).toBe('*Your face*\nSend a photo.\n[Use what you sent]')
    expect(asha.taps('Use what you sent')).toMatch(/^\*Proof of age\*/)
    expect(lastPaper(asha)).toEqual(['early'])
    expect(asha.state().kept).toEqual([])
    expect(asha.choices().map(({ title }) => title)).toEqual([])
  })

  it('while another question is open leaves that open', () => {
    const asha = begins()
    expect(asha.sendsPicture('early')).toMatch(/^No paper is asked for just now\..*\n\n\*Your name\*/)
    expect(asha.state().lost).toBe(0)
    expect(asha.writes('Asha')).toMatch(/\[Use what you sent\]$/)
  })

  it('with others is offered with them as pages, or the first of them alone', () => {
    const asha = begins()
    for (const id of ['1', '2', '3']) asha.sendsPicture(id)
    asha.writes('Asha')
    expect(asha.choices().map(({ title }) => title)).toEqual(['Use only the first'])
    asha.taps('Use only the first')
    expect(lastPaper(asha)).toEqual(['1'])
    expect(asha.choices().map(({ title }) => title)).toEqual(['Use all 2 you sent', 'Use only the first'])
    expect(asha.taps('Use all 2 you sent')).toMatch(/^Proof of age: 2 pages received\.\n\n\*Proof of address\*/)
    expect(lastPaper(asha)).toEqual(['2', '3'])
  })

  it('answers nothing that could not be read when it was sent', () => {
    const asha = begins()
    asha.writes('Asha')
    expect(asha.sendsPicture('early', 1)).toBe(
      'No paper is asked for just now. We keep this one for a day. When a paper is asked for, you can use it with one tap.\n\n*Your face*\nSend a photo.\n[Use what you sent]',
    )
    expect(answers(asha)).toEqual({ name: 'Asha' })
  })

  it('that is refused when it is used is asked for again', () => {
    const asha = begins({ upload: (of: Upload) => ({ type: 'upload', of, stored: null, refused: 'expired' }) })
    asha.sendsPicture('early')
    asha.writes('Asha')
    expect(asha.taps('Use what you sent')).toMatch(/^WhatsApp has this file no longer\..*\n\n\*Your face\*/)
  })

  it('is forgotten after a day, with the draft, and by whoever wants to hear no more', () => {
    const later = begins()
    later.sendsPicture('early')
    later.waits(24 * HOUR)
    expect(later.writes('Asha')).toBe('*Your face*\nSend a photo.')
    expect(later.state().kept).toEqual([])
    for (const word of ['cancel', 'stop']) {
      const asha = begins()
      asha.sendsPicture('early')
      asha.writes(word)
      expect(asha.state().kept).toEqual([])
    }
    const sent = atAge()
    sent.sendsPicture('age')
    sent.waits(5000)
    sent.sendsFile()
    sent.sendsPicture('stray')
    expect(sent.state().kept).toEqual([])
    sent.writes('two')
    expect(sent.taps('Send')).toMatch(/^Received/)
  })

  it('where no paper will be asked for is refused as before', () => {
    const asha = chat(BOOK, hub())
    asha.writes('Plain')
    expect(asha.sendsPicture('early')).toMatch(/^No file is needed here\./)
    expect(asha.state().kept).toEqual([])
  })

  it('is kept ten times, and no more', () => {
    const asha = begins()
    for (let i = 0; i < 10; i++) asha.sendsPicture(`p${i}`)
    expect(asha.sendsPicture('p10')).toMatch(/^We keep 10 of your files already\./)
    expect(asha.state().kept).toHaveLength(10)
  })

  it('that an old button names is used by nothing', () => {
    const asha = begins()
    asha.sendsPicture('early')
    asha.writes('Asha')
    const { id } = asha.choices()[0]!
    asha.waits(24 * HOUR)
    expect(asha.presses(id)).toMatch(/^That button was for an earlier question\./)
    expect(uploads(asha)).toEqual([])
  })
})
