import { wrapStore } from './wrap.ts'

const DWELL_MS = 600

/** Makes the moment wider in which a process that is paused has begun a filing and not sent it. `mine`: what the mark then says. */
export function dwell(mine: (kept: boolean) => boolean = (kept) => kept): void {
  wrapStore((store) => {
    const { trying } = store.applications
    store.applications.trying = async (...given: unknown[]) => {
      const kept = await trying(...given)
      await new Promise((resolve) => setTimeout(resolve, DWELL_MS))
      return mine(kept)
    }
    return store
  })
}
