import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(file))

/** Departments are the schemas that have a subgraph and an adapter of their name. */
const departments = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'schema/*.graphql'],
  { encoding: 'utf8' },
)
  .split('\n')
  .map((file) => file.replace(/^schema\/|\.graphql$/g, ''))
  .filter((name) => name && existsSync(`adapters/${name}/index.ts`))

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    normalize(join(dirname(file), match[1]!)),
  )

const roomOf = (file: string) => file.split('/')[0]!
const OPEN_TO_ALL = ['test', 'bench', 'start', 'docs', 'examples']

/** What each room may import, beside itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  vocabulary: [],
  adapters: [],
  store: [],
  subgraphs: ['adapters', 'store', 'vocabulary'],
  gateway: ['subgraphs', 'adapters'],
  sandbox: [],
}

describe('imports run one way', () => {
  for (const [room, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${room} imports only ${[room, ...allowed].join(', ')}`, () => {
      const wrong = files
        .filter((file) => roomOf(file) === room)
        .flatMap((file) =>
          importsOf(file)
            .filter((to) => ![room, ...allowed].includes(roomOf(to)))
            .map((to) => `${file} → ${to}`),
        )
      expect(wrong).toEqual([])
    })
  }

  it('no subgraph imports another, and no adapter another', () => {
    const own = (file: string) => file.split('/').slice(0, 2).join('/')
    const rooms = new Set(['applications', 'whatsapp', ...departments])
    const named = (file: string) => /^(subgraphs|adapters|sandbox)\//.test(file) && rooms.has(file.split('/')[1]!)
    const wrong = files.filter(named).flatMap((file) =>
      importsOf(file)
        .filter(
          (to) =>
            named(to) && roomOf(to) === roomOf(file) && own(to) !== own(file) && !to.startsWith('sandbox/whatsapp'),
        )
        .map((to) => `${file} → ${to}`),
    )
    expect(wrong).toEqual([])
  })

  it('nothing outside test, bench and start imports the sandbox', () => {
    const wrong = files
      .filter((file) => ![...OPEN_TO_ALL, 'sandbox'].includes(roomOf(file)))
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => roomOf(to) === 'sandbox')
          .map((to) => `${file} → ${to}`),
      )
    expect(wrong).toEqual([])
  })
})

describe('a department stays in its own rooms', () => {
  for (const name of departments) {
    it(`${name} is named nowhere else`, () => {
      const said = new RegExp(`['"\`./]${name}['"\`./]`)
      const wrong = files
        .filter((file) => ![...OPEN_TO_ALL].includes(roomOf(file)) || roomOf(file) === 'start')
        .filter((file) => !new RegExp(`(^|/)${name}(/|\\.)`).test(file))
        .filter((file) => said.test(readFileSync(file, 'utf8')))
      expect(wrong).toEqual([])
    })

    it(`${name} has its schema, subgraph, words, adapter with contract and README, sandbox, tests and page`, () => {
      const rooms = [
        `schema/${name}.graphql`,
        `subgraphs/${name}/index.ts`,
        `subgraphs/${name}/locales/en.ftl`,
        `subgraphs/${name}/locales/hi.ftl`,
        `adapters/${name}/index.ts`,
        `adapters/${name}/status.ts`,
        `adapters/${name}/wire.ts`,
        `adapters/${name}/README.md`,
        `adapters/${name}/contract`,
        `sandbox/${name}/index.ts`,
        `test/adapters/${name}`,
        `docs/departments/${name}.md`,
      ]
      expect(rooms.filter((room) => !existsSync(room))).toEqual([])
    })
  }
})

describe('rooms have names', () => {
  it('no file or folder is called utils, helpers, common, misc or lib', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.ts$)/.test(file))).toEqual([])
  })

  it('tests wait on conditions, never on time, and none is skipped or alone', () => {
    const tests = files.filter((file) => file.startsWith('test/') && file !== 'test/repository/boundaries.test.ts')
    expect(
      tests.filter((file) => /\b(it|test|describe)\.(only|todo)\(|\bx(it|describe)\(/.test(readFileSync(file, 'utf8'))),
    ).toEqual([])
  })
})

describe('dependencies are decisions', () => {
  it('each runtime dependency has its row in docs/reference/dependencies.md', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>
    }
    const page = readFileSync('docs/reference/dependencies.md', 'utf8')
    expect(Object.keys(dependencies).filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([])
  })

  it('the lockfile holds no download address', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": *"http/)
  })
})
