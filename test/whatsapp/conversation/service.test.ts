import { describe, expect, it } from '@jest/globals'
import { chat } from '../chat.ts'
import { SMALL } from '../small-catalogue.ts'
import { hub, records, wedding } from './kind-hub.ts'

describe('a service in chat', () => {
  it('begins with its title, what is kept, and the first question in one message', () => {
    const asha = chat(SMALL)
    expect(asha.writes('wedding')).toBe(
      'Wedding\nThe Office needs your answers for this, and we keep them for it. Send "cancel" to end and delete them, "stop" to hear no more from us.\n\n*Which law*\n[Hindu]\n[Special]',
    )
  })

  it('asks each question in order, shows all answers, and files them once the citizen says so', () => {
    const asha = wedding()
    expect(asha.replies()[0]!.text).toMatchInlineSnapshot(`
"Wedding: please check.

Which law: Hindu
Day of the wedding: 5 January 2020

— The groom
His name: रवि
His date of birth: 1 February 1990
Was he married before? No

— Witnesses 1
Name of the witness: Sita

— Witnesses 2
Name of the witness: Gita

What food: Bread, Rice
Your mobile number: +919810012345

Fee: ₹100, paid to the office, not here"
`)
    expect(asha.taps('Send')).toBe(
      'Received: DWR-2026-000001. The Office usually takes 7 working days. We will write to you here.',
    )
    expect(asha.operations.at(-1)).toEqual({
      kind: 'file',
      service: 'office.wedding',
      requestId: 'chat-m1',
      input: {
        act: 'HINDU',
        date: '2020-01-05',
        groom: { name: 'रवि', born: '1990-02-01', divorced: false },
        witnesses: [{ name: 'Sita' }, { name: 'Gita' }],
        foods: ['BREAD', 'RICE'],
        mobile: '+919810012345',
      },
    })
  })

  it('asks for a paper only from whom it concerns', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    asha.taps('Hindu')
    asha.writes('5/1/2020')
    asha.writes('Ravi')
    asha.writes('1/2/1990')
    expect(asha.taps('Yes')).toBe('The groom\n*His divorce decree*\nSend a photo or a PDF.')
    expect(asha.writes('here')).toMatch(/^Please send a photo or a PDF\.\n\nThe groom\n\*His divorce decree\*/)
    expect(asha.sendsFile()).toMatch(/^Witnesses 1\n\*Name of the witness\*/)
  })

  it('says the rule that an answer breaks, and asks for that answer again', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    asha.taps('Hindu')
    asha.writes('5/1/2020')
    asha.writes('Ravi')
    expect(asha.writes('1/2/2005')).toBe(
      'The groom must be 21 on the day.\n\nThe groom\n*His date of birth*\nExample: 05/01/1990',
    )
    expect(asha.writes('1/2/1990')).toMatch(/Was he married before/)
  })

  it('wants as many people as the law does, then asks whether there is another', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    asha.taps('Special')
    asha.writes('5/1/2020')
    asha.writes('Ravi')
    asha.writes('1/2/1990')
    asha.taps('No')
    asha.writes('A')
    expect(asha.writes('B')).toMatch(/^At least 3 are needed\.\n\nWitnesses 3\n/)
    expect(asha.writes('C')).toMatch(/How many guests/)
    const ravi = wedding()
    ravi.taps('Correct')
    ravi.taps('Which law')
    expect(ravi.taps('Special')).toMatch(/^At least 3 are needed\.\n\nWitnesses 3\n/)
    expect(ravi.writes('Meena')).toMatch(/please check/)
  })

  it('leaves an answer as it was for whoever goes back from its correction', () => {
    const asha = wedding()
    const before = asha.state().draft!.answers
    asha.taps('Correct')
    asha.taps('Day of the wedding')
    expect(asha.replies()[0]!.text).toMatch(/^\*Day of the wedding\*/)
    expect(asha.writes('back')).toMatch(/^Wedding: please check/)
    expect(asha.state().draft!.answers).toEqual(before)
    // one that was given anew is asked for again by a step back, and nothing of before comes back with it
    asha.taps('Correct')
    asha.taps('Day of the wedding')
    expect(asha.writes('6 Jan 2020')).toMatch(/^Wedding: please check/)
    expect(asha.writes('back')).toMatch(/^\*Day of the wedding\*/)
    asha.writes('7 Jan 2020')
    expect(asha.state().draft!.answers).toEqual({ ...before, date: '2020-01-07' })
  })
  it('corrects one answer and comes back to the review', () => {
    const asha = wedding()
    expect(asha.taps('Correct')).toMatch(/^Which answer shall we change\?/)
    expect(asha.taps('His name')).toMatch(/\*His name\*/)
    expect(asha.writes("D'Souza")).toMatch(/His name: D'Souza/)
  })

  it('repeats a question with the reason and an example when the answer cannot be read', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    asha.taps('Hindu')
    expect(asha.writes('soon')).toMatch(/\n\n\*Day of the wedding\*\nExample: 05\/01\/2020$/)
  })

  it('goes one step back', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    asha.taps('Hindu')
    asha.writes('5/1/2020')
    expect(asha.writes('back')).toMatch(/^\*Day of the wedding\*/)
    expect(asha.writes('पीछे')).toMatch(/^\*Which law\*/)
  })

  it('asks the present question again when a button of an earlier one is pressed', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    const [hindu] = asha.choices()
    asha.taps('Special')
    expect(asha.presses(hindu!.id)).toBe(
      'That button was for an earlier question.\n\n*Day of the wedding*\nExample: 05/01/2020',
    )
    expect(asha.state().draft!.answers).toEqual({ act: 'SPECIAL' })
  })

  it('keeps a draft when another service is begun, and offers to go on with it', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    asha.taps('Hindu')
    expect(asha.writes('Birth certificate')).toMatch(/\*Name of the child\*/)
    expect(asha.writes('Wedding')).toBe('Wedding\nYou began this earlier. Answers so far: 1.\n[Go on]\n[Start again]')
    expect(asha.taps('Go on')).toMatch(/^\*Day of the wedding\*/)
  })

  it('forgets the answers of a cancelled application', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Wedding')
    asha.taps('Hindu')
    expect(asha.writes('cancel')).toMatch(/^Cancelled\. Your answers are deleted/)
    expect(asha.state().draft).toBeNull()
    expect(asha.writes('Wedding')).toMatch(/\*Which law\*/)
  })
})

