/** How many items a list has at the least, whatever is answered: for those who read no CEL. */
import type { CatalogueQuestion } from '../catalogue.ts'
import { compile } from '../expressions.ts'

const COMBINATIONS = 256

/** A question whose `repeats.minimum` is the smallest that its `atLeast` gives over all choices that it reads. Where it reads anything but choices, it stays. */
export function withFewest(
  question: CatalogueQuestion,
  all: readonly CatalogueQuestion[],
  today: string,
): CatalogueQuestion {
  if (!question.atLeast || !question.repeats) return question
  const expression = compile(question.atLeast)
  if (expression.readsFacts) return question
  let inputs: Record<string, unknown>[] = [{}]
  for (const path of expression.paths) {
    const options = all.find((one) => one.path === path)?.options
    if (!options || inputs.length * options.length > COMBINATIONS) return question
    inputs = inputs.flatMap((input) => options.map(({ value }) => withValue(input, path, value)))
  }
  const counts = inputs
    .map((input) => expression.evaluate({ input, today, facts: {} }))
    .filter((count) => typeof count === 'number')
  if (counts.length !== inputs.length) return question
  return {
    ...question,
    repeats: { ...question.repeats, minimum: Math.max(question.repeats.minimum, Math.min(...counts)) },
  }
}

function withValue(input: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [name, ...rest] = path.split('.')
  const inner = (input[name!] ?? {}) as Record<string, unknown>
  return { ...input, [name!]: rest.length ? withValue(inner, rest.join('.'), value) : value }
}
