/** Drafts that are begun, put aside for another, and gone on with. */

import { advance } from './form/draft.ts'
import { beginForm } from './form/offer.ts'
import { menu } from './menu.ts'
import { pressId } from './presses.ts'
import { tell, titleOf } from './speech.ts'
import type { Choice, Draft, Outcome, Place, Reply, Service, State, World } from './state.ts'

const SHELF = 5

/** Puts an open draft aside, so that it can be gone on with. */
export function shelved(state: State): State {
  const { draft } = state
  if (!draft) return state
  const others = state.shelf.filter((kept) => kept.service !== draft.service)
  return { ...state, draft: null, shelf: draft.trail.length ? [draft, ...others].slice(0, SHELF) : others }
}

/** How many questions are answered or passed over: the trail holds other steps as well. */
export const countOf = ({ trail }: Draft): number => trail.filter((step) => !/^[=+?]/.test(step)).length

/** Begins a service, or asks whether to go on with what was begun. */
export function begin(state: State, world: World, service: Service): Outcome {
  const aside = shelved(state)
  const known = aside.shelf.find((draft) => draft.service === service.code)
  if (known)
    return {
      state: { ...aside, place: { at: 'resume', service: service.code } },
      replies: [
        {
          text: `${titleOf(service, state)}\n${tell(state, world, 'begun-before', { count: String(countOf(known)) })}`,
          choices: [
            { id: pressId('resume', service.code), title: tell(state, world, 'go-on') },
            { id: pressId('anew', service.code), title: tell(state, world, 'start-again') },
          ],
        },
      ],
    }
  const draft: Draft = {
    id: `chat-${world.id}`,
    service: service.code,
    answers: {},
    labels: {},
    closed: {},
    wanted: {},
    chosen: {},
    trail: [],
    stale: [],
    facts: {},
    refresh: false,
    begun: false,
    ahead: {},
    reminded: false,
  }
  return beginForm({ ...aside, draft }, world)
}

/** Begins a service without what was begun of it before. */
export function beginAnew(state: State, world: World, service: Service): Outcome {
  const aside = shelved(state)
  return begin({ ...aside, shelf: aside.shelf.filter((kept) => kept.service !== service.code) }, world, service)
}

/** Goes on with a draft that was put aside; with the menu where there is none. */
export function resume(state: State, world: World, code: string): Outcome | null {
  const aside = shelved(state)
  const draft = aside.shelf.find((kept) => kept.service === code)
  if (!draft || !world.catalogue.service(code)) return null
  return advance({ ...aside, draft, shelf: aside.shelf.filter((kept) => kept !== draft) }, world)
}

/** Buttons in one message; more become a list. */
const BUTTONS = 3
const LOOKING: ReadonlySet<Place['at']> = new Set(['menu', 'applications', 'application'])

/** The reply with a way back to what is begun, where nothing is asked and none is there. */
export function withWayBack(outcome: Outcome, world: World): Outcome {
  const { state, replies } = outcome
  const draft = state.draft?.trail.length ? state.draft : (state.shelf[0] ?? state.draft)
  const service = draft && world.catalogue.service(draft.service)
  const last = replies.at(-1)
  if (!service || !last || last.certificate || !LOOKING.has(state.place.at)) return outcome
  const id = pressId(draft.trail.length ? 'resume' : 'start', service.code)
  const { choices = [] } = last
  if (choices.some((choice) => choice.id === id)) return outcome
  const goOn = { id, title: tell(state, world, 'go-on') }
  const isMenu = (choice: Choice) => choice.id === pressId('menu')
  // the menu leads back as well: it makes room, and stands behind
  const others = choices.length === BUTTONS ? choices.filter((choice) => !isMenu(choice)) : choices
  const at = choices[0] && isMenu(choices[0]) ? 0 : others.length
  const reply: Reply = {
    ...last,
    text: `${last.text}\n\n${tell(state, world, 'not-finished', { title: titleOf(service, state) })}`,
    choices: [...others.slice(0, at), goOn, ...others.slice(at)],
    open: last.open ?? tell(state, world, 'choose'),
  }
  return { ...outcome, replies: [...replies.slice(0, -1), reply] }
}

// ---------- deletion of what lies aside ----------

const titleOfDraft = ({ service }: Draft, state: State, world: World): string => {
  const offered = world.catalogue.service(service)
  return offered ? titleOf(offered, state) : tell(state, world, 'service-gone')
}

/** `cancel` where no question is open: asks whether the answers that lie aside shall go, or whose. */
export function cancelAside(state: State, world: World): Outcome {
  const aside = shelved(state)
  const [first, ...others] = aside.shelf
  if (!first) return menu(aside, world)
  if (!others.length) return confirmDrop(aside, world, first.service)!
  const choices = aside.shelf.map((draft) => ({
    id: pressId('drop', draft.service),
    title: titleOfDraft(draft, state, world),
    description: tell(state, world, 'begun-before', { count: String(countOf(draft)) }),
  }))
  return {
    state: { ...aside, place: { at: 'menu' } },
    replies: [
      {
        text: tell(state, world, 'drop-which'),
        choices: [...choices, { id: pressId('keep'), title: tell(state, world, 'erase-no') }],
        open: tell(state, world, 'choose'),
      },
    ],
  }
}

/** Asks whether the answers of a service that lies aside shall go; null where there are none. */
export function confirmDrop(state: State, world: World, code: string): Outcome | null {
  const aside = shelved(state)
  const draft = aside.shelf.find((kept) => kept.service === code)
  if (!draft) return null
  const lines = [
    titleOfDraft(draft, state, world),
    tell(state, world, 'begun-before', { count: String(countOf(draft)) }),
    tell(state, world, 'drop-sure'),
  ]
  return {
    state: { ...aside, place: { at: 'resume', service: code, drops: true } },
    replies: [
      {
        text: lines.join('\n'),
        choices: [
          { id: pressId('keep'), title: tell(state, world, 'erase-no') },
          { id: pressId('dropped', code), title: tell(state, world, 'drop-yes') },
        ],
      },
    ],
  }
}

/** Deletes the answers of a service that lies aside. */
export function dropped(state: State, world: World, code: string): Outcome {
  const aside = shelved(state)
  const shelf = aside.shelf.filter((kept) => kept.service !== code)
  return menu({ ...aside, shelf, kept: [] }, world, { before: tell(state, world, 'cancelled') })
}
