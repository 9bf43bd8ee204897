/** A picture that is hard to read, in the chat: said once, and then the citizen knows best. */
import { describe, expect, it } from '@jest/globals'
import type { Operation, Result, UploadRefusal } from '../../../subgraphs/whatsapp/conversation/state.ts'
import { heard } from '../../../subgraphs/whatsapp/inbox/inbound.ts'
import { chat } from '../chat.ts'
import { BIRTH, SMALL } from '../small-catalogue.ts'

type Upload = Extract<Operation, { kind: 'upload' }>

/** Somebody who is asked for the pages of a form; each file is judged by `judge`. */
function asked(judge: (upload: Upload) => UploadRefusal | null) {
  const uploads: Upload[] = []
  const asha = chat(SMALL, (operation): Result => {
    if (operation.kind === 'options')
      return { type: 'options', of: operation, options: [{ value: '1', label: 'One' }], limit: false }
    if (operation.kind !== 'upload') throw new Error(`unexpected: ${operation.kind}`)
    uploads.push(operation)
    const refused = judge(operation)
    return { type: 'upload', of: operation, stored: refused ? null : { document: 'doc_1', name: 'page.jpg' }, refused }
  })
  asha.writes(BIRTH.title.en!)
  asha.writes('Asha')
  asha.taps('One')
  return { asha, uploads }
}
/** Doubts as the hub raises them: first of the size, then of the sharpness, unless the citizen insists. */
const doubting = ({ despite = [] }: Upload): UploadRefusal | null =>
  !despite.includes('small') ? 'small' : !despite.includes('blurred') ? 'blurred' : null

describe('a picture that is hard to read', () => {
  it('is asked for again, kindly, with the question', () => {
    const { asha } = asked(() => 'blurred')
    expect(asha.sendsFile()).toMatch(
      /hard to read.*good light.*send it again and we will take it[\s\S]*\*Pages of the form\*/,
    )
  })

  it('is never doubted twice for the same reason', () => {
    const { asha, uploads } = asked(doubting)
    expect(asha.sendsFile()).toMatch(/very small/)
    expect(asha.sendsFile()).toMatch(/hold the phone still/)
    expect(asha.sendsFile()).toMatch(/Pages of the form: 1 so far/)
    expect(uploads.map(({ despite }) => despite)).toEqual([undefined, ['small'], ['small', 'blurred']])
  })

  it('is doubted anew as the answer to another question', () => {
    const { asha, uploads } = asked(doubting)
    for (let i = 0; i < 3; i++) asha.sendsFile()
    expect(asha.sendsFile()).toMatch(/very small/)
    expect(uploads.at(-1)!.despite).toBeUndefined()
  })

  it.each([
    ['pixels', /too big to open/],
    ['damaged', /cannot be opened/],
    ['locked', /has a password/],
    ['active', /holds a program/],
  ] as const)('is not taken at all when it is %s, and the citizen hears why', (why, sentence) => {
    const { asha, uploads } = asked(() => why)
    expect(asha.sendsFile()).toMatch(sentence)
    expect(asha.sendsFile()).toMatch(sentence)
    expect(uploads.map(({ despite }) => despite)).toEqual([undefined, undefined])
  })

  it('is not read at all where WhatsApp carries nothing so large, and the citizen hears that', () => {
    const { asha, uploads } = asked(() => null)
    const heavy = { type: 'unsupported', errors: [{ code: 131052 }], unsupported: { type: 'document' } }
    expect(asha.sends(heard(heavy)!)).toMatch(/larger than 16 MB[\s\S]*\*Pages of the form\*/)
    expect(uploads).toEqual([])
  })
})
