/** A form's screens against the chat that they fill: pure, without encryption. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Filled, type Form, filled, opened } from '../../../subgraphs/whatsapp/flows/filling.ts'
import { CHECK, type FormField, planOf } from '../../../subgraphs/whatsapp/flows/plan.ts'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { chat } from '../chat.ts'
import { answerFor, applicable, type Chat, faultsOf, filed, goOn } from '../conversation/doing.ts'
import { hub } from '../conversation/kind-hub.ts'
import { numbers, pick } from '../conversation/random-citizen.ts'
import { fields, serviceOf } from '../conversation/random-schema.ts'
import { SMALL, WEDDING } from '../small-catalogue.ts'

const RUNS = Number(process.env.CHAT_RUNS ?? 300)
const OPEN = { forms: { closed: new Set<string>() } }

type Shown = Extract<Filled, { is: 'shown' }>
/** The form that is open in a chat. */
function formIn(asha: Chat) {
  const { draft } = asha.state()
  const form: Form = { draft: draft!.id, id: draft!.form!.id }
  const keep = (outcome: Filled): Filled => {
    if (outcome.is !== 'void') asha.put(outcome.state)
    return outcome
  }
  const shown = (outcome: Filled): Shown => {
    if (outcome.is !== 'shown') throw new Error(`the form is ${outcome.is}`)
    return outcome
  }
  return {
    opens: () => shown(opened(asha.state(), asha.world(), form)),
    submits: (screen: string, values: object) =>
      shown(keep(filled(asha.state(), asha.world(), form, screen, { ...values }))),
    sends: () => keep(filled(asha.state(), asha.world(), form, CHECK, {})),
    isVoid: () => opened(asha.state(), asha.world(), form).is === 'void',
  }
}
const names = new Map(planOf(WEDDING)!.screens.flatMap(({ fields: all }) => all.map(({ path, name }) => [path, name])))
const values = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(given).map(([path, value]) => [names.get(path)!, value]))

function opensWedding(changes = {}) {
  const asha = chat(SMALL, hub(changes), OPEN)
  asha.writes('Wedding')
  asha.taps('Fill a form')
  return { asha, form: formIn(asha) }
}
const GROOM = {
  act: 'HINDU',
  date: '2020-01-05',
  'groom.name': 'रवि',
  'groom.born': '1990-02-01',
  'groom.divorced': 'true',
}

describe('the offer', () => {
  it('comes before the first question, with the title and what is kept; the first button goes on step by step', () => {
    const asha = chat(SMALL, hub(), OPEN)
    const said = asha.writes('Wedding')
    expect(said).toMatch(
      /^Wedding\nThe Office needs your answers[\s\S]*one by one[\s\S]*\[One by one\]\n\[Fill a form\]$/,
    )
    expect(asha.taps('One by one')).toMatch(/^\*Which law\*/)
  })
  it('is not made where forms are off, closed, or not worth it', () => {
    expect(chat(SMALL, hub()).writes('Wedding')).toMatch(/\*Which law\*/)
    const closed = { forms: { closed: new Set(['office.wedding en']) } }
    expect(chat(SMALL, hub(), closed).writes('Wedding')).toMatch(/\*Which law\*/)
    expect(chat(SMALL, hub(), OPEN).writes('Birth certificate')).toMatch(/\*Name of the child\*/)
  })
  it.each(['hello there', 'Hindu', '12', 'haan ji'])(
    '%s is answered with the first question, or with a way',
    (text) => {
      const asha = chat(SMALL, hub(), OPEN)
      asha.writes('Wedding')
      asha.writes(text)
      expect(asha.state().place.at).toMatch(/question|menu/)
    },
  )
  it('help stays where it is, and the name of the button opens the form as the button does', () => {
    const asha = chat(SMALL, hub(), OPEN)
    asha.writes('Wedding')
    expect(asha.writes('help')).toMatch(/\[Fill a form\]/)
    asha.writes('fill a form!')
    expect(asha.replies()[0]!.form).toMatchObject({
      service: 'office.wedding',
      language: 'en',
      button: 'Open the form',
    })
  })
})

describe('a screen', () => {
  it('comes back with what is wrong in the words of the chat, and with what was given', () => {
    const { asha, form } = opensWedding()
    const { screen } = form.opens()
    const back = form.submits(screen, values({ ...GROOM, 'groom.born': '31/2/1990', act: 'ROMAN' }))
    expect(back.screen).toBe(screen)
    expect(back.data.problem).toBe(
      'Which law: That choice is no longer there.\nHis date of birth: Please write a date that exists: day, month, year. For example 5/1/1990 or 5 January 1990.',
    )
    expect(back.data.error_messages).toEqual({
      [names.get('act')!]: 'Please check this',
      [names.get('groom.born')!]: 'Please check this',
    })
    expect(back.data.init_values).toMatchObject({ [names.get('groom.name')!]: 'रवि' })
    expect(asha.state().draft!.answers).toEqual({})
  })
  it('says which rule its answers break', () => {
    const { form } = opensWedding()
    const { screen } = form.opens()
    const back = form.submits(screen, values({ ...GROOM, 'groom.born': '2015-02-01' }))
    expect(back.data.problem).toBe('His date of birth: The groom must be 21 on the day.')
    expect(form.submits(screen, values(GROOM)).screen).not.toBe(screen)
  })
  it('wants what is required, and takes an empty input for what is not', () => {
    const { asha, form } = opensWedding()
    const { screen } = form.opens()
    expect(form.submits(screen, {}).data.problem).toMatch(/^Which law: This is needed/)
    const next = form.submits(screen, values(GROOM))
    const filledIn = values({
      'witnesses.0.name': 'Sita',
      'witnesses.1.name': 'Gita',
      foods: ['RICE'],
      mobile: '98100 12345',
    })
    for (let at = next; at.screen !== CHECK; at = form.submits(at.screen, filledIn))
      expect(at.data.has_problem).toBe(false)
    expect(asha.state().draft!.answers).toMatchObject({ guests: null, foods: ['RICE'], mobile: '+919810012345' })
  })
  it('shows a third witness only where the law wants one', () => {
    const third = (act: string) => {
      const { form } = opensWedding()
      const next = form.submits(form.opens().screen, values({ ...GROOM, act }))
      return next.data[`show_${names.get('witnesses.2.name')}`]
    }
    expect([third('HINDU'), third('SPECIAL')]).toEqual([false, true])
  })
})

