/** A long form is checked block by block, so that its end is one message. */
import { describe, expect, it } from '@jest/globals'
import { questionAt } from '../../../subgraphs/whatsapp/conversation/form/draft.ts'
import { START, united } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { layOut } from '../../../subgraphs/whatsapp/sending/layout.ts'
import { LANGUAGES, type LanguageCode } from '../../../vocabulary/catalogue.ts'
import { chat, WORDING } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'
import { question, service } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'
import { realWay } from './real-way.ts'

const LONG = 'registrar.marriage'
const marriage = (language: LanguageCode = 'en') => realWay(LONG, language)

describe('a block of a long form', () => {
  it('stands above the first question behind it, in few words', () => {
    const { reaches } = marriage()
    const [message] = reaches('bride.name')
    expect(message).toMatchInlineSnapshot(`
"✓ The groom. You can correct it at the end.
Full name: Kiran
Father's name: Mohan Lal
Mother's name: Savitri Devi
Date of birth: 5 January 1990
Religion: Hindu
Married before? No, never
Occupation: Teacher
Home address: 12, Gali 3, Laxmi Nagar, Delhi, 110092
Mobile number: +919810012345
5 files

Signed affidavit: received. Is it a page of Proof of address? Then tap "To the one before".

The bride
*Full name*
As it stands on the proof of age.
Example: Kiran"
`)
  })
  it('is an item of a list as well', () => {
    const { heard, reaches } = marriage()
    reaches('review')
    expect(heard.filter((text) => text.startsWith('✓')).map((text) => /^✓ [^.]+/.exec(text)![0])).toEqual([
      '✓ The groom',
      '✓ The bride',
      '✓ Witness 1',
      '✓ Witness 2',
    ])
  })
  it('is named at the review by its first answer', () => {
    expect(marriage().reaches('review')).toMatchInlineSnapshot(`
[
  "Register a marriage: please check.

Under which law? Hindu Marriage Act
Date of the marriage: 14 February 2024
Place of the marriage: Arya Samaj Mandir, Karol Bagh
District of the marriage: Central
Who is a citizen of India? Both
Who has lived in this district for 30 days? Both

The groom: Kiran, as shown above
The bride: Kiran, as shown above

Who takes a new name after the marriage? Nobody

Witness 1: Farida, as shown above
Witness 2: Farida, as shown above

Photo of both of you: 1 file
Proof of the ceremony: 1 file
At which office? A••a, 2019

Fee: ₹100, paid to the office, not here",
]
`)
  })
  it('is shown once, however often the question below it is put', () => {
    const { asha, reaches, does } = marriage()
    reaches('bride.name')
    expect(does(() => asha.writes('12'))[0]).not.toMatch('✓')
    expect(does(() => asha.writes('help'))[0]).not.toMatch('✓')
    expect(does(() => asha.writes('Sita'))[0]).not.toMatch('✓')
  })
  it('is shown again where an answer in it has changed meanwhile', () => {
    const { asha, reaches, does, goesOn } = marriage()
    reaches('bride.name')
    for (let back = 0; back < 6; back++) does(() => asha.writes('back'))
    expect(asha.state().place).toMatchObject({ path: 'groom.mobile' })
    expect(does(() => asha.writes('9899012345'))[0]).not.toMatch('✓')
    expect(reaches('bride.name')[0]).toMatch(/^✓ The groom\.(.|\n)*\+919899012345/)
    expect(goesOn()[0]).not.toMatch('✓')
  })
  it('is shown again where an answer has become what it was before: what stands nearest above is what is filed', () => {
    const { asha, reaches, does } = marriage()
    reaches('bride.name')
    const dials = (mobile: string) => {
      for (let back = 0; back < 6; back++) does(() => asha.writes('back'))
      does(() => asha.writes(mobile))
      return reaches('bride.name')[0]
    }
    expect(dials('9899012345')).toMatch(/^✓ The groom\.(.|\n)*\+919899012345/)
    expect(dials('9810012345')).toMatch(/^✓ The groom\.(.|\n)*\+919810012345/)
  })
  it('is shown again in another language, which whoever changes to it reads', () => {
    const { asha, reaches, does, goesOn } = marriage()
    reaches('bride.name')
    does(() => asha.writes('हिन्दी'))
    expect(asha.replies()[0]!.text).toMatch(/\*पूरा नाम\*/)
    does(() => asha.writes('Sita'))
    expect(asha.replies()[0]!.text).toMatch(/^✓ दूल्हा/)
    expect(goesOn()[0]).not.toMatch('✓')
    reaches('review')
    does(() => asha.writes('ਪੰਜਾਬੀ'))
    const whole = asha.replies().flatMap((reply) => layOut(reply))
    expect(JSON.stringify(whole)).toContain('12, Gali 3, Laxmi Nagar')
    expect(JSON.stringify(whole)).not.toContain(WORDING.say('pa', 'as-shown', { answer: 'Kiran' }))
  })
  it('is not shown again for the same answers', () => {
    const { asha, reaches, does } = marriage()
    reaches('bride.name')
    does(() => asha.writes('back'))
    expect(reaches('bride.name')[0]).not.toMatch('✓')
  })
  it('is written out at the review after a correction, and the others are not', () => {
    const { asha, reaches, does } = marriage()
    reaches('review')
    const corrects = (path: string, text: string) => {
      does(() => asha.taps('Correct'))
      does(() => asha.presses(`fix|${asha.state().draft!.id.slice(-10)}|${path}`))
      return does(() => asha.writes(text))
    }
    const [review, ...more] = corrects('groom.occupation', 'Engineer')
    expect(more).toEqual([])
    expect(review).toMatch(/— The groom\nFull name: Kiran\n(.|\n)*Occupation: Engineer\n/)
    expect(review).toMatch('The bride: Kiran, as shown above')
    const [another, ...others] = corrects('bride.occupation', 'Doctor')
    expect(others).toEqual([])
    expect(another).toMatch('The groom: Kiran, as shown above')
    expect(another).toMatch(/— The bride\n(.|\n)*Occupation: Doctor\n/)
  })
  it('waits for a message that has room', () => {
    const block = { en: 'The house' }
    const walls = ['north', 'south', 'east', 'west'].map((path) => question(path, 'TEXT', { block }))
    const options = ['A', 'B'].map((value) => ({ value, label: { en: value } }))
    const questions = [...walls, question('kind', 'CHOICE', { en: 'Kind', options }), question('year', 'TEXT')]
    const asha = chat(chatCatalogue([service('town.thing', 'Thing', questions)]), hub())
    asha.writes('Thing')
    for (const _ of walls) asha.writes('x'.repeat(250))
    expect(asha.replies().map(({ text }) => text)).toEqual(['*Kind*'])
    expect(asha.taps('A')).toMatch(/^✓ The house\..*\nnorth: x+\n(.|\n)*\*year\*$/)
    asha.writes('1990')
    const [review, ...more] = asha.replies().flatMap((reply) => layOut(reply)) as any[]
    expect([review.interactive.body.text, more]).toEqual([
      `Thing: please check.\n\nThe house: ${'x'.repeat(250)}, as shown above\n\nKind: A\nyear: 1990`,
      [],
    ])
  })
  it('is shown late in a draft of before blocks were shown', () => {
    const { asha, reaches, goesOn } = marriage()
    reaches('bride.religion')
    const { shown: _, ...draft } = asha.state().draft!
    asha.put(JSON.parse(JSON.stringify({ ...asha.state(), draft })))
    expect(goesOn()[0]).toMatch(/^✓ The groom/)
    expect(reaches('review')).toHaveLength(1)
  })
  it('is shown again in another chat of the same person', () => {
    const { asha, reaches, goesOn } = marriage()
    reaches('bride.religion')
    asha.put(united(START, asha.state()))
    asha.writes('Register a marriage')
    expect(asha.taps('Go on')).toMatch(/^✓ The groom/)
    expect(goesOn()[0]).not.toMatch('✓')
  })
  it.each(LANGUAGES)('tells in %s, with the review, each answer that is filed', (language) => {
    const { asha, heard, reaches } = marriage(language)
    reaches('review')
    const told = heard
      .filter((text) => text.startsWith('✓'))
      .concat(heard.at(-1)!)
      .join('\n')
    const texts = Object.entries(asha.state().draft!.answers).flatMap(([path, value]) =>
      questionAt(REAL.service(LONG)!, path)!.type === 'TEXT' ? [String(value)] : [],
    )
    expect(texts.length).toBeGreaterThan(25)
    for (const text of texts) expect(told).toContain(String(text))
  })
})

