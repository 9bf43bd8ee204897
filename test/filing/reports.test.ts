import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Action, type Adapter, AdapterError, type StatusChange } from '../../adapters/adapter.ts'
import { intake } from '../../subgraphs/filing/reports/intake.ts'
import { poller } from '../../subgraphs/filing/reports/poller.ts'
import { guard } from '../../subgraphs/filing/resilience.ts'
import { SEALED } from '../../subgraphs/filing/steps.ts'
import { Bench, DEPARTMENT, TIMEOUT } from './bench.ts'

let bench: Bench
const running = new Set<() => Promise<void>>()
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(async () => {
  for (const stop of running) await stop()
  running.clear()
  await bench[Symbol.asyncDispose]()
})

const REFERENCE = 'DWR-2026-000001'
const report = (status: StatusChange['status'], more: Partial<StatusChange> = {}): StatusChange => ({
  reference: '77',
  key: null,
  status,
  at: null,
  sequence: null,
  ...more,
})
const status = async () => (await bench.application()).status

describe('a report', () => {
  it('of another department’s case with the same number changes nothing, nor one that names our key', async () => {
    await bench.files({ status: 'RECEIVED', departmentReference: '77' }, () => [])
    await intake(bench.host, 'roads', report('approved'))
    await intake(bench.host, 'roads', report('approved', { reference: '99', key: REFERENCE }))
    expect(await status()).toBe('RECEIVED')
  })

  it('that names our key with the number of another case changes nothing, and an operator can know of it', async () => {
    await bench.files({ status: 'RECEIVED', departmentReference: '77' }, () => [])
    await intake(bench.host, DEPARTMENT, report('approved', { reference: '78', key: REFERENCE }))
    expect(await status()).toBe('RECEIVED')
    expect(bench.logged).toEqual(['two cases have our key'])
  })

  it('is kept as long as a person may read it, however much a department writes', async () => {
    const words = '🌳 बहुत लंबी टिप्पणी '.repeat(50_000)
    const action: Action = { kind: 'ANSWER', text: words, question: null, due: null, place: words }
    await bench.files({ status: 'RECEIVED', departmentReference: '77' }, () => [])
    await bench.files({ reference: 'DWR-2026-000002', digest: 'e' }, () => [])
    await intake(bench.host, DEPARTMENT, report('action_required', { reason: words, action }))
    await intake(bench.host, DEPARTMENT, report('rejected', { reference: null, key: 'DWR-2026-000002', reason: words }))
    const vault = await bench.host.vaultOf('asha')
    const [asked] = await bench.store.applications.read([REFERENCE])
    const kept: Action = JSON.parse(vault.openText(asked!.action!, SEALED.action))
    const reason = (await bench.store.applications.events(REFERENCE)).at(-1)!.reason!
    for (const said of [kept.text!, kept.place!, vault.openText(reason, SEALED.reason)]) {
      expect(Array.from(said)).toHaveLength(2000)
      expect(said.startsWith('🌳 बहुत') && said.endsWith('…') && said.isWellFormed()).toBe(true)
    }
    const [early] = await bench.store.applications.read(['DWR-2026-000002'])
    expect(early!.lastChange!.length).toBeLessThan(20_000)
    // what is kept shorter is known again all the same
    await intake(bench.host, DEPARTMENT, report('action_required', { reason: words, action }))
    expect((await bench.application()).events).toBe(asked!.events)
  })

  it('of nobody’s case changes nothing', async () => {
    await intake(bench.host, DEPARTMENT, report('approved', { key: 'DWR-2026-000009' }))
    expect(await bench.store.applications.byDepartment(DEPARTMENT, ['77'])).toEqual([null])
  })

  /** Told once, by our key alone. */
  const early = (of: StatusChange['status'], sequence: string | null = null) =>
    intake(bench.host, DEPARTMENT, report(of, { reference: null, key: REFERENCE, sequence }))
  const history = async () => {
    await bench.store.log.relay(100)
    return (await bench.store.applications.events(REFERENCE)).map(({ name }) => name)
  }

  it('that does not give the case’s number is kept until the filing’s answer has given it, and then applied', async () => {
    await bench.files()
    bench.says({
      submit: [
        async () => {
          await early('in_review')
          await early('in_review')
          expect(await status()).toBe('SUBMITTED')
          return { reference: '77' }
        },
      ],
    })
    bench.start()
    expect(await bench.reaches('IN_REVIEW')).toMatchObject({ departmentReference: '77' })
    await bench.settles()
    expect(await history()).toEqual(['submitted', 'received', 'in-review'])
  })

  it('by our key alone that came out of order is applied in the department’s order', async () => {
    await bench.files()
    bench.says({
      submit: [
        async () => {
          await early('approved', '10')
          await early('in_review', '9')
          return { reference: '77' }
        },
      ],
    })
    bench.start()
    await bench.reaches('APPROVED')
    expect((await bench.effects()).map(({ kind }) => kind)).toEqual(['certificate'])
    expect(await history()).toEqual(['submitted', 'received', 'in-review', 'approved'])
  })

  it('by our key alone is applied before one that gives the number, and the case is not filed again', async () => {
    await bench.files()
    await early('in_review')
    await intake(bench.host, DEPARTMENT, report('approved', { key: REFERENCE }))
    expect(await bench.application()).toMatchObject({ status: 'APPROVED', departmentReference: '77' })
    expect((await bench.effects()).map(({ kind }) => kind)).toEqual(['certificate'])
    expect(await history()).toEqual(['submitted', 'received', 'in-review', 'approved'])
  })

  it('by our key alone has the case looked for, though no try of ours may have happened', async () => {
    await bench.files()
    await early('in_review')
    bench.says({ find: [() => [{ reference: '77' }]] })
    bench.start()
    await bench.reaches('IN_REVIEW')
    expect(bench.calls).toEqual(['find'])
  })

  it('by our key alone of a case that the department does not find is for a person, and nothing is filed', async () => {
    await bench.files()
    await early('in_review')
    bench.start()
    await bench.until('parked', async () => (await bench.effect())?.state === 'parked')
    expect(bench.calls).toEqual(['find'])
  })

  it('that comes while the filing’s answer does leaves one history', async () => {
    await bench.files()
    bench.says({
      submit: [
        async () => {
          await Promise.all([
            intake(bench.host, DEPARTMENT, report('received', { key: REFERENCE, sequence: '1' })),
            intake(bench.host, DEPARTMENT, report('in_review', { key: REFERENCE, sequence: '2' })),
            intake(bench.host, DEPARTMENT, report('received', { key: REFERENCE, sequence: '1' })),
          ])
          return { reference: '77' }
        },
      ],
    })
    bench.start()
    await bench.settles()
    await bench.store.log.relay(10)
    const events = await bench.store.applications.events(REFERENCE)
    const statuses = events.map((event) => event.status)
    expect(statuses.filter((one, i) => statuses.indexOf(one) === i)).toEqual(statuses)
    expect(statuses.at(-1)).toBe('IN_REVIEW')
  })
})