describe('what the department answers live', () => {
  it('offers its options', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Birth certificate')
    expect(asha.writes('Asha')).toBe('*Which record*\n[A••a, 2019]\n[A••a, 2021]\n[None of these]')
    expect(asha.taps('A••a, 2021')).toBe('*Pages of the form*\nSend a photo.')
    asha.sendsFile()
    expect(asha.sendsFile()).toMatch(/^Pages of the form: 2 so far/)
    expect(asha.taps('Go on')).toMatch(/Which record: A••a, 2021\nPages of the form: 2 files/)
  })

  it('looks an answer up again whose options are of long ago', () => {
    let free = records
    const asha = chat(
      SMALL,
      hub({ options: (of: any) => ({ type: 'options', of, options: free, limit: false }) } as any),
    )
    asha.writes('Birth certificate')
    asha.writes('Asha')
    asha.waits(31 * 60 * 1000)
    expect(asha.taps('A••a, 2021')).toMatch(/\*Pages of the form\*/)
    asha.writes('back')
    asha.waits(31 * 60 * 1000)
    free = records.slice(1)
    const asked = asha.operations.length
    expect(asha.taps('A••a, 2019')).toMatch(
      /^What you chose before is no longer free\..*\n\n\*Which record\*\n\[A••a, 2021\]/,
    )
    expect(asha.operations.length).toBe(asked + 2)
    asha.taps('A••a, 2021')
    expect(asha.operations.length).toBe(asked + 2)
  })
  it('keeps the draft when the department is down, and tries again', () => {
    let up = false
    const asha = chat(
      SMALL,
      hub({ options: (of: any) => ({ type: 'options', of, options: up ? records : null, limit: false }) } as any),
    )
    asha.writes('Birth certificate')
    expect(asha.writes('Asha')).toBe('The office does not answer just now. Your answers are kept.\n[Try again]\n[Menu]')
    up = true
    expect(asha.taps('Try again')).toMatch(/^\*Which record\*/)
  })

  it('offers the answers of a look-up that found nothing, to correct them', () => {
    const asha = chat(
      SMALL,
      hub({
        options: (of: any) => ({
          type: 'options',
          of,
          options: of.answers.name === 'Asha' ? records : [],
          limit: false,
        }),
      } as any),
    )
    asha.writes('Birth certificate')
    expect(asha.writes('Usha')).toBe(
      'Nothing was found for your answers. Tap the one that may be wrong.\n[Name of the child]',
    )
    asha.taps('Name of the child')
    expect(asha.writes('Asha')).toMatch(/^\*Which record\*/)
  })

  it('asks again for a choice that the correction of another answer took away', () => {
    const asha = chat(
      SMALL,
      hub({
        options: (of: any) => ({
          type: 'options',
          of,
          options: of.answers.name === 'Asha' ? records : [{ value: 'r9', label: 'U••a' }],
          limit: false,
        }),
      } as any),
    )
    asha.writes('Birth certificate')
    asha.writes('Asha')
    asha.taps('A••a, 2019')
    asha.sendsFile()
    asha.taps('Go on')
    asha.taps('Correct')
    asha.taps('Name of the child')
    expect(asha.writes('Usha')).toBe(
      'What you chose before is no longer free. Please choose again.\n\n*Which record*\n[U••a]\n[None of these]',
    )
    expect(asha.taps('U••a')).toMatch(/please check/)
  })
})

