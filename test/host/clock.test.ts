import { expect, it } from '@jest/globals'
import { steady } from '../../subgraphs/host/clock.ts'

const HOUR = 3_600_000

/** A wall clock that can be set, over a monotonic one. */
function machine() {
  let gone = 0
  let set = Date.parse('2026-01-05T12:00:00Z')
  const clock = steady(
    () => new Date(set + gone),
    () => gone,
  )
  return {
    now: () => clock().toISOString(),
    passes(ms: number) {
      gone += ms
    },
    isSet(ms: number) {
      set += ms
    },
  }
}

it('goes with the wall clock', () => {
  const { now, passes, isSet } = machine()
  expect(now()).toBe('2026-01-05T12:00:00.000Z')
  passes(1500)
  isSet(HOUR)
  expect(now()).toBe('2026-01-05T13:00:01.500Z')
})

it('goes on by the monotonic clock when the wall clock is set back an hour', () => {
  const { now, passes, isSet } = machine()
  now()
  isSet(-HOUR)
  expect(now()).toBe('2026-01-05T12:00:00.000Z')
  passes(20_000)
  expect(now()).toBe('2026-01-05T12:00:20.000Z')
  passes(10)
  expect(now()).toBe('2026-01-05T12:00:20.010Z')
})

it('goes with the wall clock again once that has caught up', () => {
  const { now, passes, isSet } = machine()
  now()
  isSet(-HOUR)
  now()
  passes(5000)
  now()
  isSet(HOUR + 1000)
  expect(now()).toBe('2026-01-05T12:00:06.000Z')
})