describe('the poll', () => {
  /** Rounds of a poller over what the department says. */
  function polls(says: Partial<Adapter>, host = bench.host) {
    const stopping = new AbortController()
    const adapter = { department: DEPARTMENT, settles: 0, ...says } as Adapter
    const ended = poller(host, adapter, guard(DEPARTMENT, TIMEOUT), 5).run(stopping.signal)
    running.add(async () => {
      stopping.abort()
      await ended
    })
  }
  const cursor = () => bench.store.cursors.read(`changes:${DEPARTMENT}`)

  it('saves the cursor after the changes that it covers, never before', async () => {
    await bench.files({ status: 'RECEIVED', departmentReference: '77' }, () => [])
    let failures = 4
    const { applications } = bench.store
    const store = {
      ...bench.store,
      ping: async () => {
        if (failures > 0) throw new Error('the disk is full')
      },
      applications: {
        ...applications,
        commit: (step: Parameters<typeof applications.commit>[0]) => {
          if (failures-- > 0) throw new Error('the disk is full')
          return applications.commit(step)
        },
      },
    }
    const asked: (string | null)[] = []
    polls(
      {
        async *changes(after) {
          asked.push(after)
          yield { change: report('in_review'), cursor: '1' }
        },
      },
      { ...bench.host, store },
    )
    await bench.reaches('IN_REVIEW')
    await bench.until('the cursor', async () => (await cursor()) === '1')
    expect(asked.slice(0, 4)).toEqual([null, null, null, null])
  })

  it('reads on at once while the feed has more', async () => {
    await bench.files({ status: 'RECEIVED', departmentReference: '77' }, () => [])
    const changes = async function* (after: string | null) {
      for (let id = Number(after ?? 0) + 1; id <= 1000; id++)
        yield { change: report(id === 1000 ? 'approved' : 'in_review', { sequence: String(id) }), cursor: String(id) }
    }
    const stopping = new AbortController()
    const adapter = { department: DEPARTMENT, settles: 0, changes } as unknown as Adapter
    const ended = poller(bench.host, adapter, guard(DEPARTMENT, 5000), 600_000).run(stopping.signal)
    running.add(async () => {
      stopping.abort()
      await ended
    })
    await bench.reaches('APPROVED')
  })

  it.each([
    ['as long as the department says', 90_000, 90_000],
    ['no longer than an hour', Number.MAX_SAFE_INTEGER, 3_600_000],
    ['as ever where that is longer', 1, 5],
  ])('is not repeated after a refusal before its time: it waits %s', async (_, retryAfter, expected) => {
    const waits: number[] = []
    const host = {
      ...bench.host,
      wait: (topic: string, ms: number, signal: AbortSignal) => {
        if (topic === `poll:${DEPARTMENT}`) waits.push(ms)
        return bench.host.wait(topic, ms, signal)
      },
    }
    const where = { department: DEPARTMENT, operation: 'changes', retryAfter }
    polls(
      {
        // biome-ignore lint/correctness/useYield: a feed that never gets as far as its first change
        async *changes() {
          throw new AdapterError('DEPARTMENT_UNAVAILABLE', where, 'answered 429')
        },
      },
      host,
    )
    await bench.until('a wait', async () => waits.length > 0)
    expect(waits[0]).toBe(expected)
  })

  it('asks for each case while the feed is not understood', async () => {
    await bench.files({ status: 'RECEIVED', departmentReference: '77' }, () => [])
    polls({
      // biome-ignore lint/correctness/useYield: a feed that never gets as far as its first change
      async *changes() {
        throw new AdapterError('DEPARTMENT_PROTOCOL', { department: DEPARTMENT, operation: 'changes' }, 'as told')
      },
      status: async () => [report('in_review')],
    })
    await bench.reaches('IN_REVIEW')
  })

  it('of a case that the department does not take holds up no other, in its page or behind it; of a department that takes none, it is not asked of each', async () => {
    for (let n = 1; n <= 250; n++)
      await bench.files({
        reference: `DWR-2026-${String(n).padStart(6, '0')}`,
        digest: String(n),
        status: 'RECEIVED',
        departmentReference: String(n),
      })
    const numbers = Array.from({ length: 250 }, (_, n) => String(n + 1))
    const refused = ['1', '120']
    const sweeps: number[] = []
    polls({
      async status(references) {
        // each sweep begins with the first page
        sweeps.push(references.length === 200 ? 1 : sweeps.pop()! + 1)
        const code = refused.length > 2 ? 'DEPARTMENT_PROTOCOL' : 'DEPARTMENT_REJECTED'
        if (references.some((reference) => refused.includes(reference)))
          throw new AdapterError(code, { department: DEPARTMENT, operation: 'status' }, 'as told')
        return references.map((reference) => report('in_review', { reference }))
      },
    })
    const left = async () => {
      const found = await bench.store.applications.byDepartment(DEPARTMENT, numbers)
      return found.flatMap((one) => (one!.status === 'IN_REVIEW' ? [] : one!.departmentReference))
    }
    await bench.until('all others', async () => (await left()).length === 2)
    expect(await left()).toEqual(['1', '120'])
    refused.push(...numbers)
    const before = sweeps.length
    await bench.until('sweeps in vain', async () => sweeps.length > before + 1)
    expect(sweeps[before]).toBeLessThan(20)
  })
})
