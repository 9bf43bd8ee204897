/** A citizen who sends anything, and a hub in any mood: seeded, so that what went wrong can be seen again. */
import {
  conversation,
  type Message,
  type Operation,
  type Reply,
  type Result,
  type State,
  type World,
} from '../../../subgraphs/whatsapp/conversation/index.ts'

/** Numbers from 0 to 1 of a seed (mulberry32). */
export function numbers(seed: number): () => number {
  let at = seed >>> 0
  return () => {
    at = (at + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(at ^ (at >>> 15), at | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
export const pick = <T>(of: readonly T[], next: () => number): T => of[Math.floor(next() * of.length)]!

const WORDS = [
  'hi|menu|back|help|cancel|status|more|skip|yes|no|stop|language|later|start again|person|delete my data|send|correct|add|go on|withdraw',
  'हिन्दी|ਪੰਜਾਬੀ|اردو|English|मदद|पीछे|बाद में|ਰੱਦ|مینو|हाँ|ਨਹੀਂ|جی ہاں|haan ji',
  'Wedding|शादी|Birth certificate|Proof of age|Passport|birht|shaadi|licence|Which law|His name|change his name|I made a mistake|गलत|cancel this',
  '5/1/1990|१/२/१९९०|5 Jan 2020|31/2/2020|tomorrow|Ravi|रवि|Ravi\n5/1/1990|Asha, Devi, 110005|12|0|-3|9810012345|110005',
  'LINK 123456|123456|DWR-2026-000001|DWR-2026-999999|1|2|HINDU|Special, Rice|Rice, Bread| |\u0000|\u202e|🙂|<b>|*x*|%s',
]
  .flatMap((row) => row.split('|'))
  .concat('x'.repeat(4096), 'ਕ'.repeat(300))
const FORGED = [
  'answer|x|act|HINDU',
  'send',
  'page|||-1',
  'erase',
  'withdrawn|DWR-2026-000001',
  'resume|x',
  '',
  '|',
  'fix||',
]
const CARD = { type: 'contact', name: 'Ravi', mobile: '+919810012345' } as const
const PLACE = { type: 'place', name: 'Home', address: '12 MG Road, Delhi 110005' } as const

const FILE = { type: 'file', media: { id: 'm', url: null, name: 'a.pdf', mediaType: 'application/pdf' } } as const
const PICTURES = ['p1', 'p2', 'p3'].map(
  (id): Message => ({ type: 'file', media: { id, url: null, name: null, mediaType: 'image/jpeg' } }),
)
const CAPTIONS = [
  'back',
  'cancel',
  'help',
  'stop',
  'my card',
  '5 Jan 1990',
  '110075',
  'yes',
  '1',
  'menu',
  'status',
  'start again',
]
const captioned = (message: Message, next: () => number): Message =>
  message.type === 'file' && next() < 0.3 ? { ...message, caption: pick(CAPTIONS, next) } : message
const file = (next: () => number): Message => captioned(next() < 0.4 ? FILE : pick(PICTURES, next), next)
const text = (said: string): Message => ({ type: 'text', text: said })

/** What somebody sends who reads what is asked: an answer, or the first or the second choice; null where neither is there. */
export function sensible(
  { place, draft }: State,
  { catalogue }: World,
  shown: readonly string[],
  next: () => number,
): Message | null {
  if (place.at === 'form' && draft && next() < 0.5) return { type: 'form', key: draft.id.slice(-10) }
  const path = place.at === 'question' ? place.path.replace(/\.\d+(?=\.|$)/g, '[]') : null
  const question = draft && catalogue.service(draft.service)?.questions.find((one) => one.path === path)
  if (question && next() < 0.8)
    switch (question.type) {
      case 'DOCUMENT':
        return file(next)
      case 'DATE':
        return text(pick(['5/1/1980', '1 Feb 2020', '7/7/2012'], next))
      case 'INTEGER':
        return text('12')
      case 'TEXT':
        return text(question.scalar === 'MobileNumber' ? '9810012345' : pick(['Ravi', 'आशा', 'Meena Kumari'], next))
    }
  const id = shown[next() < 0.7 ? 0 : 1] ?? shown[0]
  return id === undefined ? null : { type: 'press', id, title: '' }
}

/** The next message: something typed, anything that was shown lately or long ago, a file, a card, a place, noise. */
export function anything(shown: readonly string[], next: () => number): Message {
  const kind = next()
  if (kind < 0.35) return { type: 'text', text: pick(WORDS, next) }
  if (kind < 0.4) return { type: 'text', text: noise(next) }
  if (kind < 0.85 && shown.length)
    return { type: 'press', id: pick(next() < 0.8 ? shown.slice(-10) : shown, next), title: '' }
  if (kind < 0.89) return file(next)
  if (kind < 0.92) return next() < 0.5 ? CARD : PLACE
  if (kind < 0.94) return { type: 'other', kind: 'audio' }
  if (kind < 0.95) return { type: 'form', key: 'of another' }
  return { type: 'press', id: pick(FORGED, next), title: '' }
}
function noise(next: () => number): string {
  const length = Math.floor(next() * 20)
  return Array.from({ length }, () => String.fromCodePoint(1 + Math.floor(next() * 0xd7ff))).join('')
}

export type Mood = 'well' | 'empty' | 'down' | 'refused'
export const MOODS: readonly Mood[] = ['well', 'well', 'well', 'empty', 'down', 'refused']
const REFERENCE = 'DWR-2026-000001'

/** What the hub answers, as its mood is. */
export function answerOf(operation: Operation, mood: Mood): Result {
  const outcome =
    mood === 'well'
      ? ({ is: 'filed', reference: REFERENCE } as const)
      : mood === 'empty'
        ? ({ is: 'same', reference: REFERENCE } as const)
        : mood === 'down'
          ? ({ is: 'failed' } as const)
          : ({
              is: 'invalid',
              problems: [{ path: 'groom.name', rule: 'person-name', message: 'This is no name.' }],
            } as const)
  const question = { kind: 'ANSWER', text: 'Which?', due: '2026-03-09', place: null, question: null, options: null }
  const application = {
    reference: REFERENCE,
    service: 'office.wedding',
    title: 'Wedding',
    status: 'IN_REVIEW',
    restricted: mood === 'empty',
    due: '2026-03-09',
    history: [{ status: 'SUBMITTED', at: '2026-03-01T10:00:00Z', reason: null }],
    action: mood === 'well' ? question : null,
    certificate: null,
  }
  const all = [application, { ...application, reference: 'DWR-2026-000002' }]
  switch (operation.kind) {
    case 'options': {
      const some = Array.from({ length: 14 }, (_, i) => ({
        value: `v${i}`,
        label: `Record number ${i} of this register`,
      }))
      const options = mood === 'well' ? some : mood === 'empty' ? [] : null
      return { type: 'options', of: operation, limit: mood === 'refused', options }
    }
    case 'facts':
      return { type: 'facts', of: operation, facts: {} }
    case 'fee':
      return { type: 'fee', of: operation, fee: mood === 'well' ? 100 : null, answered: mood !== 'down' }
    case 'upload':
      return mood === 'well'
        ? { type: 'upload', of: operation, stored: { document: 'doc_1', name: 'a.pdf' }, refused: null }
        : { type: 'upload', of: operation, stored: null, refused: 'type' }
    case 'file':
      return { type: 'filed', outcome }
    case 'applications':
      return {
        type: 'applications',
        applications: { well: all, empty: [], refused: [application], down: null }[mood],
      }
    case 'application': {
      const shown = mood === 'well' || mood === 'empty' ? application : null
      return { type: 'application', of: operation, application: shown, answered: mood !== 'down' }
    }
    case 'withdraw':
      return { type: 'withdraw', reference: operation.reference, outcome }
    case 'answer':
      return { type: 'answer', reference: operation.reference, outcome }
    case 'link':
      return { type: 'link', linked: mood === 'well', references: [], answered: mood !== 'down' }
    case 'erase':
      return {
        type: 'erase',
        erased: mood === 'down' ? null : mood === 'well',
        waitsFor: mood === 'empty' ? [REFERENCE] : [],
      }
  }
}

/** All that a message leads to, until the hub is asked for nothing more. */
export function told(
  before: State,
  message: Message,
  world: World,
  mood: Mood,
): { state: State; replies: readonly Reply[]; operations: readonly Operation[] } {
  let state = before
  const replies: Reply[] = []
  const operations: Operation[] = []
  for (let event: Message | Result = message, i = 0; i < 20; i++) {
    const outcome = conversation(state, event, world)
    state = outcome.state
    replies.push(...outcome.replies)
    if (!outcome.operation) return { state, replies, operations }
    operations.push(outcome.operation)
    event = answerOf(outcome.operation, mood)
  }
  throw new Error('a message leads to operations without end')
}
