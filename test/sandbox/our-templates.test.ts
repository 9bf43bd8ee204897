import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { readTemplate } from '../../sandbox/whatsapp/templates.ts'
import { templateCreations } from '../../subgraphs/whatsapp/sending/templates.ts'
import { wording } from '../../subgraphs/whatsapp/wording.ts'
import { LANGUAGES } from '../../vocabulary/catalogue.ts'
import { until, World } from './world.ts'

const FOLDER = new URL('../../docs/reference/whatsapp-templates/', import.meta.url)
const files = readdirSync(FOLDER).map(
  (name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))] as const,
)

describe('the files for approval', () => {
  it.each(files)('%s is as Meta takes it', (_, body) => {
    expect(readTemplate(body)).toMatchObject({ name: body.name, language: body.language, category: 'UTILITY' })
    for (const { text } of body.components.filter(({ type }: any) => type === 'BODY'))
      expect(text.length).toBeLessThanOrEqual(1024)
  })
  it('are there in every language for each template', () => {
    const names = new Set(files.map(([, { name }]) => name))
    expect(names.size).toBe(3)
    for (const name of names)
      expect(files.flatMap(([, body]) => (body.name === name ? [body.language] : [])).sort()).toEqual(
        [...LANGUAGES].sort(),
      )
  })
  it('show an example of each variable in their own language', () => {
    for (const [, { components, language }] of files)
      for (const { example } of components.find(({ type }: any) => type === 'BODY').example.body_text_named_params)
        if (language !== 'en')
          expect(example).toMatch(/^(?:DWR-|https:)|\p{Script=Devanagari}|\p{Script=Gurmukhi}|\p{Script=Arabic}/u)
  })
})

describe('the sandbox', () => {
  it('knows them, shows them in their language, and refuses other parameters', async () => {
    await using world = await World.open({ templates: templateCreations(wording()) })
    await world.writes({ text: 'hi' })
    const send = (code: string, names: readonly string[]) =>
      world.send({
        type: 'template',
        template: {
          name: 'application_update',
          language: { code },
          components: [
            { type: 'body', parameters: names.map((parameter_name) => ({ type: 'text', parameter_name, text: 'یہ' })) },
          ],
        },
      })
    expect((await send('ur', ['reference', 'title'])).body.error.code).toBe(132000)
    expect((await send('ta', ['reference', 'title', 'status'])).body.error.code).toBe(132001)
    expect((await send('ur', ['reference', 'title', 'status'])).status).toBe(200)
    const shown = await until(async () => (await world.chat()).find(({ rendered }: any) => rendered))
    expect(shown.rendered.body).toBe('آپ کی درخواست یہ (یہ) کی خبر: یہ۔ زیادہ جاننے کے لیے یہاں لکھیں۔')
  })
  it('takes a template whose words have changed in place of the old', async () => {
    const [first] = templateCreations(wording())
    const changed = { ...first!, components: [{ type: 'BODY', text: 'Something happened. Write to us to hear it.' }] }
    await using world = await World.open({ templates: [first!] })
    await world.restart({ templates: [changed] })
    const listed = await world.graph('GET', '102290129340398/message_templates')
    expect(listed.body.data).toMatchObject([{ name: first!.name, status: 'APPROVED', components: changed.components }])
  })
})
