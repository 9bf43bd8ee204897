import { join } from 'node:path'
import { writeAtomically } from './files.ts'

const quoted = (value: string): string => {
  if (!/[\s#'"`\\]/.test(value)) return value
  const quote = ["'", '"', '`'].find((mark) => !value.includes(mark))
  if (!quote) throw new Error('a value with all three quotation marks cannot be written to hub.env')
  return `${quote}${value}${quote}`
}

/** Writes `hub.env` into the folder: all that a hub needs to meet this sandbox. Readable by its owner only. */
export function writeHubEnv(folder: string, environment: Readonly<Record<string, string>>): string {
  const file = join(folder, 'hub.env')
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}`)
  writeAtomically(file, `# What a hub needs to meet this sandbox: npm run hub -- --env ${file}\n${lines.join('\n')}\n`)
  return file
}
