import { describe, expect, it } from '@jest/globals'
import { conversation, type Result, START } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { AROUND, chat, WORDING } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'
import { question, SMALL, service } from '../small-catalogue.ts'
import { hub, wedding } from './kind-hub.ts'

const HOUR = 60 * 60 * 1000
function begun() {
  const asha = chat(SMALL, hub())
  asha.writes('Wedding')
  asha.taps('Hindu')
  return asha
}

describe('later', () => {
  it.each(['later', 'baad mein', 'बाद में', 'ਬਾਅਦ ਵਿੱਚ', 'بعد میں'])('%s keeps the answers', (word) => {
    const asha = begun()
    expect(asha.writes(word)).toBe('Wedding: your answers are kept. Tap to go on when you like.\n[Go on]\n[Menu]')
    asha.writes('hello')
    expect(asha.taps('Go on')).toMatch(/\*Day of the wedding\*/)
    expect(asha.state().draft!.answers).toEqual({ act: 'HINDU' })
  })
  it('is no matter where nothing was begun', () => {
    expect(chat(SMALL).writes('later')).toMatch(/^Hello!/)
  })
})

it('the answers so far are counted without the steps between them', () => {
  const asha = chat(REAL, (of) => ({ type: 'facts', of, facts: {} }) as Result)
  for (const text of ["Learner's licence", '1', 'go on']) asha.writes(text)
  asha.writes('later')
  expect(asha.writes("Learner's licence")).toMatch(/Answers so far: 1\./)
})

describe('a reminder', () => {
  it('comes once, within the day, and leads on', () => {
    const asha = begun()
    asha.waits(19 * HOUR)
    expect(asha.isReminded()).toBeNull()
    asha.waits(2 * HOUR)
    expect(asha.isReminded()).toBe(
      'You began this earlier: Wedding. Answers so far: 1. Would you like to go on?\n[Go on]\n[Menu]',
    )
    expect(asha.taps('Go on')).toMatch(/^\*Day of the wedding\*/)
    asha.waits(23 * HOUR)
    expect(asha.isReminded()).toBeNull()
  })
  it('counts from the citizen’s last message', () => {
    const asha = begun()
    asha.waits(12 * HOUR)
    asha.writes('5/1/2020')
    asha.waits(12 * HOUR)
    expect(asha.isReminded()).toBeNull()
  })
  it('comes to nobody who has sent, cancelled or stopped', () => {
    for (const word of ['cancel', 'stop']) {
      const asha = begun()
      asha.writes(word)
      asha.waits(21 * HOUR)
      expect(asha.isReminded()).toBeNull()
    }
    const ravi = wedding()
    ravi.taps('Send')
    ravi.waits(21 * HOUR)
    expect(ravi.isReminded() ?? '').toBe('')
  })
})

describe('whoever comes back the next day', () => {
  const atTheName = () => {
    const asha = begun()
    asha.writes('5 Jan 2020')
    return asha
  }
  it('and says what they want is asked whether to go on: it is no answer to the question that was open', () => {
    const asha = atTheName()
    asha.waits(24 * HOUR)
    expect(asha.writes('a wedding please')).toMatch(/^Wedding\nYou began this earlier\. .*\n\[Go on\]\n\[Start again\]/)
    expect(asha.taps('Go on')).toMatch(/\*His name\*/)
  })
  it('and answers the question goes on', () => {
    const asha = atTheName()
    asha.waits(24 * HOUR)
    asha.writes('रवि')
    expect(asha.state().draft!.answers).toMatchObject({ 'groom.name': 'रवि' })
  })
  it('is taken at their word where the question has just been asked', () => {
    const asha = atTheName()
    asha.writes('a wedding please')
    expect(asha.state().draft!.answers).toMatchObject({ 'groom.name': 'a wedding please' })
  })
})

