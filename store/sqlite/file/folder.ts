import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ReadOnlyFolder } from './soundness.ts'

/** Makes a folder, and those above it. Not by `recursive`, which never returns where a file system has no folders to give, such as /proc. */
export function makeFolder(path: string): void {
  const folder = resolve(path)
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there?.isDirectory()) return
  if (there) throw new ReadOnlyFolder(`${folder} is no folder, and the store needs one (DATA_DIR, or STORE_URL)`)
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    // another process was faster
    if (code === 'EEXIST') return
    throw new ReadOnlyFolder(
      `${folder} cannot be made (${code}): DATA_DIR, or STORE_URL, names a place that is read-only or not the hub's`,
      {
        cause,
      },
    )
  }
}
