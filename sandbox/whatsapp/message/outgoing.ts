/** What the business may send: every type of message with Meta's limits. */
import { GraphError } from '../errors.ts'
import {
  all,
  anything,
  byField,
  type Check,
  distinct,
  list,
  number,
  object,
  oneOf,
  text,
  truth,
  webAddress,
} from './shape.ts'
import { templateMessage } from './template-message.ts'

const BODY = 1024
const EMOJI: readonly [RegExp, string] = [/\p{Extended_Pictographic}/u, 'emoji']
const LINE: readonly [RegExp, string] = [/[\n\r\t]/, 'line breaks or tabs']

/** `{ id }` of an upload or `{ link }`, exactly one. */
export const media =
  (optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, path) => {
    object({}, { id: text(200), link: webAddress, ...optional })(value, path)
    if ((value.id === undefined) === (value.link === undefined))
      throw new GraphError(131009, `${path} must have either id or link`)
  }

const caption = text(1024)
const header = byField('type', {
  text: object({ type: anything, text: text(60, { forbid: LINE }) }, { sub_text: text(60) }),
  image: object({ type: anything, image: media() }),
  video: object({ type: anything, video: media() }),
  document: object({ type: anything, document: media({ filename: text(240) }) }),
})
const footer = object({ text: text(60) })
const withBody = (most: number) => object({ text: text(most) })

const interactive =
  (action: Check, { body = BODY, headers = header }: { body?: number; headers?: Check } = {}): Check =>
  (value, path) =>
    object({ type: anything, body: withBody(body), action }, { header: headers, footer })(value, path)

const replyButton = object({
  type: oneOf('reply'),
  reply: object({ id: all(text(256), untrimmed), title: text(20, { forbid: LINE }) }),
})

function untrimmed(value: string, path: string): void {
  if (value !== value.trim()) throw new GraphError(131009, `${path} must not begin or end with a space`)
}

const row = object({ id: all(text(200), untrimmed), title: text(24, { forbid: LINE }) }, { description: text(72) })
const sections: Check = (value, path) => {
  list(object({ rows: list(row, 1, 10) }, { title: text(24, { forbid: LINE }) }), 1, 10)(value, path)
  const rows = value.flatMap((section: any) => section.rows)
  if (rows.length > 10)
    throw new GraphError(131009, `${path}: total row count exceed max allowed count: 10, there are ${rows.length}`)
  distinct('row id', (one) => one.id)(rows, path)
  for (const [index, section] of value.entries())
    if (value.length > 1 && !section.title)
      throw new GraphError(131008, `The parameter ${path}[${index}].title is required`)
}

const flowParameters = (value: any, path: string): void => {
  object(
    { flow_message_version: oneOf('3'), flow_cta: text(30, { forbid: EMOJI }) },
    {
      flow_id: text(200),
      flow_name: text(200),
      flow_token: text(1000),
      mode: oneOf('draft', 'published'),
      flow_action: oneOf('navigate', 'data_exchange'),
      flow_action_payload: object({ screen: text(200) }, { data: flowData }),
    },
  )(value, path)
  if ((value.flow_id === undefined) === (value.flow_name === undefined))
    throw new GraphError(131009, `${path} must have either flow_id or flow_name`)
}
const flowData: Check = (value, path) => {
  if (typeof value !== 'object' || Array.isArray(value) || Object.keys(value).length === 0)
    throw new GraphError(100, `${path} must be an object that is not empty`)
}

const interactives: Readonly<Record<string, Check>> = {
  button: interactive(
    object({
      buttons: all(
        list(replyButton, 1, 3),
        distinct('button id', (one) => one.reply.id),
        distinct('button title', (one) => one.reply.title),
      ),
    }),
  ),
  list: interactive(object({ button: text(20, { forbid: LINE }), sections }), {
    body: 4096,
    headers: byField('type', { text: object({ type: anything, text: text(60, { forbid: LINE }) }) }),
  }),
  cta_url: interactive(
    object({
      name: oneOf('cta_url'),
      parameters: object({ display_text: text(20, { forbid: LINE }), url: webAddress }),
    }),
  ),
  location_request_message: interactive(object({ name: oneOf('send_location') })),
  request_contact_info: interactive(object({ name: oneOf('request_contact_info') })),
  contact_request: interactive(object({ name: oneOf('contact_request', 'request_contact_info') })),
  flow: interactive(object({ name: oneOf('flow'), parameters: flowParameters })),
}

const contact = object(
  { name: object({ formatted_name: text(256) }, Object.fromEntries(nameParts())) },
  { addresses: anything, birthday: anything, emails: anything, org: anything, phones: anything, urls: anything },
)
function nameParts(): [string, Check][] {
  return ['first_name', 'last_name', 'middle_name', 'suffix', 'prefix'].map((part) => [part, text(256)])
}

