import { describe, expect, it } from '@jest/globals'
import type { Result } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { chat } from '../chat.ts'
import { SMALL } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

const HOUR = 60 * 60 * 1000
function begun(changes = {}) {
  const asha = chat(SMALL, hub(changes))
  asha.writes('Wedding')
  asha.taps('Hindu')
  return asha
}

describe('cancel, where what was begun lies aside,', () => {
  const answers = ({ draft, shelf }: ReturnType<ReturnType<typeof chat>['state']>) =>
    [draft, ...shelf].flatMap((kept) => (kept ? [kept.answers] : []))
  it('at the offer to go on deletes that and says so', () => {
    const asha = begun()
    asha.writes('later')
    expect(asha.writes('Wedding')).toMatch(/\[Go on\]\n\[Start again\]$/)
    expect(asha.writes('cancel')).toMatch(/^Cancelled\. Your answers are deleted, and nothing was sent\.\n\nHello!/)
    expect(answers(asha.state())).toEqual([])
    expect(asha.choices().map(({ title }) => title)).not.toContain('Go on')
  })
  it.each(['later', 'menu'])('behind %s asks first, and deletes after a yes', (aside) => {
    for (const yes of ['yes', 'Yes, delete', 'haan']) {
      const asha = begun()
      asha.writes(aside)
      expect(asha.writes('cancel')).toBe(
        'Wedding\nYou began this earlier. Answers so far: 1.\nShall we end it and delete these answers?\n[No, keep it]\n[Yes, delete]',
      )
      expect(answers(asha.state())).toEqual([{ act: 'HINDU' }])
      expect(asha.writes(yes)).toMatch(/^Cancelled\./)
      expect(answers(asha.state())).toEqual([])
    }
  })
  it.each(['no', 'No, keep it', 'cancel', '2', 'menu'])('deletes nothing after %s', (word) => {
    const asha = begun()
    asha.writes('later')
    asha.writes('cancel')
    asha.writes(word)
    expect(answers(asha.state())).toEqual([{ act: 'HINDU' }])
  })
  it('asks anew for a yes of the next day, or behind something that was said unasked', () => {
    const asha = begun()
    asha.writes('later')
    asha.writes('cancel')
    asha.waits(24 * HOUR)
    expect(asha.writes('yes')).toMatch(/Shall we end it and delete these answers\?/)
    expect(asha.writes('yes')).toMatch(/^Cancelled\./)
  })
  it('asks which of several, and deletes that alone', () => {
    const asha = begun()
    asha.writes('later')
    asha.writes('Birth certificate')
    asha.writes('Asha')
    asha.writes('later')
    expect(answers(asha.state())).toHaveLength(2)
    expect(asha.writes('cancel')).toMatch(
      /^Which of these shall we end\?.*\n\[Birth certificate\]\n\[Wedding\]\n\[No, keep it\]$/,
    )
    const [, row] = asha.choices()
    asha.taps('Wedding')
    // a row that is tapped twice deletes nothing yet
    expect(asha.presses(row!.id)).toMatch(/^Wedding\n/)
    const [, yes] = asha.choices()
    asha.taps('Yes, delete')
    expect(asha.presses(yes!.id)).toBe('')
    expect(answers(asha.state())).toHaveLength(1)
    expect(answers(asha.state())).not.toContainEqual({ act: 'HINDU' })
  })
  it('asks again when its button is pressed weeks later', () => {
    const asha = begun()
    asha.writes('later')
    asha.writes('cancel')
    const [, yes] = asha.choices()
    asha.writes('menu')
    expect(asha.presses(yes!.id)).toMatch(/Shall we end it/)
    expect(answers(asha.state())).toEqual([{ act: 'HINDU' }])
  })
})

describe('whoever looks at their applications in the middle of a service', () => {
  const application = (reference: string) => ({
    reference,
    service: 'town.birth',
    title: 'Birth certificate',
    status: 'IN_REVIEW',
    restricted: false,
    due: null,
    history: [{ status: 'SUBMITTED', at: '2026-03-01T10:00:00Z', reason: null }],
    action: null,
    certificate: null,
  })
  const having = (...references: string[]) => ({
    applications: (): Result => ({ type: 'applications', applications: references.map(application) }),
  })

  it.each([[[]], [['DWR-2026-000001']], [['DWR-2026-000001', 'DWR-2026-000002']]])(
    'and has %j is led back to it by one tap, or its words',
    (references) => {
      for (const aside of [null, 'menu', 'later']) {
        const asha = begun(having(...references))
        if (aside) asha.writes(aside)
        expect(asha.writes('status')).toMatch(/\n\nNot finished yet: Wedding\.\n/)
        expect(asha.choices().filter(({ title }) => title === 'Go on')).toHaveLength(1)
        expect(asha.taps('Go on')).toMatch(/^\*Day of the wedding\*/)
        asha.writes('status')
        expect(asha.writes('go on')).toMatch(/^\*Day of the wedding\*/)
      }
    },
  )
  it('is led back to its first question as well', () => {
    const asha = chat(SMALL, hub(having('DWR-2026-000001')))
    asha.writes('Wedding')
    expect(asha.writes('status')).toMatch(/Not finished yet: Wedding\.\n\[Go on\]\n\[Menu\]\n\[Withdraw\]$/)
    expect(asha.writes('go on')).toMatch(/\*Which law\*/)
  })
  it('and has begun nothing sees them alone', () => {
    const asha = chat(SMALL, hub(having('DWR-2026-000001')))
    expect(asha.writes('status')).not.toMatch(/Not finished yet|Go on/)
  })
})

describe('back at the first question', () => {
  it('says that the service was left', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    expect(asha.writes('back')).toMatch(/^You left Wedding\. There was no answer yet, so none is kept\.\n\nHello!/)
    expect(asha.state().draft).toBeNull()
  })
})

describe('what nobody offers', () => {
  it.each(['passport', 'pension', 'मुझे पेंशन चाहिए'])('%s: is said to be not here, with what is', (wish) => {
    const asha = chat(SMALL, hub())
    asha.writes('english')
    expect(asha.writes(wish)).toMatch(
      /^I do not have that here\. I can help with these:\n• Wedding\n• Birth certificate\n\[Wedding\]/,
    )
  })
  it('counts as not understood: the third time it is said in other words as well', () => {
    const asha = chat(SMALL, hub())
    for (const wish of ['passport', 'pension']) expect(asha.writes(wish)).not.toMatch(/call 1076/)
    expect(asha.writes('ration')).toMatch(
      /^Write in a few words what you need, such as: Wedding\.[^\n]*\n.*call 1076\.\n\nI do not have that here\./,
    )
  })
  it.each([
    'hi',
    'hii',
    'hello sir',
    'Hi Dwar',
    'namaste ji',
    'राम राम',
    'ਸਤ ਸ੍ਰੀ ਅਕਾਲ ਜੀ',
    'salaam',
    'السلام علیکم',
    'hmm',
    '???',
    '7',
    'please help me with',
  ])('a mere greeting, sign or courtesy is greeted: %s', (text) => {
    const asha = chat(SMALL, hub())
    asha.writes('english')
    expect(asha.writes(text)).toMatch(/^Hello!|\n\nHello!/)
  })
})
