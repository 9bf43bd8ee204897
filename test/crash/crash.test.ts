import { expect, it } from '@jest/globals'
import { crash } from './index.ts'

const SHORT = { filings: 500, kills: 20, seed: 20_261_125, without: null }
const NOTHING = { lost: [], doubled: [], outOfOrder: [], stuck: [] }

it('of 500 applications, filed while the hub was killed 20 times, none is lost, doubled or told out of order', async () => {
  const { faults, acknowledged, kills } = await crash({ ...SHORT, storeUrl: null, processes: 1, pauses: 0 })
  expect(faults).toEqual(NOTHING)
  expect({ acknowledged, kills }).toEqual({ acknowledged: 500, kills: 20 })
}, 400_000)
