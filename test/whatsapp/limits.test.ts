import { describe, expect, it } from '@jest/globals'
import { statusWords } from '../../subgraphs/whatsapp/conversation/applications.ts'
import { questionAt } from '../../subgraphs/whatsapp/conversation/form/draft.ts'
import {
  conversation,
  type Message,
  type Operation,
  type Reply,
  type Result,
  START,
  type State,
  type World,
} from '../../subgraphs/whatsapp/conversation/index.ts'
import type { ActionView, Question } from '../../subgraphs/whatsapp/conversation/state.ts'
import { type Notice, tellOf } from '../../subgraphs/whatsapp/notices/notice.ts'
import { layOut } from '../../subgraphs/whatsapp/sending/layout.ts'
import { LANGUAGES, type LanguageCode } from '../../vocabulary/catalogue.ts'
import { say } from '../../vocabulary/words.ts'
import { AROUND, WORDING } from './chat.ts'
import { misfits } from './limits.ts'
import { REAL } from './real-catalogue.ts'

const LETTER: Readonly<Record<LanguageCode, string>> = { en: 'W', hi: 'ख', pa: 'ਖ', ur: 'خ' }
/** Words of `length` characters. */
const words = (language: LanguageCode, length: number): string =>
  `${LETTER[language].repeat(9)} `.repeat(Math.ceil(length / 10)).slice(0, length - 1) + LETTER[language]

/** Options of a department with long words: more than a list holds, and two that begin alike. */
const liveOptions = (language: LanguageCode) =>
  Array.from({ length: 23 }, (_, i) => ({
    value: `${'office-'.repeat(40)}${i}`,
    label: i < 2 ? `${words(language, 40)} ${i}` : `${i} ${words(language, 60)}`,
    description: i % 2 ? words(language, 120) : null,
  }))

const ON_BUTTONS =
  'choose form-steps form-fill menu more language yes no skip send correct cancel add add-another go-on go-on-without start-again try-again answer-now withdraw withdraw-yes withdraw-no my-applications add-page is-a-page use-first none-of-these'.split(
    ' ',
  )

const PROBLEM = { path: '', rule: 'invalid' }
/** What the hub answers, at its longest. */
function answerTo(operation: Operation, language: LanguageCode): Result {
  switch (operation.kind) {
    case 'options':
      return { type: 'options', of: operation, options: liveOptions(language), limit: false }
    case 'facts':
      return { type: 'facts', of: operation, facts: {} }
    case 'fee':
      return { type: 'fee', of: operation, fee: 123456, answered: true }
    case 'upload':
      return {
        type: 'upload',
        of: operation,
        stored: { document: 'd1', name: `${'paper'.repeat(40)}.pdf` },
        refused: null,
      }
    case 'file': {
      const problems = [{ ...PROBLEM, message: words(language, 900) }]
      return { type: 'filed', outcome: { is: 'invalid', problems } }
    }
    case 'applications':
      return { type: 'applications', applications: REAL.services.map((_, i) => application(i, language)) }
    case 'application':
      return { type: 'application', of: operation, application: application(0, language), answered: true }
    default:
      throw new Error(`${operation.kind} was not expected`)
  }
}

const STATUSES = 'SUBMITTED RECEIVED IN_REVIEW ACTION_REQUIRED APPROVED CERTIFIED REJECTED WITHDRAWN LAPSED'.split(' ')
const action = (kind: string, language: LanguageCode, question: Question | null = null): ActionView => ({
  kind,
  text: words(language, 500),
  due: '2026-11-30',
  place: words(language, 200),
  question,
  options: question ? liveOptions(language) : null,
})
function application(i: number, language: LanguageCode) {
  const service = REAL.services[i]!
  return {
    reference: `DWR-2026-00000${i}`,
    service: service.code,
    title: say(service.title, language),
    status: 'ACTION_REQUIRED',
    restricted: false,
    due: '2026-11-30',
    history: STATUSES.map((status) => ({ status, at: '2026-11-23T10:00:00Z', reason: words(language, 300) })),
    action: action('ANSWER', language),
    certificate: null,
  }
}

class Chat {
  state: State
  replies: readonly Reply[] = []
  readonly faults: string[] = []
  readonly #world: World
  /** `last`: takes the last of what is offered, rather than the first. */
  #last: boolean

