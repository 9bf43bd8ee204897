import { describe, expect, it } from '@jest/globals'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { LANGUAGES } from '../../../vocabulary/catalogue.ts'
import { chat, WORDING } from '../chat.ts'
import { REAL } from '../real-catalogue.ts'
import { question, SMALL, service } from '../small-catalogue.ts'
import { hub, wedding } from './kind-hub.ts'

/** A licence's form, open at the name of its holder. */
function atTheName() {
  const asha = chat(REAL, hub())
  for (const text of ["Learner's licence", 'Car', 'go on', '1', '5/1/1990']) asha.writes(text)
  return asha
}
/** A service with one question, which is open. */
function asked(
  type: Parameters<typeof question>[1],
  more: Parameters<typeof question>[2] = {},
  rules: readonly string[] = [],
) {
  const asha = chat(
    chatCatalogue([
      service('town.thing', 'Thing', [question('it', type, more), question('then', 'TEXT')], {
        rules: rules.map((check) => ({ id: check, on: '', check, each: null, path: 'it', message: { en: check } })),
      }),
    ]),
    hub(),
  )
  asha.writes('Thing')
  return asha
}
const answered = (asha: ReturnType<typeof chat>) => asha.state().draft!.answers.it

describe('what nobody is called', () => {
  it.each(['ok', 'yes sir', 'hmm', 'ji', 'theek hai', 'अच्छा', 'ਠੀਕ ਹੈ', 'اچھا', 'next', 'no', 'pata nahi', '👍', '...'])(
    'is no answer where a name is asked for: %s',
    (text) => {
      const asha = atTheName()
      expect(asha.writes(text)).toMatch(/^Please write your answer\.\n\nAbout you\n\*Full name\*/)
      expect(asha.state().draft!.answers).not.toHaveProperty(['holder.name'])
    },
  )
  it.each(['human please', 'please help me', 'hindi', 'हिंदी में', 'ਪੰਜਾਬੀ ਵਿੱਚ', 'اردو میں'])(
    'steers there as well: %s',
    (text) => {
      const asha = atTheName()
      asha.writes(text)
      expect(asha.state().place).toMatchObject({ at: 'question', path: 'holder.name' })
      expect(asha.state().draft!.answers).not.toHaveProperty(['holder.name'])
      expect(asha.replies()[0]!.text).not.toMatch(/^About you\n\*Full name\*/)
    },
  )
  it.each(['thanks', 'ok thank you', 'धन्यवाद', 'ਧੰਨਵਾਦ', 'شکریہ'])('is met with courtesy: %s', (text) => {
    const asha = atTheName()
    expect(asha.writes(text)).toMatch(/^You are welcome\.\n\nAbout you\n\*Full name\*/)
    expect(asha.state().lost).toBe(0)
    expect(chat(REAL).writes(text).split('\n')[0]).toMatch(/welcome|स्वागत|ਸੁਆਗਤ|کوئی بات نہیں/)
  })
  it.each(['Sachin More', 'Jitendra', 'Nanak', 'Hindol', 'Okram'])('is told from a name: %s', (text) => {
    const asha = atTheName()
    asha.writes(text)
    expect(asha.state().draft!.answers).toHaveProperty(['holder.name'], text)
  })
})

