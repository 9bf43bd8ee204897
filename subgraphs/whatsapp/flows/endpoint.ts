/** Where WhatsApp asks for the screens of a form, encrypted as Meta has it. */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { LanguageCode } from '../../../vocabulary/catalogue.ts'
import type { Host, Route } from '../../subgraph.ts'
import { openChat, sealChat } from '../chat.ts'
import { bodyOf, isSigned } from '../signed.ts'
import type { Turns } from '../turns.ts'
import type { Wording } from '../wording.ts'
import type { Worlds } from '../world.ts'
import { NotDecrypted, type OpenedRequest, openRequest } from './encryption.ts'
import { type Filled, filled, opened } from './filling.ts'
import { flowName } from './flow-json.ts'
import { DATA_API_VERSION } from './limits.ts'
import { type FormToken, openToken } from './token.ts'

export const PATH = '/webhooks/whatsapp/flows'
/** A screen of texts is small. */
const BODY_BYTES = 1024 * 1024
const CONFLICTS = 20
/** Bits of the key that Meta takes. */
const KEY_BITS = 2048

/** Meta's codes for the client: it fetches the key anew; the form is void; the signature does not fit. */
const STATUS = { notDecrypted: 421, void: 427, signature: 432 } as const

export interface EndpointOptions {
  readonly host: Host
  readonly wording: Wording
  readonly worldOf: Worlds
  readonly turns: Turns
  readonly appSecret: string
  readonly privateKey: KeyObject
}

/** The key in PEM, or in the file that is named. Throws with what was expected where it is none. */
export function privateKeyOf(value: string): KeyObject {
  const wanted = 'WHATSAPP_FLOWS_PRIVATE_KEY is an RSA key of 2048 bits in PEM, or the name of a file that holds one'
  if (!value) throw new Error(`${wanted}; it is not set, and WHATSAPP_FLOWS is on`)
  const isPem = value.includes('-----BEGIN')
  if (!isPem && !existsSync(value)) throw new Error(`${wanted}; there is no such file`)
  let key: KeyObject
  try {
    key = createPrivateKey(isPem ? value.replaceAll('\\n', '\n') : readFileSync(value, 'utf8'))
  } catch (error) {
    throw new Error(`${wanted}; it cannot be read`, { cause: error })
  }
  if (key.asymmetricKeyType !== 'rsa' || key.asymmetricKeyDetails?.modulusLength !== KEY_BITS)
    throw new Error(`${wanted}; it is another kind of key`)
  return key
}

const plain = (status: number, body: string): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

export function flowRoutes({
  host,
  wording,
  worldOf,
  turns,
  appSecret,
  privateKey,
}: EndpointOptions): readonly Route[] {
  const { store, log } = host

  /** The phone shows the sentence, and opens this form no more. */
  const isVoid = (language: LanguageCode): Response =>
    new Response(JSON.stringify({ error_msg: wording.say(language, 'form-void') }), {
      status: STATUS.void,
      headers: { 'content-type': 'application/json' },
    })

  /** Does to the chat what the request asks, in its turn. */
  async function step(token: FormToken, payload: OpenedRequest['payload']): Promise<Filled> {
    const { citizen } = token
    const action = payload.action
    const screen = typeof payload.screen === 'string' ? payload.screen : ''
    const data = typeof payload.data === 'object' && payload.data !== null ? payload.data : {}
    return turns.run(citizen, async () => {
      for (let i = 0; i < CONFLICTS; i++) {
        const kept = await store.channel.chat(citizen)
        if (!kept) return { is: 'void' }
        const vault = await host.vaultOf(citizen, kept.address)
        const chat = openChat(kept, citizen, vault)
        const world = await worldOf(token.id)
        const service = chat.state.draft && world.catalogue.service(chat.state.draft.service)
        // a form that has changed since has other screens
        if (!service || flowName(service, token.language, wording) !== token.flow) return { is: 'void' }
        // the form speaks as it was opened, whatever the chat has been changed to
        const state = { ...chat.state, language: token.language }
        const outcome =
          action === 'data_exchange'
            ? filled(state, world, token, screen, data as Record<string, unknown>)
            : opened(state, world, token, action === 'BACK' ? screen : undefined)
        if (outcome.is === 'void' || outcome.state === state) return outcome
        const { language } = chat.state
        if (await store.channel.commit({ chat: sealChat({ ...chat, state: { ...outcome.state, language } }, vault) })) {
          if (outcome.is === 'shown')
            for (const { name, details } of outcome.records ?? []) await host.record(name, citizen, details)
          return outcome
        }
      }
      throw new Error('a chat changed too often while its form was filled')
    })
  }

  async function answer(payload: OpenedRequest['payload']): Promise<object | Response> {
    if (payload.action === 'ping') return { data: { status: 'active' } }
    const failure = (payload.data as any)?.error
    if (failure !== undefined) {
      log.warn('a form could not show what it was answered', {
        error: typeof failure === 'string' && /^[\w-]{1,60}$/.test(failure) ? failure : 'other',
      })
      return { data: { acknowledged: true } }
    }
    const token = openToken(host, payload.flow_token)
    if (!token) return isVoid('en')
    const outcome = await step(token, payload)
    switch (outcome.is) {
      case 'void':
        return isVoid(token.language)
      case 'sent':
        return {
          version: DATA_API_VERSION,
          screen: 'SUCCESS',
          data: { extension_message_response: { params: { flow_token: payload.flow_token, form: outcome.key } } },
        }
      case 'shown':
        return { version: DATA_API_VERSION, screen: outcome.screen, data: outcome.data }
    }
  }

  return [
    {
      method: 'POST',
      path: PATH,
      async handle(request) {
        const raw = await bodyOf(request, BODY_BYTES)
        if (!raw) return plain(413, 'too large')
        if (!isSigned(request, raw, appSecret)) return plain(STATUS.signature, 'the signature does not fit')
        let asked: OpenedRequest
        try {
          asked = openRequest(JSON.parse(raw.toString('utf8')) ?? {}, privateKey)
        } catch (error) {
          if (error instanceof NotDecrypted) log.warn('a request of a form is not for this key')
          return plain(STATUS.notDecrypted, 'it cannot be decrypted')
        }
        try {
          const given = await answer(asked.payload)
          return given instanceof Response ? given : plain(200, asked.seal(given))
        } catch (error) {
          log.error('a form could not be answered', error)
          return plain(500, 'try again')
        }
      },
    },
  ]
}
