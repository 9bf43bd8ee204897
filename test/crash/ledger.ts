/** What is to be filed, and what the hub has said of it. */
import { readCatalogue } from '../../vocabulary/catalogue.ts'

export interface Filing {
  /** Tells this filing from all others: it stands in the name of a document, and in the bytes of all of them. */
  readonly marker: string
  readonly mobile: string
  readonly service: string
  readonly department: string
  readonly way: 'chat' | 'graphql'
  /** What the clerk does with the case, if anything. */
  readonly outcome: 'rejected' | 'approved' | null
  /** References that the hub has acknowledged; more than one is one too many. */
  readonly references: Set<string>
  /** Somebody wrote, the hub took it, and never answered. */
  unanswered: boolean
}

/** Shares of the filings, by service: few questions, few documents, nothing that two people cannot both have. */
const MIX: readonly (readonly [service: string, share: number])[] = [
  ['registrar.marriage-copy', 0.45],
  ['municipal.birth-certificate', 0.3],
  ['transport.learner-licence', 0.25],
]
/** The service with the fewest questions is the one that is filed by chat. */
export const CHAT_SERVICE = readCatalogue().services.toSorted((a, b) => a.questions.length - b.questions.length)[0]!
  .code
export const SERVICES: readonly string[] = MIX.map(([service]) => service)

const CHAT_SHARE = 0.05
const CLERK_SHARE = 0.1
const APPROVED_SHARE = 0.2

export const departmentOf = (service: string): string =>
  readCatalogue().services.find(({ code }) => code === service)!.department

/** The service of a number from 0 to 1. */
function serviceAt(drawn: number): string {
  let upTo = 0
  for (const [service, share] of MIX) {
    upTo += share
    if (drawn < upTo) return service
  }
  return MIX[0]![0]
}

/** Each citizen files one application. */
export function planned(count: number, random: () => number): Filing[] {
  const run = Math.floor(random() * 1e6)
  return Array.from({ length: count }, (_, i) => {
    const byChat = random() < CHAT_SHARE
    const chosen = byChat ? CHAT_SERVICE : serviceAt(random())
    return {
      marker: `f${run}-${i}`,
      mobile: `9197${String(10_000_000 + ((run * 89 + i) % 90_000_000))}`,
      service: chosen,
      department: departmentOf(chosen),
      way: byChat ? 'chat' : 'graphql',
      outcome: random() < CLERK_SHARE ? (random() < APPROVED_SHARE ? 'approved' : 'rejected') : null,
      references: new Set<string>(),
      unanswered: false,
    }
  })
}
export const isAcknowledged = (filing: Filing): boolean => filing.references.size > 0
