import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { envExample } from '../../start/commands/env-example.ts'
import { staleTemplates } from '../../start/commands/templates.ts'

it('.env.example is what `npm run env-example` writes', async () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(await envExample())
})

it('docs/reference/whatsapp-templates/ is what `npm run templates` writes', () => {
  expect(staleTemplates()).toEqual([])
})
