import { describe, expect, it } from '@jest/globals'
import { progress } from '../../subgraphs/whatsapp/notices/progress.ts'

const task = () => Promise.withResolvers<void>()

describe('a log that is worked through with several of its events under way', () => {
  it('is saved behind an event only when all before it are done', async () => {
    const saved: string[] = []
    const told = progress(async (event) => void saved.push(event), 10)
    const [first, second, third] = [task(), task(), task()]
    await told.begin('A.1', () => first.promise)
    await told.begin('B.1', () => second.promise)
    await told.begin('A.2', () => third.promise)
    third.resolve()
    second.resolve()
    await new Promise(setImmediate)
    expect(saved).toEqual([])
    first.resolve()
    await told.end()
    expect(saved).toEqual(['A.2'])
  })

  it('has no more of them under way than it may', async () => {
    const told = progress(async () => {}, 2)
    const [first, second] = [task(), task()]
    await told.begin('A.1', () => first.promise)
    let hasRoom = false
    const beginning = told
      .begin('B.1', () => second.promise)
      .then(() => {
        hasRoom = true
      })
    await new Promise(setImmediate)
    expect(hasRoom).toBe(false)
    second.resolve()
    await beginning
    first.resolve()
    await told.end()
  })

  it.each([
    ['an event', async () => {}, () => Promise.reject(new Error('the store is away'))],
    ['the cursor', () => Promise.reject(new Error('the store is away')), async () => {}],
  ])('ends where %s fails, with nothing saved behind it', async (_, save, work) => {
    const saved: string[] = []
    const told = progress(async (event) => {
      await save()
      saved.push(event)
    }, 10)
    await told.begin('A.1', work)
    await told.begin('B.1', async () => {}).catch(() => {})
    await expect(told.end()).rejects.toThrow('the store is away')
    expect(told.failed.aborted).toBe(true)
    expect(saved).toEqual([])
    await expect(told.begin('C.1', async () => {})).rejects.toThrow('the store is away')
  })
})
