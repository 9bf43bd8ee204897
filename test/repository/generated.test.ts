import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { envExample } from '../../start/env-example.ts'

it('.env.example is what `npm run env-example` writes', async () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(await envExample())
})
