/** Each error of Meta's list, and what becomes of the message that it refuses. */
import { describe, expect, it } from '@jest/globals'
import { NOWHERE } from '../../../subgraphs/whatsapp/chat.ts'
import { cloudApi } from '../../../subgraphs/whatsapp/sending/cloud-api.ts'
import { REMEDIES, remedyOf, UNREACHED } from '../../../subgraphs/whatsapp/sending/send-errors.ts'
import { NUMBER, type SmallHub, type SmallMeta, smallHub, smallMeta, until } from '../host.ts'
import { HOUR, news, post, say, template } from './outbox.ts'

const MINUTE = 60_000

type Chat = Awaited<ReturnType<typeof post>>
interface Scene {
  readonly code: number
  readonly meta: SmallMeta
  readonly hub: SmallHub
  readonly chat: Chat
}
const note = async ({ chat }: Scene, attempts = 1) => {
  const found = await until('it is refused', async () => {
    const row = await chat.row('n1')
    return row.attempts >= attempts && row
  })
  return { state: found.state, note: found.note }
}
const waits = async (scene: Scene) => expect(await note(scene)).toEqual({ state: 'owed', note: String(scene.code) })
const arrives = async (scene: Scene, after: number) => {
  scene.hub.advance(after)
  await scene.chat.settled('n1')
}
/** A notice is refused with the code; then this. */
const OUTCOMES: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'is tried again with backoff': async (scene) => {
    await waits(scene)
    await arrives(scene, 2000)
  },
  'leaves this person alone until their tokens are back': async (scene) => {
    await waits(scene)
    await arrives(scene, MINUTE)
  },
  'goes as its template, and the window is known to be closed': async (scene) => {
    await scene.chat.settled('n1')
    expect(scene.meta.sent).toEqual([expect.objectContaining({ type: 'template', template })])
    expect((await scene.chat.channel.chat('asha'))!.windowUntil).toBe(0)
  },
  'is tried ever later, and is then a person’s': async (scene) => {
    scene.meta.next(...Array(4).fill(scene.code))
    for (const [tries, pause] of [MINUTE, HOUR, 6 * HOUR, 24 * HOUR].entries()) {
      expect(await note(scene, tries + 1)).toMatchObject({ state: 'owed' })
      scene.hub.advance(pause)
    }
    expect(await note(scene, 5)).toEqual({ state: 'parked', note: String(scene.code) })
  },
  'is tried once more, and is then a person’s': async (scene) => {
    scene.meta.next(scene.code)
    await waits(scene)
    scene.hub.advance(2000)
    expect(await note(scene, 2)).toEqual({ state: 'parked', note: String(scene.code) })
  },
  'waits until Meta says that its template may be sent': async (scene) => {
    await until('the template is held', () => scene.chat.holds.of('template application_update en'))
    expect((await scene.chat.row('n1')).state).toBe('owed')
    scene.hub.advance(5 * MINUTE)
    await scene.chat.account.take('message_template_status_update', {
      event: 'UNPAUSE',
      message_template_name: template.name,
      message_template_language: 'en',
    })
    scene.hub.advance(5 * MINUTE)
    await scene.chat.settled('n1')
  },
  'waits with all that the hub begins, while answers go on': async (scene) => {
    await until('the trouble', async () => (await scene.chat.sending.trouble()) === String(scene.code))
    scene.hub.advance(2000)
    await scene.chat.owes('r1', say('an answer'))
    await scene.chat.settled('r1')
    expect((await scene.chat.row('n1')).state).toBe('owed')
    await arrives(scene, HOUR)
    expect(await scene.chat.sending.trouble()).toBeNull()
  },
  'waits with everything until an operator has acted': async (scene) => {
    await until('the trouble', async () => (await scene.chat.sending.trouble()) === String(scene.code))
    await scene.chat.owes('r1', say('an answer'))
    expect((await scene.chat.row('r1')).state).toBe('owed')
    await arrives(scene, MINUTE)
    await scene.chat.settled('r1')
    expect(await scene.chat.sending.trouble()).toBeNull()
  },
  'asks for the number, and waits for it': async (scene) => {
    expect(await note(scene)).toEqual({ state: 'parked', note: String(scene.code) })
    const asks = () => scene.meta.sent.filter(({ interactive }) => interactive?.type === 'request_contact_info')
    await until('the number is asked for', () => asks().length)
    expect(asks()).toEqual([expect.objectContaining({ recipient: 'IN.1' })])
    // once a day, whatever else is refused
    scene.meta.next(scene.code)
    await scene.chat.owes('n2', news('the next'), 'notice')
    await scene.chat.settled('n2', 'parked')
    expect(asks()).toHaveLength(1)
  },
  'is a person’s at once, and what comes behind it goes': async (scene) => {
    await scene.chat.owes('n2', news('the next'), 'notice')
    await scene.chat.settled('n2')
    expect(await note(scene)).toEqual({ state: 'parked', note: String(scene.code) })
  },
}
/** Whom it is written to; a number mostly. */
const ADDRESSES: Readonly<Record<string, { readonly mobile: string | null; readonly userId?: string }>> =
  Object.fromEntries(
    Object.keys(OUTCOMES).map((outcome) => [
      outcome,
      outcome.startsWith('asks for the number') ? { mobile: null, userId: 'IN.1' } : { mobile: '+919810012345' },
    ]),
  )
