/**
 * The states of a conversation and its moves, as data: where it can stand, what can be pressed only there, where an answer leads, and
 * the ways that are open from everywhere.
 */
import type { Press } from './presses.ts'
import type { Place } from './state.ts'

export type At = Place['at']
export interface Standing {
  /** Something is being asked: a text is an answer to it. Elsewhere it is a new wish. */
  readonly asks: boolean
  /** Presses of a draft that count only here. */
  readonly takes: readonly Press['kind'][]
  /** Where what is answered, refused or typed here leads, unless it is one of the ways out, names a service or is a form that comes. */
  readonly to: readonly At[]
}

/** What a draft asks, one thing after the other. */
const FORM = ['question', 'more', 'pages', 'which', 'correct', 'review', 'unanswered'] as const satisfies readonly At[]
/** Before that, where all of it can be answered in a form of WhatsApp's own. */
const NATIVE = ['offer', 'form'] as const satisfies readonly At[]

export const MOVES = {
  // the number of a row does what it does
  menu: {
    asks: false,
    takes: [],
    to: ['menu', 'application', 'applications', 'language', 'resume', ...FORM, ...NATIVE],
  },
  language: { asks: false, takes: [], to: ['menu', 'application', ...FORM, ...NATIVE] },
  resume: { asks: false, takes: [], to: ['menu', 'application', ...FORM, ...NATIVE] },
  offer: { asks: true, takes: ['steps', 'form'], to: ['menu', ...FORM, ...NATIVE] },
  /** A form is open on the citizen's phone; what they write goes on step by step. */
  form: { asks: true, takes: ['steps', 'form'], to: ['menu', ...FORM, ...NATIVE] },
  question: { asks: true, takes: ['answer', 'skip', 'page', 'use', 'pages', 'move', 'correct'], to: ['menu', ...FORM] },
  more: {
    asks: true,
    takes: ['add', 'enough', 'move'],
    to: ['menu', 'question', 'more', 'pages', 'correct', 'review', 'unanswered'],
  },
  pages: { asks: true, takes: ['enough'], to: ['menu', ...FORM] },
  which: {
    asks: true,
    takes: ['pick', 'move'],
    to: ['menu', 'which', 'question', 'more', 'pages', 'correct', 'unanswered'],
  },
  correct: {
    asks: true,
    takes: ['fix', 'page', 'correct'],
    to: ['menu', ...FORM],
  },
  review: {
    asks: true,
    takes: ['send', 'correct'],
    to: ['menu', 'review', 'correct', 'question', 'pages', 'unanswered'],
  },
  unanswered: { asks: true, takes: ['again'], to: ['menu', ...FORM] },
  applications: { asks: false, takes: [], to: ['menu', 'application', ...FORM, ...NATIVE] },
  application: { asks: false, takes: [], to: ['menu', 'application', 'action', 'withdraw', ...FORM, ...NATIVE] },
  withdraw: { asks: false, takes: [], to: ['menu', 'application', ...FORM, ...NATIVE] },
  erase: { asks: false, takes: [], to: ['menu', 'application', 'erase', ...FORM, ...NATIVE] },
  action: { asks: true, takes: [], to: ['menu', 'action', ...FORM] },
} as const satisfies Record<At, Standing>

/** Words that are understood from everywhere, in all languages, and where each leads; `stays`: it is said where the chat stands. */
export const WAYS = {
  help: 'stays',
  person: 'stays',
  menu: ['menu'],
  stop: ['menu'],
  status: ['applications', 'application', 'menu'],
  language: ['language'],
  erase: ['erase'],
  later: ['menu'],
  // what lies aside is deleted after a yes
  cancel: ['menu', 'resume'],
  anew: ['menu', 'resume', 'question', 'which', 'unanswered', 'correct', 'offer'],
  back: [...FORM, 'menu'],
} as const satisfies Record<string, 'stays' | readonly At[]>

export const standing = (at: At): Standing => MOVES[at]
