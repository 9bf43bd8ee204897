import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { GraphQLError, parse, validate } from 'graphql'
import { createExecutor } from '../../gateway/executor/index.ts'

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(file))

const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '')

/** As GitHub makes them of headings. */
const anchorsOf = (page: string): string[] =>
  [
    ...readFileSync(page, 'utf8')
      .replace(/```[\s\S]*?```/g, '')
      .matchAll(/^#+ +(.+)$/gm),
  ].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** `[text](target)` that leads into the repository: the page, the target, and where on it. */
const links = pages.flatMap((page) =>
  [...withoutCode(readFileSync(page, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1]!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path, anchor] = target.split('#')
      return { page, file: path ? join(dirname(page), path) : page, anchor }
    }),
)

describe('links', () => {
  it('of every page lead somewhere', () => {
    expect(pages).toContain('README.md')
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter(({ file }) => !existsSync(file)).map(({ page, file }) => `${page} → ${file}`)).toEqual([])
  })

  it('to a heading find it', () => {
    const lost = links.filter(({ file, anchor }) => anchor && existsSync(file) && !anchorsOf(file).includes(anchor))
    expect(lost.map(({ page, file, anchor }) => `${page} → ${file}#${anchor}`)).toEqual([])
  })
})

describe('GraphQL on the pages', () => {
  const snippets = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)]
      .map((match) => match[1]!)
      .filter((source) => /^\s*(query|mutation|subscription|\{)/.test(source))
      .map((source) => [page, source] as const),
  )
  const supergraph = readFileSync('schema/supergraph.graphql', 'utf8')

  it('is an operation on the public schema', async () => {
    const { schema } = await createExecutor(supergraph, {}, (name) => new GraphQLError(name))
    const wrong = snippets.flatMap(([page, source]) =>
      validate(schema, parse(source)).map((error) => `${page}: ${error.message}`),
    )
    expect(wrong).toEqual([])
    expect(snippets.filter(([page]) => page === 'docs/guides/portal.md').length).toBeGreaterThan(5)
  })
})