const AGAIN = 'is tried again with backoff'
const HALT = 'waits with everything until an operator has acted'
const PARK = 'is a person’s at once, and what comes behind it goes'
const HELD = 'waits until Meta says that its template may be sent'
const ONCE = 'is tried once more, and is then a person’s'

const TABLE: readonly [code: number, meaning: string, outcome: string][] = [
  [130429, 'throughput of the number', AGAIN],
  [131056, 'pair rate', 'leaves this person alone until their tokens are back'],
  [4, 'call rate of the app', AGAIN],
  [80007, 'call rate of the account', AGAIN],
  [131048, 'spam limit after blocks and reports', 'waits with all that the hub begins, while answers go on'],
  [131047, 'window closed', 'goes as its template, and the window is known to be closed'],
  [131026, 'undeliverable', 'is tried ever later, and is then a person’s'],
  [131049, 'marketing cap', PARK],
  [131050, 'marketing stopped', PARK],
  [130472, 'marketing experiment', PARK],
  [131062, 'not possible to a business-scoped id', 'asks for the number, and waits for it'],
  [137000, 'identity hash differs', PARK],
  [131051, 'unsupported type', PARK],
  [131052, 'media not fetched', ONCE],
  [131053, 'media not loaded', ONCE],
  [33, 'number gone', PARK],
  [100, 'bad parameter', PARK],
  [131008, 'parameter missing', PARK],
  [131009, 'parameter not valid', PARK],
  [131021, 'sender is recipient', PARK],
  [132000, 'count of parameters', PARK],
  [132005, 'template too long', PARK],
  [132012, 'form of parameters', PARK],
  [132018, 'parameter not valid', PARK],
  [132001, 'template or language missing or not approved', HELD],
  [132007, 'template against policy', HELD],
  [132015, 'template paused', HELD],
  [132016, 'template disabled', PARK],
  [132068, 'Flow blocked', PARK],
  [132069, 'Flow limited', AGAIN],
  [1, 'unknown', AGAIN],
  [2, 'down', AGAIN],
  [131000, 'something went wrong', AGAIN],
  [131016, 'overloaded', AGAIN],
  [131057, 'number in maintenance', AGAIN],
  [133004, 'server unavailable', AGAIN],
  [0, 'no authentication', HALT],
  [190, 'token expired', HALT],
  [3, 'capability', HALT],
  [10, 'permission', HALT],
  [200, 'permission', HALT],
  [299, 'permission', HALT],
  [131005, 'access denied', HALT],
  [368, 'blocked for policy', HALT],
  [130497, 'barred country', HALT],
  [131031, 'account locked', HALT],
  [131037, 'display name', HALT],
  [131042, 'payment', HALT],
  [131045, 'certificate', HALT],
  [133010, 'not registered', HALT],
]

