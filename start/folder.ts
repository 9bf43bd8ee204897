import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { EnvironmentError } from '../adapters/environment.ts'

/**
 * Makes a folder, and those above it; throws an EnvironmentError, with the name of what names it, where it cannot. Not by `recursive`,
 * which never returns where a file system has no folders to give, such as /proc.
 */
export function makeFolder(path: string, called: string): void {
  const folder = resolve(path)
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there?.isDirectory()) return
  if (there) throw new EnvironmentError(`${called}: ${folder} is no folder`)
  makeFolder(dirname(folder), called)
  try {
    mkdirSync(folder)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    // another process was faster
    if (code === 'EEXIST') return
    throw new EnvironmentError(`${called}: ${folder} cannot be made (${code})`, { cause })
  }
}
