/** Ways out that are open from everywhere: to put it off, to talk to a person, to have all deleted, and help for whoever is lost. */

import { isIdle, repeat, shelvedAtMenu } from './commands.ts'
import { openQuestion } from './form/answers.ts'
import { beginForm } from './form/offer.ts'
import { menu } from './menu.ts'
import { pressId } from './presses.ts'
import { begin, beginAnew, shelved } from './shelf.ts'
import { tell, titleOf } from './speech.ts'
import { type Choice, type Outcome, type Result, START, type State, type World } from './state.ts'

/** So often in a row nothing was understood: other words are tried. */
const LOST = 3

const plain = (state: State, text: string, choices?: readonly Choice[]): Outcome => ({
  state,
  replies: [choices ? { text, choices } : { text }],
})

// ---------- later ----------

/** Puts what was begun aside; it is there whenever the citizen comes back. */
export function putOff(state: State, world: World): Outcome {
  const service = state.draft?.trail.length ? world.catalogue.service(state.draft.service) : null
  const aside: State = { ...shelved(shelvedAtMenu(state)), place: { at: 'menu' } }
  if (!service) return menu(aside, world)
  return plain(aside, tell(state, world, 'kept-for-later', { title: titleOf(service, state) }), [
    { id: pressId('resume', service.code), title: tell(state, world, 'go-on') },
    { id: pressId('menu'), title: tell(state, world, 'menu') },
  ])
}

/** Asks whether the answers so far shall go; where that is asked already, they go. */
export function startAgain(state: State, world: World): Outcome {
  const { place } = state
  const asked = place.at === 'resume' && !place.drops ? world.catalogue.service(place.service) : null
  if (asked) return beginAnew(state, world, asked)
  const service = state.draft && !isIdle(state) ? world.catalogue.service(state.draft.service) : null
  return service ? begin(state, world, service) : menu(shelvedAtMenu(state), world)
}

// ---------- a person ----------

/** Where a person answers; the chat stays where it is. An operator sees that it was asked for, and from where. */
export function person(state: State, world: World): Outcome {
  const said = repeat(state, world, tell(state, world, 'talk-to-person', { helpline: world.helpline }))
  const records = [{ name: 'asked-for-a-person', details: state.draft?.service ?? 'menu' }]
  return { ...said, records }
}

// ---------- deletion ----------

export const confirmErasure = (state: State, world: World): Outcome => ({
  state: { ...state, place: { at: 'erase', ...(goesOn(state) ? { resume: true } : {}) } },
  replies: [
    {
      text: tell(state, world, 'erase-sure'),
      choices: [
        { id: pressId('keep'), title: tell(state, world, 'erase-no') },
        { id: pressId('erase'), title: tell(state, world, 'erase-yes') },
      ],
    },
  ],
})
const goesOn = (state: State): boolean => {
  const { place, draft } = state
  return draft !== null && (place.at === 'erase' ? place.resume === true : !isIdle(state) && place.at !== 'action')
}
/** A no: back to where the chat stood. */
export const keepAll = (state: State, world: World): Outcome =>
  state.place.at === 'erase' && goesOn(state) ? beginForm(state, world) : menu(shelvedAtMenu(state), world)
export const erase = (state: State): Outcome => ({ state, replies: [], operation: { kind: 'erase' } })

/** Nothing is remembered behind it, whatever became of it: only the language. */
export function erasureCame(
  state: State,
  world: World,
  { erased, waitsFor }: Extract<Result, { type: 'erase' }>,
): Outcome {
  if (erased === null)
    return plain(state, tell(state, world, 'no-answer'), [
      { id: pressId('erase'), title: tell(state, world, 'try-again') },
      { id: pressId('menu'), title: tell(state, world, 'menu') },
    ])
  const { language, chosen } = state
  const blank: State = { ...START, language, chosen, place: { at: 'menu' } }
  return erased
    ? plain(blank, tell(state, world, 'erased'))
    : plain(
        blank,
        waitsFor.length
          ? tell(state, world, 'erased-later', {
              references: waitsFor.join(', '),
              count: waitsFor.length,
            })
          : tell(state, world, 'erasing'),
        [
          { id: pressId('status'), title: tell(state, world, 'my-applications') },
          { id: pressId('menu'), title: tell(state, world, 'menu') },
        ],
      )
}

// ---------- whoever is lost ----------

/** Nothing was understood: says why, and after some times in other words what is wanted here. */
export function notUnderstood(state: State, world: World, note: string | null): Outcome {
  const lost = state.lost + 1
  const counted = { ...state, lost }
  if (lost % LOST !== 0) return repeat(counted, world, note)
  return repeat(counted, world, [...(note ? [note] : []), ...inOtherWords(state, world)].join('\n'))
}
const inOtherWords = (state: State, world: World): readonly string[] => [
  tell(state, world, otherWords(state, world), { example: exampleOf(state, world) }),
  tell(state, world, 'lost-ways', { helpline: world.helpline }),
]

/** What was asked for is offered by nobody here: says so, and what is. */
export function notHere(state: State, world: World): Outcome {
  const lost = state.lost + 1
  const before = lost % LOST === 0 ? { before: inOtherWords(state, world).join('\n') } : {}
  return menu({ ...state, lost }, world, { ...before, lacks: true })
}

/** Something that can be asked for. */
const exampleOf = (state: State, world: World): string => {
  const [service] = world.catalogue.services
  return service ? titleOf(service, state) : tell(state, world, 'menu')
}

/** Id of the sentence that says in other words what is wanted. */
function otherWords(state: State, world: World): string {
  const put = openQuestion(state, world)
  if (state.place.at === 'pages') return 'lost-file'
  if (!put) return isIdle(state) ? 'lost-menu' : 'lost-buttons'
  const { type, accepts } = put.question
  switch (type) {
    case 'DATE':
      return 'lost-date'
    case 'INTEGER':
    case 'NUMBER':
      return 'lost-number'
    case 'DOCUMENT':
      return accepts?.some((kind) => kind.startsWith('image/')) === false ? 'lost-pdf' : 'lost-file'
    case 'BOOLEAN':
    case 'CHOICE':
    case 'CHOICES':
      return 'lost-buttons'
    case 'TEXT':
      return 'lost-text'
  }
}
