import { describe, expect, it } from '@jest/globals'
import { graphql } from 'graphql'
import { from, posted, signed, smallHub, smallMeta, text, until } from './host.ts'
import { channel, event, gateway, inAll, SERVICE } from './small-channel.ts'

describe('the channel', () => {
  it('answers each message of a burst in order, many people at once', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    await chat.comes(
      text('Day pass'),
      text('Asha', '919810000002'),
      text('Asha Devi'),
      text('Day pass', '919810000002'),
    )
    await chat.hears(/please check/)
    await chat.hears(/Your name/, '+919810000002')
    expect(chat.said()).toEqual([
      expect.stringMatching(/^Day pass\n.*\n\n\*Your name\*/),
      expect.stringMatching(/please check/),
    ])
  })

  it('says that the store does not work, from a message that it refuses to the next that it takes', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    const store = { name: 'store', ok: false, detail: 'the inbox could not be written' }
    const { channel: kept } = hub.host.store
    const { receive } = kept
    const post = chat.subgraph.routes.find(({ method }) => method === 'POST')!
    kept.receive = () => Promise.reject(new Error('database disk image is malformed'))
    const { status } = await post.handle(signed(posted({ messages: [text('hi')] })), {}, null)
    expect([status, await chat.subgraph.health()]).toEqual([503, [store]])
    kept.receive = receive
    await chat.comes(text('hi'))
    expect(await chat.subgraph.health()).toEqual([expect.objectContaining({ name: 'whatsapp' })])
  })

  it('files once what was said once, though the hub dies before it has answered', async () => {
    await using meta = await smallMeta()
    const hub = await smallHub()
    const shared = gateway()
    const first = await channel(hub, meta, shared)
    await first.comes(text('Day pass'))
    await first.hears(/Your name/)
    await first.comes(text('Asha'))
    await first.hears(/please check/)
    const id = meta.sent.at(-1).interactive.action.buttons[0].reply.id
    let dies = () => {}
    hub.answer(async (asked) => {
      shared.answer(asked)
      await new Promise<void>((resolve) => {
        dies = resolve
      })
      return { data: null }
    })
    await first.comes(
      from({ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title: 'Send' } } }),
    )
    await until('the filing', () => shared.filed.size === 1)
    await hub.host.store.close()
    const after = await hub.again()
    const second = await channel(after, meta, shared)
    expect(await second.hears(/Received|could not be sent/)).toMatch(/^Received: DWR-2026-000001/)
    await second.subgraph.stop()
    dies()
    await first.subgraph.stop()
    expect(shared.filed.size).toBe(1)
    await after[Symbol.asyncDispose]()
  })

  it('tells each event once, in the chat’s language, and nobody who never wrote', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    await chat.comes(text('नमस्ते'))
    await chat.hears(/द्वार/)
    const citizen = await hub.host.citizens.ofChat({ mobile: '+919810012345' })
    hub.happens(event('citizen-unknown', 1))
    hub.happens(event(citizen, 2))
    await chat.hears(/DWR-2026-000009: जाँच हो रही है/)
    expect(await hub.host.store.channel.cursor('whatsapp')).toBe('DWR-2026-000009.2')
    expect(meta.sent).toHaveLength(2)
  })

  it('takes an answer for one to the question that was put, though its time stands still', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    const [name] = SERVICE.questions
    const words = { hint: null, example: null, block: null }
    const two = {
      ...SERVICE,
      questions: [name!, { ...name!, path: 'father' }],
      ...inAll('questions', [
        { ...words, label: 'Your name' },
        { ...words, label: 'Name of your father' },
      ]),
    }
    await using chat = await channel(hub, meta, gateway(two))
    const old = { timestamp: '1749416383' }
    await chat.comes({ ...text('Day pass'), ...old })
    await chat.hears(/Your name/)
    await chat.comes({ ...text('Asha'), ...old })
    await chat.hears(/Name of your father/)
    await chat.comes({ ...text('Ramesh'), ...old })
    expect(await chat.hears(/please check/)).toMatch(/Your name: Asha\nName of your father: Ramesh/)
  })

  it('obeys the words below a picture, and takes none of them for a name', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    const picture = (caption: string) =>
      from({ type: 'image', image: { id: '42', mime_type: 'image/jpeg', sha256: 'x', caption } })
    await chat.comes(text('Day pass'))
    await chat.hears(/Your name/)
    await chat.comes(picture('Asha at home'))
    await chat.hears(/No file is needed here|No paper is asked for here/)
    await chat.comes(picture('cancel'))
    await chat.hears(/file was not used\.\n\nCancelled\./)
  })

  it('sends a certificate as a file whose caption says where to check it', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    await chat.comes(text('hi'))
    await chat.hears(/Dwar/)
    const citizen = await hub.host.citizens.ofChat({ mobile: '+919810012345' })
    hub.happens(
      event(
        citizen,
        1,
        { status: 'CERTIFIED', name: 'certified' },
        { certificate: { code: '7KQ2', url: 'http://hub.test/certificates/7KQ2' } },
      ),
    )
    expect(await chat.hears(/verify/)).toMatch(/Day pass, DWR-2026-000009: .*http:\/\/hub\.test\/verify\/7KQ2/)
    expect(meta.sent.at(-1)).toMatchObject({
      type: 'document',
      document: { id: expect.any(String), filename: 'DWR-2026-000009.pdf' },
    })
  })

  it('says no more than reference and status of what is not linked to the chat', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    await chat.comes(text('hi'))
    await chat.hears(/Dwar/)
    const citizen = await hub.host.citizens.ofChat({ mobile: '+919810012345' })
    hub.happens(event(citizen, 1, { status: 'REJECTED', reason: 'The name differs.' }, { restricted: true }))
    expect(await chat.hears(/DWR-2026-000009/)).toBe('Application DWR-2026-000009: Refused.')
  })

  it('takes the next answer for what the department asks', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    const answers: any[] = []
    const own = gateway()
    await using chat = await channel(hub, meta, {
      ...own,
      answer(asked) {
        if (!asked.operation.startsWith('mutation Answer')) return own.answer(asked)
        answers.push(asked.variables)
        return { data: { answerAction: { __typename: 'Application', reference: asked.variables.reference } } } as any
      },
    })
    await chat.comes(text('hi'))
    await chat.hears(/Dwar/)
    const citizen = await hub.host.citizens.ofChat({ mobile: '+919810012345' })
    const action = {
      kind: 'ANSWER',
      text: 'In which hospital was the child born?',
      due: '2026-03-09',
      place: null,
      question: {
        path: 'answer',
        label: 'In which hospital was the child born?',
        hint: null,
        example: null,
        block: null,
        type: 'TEXT',
        scalar: 'String',
        required: true,
        when: null,
        minimum: null,
        maximum: 1000,
        pattern: null,
        accepts: null,
        live: false,
        facts: null,
      },
    }
    hub.happens(event(citizen, 1, { status: 'ACTION_REQUIRED', name: 'action-required' }, { action }))
    expect(await chat.hears(/hospital/)).toBe(
      'Day pass, DWR-2026-000009: the office needs something from you.\nPlease answer by 9 March 2026.\n*In which hospital was the child born?*',
    )
    await chat.comes(text('Hindu Rao'))
    await chat.hears(/was sent to the office/)
    expect(answers).toEqual([{ reference: 'DWR-2026-000009', answer: 'Hindu Rao' }])
  })

  it('is silent to reactions, and says what it can read of everything else', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    await chat.comes(from({ type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } }))
    const unread = ['audio', 'sticker', 'video', 'location', 'contacts', 'order', 'unsupported', 'something new']
    for (const type of unread) await chat.comes(from({ type, [type]: { id: '1' } }))
    await until('all answers', () => chat.said().length === unread.length)
    expect(new Set(chat.said().map((line) => line.split('\n')[0]))).toEqual(
      new Set(['I can read text, photos and PDF files only.']),
    )
  })

  it('stops when asked to, and begins again when the citizen writes', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    await chat.comes(text('stop'))
    await chat.hears(/not write to you any more/)
    const citizen = await hub.host.citizens.ofChat({ mobile: '+919810012345' })
    hub.happens(event(citizen, 1))
    await until('the event', async () => (await hub.host.store.channel.cursor('whatsapp')) === 'DWR-2026-000009.1')
    await chat.comes(text('hi'))
    await chat.hears(/Hello/)
    hub.happens(event(citizen, 2))
    await chat.hears(/being checked/)
    expect(chat.said()).toHaveLength(3)
  })

  it('follows a citizen to a new number, and gives nothing of theirs to a new holder of the old one', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    const contact = (user_id: string, wa_id: string) => ({ contacts: [{ wa_id, user_id, profile: { name: 'Asha' } }] })
    const post = chat.subgraph.routes.find((route) => route.method === 'POST')!
    const comes = (message: object, contacts: object) =>
      post.handle(signed(posted({ ...contacts, messages: [message] })), {}, null)
    await comes({ ...text('Day pass'), from_user_id: 'IN.1' }, contact('IN.1', '919810012345'))
    await chat.hears(/Your name/)
    const asha = await hub.host.citizens.ofChat({ userId: 'IN.1' })
    await comes(
      from({
        type: 'system',
        system: { type: 'user_changed_number', wa_id: '919810099999', user_id: 'IN.2', previous_user_id: 'IN.1' },
      }),
      {},
    )
    await until('the move', async () => (await hub.host.citizens.ofChat({ mobile: '+919810099999' })) === asha)
    await comes({ ...text('Asha', '919810099999'), from_user_id: 'IN.2' }, contact('IN.2', '919810099999'))
    await chat.hears(/please check/, '+919810099999')
    await comes({ ...text('hi'), from_user_id: 'IN.3' }, contact('IN.3', '919810012345'))
    await chat.hears(/Hello/)
    expect(await hub.host.citizens.ofChat({ mobile: '+919810012345' })).not.toBe(asha)
  })

  it('shows a chat to its citizen and to operators, and to nobody else', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await channel(hub, meta)
    await chat.comes(text('Day pass'))
    await chat.hears(/Your name/)
    const id = await hub.host.citizens.ofChat({ mobile: '+919810012345' })
    const read = (principal: any) =>
      graphql({
        schema: chat.subgraph.schema,
        source: `{ _entities(representations: [{ __typename: "Citizen", id: "${id}" }]) { ... on Citizen { conversation(first: 1) { edges { node { direction text } cursor } pageInfo { hasNextPage } } } } }`,
        contextValue: chat.subgraph.context(principal, {}),
      })
    const own = (await read({ kind: 'citizen', citizen: { id }, scopes: [] })) as any
    expect(own.data._entities[0].conversation).toMatchObject({
      edges: [{ node: { direction: 'OUT', text: expect.stringMatching(/Your name/) } }],
      pageInfo: { hasNextPage: true },
    })
    expect(
      ((await read({ kind: 'operator', client: 'clerk', scopes: ['operations'] })) as any).data._entities[0]
        .conversation.edges,
    ).toHaveLength(1)
    expect(
      (await read({ kind: 'citizen', citizen: { id: 'citizen-other' }, scopes: [] })).errors?.[0]?.extensions?.code,
    ).toBe('FORBIDDEN')
    expect((await read(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })
})
