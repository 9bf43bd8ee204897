/** A person who wants to be forgotten: what goes, what must wait, what stays, and who they are afterwards. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { chain } from '../../store/chain.ts'
import { CHAT_CURSOR } from '../../subgraphs/host/chat-purposes.ts'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { clerkActs, reaches, withdraws } from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { pdf, photo } from './papers.ts'
import { until, World } from './world.ts'

/** The whole of it, of a hub on one kind of store. */
export function describeErasure(
  kind: string,
  open: () => Promise<{ readonly env: Record<string, string>; close(): Promise<void> }>,
): void {
  describe(`on ${kind}:`, () => {
    let world: World
    let kept: { readonly env: Record<string, string>; close(): Promise<void> }
    beforeAll(async () => {
      kept = await open()
      world = await World.open(kept.env)
    })
    afterAll(async () => {
      await world[Symbol.asyncDispose]()
      await kept.close()
    })

    const { code: SERVICE, department: DEPARTMENT } = readCatalogue().services.find((s) => s.questions.length < 15)!

    const SEEN = `query ($r: ID!) { application(reference: $r) { reference status erased departmentReference submittedAt due
  service { code } history { id name reason } documents { id name } action { text } certificate { code url sha256 issuedOn } citizen { id } } }`
    const seen = async (reference: string, token: string) =>
      (await world.graphql(SEEN, { r: reference }, token)).data.application
    const eraseMe = async (token: string) => {
      const { data, errors } = await world.graphql('mutation { eraseMe { erased waitsFor } }', {}, token)
      expect(errors).toBeUndefined()
      return data.eraseMe
    }
    const idOf = async (token: string): Promise<string> => (await world.graphql('{ me { id } }', {}, token)).data.me.id
    const operator = () => world.token({ client: 'operator', scope: 'operations applications:read' })
    /** Walks the chain. Names of the events in it. */
    async function wholeLog(): Promise<string[]> {
      let hash = '0'.repeat(64)
      const rows = await world.hub!.store.log.rows(0, 10_000)
      return rows.map((row) => {
        hash = chain(hash, row.position, row.document)
        expect(row.hash).toBe(hash)
        return JSON.parse(row.document).name
      })
    }
    /** How much there is of somebody. */
    async function rowsOf(citizen: string): Promise<Record<string, number>> {
      const { keys, people, channel, documents } = world.hub!.store
      const lines = await channel.lines(citizen, 1000, null)
      const count = (direction: string) => lines.filter((line) => line.direction === direction).length
      return {
        keys: (await keys.of(citizen)).length,
        identities: (await people.identities(citizen)).length,
        chats: (await channel.chat(citizen)) ? 1 : 0,
        outbox: count('out'),
        inbox: count('in'),
        documents: (await documents.ofOwner(citizen)).length,
      }
    }
    const NOTHING = { keys: 0, identities: 0, chats: 0, outbox: 0, inbox: 0, documents: 0 }

    it('who has no open case is forgotten at once: number, day and outcome stay, and the certificate can be verified', async () => {
      const asha = world.citizen()
      const token = await world.token({ citizen: asha.mobile })
      const reference = await asha.appliesFor(SERVICE)
      await clerkActs(world, DEPARTMENT, reference, { status: 'approved', reason: 'Asha is known to us' })
      await reaches(world, token, reference, 'CERTIFIED')
      await asha.hears(({ message }) => message.type === 'document')
      await world.upload(token, 'draft.pdf', 'application/pdf', pdf('of a draft').bytes)
      const before = await seen(reference, token)
      const citizen = before.citizen.id
      expect(await rowsOf(citizen)).toMatchObject({ keys: 1, chats: 1 })

      expect(await eraseMe(token)).toEqual({ erased: true, waitsFor: [] })

      expect(await rowsOf(citizen)).toEqual(NOTHING)
      const after = await seen(reference, await operator())
      expect(after).toMatchObject({
        status: 'CERTIFIED',
        erased: true,
        departmentReference: null,
        submittedAt: before.submittedAt,
        due: before.due,
        service: { code: SERVICE },
        documents: [],
        action: null,
        certificate: before.certificate,
      })
      // what it led to is in the department's own record, and no longer shown for this number
      const own = await operator()
      const type = '{ __type(name: "Application") { fields { name type { kind } } } }'
      const { fields } = (await world.graphql(type, {}, own)).data.__type
      const led = fields.filter((one: any) => one.type.kind === 'OBJECT').map((one: any) => one.name)
      const every = `query ($r: ID!) { application(reference: $r) { ${led.map((n: string) => `${n} { __typename }`).join(' ')} } }`
      const shown = await world.graphql(every, { r: reference }, own)
      expect(shown.errors).toBeUndefined()
      const still = Object.entries(shown.data.application).flatMap(([name, value]) => (value ? [name] : []))
      expect(still.sort()).toEqual(['certificate', 'citizen'])
      expect(after.history.map((event: any) => event.name)).toEqual([
        ...before.history.map((e: any) => e.name),
        'erased',
      ])
      expect(after.history.every((event: any) => event.reason === null)).toBe(true)
      expect(await wholeLog()).toEqual(expect.arrayContaining(['erasure-asked', 'erased']))
      const { data } = await world.graphql(
        'query ($c: ID!) { verifyCertificate(code: $c) { valid issuedOn sha256 service { code } } }',
        { c: before.certificate.code },
      )
      expect(data.verifyCertificate).toEqual({
        valid: true,
        issuedOn: before.certificate.issuedOn,
        sha256: before.certificate.sha256,
        service: { code: SERVICE },
      })
      expect((await fetch(`${world.url}/verify/${before.certificate.code}`)).status).toBe(200)
      const file = await fetch(before.certificate.url, { headers: { authorization: `Bearer ${await operator()}` } })
      expect([file.status, (await file.json()) as any]).toMatchObject([410, { error: { code: 'ERASED' } }])

      // the same number, and another person
      expect(await seen(reference, token)).toBeNull()
      await asha.says('hello')
      await asha.hears()
      const fresh = await idOf(token)
      expect(fresh).not.toBe(citizen)
      expect(await rowsOf(fresh)).toMatchObject({ keys: 1, chats: 1 })
      expect(
        (await world.graphql('{ me { conversation { edges { node { text } } } } }', {}, token)).data.me.conversation
          .edges.length,
      ).toBeLessThan(5)
    }, 120_000)

    it('while a case is open, what it needs is kept and the rest goes at once; with its end everything goes', async () => {
      const asha = world.citizen()
      const token = await world.token({ citizen: asha.mobile })
      const done = await asha.appliesFor(SERVICE)
      await clerkActs(world, DEPARTMENT, done, { status: 'rejected', reason: 'Asha has one already' })
      await reaches(world, token, done, 'REJECTED')
      await asha.hears(/Asha has one already/)
      const { input, mutation } = await exampleInput(world, SERVICE, token)
      const open = (await files(world, { input, mutation }, token)).data.apply.reference
      await world.caseOf(open, DEPARTMENT)
      const unused = pdf('of no case')
      await world.upload(token, unused.name, unused.mediaType, unused.bytes)
      // what is told after the erasure stands in the chat again
      await until('all news to be told', async () => {
        const { log, channel } = world.hub!.store
        const last = (await seen(open, token)).history.at(-1)
        const told = await channel.cursor(CHAT_CURSOR)
        return last.name === 'received' && told && (await log.position(told))! >= (await log.position(last.id))!
      })
      const citizen = await idOf(token)
      const documents = (await rowsOf(citizen)).documents!

      expect(await eraseMe(token)).toEqual({ erased: false, waitsFor: [open] })
      const ended = await seen(done, token)
      expect(ended).toMatchObject({ erased: true, status: 'REJECTED', documents: [] })
      expect(ended.history.map(({ reason }: any) => reason).filter(Boolean)).toEqual([])
      const still = await seen(open, token)
      expect(still.erased).toBe(false)
      expect(await rowsOf(citizen)).toMatchObject({ keys: 1, chats: 1, outbox: 0, inbox: 0 })
      expect((await rowsOf(citizen)).documents).toBeLessThan(documents)
      expect((await rowsOf(citizen)).documents).toBe(still.documents.length)

      // the case goes on as any other, and its end is told
      await clerkActs(world, DEPARTMENT, open, { status: 'rejected', reason: 'not this time' })
      await asha.hears(/refused/)
      await until('all to be gone', async () => Object.values(await rowsOf(citizen)).every((n) => n === 0))
      expect(await seen(open, await operator())).toMatchObject({ erased: true, status: 'REJECTED', documents: [] })
      await wholeLog()
    }, 120_000)

    it('the end of the last case is heard, with its certificate, before the key goes; also while WhatsApp takes nothing', async () => {
      const asha = world.citizen()
      const token = await world.token({ citizen: asha.mobile })
      const open = await asha.appliesFor(SERVICE)
      await world.caseOf(open, DEPARTMENT)
      const citizen = await idOf(token)
      // news that comes while the chat is forgotten finds whose it is, and its window
      const { channel } = world.hub!.store
      const { forget } = channel
      const windows: unknown[] = []
      channel.forget = async (...of) => {
        const isDone = await forget(...of)
        windows.push((await channel.chat(citizen))?.windowUntil)
        return isDone
      }
      const window = (await channel.chat(citizen))!.windowUntil
      expect(await eraseMe(token)).toEqual({ erased: false, waitsFor: [open] })
      channel.forget = forget
      expect(windows.at(-1)).toBe(window)
      await world.control('whatsapp/rude', { mode: 131016, rate: 1, seed: 1 })
      await clerkActs(world, DEPARTMENT, open, { status: 'approved' })
      await reaches(world, token, open, 'CERTIFIED')
      // the eraser has looked at the end of the case: the position that it keeps is behind it
      const { log, cursors } = world.hub!.store
      await until('the end to be seen', async () => {
        const end = (await seen(open, await operator())).history.at(-1)
        const { position } = JSON.parse((await cursors.read('erasures'))!)
        return end.name === 'certified' && position >= ((await log.position(end.id)) ?? Number.POSITIVE_INFINITY)
      })
      expect(await rowsOf(citizen)).toMatchObject({ keys: 1, chats: 1 })
      expect(await seen(open, await operator())).toMatchObject({ erased: false })
      await world.control('whatsapp/rude', { mode: null })
      await asha.hears(({ message }) => message.type === 'document', 60_000)
      await until('all to be gone', async () => Object.values(await rowsOf(citizen)).every((n) => n === 0))
      expect(await seen(open, await operator())).toMatchObject({ erased: true, status: 'CERTIFIED', documents: [] })
    }, 120_000)

    it('a portal sees that the person whom it filed for was erased, and nothing throws', async () => {
      const asha = world.citizen()
      const portal = await world.token({ client: 'portal', scope: 'applications:file applications:read' })
      const form = await exampleInput(world, SERVICE, portal)
      const filed = await files(world, form, portal, {
        onBehalfOf: { mobileNumber: `+${asha.mobile}` },
        requestId: 'one',
      })
      const reference = filed.data.apply.reference
      await world.caseOf(reference, DEPARTMENT)
      const before = await seen(reference, portal)
      const { documents } = world.hub!.store
      const records = await documents.read(before.documents.map(({ id }: any) => id))
      const blobs = records.map((record) => record!.blob!)
      expect(await documents.open(blobs[0]!)).not.toBeNull()
      const who = await operator()
      const erase = (reason: string, token = who, id = before.citizen.id) =>
        world.graphql(
          'mutation ($id: ID!, $reason: String!) { eraseCitizen(id: $id, reason: $reason) { erased waitsFor } }',
          { id, reason },
          token,
        )
      expect((await erase('asked by letter 7')).data.eraseCitizen).toEqual({ erased: false, waitsFor: [reference] })
      await withdraws(world, portal, reference)
      await until('the erasure', async () => (await seen(reference, portal)).erased)
      const after = await seen(reference, portal)
      expect(after).toMatchObject({
        status: 'WITHDRAWN',
        documents: [],
        departmentReference: null,
        action: null,
        certificate: null,
      })
      for (const blob of blobs) expect(await documents.open(blob)).toBeNull()
      // asked again by its requestId, it is the same one
      expect(
        (await files(world, form, portal, { onBehalfOf: { mobileNumber: `+${asha.mobile}` }, requestId: 'one' })).data
          .apply.reference,
      ).toBe(reference)

      expect((await erase('', who)).errors![0]!.extensions!.code).toBe('BAD_USER_INPUT')
      expect((await erase('why not', portal)).errors![0]!.extensions!.code).toBe('FORBIDDEN')
      expect((await erase('a typing error', who, 'citizen-0')).errors![0]!.extensions!.code).toBe('NOT_FOUND')
      for (const key of ['hub', 'client portal'])
        expect((await erase('a trick', who, key)).errors![0]!.extensions!.code).toBe('NOT_FOUND')
      expect((await world.graphql('mutation { eraseMe { erased } }', {}, portal)).errors![0]!.extensions!.code).toBe(
        'FORBIDDEN',
      )
      expect((await world.graphql('mutation { eraseMe { erased } }', {})).errors![0]!.extensions!.code).toBe(
        'UNAUTHENTICATED',
      )
    }, 120_000)

    it('who files while the erasure is under way is somebody new, and one who files for themselves is told that nothing was', async () => {
      const portal = await world.token({ client: 'portal', scope: 'applications:file applications:read' })
      const { applications } = world.hub!.store
      const { create } = applications
      /** Whoever files has been resolved and their answers are sealed: then they are erased, and only then it is written. */
      const meanwhile = (erased: () => Promise<unknown>) => {
        applications.create = async (step) => {
          applications.create = create
          await erased()
          return create(step)
        }
      }
      const asha = world.citizen()
      const token = await world.token({ citizen: asha.mobile })
      const before = await idOf(token)
      const form = await exampleInput(world, SERVICE, portal)
      const asked = { onBehalfOf: { mobileNumber: `+${asha.mobile}` }, requestId: 'meanwhile' }
      meanwhile(async () => expect(await eraseMe(token)).toEqual({ erased: true, waitsFor: [] }))
      const { reference } = (await files(world, form, portal, asked)).data.apply
      await world.caseOf(reference, DEPARTMENT)
      expect((await seen(reference, portal)).citizen.id).not.toBe(before)
      expect((await files(world, form, portal, asked)).data.apply.reference).toBe(reference)
      const [given] = await applications.ofCitizen(before, 1, null)
      expect(given).toMatchObject({ status: 'WITHDRAWN', input: '', documents: [] })
      await until('nothing to be owed for it', async () => !(await applications.effectsOf(given!.reference)).length)

      const ravi = world.citizen()
      const his = await world.token({ citizen: ravi.mobile })
      const own = await exampleInput(world, SERVICE, his)
      meanwhile(() => eraseMe(his))
      const { data, errors } = await files(world, own, his)
      expect(errors?.[0]?.extensions?.code ?? data.apply.__typename).toMatch(/CONFLICT|InvalidInput/)

      // a hub that ends between the writing and the look leaves nothing that is owed for ever
      const meera = world.citizen()
      const hers = await world.token({ citizen: meera.mobile })
      const erased = await idOf(hers)
      const last = await exampleInput(world, SERVICE, portal)
      applications.create = async (step) => {
        applications.create = create
        await eraseMe(hers)
        await create(step)
        throw new Error('the hub ends here')
      }
      await files(world, last, portal, { onBehalfOf: { mobileNumber: `+${meera.mobile}` } })
      await until('it to be taken back', async () => {
        const [left] = await applications.ofCitizen(erased, 1, null)
        return left?.status === 'WITHDRAWN' && !(await applications.effectsOf(left.reference)).length
      })
    }, 120_000)

    it('what was acknowledged stands, however long an erasure takes that it comes into', async () => {
      const portal = await world.token({ client: 'portal', scope: 'applications:file applications:read' })
      const asha = world.citizen()
      const form = await exampleInput(world, SERVICE, portal)
      const asked = { onBehalfOf: { mobileNumber: `+${asha.mobile}` }, requestId: 'acknowledged' }
      const { reference } = (await files(world, form, portal, asked)).data.apply
      await world.caseOf(reference, DEPARTMENT)
      const { applications, cursors } = world.hub!.store
      const { citizen } = (await applications.read([reference]))[0]!
      // its hub was killed in the middle of it, and no other has taken it up yet
      await cursors.write(`erased:${citizen}`, 'under way')
      const { errors } = await files(world, form, portal, asked)
      expect(errors?.[0]?.extensions?.code).toBe('CONFLICT')
      await cursors.forget(`erased:${citizen}`)
      expect((await files(world, form, portal, asked)).data.apply.reference).toBe(reference)
      expect((await applications.read([reference]))[0]!.status).not.toBe('WITHDRAWN')
    }, 120_000)

    it('what was written before the erasure and comes late makes nobody', async () => {
      const asha = world.citizen()
      const token = await world.token({ citizen: asha.mobile })
      await asha.says('hello')
      await asha.hears()
      await asha.sends(photo('too early'))
      await asha.hears()
      const citizen = await idOf(token)
      expect(await eraseMe(token)).toEqual({ erased: true, waitsFor: [] })
      const heard = (await asha.heard()).length
      const { channel } = world.hub!.store
      const { receive } = channel
      let came = 0
      channel.receive = async (rows) => {
        const fresh = await receive(rows)
        came += rows.filter(({ kind }) => kind === 'message').length
        return fresh
      }
      const timestamp = String(Math.floor(world.sandbox.clock.now().getTime() / 1000) - 60)
      const late = { type: 'text', text: { body: 'hello' }, timestamp }
      await world.control('whatsapp/messages', { from: asha.mobile, raw: late })
      await until('the late message to be settled', async () => came > 0 && (await channel.counts()).inbox === 0)
      expect(await asha.heard()).toHaveLength(heard)
      expect(await rowsOf(citizen)).toEqual(NOTHING)
      // and somebody new is met when they write
      await asha.says('hello')
      await asha.hears()
    }, 120_000)

    it('whoever turns out to be somebody known, while their erasure waits, is erased as that', async () => {
      const known = world.citizen()
      await known.says('hello')
      await known.hears()
      const survivor = await idOf(await world.token({ citizen: known.mobile }))
      const asha = world.citizen()
      const token = await world.token({ citizen: asha.mobile })
      const form = await exampleInput(world, SERVICE, token)
      const open = (await files(world, form, token)).data.apply.reference
      await world.caseOf(open, DEPARTMENT)
      const citizen = await idOf(token)
      expect(await eraseMe(token)).toEqual({ erased: false, waitsFor: [open] })
      const { people } = world.hub!.store
      const both = [...(await people.identities(survivor)), ...(await people.identities(citizen))]
      expect(await people.unite(both, 'citizen-nobody')).toBe(survivor)
      await clerkActs(world, DEPARTMENT, open, { status: 'rejected', reason: 'not this time' })
      await until('all to be gone', async () => Object.values(await rowsOf(survivor)).every((n) => n === 0))
      // what was under way for who they were before is swept up after it
      await until('the last of it to be gone', async () => Object.values(await rowsOf(citizen)).every((n) => n === 0))
      expect(await seen(open, await operator())).toMatchObject({ erased: true, status: 'REJECTED' })
    }, 120_000)

    it('an erasure that was cut off by a crash is ended at the next start', async () => {
      const asha = world.citizen()
      const token = await world.token({ citizen: asha.mobile })
      await asha.says('hello')
      await asha.hears()
      const citizen = await idOf(token)
      const { keys } = world.hub!.store
      const { destroy } = keys
      keys.destroy = () => Promise.reject(new Error('the power is cut'))
      const asking = world.graphql('mutation { eraseMe { erased } }', {}, token)
      await until('the first of it to be gone', async () => (await rowsOf(citizen)).identities === 0)
      expect((await rowsOf(citizen)).keys).toBe(1)
      await world.hub!.close()
      await asking.catch(() => undefined)
      keys.destroy = destroy
      await world.startHub()
      await until('the rest of it to be gone', async () => (await rowsOf(citizen)).keys === 0)
      expect(await rowsOf(citizen)).toEqual(NOTHING)
    }, 120_000)
  })
}
