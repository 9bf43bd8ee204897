/** `npm run templates`: writes docs/reference/whatsapp-templates/, the templates as Meta takes them for approval; with `--check` only says whether they are fresh. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { templateCreations } from '../../subgraphs/whatsapp/sending/templates.ts'
import { wording } from '../../subgraphs/whatsapp/wording.ts'
import { commandLine, onlyThese } from '../environment.ts'
import { refuseToStart } from '../stopping.ts'

export const TEMPLATES_FOLDER = new URL('../../docs/reference/whatsapp-templates/', import.meta.url)

/** Bodies of `POST /<account>/message_templates` by the name of their file: `certificate_ready.ur.json`. */
export const templateFiles = (): ReadonlyMap<string, string> =>
  new Map(
    templateCreations(wording()).map((creation) => [
      `${creation.name}.${creation.language}.json`,
      `${JSON.stringify(creation, null, 2)}\n`,
    ]),
  )

/** Names of the files that are missing, changed or no longer a template. */
export function staleTemplates(): string[] {
  const files = templateFiles()
  const written = readdirSync(TEMPLATES_FOLDER).filter((name) => name.endsWith('.json'))
  return [
    ...[...files].flatMap(([name, text]) =>
      written.includes(name) && readFileSync(new URL(name, TEMPLATES_FOLDER), 'utf8') === text ? [] : [name],
    ),
    ...written.filter((name) => !files.has(name)),
  ]
}

if (import.meta.main) {
  const { words, options } = commandLine(process.argv.slice(2))
  try {
    onlyThese({ words, options }, ['check'], 'npm run templates [-- --check]')
  } catch (error) {
    refuseToStart(error)
  }
  const check = options.check !== undefined
  mkdirSync(TEMPLATES_FOLDER, { recursive: true })
  const files = templateFiles()
  const stale = staleTemplates()
  for (const name of stale) {
    console.log(check ? `${name} is not fresh: run npm run templates` : `wrote ${name}`)
    if (check) continue
    const text = files.get(name)
    if (text === undefined) rmSync(new URL(name, TEMPLATES_FOLDER))
    else writeFileSync(new URL(name, TEMPLATES_FOLDER), text)
  }
  if (stale.length === 0) console.log('the templates are fresh')
  process.exitCode = check && stale.length > 0 ? 1 : 0
}