describe('a notice that Meta refuses with', () => {
  it.each(TABLE)('%i (%s) %s', async (code, _, outcome) => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url, { address: { ...NOWHERE, ...ADDRESSES[outcome] } })
    meta.next(code)
    await chat.owes('n1', news('ready'), 'notice')
    await OUTCOMES[outcome]!({ code, meta, hub, chat })
  })

  it('any code that the sender knows stands in this table', () => {
    const known = Object.values(REMEDIES).flat()
    expect(
      TABLE.map(([code]) => code)
        .filter((code) => code < 200 || code > 299)
        .sort(),
    ).toEqual([...known].sort())
  })
})

describe('a code that is not listed', () => {
  it.each([
    [429, 'slower'],
    [401, 'halt'],
    [403, 'halt'],
    [500, 'again'],
    [503, 'again'],
    [400, 'park'],
  ])('is judged by the HTTP status %i: %s', (status, remedy) => {
    expect(remedyOf(999_999, status)).toBe(remedy)
  })
})

describe('a refusal without a code', () => {
  it.each([
    [429, 'slower'],
    [401, 'halt'],
    [403, 'halt'],
    [404, 'halt'],
    [400, 'once'],
    [413, 'once'],
    [502, 'again'],
  ])('is judged by the HTTP status %i: %s', (status, remedy) => {
    expect(remedyOf(null, status)).toBe(remedy)
  })

  it.each(['<html>Bad</html>', '{"error":{"message":"x"}}'])(
    'is of that message alone: it goes once more, is a person’s then, and goes when they write again: %s',
    async (body) => {
      await using meta = await smallMeta()
      await using hub = await smallHub()
      await using chat = await post(hub, meta.url)
      meta.next({ status: 400, body }, { status: 400, body })
      await chat.owes('n1', news('ready'), 'notice')
      await until('it is refused', async () => (await chat.row('n1')).attempts === 1)
      expect(await chat.sending.trouble()).toBeNull()
      hub.advance(2000)
      expect(await chat.settled('n1', 'parked')).toMatchObject({ note: 'no-code' })
      await chat.owes('r1', say('an answer'))
      await chat.settled('r1')
      expect(UNREACHED).toContain('no-code')
    },
  )

  it('of one that is said to have failed is of that message alone', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    await chat.owes('n1', news('ready'), 'notice')
    await chat.settled('n1')
    await chat.receipts.take('status:1', { id: 'wamid.out.1', status: 'failed' })
    expect([(await chat.row('n1')).state, await chat.sending.trouble()]).toEqual(['owed', null])
  })

  it('says all the same how long to wait', async () => {
    await using meta = await smallMeta()
    meta.next({ status: 429, body: 'Too many', retryAfter: '20' })
    const api = cloudApi({ url: meta.url, phoneNumberId: NUMBER, accessToken: 'token' })
    await expect(api.send({})).rejects.toMatchObject({ code: null, status: 429, retryAfter: 20_000 })
  })
})

describe('a pair rate that is reached', () => {
  it('holds this person’s answers too, for 4^X seconds', async () => {
    await using meta = await smallMeta()
    await using hub = await smallHub()
    await using chat = await post(hub, meta.url)
    meta.next(131056)
    await chat.owes('n1', news('ready'), 'notice')
    await until('it is refused', async () => (await chat.row('n1')).attempts === 1)
    await chat.owes('r1', say('an answer'))
    expect(meta.calls).toHaveLength(1)
    hub.advance(1000)
    await chat.settled('r1')
  })
})