const TYPES: Readonly<Record<string, Check>> = {
  text: object({ body: longText }, { preview_url: truth }),
  interactive: byField('type', interactives),
  document: media({ filename: text(240), caption }),
  image: media({ caption }),
  video: media({ caption }),
  audio: media({ voice: truth }),
  sticker: media(),
  location: object(
    { latitude: number(-90, 90), longitude: number(-180, 180) },
    { name: text(1000), address: text(1000) },
  ),
  contacts: list(contact, 1, 257),
  reaction: object({ message_id: text(300) }, { emoji: text(20, { least: 0 }) }),
  template: templateMessage,
}

function longText(value: unknown, path: string): void {
  if (typeof value === 'string' && [...value].length > 4096)
    throw new GraphError(100, `Param ${path} must be at most 4096 characters long.`)
  text(4096)(value, path)
}

const ENVELOPE = [
  'messaging_product',
  'recipient_type',
  'to',
  'recipient',
  'type',
  'context',
  'biz_opaque_callback_data',
  'recipient_identity_key_hash',
]

export interface Outgoing {
  readonly type: string
  /** Digits with the country code; null where the message goes to a user id. */
  readonly number: string | null
  readonly userId: string | null
  readonly quotes: string | null
  readonly callbackData: string | null
  readonly identityHash: string | null
}

/** A number without `+` gets the business's own country code before it, as Meta warns. */
function addressee(body: Record<string, any>, country: string): Pick<Outgoing, 'number' | 'userId'> {
  const { to, recipient } = body
  if (to === undefined && recipient === undefined) throw new GraphError(131008, 'The parameter to is required')
  if (to !== undefined) {
    const digits = typeof to === 'string' && /^\+?[\d ().-]+$/.test(to) ? to.replace(/\D/g, '') : ''
    const number = typeof to === 'string' && to.startsWith('+') ? digits : country + digits
    if (digits.length < 7 || number.length > 15)
      throw new GraphError(
        131009,
        'to must be a phone number with + and its country code; a user id goes into recipient',
      )
    return { number, userId: null }
  }
  if (typeof recipient !== 'string' || !/^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/.test(recipient))
    throw new GraphError(131009, 'recipient must be a business-scoped user id')
  return { number: null, userId: recipient }
}

/** Checks the body of `POST /<phone number id>/messages` that is a message; throws a GraphError that names the field. */
export function checkOutgoing(body: Record<string, any>, country: string): Outgoing {
  oneOf('whatsapp')(body.messaging_product, 'messaging_product')
  if (body.recipient_type !== undefined) oneOf('individual')(body.recipient_type, 'recipient_type')
  const type = body.type ?? 'text'
  if (typeof type !== 'string' || !Object.hasOwn(TYPES, type))
    throw new GraphError(100, `type must be one of {${Object.keys(TYPES).join(', ')}}`)
  for (const key of Object.keys(body))
    if (!ENVELOPE.includes(key) && key !== type) throw new GraphError(100, `Unexpected key "${key}"`)
  const { number, userId } = addressee(body, country)
  if (body[type] === undefined) throw new GraphError(131008, `The parameter ${type} is required`)
  TYPES[type]!(body[type], type)
  if (body.context !== undefined) object({ message_id: text(300) })(body.context, 'context')
  if (body.biz_opaque_callback_data !== undefined) {
    const check = text(512)
    check(body.biz_opaque_callback_data, 'biz_opaque_callback_data')
  }
  if (body.recipient_identity_key_hash !== undefined)
    text(200)(body.recipient_identity_key_hash, 'recipient_identity_key_hash')
  return {
    type,
    number,
    userId,
    quotes: body.context?.message_id ?? null,
    callbackData: body.biz_opaque_callback_data ?? null,
    identityHash: body.recipient_identity_key_hash ?? null,
  }
}

/** Every media object in a message, with the kind that it is sent as. */
export function mediaOf(
  message: Readonly<Record<string, any>>,
): { kind: string; id?: string; link?: string; path: string }[] {
  const kinds = ['document', 'image', 'video', 'audio', 'sticker']
  const found: { kind: string; id?: string; link?: string; path: string }[] = []
  const take = (holder: any, path: string) => {
    const kind = kinds.find((one) => typeof holder?.[one] === 'object' && holder[one])
    if (kind) found.push({ kind, id: holder[kind].id, link: holder[kind].link, path: `${path}${kind}` })
  }
  take(message, '')
  take(message.interactive?.header, 'interactive.header.')
  for (const component of message.template?.components ?? [])
    for (const parameter of component.parameters ?? []) take(parameter, 'template.components.')
  return found
}
