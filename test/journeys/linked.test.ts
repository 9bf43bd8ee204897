/** A chat and a portal's account that turn out to be one person's, by a one-time code. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { labelOf, textOf } from './citizen.ts'
import { clerkActs } from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { until, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const services = readCatalogue().services
const { code: SERVICE, department: DEPARTMENT } = services.find((s) => s.questions.length < 15)!

const idOf = async (token: string): Promise<string> => (await world.graphql('{ me { id } }', {}, token)).data.me.id
/** Of an account; of an application of theirs, it is the same. */
const codeFor = async (token: string, reference: string | null = null): Promise<string> =>
  (await world.graphql('mutation ($of: ID) { createLinkCode(reference: $of) { code } }', { of: reference }, token)).data
    .createLinkCode.code

const mine = async (token: string): Promise<readonly string[]> =>
  (
    await world.graphql('{ me { applications(first: 9) { edges { node { reference } } } } }', {}, token)
  ).data.me.applications.edges.map(({ node }: any) => node.reference)

describe('a chat that is linked with a portal’s account', () => {
  it.each([
    ['the portal met its person first', true],
    ['the chat met its person first', false],
  ])(
    'goes on where it was, knows what the portal filed, and hears each of its news once: %s',
    async (_, portalFirst) => {
      const asha = world.citizen()
      const atWork = world.citizen()
      const token = await world.token({ citizen: atWork.mobile })
      if (portalFirst) await idOf(token)
      const { title, questions } = await asha.questions(SERVICE)
      await asha.says(title)
      const begun = await asha.asked(questions)
      await asha.answers(begun.question!, begun)
      const second = (await asha.asked(questions)).question!.label
      const { reference } = (await files(world, await exampleInput(world, SERVICE, token), token)).data.apply
      await world.caseOf(reference, DEPARTMENT)
      await atWork.hears(reference)

      await asha.says(`link ${await codeFor(token, portalFirst ? reference : null)}`)
      await asha.hears(/account is now linked/)
      const own = await world.token({ citizen: asha.mobile })
      await until('one person', async () => (await idOf(own)) === (await idOf(token)))

      // what was begun is there, and so is what was said
      await asha.says(title)
      await asha.hears(/You began this earlier\. Answers so far: 1\./)
      await asha.presses('Go on')
      // news of what the portal filed may come before it
      const goesOn = await asha.hears((m) => labelOf(textOf(m)) !== null)
      expect(labelOf(textOf(goesOn))).toBe(second)
      const { data } = await world.graphql('{ me { conversation(first: 50) { edges { node { text } } } } }', {}, own)
      expect(data.me.conversation.edges.map(({ node }: any) => node.text)).toContain(title)

      const before = [(await asha.heard()).length, (await atWork.heard()).length]
      await clerkActs(world, DEPARTMENT, reference, { status: 'rejected', reason: 'There is one already' })
      await asha.hears(/There is one already/)
      await asha.says('status')
      await asha.hears(reference)
      const since = [(await asha.heard()).slice(before[0]), (await atWork.heard()).slice(before[1])] as const
      expect(since[0].filter((text) => /There is one already/.test(text) && /refused/.test(text))).toHaveLength(1)
      expect(since[1]).toEqual([])
      expect((await world.hub!.store.channel.counts()).owed).toBe(0)
    },
  )

  it.each([
    ['that the code was typed in', [0, 1]],
    ['of the account', [1, 0]],
  ])('has what two chats of one person had begun, whichever was used last: the one %s', async (_, order) => {
    const [asha, atWork] = [world.citizen(), world.citizen()]
    const other = services.find(({ code, department }) => code !== SERVICE && department !== DEPARTMENT)!
    const begins = async (who: typeof asha, service: string) => {
      const { title, questions } = await who.questions(service)
      await who.says(title)
      const asked = await who.asked(questions)
      await who.answers(asked.question!, asked)
      await who.asked(questions)
      return title
    }
    const titles: string[] = []
    const chats = [
      [atWork, other.code],
      [asha, SERVICE],
    ] as const
    for (const nth of order) {
      const [who, code] = chats[nth]!
      titles.push(await begins(who, code))
      await world.control('clock', { advance: '1m' })
    }
    await asha.says(`link ${await codeFor(await world.token({ citizen: atWork.mobile }))}`)
    await asha.hears(/account is now linked/)
    for (const title of titles) {
      await asha.says(title)
      await asha.hears(/You began this earlier/)
    }
    // the other phone is the same chat now
    await atWork.says('menu')
    await atWork.hears(/write what you need/)
  })

  it.each(['spend', 'unite'] as const)(
    'is linked by the same code after a link that the store did, and said that it had not: %s',
    async (refused) => {
      const asha = world.citizen()
      const token = await world.token({ citizen: world.citizen().mobile })
      await asha.says('hi')
      await asha.hears(/write what you need/)
      const code = await codeFor(token)
      const { codes, people } = world.hub!.store as any
      const room = refused === 'spend' ? codes : people
      const works = room[refused]
      let failed = 0
      room[refused] = async (...of: unknown[]) => {
        await works(...of)
        failed += 1
        throw new Error('fdatasync: EIO')
      }
      await asha.says(`link ${code}`)
      await until('a refusal', async () => failed > 0)
      room[refused] = works
      await asha.says(`link ${code}`)
      await asha.hears(/account is now linked/)
      const own = await world.token({ citizen: asha.mobile })
      await until('one person', async () => (await idOf(own)) === (await idOf(token)))
      // spent, for anybody else
      const ravi = world.citizen()
      await ravi.says(`link ${code}`)
      await ravi.hears(/code/i)
      expect(await idOf(await world.token({ citizen: ravi.mobile }))).not.toBe(await idOf(token))
    },
  )
})

