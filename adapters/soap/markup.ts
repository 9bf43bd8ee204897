/** What of a text may go into XML, and what XML may come in. */

/** Why a department's XML is not even parsed. */
export type Unsafe = 'has a document type' | 'is no SOAP envelope'

/** Entities, and with them bombs and files of ours, exist only where there is a document type: SOAP 1.1 (section 3) forbids it. */
export const hasDocumentType = (xml: string): boolean => /<!(?:DOCTYPE|ENTITY)/i.test(xml)

/** Looks at the first element only: the parser decides about the rest. */
export const isEnvelope = (xml: string): boolean =>
  /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->)*<(?:[\w.-]{1,64}:)?Envelope[\s>]/.test(xml.slice(0, 8192))

const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#x9;',
  '\r': '&#xD;',
  '\n': '&#xA;',
}

/** A copy of a request in which every text arrives as it is, whatever is in it: what XML cannot hold becomes U+FFFD. */
export function writable(value: unknown): unknown {
  if (typeof value === 'string') {
    const text = value.replace(ILLEGAL, '\ufffd')
    // node-soap passes on a text that looks like a CDATA section as markup, with whatever stands inside
    return text.startsWith('<![CDATA[') ? { $xml: text.replace(/[&<>"'\t\r\n]/g, (char) => ESCAPES[char]!) } : text
  }
  if (Array.isArray(value)) return value.map(writable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      inner === undefined || inner === null ? [] : [[name, writable(inner)]],
    ),
  )
}