describe('a mere yes', () => {
  const reminded = (asha: ReturnType<typeof chat>) => {
    asha.waits(20 * HOUR)
    expect(asha.isReminded()).toMatch(/Would you like to go on\?/)
  }
  const licence = () => {
    const asha = chat(REAL, hub())
    const about = ['Asha', 'Ram', 'Female', 'O+', '12, Gali 3', 'Delhi', '110092', 'yes', 'Mole']
    for (const text of ["Learner's licence", 'Car', 'go on', '1', '5/1/1990', ...about]) asha.writes(text)
    expect(asha.replies()[0]!.text).toMatch(/\*Do you want to donate your organs after death\?\*/)
    return asha
  }

  it('to a reminder is no answer to the question that is open: it is put once more', () => {
    const asha = licence()
    reminded(asha)
    expect(asha.writes('yes')).toMatch(/\*Do you want to donate your organs after death\?\*/)
    expect(asha.state().draft!.answers).not.toHaveProperty(['holder.organDonor'])
    asha.writes('yes')
    expect(asha.state().draft!.answers).toHaveProperty(['holder.organDonor'], true)
  })
  it('to a reminder sends nothing off: what would be sent is shown once more', () => {
    const asha = wedding()
    reminded(asha)
    expect(asha.writes('हाँ')).toMatch(/^Wedding: please check\./)
    expect(asha.operations.map(({ kind }) => kind)).not.toContain('file')
    expect(asha.writes('हाँ')).toMatch(/^Received/)
  })
  it('to a reminder deletes nothing, and goes on', () => {
    const asha = begun()
    asha.writes('delete my data')
    reminded(asha)
    expect(asha.writes('haan')).toMatch(/^\*Day of the wedding\*/)
    expect(asha.operations).toEqual([])
  })
  it.each(['erase', 'withdraw'])('of the next day is asked for anew before it may %s', (at) => {
    const asha = chat(SMALL, hub())
    const place = at === 'erase' ? ({ at } as const) : ({ at: 'withdraw', reference: 'DWR-2026-000001' } as const)
    asha.put({ ...asha.state(), place, said: AROUND.now })
    asha.waits(24 * HOUR)
    const again = asha.writes('ok')
    expect(asha.state().place).toEqual(place)
    expect([again.length > 0, asha.operations]).toEqual([true, []])
    asha.writes('ok')
    expect(asha.operations.map(({ kind }) => kind)).toEqual([at])
  })
  it('to a reminder of what was put aside goes on with it, and a no leaves it', () => {
    const asha = begun()
    asha.writes('later')
    reminded(asha)
    expect(asha.writes('yes')).toMatch(/^\*Day of the wedding\*/)
    const ravi = begun()
    reminded(ravi)
    expect(ravi.writes('no')).toMatch(/^Wedding: your answers are kept/)
  })
  it('that quotes a question answers it, however late', () => {
    const asha = licence()
    const [{ text: about }] = asha.replies() as [{ text: string }]
    asha.waits(24 * HOUR)
    asha.sends({ type: 'text', text: 'yes', about })
    expect(asha.state().draft!.answers).toHaveProperty(['holder.organDonor'], true)
  })
})

it.each(['go on', 'continue', 'आगे बढ़ें', 'ਅੱਗੇ ਚੱਲੋ', 'آگے چلیں'])('%s goes on with what was put aside', (words) => {
  for (const aside of ['later', 'menu']) {
    const asha = begun()
    asha.writes(aside)
    asha.writes(words)
    expect(asha.state().place).toMatchObject({ at: 'question', path: 'date' })
  }
  expect(chat(SMALL).writes(words)).toBeTruthy()
})

describe('start again', () => {
  it('asks before the answers go', () => {
    const asha = begun()
    expect(asha.writes('start again')).toMatch(
      /You began this earlier\. Answers so far: 1\.\n\[Go on\]\n\[Start again\]/,
    )
    expect(asha.taps('Start again')).toMatch(/\*Which law\*/)
    expect(asha.state().draft!.answers).toEqual({})
  })
  it.each(['start again', 'restart', 'फिर से शुरू', 'ਫਿਰ ਤੋਂ ਸ਼ੁਰੂ', 'پھر سے شروع'])(
    'said again, in any language, lets them go: %s',
    (text) => {
      const asha = begun()
      asha.writes('start again')
      asha.writes(text)
      expect(asha.state()).toMatchObject({ place: { at: 'question', path: 'act' }, draft: { answers: {} }, shelf: [] })
    },
  )
})

describe('a person', () => {
  it.each(['person', 'talk to a person', 'इंसान', 'کسی سے بات کرنی ہے', 'ਕਿਸੇ ਨਾਲ ਗੱਲ'])(
    '%s gives the number to call; the question stays open and an operator sees it',
    (word) => {
      const asha = begun()
      expect(asha.writes(word)).toMatch(
        /^Call 1076 to talk to a person\. We have noted that you asked\.\n\n\*Day of the wedding\*/,
      )
      expect(asha.records.at(-1)).toEqual({ name: 'asked-for-a-person', details: 'office.wedding' })
    },
  )
})

