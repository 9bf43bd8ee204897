import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { chat } from '../chat.ts'
import { applicable, faultsOf, filed, goOn, standing } from './doing.ts'
import { hub } from './kind-hub.ts'
import { numbers, pick } from './random-citizen.ts'
import { fields, serviceOf } from './random-schema.ts'

const RUNS = Number(process.env.CHAT_RUNS ?? 300)
const STEPS = 400

describe('a service that nobody has written', () => {
  it('is asked for to its end: each question that applies once and no other, and what is filed is valid', () => {
    fc.assert(
      fc.property(fields, fc.integer(), (spec, seed) => {
        const made = serviceOf(spec)
        const next = numbers(seed)
        const asha = chat(chatCatalogue([made.service]), hub())
        asha.writes('Make it')
        const asked: string[] = []
        let steps = 0
        for (; steps < STEPS && !filed(asha); steps++) {
          const at = standing(asha.state())
          if (at !== null) asked.push(at)
          goOn(asha, made, next)
        }
        const { input } = filed(asha) ?? { input: null }
        expect(input).not.toBeNull()
        expect(faultsOf(made, input)).toEqual([])
        expect(asked.filter((one, i) => asked.indexOf(one) !== i)).toEqual([])
        const paths = new Set(asked.map((one) => one.split(' ')[0]!))
        expect([...paths].sort()).toEqual(applicable(made, input).sort())
      }),
      { numRuns: RUNS },
    )
  })
  it('comes to its end also for whoever errs, goes back and corrects', () => {
    fc.assert(
      fc.property(fields, fc.integer(), (spec, seed) => {
        const made = serviceOf(spec)
        const next = numbers(seed)
        const asha = chat(chatCatalogue([made.service]), hub())
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
