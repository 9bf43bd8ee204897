import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  conversation,
  type Message,
  type Operation,
  type Outcome,
  type Result,
  START,
  type State,
  type World,
} from '../../../subgraphs/whatsapp/conversation/index.ts'
import { LIMITS, layOut } from '../../../subgraphs/whatsapp/sending/layout.ts'
import { AROUND, WORDING } from '../chat.ts'
import { SMALL } from '../small-catalogue.ts'

const RUNS = Number(process.env.CHAT_RUNS ?? 300)
const world: World = { catalogue: SMALL, wording: WORDING, ...AROUND, today: '2026-03-01', id: 'm1' }

const TEXTS = [
  'hi',
  'menu',
  'back',
  'help',
  'cancel',
  'status',
  'more',
  'skip',
  'yes',
  'no',
  'stop',
  'language',
  'हिन्दी',
  'ਪੰਜਾਬੀ',
  'اردو',
  'शादी',
  'Wedding',
  'Birth certificate',
  'birht',
  '5/1/1990',
  '१/२/१९९०',
  'Ravi',
  'रवि',
  '12',
  '9810012345',
  'LINK 123456',
  'DWR-2026-000001',
  'go on',
  'send',
  '',
]
/** What a citizen may do next: write anything, press anything that was ever shown, send a file or something unreadable. */
type Act =
  | { kind: 'text'; text: string }
  | { kind: 'press'; nth: number }
  | { kind: 'file' }
  | { kind: 'other' }
  | { kind: 'forged'; id: string }
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS).map((text): Act => ({ kind: 'text', text })) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text): Act => ({ kind: 'text', text })) },
  { weight: 6, arbitrary: fc.nat().map((nth): Act => ({ kind: 'press', nth })) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'file' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'other' }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }).map((id): Act => ({ kind: 'forged', id })) },
)
/** How the hub answers: well, with nothing, or not at all. */
const mood = fc.constantFrom('well', 'empty', 'down', 'refused')

function answered(operation: Operation, how: string): Result {
  const outcome =
    how === 'well'
      ? ({ is: 'filed', reference: 'DWR-2026-000001' } as const)
      : how === 'empty'
        ? ({ is: 'same', reference: 'DWR-2026-000001' } as const)
        : how === 'down'
          ? ({ is: 'failed' } as const)
          : ({
              is: 'invalid',
              problems: [{ path: 'groom.name', rule: 'person-name', message: 'This is no name.' }],
            } as const)
  const application = {
    reference: 'DWR-2026-000001',
    service: 'office.wedding',
    title: 'Wedding',
    status: 'IN_REVIEW',
    restricted: how === 'empty',
    due: '2026-03-09',
    history: [{ status: 'SUBMITTED', at: '2026-03-01T10:00:00Z', reason: null }],
    action: null,
    certificate: null,
  }
  switch (operation.kind) {
    case 'options':
      return {
        type: 'options',
        of: operation,
        limit: how === 'refused',
        options:
          how === 'well'
            ? Array.from({ length: 14 }, (_, i) => ({ value: `v${i}`, label: `Record number ${i} of this register` }))
            : how === 'empty'
              ? []
              : null,
      }
    case 'facts':
      return { type: 'facts', of: operation, facts: {} }
    case 'fee':
      return { type: 'fee', of: operation, fee: how === 'well' ? 100 : null, answered: how !== 'down' }
    case 'upload':
      return how === 'well'
        ? { type: 'upload', of: operation, stored: { document: 'doc_1', name: 'a.pdf' }, refused: null }
        : { type: 'upload', of: operation, stored: null, refused: 'type' }
    case 'file':
      return { type: 'filed', outcome }
    case 'applications':
      return {
        type: 'applications',
        applications:
          how === 'well'
            ? [application, { ...application, reference: 'DWR-2026-000002' }]
            : how === 'empty'
              ? []
              : how === 'refused'
                ? [application]
                : null,
      }
    case 'application':
      return {
        type: 'application',
        of: operation,
        application: how === 'well' ? application : null,
        answered: how !== 'down',
      }
    case 'withdraw':
      return { type: 'withdraw', reference: operation.reference, outcome }
    case 'answer':
      return { type: 'answer', reference: operation.reference, outcome }
    case 'erase':
      return {
        type: 'erase',
        erased: how === 'down' ? null : how === 'well',
        waitsFor: how === 'empty' ? ['DWR-2026-000001'] : [],
      }
    case 'link':
      return { type: 'link', linked: how === 'well', references: [], answered: how !== 'down' }
  }
}

