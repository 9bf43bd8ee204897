/** Parts of a form that are no question: another item of a list or none, an optional block, which of several to give. */

import { pressId } from '../presses.ts'
import { BLOCKS, headingAt, inWords, labelled, readable, tell } from '../speech.ts'
import type { Choice, Option, Outcome, State, World } from '../state.ts'
import { advance, draftKey, introOf, newlyBroken, surveyOf, withDraft } from './draft.ts'
import { putBroken } from './rules.ts'
import type { Next } from './survey.ts'

type Which = Extract<Next, { kind: 'which' }>

export function putMore(
  state: State,
  world: World,
  next: Extract<Next, { kind: 'more' }>,
  note: string | null,
): Outcome {
  const draft = state.draft!
  const { list, count, example, leaf } = next
  const key = draftKey(draft)
  const name = (leaf ? null : headingAt(list, example, state)) ?? inWords(example.label, state)
  const text =
    leaf && example.type !== 'DOCUMENT'
      ? `${labelled(name, readable(example, list, draft.answers[list], draft, state, world))}\n${tell(state, world, 'any-more')}`
      : count
        ? tell(state, world, 'so-many', { name, count: String(count) })
        : tell(state, world, 'none-yet', { name })
  const enough: Choice = {
    id: pressId('enough', key, list, String(count)),
    title: tell(state, world, count ? 'go-on' : 'go-on-without'),
  }
  const add: Choice = {
    id: pressId('add', key, list, String(count)),
    title: tell(state, world, count ? 'add-another' : 'add'),
  }
  return {
    state: { ...withDraft(state, { begun: true }), place: { at: 'more', list } },
    replies: [
      { text: [...(note ? [note, ''] : []), ...introOf(state, world), text].join('\n'), choices: [enough, add] },
    ],
  }
}

/** The alternatives of a one-of input: by their labels, or by the heading of a nested one. */
export const alternativesOf = (state: State, { path, alternatives }: Which): readonly Option[] =>
  alternatives.map(({ name, example, leaf }) => ({
    value: name,
    label:
      (leaf ? null : headingAt(`${path}.${name}`, example, state))?.split(BLOCKS).at(-1) ??
      inWords(example.label, state),
  }))

export function putWhich(state: State, world: World, next: Which, note: string | null): Outcome {
  const { path, alternatives } = next
  const heading = headingAt(path, alternatives[0]!.example, state)
  const choices = alternativesOf(state, next).map(({ value, label }) => ({
    id: pressId('pick', draftKey(state.draft!), path, value),
    title: label,
  }))
  const text = [
    ...(note ? [note, ''] : []),
    ...introOf(state, world),
    ...(heading ? [heading] : []),
    tell(state, world, 'which-one'),
  ].join('\n')
  return {
    state: { ...withDraft(state, { begun: true }), place: { at: 'which', path } },
    replies: [{ text, choices, open: tell(state, world, 'choose') }],
  }
}

/** One of the alternatives is chosen. */
export function picked(state: State, world: World, path: string, name: string): Outcome | null {
  const { next } = surveyOf(state, world)
  if (next?.kind !== 'which' || next.path !== path || !next.alternatives.some((one) => one.name === name)) return null
  const draft = state.draft!
  return advance(
    withDraft(state, { chosen: { ...draft.chosen, [path]: name }, trail: [...draft.trail, `?${path}`] }),
    world,
  )
}

/** Ends a list as it is, or asks for one item more. */
export function more(state: State, world: World, list: string, another: boolean): Outcome {
  const form = surveyOf(state, world)
  if (form.next?.kind !== 'more' || form.next.list !== list) return advance(state, world)
  const { count } = form.next
  const draft = state.draft!
  const trail = [...draft.trail, another ? `+${list}` : `=${list}`]
  if (another) return advance(withDraft(state, { wanted: { ...draft.wanted, [list]: count + 1 }, trail }), world)
  const closed = withDraft(state, { closed: { ...draft.closed, [list]: count }, trail })
  const broken = newlyBroken(state, closed, world)
  if (!broken) return advance(closed, world)
  return putBroken(state, state, world, broken, list)
}
