import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { flowErrors } from '../../../sandbox/whatsapp/flows/checks.ts'
import { flowJson, flowName } from '../../../subgraphs/whatsapp/flows/flow-json.ts'
import { CHECK, planOf } from '../../../subgraphs/whatsapp/flows/plan.ts'
import { LANGUAGES } from '../../../vocabulary/catalogue.ts'
import { compile } from '../../../vocabulary/expressions.ts'
import { WORDING } from '../chat.ts'
import { fields, serviceOf } from '../conversation/random-schema.ts'
import { REAL } from '../real-catalogue.ts'

const RUNS = Number(process.env.CHAT_RUNS ?? 300)
const withForm = REAL.services.filter((service) => planOf(service))

describe('a form made from the catalogue', () => {
  it.each(withForm.flatMap(({ code }) => LANGUAGES.map((language) => [code, language] as const)))(
    '%s in %s keeps the limits of Meta',
    (code, language) => {
      expect(flowErrors(JSON.stringify(flowJson(REAL.service(code)!, language, WORDING)))).toEqual([])
    },
  )

  it('is there for services of many questions, and for no others', () => {
    const fewest = (code: string) => planOf(REAL.service(code)!)
    expect(withForm.length).toBeGreaterThan(4)
    for (const { code, questions } of REAL.services) if (questions.length < 6) expect(fewest(code)).toBeNull()
  })

  it('asks what a form can ask, once, and leaves papers, lists of departments and what may be wanted only perhaps', () => {
    for (const service of withForm) {
      const all = planOf(service)!.screens.flatMap((screen) => screen.fields)
      const paths = all.map(({ path }) => path)
      expect(new Set(paths).size).toBe(paths.length)
      for (const { question } of all) {
        expect(question.type).not.toBe('DOCUMENT')
        expect([question.live, question.within]).toEqual([false, null])
      }
      const plain = service.questions.filter(
        ({ type, live, when, path }) => !live && type !== 'DOCUMENT' && when === null && !path.includes('[]'),
      )
      expect(plain.filter(({ path, within }) => within === null && !paths.includes(path))).toEqual([])
    }
  })

  it('has one name for what it shows, and another name when that changes', () => {
    const [service] = withForm
    const name = flowName(service!, 'en', WORDING)!
    expect(name).toMatch(/^dwar_[a-z_]+_en_[0-9a-f]{8}$/)
    expect(flowName({ ...service! }, 'en', WORDING)).toBe(name)
    const [first, ...others] = service!.questions
    const changed = { ...service!, questions: [{ ...first!, label: { en: 'Another question' } }, ...others] }
    expect(flowName(changed, 'en', WORDING)).not.toBe(name)
  })

  it('random schemas: every form is one that Meta takes, and asks nothing before what it hangs on', () => {
    let made = 0
    fc.assert(
      fc.property(fields, (all) => {
        const { service } = serviceOf(all)
        const json = flowJson(service, 'en', WORDING)
        if (!json) return
        made++
        expect(flowErrors(JSON.stringify(json))).toEqual([])
        const { screens } = planOf(service)!
        for (const [at, screen] of screens.entries())
          for (const { question } of screen.fields) {
            if (!question.when) continue
            const before = screens.slice(0, at).flatMap((one) => one.fields.map((field) => field.question.path))
            const prefix = question.path.slice(0, question.path.indexOf('[]') + 2)
            const { paths, itemPaths } = compile(question.when)
            for (const read of [...paths, ...itemPaths.map((path) => `${prefix}.${path}`)])
              expect(before.some((path) => path === read || path.startsWith(`${read}.`))).toBe(true)
          }
        expect(json.screens.at(-1)!.id).toBe(CHECK)
      }),
      { numRuns: RUNS },
    )
    expect(made).toBeGreaterThan(RUNS / 20)
  })
})
