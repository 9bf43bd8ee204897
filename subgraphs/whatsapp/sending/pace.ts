/** How fast WhatsApp lets us write: to one person, and in all. */

const BURST = 45
const TOKEN_MS = 6000
/** Notices leave these tokens to the replies of a live chat. */
const KEPT_FOR_REPLIES = 5
/** Of Meta's 80 a second, in and out together, some room is left for what comes. */
const A_SECOND = 70
const FORGET_MS = BURST * TOKEN_MS

export interface Pace {
  /** Takes a token of this person for a message; false where it must wait. */
  take(citizen: string, reply: boolean, now: number): boolean
  /** ms until this person may be written to. */
  wait(citizen: string, reply: boolean, now: number): number
  /** Takes one of this second's places; false where none is left. */
  pass(now: number): boolean
  /** Counts messages that came. */
  came(count: number, now: number): void
  /** Meta says that it was too fast: nothing is sent for `ms`. */
  slowDown(now: number, ms: number): void
}

export function pace(): Pace {
  const people = new Map<string, { tokens: number; at: number }>()
  let recent: number[] = []
  let slowUntil = 0
  const tokens = (citizen: string, now: number): number => {
    const known = people.get(citizen)
    return known ? Math.min(BURST, known.tokens + Math.max(0, now - known.at) / TOKEN_MS) : BURST
  }
  const needed = (reply: boolean) => (reply ? 1 : 1 + KEPT_FOR_REPLIES)
  const forget = (now: number) => {
    if (people.size > 10_000) for (const [citizen, { at }] of people) if (now - at > FORGET_MS) people.delete(citizen)
  }
  return {
    take(citizen, reply, now) {
      const left = tokens(citizen, now)
      if (left < needed(reply)) return false
      forget(now)
      people.set(citizen, { tokens: left - 1, at: now })
      return true
    },
    wait: (citizen, reply, now) => Math.max(0, (needed(reply) - tokens(citizen, now)) * TOKEN_MS),
    pass(now) {
      if (now < slowUntil) return false
      recent = recent.filter((at) => at > now - 1000 && at <= now)
      if (recent.length >= A_SECOND) return false
      recent.push(now)
      return true
    },
    came(count, now) {
      for (let i = 0; i < count; i++) recent.push(now)
    },
    slowDown(now, ms) {
      slowUntil = Math.max(slowUntil, now + ms)
    },
  }
}
