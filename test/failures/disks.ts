/** Small file systems that a test may fill or break. Needs root; where it may not mount, the tests say so and are left out. */
import { execFileSync } from 'node:child_process'
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' })

export interface Disk {
  readonly folder: string
  /** Writes until there is no room. */
  fill(): void
  /** Makes room again. */
  empty(): void
  readOnly(): void
  [Symbol.asyncDispose](): Promise<void>
}

async function mounted(mount: (folder: string) => void, after: () => void = () => {}): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'dwar-disk-'))
  mount(folder)
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a')
      try {
        for (const size of [65_536, 4096, 1]) {
          const bytes = Buffer.alloc(size)
          try {
            for (;;) writeSync(file, bytes)
          } catch {
            // full to the last block of this size
          }
        }
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    },
    empty: () => rmSync(filler),
    readOnly: () => run('mount', '-o', 'remount,ro', folder),
    async [Symbol.asyncDispose]() {
      run('umount', folder)
      after()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A disk in memory of so many megabytes. */
export const smallDisk = (megabytes: number): Promise<Disk> =>
  mounted((folder) => run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder))

/** A disk that turns itself read-only at its first error; `readOnly` is that error. */
export async function brittleDisk(): Promise<Disk> {
  const image = join(tmpdir(), `dwar-disk-${process.pid}.img`)
  writeFileSync(image, Buffer.alloc(32 * 1024 * 1024))
  run('mkfs.ext4', '-q', image)
  const disk = await mounted(
    (folder) => run('mount', '-o', 'loop,errors=remount-ro', image, folder),
    () => rmSync(image),
  )
  return {
    ...disk,
    readOnly() {
      const device = /^\/dev\/(loop\d+)$/.exec(run('findmnt', '-no', 'SOURCE', disk.folder).trim())?.[1]
      if (!device) throw new Error('this is no image of ours')
      writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, 'a test')
    },
  }
}

/** Why a disk cannot be had here; null where it can. */
export async function without(kind: () => Promise<Disk>): Promise<string | null> {
  try {
    await (await kind())[Symbol.asyncDispose]()
    return null
  } catch (error) {
    return (error as Error).message
  }
}
