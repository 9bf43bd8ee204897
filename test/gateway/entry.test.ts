import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { composeServices } from '@theguild/federation-composition'
import { graphql, parse } from 'graphql'

const entry = fileURLToPath(new URL('../../start/gateway.ts', import.meta.url))
const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])\n'

describe('npm run gateway, over anybody’s subgraphs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dwar-gateway-'))
  const typeDefs = parse(`${link} type Query { authorization: String }`)
  const schema = buildSubgraphSchema({
    typeDefs,
    resolvers: {
      Query: { authorization: (_: unknown, __: unknown, request: any) => request.headers.authorization },
    },
  })
  const subgraph = createServer(async (request, response) => {
    const { query } = JSON.parse((await request.toArray()).join(''))
    const answer = await graphql({ schema, source: query, contextValue: request })
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  const children: ChildProcess[] = []

  beforeAll(() => new Promise<void>((resolve) => subgraph.listen(0, resolve)))
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
    subgraph.closeAllConnections()
    await new Promise((resolve) => subgraph.close(resolve))
  })

  function start(...words: string[]) {
    const env = { PATH: process.env.PATH, LOG_LEVEL: 'error' }
    const child = spawn(process.execPath, [entry, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    children.push(child)
    let text = ''
    child.stdout!.on('data', (chunk) => {
      text += chunk
    })
    child.stderr!.on('data', (chunk) => {
      text += chunk
    })
    const ended = new Promise<{ code: number | null; text: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, text })),
    )
    const listens = new Promise<string>((resolve) => {
      child.stdout!.on('data', () => {
        const url = /listens at (\S+)/.exec(text)?.[1]
        if (url) resolve(url)
      })
    })
    return { child, ended, listens, text: () => text }
  }

  it('reads their addresses from the supergraph, passes requests through where no issuer is set, and says so', async () => {
    const url = `http://localhost:${(subgraph.address() as AddressInfo).port}/api/query`
    const file = join(folder, 'supergraph.graphql')
    writeFileSync(file, composeServices([{ name: 'other', typeDefs, url }]).supergraphSdl!)
    const gateway = start('--supergraph', file, '--port', '0')
    const answer = await fetch(await gateway.listens, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer as it came' },
      body: '{"query":"{ authorization }"}',
    })
    const body = await answer.json()
    expect(gateway.text()).not.toContain('unexpected error')
    expect(body).toEqual({ data: { authorization: 'Bearer as it came' } })
    expect(gateway.text()).toContain('AUTH_ISSUER is not set')
    gateway.child.kill('SIGTERM')
    expect((await gateway.ended).code).toBe(0)
  })

  it('says in one line what it lacks', async () => {
    const { code, text } = await start('--port', '0').ended
    expect([code, text.trim().split('\n').length]).toEqual([1, 1])
    expect(text).toContain('--supergraph')
  })
})