describe('sending', () => {
  it('says what the hub refuses, and asks for that answer again', () => {
    const asha = wedding({
      file: () => ({
        type: 'filed',
        outcome: {
          is: 'invalid',
          problems: [{ path: 'witnesses.1.name', rule: 'person-name', message: 'This is no name.' }],
        },
      }),
    })
    expect(asha.taps('Send')).toMatch(/^This is no name\.\n\nWitnesses 2\n\*Name of the witness\*/)
    expect(asha.writes('Gita Rani')).toMatch(/please check/)
  })
  it('loses nothing when the hub does not answer', () => {
    let up = false
    const asha = wedding({
      file: () => ({ type: 'filed', outcome: up ? { is: 'filed', reference: 'DWR-2026-000002' } : { is: 'failed' } }),
    })
    expect(asha.taps('Send')).toBe('It could not be sent just now. Nothing is lost.\n[Try again]\n[Menu]')
    up = true
    expect(asha.taps('Try again')).toMatch(/^Received: DWR-2026-000002/)
  })
  it('says so when the same was sent before', () => {
    const asha = wedding({ file: () => ({ type: 'filed', outcome: { is: 'same', reference: 'DWR-2026-000007' } }) })
    expect(asha.taps('Send')).toMatch(/already: DWR-2026-000007/)
  })
})

describe('finding one’s way', () => {
  it('shows the menu to whoever greets, with everything that can be done', () => {
    const asha = chat(SMALL)
    expect(asha.writes('namaste')).toBe(
      "Hello! I am Dwar, the government's helper. Tap below, or write what you need.\n[Wedding]\n[Birth certificate]\n[My applications]\n[Language]",
    )
    expect(asha.choices().at(-1)?.description).toBe('हिन्दी · ਪੰਜਾਬੀ · اردو')
  })
  it('answers in Hindi whoever writes in its script, until they choose', () => {
    const asha = chat(SMALL)
    expect(asha.writes('शादी')).toMatch(/\*कौन सा कानून\*\n\nयह बातचीत हिन्दी में है।.*\n\[हिन्दू\]\n\[विशेष\]$/)
    asha.writes('भाषा')
    expect(asha.taps('English')).toMatch(/\*Which law\*/)
    expect(asha.writes('मेनू')).toMatch(/^Hello/)
  })
  it.each([
    ['हिन्दी', /^नमस्ते/],
    ['ਪੰਜਾਬੀ', /^ਸਤ ਸ੍ਰੀ ਅਕਾਲ/],
    ['اردو', /^السلام علیکم/],
  ])('speaks %s to whoever chooses it, or only greets in its script', (name, greeting) => {
    const asha = chat(SMALL)
    asha.writes('hi')
    expect(asha.taps('Language')).toBe(
      `Which language would you like?\nआप कौन सी भाषा चाहते हैं?\nਤੁਸੀਂ ਕਿਹੜੀ ਬੋਲੀ ਚਾਹੁੰਦੇ ਹੋ?\nآپ کون سی زبان چاہتے ہیں؟\n[English]\n[हिन्दी]\n[ਪੰਜਾਬੀ]\n[اردو]`,
    )
    expect(asha.taps(name)).toMatch(greeting)
    expect(asha.writes('hello')).toMatch(greeting)
    expect(chat(SMALL).writes(name)).toMatch(greeting)
  })
  it('does not change the language for a name in another script', () => {
    const asha = chat(SMALL, hub())
    asha.writes('Birth certificate')
    expect(asha.writes('आशा')).toMatch(/\*Which record\*/)
  })
  it('offers what resembles a mistyped wish', () => {
    expect(chat(SMALL).writes('birht certificat')).toMatch(/^Is it one of these\?\n\[Birth certificate\]/)
    expect(chat(SMALL).writes('I want to marry')).toMatch(/\[Wedding\]/)
  })
  it('explains what can be sent, and repeats the question', () => {
    const asha = chat(SMALL)
    asha.writes('Wedding')
    expect(asha.writes('help')).toMatch(/You can also send:\n• back: [\s\S]*\n\n\*Which law\*\n\[Hindu\]/)
  })
  it('says what it can read when it gets a voice message', () => {
    const asha = chat(SMALL)
    asha.writes('Wedding')
    expect(asha.sends({ type: 'other', kind: 'audio' })).toMatch(
      /^I can read text, photos and PDF files only\.\n\n\*Which law\*/,
    )
  })
  it('takes a one-time code', () => {
    const asha = chat(
      SMALL,
      hub({ link: () => ({ type: 'link', linked: true, references: ['DWR-2026-000009'], answered: true }) }),
    )
    expect(asha.writes('LINK 123456')).toMatch(/DWR-2026-000009 is now linked/)
    expect(asha.writes('123456')).toMatch(/is now linked/)
  })
  it('says so where too many codes were tried', () => {
    const asha = chat(
      SMALL,
      hub({ link: () => ({ type: 'link', linked: false, references: [], answered: false, limit: true }) }),
    )
    expect(asha.writes('123456')).toMatch(/^Too many codes were tried .* today/)
  })
})
