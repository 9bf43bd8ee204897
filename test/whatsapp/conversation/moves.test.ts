import { describe, expect, it } from '@jest/globals'
import { START, type State, type World } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { type At, MOVES, standing, WAYS } from '../../../subgraphs/whatsapp/conversation/moves.ts'
import { readPress } from '../../../subgraphs/whatsapp/conversation/presses.ts'
import { AROUND, WORDING } from '../chat.ts'
import { WHOLE } from '../small-catalogue.ts'
import { anything, MOODS, numbers, pick, sensible, told } from './random-citizen.ts'

/** A million when it is asked for: `RANDOM_MESSAGES=1000000 npx jest test/whatsapp/conversation/moves`. */
const MESSAGES = Number(process.env.RANDOM_MESSAGES ?? 50_000)
const SEEDS = 20
/** Messages of one chat; then another begins. */
const CHAT = 400
/** How often somebody reads what is asked: forms are finished, too. */
const SENSE = 0.6

const WAY_WORDS: Readonly<Record<keyof typeof WAYS, string>> = {
  help: 'help',
  person: 'talk to a person',
  menu: 'menu',
  stop: 'unsubscribe',
  status: 'my applications',
  language: 'change language',
  erase: 'delete my data',
  later: 'continue later',
  cancel: 'cancel',
  anew: 'start over',
  back: 'go back',
}
/** Presses that belong to no place. */
const ANYWHERE = new Set(
  'menu services help status languages language start resume anew drop dropped show respond withdraw withdrawn certificate keep erase cancel'.split(
    ' ',
  ),
)
const worldAt = (count: number, forms: boolean): World => ({
  catalogue: WHOLE,
  wording: WORDING,
  ...AROUND,
  now: AROUND.now + count * 30_000,
  // one in five was sent before what was said last
  arrived: AROUND.now + count * 30_000 - (count % 5 ? 0 : 45_000),
  today: '2026-03-01',
  id: `m${count}`,
  ...(forms ? { forms: { closed: new Set<string>() } } : {}),
})
/** States that differ in nothing that decides where they lead. */
const kindOf = ({ place, draft, shelf, stopped }: State): string =>
  JSON.stringify([
    place.at,
    'path' in place ? place.path : '',
    draft?.service,
    draft?.trail.length,
    shelf.length,
    stopped,
  ])

/** What is wrong with the ways out of a state. */
function faultsOf(state: State, world: World): string[] {
  return (Object.keys(WAYS) as (keyof typeof WAYS)[]).flatMap((way) => {
    const leads: 'stays' | readonly At[] = WAYS[way]
    const { state: after, replies } = told(state, { type: 'text', text: WAY_WORDS[way] }, world, 'well')
    const { at } = after.place
    const right = leads === 'stays' ? at === state.place.at || !standing(at).asks : leads.includes(at)
    return right && replies.length
      ? []
      : [`${way} from ${state.place.at} leads to ${at} with ${replies.length} replies`]
  })
}

function walk(seed: number, messages: number) {
  const next = numbers(seed)
  const faults = new Set<string>()
  const checked = new Set<string>()
  let state: State = START
  let shown: string[] = []
  let latest: string[] = []
  for (let count = 0; count < messages; count++) {
    if (count % CHAT === 0) {
      state = START
      shown = []
      latest = []
    }
    // every other chat is offered forms
    const world = worldAt(count, seed % 2 === 0)
    const reading = next() < SENSE ? sensible(state, world, latest, next) : null
    const message = reading ?? anything(shown, next)
    const from = state.place.at
    const outcome = told(state, message, world, pick(MOODS, next))
    const press = message.type === 'press' ? readPress(message.id) : null
    const words = message.type === 'text' ? message.text : message.type === 'file' ? message.caption : null
    const command = words ? WORDING.command(words) : null
    const titled = message.type === 'text' && /^(Wedding|शादी|Birth certificate|Proof of age)$/.test(message.text)
    const cancels = words ? WORDING.plea(words)?.wish === 'cancel' : false
    const away =
      titled ||
      cancels ||
      message.type === 'form' ||
      (command !== null && command in WAYS) ||
      (press && ANYWHERE.has(press.kind))
    const to = outcome.state.place.at
    // the name of a language chooses it, as its button does
    const chooses = command?.startsWith('choose-') && (standing('language').to.includes(to) || to === 'action')
    // what is pressed twice leads nowhere, and nothing is said
    if (!away && !chooses && outcome.replies.length) {
      if (!standing(from).to.includes(to)) faults.add(`${from} → ${to} by ${JSON.stringify(message).slice(0, 100)}`)
    }
    if (!outcome.replies.length && !(message.type === 'press' && message.id === state.pressed?.id))
      faults.add(`nothing is said at ${from}`)
    state = outcome.state
    latest = outcome.replies.flatMap(({ choices }) => (choices ?? []).map(({ id }) => id))
    shown.push(...latest)
    if (shown.length > 200) shown = shown.slice(-100)
    const kind = kindOf(state)
    if (checked.has(kind)) continue
    checked.add(kind)
    for (const fault of faultsOf(state, world)) faults.add(fault)
  }
  return { faults: [...faults], places: new Set([...checked].map((kind) => JSON.parse(kind)[0])) }
}

describe('states and moves', () => {
  const places = new Set<string>()
  it.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
    'random messages, seed %i: none throws, each leads where the table says, and every state has all its ways out',
    (seed) => {
      const walked = walk(seed, MESSAGES / SEEDS)
      for (const place of walked.places) places.add(place)
      expect(walked.faults).toEqual([])
    },
    600_000,
  )
  it('every place was reached', () => {
    expect([...places].sort()).toEqual(Object.keys(MOVES).sort())
  })
})
