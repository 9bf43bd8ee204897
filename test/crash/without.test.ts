import { expect, it } from '@jest/globals'
import { crash } from './index.ts'
import { LONG_MS, SHORT } from './short.ts'

it(
  'without the question whether a department has a case already, the harness finds cases that were opened twice',
  async () => {
    // in so short a run the seed may draw no other mood than those in which nothing is opened twice
    const { faults } = await crash({ ...SHORT, filings: 120, kills: 4, modes: ['lost-answer'], without: 'find' })
    expect(faults.doubled.join('\n')).toMatch(/\d cases at /)
  },
  LONG_MS,
)
