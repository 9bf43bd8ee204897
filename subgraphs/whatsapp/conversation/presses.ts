/** Ids of buttons and rows. Each names what it answers, so that a press weeks later is known for what it is. */
import { createHash } from 'node:crypto'

/** WhatsApp's limit for the id of a list's row; a button's is wider. */
const ID_LENGTH = 200

export type Press =
  /** An answer to a question of a draft or an action (`key`), by its value. */
  | { readonly kind: 'answer'; readonly key: string; readonly path: string; readonly value: string }
  | { readonly kind: 'skip'; readonly key: string; readonly path: string }
  | { readonly kind: 'page'; readonly key: string; readonly path: string; readonly value: string }
  | { readonly kind: 'add'; readonly key: string; readonly path: string; readonly value: string }
  | { readonly kind: 'enough'; readonly key: string; readonly path: string; readonly value: string }
  | { readonly kind: 'fix'; readonly key: string; readonly path: string }
  | { readonly kind: 'pick'; readonly key: string; readonly path: string; readonly value: string }
  /** A file that was sent before it was asked for (`value`: its id, or `all`) is the answer. */
  | { readonly kind: 'use'; readonly key: string; readonly path: string; readonly value: string }
  /** The paper that was given at `path` has another page. */
  | { readonly kind: 'pages'; readonly key: string; readonly path: string }
  /** What was taken for the paper at `path` is another page of the one at `value`. */
  | { readonly kind: 'move'; readonly key: string; readonly path: string; readonly value: string }
  /** At a question (`path`): none of its options is it, so what they were looked up with is corrected. */
  | { readonly kind: 'correct'; readonly key: string; readonly path: string }
  | { readonly kind: 'send' | 'cancel' | 'again' | 'steps' | 'form'; readonly key: string }
  /** What may be done from anywhere; `key` is a service, a reference or a language. */
  | {
      readonly kind:
        | 'start'
        | 'resume'
        | 'anew'
        | 'drop'
        | 'dropped'
        | 'show'
        | 'withdraw'
        | 'withdrawn'
        | 'respond'
        | 'certificate'
        | 'language'
        /** A one-time code. */
        | 'link'
      readonly key: string
    }
  | { readonly kind: 'menu' | 'help' | 'status' | 'languages' | 'services' | 'keep' | 'erase'; readonly key: string }

const KINDS: ReadonlySet<string> = new Set([
  'answer',
  'skip',
  'page',
  'add',
  'enough',
  'fix',
  'pick',
  'use',
  'pages',
  'move',
  'send',
  'correct',
  'cancel',
  'again',
  'steps',
  'form',
  'start',
  'resume',
  'anew',
  'drop',
  'dropped',
  'show',
  'withdraw',
  'withdrawn',
  'certificate',
  'respond',
  'language',
  'link',
  'menu',
  'help',
  'status',
  'languages',
  'services',
  'keep',
  'erase',
])

const short = (value: string) => `#${createHash('sha256').update(value).digest('hex').slice(0, 24)}`

export function pressId(kind: Press['kind'], key = '', path = '', value = ''): string {
  const id = [kind, key, path, value].join('|').replace(/\|+$/, '')
  return id.length <= ID_LENGTH ? id : [kind, key, path, short(value)].join('|')
}

/** Presses whose key is a reference. */
const OF_APPLICATION: ReadonlySet<string> = new Set(['show', 'withdraw', 'withdrawn', 'respond', 'certificate'])
const REFERENCE = /^DWR-\d{4}-\d{6,12}$/

/** null for an id that is none of ours. */
export function readPress(id: string): Press | null {
  const [kind = '', key = '', path = '', ...value] = id.split('|')
  if (!KINDS.has(kind) || (OF_APPLICATION.has(kind) && !REFERENCE.test(key))) return null
  return { kind, key, path, value: value.join('|') } as Press
}

/** Whether a press' value stands for this one, which may be too long for an id. */
export const isValue = (pressed: string, value: string): boolean => pressed === value || pressed === short(value)
