/**
 * The public page behind a certificate's address: what was issued, by whom and when, and whether a file is it.
 * It needs no script to be read, loads nothing, and shows nothing personal.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { LANGUAGES, type LanguageCode } from '../../vocabulary/catalogue.ts'
import { VERIFY_WORDS } from './verify-words.ts'

export interface Verification {
  readonly code: string
  readonly valid: boolean
  readonly service?: string
  readonly department?: string
  /** `YYYY-MM-DD` */
  readonly issuedOn?: string
  /** Of the PDF as issued, in hex. */
  readonly sha256?: string
  readonly language: LanguageCode
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const STYLE = read('./verify-page.css')
const SCRIPT = read('./verify-page.js')

const source = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const CSP = [
  "default-src 'none'",
  `style-src ${source(STYLE)}`,
  `script-src ${source(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)

const YES = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12.5l4.5 4.5L19 7.5"/></svg>'
const NO = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 7l10 10M17 7L7 17"/></svg>'

/** The languages by their own names, for whoever opened the page in another. */
const NAMES: Readonly<Record<LanguageCode, string>> = { en: 'English', hi: 'हिन्दी', pa: 'ਪੰਜਾਬੀ', ur: 'اردو' }
const direction = (language: LanguageCode) => (language === 'ur' ? 'rtl' : 'ltr')

function longDate(day: string, language: LanguageCode): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return escaped(day)
  const words = new Intl.DateTimeFormat(`${language}-IN-u-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
  return `<time datetime="${escaped(day)}">${escaped(words)}</time>`
}

/** What the page must be served with in `content-security-policy`: its own style and script, and nothing else. */
export const verifyPageSecurity = (): { csp: string } => ({ csp: CSP })

/** The whole page. */
export function verifyPage(v: Verification): string {
  const { language } = v
  const words = VERIFY_WORDS[language]
  const names = (text: string | undefined) => `<bdi>${escaped(text ?? '')}</bdi>`
  const code = `<code translate="no" dir="ltr">${escaped(v.code)}</code>`
  const row = (term: string, value: string) => `<div><dt>${escaped(term)}</dt><dd>${value}</dd></div>`
  const others = LANGUAGES.filter((other) => other !== language)
    .map(
      (other) =>
        `<a href="?lang=${other}" lang="${other}" hreflang="${other}" dir="${direction(other)}">${NAMES[other]}</a>`,
    )
    .join('')

  const verdict = (valid: boolean, title: string, meaning: string) =>
    `<div class="verdict ${valid ? 'yes' : 'no'}">${valid ? YES : NO}<div><h1>${escaped(title)}</h1><p>${meaning}</p></div></div>`

  const known = () => `${verdict(true, words.issued, escaped(words.issuedMeaning))}
<dl>${row(words.what, names(v.service))}${row(words.by, names(v.department))}${v.issuedOn ? row(words.on, longDate(v.issuedOn, language)) : ''}${row(words.code, code)}</dl>
<p class="privacy">${escaped(words.privacy)}</p>${v.sha256 ? compare(v.sha256) : ''}`

  const compare = (sha256: string) => `
<section aria-labelledby="check"><h2 id="check">${escaped(words.check)}</h2>
<noscript><p>${escaped(words.scriptless)}</p></noscript>
<div id="compare" hidden data-sha256="${escaped(sha256)}">
<p id="how">${escaped(words.checkMeaning)}</p>
<label class="drop"><input type="file" accept="application/pdf,.pdf" aria-describedby="how"><span class="button">${escaped(words.choose)}</span> <span>${escaped(words.orDrop)}</span></label>
<div role="status"><p data-result="reading" hidden>${escaped(words.reading)}</p><p data-result="unreadable" hidden>${escaped(words.unreadable)}</p>
<div class="verdict yes" data-result="match" hidden>${YES}<div><h3>${escaped(words.match)}</h3><p>${escaped(words.matchMeaning)}</p><p class="file"><bdi data-file></bdi></p></div></div>
<div class="verdict no" data-result="no-match" hidden>${NO}<div><h3>${escaped(words.noMatch)}</h3><p>${escaped(words.noMatchMeaning)}</p><p class="file"><bdi data-file></bdi></p></div></div></div>
</div>
<details><summary>${escaped(words.fingerprint)}</summary><p>${escaped(words.fingerprintMeaning)}</p><p><code translate="no" dir="ltr">${escaped(sha256)}</code></p></details></section>`

  const unknown = () => `${verdict(
    false,
    words.unknown,
    escaped(words.unknownMeaning).replace('{code}', () => code),
  )}
<ol>${words.unknownSteps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>`

  return `<!doctype html>
<html lang="${language}" dir="${direction(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escaped(v.valid ? words.issued : words.unknown)} · ${escaped(words.title)}</title>
<style>${STYLE}</style></head>
<body><header><strong>${escaped(words.title)}</strong><nav>${others}</nav></header>
<main>${v.valid ? known() : unknown()}</main>
<script>${SCRIPT}</script></body></html>
`
}
