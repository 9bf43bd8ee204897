import { describe, expect, it } from '@jest/globals'
import { questionReply } from '../../subgraphs/whatsapp/conversation/form/asking.ts'
import { START, type State, type World } from '../../subgraphs/whatsapp/conversation/index.ts'
import { headingOf } from '../../subgraphs/whatsapp/conversation/speech.ts'
import type { Question } from '../../subgraphs/whatsapp/conversation/state.ts'
import { cut, LIMITS, layOut, parts } from '../../subgraphs/whatsapp/sending/layout.ts'
import { templateCreations } from '../../subgraphs/whatsapp/sending/templates.ts'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { AROUND, WORDING } from './chat.ts'
import { SMALL } from './small-catalogue.ts'

const choice = (title: string, description?: string) => ({ id: title, title, ...(description ? { description } : {}) })
const only = (messages: readonly unknown[]): any => {
  expect(messages).toHaveLength(1)
  return messages[0]
}

describe('a reply as messages of WhatsApp', () => {
  it('is buttons for three short choices', () => {
    const { interactive } = only(layOut({ text: 'Well?', choices: ['Yes', 'No', 'Skip'].map((t) => choice(t)) }))
    expect(interactive).toMatchObject({ type: 'button', body: { text: 'Well?' } })
    expect(interactive.action.buttons.map((b: any) => b.reply.title)).toEqual(['Yes', 'No', 'Skip'])
  })
  it('is a list for more of them, or for longer ones', () => {
    expect(
      only(layOut({ text: 'Well?', open: 'Choose', choices: ['a', 'b', 'c', 'd'].map((t) => choice(t)) })).interactive
        .type,
    ).toBe('list')
    expect(
      only(layOut({ text: 'Well?', open: 'Choose', choices: [choice('Twenty-one characters')] })).interactive.type,
    ).toBe('list')
  })
  it('cuts a title that is too long and writes it out below', () => {
    const long = 'Certificate of good conduct from the police'
    const { interactive } = only(layOut({ text: 'Which?', open: 'Choose', choices: [choice(long), choice('Other')] }))
    expect(interactive.action.sections[0].rows).toEqual([
      { id: long, title: 'Certificate of good con…', description: long },
      { id: 'Other', title: 'Other' },
    ])
  })
  it('tells titles apart that would be cut to the same', () => {
    const titles = ['Certificate of residence, North', 'Certificate of residence, South']
    const { interactive } = only(layOut({ text: 'Which?', open: 'Choose', choices: titles.map((t) => choice(t)) }))
    expect(interactive.action.sections[0].rows.map((r: any) => r.title)).toEqual([
      '1. Certificate of resid…',
      '2. Certificate of resid…',
    ])
  })
  it('writes out what it has numbered with its number', () => {
    const long = 'The very long name of an office that stands in a far part of the district, number'
    const titles = [`${long} 1`, 'Other', `${long} 3`, `Another office: ${long} 4`]
    const { interactive } = only(layOut({ text: 'Which?', open: 'Choose', choices: titles.map((t) => choice(t)) }))
    expect(interactive.action.sections[0].rows.map((r: any) => r.title)).toEqual([
      '1. The very long name o…',
      'Other',
      '3. The very long name o…',
      'Another office: The ver…',
    ])
    expect(interactive.body.text).toBe(`Which?\n1. ${long} 1\n3. ${long} 3\n• Another office: ${long} 4`)
  })
  it('sends what is too long for one message ahead, and keeps the label with its buttons', () => {
    const messages = layOut({
      text: `${'word '.repeat(300)}\n*Your name*\nAs on your papers`,
      choices: [choice('Skip')],
    }) as any[]
    expect(messages.map((m) => m.type)).toEqual(['text', 'interactive'])
    expect(messages[1].interactive.body.text).toBe('*Your name*\nAs on your papers')
  })
  it('never breaks a letter of Devanagari', () => {
    expect(cut('प्रमाणपत्र', 5)).toBe('प्र…')
    expect(parts('क्ष'.repeat(10), 9).every((part) => /^(क्ष)+$/.test(part))).toBe(true)
  })
})

describe('every question of every service, in every language of the channel', () => {
  for (const service of readCatalogue().services)
    for (const { code: language } of WORDING.languages)
      it(`fits: ${service.code} ${language}`, () => {
        const state: State = { ...START, language }
        const world: World = { catalogue: SMALL, wording: WORDING, ...AROUND, today: '2026-03-01', id: 'm1' }
        for (const asked of service.questions) {
          const path = asked.path.replaceAll('[]', '.1')
          const question: Question = { ...asked, live: asked.optionsQuery !== null, dependsOn: null, facts: null }
          const heading = headingOf(question, path, state)
          const reply = questionReply(
            {
              question,
              path,
              key: 'k'.repeat(10),
              options: null,
              page: 0,
              suggestion: null,
              skippable: !question.required,
              before: ['Why it is asked again.', '', ...(heading ? [heading] : [])],
              given: [],
            },
            state,
            world,
          )
          const message = only(layOut(reply))
          const body: string = message.text?.body ?? message.interactive.body.text
          expect(body.split('\n').filter((line) => /^\*[^*\n]+\*$/.test(line))).toHaveLength(1)
          expect(body.length).toBeLessThanOrEqual(LIMITS.interactive)
        }
      })
})

describe('templates', () => {
  it('have no variable first or last, and enough words beside them', () => {
    for (const { components } of templateCreations(WORDING) as any[]) {
      const { text } = components.find((c: any) => c.type === 'BODY')
      expect(text).not.toMatch(/^\s*\{\{|\}\}[\s.,;:!?।۔؟،]*$/)
      const words = text
        .replaceAll(/\{\{.*?\}\}/g, ' ')
        .split(/\s+/)
        .filter((word: string) => /\p{L}|\p{N}/u.test(word))
      expect(words.length).toBeGreaterThan(2 * [...text.matchAll(/\{\{/g)].length)
    }
  })
})
