import { describe, expect, it } from '@jest/globals'
import type { Operation, Result } from '../../../subgraphs/whatsapp/conversation/index.ts'
import type { LanguageCode } from '../../../vocabulary/catalogue.ts'
import { chat } from '../chat.ts'
import { SMALL } from '../small-catalogue.ts'

const REFERENCES = ['DWR-2026-000001', 'DWR-2026-000002']

/** What is said in a language when the operation concerns so many applications. */
function said(language: LanguageCode, text: string, count: number): string {
  const references = REFERENCES.slice(0, count)
  const asha = chat(SMALL, (of: Operation): Result => {
    if (of.kind === 'link') return { type: 'link', linked: true, references, answered: true }
    if (of.kind === 'erase') return { type: 'erase', erased: false, waitsFor: references }
    throw new Error(`unexpected: ${of.kind}`)
  })
  asha.put({ ...asha.state(), language, chosen: true })
  if (text !== 'erase') return asha.writes(text)
  asha.presses('erase')
  return asha.presses('erase')
}

describe.each<[LanguageCode, RegExp, RegExp, RegExp, RegExp]>([
  ['en', /DWR-2026-000001 is now linked/, /DWR-2026-000002 are now linked/, /take it back\./, /take them back\./],
  ['hi', /जुड़ गया है।/, /जुड़ गए हैं।/, /उसे वापस लें।/, /उन्हें वापस लें।/],
  ['pa', /ਜੁੜ ਗਈ ਹੈ।/, /ਜੁੜ ਗਈਆਂ ਹਨ।/, /ਉਸ ਨੂੰ ਵਾਪਸ ਲਓ।/, /ਉਹਨਾਂ ਨੂੰ ਵਾਪਸ ਲਓ।/],
  ['ur', /درخواست DWR.*جڑ گئی ہے۔/, /درخواستیں .*جڑ گئی ہیں۔/, /اسے واپس لیں۔/, /انہیں واپس لیں۔/],
])('one application and two, in %s', (language, linked, linkedMore, erased, erasedMore) => {
  it('that a code has linked', () => {
    expect(said(language, 'LINK 123456', 1)).toMatch(linked)
    expect(said(language, 'LINK 123456', 2)).toMatch(linkedMore)
  })
  it('that an erasure waits for', () => {
    expect(said(language, 'erase', 1)).toMatch(erased)
    expect(said(language, 'erase', 2)).toMatch(erasedMore)
  })
})