  constructor(language: LanguageCode, last: boolean) {
    this.state = { ...START, language, chosen: true }
    this.#world = {
      catalogue: REAL,
      wording: WORDING,
      ...AROUND,
      today: '2026-11-25',
      id: 'wamid.HBgMOTE5ODEwMDEyMzQ1',
    }
    this.#last = last
  }

  /** What a message leads to, laid out and held against the limits; the chat itself stays where it is. */
  tries(message: Message, from = this.state): { state: State; replies: readonly Reply[] } {
    let state = from
    const replies: Reply[] = []
    let event: Message | Result = message
    for (let i = 0; i < 12; i++) {
      const outcome = conversation(state, event, this.#world)
      state = outcome.state
      replies.push(...outcome.replies)
      if (!outcome.operation) break
      event = answerTo(outcome.operation, state.language)
    }
    for (const reply of replies) {
      if ((reply.choices?.length ?? 0) > 10) this.faults.push(`more than a list holds: ${reply.text}`)
      this.faults.push(...layOut(reply).flatMap(misfits))
    }
    return { state, replies }
  }

  goes(message: Message): void {
    const { state, replies } = this.tries(message)
    this.state = state
    this.replies = replies
  }

  /** Everything that can be said where the chat stands: help, what is wrong with an answer, more options. */
  looksAround(): void {
    for (const text of ['help', 'menu', 'back', 'more', 'status', 'language', '?!', 'x'.repeat(4000), '🙂'])
      this.tries({ type: 'text', text })
    this.tries({ type: 'other', kind: 'audio' })
    this.tries({ type: 'file', media: { id: 'm', url: null, name: 'a.pdf', mediaType: 'application/pdf' } })
    for (const { id, title } of this.replies.flatMap((reply) => reply.choices ?? []))
      this.tries({ type: 'press', id, title })
  }

  /** The longest answer that the question takes, or one of its choices. */
  answers(): boolean {
    const { place, draft, language } = this.state
    const choices = this.replies.flatMap((reply) => reply.choices ?? [])
    const press = (nth: number): Message => ({ type: 'press', id: choices.at(nth)!.id, title: choices.at(nth)!.title })
    if (place.at === 'more') {
      // one more item while that is possible; the list ends itself at its most
      const count = Object.keys(draft!.answers).filter((path) => path.startsWith(place.list)).length
      this.goes(press(count > 40 || !this.#last ? 0 : 1))
      return true
    }
    if (place.at === 'correct') {
      // a rule over a list is broken: its first choice is taken again, the other way
      const choice = choices.find(({ id }) => {
        const question = questionAt(REAL.service(draft!.service)!, id.split('|')[2] ?? '')
        return question?.type === 'CHOICE' && !question.live
      })!
      this.#last = !this.#last
      this.goes({ type: 'press', id: choice.id, title: choice.title })
      return true
    }
    if (place.at !== 'question') return false
    const question = questionAt(REAL.service(draft!.service)!, place.path)!
    const example = question.example && say(question.example, language)
    if (question.type === 'DOCUMENT')
      this.goes({ type: 'file', media: { id: 'm', url: null, name: 'a.pdf', mediaType: 'application/pdf' } })
    else if (question.type === 'TEXT' && choices.length === 0 && question.scalar === 'PersonName')
      this.goes({ type: 'text', text: words(language, 100) })
    else if (question.type === 'TEXT' && question.scalar === 'String' && !question.pattern && !question.live)
      this.goes({ type: 'text', text: words(language, question.maximum ?? 1000) })
    else if (
      question.live ||
      question.type === 'CHOICE' ||
      question.type === 'CHOICES' ||
      question.type === 'BOOLEAN'
    ) {
      const values = choices.filter(({ id }) => id.startsWith('answer'))
      // the first of them that no rule refuses
      const message = (this.#last ? [...values].reverse() : values)
        .map(({ id, title }): Message => ({ type: 'press', id, title }))
        .find((one) => this.tries(one).state.draft?.answers[place.path] !== undefined)!
      this.goes(message)
    } else this.goes({ type: 'text', text: example ?? String(question.minimum ?? 1) })
    return true
  }
}

describe.each(LANGUAGES)('every message in %s keeps the limits of WhatsApp', (language) => {
  for (const service of REAL.services)
    it.each([
      ['first', false],
      ['last', true],
    ] as const)(
      `${service.code}, from its title to its review, with the longest answers and the %s of each choice`,
      (_, last) => {
        const chat = new Chat(language, last)
        chat.goes({ type: 'text', text: say(service.title, language) })
        const put = new Set<string>()
        for (let step = 0; step < 400 && chat.state.place.at !== 'review'; step++) {
          if (chat.state.place.at === 'question') put.add(chat.state.place.path)
          chat.looksAround()
          const before = JSON.stringify(chat.state)
          if (!chat.answers() || JSON.stringify(chat.state) === before) break
        }
        expect({ at: chat.state.place, said: chat.replies }).toMatchObject({ at: { at: 'review' } })
        // the review, each page of its corrections, and what the department refuses
        chat.looksAround()
        for (let page = 0; page < 10; page++) {
          const correct = chat.tries({ type: 'press', id: chat.replies[0]!.choices![1]!.id, title: '' })
          let at = correct
          for (let turn = 0; turn < page; turn++) at = chat.tries({ type: 'text', text: 'more' }, at.state)
        }
        expect(put.size).toBeGreaterThan(5)
        expect([...new Set(chat.faults)]).toEqual([])
      },
    )

  it('a form that is offered, opened, come and closed', () => {
    const forms = { closed: new Set<string>() }
    const faults: string[] = []
    let opened = 0
    for (const service of REAL.services) {
      const world: World = { catalogue: REAL, wording: WORDING, ...AROUND, today: '2026-11-25', id: 'm1', forms }
      let state: State = { ...START, language, chosen: true }
      const said = (message: Message) => {
        const outcome = conversation(state, message, world)
        state = outcome.state
        const seal = () => ({ flow: 'dwar_'.repeat(20), token: 'x'.repeat(900) })
        faults.push(...outcome.replies.flatMap((reply) => layOut(reply, seal)).flatMap(misfits))
        faults.push(...outcome.replies.flatMap((reply) => layOut(reply)).flatMap(misfits))
        return outcome.replies[0]
      }
      const offer = said({ type: 'text', text: say(service.title, language) })
      if (state.place.at !== 'offer') continue
      expect(offer!.choices).toHaveLength(2)
      said({ type: 'text', text: 'help' })
      said({ type: 'press', id: offer!.choices![1]!.id, title: '' })
      expect(state.place.at).toBe('form')
      opened++
      for (const key of [state.draft!.id.slice(-10), state.draft!.id.slice(-10), 'another']) said({ type: 'form', key })
    }
    expect(opened).toBeGreaterThan(4)
    expect([...new Set(faults)]).toEqual([])
  })

  it('the menu, the languages, what resembles a wish, the applications', () => {
    const chat = new Chat(language, false)
    for (const text of ['hi', 'language', 'status', 'marriage certificate', 'licence', 'DWR-2026-000001', 'withdraw'])
      chat.tries({ type: 'text', text })
    for (const { code } of REAL.services) {
      const title = say(REAL.service(code)!.title, language)
      const begun = chat.tries({ type: 'text', text: title })
      const menu = chat.tries({ type: 'text', text: 'menu' }, begun.state)
      chat.tries({ type: 'text', text: title }, menu.state)
    }
    expect([...new Set(chat.faults)]).toEqual([])
  })

  it('every rule, and every word that stands on a button', () => {
    const faults = REAL.services.flatMap(({ rules }) =>
      rules.flatMap(({ message }) => misfits(layOut({ text: say(message, language) })[0])),
    )
    const titles = ON_BUTTONS.map((id) => WORDING.say(language, id))
    expect(titles.filter((title) => title.length > 20)).toEqual([])
    expect(faults).toEqual([])
  })

  it('every notice, within the 24 hours and after them', () => {
    const state: State = { ...START, language, chosen: true }
    const world: World = { catalogue: REAL, wording: WORDING, ...AROUND, today: '2026-11-25', id: 'm1' }
    const faults: string[] = []
    for (const service of REAL.services)
      for (const status of STATUSES)
        for (const kind of ['ANSWER', 'DOCUMENT', 'APPOINTMENT', null])
          for (const restricted of [false, true]) {
            const asked = service.questions.find(({ type }) => type === (kind === 'DOCUMENT' ? 'DOCUMENT' : 'CHOICE'))!
            const notice: Notice = {
              id: 'e1',
              name: status.toLowerCase(),
              status,
              reason: words(language, 1000),
              reference: 'DWR-2026-000001',
              service: service.code,
              restricted,
              title: say(service.title, language),
              department: say(service.departmentName, language),
              action: kind === null ? null : action(kind, language, { ...asked, live: false }),
              certificate: { code: 'vr4z8934fmr7n10dcrs85khzf4', url: 'https://example.org/certificates/x' },
            }
            for (const { free, template, file } of tellOf(notice, state, world, 'https://example.org').messages) {
              if (free) faults.push(...misfits(free))
              if (file) faults.push(...misfits({ type: 'document', document: file }))
              const parameters = template?.components.flatMap((part: any) =>
                part.type === 'body' ? part.parameters : [],
              )
              for (const { text } of (parameters ?? []) as { text: string }[])
                if (text.length > 300 || /[\n\t]|\s{4}/.test(text)) faults.push(`parameter: ${text}`)
            }
          }
    for (const status of STATUSES) expect(statusWords(status, state, world).length).toBeLessThanOrEqual(40)
    expect([...new Set(faults)]).toEqual([])
  })
})
