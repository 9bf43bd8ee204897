import { describe, expect, it } from '@jest/globals'
import { chat } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'
import { hub, wedding } from './kind-hub.ts'

describe('a plea in the middle of a service', () => {
  /** The marriage service, its day and place answered; `asked`: what is open. */
  function marrying(asked: 'name' | 'line' | 'pin' | 'choice' | 'file' | 'more') {
    const asha = chat(REAL, hub())
    asha.writes('Register a marriage')
    asha.presses(asha.choices()[0]!.id)
    for (const text of ['14/2/2020', 'Arya Samaj Mandir', 'Central']) asha.writes(text)
    for (let step = 0; step < 40; step++) {
      const { place } = asha.state()
      const path = place.at === 'question' ? place.path : ''
      const standing = { name: 'groom.name', line: 'groom.address.line', pin: 'groom.address.pinCode' } as const
      const wanted = { choice: 'groom.religion', file: 'groom.photograph', ...standing, more: '' }[asked]
      if (path === wanted) return asha
      const choices = asha.choices().filter(({ id }) => /^answer|^enough/.test(id))
      if (path.endsWith('dateOfBirth')) asha.writes('5/1/1990')
      else if (path.endsWith('mobile')) asha.writes('9810012345')
      else if (choices.length) asha.presses(choices[0]!.id)
      else asha.writes(path.endsWith('pinCode') ? '110005' : 'Ravi')
    }
    throw new Error(`${asked} is not asked`)
  }
  it.each([
    'change the marriage date',
    'the date of the marriage is wrong',
    'शादी की तारीख बदलनी है',
    'shaadi ki tarikh galat hai',
    'ਵਿਆਹ ਦੀ ਤਾਰੀਖ਼ ਗਲਤ ਹੈ',
    'شادی کی تاریخ بدلنی ہے',
  ])('goes to the answer that it names, and back: %s', (text) => {
    for (const asked of ['name', 'line', 'pin', 'choice', 'file'] as const) {
      const asha = marrying(asked)
      const { place } = asha.state()
      asha.writes(text)
      expect(asha.state().place).toMatchObject({ at: 'question', path: 'date' })
      asha.writes('15/2/2020')
      expect(asha.state().place).toMatchObject(place)
      expect(asha.state().draft!.answers.date).toBe('2020-02-15')
    }
  })
  it.each([
    'I want to change the date',
    'I made a mistake',
    'गलती हो गई',
    'galti ho gayi',
    'ਗਲਤੀ ਹੋ ਗਈ',
    'غلطی ہو گئی',
    'change my name',
    'correct my name',
    'पता गलत है',
    'pata galat hai',
  ])('that names several answers, or none, is asked which: %s', (text) => {
    for (const asked of ['line', 'pin', 'choice', 'file'] as const) {
      const asha = marrying(asked)
      expect(asha.writes(text)).toMatch(/^(Which answer shall we change\?|\*Full name\*|The groom\n\*Full name\*)/)
    }
  })
  it.each(['correct', 'change', 'edit please', 'oh no wrong wrong', 'नाम बदलना है', 'ਨਾਂ ਬਦਲਣਾ ਹੈ', 'نام بدلنا ہے'])(
    'is heard where it cannot be the answer: %s',
    (text) => {
      for (const asked of ['pin', 'choice', 'file'] as const) {
        const asha = marrying(asked)
        asha.writes(text)
        expect([asha.state().place.at, asha.state().lost]).toEqual(['correct', 0])
      }
    },
  )
  it.each([
    ['what is wrong', 'choice'],
    ['who is wrong', 'name'],
    ['क्या गलत है?', 'pin'],
    ['ਕੀ ਗਲਤ ਹੈ', 'line'],
    ['کیا غلط ہے', 'file'],
    ['kya badalna hai', 'line'],
  ] as const)('that is a question has the open one put again: %s', (text, open) => {
    const asha = marrying(open)
    const { place, draft } = asha.state()
    asha.writes(text)
    expect([asha.state().place, asha.state().draft!.answers]).toEqual([place, draft!.answers])
  })
  it.each([
    'all correct',
    'everything is correct',
    'no mistake',
    'koi galti nahi hai',
    'delete data',
    'my data delete',
  ])('is none: %s', (text) => {
    for (const open of ['pin', 'choice'] as const) {
      const asha = marrying(open)
      const { place } = asha.state()
      asha.writes(text)
      expect(asha.state().place).toEqual(place)
    }
  })
  it.each(['pata galat hai', 'pata badalna hai'])('of an address names no father: %s', (text) => {
    const asha = marrying('choice')
    asha.writes(text)
    const { place } = asha.state()
    expect('path' in place ? place.path : place.at).toMatch(/address|^correct$/)
  })
  it.each(['correct address: 12 Gali', 'Photo edit', 'mobile theek karna hai', 'Mobile change'])(
    'that may be an answer in any words is one: %s',
    (text) => {
      const asha = marrying('line')
      asha.writes(text)
      expect(asha.state().draft!.answers['groom.address.line']).toBe(text)
    },
  )
  it.each(['12 Cancel Road', 'Correct Lane', 'Change Wali Gali', 'Badal Gali', 'Edit Nagar'])(
    'is told from an answer: %s',
    (text) => {
      const asha = marrying('line')
      asha.writes(text)
      expect(asha.state().draft!.answers['groom.address.line']).toBe(text)
    },
  )
  it.each(['cancel this please', 'I want to cancel', 'cancel kar do', 'रद्द करना है', 'ਰੱਦ ਕਰ ਦਿਓ', 'منسوخ کر دیں'])(
    'to cancel asks first: %s',
    (text) => {
      const asha = marrying('name')
      asha.writes(text)
      expect(asha.state().place).toEqual({ at: 'resume', service: 'registrar.marriage', drops: true })
      asha.writes('no')
      expect(asha.state().shelf).toHaveLength(1)
    },
  )
  it.each(['haan cancel kar do', 'cancel it', 'yes cancel', 'हाँ रद्द कर दो'])(
    'to cancel once more is a yes: %s',
    (text) => {
      const asha = marrying('name')
      asha.writes('cancel karo')
      asha.writes(text)
      expect([asha.state().place.at, asha.state().shelf]).toEqual(['menu', []])
    },
  )
  it.each(["don't cancel it", 'nahi cancel mat karo', "I don't want this"])(
    'that is no plea drops nothing: %s',
    (text) => {
      const asha = marrying('name')
      asha.writes('cancel karo')
      asha.writes(text)
      expect(asha.state().shelf).toHaveLength(1)
    },
  )
  it('says so where nothing is answered yet', () => {
    const asha = chat(REAL, hub())
    asha.writes('Register a marriage')
    expect(asha.writes('I made a mistake')).toMatch(/^Nothing is answered yet, so there is nothing to change\.\n\n/)
    expect(asha.state().place).toMatchObject({ at: 'question', path: 'act' })
  })
})

