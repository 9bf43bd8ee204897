/** A mistake in a department's schema or words: where, and what to do about it. */
export interface SchemaProblem {
  /** `schema/fisheries.graphql` */
  readonly file: string
  /** `BoatInput.harbour`; empty for the whole file. */
  readonly coordinate: string
  readonly message: string
  /** The CEL at fault. */
  readonly expression?: string
}

export class ComposeError extends Error {
  override readonly name = 'ComposeError'
  readonly problems: readonly SchemaProblem[]
  constructor(problems: readonly SchemaProblem[]) {
    super(problems.map(printed).join('\n'))
    this.problems = problems
  }
}

const printed = ({ file, coordinate, message, expression }: SchemaProblem): string =>
  `${file}${coordinate && ` ${coordinate}`}: ${message}${expression === undefined ? '' : `\n    ${expression}`}`
