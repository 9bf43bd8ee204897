import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { registrar } from '../../adapters/registrar/index.ts'
import type { RudeMode } from '../../sandbox/office.ts'
import { open } from '../../sandbox/registrar/index.ts'
import {
  call,
  copyFiling,
  marriageFiling,
  type OpenedOffice,
  openRegistrar,
  reference,
  temporaryFolder,
  until,
} from '../adapters/registrar/bench.ts'

describe("the registrar's office", () => {
  let opened: OpenedOffice
  beforeAll(async () => {
    opened = await openRegistrar()
  })
  afterAll(async () => opened[Symbol.asyncDispose]())

  const connected = async () => {
    const client = new pg.Client({ connectionString: opened.url })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  const insert = (client: pg.Client, key: string, operation = 'submit') =>
    client.query(
      `/* ${operation} */ INSERT INTO STG_APPL (EXT_REF, SRVC_CD, DIST_CD) VALUES ($1, 'MR', 'CE') ON CONFLICT DO NOTHING`,
      [key],
    )
  const casesOf = async (key: string) => (await opened.office.cases()).filter((view) => view.key === key)
  const rudely = async <T>(mode: RudeMode, run: () => Promise<T>): Promise<T> => {
    opened.rude(mode)
    try {
      return await run()
    } finally {
      opened.rude(null)
    }
  }

  it('asks for the password of the partner', async () => {
    const client = new pg.Client({ connectionString: opened.url.replace(/:[^:@/]+@/, ':wrong@') })
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' })
  })

  it('keeps the statements of many connections apart', async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, connected))
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        clients[i % 10]!.query('SELECT $1::TEXT AS said, $2::INT AS number', [`client ${i}`, i]),
      ),
    )
    expect(answers.map(({ rows }) => rows[0])).toEqual(
      Array.from({ length: 200 }, (_, i) => ({ said: `client ${i}`, number: i })),
    )
    await Promise.all(clients.map((client) => client.end()))
  })

  it('rolls back the transaction of a client that goes away, and serves the others', async () => {
    const [gone, stays] = [await connected(), await connected()]
    const key = reference()
    await gone.query('BEGIN')
    await insert(gone, key)
    const waits = stays.query('SELECT 1 AS one')
    ;(gone as any).connection.stream.destroy()
    expect((await waits).rows).toEqual([{ one: 1 }])
    expect(await casesOf(key)).toEqual([])
    await stays.end()
  })

  it('counts statements by the operation that they name', async () => {
    const client = await connected()
    const before = opened.calls.offices ?? 0
    await client.query('/* offices */ SELECT 1')
    await client.query({ text: '/* offices */ SELECT $1::TEXT', values: ['x'] })
    expect(opened.calls.offices! - before).toBe(2)
    await client.end()
  })

  it.each<[RudeMode, string]>([
    ['unavailable', '57P01'],
    ['fault', '58030'],
  ])('does nothing when it is %s', async (mode, code) => {
    const client = await connected()
    const key = reference()
    await expect(rudely(mode, () => insert(client, key))).rejects.toMatchObject({ code })
    expect(await casesOf(key)).toEqual([])
    await client.end().catch(() => {})
  })

  it.each<RudeMode>(['lost-answer', 'half', 'garbage'])('has done it when the answer is gone: %s', async (mode) => {
    const client = await connected()
    const key = reference()
    await expect(rudely(mode, () => insert(client, key))).rejects.toThrow()
    expect(await casesOf(key)).toHaveLength(1)
    await client.end().catch(() => {})
  })

  it('executes a change twice when it is doubled', async () => {
    const client = await connected()
    await client.query('/* submit */ INSERT INTO STG_APPL (EXT_REF, SRVC_CD, DIST_CD) VALUES ($1, $2, $3)', [
      reference(),
      'MR',
      'CE',
    ])
    const key = reference()
    await rudely('duplicate', () => insert(client, key))
    expect(await casesOf(key)).toHaveLength(1)
    await client.end()
  })

  it('repeats and turns round what has changed', async () => {
    const client = await connected()
    const ask = async () =>
      (await client.query('/* changes */ SELECT n FROM generate_series(1, 3) AS n')).rows.map((row) => row.n)
    expect(await rudely('duplicate', ask)).toEqual([1, 1, 2, 2, 3, 3])
    expect(await rudely('out-of-order', ask)).toEqual([3, 2, 1])
    await client.end()
  })

  it.each<RudeMode>(['lost-answer', 'half', 'garbage'])(
    'ends with one case after %s, when the hub looks before it sends again',
    async (mode) => {
      const adapter = registrar({ url: opened.url, settles: 1000 })
      const filing = marriageFiling()
      await adapter.ping(call())
      await expect(rudely(mode, () => adapter.submit(filing, call(filing.reference)))).rejects.toMatchObject({
        code: 'DEPARTMENT_TIMEOUT',
      })
      const found = await adapter.find(filing.reference, call())
      expect(found).toHaveLength(1)
      expect(await adapter.submit(filing, call(filing.reference))).toEqual(found[0])
      expect(await casesOf(filing.reference)).toHaveLength(1)
      await adapter.close()
    },
  )

  it('leaves the hub waiting no longer than its deadline when it hangs', async () => {
    const adapter = registrar({ url: opened.url, settles: 1000 })
    const filing = marriageFiling()
    await adapter.ping(call())
    await expect(rudely('hang', () => adapter.submit(filing, call(filing.reference, 300)))).rejects.toMatchObject({
      code: 'DEPARTMENT_TIMEOUT',
    })
    await expect(adapter.status(['100001'], call())).resolves.toHaveLength(1)
    await adapter.close()
  })

  it('gives all changes once to an adapter that hears them doubled and in the wrong order', async () => {
    const adapter = registrar({ url: opened.url, settles: 1000 })
    const read = async (after: string | null) => {
      const found = []
      for await (const entry of adapter.changes!(after, call())) found.push(entry)
      return found
    }
    let cursor: string | null = null
    for (let page = await read(null); page.length; page = await read(cursor)) cursor = page.at(-1)!.cursor
    const filing = marriageFiling()
    const { reference: of } = (await adapter.submit(filing, call(filing.reference))) as { reference: string }
    for (const status of ['in_review', 'action_required', 'approved'] as const) await opened.office.act(of, { status })
    for (const mode of ['duplicate', 'out-of-order'] as const) {
      const found = await rudely(mode, () => read(cursor))
      const statuses = found
        .toSorted((a, b) => Number(a.change.sequence) - Number(b.change.sequence))
        .map(({ change }) => change.status)
      expect([...new Set(statuses)]).toEqual(['received', 'in_review', 'action_required', 'approved'])
      expect(await read(found.at(-1)!.cursor)).toEqual([])
    }
    await adapter.close()
  })

  it('takes over what was staged by itself, and clerks bring each service to its certificate', async () => {
    const adapter = registrar({ url: opened.url, settles: 1000 })
    const journeys: Record<string, string[]> = {}
    for (const filing of [marriageFiling(), copyFiling()]) {
      await adapter.submit(filing, call(filing.reference))
      const view = async () => (await casesOf(filing.reference))[0]!
      await until(view, ({ fields }) => fields.fileNumber)
      const steps = [(await view()).status as string]
      for (let act = opened.office.next(await view()); act; act = opened.office.next(await view())) {
        await opened.office.act((await view()).reference, act)
        steps.push((await view()).status)
      }
      journeys[filing.service] = steps
      const file = await opened.office.certificate((await view()).reference)
      expect(file!.name).toMatch(/^marriage-certificate-SDM-CE-\d{4}-\d{6}\.pdf$/)
      await expect(opened.office.act((await view()).reference, { status: 'rejected' })).rejects.toThrow(
        /decided already/,
      )
    }
    expect(journeys).toEqual({
      'registrar.marriage': ['received', 'in_review', 'action_required', 'approved'],
      'registrar.marriage-copy': ['received', 'in_review', 'approved'],
    })
    await adapter.close()
  })

  it('names the variable when its port is taken', async () => {
    const folder = temporaryFolder()
    const port = Number(new URL(opened.url).port)
    const world = {
      now: () => new Date(),
      folder: folder.path,
      url: '',
      hubUrl: '',
      postgresPort: port,
      secret: () => 's',
      count() {},
      rude: () => null,
    }
    await expect(open(world)).rejects.toThrow(`port ${port} is taken: set SANDBOX_POSTGRES_PORT`)
    folder.remove()
  })

  it('has everything that it acknowledged after kill -9', async () => {
    const folder = temporaryFolder()
    const processes: ChildProcess[] = []
    const started = async () => {
      const program = fileURLToPath(new URL('registrar-process.ts', import.meta.url))
      const child = spawn(process.execPath, [program, folder.path, '0'], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env.PATH },
      })
      processes.push(child)
      const [line] = await once(child.stdout!, 'data')
      return { child, adapter: registrar({ url: String(line).trim(), settles: 1000 }) }
    }
    const first = await started()
    const acknowledged: { filing: string; reference: string }[] = []
    for (let i = 0; i < 30; i++) {
      const filing = marriageFiling()
      const receipt = (await first.adapter.submit(filing, call(filing.reference))) as { reference: string }
      acknowledged.push({ filing: filing.reference, reference: receipt.reference })
    }
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    await first.adapter.close()
    const second = await started()
    for (const { filing, reference } of acknowledged)
      expect(await second.adapter.find(filing, call())).toEqual([{ reference }])
    const statuses = () =>
      second.adapter.status(
        acknowledged.map(({ reference }) => reference),
        call(),
      )
    await until(statuses, (all) => all.every((change) => !(change instanceof Error) && change.sequence !== '0'))
    await second.adapter.close()
    for (const child of processes) child.kill('SIGKILL')
    folder.remove()
  })
})
