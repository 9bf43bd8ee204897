import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { templateCreations } from '../../subgraphs/whatsapp/sending/templates.ts'
import { wording } from '../../subgraphs/whatsapp/wording.ts'

const filesOf = (...patterns: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && existsSync(file))
const read = (file: string): string => readFileSync(file, 'utf8')
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!)

describe('the pages say what the product does', () => {
  it('every event of the log, and no other, stands in docs/reference/events.md', () => {
    const steps = read('subgraphs/filing/steps.ts')
    const past = /const PAST[^{]*\{([\s\S]*?)\n\}/.exec(steps)![1]!
    const code = filesOf('subgraphs/*.ts', 'store/*.ts').map(read).join('\n')
    const events = [
      ...all(past, /'([\w-]+)'/g),
      ...all(code, /noteOf\(\w+, '([\w-]+)'/g),
      ...all(code, /\brecord\('([\w-]+)'/g),
      ...all(code, /^(?:export )?const (?:ASKED|DONE|RESTORED) = '([\w-]+)'/gm),
      ...all(code, /^ +name: '(restored)'/gm),
      ...all(code, /records? = .*name: '([\w-]+)'/g),
    ]
    const [page = ''] = read('docs/reference/events.md').split('## Is the log whole?')
    const listed = all(page, /^\| `([\w-]+)` \|/gm)
    expect([...new Set(listed)].sort()).toEqual([...new Set(events)].sort())
  })

  it('every template stands in docs/reference/whatsapp-templates.md as Meta is sent it', () => {
    const page = read('docs/reference/whatsapp-templates.md')
    const lacking = templateCreations(wording()).filter((creation: any) => {
      const body = creation.components.find((one: any) => one.type === 'BODY').text
      return !page.includes(body.replaceAll('\n', '<br>'))
    })
    expect(lacking).toEqual([])
  })

  it('every npm command on a page is a script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = filesOf('*.md').flatMap((page) => all(read(page), /npm run (?:--silent )?([\w:-]+)/g))
    expect([...new Set(named)].filter((name) => !scripts[name])).toEqual([])
  })

  it("README's first screen has a result, and all of it is no longer than 120 lines", () => {
    const lines = read('README.md').split('\n')
    expect(lines.slice(0, 15).join('\n')).toContain('npm ci && npm start')
    expect(lines.length).toBeLessThanOrEqual(121)
  })
})
