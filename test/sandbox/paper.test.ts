import { inflateSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { type CertificatePaper, certificatePdf } from '../../sandbox/paper.ts'

const PAPER: CertificatePaper = {
  title: 'Birth Certificate',
  authority: 'The sandbox',
  number: 'B-1',
  issuedOn: '2026-11-23',
  rows: [['Name', 'Asha']],
}
const withName = (name: string) => certificatePdf({ ...PAPER, rows: [['Name', name]] })
const text = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')
const typefaces = (pdf: Uint8Array) => [...text(pdf).matchAll(/\/FontName \/\w+\+(\w+)/g)].map(([, name]) => name)
const pages = (pdf: Uint8Array) => text(pdf).match(/\/Type \/Page\b(?!s)/g)!.length

/** The code points that the fonts of the PDF say they show. */
function shown(pdf: Uint8Array): Set<number> {
  const points = new Set<number>()
  for (const [, body] of text(pdf).matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    let plain: string
    try {
      plain = inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')
    } catch {
      continue
    }
    if (!plain.includes('begincmap')) continue
    for (const [, range] of plain.matchAll(/\[([^\]]*)\]/g))
      for (const [, hex] of range!.matchAll(/<([0-9a-f ]+)>/gi))
        for (const unit of hex!.match(/[0-9a-f]{4}/gi) ?? []) points.add(Number.parseInt(unit, 16))
  }
  return points
}

describe('the paper of a certificate', () => {
  it('is one page, with the same bytes for the same words', async () => {
    const [one, other] = [await certificatePdf(PAPER), await certificatePdf(PAPER)]
    expect(text(one).slice(0, 5)).toBe('%PDF-')
    expect(Buffer.compare(one, other)).toBe(0)
    expect(Buffer.compare(one, await withName('Usha'))).not.toBe(0)
    expect(pages(one)).toBe(1)
  })

  it.each([
    ['अनन्या क्षत्रिय', 'NotoSansDevanagari'],
    ['ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ', 'NotoSansGurmukhi'],
    ['محمد اقبال خان', 'NotoNaskhArabic'],
    ['Śāradā Nguyễn O’Brien', 'NotoSans'],
  ])('shows %s in a typeface of its script', async (name, family) => {
    const pdf = await withName(name)
    expect(typefaces(pdf).some((face) => face!.startsWith(family))).toBe(true)
    const letters = [...name.normalize('NFC')].filter((letter) => /\p{L}/u.test(letter))
    const points = shown(pdf)
    expect(letters.filter((letter) => !points.has(letter.codePointAt(0)!))).toEqual([])
  })

  it('takes names of a hundred characters, scripts without a typeface, and more rows than fit', async () => {
    const long = await withName('ਗ'.repeat(100))
    const foreign = await withName('தமிழ் 张伟 👶')
    const rows = Array.from({ length: 40 }, (_, index) => [`Row ${index}`, 'x '.repeat(60)] as const)
    for (const pdf of [long, foreign, await certificatePdf({ ...PAPER, rows })]) expect(pages(pdf)).toBe(1)
  })

  it('joins every pair of Devanagari and Gurmukhi letter and mark without fault', async () => {
    const letters = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))
    const pairs = (consonants: string[], marks: string[]) =>
      consonants.map((letter) => marks.map((mark) => letter + mark).join(''))
    const devanagari = pairs(letters(0x915, 0x939), letters(0x93e, 0x94d))
    const gurmukhi = pairs(letters(0xa15, 0xa28), [
      '\u0a3e',
      '\u0a3f',
      '\u0a40',
      '\u0a41',
      '\u0a47',
      '\u0a4b',
      '\u0a70',
      '\u0a71',
    ])
    const pdf = await certificatePdf({
      ...PAPER,
      rows: [...devanagari, ...gurmukhi].map((value) => ['', value] as const),
    })
    expect(pages(pdf)).toBe(1)
  })
})