describe('delete my data', () => {
  it('asks first, deletes, and remembers nothing but the language', () => {
    const asha = wedding()
    asha.taps('Send')
    expect(asha.writes('delete my data')).toMatch(/^Shall we delete all .*\n\[No, keep it\]\n\[Yes, delete all\]$/)
    expect(asha.taps('Yes, delete all')).toBe('All that we kept about you is deleted.')
    expect(asha.operations.at(-1)).toEqual({ kind: 'erase' })
    expect(asha.state()).toEqual({ ...START, pressed: asha.state().pressed, said: asha.state().said })
  })
  it.each(['No, keep it', 'no', 'नहीं'])('keeps all for whoever thinks again, and goes on: %s', (text) => {
    const asha = begun()
    asha.writes('delete my data')
    asha.sends({ type: 'other', kind: 'audio' })
    expect(asha.writes(text)).toMatch(/^\*Day of the wedding\*/)
    asha.writes('menu')
    asha.writes('delete my data')
    asha.writes(text)
    expect([asha.state().place, asha.operations]).toEqual([{ at: 'menu' }, []])
  })
  it('says what an open case still needs', () => {
    const asha = chat(SMALL, hub({ erase: () => ({ type: 'erase', erased: false, waitsFor: ['DWR-2026-000003'] }) }))
    asha.writes('delete my data')
    expect(asha.taps('Yes, delete all')).toMatch(/What can go is deleted\..*DWR-2026-000003/)
  })
  it('asks again when its button is pressed weeks later', () => {
    const asha = begun()
    asha.writes('delete my data')
    const yes = asha.choices().at(-1)!
    asha.writes('menu')
    expect(asha.presses(yes.id)).toMatch(/^Shall we delete all/)
    expect(asha.operations).toEqual([])
  })
})

describe('whoever is lost', () => {
  it('is told in other words the third time, and whom to call', () => {
    const asha = begun()
    expect(asha.writes('soon')).not.toMatch(/month and the year/)
    expect(asha.writes('very soon')).not.toMatch(/month and the year/)
    expect(asha.writes('next week')).toMatch(
      /Write the day, the month and the year, such as: 5 January 1990 or 5\/1\/1990\.\nTo talk to a person, call 1076\.\n\n\*Day of the wedding\*/,
    )
    expect(asha.writes('soon')).not.toMatch(/month and the year/)
    asha.writes('5/1/2020')
    asha.writes('12')
    expect(asha.writes('???')).not.toMatch(/call 1076/)
  })
  it.each<[string[] | null, RegExp]>([
    [null, /choose Camera/],
    [['application/pdf', 'image/*'], /choose Camera/],
    [['application/pdf'], /choose Document, find the PDF/],
  ])('by files that are refused as well, and a file of use is the end of it: %j', (accepts, words) => {
    let refuses = true
    const upload = (of: any) => ({ type: 'upload', of, stored: null, refused: 'type' }) as const
    const good = hub()
    const asha = chat(
      chatCatalogue([
        service('town.papers', 'Papers', [question('one', 'DOCUMENT', { accepts }), question('two', 'DOCUMENT')]),
      ]),
      (of) => (of.kind === 'upload' && refuses ? upload(of) : good(of)),
    )
    asha.writes('Papers')
    for (const told of [false, false, true, false, false, true])
      expect(words.test(asha.sendsFile('a.txt')) && /call 1076/.test(asha.replies()[0]!.text)).toBe(told)
    for (const takes of [true, true, false, true]) {
      refuses = takes
      expect(asha.sendsFile()).not.toMatch(/call 1076/)
    }
  })
  it('is told in the menu what to write', () => {
    const asha = chat(SMALL)
    asha.writes('qqqq')
    asha.writes('zzzz')
    expect(asha.writes('xxxx')).toMatch(/^Write in a few words what you need, such as: Wedding\./)
  })
})

describe('a button', () => {
  it('pressed twice is pressed once', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    const [hindu] = asha.choices()
    expect(asha.presses(hindu!.id)).toMatch(/\*Day of the wedding\*/)
    expect(asha.presses(hindu!.id)).toBe('')
    expect(asha.state().place).toMatchObject({ at: 'question', path: 'date' })
  })
  it('pressed again before the first was answered is pressed once, however slow the answer was', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    const [hindu] = asha.choices()
    asha.presses(hindu!.id)
    asha.waits(40_000)
    expect(asha.sends({ type: 'press', id: hindu!.id, title: '' }, 41_000)).toBe('')
    expect(asha.state().place).toMatchObject({ at: 'question', path: 'date' })
  })
  it('pressed again weeks later leads back to what is open', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    const [hindu] = asha.choices()
    asha.presses(hindu!.id)
    asha.waits(500 * HOUR)
    expect(asha.presses(hindu!.id)).toMatch(/^That button was for an earlier question\.\n\n\*Day of the wedding\*/)
  })
  it('that sends, pressed twice, sends once and says so later', () => {
    const asha = wedding()
    const send = asha.choices()[0]!
    asha.presses(send.id)
    expect(asha.presses(send.id)).toBe('')
    asha.waits(500 * HOUR)
    expect(asha.presses(send.id)).toMatch(/^You have sent this already: DWR-2026-000001\./)
    expect(asha.operations.filter(({ kind }) => kind === 'file')).toHaveLength(1)
  })
  it.each([
    'send',
    'send|',
    'answer|x|act|HINDU',
    'fix|x|groom.name',
    'withdrawn|DWR-2026-000001|x|y',
    'show|../../etc',
    '__proto__|constructor',
    '|||||',
    'language|xx',
    'start|nothing.here',
    'page|x||99999999999',
  ])('made by hand (%s) does no harm', (id) => {
    const asha = begun()
    asha.presses(id)
    expect(asha.operations.filter(({ kind }) => kind === 'file' || kind === 'erase')).toEqual([])
    expect([...(asha.state().draft ? [asha.state().draft!] : []), ...asha.state().shelf][0]!.answers).toEqual({
      act: 'HINDU',
    })
  })
})

