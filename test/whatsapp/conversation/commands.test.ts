import { describe, expect, it } from '@jest/globals'
import { chat, WORDING } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'
import { SMALL } from '../small-catalogue.ts'

describe('help', () => {
  it.each(['?', '??', '؟', ' ? ', 'help', 'मदद'])('is given to whoever sends %j', (text) => {
    expect(WORDING.command(text)).toBe('help')
  })
  it.each(['.', '...', '!', '🙏', ''])('is not what %j means', (text) => {
    expect(WORDING.command(text)).toBeNull()
  })
  it('comes within a draft, and the question once more', () => {
    const asha = chat(SMALL)
    asha.writes('Wedding')
    expect(asha.writes('?')).toMatch(/^Answer the question[\s\S]*\*Which law\*/)
  })
})

describe('where an application stands', () => {
  it.each([
    'status of my application',
    'Application status?',
    'where is my certificate',
    'मेरा प्रमाणपत्र कहाँ है',
    'आवेदन की स्थिति',
    'mera certificate kahan hai',
    'ਮੇਰਾ ਸਰਟੀਫਿਕੇਟ ਕਿੱਥੇ ਹੈ',
    'میرا سرٹیفکیٹ کہاں ہے',
  ])('is told whoever asks: %s', (text) => {
    const asha = chat(REAL, () => ({ type: 'applications', applications: [] }))
    asha.writes(text)
    expect(asha.operations).toEqual([{ kind: 'applications' }])
  })
})
