import { it } from '@jest/globals'
import { isWhole, LONG_MS } from './short.ts'

it(
  'of 500 applications, filed while the hub is killed 20 times, none is lost, doubled or told out of order',
  () => isWhole({}),
  LONG_MS,
)
