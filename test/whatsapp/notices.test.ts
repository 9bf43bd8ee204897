import { describe, expect, it } from '@jest/globals'
import { START } from '../../subgraphs/whatsapp/conversation/index.ts'
import { type Notice, tellOf } from '../../subgraphs/whatsapp/notices/notice.ts'
import { LANGUAGES, type LanguageCode } from '../../vocabulary/catalogue.ts'
import { chat, WORDING } from './chat.ts'
import { hub, wedding } from './conversation/kind-hub.ts'
import { SMALL } from './small-catalogue.ts'

const NOTICE: Notice = {
  id: 'DWR-2026-000001.3',
  name: 'rejected',
  status: 'REJECTED',
  reason: null,
  reference: 'DWR-2026-000001',
  service: 'office.wedding',
  restricted: false,
  title: 'Wedding',
  department: 'The Office',
  action: null,
  certificate: null,
}

/** What a person reads of a notice that comes late, as Meta fills in the template. */
function lateText(language: LanguageCode, notice: Partial<Notice>): string {
  const told = tellOf({ ...NOTICE, ...notice }, { ...START, language }, chat(SMALL).world(), 'https://example.org')
  const template = told.messages[0]!.template!
  const [{ parameters }] = template.components as any
  const given = Object.fromEntries(parameters.map((one: any) => [one.parameter_name, one.text]))
  return WORDING.say(language, `template-${template.name.replaceAll('_', '-')}`, given)
}

describe.each(LANGUAGES)('a notice that comes late, in %s', (language) => {
  it.each<[string, Partial<Notice>]>([
    ['a refusal whose reason is a sentence', { reason: 'The photograph is dark.' }],
    ['a refusal whose reason ends as sentences of Hindi do', { reason: 'फ़ोटो साफ़ नहीं है।' }],
    ['a refusal whose reason ends as sentences of Urdu do', { reason: 'تصویر صاف نہیں ہے۔' }],
    ['a refusal without a reason', {}],
    ['a withdrawal that came too late', { name: 'withdrawal-refused', status: 'IN_REVIEW' }],
    ['what takes longer', { name: 'delayed', status: 'SUBMITTED' }],
    ['what is late', { name: 'overdue', status: 'IN_REVIEW' }],
  ])('%s has no mark of punctuation twice', (_, notice) => {
    const text = lateText(language, notice)
    expect(text).not.toMatch(/[.।۔!?؟]\s*[)»]*\s*[.।۔]/)
    for (const said of [notice.reason].filter((one) => one != null)) expect(text).toContain(said.replace(/[.।۔]$/, ''))
  })
})

it.each<[LanguageCode, RegExp]>([
  ['en', /are sending it to The Office\. We will write [^.]*as soon as it has it\.$/],
  ['hi', /हम इसे The Office को भेज रहे हैं। उसे मिलते ही हम [^।]*लिखेंगे।$/],
  ['pa', /ਅਸੀਂ ਇਸ ਨੂੰ The Office ਨੂੰ ਭੇਜ ਰਹੇ ਹਾਂ। ਉਸ ਨੂੰ ਮਿਲਦੇ ਹੀ ਅਸੀਂ [^।]*ਲਿਖਾਂਗੇ।$/],
  ['ur', /ہم اسے \P{L}*The Office\P{L}* کو بھیج رہے ہیں۔ اسے ملتے ہی ہم [^۔]*لکھیں گے۔$/u],
])('nobody is told that the office has it before it has, in %s', (language, words) => {
  const filed = tellOf(
    { ...NOTICE, name: 'submitted', status: 'SUBMITTED' },
    { ...START, language },
    chat(SMALL).world(),
    'https://example.org',
  )
  expect(filed.messages[0]!.free).toMatchObject({ text: { body: expect.stringMatching(words) } })
  const department = 'The Office'
  expect(WORDING.say(language, 'received', { reference: 'DWR-2026-000001', department })).toMatch(words)
})

describe('a mere ok to a notice', () => {
  const hears = (asha: ReturnType<typeof chat>, notice: Partial<Notice> = {}) => {
    asha.waits(60_000)
    const told = tellOf({ ...NOTICE, ...notice }, asha.state(), asha.world(), 'https://example.org')
    expect(told.messages).toHaveLength(1)
    asha.put(told.state)
    asha.waits(60_000)
  }
  it('sends nothing off that was shown to be checked: it is shown once more', () => {
    const asha = wedding()
    hears(asha)
    expect(asha.writes('ok')).toMatch(/^Wedding: please check\./)
    expect(asha.operations.map(({ kind }) => kind)).not.toContain('file')
    expect(asha.writes('ok')).toMatch(/^Received/)
  })
  it('deletes nothing', () => {
    const asha = chat(SMALL, hub())
    asha.writes('delete my data')
    hears(asha, { name: 'approved', status: 'APPROVED' })
    expect(asha.writes('ok')).toMatch(/^Shall we delete all/)
    expect(asha.operations).toEqual([])
  })
  it('changes nothing in a chat where nothing is waited for', () => {
    const state = { ...START }
    expect(tellOf(NOTICE, state, chat(SMALL).world(), 'https://example.org').state).toBe(state)
  })
})

describe('the days that an office takes', () => {
  const one = {
    ...SMALL,
    service: (code: string) => {
      const service = SMALL.service(code)
      return service && { ...service, days: 1 }
    },
  }
  it.each<[LanguageCode, RegExp]>([
    ['en', /usually takes 1 working day\./],
    ['hi', /1 कामकाजी दिन लगता है।/],
    ['pa', /1 ਕੰਮ ਵਾਲਾ ਦਿਨ ਲੱਗਦਾ ਹੈ।/],
    ['ur', /1 کام کا دن لگتا ہے۔/],
  ])('are one where it is one, in %s', (language, words) => {
    const state = { ...wedding().state(), language }
    const asha = chat(one, hub())
    asha.put(state)
    expect(asha.writes('yes')).toMatch(words)
  })
  it('are several where they are', () => {
    expect(wedding().taps('Send')).toMatch(/usually takes 7 working days\./)
  })
})
