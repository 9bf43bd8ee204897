/** How fast WhatsApp lets us write: to one person, and in all. */

const BURST = 45
/** Meta's six seconds, and what the first message of many may take longer on its way than the last. */
const TOKEN_MS = 6200
/** Notices leave these tokens to the replies of a live chat. */
const KEPT_FOR_REPLIES = 5
/** Below so many tokens, notices share them. */
const SHORT = 15
/** Share of Meta's limit that is used: its clock is not ours. */
const USED = 0.9
/** What comes counts too, but never starves what goes by more than this share. */
const SHARE_IN = 0.5
/** A place that is taken and not left is held so long: a slow store lets nothing pile up, a file that takes longer stops nobody. */
const HELD_MS = 10_000
const FORGET_MS = BURST * TOKEN_MS
/** Entries after which old ones are dropped. */
const MANY = 10_000

export interface Passing {
  /** The message leaves now, for its place was taken a while before: it counts from here. */
  leaves(now: number): void
  /** It has left, or never will: its place is held no longer. */
  ends(): void
}

export interface Pace {
  /** Takes a token of this person for a message; false where it must wait. */
  take(citizen: string, reply: boolean, now: number): boolean
  /** Whether so few tokens of this person are left that notices should share one. */
  isShort(citizen: string, now: number): boolean
  /** Meta says that this person was written to too fast: they are left alone for `ms`. */
  leave(citizen: string, now: number, ms: number): void
  /** ms until this person may be written to. */
  wait(citizen: string, reply: boolean, now: number): number
  /** Takes one of this second's places; null where none is left. */
  pass(now: number): Passing | null
  /** Counts messages that came. */
  came(count: number, now: number): void
  /** Meta says that it was too fast: nothing is sent for `ms`. */
  slowDown(now: number, ms: number): void
}

/** `aSecond`: messages that Meta lets pass in a second, in and out together. */
export function pace(aSecond: number): Pace {
  const people = new Map<string, { tokens: number; at: number }>()
  let gone: { at: number; held: boolean }[] = []
  let come: { count: number; at: number }[] = []
  let slowUntil = 0
  const tokens = (citizen: string, now: number): number => {
    const known = people.get(citizen)
    return known ? Math.min(BURST, known.tokens + Math.max(0, now - known.at) / TOKEN_MS) : BURST
  }
  const needed = (reply: boolean) => (reply ? 1 : 1 + KEPT_FOR_REPLIES)
  const forget = (now: number) => {
    if (people.size > MANY) for (const [citizen, { at }] of people) if (now - at > FORGET_MS) people.delete(citizen)
  }
  return {
    take(citizen, reply, now) {
      const left = tokens(citizen, now)
      if (left < needed(reply)) return false
      forget(now)
      people.set(citizen, { tokens: left - 1, at: now })
      return true
    },
    isShort: (citizen, now) => tokens(citizen, now) < SHORT,
    leave(citizen, now, ms) {
      people.set(citizen, { tokens: Math.min(tokens(citizen, now), 1 - ms / TOKEN_MS), at: now })
    },
    wait: (citizen, reply, now) => Math.max(0, (needed(reply) - tokens(citizen, now)) * TOKEN_MS),
    pass(now) {
      if (now < slowUntil) return null
      const lately = ({ at }: { at: number }) => at > now - 1000 && at <= now
      gone = gone.filter((place) => lately(place) || (place.held && place.at > now - HELD_MS))
      come = come.filter(lately)
      const taken = Math.min(
        come.reduce((sum, { count }) => sum + count, 0),
        aSecond * SHARE_IN,
      )
      if (gone.length + taken >= aSecond * USED) return null
      const place = { at: now, held: true }
      gone.push(place)
      return {
        leaves(later) {
          place.held = false
          place.at = Number.NEGATIVE_INFINITY
          gone.push({ at: later, held: false })
        },
        ends() {
          place.held = false
        },
      }
    },
    came(count, now) {
      if (count) come.push({ count, at: now })
      if (come.length > MANY) come = come.filter(({ at }) => at > now - 1000)
    },
    slowDown(now, ms) {
      slowUntil = Math.max(slowUntil, now + ms)
    },
  }
}
