import type { Environment, Variable } from './adapter.ts'

/** Environment variables that are missing or malformed. The message names each; of values it shows numbers alone. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

const INTEGER_MAXIMUM = 2_147_483_647
/** Characters of a value that are shown. */
const SHOWN = 20

function integerFault(name: string, { minimum = 0, maximum = INTEGER_MAXIMUM, example }: Variable, value: string) {
  const expected = `a whole number from ${minimum} to ${maximum} was expected (such as ${example})`
  if (/^\d+$/.test(value) && Number(value) >= minimum && Number(value) <= maximum) return null
  // what is no number at all may be a secret on the wrong line
  return /^[-+]?[\d.,_e]+$/i.test(value)
    ? `${name} is ${value.slice(0, SHOWN)}: ${expected}`
    : `${name} is no number: ${expected}`
}

function fault(name: string, variable: Variable, value: string): string | null {
  if (variable.kind === 'url' && !URL.canParse(value)) return `${name} is not a URL (such as ${variable.example})`
  if (variable.kind === 'integer') return integerFault(name, variable, value)
  if (variable.oneOf && !variable.oneOf.includes(value)) return `${name} is none of ${variable.oneOf.join(', ')}`
  return null
}

/** The values of the variables named in `environment`, defaults filled in. Throws one EnvironmentError that names all that is wrong. */
export function readEnvironment(
  environment: Environment,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const values: Record<string, string> = {}
  const faults: string[] = []
  for (const [name, variable] of Object.entries(environment)) {
    const value = env[name] || variable.default
    if (value === undefined) {
      faults.push(`${name} is not set: ${variable.description}`)
      continue
    }
    const wrong = fault(name, variable, value)
    if (wrong) faults.push(wrong)
    values[name] = value
  }
  if (faults.length) throw new EnvironmentError(faults.join('\n'))
  return values
}
