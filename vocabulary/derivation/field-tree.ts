/** A service's fields as the tree that its input is, in the order of the schema. */
import type { CatalogueQuestion, CatalogueService } from '../catalogue.ts'

export interface FieldNode {
  readonly name: string
  /** Null for a nested input. */
  readonly question: CatalogueQuestion | null
  /** Of a nested input. */
  readonly children: readonly FieldNode[]
  /** Whether it holds several. */
  readonly list: boolean
  /** Whether it is a nested input that may be left out, whatever is answered. */
  readonly optional: boolean
  /** Whether exactly one of its fields is given. */
  readonly oneOf: boolean
  /** The first question in it. */
  readonly first: CatalogueQuestion
  /** What all questions in it are asked under. */
  readonly when: string | null
}

const trees = new WeakMap<readonly CatalogueQuestion[], readonly FieldNode[]>()

/** Made once for the same service. */
export function fieldTree(service: Pick<CatalogueService, 'questions' | 'withheld' | 'fields'>): readonly FieldNode[] {
  let tree = trees.get(service.questions)
  if (!tree) {
    const byPath = new Map([...service.questions, ...service.withheld].map((question) => [question.path, question]))
    tree = nodesOf(
      service.fields.map((path) => byPath.get(path)!),
      '',
    )
    trees.set(service.questions, tree)
  }
  return tree
}

function nodesOf(questions: readonly CatalogueQuestion[], prefix: string): FieldNode[] {
  const groups = Map.groupBy(questions, ({ path }) => path.slice(prefix.length).split('.')[0]!)
  return [...groups].map(([step, inside]) => {
    const first = inside[0]!
    const path = prefix + step
    const leaf = first.path === path
    const items = step.endsWith('[]')
    return {
      name: items ? step.slice(0, -2) : step,
      question: leaf ? first : null,
      children: leaf ? [] : nodesOf(inside, `${path}.`),
      list: items || (leaf && first.repeats !== null && !path.includes('[]')),
      optional: !leaf && inside.some(({ within }) => within === path),
      oneOf: !leaf && inside.some(({ oneOf }) => oneOf === path),
      first,
      when: leaf ? first.when : sharedWhen(inside),
    }
  })
}

/** The condition of a block: the one that each of its questions begins with. */
export function sharedWhen(questions: readonly Pick<CatalogueQuestion, 'when'>[]): string | null {
  const whens = questions.map(({ when }) => when)
  if (whens.some((when) => when === null)) return null
  const shortest = (whens as string[]).reduce((a, b) => (b.length < a.length ? b : a))
  const beginsWith = (when: string) =>
    when === shortest || when.startsWith(`${shortest} &&`) || when.startsWith(`(${shortest}) &&`)
  return (whens as string[]).every(beginsWith) ? shortest : null
}
