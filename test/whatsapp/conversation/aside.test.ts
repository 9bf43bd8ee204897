import { describe, expect, it } from '@jest/globals'
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
