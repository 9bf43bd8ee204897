/**
 * `/control`: how outside checks, the clerks' desks and the tests drive the sandbox.
 * Every refusal is JSON `{ error }` with a reason.
 */
import type { IncomingMessage } from 'node:http'
import type { Clerks } from './clerks.ts'
import { parseDuration, type SandboxClock } from './clock.ts'
import { type Answer, allow, Refusal, readJson } from './http.ts'
import type { CaseView, ClerkAct, RudeMode } from './office.ts'
import { type OpenedOffice, RUDE_MODES } from './offices.ts'
import type { Drawing, Rudeness } from './rude.ts'

/** What stands under `/control/<name>` besides the departments; `path` is what follows the name. */
export type ControlRoom = (request: IncomingMessage, path: readonly string[], url: URL) => Promise<Answer>

const ACTS: readonly string[] = ['in_review', 'action_required', 'approved', 'rejected']
const ACTION_FIELDS = ['kind', 'text', 'question', 'due', 'place'] as const

/** The rude setting in a body: `{ mode, rate?, seed? }`. `known` says whether the mode is one of the room's. */
export function readRudeness<Mode>(body: Record<string, any>, known: (mode: unknown) => Mode): Rudeness<Mode> {
  const { mode = null, rate = 1, seed = 1 } = body
  if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) throw new Refusal(400, 'rate is a number from 0 to 1')
  if (!Number.isSafeInteger(seed)) throw new Refusal(400, 'seed is a whole number')
  return { mode: mode === null ? null : known(mode), rate, seed }
}

const departmentMode = (mode: unknown): RudeMode => {
  if (RUDE_MODES.includes(mode as RudeMode)) return mode as RudeMode
  throw new Refusal(400, `mode is null or one of ${RUDE_MODES.join(', ')}`)
}

async function rude(request: IncomingMessage, drawing: Drawing<RudeMode>): Promise<Answer> {
  allow(request, 'GET', 'POST')
  if (request.method === 'POST') drawing.set(readRudeness(await readJson(request), departmentMode))
  return { json: drawing.rudeness }
}

function readAct(body: Record<string, any>): ClerkAct {
  const { status, reason, action } = body
  if (!ACTS.includes(status)) throw new Refusal(400, `status is one of ${ACTS.join(', ')}`)
  if (reason !== undefined && typeof reason !== 'string') throw new Refusal(400, 'reason is a text')
  if (action !== undefined && (typeof action !== 'object' || action === null))
    throw new Refusal(400, `action is an object with any of ${ACTION_FIELDS.join(', ')}`)
  for (const [field, value] of Object.entries(action ?? {})) {
    if (!ACTION_FIELDS.includes(field as 'kind')) throw new Refusal(400, `action has no field ${field}`)
    if (value !== null && typeof value !== 'string') throw new Refusal(400, `action.${field} is a text`)
  }
  const given = Object.entries(action ?? {}).filter(([, value]) => value !== null)
  return { status, ...(reason ? { reason } : {}), ...(action ? { action: Object.fromEntries(given) } : {}) }
}

async function oneCase(opened: OpenedOffice, reference: string): Promise<CaseView> {
  const view = await opened.office.oneCase(reference)
  if (!view) throw new Refusal(404, `${opened.office.name} has no case ${reference}`)
  return view
}

async function act(opened: OpenedOffice, view: CaseView, request: IncomingMessage): Promise<Answer> {
  const wanted = readAct(await readJson(request))
  opened.acted.set(view.reference, Date.now())
  try {
    await opened.office.act(view.reference, wanted)
  } catch (error) {
    throw new Refusal(400, (error as Error).message)
  }
  return { json: await oneCase(opened, view.reference) }
}

