import { describe, expect, it } from '@jest/globals'
import { compile, shapeOf } from '../../vocabulary/expressions.ts'
import { InvalidValue } from '../../vocabulary/scalars.ts'
import { asked, evaluateWhere, kept, type Progress } from '../../vocabulary/waiting.ts'

const today = '2026-07-01'
const value = (source: string, input: Record<string, unknown>, facts?: Record<string, unknown>) =>
  compile(source).evaluate({ input, today, facts })

describe('an expression', () => {
  it('is compiled once', () => {
    expect(compile('1 + 1')).toBe(compile('1 + 1'))
  })
  it('names the paths that it reads, variables of its own left out', () => {
    const reads = compile(
      "has(input.guardian) && input.witnesses.all(w, w.age > 18 && w.name != input.groom.name) && input.?a.?b.orValue('') == '' && facts.fees.learner > 3 && item.age > years(input.dates[0], today)",
    )
    expect(reads.paths).toEqual(['guardian', 'witnesses', 'groom.name', 'a.b', 'dates'])
    expect(reads).toMatchObject({ itemPaths: ['age'], factPaths: ['fees'], readsFacts: true, readsToday: true })
  })
  it('counts full years, months and days', () => {
    expect(value('years(input.born, today)', { born: '2005-07-01' })).toBe(21)
    expect(value('years(input.born, today)', { born: '2005-07-02' })).toBe(20)
    expect(value('years(input.born, input.on)', { born: '2004-02-29', on: '2025-02-28' })).toBe(20)
    expect(value('years(input.born, input.on)', { born: '2004-02-29', on: '2025-03-01' })).toBe(21)
    expect(value('years(today, input.born)', { born: '2005-07-02' })).toBe(-20)
    expect(value('months(input.from, today)', { from: '2026-05-31' })).toBe(1)
    expect(value('days(input.from, today)', { from: '2026-06-01' })).toBe(30)
    expect(value('days(today, input.from)', { from: '2026-06-01' })).toBe(-30)
  })
  it('sees numbers as CEL does, by the types of the questions', () => {
    const shape = shapeOf([
      { path: 'share', type: 'NUMBER', scalar: 'Float' },
      { path: 'code', type: 'TEXT', scalar: 'String' },
      { path: 'groom.born', type: 'DATE', scalar: 'Date' },
      { path: 'people[].born', type: 'DATE', scalar: 'Date' },
    ])
    const run = (source: string, input: Record<string, unknown>) => compile(source).evaluate({ input, today }, shape)
    expect(run('input.share * 1.5', { share: 2 })).toBe(3)
    expect(run("input.code == '1990-01-05'", { code: '1990-01-05' })).toBe(true)
    expect(run('input.groom.born', { groom: { born: '1990-01-05' } })).toBe('1990-01-05')
    expect(run('input.people.all(p, p.born < today)', { people: [{ born: '1990-01-05' }] })).toBe(true)
  })
  it('sees null and refused values as absent', () => {
    const input = { a: null, b: new InvalidValue('date', 'Date', 'x'), c: undefined }
    for (const name of ['a', 'b', 'c', 'd']) {
      expect(value(`has(input.${name})`, input)).toBe(false)
      expect(value(`input.?${name}.orValue('none')`, input)).toBe('none')
      expect(value(`input.${name} == 'x'`, input)).toBeUndefined()
    }
  })
  it('decides by either side of && and ||, whichever is there', () => {
    expect(value('input.a > 1 || input.b > 1', { b: 2 })).toBe(true)
    expect(value('input.a > 1 && input.b > 1', { b: 0 })).toBe(false)
  })
  it('never throws', () => {
    for (const source of ['input.a.b.c', 'input.a + 1', '1 / 0', "duration('x')", 'facts.q.a', 'item.a'])
      expect(value(source, { a: 'text' })).toBeUndefined()
  })
  it('recognises dates in facts', () => {
    expect(value('days(facts.licence.issuedOn, today) >= 30', {}, { licence: { issuedOn: '2026-06-01' } })).toBe(true)
  })
})

describe('an expression over answers still being given', () => {
  const questions = [
    { path: 'act', type: 'CHOICE', scalar: 'Act' },
    { path: 'groom.name', type: 'TEXT', scalar: 'PersonName' },
    { path: 'groom.born', type: 'DATE', scalar: 'Date' },
    { path: 'witnesses[].name', type: 'TEXT', scalar: 'PersonName' },
    { path: 'witnesses[].age', type: 'INTEGER', scalar: 'Int' },
    { path: 'note', type: 'TEXT', scalar: 'String' },
  ] as const
  const at = (answers: Record<string, unknown>, skipped: string[] = [], more: Partial<Progress> = {}): Progress => ({
    answers,
    skipped: new Set(skipped),
    questions,
    today,
    ...more,
  })

  it('waits for what is neither answered nor skipped', () => {
    expect(evaluateWhere("input.act == 'A'", at({}))).toBe('wait')
    expect(evaluateWhere("input.act == 'A'", at({ act: 'A' }))).toBe(true)
    expect(evaluateWhere("has(input.note) && input.note == 'x'", at({}))).toBe('wait')
    expect(evaluateWhere("has(input.note) && input.note == 'x'", at({}, ['note']))).toBe(false)
  })
  it('waits for a block until all in it is answered or skipped', () => {
    expect(evaluateWhere('has(input.groom)', at({ groom: { name: 'A' } }))).toBe('wait')
    expect(evaluateWhere('has(input.groom)', at({ groom: { name: 'A' } }, ['groom.born']))).toBe(true)
    expect(evaluateWhere('has(input.groom)', at({}, ['groom']))).toBe(false)
    expect(evaluateWhere('input.?groom.?name.hasValue()', at({}, ['groom']))).toBe(false)
  })
  it('waits for a list until it is complete', () => {
    const source = 'input.witnesses.all(w, w.age >= 18)'
    const answers = { witnesses: [{ name: 'A', age: 20 }] }
    expect(evaluateWhere(source, at({}))).toBe('wait')
    expect(evaluateWhere(source, at(answers, [], { item: { list: 'witnesses', index: 1 } }))).toBe('wait')
    expect(evaluateWhere(source, at(answers))).toBe(true)
  })
  it('sees the item that is being asked for', () => {
    const item = { list: 'witnesses', index: 1 }
    const answers = { witnesses: [{ name: 'A', age: 20 }, { name: 'B' }] }
    expect(evaluateWhere('item.age >= 18', at(answers, [], { item }))).toBe('wait')
    expect(evaluateWhere('has(item.age)', at(answers, ['witnesses.1.age'], { item }))).toBe(false)
    expect(evaluateWhere("item.name == 'B'", at(answers, [], { item }))).toBe(true)
  })
  it('does not wait for what is never asked', () => {
    expect(evaluateWhere('has(input.aadhaar)', at({}))).toBe(false)
  })
  it('as a `when`: no when is asked, an absent path is not', () => {
    expect(asked(null, at({}))).toBe(true)
    expect(asked("input.note == 'x'", at({}, ['note']))).toBe(false)
    expect(asked('facts.licence.old', at({}))).toBe(false)
  })
  it('as a rule: over absent facts it is left to the department', () => {
    expect(kept('facts.licence.found', at({}))).toBe('wait')
    expect(kept('facts.licence.found', at({}, [], { facts: { licence: { found: false } } }))).toBe(false)
    expect(kept("input.act == 'A' || facts.licence.found", at({ act: 'A' }))).toBe(true)
  })
})