describe('what has to be answered is not passed over', () => {
  const copy = () => {
    const asha = chat(REAL, hub())
    for (const text of ['Copy of marriage record', 'SDM/CE/2019/42']) asha.writes(text)
    return asha
  }
  it.each(['skip', 'leave it', 'छोड़ें', 'ਛੱਡੋ', 'چھوڑیں', 'withdraw'])('a name: %s', (text) => {
    const asha = atTheName()
    const note = text === 'withdraw' ? 'Please write your answer.' : 'This one is needed, so it cannot be skipped.'
    expect(asha.writes(text)).toBe(
      `${note}\n\nAbout you\n*Full name*\nAs it stands on the proof of age.\nExample: Asha Devi`,
    )
    expect(asha.state().draft!.answers).not.toHaveProperty(['holder.name'])
  })
  it('a number, a choice, and a paper', () => {
    const asha = copy()
    for (const [label, answer] of [
      ['Year of the registration', '2019'],
      ['District of the office', 'Central'],
      ["Groom's name", 'Ravi'],
      ["Bride's name", 'Sita'],
    ] as const) {
      expect(asha.writes('skip')).toMatch(new RegExp(`^This one is needed, so it cannot be skipped\\.\n\n\\*${label}`))
      asha.writes(answer)
    }
    expect(asha.writes('skip')).toMatch(/^This one is needed, so it cannot be skipped\.\n\n\*Your proof of identity/)
  })
  it('a choice that is called so is chosen', () => {
    const none = { value: 'NONE', label: { en: 'Leave it' } }
    const asha = asked('CHOICE', { options: [none, { value: 'SOME', label: { en: 'Take it' } }] })
    asha.writes('leave it')
    expect(answered(asha)).toBe('NONE')
  })
})

it.each(['same', 'same as above', 'वही पता', 'ਉਹੀ', 'وہی', 'wahi'])('that it is the same is no address: %s', (text) => {
  const asha = atTheName()
  for (const one of ['Asha', 'Ram', 'Female', 'O+']) asha.writes(one)
  expect(asha.writes(text)).toMatch(/^Please write it in full here as well\.\n\nAbout you · Present address\n/)
})

it.each([
  ['My name is Ravi Kumar', 'Ravi Kumar'],
  ['mera naam Ravi hai', 'Ravi'],
  ['मेरा नाम रवि कुमार है।', 'रवि कुमार'],
  ['ਮੇਰਾ ਨਾਂ ਗੁਰਪ੍ਰੀਤ ਹੈ', 'ਗੁਰਪ੍ਰੀਤ'],
  ['میرا نام عائشہ ہے', 'عائشہ'],
  ['my son’s name is: Ravi', 'Ravi'],
  ['Namdev', 'Namdev'],
  ['Shri Hai Ram', 'Shri Hai Ram'],
])('a name is taken without the words that it is told with: %s', (text, name) => {
  const asha = atTheName()
  asha.writes(text)
  expect(asha.state().draft!.answers).toHaveProperty(['holder.name'], name)
})