describe('a form that was sent', () => {
  const send = (changes = {}) => {
    const { asha, form } = opensWedding(changes)
    const all = values({
      ...GROOM,
      'witnesses.0.name': 'Sita',
      'witnesses.1.name': 'Gita',
      foods: ['RICE'],
      mobile: '9810012345',
    })
    let at = form.opens()
    while (at.screen !== CHECK) at = form.submits(at.screen, all)
    expect(at.data.summary).toMatch(/Which law: Hindu[\s\S]*— The groom\nHis name: रवि/)
    const sent = form.sends()
    if (sent.is !== 'sent') throw new Error(sent.is)
    return { asha, form, key: sent.key }
  }
  it('is gone on with where questions are left, then reviewed as always', () => {
    const { asha, form, key } = send()
    expect(form.isVoid()).toBe(true)
    expect(asha.sends({ type: 'form', key })).toMatch(
      /^Thank you, your form has come\.\n\n[\s\S]*\*His divorce decree\*/,
    )
    asha.sendsFile()
    expect(asha.state().place.at).toBe('more')
    asha.taps('Go on')
    expect(asha.state().place.at).toBe('review')
  })
  it('is taken once, and kindly refused when it comes too late', () => {
    const { asha, key } = send()
    asha.sends({ type: 'form', key })
    expect(asha.sends({ type: 'form', key })).toMatch(/^We have this form already/)
    asha.writes('cancel')
    expect(asha.sends({ type: 'form', key })).toMatch(/^That form was for something that is closed now/)
  })
  it('names the application where that was sent meanwhile', () => {
    const { asha, key } = send()
    asha.sends({ type: 'form', key })
    asha.sendsFile()
    asha.taps('Go on')
    asha.taps('Send')
    expect(asha.sends({ type: 'form', key })).toMatch(/DWR-2026-000001/)
  })
  it('is gone on with from the shelf, where something else was begun', () => {
    const { asha, key } = send()
    asha.writes('Birth certificate')
    asha.sends({ type: 'form', key })
    expect(asha.state().draft!.service).toBe('office.wedding')
  })
  it('is void once another opening of it was asked for', () => {
    const { asha, form } = opensWedding()
    asha.writes('menu')
    asha.writes('Wedding')
    asha.taps('Fill a form')
    expect(form.isVoid()).toBe(true)
    expect(formIn(asha).isVoid()).toBe(false)
  })
})

describe('a service that nobody has written', () => {
  const given = ({ question }: FormField, next: () => number): unknown => {
    if (next() < 0.05) return pick(['???', '', 'x'.repeat(2000), 7, null, {}, ['RED']], next)
    switch (question.type) {
      case 'BOOLEAN':
        return pick(['true', 'false'], next)
      case 'CHOICE':
        return pick(question.options!, next).value
      case 'CHOICES':
        return question.options!.slice(0, 1 + Math.floor(next() * 3)).map(({ value }) => value)
      case 'DATE':
        return pick(['1990-01-05', '2001-03-03'], next)
      default:
        return !question.required && next() < 0.3 ? '' : answerFor(question, next)
    }
  }
  it('is filled in, partly in the form and partly in the chat: each question once, and what is filed is valid', () => {
    let forms = 0
    fc.assert(
      fc.property(fields, fc.integer(), (spec, seed) => {
        const made = serviceOf(spec)
        const plan = planOf(made.service)
        if (!plan) return
        forms++
        const next = numbers(seed)
        const asha = chat(chatCatalogue([made.service]), hub(), OPEN)
        asha.writes('Make it')
        asha.taps('Fill a form')
        const form = formIn(asha)
        let at = form.opens()
        for (let tries = 0; at.screen !== CHECK && tries < 200; tries++) {
          const screen = plan.screens.find(({ id }) => id === at.screen)!
          at = form.submits(
            at.screen,
            Object.fromEntries(screen.fields.map((field) => [field.name, given(field, next)])),
          )
        }
        expect(at.screen).toBe(CHECK)
        const inForm = Object.keys(asha.state().draft!.answers)
        const sent = form.sends()
        asha.sends({ type: 'form', key: sent.is === 'sent' ? sent.key : '' })
        const asked: string[] = []
        for (let steps = 0; steps < 400 && !filed(asha); steps++) {
          const { place } = asha.state()
          if (place.at === 'question') asked.push(place.path)
          goOn(asha, made, next)
        }
        const { input } = filed(asha) ?? { input: null }
        expect(input).not.toBeNull()
        expect(faultsOf(made, input)).toEqual([])
        expect(
          inForm.filter((path) => asked.includes(path) && !Array.isArray(asha.state().draft?.answers[path])),
        ).toEqual([])
        const paths = new Set([...inForm, ...asked])
        expect([...paths].sort()).toEqual(applicable(made, input).sort())
      }),
      { numRuns: RUNS * 2 },
    )
    expect(forms).toBeGreaterThan(RUNS / 20)
  })
})
