import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { TimeSource } from './clock.ts'
import type { CaseView, Office, OpenOffice, RudeMode } from './office.ts'
import { Drawing } from './rude.ts'
import type { Secrets } from './secrets.ts'

const HERE = dirname(fileURLToPath(import.meta.url))
/** Misbehaviours that need a call that changes something, or a notice. */
const CHANGES_ONLY: readonly RudeMode[] = ['lost-answer', 'duplicate', 'out-of-order']

export const RUDE_MODES: readonly RudeMode[] = [
  'unavailable',
  'slow',
  'hang',
  'fault',
  'garbage',
  'half',
  ...CHANGES_ONLY,
]

/** An office with what the sandbox keeps about it. */
export interface OpenedOffice {
  readonly office: Office
  readonly drawing: Drawing<RudeMode>
  readonly calls: Readonly<Record<string, number>>
  /** When the clerk last acted on a case, by its reference; ms of the machine's clock. */
  readonly acted: Map<string, number>
}

/** What every office is handed, besides what is its own. */
export interface Surroundings {
  readonly clock: TimeSource
  readonly folder: string
  readonly url: string
  readonly hubUrl: string
  readonly postgresPort: number
  readonly secrets: Secrets
}

/** The offices that stand in this folder: each `<name>/index.ts` that exports `open`. */
export async function discoverOffices(only: string | undefined): Promise<Record<string, OpenOffice>> {
  const wanted = only
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const found: Record<string, OpenOffice> = {}
  for (const entry of readdirSync(HERE, { withFileTypes: true })) {
    const file = join(HERE, entry.name, 'index.ts')
    if (!entry.isDirectory() || !existsSync(file) || (wanted?.length && !wanted.includes(entry.name))) continue
    const room = await import(pathToFileURL(file).href)
    if (typeof room.open === 'function') found[entry.name] = room.open
  }
  return found
}

export async function openOffice(name: string, open: OpenOffice, around: Surroundings): Promise<OpenedOffice> {
  const drawing = new Drawing<RudeMode>()
  const calls: Record<string, number> = {}
  const folder = join(around.folder, name)
  mkdirSync(folder, { recursive: true })
  const office = await open({
    now: () => around.clock.now(),
    folder,
    url: around.url,
    postgresPort: around.postgresPort,
    hubUrl: around.hubUrl,
    secret: (secret) => around.secrets(`${name}.${secret}`),
    count: (operation) => {
      calls[operation] = (calls[operation] ?? 0) + 1
    },
    rude: (changes) => drawing.draw((mode) => changes || !CHANGES_ONLY.includes(mode)),
  })
  return { office, drawing, calls, acted: new Map() }
}

/** Each case moves on by one act, unless somebody acted on it in the last `seconds`. Throws the first refusal, after all. */
export async function takeOn(opened: OpenedOffice, seconds: number): Promise<void> {
  const { office, acted } = opened
  const waiting: { view: CaseView; act: NonNullable<ReturnType<Office['next']>> }[] = []
  for (const view of await office.cases()) {
    const act = office.next(view)
    if (!act) acted.delete(view.reference)
    // a case is first seen, and taken on after as long again
    else if (!acted.has(view.reference)) acted.set(view.reference, Date.now())
    else if (Date.now() - acted.get(view.reference)! >= seconds * 1000) waiting.push({ view, act })
  }
  const refusals: Error[] = []
  for (const { view, act } of waiting) {
    acted.set(view.reference, Date.now())
    await office.act(view.reference, act).catch((error) => refusals.push(error))
  }
  if (refusals[0]) throw refusals[0]
}