it('an old state of a chat that lacks what is new is gone on with', () => {
  const { draft } = begun().state()
  const old = { ...START, draft, place: { at: 'question', path: 'date', page: 0, options: null } as const }
  const world = { catalogue: SMALL, wording: WORDING, ...AROUND, today: '2026-03-01', id: 'm9' }
  expect(conversation(old, { type: 'text', text: '5/1/2020' }, world).replies[0]!.text).toMatch(/\*His name\*/)
})

describe('a one-time code', () => {
  it.each(['LINK 123456', 'link १२३४५६', 'लिंक 123456', 'ਲਿੰਕ ੧੨੩੪੫੬', 'لنک ۱۲۳۴۵۶', 'code: 123 456'])(
    'is understood within a draft: %s',
    (text) => {
      const asha = chat(SMALL, (operation) =>
        operation.kind === 'link' ? { type: 'link', linked: false, references: [], answered: true } : hub()(operation),
      )
      asha.writes('Wedding')
      asha.writes(text)
      expect(asha.operations.at(-1)).toEqual({ kind: 'link', code: '123456' })
    },
  )

  const written = (text: string) => {
    const asha = chat(SMALL, (operation) =>
      operation.kind === 'link' ? { type: 'link', linked: false, references: [], answered: true } : hub()(operation),
    )
    asha.writes(text)
    return asha.operations
  }
  it.each([
    ['123456', '123456.', '*123456*', 'my code is 123456', '123 456 is my code!', 'link123456', '"link 123456".'],
    ['मेरा कोड १२३४५६ है।', 'ਮੇਰਾ ਕੋਡ 123456 ਹੈ', 'میرا کوڈ ۱۲۳۴۵۶ ہے۔'],
  ])('is understood where nothing is asked, whatever stands around it: %s and others', (...texts) => {
    for (const text of texts) expect([text, written(text)]).toEqual([text, [{ kind: 'link', code: '123456' }]])
  })
  it.each(['my PIN code is 110001', '123456 rupees', 'code 9810012345', 'पिन कोड 110001', 'encode 123456'])(
    'is no other number: %s',
    (text) => {
      expect(written(text)).toEqual([])
    },
  )

  it('is asked for in words that are understood in the middle of a question, in each language', () => {
    for (const language of ['en', 'hi', 'pa', 'ur'] as const)
      for (const name of ['opened-by-code', 'new-holder', 'certificate-withheld']) {
        const [, shown] = /\*(\S+ 123456)\*/.exec(WORDING.say(language, name, { reference: 'r', helpline: '1' }))!
        const asha = chat(SMALL, () => ({ type: 'link', linked: false, references: [], answered: true }))
        asha.writes('Wedding')
        asha.writes(shown!)
        expect(asha.operations).toEqual([{ kind: 'link', code: '123456' }])
      }
  })
})

describe('a reference', () => {
  it.each([
    'DWR-2026-000001',
    'dwr 2026 000001',
    'DWR–2026–000001',
    'मेरा आवेदन DWR-२०२६-०००००१ कहाँ है',
    'میری درخواست DWR-۲۰۲۶-۰۰۰۰۰۱',
    'DWR2026000001',
  ])('is found however a phone writes it: %s', (text) => {
    const asha = chat(SMALL, (of) => {
      if (of.kind !== 'application') throw new Error(of.kind)
      return { type: 'application', of, application: null, answered: true }
    })
    asha.writes(text)
    expect(asha.operations).toHaveLength(1)
    expect(asha.operations[0]).toMatchObject({ kind: 'application', reference: 'DWR-2026-000001' })
  })
})
