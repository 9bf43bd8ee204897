import { describe, expect, it } from '@jest/globals'
import { wholeCertificate } from '../../adapters/certificate.ts'

const PDF = `%PDF-1.7\n${'1 0 obj\na page\nendobj\n'.repeat(400)}startxref\n9\n%%EOF\n`
const file = (text: string, issuedOn = '2026-02-28', mediaType = 'application/pdf') => ({
  name: 'a.pdf',
  mediaType,
  bytes: new TextEncoder().encode(text),
  issuedOn,
})

describe('a certificate of any department', () => {
  it.each([
    ['a whole PDF', PDF],
    ['one with a seal behind its end', `${PDF}${'\0'.repeat(1018)}`],
  ])('is taken: %s', (_, text) => {
    const given = file(text)
    expect(wholeCertificate('any', given)).toBe(given)
  })

  it.each([
    ['half a PDF', file(PDF.slice(0, PDF.length / 2)), 'without its end'],
    ['one that ends too early', file(`${PDF}${'\0'.repeat(1019)}`), 'without its end'],
    ['nothing', file(''), 'no PDF'],
    ['a page of the web', file(`<html>${PDF}`), 'no PDF'],
    ['a picture', file(PDF, '2026-02-28', 'image/png'), 'no PDF'],
    ['a day that there is not', file(PDF, '2026-02-31'), 'on which day'],
    ['no day', file(PDF, ''), 'on which day'],
    ['a moment', file(PDF, '2026-02-28T10:00:00Z'), 'on which day'],
  ])('is not taken: %s', (_, given, fault) => {
    expect(() => wholeCertificate('any', given)).toThrow(
      expect.objectContaining({ code: 'DEPARTMENT_PROTOCOL', message: expect.stringContaining(fault) }),
    )
  })
})