function say(before: State, message: Message, how: string): Outcome {
  let state = before
  const replies = []
  let event: Message | Result = message
  for (let i = 0; i < 20; i++) {
    const outcome: Outcome = conversation(state, event, world)
    state = outcome.state
    replies.push(...outcome.replies)
    if (!outcome.operation) return { state, replies }
    event = answered(outcome.operation, how)
  }
  throw new Error('a message leads to operations without end')
}

function checkLimits(outcome: Outcome): void {
  for (const message of outcome.replies.flatMap((reply) => layOut(reply)) as any[]) {
    if (message.type === 'text') {
      expect(message.text.body.length).toBeLessThanOrEqual(LIMITS.text)
      expect(message.text.body.trim()).not.toBe('')
      continue
    }
    const { body, action } = message.interactive
    expect(body.text.length).toBeLessThanOrEqual(LIMITS.interactive)
    const titles: string[] = (action.buttons ?? [])
      .map((b: any) => b.reply.title)
      .concat((action.sections?.[0].rows ?? []).map((r: any) => r.title))
    const ids: string[] = (action.buttons ?? [])
      .map((b: any) => b.reply.id)
      .concat((action.sections?.[0].rows ?? []).map((r: any) => r.id))
    expect(titles.length).toBeGreaterThan(0)
    expect(titles.length).toBeLessThanOrEqual(action.buttons ? 3 : 10)
    expect(new Set(titles).size).toBe(titles.length)
    expect(new Set(ids).size).toBe(ids.length)
    for (const title of titles) expect(title.length).toBeLessThanOrEqual(action.buttons ? 20 : 24)
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(200)
  }
}

describe('whatever a citizen sends', () => {
  it('is answered within WhatsApp’s limits, and help, menu, cancel and status lead on from wherever it leads', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(act, mood), { maxLength: 40 }), (acts) => {
        let state = START
        const shown: string[] = []
        for (const [{ ...done }, how] of acts) {
          const message: Message =
            done.kind === 'text'
              ? { type: 'text', text: done.text }
              : done.kind === 'press'
                ? {
                    type: 'press',
                    id: shown.length ? shown[shown.length - 1 - (done.nth % Math.min(shown.length, 12))]! : 'menu',
                    title: '',
                  }
                : done.kind === 'forged'
                  ? { type: 'press', id: done.id, title: '' }
                  : done.kind === 'file'
                    ? { type: 'file', media: { id: 'm', url: null, name: null, mediaType: null } }
                    : { type: 'other', kind: 'audio' }
          const outcome = say(state, message, how)
          // the same tap twice is one
          if (message.type !== 'press' || message.id !== state.pressed?.id)
            expect(outcome.replies.length).toBeGreaterThan(0)
          checkLimits(outcome)
          shown.push(...outcome.replies.flatMap((reply) => (reply.choices ?? []).map(({ id }) => id)))
          state = JSON.parse(JSON.stringify(outcome.state))
        }
        for (const word of ['help', 'menu', 'back', 'cancel', 'status', 'language']) {
          const outcome = say(state, { type: 'text', text: word }, 'well')
          expect(outcome.replies.length).toBeGreaterThan(0)
          checkLimits(outcome)
        }
        expect(say(state, { type: 'text', text: 'menu' }, 'well').state.place.at).toBe('menu')
        expect(
          say(say(state, { type: 'text', text: 'menu' }, 'well').state, { type: 'text', text: 'Wedding' }, 'well').state
            .place.at,
        ).toMatch(/question|resume/)
      }),
      { numRuns: RUNS },
    )
  })
})