describe('what is shown to be checked', () => {
  const atTheReview = () => {
    const asha = chat(REAL, hub())
    for (const text of ['Copy of marriage record', 'SDM/CE/2019/42', '2019', 'Central', 'Ravi', 'Sita'])
      asha.writes(text)
    asha.sendsFile()
    expect(asha.replies()[0]!.text).toMatch(/please check/)
    return asha
  }
  it.each([
    "Bride's name",
    'bride’s name',
    "correct bride's name",
    'the bride name is wrong',
    'दुल्हन का नाम',
    'दुल्हन का नाम बदलें',
  ])('is corrected by the name of an answer: %s', (text) => {
    const asha = atTheReview()
    expect(asha.writes(text)).toMatch(/^\*Bride's name\*/)
    expect(asha.writes('Gita')).toMatch(/Bride's name: Gita/)
  })
  it.each(['something is wrong', 'naam galat hai', 'नाम गलत है', 'ਨਾਂ ਗਲਤ ਹੈ', 'نام غلط ہے'])(
    'is said to be wrong: %s',
    (text) => {
      const asha = atTheReview()
      expect(asha.writes(text)).toMatch(/^Which answer shall we change\?/)
      expect(asha.writes('no')).toMatch(/please check/)
    },
  )
  it.each(['what a day', 'blue'])('is shown again with what can be done, after anything else: %s', (text) => {
    expect(atTheReview().writes(text)).toMatch(
      /^Please tap one of the choices\.\n\nCopy of marriage record: please check/,
    )
  })
  it.each(['ok send it', 'bhej do', 'theek hai', 'submit karo'])('is sent: %s', (text) => {
    expect(atTheReview().writes(text)).toMatch(/^Received/)
  })
})

it.each([
  { type: 'other', kind: 'audio' },
  { type: 'place', name: null, address: null },
  { type: 'contact', name: 'Ravi', mobile: null },
] as const)('what cannot be read is said to be so where all is shown to be checked: %j', (message) => {
  const asha = wedding()
  expect(asha.sends(message)).toMatch(/^I can read text, photos and PDF files only\.\n\nWedding: please check/)
  asha.taps('Correct')
  expect(asha.sends(message)).toMatch(/^I can read text, photos and PDF files only\./)
  expect(asha.state().place.at).toBe('correct')
})

describe('where another of several may be added', () => {
  const atMore = () => {
    const asha = chat(REAL, hub())
    for (const text of ["Learner's licence", 'Car']) asha.writes(text)
    expect(asha.state().place).toEqual({ at: 'more', list: 'classes' })
    return asha
  }
  it.each(['Motorcycle', 'motorcycle with gear', 'E-rickshaw'])('its name adds it: %s', (text) => {
    const asha = atMore()
    asha.writes(text)
    expect(asha.state().draft!.answers.classes).toHaveLength(2)
    expect(asha.state().place).toEqual({ at: 'more', list: 'classes' })
    asha.writes('back')
    expect(asha.state().draft!.answers.classes).toEqual(['LMV'])
  })
  it.each(['1', 'no', 'done', 'kuch nahi', 'haan bas', "that's all", 'ਨਹੀਂ', 'ਬੱਸ', 'کچھ نہیں'])(
    'that there is none goes on: %s',
    (text) => {
      const asha = atMore()
      asha.writes(text)
      expect(asha.state().place).toMatchObject({ at: 'question', path: 'office' })
    },
  )
  it.each(LANGUAGES)('yes and no mean what is asked, in %s', (language) => {
    const atGuests = () => {
      const asha = chat(SMALL, hub())
      for (const text of ['Wedding', 'Hindu', '5/1/2020', 'Ravi', '1/2/1990', 'No', 'Sita', 'Gita']) asha.writes(text)
      return asha
    }
    for (const standing of [atMore, atGuests]) {
      const [yes, no] = [standing(), standing()]
      const { place } = yes.state()
      const list = place.at === 'more' ? place.list : ''
      for (const asha of [yes, no])
        expect(asha.presses(`language|${language}`)).toContain(WORDING.say(language, 'any-more'))
      yes.writes(WORDING.say(language, 'yes'))
      expect(yes.state().draft!.wanted).toHaveProperty(list)
      no.writes(WORDING.say(language, 'no'))
      expect(no.state().draft!.closed).toHaveProperty(list)
    }
  })
  it('the second button is 2', () => {
    const asha = atMore()
    expect(asha.writes('2')).toMatch(/\*What will you drive\?\*/)
  })
  it.each(['a spaceship', '3', '३', '1,3', '3 4'])(
    'anything else is none, nor the number of what cannot be seen: %s',
    (text) => {
      const asha = atMore()
      expect(asha.writes(text)).toMatch(/^Please tap one of the choices/)
      expect(asha.state().draft!.answers.classes).toEqual(['LMV'])
    },
  )
})

describe('a choice in own words', () => {
  it.each([
    ['I am mother', 'MOTHER'],
    ['mother ji', 'MOTHER'],
    ['माँ', 'MOTHER'],
    ['ਮਾਂ', 'MOTHER'],
    ['guardian ji', 'GUARDIAN'],
    ['I am', undefined],
    ['I am the teacher', undefined],
    ['main hoon', undefined],
  ])('is found by what they mean, in any language: %s', (text, value) => {
    const asha = chat(REAL, hub())
    asha.writes('Birth certificate')
    asha.writes(text)
    expect(asha.state().draft?.answers.relation).toBe(value)
  })
  it('is found where one word is written as two', () => {
    const asha = chat(REAL, hub())
    for (const text of ["Learner's licence", 'motor cycle']) asha.writes(text)
    expect(asha.state().draft!.answers.classes).toEqual(['MCWG'])
  })
  it.each(['yes yes', 'ya', 'हाँ जी बिल्कुल', 'ਹਾਂ ਜੀ ਬਿਲਕੁਲ', 'ہاں جی بالکل'])('a yes: %s', (text) => {
    const asha = asked('BOOLEAN')
    asha.writes(text)
    expect(answered(asha)).toBe(true)
  })
  it.each(['kya', 'nahi samjha', 'what?', 'समझ नहीं आया', 'سمجھ نہیں آیا'])(
    'who understands nothing is helped: %s',
    (text) => {
      const asha = chat(REAL, hub())
      expect(asha.writes(text)).toContain(WORDING.say(asha.state().language, 'help-text').split('\n')[0])
    },
  )
})

it('one of a few choices is told by its letter, and one of many is not', () => {
  const asha = atTheName()
  for (const text of ['Asha', 'Ram']) asha.writes(text)
  asha.writes('F')
  expect(asha.state().draft!.answers).toHaveProperty(['holder.gender'], 'FEMALE')
  expect(asha.writes('O')).toMatch(/^Please tap one of the choices/)
})

it.each([
  ['O-', 'O_NEGATIVE'],
  ['o −', 'O_NEGATIVE'],
  ['O+', 'O_POSITIVE'],
  ['ab–', 'AB_NEGATIVE'],
  ['AB +', 'AB_POSITIVE'],
  ['b negative', 'B_NEGATIVE'],
  ['ab', undefined],
])('choices that differ in a sign are told apart by it: %s', (text, value) => {
  const asha = atTheName()
  for (const one of ['Asha', 'Ram', 'Female', text]) asha.writes(one)
  expect(asha.state().draft!.answers['holder.bloodGroup']).toBe(value)
})

it('of two choices that read the same, neither is taken for what was written', () => {
  const options = ['r1', 'r2'].map((value) => ({ value, label: { en: 'A••a, 2019' } }))
  const asha = asked('CHOICE', { options })
  asha.writes('A••a, 2019')
  expect(answered(asha)).toBeUndefined()
})

it('a card without a number says what it lacks', () => {
  const asha = asked('TEXT', { scalar: 'MobileNumber' })
  expect(asha.sends({ type: 'contact', name: 'Ravi', mobile: null })).toMatch(/^This card has no mobile number/)
})

it('a change within a message that was sent is not seen, and it is said how an answer is changed', () => {
  const asha = atTheName()
  expect(asha.sends({ type: 'other', kind: 'edit' })).toMatch(
    /^I cannot see what you changed in a message\. .*\n\nAbout you\n\*Full name\*/,
  )
  expect(asha.state().lost).toBe(0)
})

describe('that there is nothing to answer with', () => {
  const NOTHING = ['no', 'nahi hai', 'pata nahi', "I don't know", 'N/A', '-', 'नहीं है', 'ਪਤਾ ਨਹੀਂ', 'معلوم نہیں']
  it.each(NOTHING)('passes over what is optional: %s', (text) => {
    const birth = chat(REAL, hub())
    birth.writes('Birth certificate')
    birth.taps('I am the mother')
    expect(birth.writes(text)).toMatch(/\*Date of birth\*/)
    expect(birth.state().draft!.answers.registrationNumber).toBeNull()
    const paper = asked('DOCUMENT', { required: false })
    paper.writes(text)
    expect(answered(paper)).toBeNull()
  })
  it('is an answer where words are wanted', () => {
    const asha = asked('TEXT')
    asha.writes('nahi hai')
    expect(answered(asha)).toBe('nahi hai')
  })
  it('is no answer to yes or no', () => {
    const asha = asked('BOOLEAN', { required: false })
    asha.writes('no')
    expect(answered(asha)).toBe(false)
  })
})

describe('one value among other words is that value', () => {
  it.each([
    ['DOB: 5/1/1990', '1990-01-05'],
    ['born on 5 Janaury 1990', '1990-01-05'],
    ["5 jan '90 (friday)", '1990-01-05'],
    ['मेरा जन्म ५ जनवरी १९९० को', '1990-01-05'],
    ['۵ جنوری ۱۹۹۰ ہے', '1990-01-05'],
  ])('a day: %s', (text, day) => {
    const asha = asked('DATE', { scalar: 'Date' })
    asha.writes(text)
    expect(answered(asha)).toBe(day)
  })
  it.each([
    ['kal', 'input.it <= today', '2026-02-28'],
    ['कल', 'input.it > today', '2026-03-02'],
    ['parso', 'input.it <= today', '2026-02-27'],
    ['15-08-31', 'input.it <= today', '1931-08-15'],
    ['till 15-08-31', 'input.it > today', '2031-08-15'],
    ['15-08-24', 'input.it <= today', '2024-08-15'],
    ['15-08-90', 'true', '1990-08-15'],
    ['15-08-1931', 'true', '1931-08-15'],
  ])('the day that its rules allow: %s, %s', (text, check, day) => {
    const asha = asked('DATE', {}, [check])
    asha.writes(text)
    expect(answered(asha)).toBe(day)
  })
  it.each([
    ['kal', 'That can mean 28 February 2026 or 2 March 2026. Please write the day, the month and the year.'],
    ['15-08-31', 'That can mean 15 August 1931 or 15 August 2031. Please write the year in four digits.'],
    ['pata nahi', 'If you do not have it now, look at your papers or ask at home.'],
    ['31/2/1990', 'Please write a date that exists'],
  ])('a day that is not told says what is missing: %s', (text, note) => {
    const asha = asked('DATE')
    expect(asha.writes(text)).toMatch(new RegExp(`^${note}`))
    expect(answered(asha)).toBeUndefined()
  })
  it.each([
    ['2 copies', 2],
    ['sirf 2', 2],
    ['do', 2],
    ['दो', 2],
    ['ਦੋ ਕਾਪੀਆਂ', 2],
    ['دو', 2],
    ['teen copy', 3],
    ['160 cm', 160],
    ['1,200 rupees', 1200],
    ['twenty five', 25],
    ['two thousand', 2000],
    ['2 thousand', 2000],
    ['2k', 2000],
    ['do sau', 200],
    ['two hundred and five', 205],
    ['a dozen', 12],
    ['दो हज़ार', 2000],
    ['ਦੋ ਸੌ', 200],
    ['دو ہزار پانچ', 2005],
    ['५ लाख', 500_000],
    ['5 lakh 20 hazaar', 520_000],
    ['2.5 lakh', 250_000],
    ['three hundred thousand', 300_000],
  ])('a number: %s', (text, number) => {
    const asha = asked('INTEGER', { scalar: 'Int' })
    asha.writes(text)
    expect(answered(asha)).toBe(number)
  })
  it.each([
    ['55.5 kg', 55.5],
    ['.75 acre', 0.75],
    ['.५', 0.5],
    ['Rs.500', 500],
    ['55 kg', 55],
    ['55,5 kg', 55.5],
    ['५५.५ किलो', 55.5],
    ['wajan 55.5 hai', 55.5],
    ['paanch', 5],
  ])('a number with a part: %s', (text, number) => {
    const asha = asked('NUMBER', { scalar: 'Float' })
    asha.writes(text)
    expect(answered(asha)).toBe(number)
  })
  it.each([
    ['MobileNumber', 'my number is 98100-12345', '+919810012345'],
    ['MobileNumber', '+91-0 98100 12345 (home)', '+919810012345'],
    ['PinCode', 'Delhi - 110 092', '110092'],
    ['PinCode', 'पिन ११००९२ है', '110092'],
  ])('a %s: %s', (scalar, text, value) => {
    const asha = asked('TEXT', { scalar })
    asha.writes(text)
    expect(answered(asha)).toBe(value)
  })
  it.each(['my licence is dl-0420250012345', 'DL/04/2025/0012345', 'No. DL–04–2025–0012345'])(
    'a number of a form: %s',
    (text) => {
      const asha = asked('TEXT', { pattern: 'DL[ -]*\\d{2}[ -]*\\d{4}[ -]*\\d{7}' })
      asha.writes(text)
      expect(String(answered(asha)).replace(/\W/g, '')).toBe('DL0420250012345')
    },
  )
  it.each([
    ['DATE', {}, '5/1/1990 or 6/1/1990'],
    ['DATE', {}, 'kal'],
    ['DATE', {}, '31/2/1990'],
    ['INTEGER', {}, '2 or 3'],
    ['INTEGER', {}, '2-3'],
    ['INTEGER', {}, '1.5'],
    ['INTEGER', {}, '-2 hai'],
    ['INTEGER', {}, 'kya karna do batao'],
    ['INTEGER', {}, 'two hundred fifteenth'],
    ['INTEGER', {}, 'two thosand'],
    ['INTEGER', {}, 'two fifty'],
    ['INTEGER', {}, 'do sau pachaas'],
    ['INTEGER', {}, '5 thousand 2 lakh'],
    ['INTEGER', {}, 'one more'],
    ['INTEGER', {}, 'दो और'],
    ['INTEGER', {}, 'sadhe 3'],
    ['INTEGER', {}, '2 and half'],
    ['INTEGER', {}, '5L'],
    ['INTEGER', {}, 'k'],
    ['INTEGER', {}, '½ lakh'],
    ['INTEGER', {}, '2,5 copies'],
    ['NUMBER', {}, '-55.5 kg'],
    ['NUMBER', {}, '5 feet 6 inch'],
    ['TEXT', { scalar: 'MobileNumber' }, '9810012345 / 9810012346'],
    ['TEXT', { scalar: 'MobileNumber' }, 'call 98100123456'],
    ['TEXT', { scalar: 'PinCode' }, '110001 ya 110002'],
  ] as const)('none of two, and no part of another: %s %j %s', (type, more, text) => {
    const asha = asked(type, {
      ...(type === 'DATE'
        ? { scalar: 'Date' }
        : type === 'INTEGER'
          ? { scalar: 'Int' }
          : type === 'NUMBER'
            ? { scalar: 'Float' }
            : {}),
      ...more,
    })
    asha.writes(text)
    expect(answered(asha)).toBeUndefined()
  })
})

describe('a wish in own words, where nothing is asked', () => {
  it.each([
    'mera licence kahan hai',
    'where is my marriage certificate?',
    'कब मिलेगा',
    'send my certificate again',
    'ਸਰਟੀਫਿਕੇਟ ਕਦੋਂ ਮਿਲੇਗਾ',
    'میرا لائسنس کہاں ہے',
  ])('is after what became of it: %s', (text) => {
    const asha = chat(REAL, hub())
    asha.writes(text)
    expect(asha.operations.map(({ kind }) => kind)).toEqual(['applications'])
  })
  it.each([
    'i want to talk to a person now',
    'mujhe insaan se baat karni hai',
    'कोई आदमी से बात कराओ',
    'ਬੰਦੇ ਨਾਲ ਗੱਲ ਕਰਵਾਓ',
    'کسی سے بات کرنی ہے مجھے',
  ])('is after a person: %s', (text) => {
    const asha = chat(REAL, hub())
    asha.writes(text)
    expect(asha.records.map(({ name }) => name)).toEqual(['asked-for-a-person'])
  })
  it.each([
    'please delete all my data now',
    'मेरा डेटा मिटा दो',
    'ਮੇਰਾ ਸਾਰਾ ਡਾਟਾ ਮਿਟਾ ਦਿਓ',
    'میرا ڈیٹا مٹا دو',
    'mera data delete kar do',
  ])('is after deletion, which is asked first: %s', (text) => {
    const asha = chat(REAL, hub())
    asha.writes(text)
    expect([asha.state().place, asha.operations]).toEqual([{ at: 'erase' }, []])
  })
  it('does not hide a service that is named', () => {
    for (const { title, code } of REAL.services) {
      const asha = chat(REAL, hub())
      asha.writes(title.en)
      expect(asha.state().draft?.service).toBe(code)
    }
  })
})