describe('a one-time code of an account', () => {
  it('that would see the applications of the chat links it after a yes, and shows whose it is', async () => {
    const [asha, other] = [world.citizen(), world.citizen()]
    const [own, theirs] = [await world.token({ citizen: asha.mobile }), await world.token({ citizen: other.mobile })]
    await asha.says('hi')
    await asha.hears(/write what you need/)
    const { reference } = (await files(world, await exampleInput(world, SERVICE, own), own)).data.apply
    const code = await codeFor(theirs)
    await asha.says(`link ${code}`)
    expect(textOf(await asha.hears(/Is it your own\?/))).toContain(`ends in ${other.mobile.slice(-4)}.`)
    await asha.presses('No')
    await asha.hears(/write what you need/)
    expect(await mine(theirs)).toEqual([])
    await asha.says(`link ${code}`)
    await asha.hears(/Is it your own\?/)
    await asha.says('yes')
    await asha.hears(/account is now linked/)
    expect(await mine(theirs)).toEqual([reference])
  })

  it('is the newest one alone, and no more than ten an hour', async () => {
    const asha = world.citizen()
    const token = await world.token({ citizen: world.citizen().mobile })
    const codes = [await codeFor(token), await codeFor(token)]
    await asha.says(`link ${codes[0]}`)
    await asha.hears(/wrong, old or used/)
    const more = Array.from({ length: 20 }, (_, n) => `a${n}: createLinkCode { code }`)
    const { errors } = await world.graphql(`mutation { ${more.join(' ')} }`, {}, token)
    expect(errors?.[0]?.extensions?.code).toBe('LINK_LIMIT')
  })

  it('is spent for a holder by nobody but a chat', async () => {
    const token = await world.token({ citizen: world.citizen().mobile })
    const spend = 'mutation ($code: String!) { spendLinkCode(code: $code, holder: "h", confirmed: true) { linked } }'
    const { errors } = await world.graphql(spend, { code: await codeFor(token) }, token)
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })
})

describe('a phone that Meta says is in other hands', () => {
  it('shows nothing of before, and only a code of the one whom it was known by makes it theirs again', async () => {
    const asha = world.citizen()
    await asha.says('hi')
    await asha.hears(/write what you need/)
    const token = await world.token({ citizen: asha.mobile })
    const { reference } = (await files(world, await exampleInput(world, SERVICE, token), token)).data.apply
    await asha.hears(reference)
    await world.caseOf(reference, DEPARTMENT)
    await world.control(`whatsapp/people/${asha.mobile}`, { identity: 'changed' })

    await asha.says('status')
    const shown = textOf(await asha.hears(/may have a new owner/))
    expect(shown).not.toContain(reference)
    await asha.says(reference)
    await asha.hears(/There is no application .*\n\nWhatsApp says/s)
    await world.control('whatsapp/messages', {
      from: asha.mobile,
      raw: {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: `withdrawn|${reference}`, title: 'Yes, withdraw' } },
      },
    })
    await asha.hears(/There is no application/)
    // news say no more than the number; the certificate is held
    await clerkActs(world, DEPARTMENT, reference, { status: 'in_review' })
    expect(textOf(await asha.hears(/: Being checked\.$/i))).toMatch(/^Application DWR-\S+: \D+\.$/)
    await clerkActs(world, DEPARTMENT, reference, { status: 'approved' })
    await asha.hears(/so we hold it/)

    // something new can be begun
    const { title, questions } = await asha.questions(SERVICE)
    await asha.says(title)
    const begun = await asha.asked(questions)
    expect(begun.question).not.toBeNull()

    const other = world.citizen()
    const theirs = await world.token({ citizen: other.mobile })
    await asha.says(`link ${await codeFor(theirs)}`)
    await asha.hears(/account is now linked/)
    expect(await mine(theirs)).toEqual([])
    await asha.says('status')
    await asha.hears(/may have a new owner/)
    const isPaper = ({ message }: any) => message.type === 'document'
    expect((await asha.chat()).filter((m) => isPaper(m) && m.status !== 'failed')).toEqual([])

    await asha.says(`link ${await codeFor(token)}`)
    await asha.hears(isPaper)
    await asha.says('status')
    await asha.hears(reference)
  })

  it('tries codes of its own: whose number it was can still try theirs', async () => {
    const asha = world.citizen()
    await asha.says('hi')
    await asha.hears(/write what you need/)
    const token = await world.token({ citizen: asha.mobile })
    await idOf(token)
    await world.control(`whatsapp/people/${asha.mobile}`, { identity: 'changed' })
    for (let n = 0; n < 11; n++) await asha.says(`link ${100_000 + n}`)
    await asha.hears(/Too many codes/)
    const tried = await world.graphql('mutation { spendLinkCode(code: "123456") { linked } }', {}, token)
    expect(tried.data).toEqual({ spendLinkCode: { linked: false } })
  })
})