it('of a question that is quoted, that it is wrong asks it again', () => {
  const asha = chat(REAL, hub())
  for (const text of ['Copy of marriage record', 'SDM/CE/2019/42', '2019', 'Central', 'Ravi']) asha.writes(text)
  asha.sends({ type: 'text', text: 'yeh galat hai', about: "*Groom's name*\nExample: Kiran" })
  expect(asha.state().place).toMatchObject({ at: 'question', path: 'groomName' })
})

it('to cancel, where nothing was begun, is after what was sent: it can be withdrawn', () => {
  const asha = chat(REAL, hub())
  asha.writes('I want to cancel my application')
  expect(asha.operations.map(({ kind }) => kind)).toEqual(['applications'])
})

it.each([
  ['Received: DWR-2026-000001. We have it safely.', 'application'],
  ['Wedding: please check', 'applications'],
])('about what is sent already, shows it: %s', (about, kind) => {
  const asha = wedding()
  asha.taps('Send')
  asha.sends({ type: 'text', text: 'my name is wrong', about })
  expect(asha.operations.at(-1)!.kind).toBe(kind)
})

it.each([
  ['yes cancel it', true],
  ['haan cancel kar do', true],
  ['no, do not cancel', false],
  ["I don't want this", false],
])('where a withdrawal is to be confirmed, %s takes it back: %s', (text, isWithdrawn) => {
  const asha = wedding()
  asha.taps('Send')
  asha.put({ ...asha.state(), place: { at: 'withdraw', reference: 'DWR-2026-000001' } })
  asha.writes(text)
  expect(asha.operations.some(({ kind }) => kind === 'withdraw')).toBe(isWithdrawn)
})

it.each([
  'it is correct send',
  'everything is correct, send it',
  'all details are correct please send',
  'sab correct hai bhejo',
  'sab sahi hai bhej do',
  'koi galti nahi hai bhej do',
  'no mistake',
  'correct hai',
  'all correct',
])('where all is shown to be checked, that it is right opens no corrections: %s', (text) => {
  const asha = wedding()
  asha.writes(text)
  expect(asha.state().place.at).not.toBe('correct')
})

describe('the number of a registration', () => {
  const ofCopy = (text: string) => {
    const asha = chat(REAL, hub())
    asha.writes('Copy of marriage record')
    asha.writes(text)
    return asha.state().draft!
  }
  it.each(['SDM/CE/2019/42\n2019', 'SDM/CE/2019/42, 2019'])('is told from the year behind it: %j', (text) => {
    expect(ofCopy(text).answers).toMatchObject({ registrationNumber: 'SDM/CE/2019/42', year: 2019 })
  })
  it.each(['Reg no 45, year 2019', 'SDM/CE/2019/42, Central', "don't have it, born 5/1/1990"])(
    'with a comma in it is kept whole: %s',
    (text) => {
      expect(ofCopy(text).answers).toEqual({ registrationNumber: text })
    },
  )
})
