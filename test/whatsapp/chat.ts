import {
  conversation,
  type Message,
  type Operation,
  type Reply,
  type Result,
  remind,
  START,
  type State,
  type World,
} from '../../subgraphs/whatsapp/conversation/index.ts'
import type { ChatCatalogue } from '../../subgraphs/whatsapp/conversation/state.ts'
import { wording } from '../../subgraphs/whatsapp/wording.ts'

export const WORDING = wording()
/** Of the world, what most tests have no interest in. */
export const AROUND = { now: Date.parse('2026-03-01T10:00:00+05:30'), helpline: '1076' } as const
export type Answers = (operation: Operation) => Result

/** A chat with the pure conversation; operations are answered by `hub`. */
export function chat(
  catalogue: ChatCatalogue,
  hub: Answers = () => {
    throw new Error('no operation was expected')
  },
  around: Pick<World, 'forms'> = {},
) {
  let state: State = START
  let count = 0
  let now = AROUND.now
  let last: readonly Reply[] = []
  const operations: Operation[] = []
  const records: { readonly name: string; readonly details: string }[] = []
  const worldNow = (): World => ({
    catalogue,
    wording: WORDING,
    ...AROUND,
    ...around,
    now,
    today: '2026-03-01',
    id: `m${count}`,
  })
  function tell(message: Message, arrived = now): string {
    count += 1
    const world: World = { ...worldNow(), arrived }
    const replies: Reply[] = []
    let event: Message | Result = message
    for (let i = 0; i < 10; i++) {
      const outcome = conversation(state, event, world)
      state = outcome.state
      replies.push(...outcome.replies)
      records.push(...(outcome.records ?? []))
      if (!outcome.operation) break
      operations.push(outcome.operation)
      event = hub(outcome.operation)
    }
    last = replies
    return said()
  }
  const said = () =>
    last.map((reply) => [reply.text, ...(reply.choices ?? []).map((c) => `[${c.title}]`)].join('\n')).join('\n---\n')
  return {
    writes: (text: string) => tell({ type: 'text', text }),
    taps(title: string) {
      const choice = last.flatMap((reply) => reply.choices ?? []).find((c) => c.title === title)
      if (!choice) throw new Error(`there is no ${title} in:\n${said()}`)
      return tell({ type: 'press', id: choice.id, title })
    },
    presses: (id: string) => tell({ type: 'press', id, title: '' }),
    sendsFile: (name = 'paper.pdf') =>
      tell({ type: 'file', media: { id: 'm', url: null, name, mediaType: 'application/pdf' } }),
    /** `written`: ms before the last answer was said. */
    sendsPicture: (id: string, written?: number, sha256: string | null = null) =>
      tell(
        { type: 'file', media: { id, url: null, name: null, mediaType: 'image/jpeg', sha256 } },
        written === undefined ? now : now - written,
      ),
    /** `written`: ms before the last answer was said. */
    sends: (message: Message, written = 0) => tell(message, now - written),
    /** Written before the last answer could be read. */
    hadWritten: (text: string) => tell({ type: 'text', text }, now - 1),
    choices: () => last.flatMap((reply) => reply.choices ?? []),
    replies: () => last,
    state: () => state,
    world: worldNow,
    put: (next: State) => {
      state = next
    },
    operations,
    records,
    /** Time passes. */
    waits(ms: number) {
      now += ms
    },
    /** The reminder is due, as far as the state says so. */
    isReminded() {
      if (state.remind === null || state.remind > now) return null
      const outcome = remind(state, { catalogue, wording: WORDING, ...AROUND, now, today: '2026-03-01', id: 'r' })
      state = outcome.state
      last = outcome.replies
      return said()
    },
  }
}
