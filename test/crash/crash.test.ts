import { expect, it } from '@jest/globals'
import { onMongo } from '../store/on-mongo.ts'
import { type CrashOptions, crash } from './index.ts'

const SHORT: CrashOptions = {
  filings: 500,
  kills: 20,
  seed: 20_261_125,
  storeUrl: null,
  processes: 1,
  pauses: 0,
  without: null,
}
const NOTHING = { lost: [], doubled: [], outOfOrder: [], stuck: [] }
const LONG = 600_000

async function isWhole(options: Partial<CrashOptions>) {
  const { faults, acknowledged, kills } = await crash({ ...SHORT, ...options })
  expect(faults).toEqual(NOTHING)
  expect({ acknowledged, kills }).toEqual({ acknowledged: 500, kills: 20 })
}

it(
  'of 500 applications, filed while the hub is killed 20 times, none is lost, doubled or told out of order',
  () => isWhole({}),
  LONG,
)

onMongo('on MongoDB', (fresh) => {
  it(
    'nor while three hubs are killed 20 times and paused for longer than a session',
    async () => {
      const database = await fresh()
      await isWhole({ storeUrl: database.url, processes: 3, pauses: 2 })
      await database.drop()
    },
    LONG,
  )
})

it(
  'without the question whether a department has a case already, the harness finds cases that were opened twice',
  async () => {
    const { faults } = await crash({ ...SHORT, filings: 120, kills: 4, without: 'find' })
    expect(faults.doubled.join('\n')).toMatch(/\d cases at /)
  },
  LONG,
)
