/** What was answered, in words: as fully as there is room for. */
import { createHash } from 'node:crypto'
import { BLOCKS, headingOf, inWords, labelled, listed, readable, tell } from '../speech.ts'
import type { State, World } from '../state.ts'
import { surveyOf } from './draft.ts'
import type { Entry } from './survey.ts'

/**
 * Ever fewer words: a line for each answer; a block within a block, such as an address, on one line; the files of a block
 * counted, where there are several; and a block that was shown before, and has not changed since, named by its first answer.
 */
export const FULLNESSES = ['each', 'lines', 'counts', 'named'] as const
export type Fullness = (typeof FULLNESSES)[number]

/** Answers that stand below one outermost heading, in the order of the questions. */
export interface Block {
  /** null where they stand below none. */
  readonly heading: string | null
  readonly entries: readonly Entry[]
}

/** The heading that a question stands below, and those within it. */
export function headingsOf(entry: Pick<Entry, 'question' | 'path'>, state: State): [string | null, string | null] {
  const [outer = null, ...inner] = headingOf(entry.question, entry.path, state)?.split(BLOCKS) ?? []
  return [outer, inner.join(BLOCKS) || null]
}

/** Entries in a row that are told apart by nothing. */
function together(entries: readonly Entry[], by: (entry: Entry) => string | null): Block[] {
  const found: { heading: string | null; entries: Entry[] }[] = []
  for (const entry of entries) {
    const heading = by(entry)
    const last = found.at(-1)
    if (last && last.heading === heading) last.entries.push(entry)
    else found.push({ heading, entries: [entry] })
  }
  return found
}

/** What of these was answered, block by block. */
export const blocksOf = (entries: readonly Entry[], state: State): readonly Block[] =>
  together(
    entries.filter(({ value }) => value !== null),
    (entry) => headingsOf(entry, state)[0],
  )

/**
 * The same while the block reads the same: its papers are counted, so that a page more changes nothing. In another language it was not
 * shown: whoever changes to that could not read the other.
 */
function hashOf({ entries }: Block, { language }: State): string {
  const read = entries.map(({ path, question, value }) => [path, isPaper(question) ? countOf(value) : value])
  return createHash('sha256')
    .update(JSON.stringify([language, ...read]))
    .digest('hex')
    .slice(0, 16)
}

export const wasShown = (block: Block, state: State): boolean =>
  state.draft!.shown?.includes(hashOf(block, state)) ?? false

/** What is kept of the blocks that are shown, once these are as well. What a block held before it changed was shown further up, and does not count. */
export function shownWith(blocks: readonly Block[], state: State, world: World): readonly string[] {
  const still = blocksOf(surveyOf(state, world).entries, state).filter((block) => wasShown(block, state))
  return [...new Set([...still, ...blocks].map((block) => hashOf(block, state)))]
}

const isPaper = ({ type }: Entry['question']): boolean => type === 'DOCUMENT'
const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1)

/** What was answered, below its headings. */
export function answersOf(state: State, world: World, fullness: Fullness = 'each'): string[] {
  const lines: string[] = []
  let wasNamed = false
  for (const block of blocksOf(surveyOf(state, world).entries, state)) {
    const isNamed = fullness === 'named' && block.heading !== null && wasShown(block, state)
    if (lines.length && !(isNamed && wasNamed)) lines.push('')
    if (isNamed) lines.push(namedLine(block, state, world))
    else lines.push(...(block.heading ? [`— ${block.heading}`] : []), ...linesOf(block, state, world, fullness))
    wasNamed = isNamed
  }
  return lines
}

/** The answers of one block, without its heading. */
export function linesOf({ heading, entries }: Block, state: State, world: World, fullness: Fullness): string[] {
  const lines: string[] = []
  const answer = (entry: Entry) => asRead(entry, state, world)
  const isCounted = ({ question }: Entry) =>
    heading !== null && isPaper(question) && (fullness === 'counts' || fullness === 'named')
  for (const within of together(entries, (entry) => headingsOf(entry, state)[1])) {
    if (fullness !== 'each' && within.heading && within.entries.every(({ question }) => question.type === 'TEXT')) {
      lines.push(labelled(within.heading, listed(within.entries.map(answer), state)))
      continue
    }
    if (within.heading) lines.push(`· ${within.heading}`)
    const counted = within.entries.filter(isCounted)
    // a paper that is alone has room for its label
    for (const entry of within.entries)
      if (counted.length < 2 || !isCounted(entry))
        lines.push(labelled(inWords(entry.question.label, state), answer(entry)))
    const count = counted.reduce((sum, { value }) => sum + countOf(value), 0)
    if (counted.length > 1) lines.push(tell(state, world, 'files-given', { count }))
  }
  return lines
}

const asRead = ({ question, path, value }: Entry, state: State, world: World): string =>
  readable(question, path, value, state.draft!, state, world)

/** `The groom: Kabir Mehta, as shown above` */
function namedLine({ heading, entries }: Block, state: State, world: World): string {
  const first = entries.find(({ question }) => question.type === 'TEXT') ?? entries[0]!
  return labelled(heading!, tell(state, world, 'as-shown', { answer: asRead(first, state, world) }))
}
