import { pino } from 'pino'
import type { Log } from '../subgraph.ts'

/** Names of errors whose messages are our own and hold no personal data. */
const OWN = new Set([
  'AdapterError',
  'EnvironmentError',
  'VaultError',
  'FutureDatabase',
  'CallbackRefused',
  'AbortError',
  'TimeoutError',
])

/** Messages of foreign errors may quote what came: digits and quoted text are taken out. */
export const redact = (text: string): string =>
  text
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '"…"')
    .replace(/\p{Nd}{2,}/gu, '#')
    .replace(/[^\x20-\x7e\n…]+/g, '…')

function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: redact(String(error)) }
  // JSON.parse quotes what it cannot read, with quotation marks of its own inside
  const quotes = error instanceof SyntaxError
  const message = OWN.has(error.name) ? error.message : quotes ? 'not readable' : redact(error.message)
  const stack = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n')
  const code = (error as { code?: unknown }).code
  return {
    error: `${error.name}: ${message}`,
    ...(typeof code === 'string' ? { code } : {}),
    ...(stack ? { stack } : {}),
    ...(error.cause ? { cause: describe(error.cause).error ?? '' } : {}),
  }
}

/** JSON lines on stderr. `level` as pino's (`info`, `warn`, `silent` …). */
export function logger(level: string): Log {
  const out = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  )
  return {
    info: (message, fields = {}) => out.info(fields, message),
    warn: (message, fields = {}) => out.warn(fields, message),
    error: (message, error, fields = {}) => out.error({ ...fields, ...describe(error) }, message),
  }
}
