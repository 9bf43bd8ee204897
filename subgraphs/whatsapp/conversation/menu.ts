/** What a citizen finds where no question is open: the services, the languages, help. */
import { LANGUAGES, type LanguageCode } from '../../../vocabulary/catalogue.ts'
import { comparable, fillers } from '../wording.ts'
import { pressId } from './presses.ts'
import { begin } from './shelf.ts'
import { inWords, tell, titleOf } from './speech.ts'
import type { Choice, Outcome, Service, State, World } from './state.ts'
import { notHere, notUnderstood } from './ways.ts'

const ROWS = 10
const OFFERED = 3

const row = (service: Service, state: State): Choice => ({
  id: pressId('start', service.code),
  title: titleOf(service, state),
  description: service.description ? inWords(service.description, state) : inWords(service.departmentName, state),
})

/** Everything that can be begun or asked, in one message. A draft can be gone on with from the first row. `lacks`: what was asked for is not there. */
export function menu(
  state: State,
  world: World,
  options: { page?: number; before?: string; lacks?: boolean } = {},
): Outcome {
  const drafts = [...(state.draft?.trail.length ? [state.draft] : []), ...state.shelf].flatMap(
    (draft) => world.catalogue.service(draft.service) ?? [],
  )
  const resumed = drafts.slice(0, 1).map(
    (service): Choice => ({
      id: pressId('resume', service.code),
      title: tell(state, world, 'go-on'),
      description: titleOf(service, state),
    }),
  )
  const others = world.wording.languages.filter(({ code }) => code !== state.language)
  const fixed: Choice[] = [
    { id: pressId('status'), title: tell(state, world, 'my-applications') },
    // by their own names: whoever looks for a language may read no other
    {
      id: pressId('languages'),
      title: tell(state, world, 'language'),
      description: others.map(({ name }) => name).join(' · '),
    },
  ]
  const { services } = world.catalogue
  const room = ROWS - fixed.length - resumed.length
  const paged = services.length > room
  const size = paged ? room - 1 : room
  const pages = Math.max(1, Math.ceil(services.length / size))
  const page = (options.page ?? 0) % pages
  const here = services.slice(page * size, (page + 1) * size).map((service) => row(service, state))
  const more: Choice[] = paged
    ? [{ id: pressId('services', String((page + 1) % pages)), title: tell(state, world, 'more') }]
    : []
  const offered =
    services.length > ROWS ? [...here, ...more].map(({ title }) => title) : services.map((one) => titleOf(one, state))
  const greeting = options.lacks
    ? [tell(state, world, 'not-here'), ...offered.map((title) => `• ${title}`)]
    : [tell(state, world, 'menu-text')]
  const text = [...(options.before ? [options.before, ''] : []), ...greeting].join('\n')
  return {
    state: { ...state, place: { at: 'menu' } },
    replies: [{ text, choices: [...resumed, ...here, ...more, ...fixed], open: tell(state, world, 'choose') }],
  }
}

/** A text outside of any question: begins the service that it names, offers those that resemble it, or shows the menu. */
export function typed(state: State, world: World, text: string): Outcome {
  const titled = serviceTitled(text, world)
  if (titled) return begin(state, world, titled)
  // what sounds like it names nothing
  if (['yes', 'no'].includes(world.wording.command(text) ?? '')) return notUnderstood(state, world, null)
  const { named, similar } = world.catalogue.search(text)
  if (named) return begin(state, world, named)
  if (!similar.length) return isWish(text, world) ? notHere(state, world) : notUnderstood(state, world, null)
  const offered = similar.slice(0, OFFERED)
  return {
    state: { ...state, place: { at: 'menu' } },
    replies: [
      {
        text: tell(state, world, 'did-you-mean'),
        choices: offered.map((service) => row(service, state)),
        open: tell(state, world, 'choose'),
      },
    ],
  }
}

/** Says something that may be wished for: no mere sign, number, courtesy or `please help me with`. */
const isWish = (text: string, world: World): boolean =>
  world.wording.remark(text) === null &&
  comparable(text)
    .split(' ')
    .some((word) => /\p{L}[\p{L}\p{M}]/u.test(word) && !fillers().has(word) && world.wording.command(word) !== 'menu')

/** The service whose title this text is, in any language. */
export function serviceTitled(text: string, world: World): Service | null {
  const wanted = comparable(text)
  if (!wanted) return null
  return (
    world.catalogue.services.find(({ title }) =>
      LANGUAGES.some((code) => title[code] !== undefined && comparable(title[code]) === wanted),
    ) ?? null
  )
}

export function languages(state: State, world: World, resume: boolean): Outcome {
  return {
    state: { ...state, place: { at: 'language', resume } },
    replies: [
      {
        text: world.wording.languages.map(({ code }) => world.wording.say(code, 'choose-language')).join('\n'),
        choices: world.wording.languages.map(({ code, name }) => ({ id: pressId('language', code), title: name })),
        open: tell(state, world, 'choose'),
      },
    ],
  }
}

export const inLanguage = (state: State, language: LanguageCode): State => ({ ...state, language, chosen: true })

/** What can be sent from anywhere. */
export const helpText = (state: State, world: World): string => tell(state, world, 'help-text')
