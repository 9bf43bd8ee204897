import type { Environment, Variable } from './adapter.ts'

/** Environment variables that are missing or malformed. The message names each; it never shows a value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

function fault(name: string, variable: Variable, value: string): string | null {
  if (variable.kind === 'url' && !URL.canParse(value)) return `${name} is not a URL (such as ${variable.example})`
  if (variable.kind === 'integer' && !/^\d+$/.test(value))
    return `${name} is not a whole number (such as ${variable.example})`
  if (variable.maximum !== undefined && Number(value) > variable.maximum)
    return `${name} is more than ${variable.maximum} (such as ${variable.example})`
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
