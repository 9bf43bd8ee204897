import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readJsonFile, writeAtomically } from './files.ts'

/** Gives the secret of a name; made at random when first asked for, and kept. */
export type Secrets = (name: string, encoding?: 'base64' | 'base64url') => string

/** Secrets in `secrets.json` of a folder. Each is 32 random bytes. */
export function openSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  const kept: Record<string, string> = readJsonFile(file) ?? {}
  return (name, encoding = 'base64url') => {
    const known = kept[name]
    if (known) return known
    kept[name] = randomBytes(32).toString(encoding)
    writeAtomically(file, `${JSON.stringify(kept, null, 2)}\n`)
    return kept[name]
  }
}