async function cases(opened: OpenedOffice, request: IncomingMessage, path: readonly string[]): Promise<Answer> {
  const [reference, part, index, ...more] = path
  if (reference === undefined) {
    allow(request, 'GET')
    return { json: await opened.office.cases() }
  }
  const view = await oneCase(opened, reference)
  if (part === undefined) {
    allow(request, 'GET', 'POST')
    return request.method === 'POST' ? act(opened, view, request) : { json: view }
  }
  if (part === 'documents' && more.length === 0) {
    allow(request, 'GET')
    if (index === undefined) return { json: view.documents }
    const file = /^\d+$/.test(index) ? await opened.office.document(view.reference, Number(index)) : null
    if (!file) throw new Refusal(404, `the case has no document ${index}; the first is 0`)
    return { bytes: file.bytes, mediaType: file.mediaType, name: file.name }
  }
  if (part === 'certificate' && index === undefined) {
    allow(request, 'GET')
    const file = await opened.office.certificate(view.reference)
    if (!file) throw new Refusal(404, 'no certificate is issued for this case')
    return { bytes: file.bytes, mediaType: 'application/pdf', name: file.name }
  }
  throw new Refusal(404, 'a case has documents/<n> and certificate')
}

function department(opened: OpenedOffice): ControlRoom {
  return async (request, [what, ...path]) => {
    if (what === 'cases') return cases(opened, request, path)
    if (what === 'rude' && path.length === 0) return rude(request, opened.drawing)
    if (what === 'calls' && path.length === 0) {
      allow(request, 'GET')
      return { json: opened.calls }
    }
    throw new Refusal(404, `${opened.office.name} has cases, rude and calls`)
  }
}

const clockRoom =
  (clock: SandboxClock): ControlRoom =>
  async (request, path) => {
    if (path.length) throw new Refusal(404, 'the clock has no parts')
    allow(request, 'GET', 'POST')
    if (request.method === 'POST') {
      const { advance } = await readJson(request)
      const milliseconds = typeof advance === 'string' ? parseDuration(advance) : null
      if (milliseconds === null) throw new Refusal(400, 'advance is a duration such as "25h", "90m", "3d" or "10s"')
      clock.advance(milliseconds)
    }
    return { json: { now: clock.now().toISOString(), ahead: clock.offset } }
  }

const clerksRoom =
  (clerks: Clerks): ControlRoom =>
  async (request, path) => {
    if (path.length) throw new Refusal(404, 'the clerks have no parts')
    allow(request, 'GET', 'POST')
    if (request.method === 'POST') {
      const { seconds } = await readJson(request)
      if (seconds !== null && !(typeof seconds === 'number' && seconds > 0 && Number.isFinite(seconds)))
        throw new Refusal(400, 'seconds is a number above 0, or null for clerks that wait')
      clerks.set(seconds)
    }
    return { json: { seconds: clerks.seconds } }
  }

export interface Controlled {
  readonly offices: readonly OpenedOffice[]
  readonly clock: SandboxClock
  readonly clerks: Clerks
  readonly rooms: Readonly<Record<string, ControlRoom>>
}

/** Everything under `/control`, by name; `/control` itself lists what there is. */
export function openControl({ offices, clock, clerks, rooms }: Controlled): ControlRoom {
  const all = new Map<string, ControlRoom>([
    ...Object.entries(rooms),
    ['clock', clockRoom(clock)],
    ['clerks', clerksRoom(clerks)],
    ...offices.map((opened) => [opened.office.name, department(opened)] as const),
  ])
  return async (request, [name, ...path], url) => {
    if (name === undefined) {
      allow(request, 'GET')
      return {
        json: {
          departments: offices.map(({ office }) => ({
            name: office.name,
            title: office.title,
            cases: `/control/${office.name}/cases`,
            desk: `/desk/${office.name}`,
          })),
          rooms: [...all.keys()].map((room) => `/control/${room}`),
        },
      }
    }
    const room = all.get(name)
    if (!room) throw new Refusal(404, `there is no /control/${name}; there are ${[...all.keys()].join(', ')}`)
    return room(request, path, url)
  }
}