it.each(REAL.services.map(({ code }) => code).filter((code) => code !== LONG))(
  '%s is short enough to be checked at its end alone',
  (code) => {
    const { heard, reaches } = realWay(code, 'en')
    const review = reaches('review').join('\n')
    expect(heard.join('\n')).not.toMatch('✓')
    expect(review).not.toMatch('as shown above')
  },
)

describe('a review that has no room for all answers', () => {
  const wide = Array.from({ length: 12 }, (_, i) => question(`text${i}`, 'TEXT', { en: `Text ${i}` }))
  const papers = ['front', 'back'].map((path) =>
    question(path, 'DOCUMENT', { en: `The ${path}`, block: { en: 'The card' } }),
  )
  const filledIn = (length: number, questions = [...wide, ...papers]) => {
    const asha = chat(chatCatalogue([service('town.thing', 'Thing', questions)]), hub())
    asha.writes('Thing')
    for (const _ of wide) asha.writes('x'.repeat(length))
    for (const { path } of papers) asha.sendsPicture(path)
    return asha.replies().flatMap((reply) => layOut(reply)) as any[]
  }
  it('counts files first, and keeps the word about the last of them', () => {
    const [review, ...more] = filledIn(69)
    expect(more).toEqual([])
    expect(review.interactive.body.text).toMatch(/^The back: received\.(.|\n)*— The card\n2 files$/)
  })
  it('is two messages where nothing can be said in fewer words, and says all', () => {
    const [first, last] = filledIn(100)
    expect(last.interactive.action.buttons).toHaveLength(3)
    expect(`${first.text.body}\n${last.interactive.body.text}`).toMatch(/^The back: received\.(.|\n)*The back: 1 file$/)
  })
})
