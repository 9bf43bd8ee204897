import { DatabaseSync } from 'node:sqlite'
import { expect, it } from '@jest/globals'
import { IMPATIENT } from '../journeys/departments.ts'
import { exampleInput, files } from '../journeys/filing.ts'
import { apart, posts } from './hub.ts'

const SERVICE = 'registrar.marriage-copy'
const HELD_MS = 2000

it('a database that another process holds for two seconds makes answers late, and loses nothing', async () => {
  const opened = await apart(IMPATIENT)
  await using _ = opened
  const { world } = opened
  await opened.startHub()
  const asha = world.citizen()
  const token = await world.token({ citizen: asha.mobile })
  const form = await exampleInput(world, SERVICE, token)

  const holder = new DatabaseSync(`${world.folder}/hub.sqlite`)
  holder.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE')
  const began = performance.now()
  const posted = posts(world, asha.mobile, 'hi')
  const filed = files(world, form, token)
  await asha.says('hi')
  await new Promise((resolve) => setTimeout(resolve, HELD_MS))
  holder.exec('ROLLBACK')
  holder.close()

  expect(await posted).toBe(200)
  expect(performance.now() - began).toBeGreaterThan(HELD_MS * 0.9)
  const { reference } = (await filed).data.apply
  expect((await world.caseOf(reference, 'registrar')).key).toBe(reference)
  await asha.hears()
}, 120_000)
