import { execFile } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

/** The files that the page shows: a path in bold, and below it the file. */
const files = [
  ...readFileSync('docs/guides/integrator.md', 'utf8').matchAll(/^\*\*`(\S+)`\*\*\n\n```\w+\n([\s\S]*?)\n```$/gm),
].map(([, path, text]) => ({ path: path!, text: `${text}\n` }))
const department = /^schema\/(.+)\.graphql$/.exec(files.find(({ path }) => path.startsWith('schema/'))?.path ?? '')?.[1]
const SOURCES = [
  'adapters',
  'gateway',
  'sandbox',
  'schema',
  'start',
  'store',
  'subgraphs',
  'test',
  'vocabulary',
  '.gitignore',
  'biome.json',
  'jest.config.js',
  'package.json',
  'tsconfig.json',
]

describe("the integrator's guide", () => {
  const copy = mkdtempSync(join(tmpdir(), 'dwar-guide-'))
  beforeAll(() => {
    for (const source of SOURCES) cpSync(source, join(copy, source), { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
    for (const { path, text } of files) {
      mkdirSync(join(copy, dirname(path)), { recursive: true })
      writeFileSync(join(copy, path), text)
    }
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  const schema = join(copy, `schema/${department}.graphql`)
  /** What the command prints; a failure shows it. */
  const run = async (command: string, ...args: string[]): Promise<string> => {
    const done = await promisify(execFile)(join(copy, 'node_modules/.bin', command), args, {
      cwd: copy,
      env: { ...process.env, NODE_OPTIONS: command === 'jest' ? '--experimental-vm-modules --no-warnings' : '' },
    }).catch((error) => {
      throw new Error(`${command} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`)
    })
    return done.stdout + done.stderr
  }

  it('has a department whose schema and words compose', async () => {
    expect(department).toBeDefined()
    await run('node', 'start/commands/compose.ts')
    const { departments } = JSON.parse(readFileSync(join(copy, 'schema/catalogue.json'), 'utf8'))
    expect(departments.map(({ code }: { code: string }) => code)).toContain(department)
  })

  it('has code that is typed and formatted as the house has it', async () => {
    await run('tsc')
    await run('biome', 'check', ...files.map(({ path }) => path).filter((path) => path.endsWith('.ts')))
  }, 60_000)

  it("has a test that passes, and a service that the chat and a portal's client finish, also with a one-of input and several live choices", async () => {
    await run('jest', `test/adapters/${department}`)
    const asksMore = readFileSync(schema, 'utf8').replace(
      /^( +)photograph: /m,
      '$1notice: NoticeInput!\n$1nearby: [String!]! @ask(options: "libraryBranches", atMost: 2)\n$&',
    )
    writeFileSync(schema, asksMore)
    appendFileSync(
      schema,
      'input NoticeInput @oneOf {\n  mobile: MobileNumber @ask(example: "9810012345")\n  letter: AddressInput\n}\n',
    )
    appendFileSync(
      join(copy, `subgraphs/${department}/locales/en.ftl`),
      'ReaderCardInput-notice = How may we write?\nReaderCardInput-nearby = Other branches\nNoticeInput-mobile = Message\nNoticeInput-letter = Letter\n',
    )
    await run('node', 'start/commands/compose.ts')
    expect(await run('jest', 'test/journeys/example.test.ts', '-t', `${department}.`)).toMatch(
      /Tests: .*\b[1-9]\d* passed/,
    )
  }, 180_000)
})
