import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { chat } from '../chat.ts'
import { applicable, factsOf, faultsOf, filed, goOn, optionsFor, standing } from './doing.ts'
import { hub } from './kind-hub.ts'
import { numbers, pick } from './random-citizen.ts'
import { type RandomService, serviceOf, specs } from './random-schema.ts'

const RUNS = Number(process.env.CHAT_RUNS ?? 300)
const STEPS = 400

const leaf = (leaf: string, more: object = {}) => ({
  ...{ need: 'required', shape: 'leaf', leaf, suggest: true, by: false, facts: false, example: false, rule: false },
  ...more,
})
const block = (need: string, fields: object[]) => ({ need, shape: 'block', fields, fewest: 'none', rule: false })
const LIVE = [leaf('Live', { rule: true }), leaf('Live', { by: true }), leaf('String')]
const ITEM = [block('optional', LIVE), block('required', [leaf('MobileNumber')])]
/** A rule is broken by an answer whose successors have to be looked up anew: it was asked for again without a word. */
const ASKED_AGAIN = [
  { fields: [{ need: 'required', shape: 'blocks', fields: ITEM, fewest: 'flag', rule: false }], fee: 'none' },
  -2147483636,
] as any

/** A department that offers by the answers, and knows something about them. */
const department = (made: RandomService) =>
  hub({
    options: (of) => ({ type: 'options', of, options: optionsFor(made, of.path, of.answers), limit: false }),
    facts: (of) => ({ type: 'facts', of, facts: factsOf(made, of.answers) }),
  })

describe('a service that nobody has written', () => {
  it('is asked for to its end: each question that applies once and no other, and what is filed is valid', () => {
    fc.assert(
      fc.property(specs, fc.integer(), (spec, seed) => {
        const made = serviceOf(spec)
        const next = numbers(seed)
        const asha = chat(chatCatalogue([made.service]), department(made))
        asha.writes('Make it')
        const asked: string[] = []
        /** An answer broke a rule, or what it hung on has changed: it may be asked for once more. */
        let reasons = 0
        let steps = 0
        for (; steps < STEPS && !filed(asha); steps++) {
          const at = standing(asha.state())
          if (at !== null) asked.push(at)
          goOn(asha, made, next)
          if (asha.replies().some(({ text }) => /is not kept\.|no longer free/.test(text))) reasons++
        }
        const { input } = filed(asha) ?? { input: null }
        expect(input).not.toBeNull()
        expect(faultsOf(made, input)).toEqual([])
        const again = asked.filter((one, i) => asked.indexOf(one) !== i)
        expect(again.slice(reasons)).toEqual([])
        const paths = new Set(asked.map((one) => one.split(' ')[0]!))
        const wanted = applicable(made, input)
        expect(wanted.filter((path) => !paths.has(path))).toEqual([])
        // what hung on an answer that was corrected was asked, and applies no longer
        expect(reasons > 0 ? [] : [...paths].filter((path) => !wanted.includes(path))).toEqual([])
      }),
      { numRuns: RUNS, examples: [ASKED_AGAIN] },
    )
  })
  it('comes to its end also for whoever errs, goes back and corrects', () => {
    fc.assert(
      fc.property(specs, fc.integer(), (spec, seed) => {
        const made = serviceOf(spec)
        const next = numbers(seed)
        const asha = chat(chatCatalogue([made.service]), department(made))
        asha.writes('Make it')
        for (let i = 0; i < 60 && !filed(asha); i++) {
          const odd = next()
          if (odd < 0.1) asha.writes('back')
          else if (odd < 0.2) asha.writes(pick(['???', '31/2/2000', 'x'.repeat(200), 'help', '0'], next))
          else if (odd < 0.3 && asha.state().place.at === 'review') {
            asha.presses(asha.choices()[1]!.id)
            asha.presses(pick(asha.choices(), next).id)
          } else if (asha.state().place.at !== 'review') goOn(asha, made, next)
        }
        for (let i = 0; i < STEPS && !filed(asha); i++) goOn(asha, made, next)
        expect(filed(asha)).toBeDefined()
        expect(faultsOf(made, filed(asha)!.input)).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })
})
