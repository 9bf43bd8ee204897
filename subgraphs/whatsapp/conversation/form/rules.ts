/** A rule that the answers break: said, and what it is about is asked for again. */
import { compile } from '../../../../vocabulary/expressions.ts'
import { inWords } from '../speech.ts'
import type { Outcome, Service, State, World } from '../state.ts'
import { reopened } from './corrections.ts'
import { advance, patternOf, putList, rulePath, serviceOf, surveyOf } from './draft.ts'
import { brokenRules } from './survey.ts'

type Rule = Service['rules'][number]

/** Whether a rule reads the answer at `path` itself, rather than the block that it stands in. */
function isRead(rule: Rule, path: string): boolean {
  const pattern = patternOf(path)
  const [list] = pattern.split('[]')
  const { paths, itemPaths } = compile(rule.each ?? rule.check)
  return paths.includes(pattern) || (rule.each !== null && itemPaths.includes(pattern.slice(list!.length + 3)))
}

/** Of what a rule is about, the path in the same item as `path`; null where it is not answered. */
function pathIn(rule: Rule, { draft }: State, index: string | undefined): string | null {
  const path = rule.path.replace('[]', index === undefined ? '' : `.${index}`)
  return draft!.answers[path] === undefined ? null : path
}

/**
 * The answer at `path` (or the end of the list there) has broken a rule. `before`: without it. Where the rule reads something else and
 * could only be judged now, that is asked for again: the same question would be asked for ever.
 */
export function putBroken(before: State, after: State, world: World, rule: Rule, path: string): Outcome {
  const note = inWords(rule.message, after)
  if (rulePath(rule, serviceOf(after, world)!) === null) return putList(after, world, rule)
  const about = isRead(rule, path) ? null : pathIn(rule, after, /\.(\d+)(?=\.|$)/.exec(path)?.[1])
  return about === null ? advance(before, world, note) : advance(reopened(after, world, about), world, note)
}

/** A rule that is broken though all is answered; null where all are kept. */
export function brokenAtEnd(state: State, world: World): Outcome | null {
  const [first] = brokenRules(serviceOf(state, world)!, surveyOf(state, world))
  if (!first) return null
  const [id, rule] = first
  const about = pathIn(rule, state, id.split(' ')[1])
  return about === null
    ? putList(state, world, rule)
    : advance(reopened(state, world, about), world, inWords(rule.message, state))
}
