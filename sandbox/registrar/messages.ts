/** Messages of PostgreSQL's protocol 3.0, as far as the front of the office's database must know them. */

export const PROTOCOL = 196608
export const SSL_REQUEST = 80877103
export const GSS_REQUEST = 80877104

export function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const text = (...parts: string[]): Buffer => Buffer.from(parts.map((part) => `${part}\0`).join(''))
const int = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeInt32BE(value, 4 * index)
  return bytes
}

export const READY = message('Z', Buffer.from('I'))
export const ASK_PASSWORD = message('R', int(3))
export const WELCOME = Buffer.concat([
  message('R', int(0)),
  ...[
    ['server_version', '18.0'],
    ['server_encoding', 'UTF8'],
    ['client_encoding', 'UTF8'],
    ['DateStyle', 'ISO, DMY'],
    ['integer_datetimes', 'on'],
    ['standard_conforming_strings', 'on'],
    ['TimeZone', 'Asia/Kolkata'],
  ].map(([name, value]) => message('S', text(name!, value!))),
  message('K', int(1, 1)),
  READY,
])

export const query = (sql: string): Buffer => message('Q', text(sql))

export const error = (severity: 'ERROR' | 'FATAL', code: string, words: string): Buffer =>
  message('E', Buffer.concat([text(`S${severity}`, `V${severity}`, `C${code}`, `M${words}`), Buffer.alloc(1)]))

/** The name and value pairs of a startup message's body. */
export function parameters(body: Buffer): Map<string, string> {
  const parts = body.toString().split('\0')
  const found = new Map<string, string>()
  for (let index = 0; index + 1 < parts.length && parts[index]; index += 2) found.set(parts[index]!, parts[index + 1]!)
  return found
}

export interface Statement {
  /** From the comment that begins it; without one, its first word. */
  readonly operation: string
  readonly changes: boolean
  /** Whether it asks for what has changed. */
  readonly notices: boolean
}

function* each(bytes: Buffer): Generator<{ type: string; whole: Buffer; body: Buffer }> {
  for (let at = 0; at + 5 <= bytes.length; ) {
    const end = at + 1 + bytes.readInt32BE(at + 1)
    yield { type: String.fromCharCode(bytes[at]!), whole: bytes.subarray(at, end), body: bytes.subarray(at + 5, end) }
    at = end
  }
}

/** The first statement of a batch; null where it has none. */
export function statementOf(batch: Buffer): Statement | null {
  for (const { type, body } of each(batch)) {
    if (type !== 'Q' && type !== 'P') continue
    const start = type === 'P' ? body.indexOf(0) + 1 : 0
    const sql = body.subarray(start, body.indexOf(0, start)).toString()
    const operation = /^\s*\/\*\s*([\w-]+)\s*\*\//.exec(sql)?.[1] ?? /[a-z]+/i.exec(sql)?.[0].toLowerCase() ?? 'empty'
    return {
      operation,
      changes: /\b(insert\s+into|update|delete\s+from)\b/i.test(sql),
      notices: operation === 'changes',
    }
  }
  return null
}

/** `I`, `T` or `E` of the last ReadyForQuery; null where the answer ends without one. */
export function readyStatus(answer: Buffer): string | null {
  let status: string | null = null
  for (const { type, body } of each(answer)) if (type === 'Z') status = String.fromCharCode(body[0]!)
  return status
}

/** The answer with its rows changed. */
export function rows(answer: Buffer, change: (rows: readonly Buffer[]) => readonly Buffer[]): Buffer {
  const all = [...each(answer)]
  const found = all.filter((part) => part.type === 'D').map((part) => part.whole)
  const first = all.findIndex((part) => part.type === 'D')
  if (first < 0) return answer
  return Buffer.concat([
    ...all.slice(0, first).map((part) => part.whole),
    ...change(found),
    ...all.slice(first).flatMap((part) => (part.type === 'D' ? [] : [part.whole])),
  ])
}
