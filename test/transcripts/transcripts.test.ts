/** `UPDATE=1 npm test -- test/transcripts` writes docs/transcripts anew. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { World } from '../journeys/world.ts'
import { STORIES } from './stories.ts'
import { type Figures, figures, type Story, tell } from './story.ts'

const FOLDER = 'docs/transcripts'
/** A Monday: what departments offer by the day is the same each time. */
const START = Date.parse('2026-01-05T10:00:00+05:30')

const fileOf = ({ service, language }: Story) => `${service}.${language.toLowerCase()}.md`

function fresh(file: string, text: string): void {
  const path = `${FOLDER}/${file}`
  if (process.env.UPDATE) {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(path, text)
  }
  expect(readFileSync(path, 'utf8')).toBe(text)
}

function table(rows: readonly (readonly [Story, Figures])[]): string {
  const lines = rows.map(
    ([story, f]) =>
      `| [${story.service}](${fileOf(story)}) | ${f.questions} | ${f.sent} | ${f.heard} | ${f.characters} |`,
  )
  return `# Transcripts

Each page is a whole way from the first word to the certificate, with a wrong file, a pause of a day and a correction, as a citizen reads it. They are written by a test and proved fresh by it: \`UPDATE=1 npm test -- test/transcripts\`.

What a way without detours costs, from the first word to the reference:

| service | questions | messages of the citizen | messages of the hub | characters to read |
|---|---|---|---|---|
${lines.join('\n')}

In other languages:

${STORIES.filter(({ language }) => language !== 'EN')
  .map((story) => `- [${story.service}, ${story.language.toLowerCase()}](${fileOf(story)})`)
  .join('\n')}
`
}

let world: World
beforeAll(async () => {
  const began = performance.now()
  const clock = { now: () => new Date(START + (performance.now() - began)) }
  world = await World.open({ DEPARTMENT_POLL_MS: '100' }, { clock })
})
afterAll(() => world[Symbol.asyncDispose]())

describe('a transcript', () => {
  it.each(STORIES.map((story) => [fileOf(story), story] as const))('%s is what is said', async (file, story) => {
    fresh(file, await tell(world, story, story.service.split('.')[0]!))
  })
})

it('a citizen sends at most the number of questions and three more, and hears no more messages than that', async () => {
  const rows: [Story, Figures][] = []
  for (const story of STORIES.filter(({ language }) => language === 'EN')) {
    const counted = await figures(world, story)
    expect([story.service, counted.sent <= counted.questions + 3]).toEqual([story.service, true])
    expect([story.service, counted.heard <= counted.sent]).toEqual([story.service, true])
    rows.push([story, counted])
  }
  fresh('README.md', table(rows))
}, 180_000)
