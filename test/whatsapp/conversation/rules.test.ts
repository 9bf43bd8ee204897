/** Rules and fewest numbers that can only be judged late, and what a department comes to know late. */
import { describe, expect, it } from '@jest/globals'
import type { Question, Service } from '../../../subgraphs/whatsapp/conversation/state.ts'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { chat } from '../chat.ts'
import { question, service } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

const rule = (id: string, check: string, path: string, more: Partial<Service['rules'][number]> = {}) => ({
  id,
  on: '',
  check,
  each: null,
  path,
  message: { en: `The rule ${id} is not kept.` },
  ...more,
})
const asks = (questions: readonly Question[], rules: Service['rules'] = [], changes = {}) => {
  const asha = chat(chatCatalogue([service('town.thing', 'Thing', questions, { rules })]), hub(changes))
  asha.writes('Thing')
  return asha
}
const flag = question('flag', 'BOOLEAN', { en: 'Flag', scalar: 'Boolean' })
const friends = [
  question('friends[].name', 'TEXT', { en: 'Name', scalar: 'PersonName', repeats: { minimum: 1, maximum: 2 } }),
  question('friends[].adult', 'BOOLEAN', { en: 'Of age?', scalar: 'Boolean', repeats: { minimum: 1, maximum: 2 } }),
]
const ADULT = rule('adult', 'input.friends.all(item, item.adult) || !input.flag', 'friends')
const SOMEBODY = rule('somebody', 'input.friends.exists(one, one.adult) || !input.flag', 'friends')

describe('a rule over a list', () => {
  it('is not judged before the list has begun', () => {
    expect(asks([flag, ...friends], [SOMEBODY]).taps('Yes')).toMatch(/\*Name\*/)
  })
  it('is said when the list is ended, and again where it would be passed by', () => {
    const asha = asks([flag, ...friends, question('end', 'TEXT', { en: 'End' })], [ADULT])
    asha.taps('Yes')
    asha.writes('Ravi')
    asha.taps('No')
    expect(asha.taps('Go on')).toMatch(/^The rule adult is not kept\./)
    asha.writes('back')
    asha.taps('Go on')
    asha.writes('back')
    expect(asha.state().place.at).not.toBe('review')
  })
  it('does not reach the review broken', () => {
    const asha = asks([flag, ...friends], [ADULT])
    asha.taps('Yes')
    for (const name of ['Ravi', 'Gita']) {
      asha.writes(name)
      asha.taps('No')
      if (name === 'Ravi') asha.taps('Add another')
    }
    expect(asha.replies()[0]!.text).toBe('The rule adult is not kept.')
    // whoever steps out of the correction hears it again
    expect(asha.writes('back')).toMatch(/^The rule adult is not kept\./)
  })
})

describe('a rule of a block that may be left out', () => {
  const inside = (name: string, more: Partial<Question> & { en: string }) =>
    question(`extra.${name}`, 'TEXT', { within: 'extra', block: { en: 'Extra' }, ...more })
  it('asks for what it is about, not for what was answered last', () => {
    const asha = asks(
      [inside('name', { en: 'Name', scalar: 'PersonName' }), inside('mark', { en: 'Mark' })],
      [rule('name', "!has(input.extra) || (input.extra.name != 'Asha')", 'extra.name')],
    )
    asha.taps('Add')
    asha.writes('Asha')
    expect(asha.writes('none')).toMatch(/^The rule name is not kept\.\n\nExtra\n\*Name\*/)
    expect(asha.writes('Ravi')).toMatch(/please check/)
  })
})

describe('an optional list that wants some', () => {
  const names = question('names', 'TEXT', {
    en: 'Names',
    required: false,
    repeats: { minimum: 0, maximum: 3 },
    atLeast: 'input.flag ? 2 : 0',
  })
  it('may be passed over only where none is wanted, and is asked for once some are', () => {
    const asha = asks([flag, names])
    asha.taps('Yes')
    expect(asha.choices().map(({ title }) => title)).not.toContain('Skip')
    expect(asha.writes('skip')).not.toMatch(/please check/)
    const ravi = asks([flag, names])
    ravi.taps('No')
    expect(ravi.taps('Skip')).toMatch(/please check/)
    ravi.taps('Correct')
    ravi.taps('Flag')
    expect(ravi.taps('Yes')).toMatch(/\*Names\*/)
  })
})

describe('what a department knows', () => {
  it('is asked again where it makes an earlier answer count that it knows more about', () => {
    const questions = [
      flag,
      question('card', 'TEXT', { en: 'Card', when: 'input.flag', facts: 'cardKnown' }),
      question('colour', 'TEXT', { en: 'Colour', when: 'facts.cardKnown.good', facts: 'colourKnown' }),
      question('shade', 'TEXT', { en: 'Shade', when: 'facts.colourKnown.good' }),
    ]
    const facts = (of: any) => ({
      type: 'facts',
      of,
      facts: Object.fromEntries(
        ['card', 'colour'].flatMap((name) => (of.answers[name] ? [[`${name}Known`, { good: true }]] : [])),
      ),
    })
    const asha = asks(questions, [], { facts })
    asha.taps('Yes')
    asha.writes('one')
    asha.writes('red')
    expect(asha.writes('dark')).toMatch(/please check/)
    for (const [answer, next] of [
      ['No', /please check/],
      ['Yes', /please check[\s\S]*Shade: dark/],
    ] as const) {
      asha.taps('Correct')
      asha.taps('Flag')
      expect(asha.taps(answer)).toMatch(next)
    }
  })
})
