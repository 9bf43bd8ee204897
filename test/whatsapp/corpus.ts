/** What Meta may post, type by type: as its pages show it, and as no page shows it. */
export interface Posting {
  readonly name: string
  readonly message: object
  /** What the citizen hears; null where it is kept, and nothing is said. */
  readonly hears: RegExp | null
}

const MENU = /^Hello!.*write what you need/
/** What can be read, and the menu. */
const CANNOT = /^I can read text, photos and PDF files only\.\n\nHello!/

const media = {
  id: '1',
  mime_type: 'image/jpeg',
  sha256: 'LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=',
  url: 'https://lookaside.fbsbx.com/x',
}
const context = { from: '15550783881', id: 'wamid.out.1' }
const answered = (name: string, message: object, hears = MENU): Posting => ({ name, message, hears })
const unread = (name: string, message: object): Posting => answered(name, message, CANNOT)
const unseen = (name: string, message: object): Posting =>
  answered(name, message, /^I cannot see what you changed in a message\. [^\n]*\n\nHello!/)
const unasked = (name: string, message: object): Posting =>
  answered(name, message, /^No paper is asked for here, so this file was not used\.\n\nHello!/)
const kept = (name: string, message: object): Posting => ({ name, message, hears: null })

/** Types that Meta describes. */
export const DESCRIBED: readonly Posting[] = [
  answered('text', { type: 'text', text: { body: 'hi' } }),
  answered('a forwarded text', { type: 'text', text: { body: 'hi' }, context: { forwarded: true } }),
  answered('a text forwarded often', { type: 'text', text: { body: 'hi' }, context: { frequently_forwarded: true } }),
  answered('a quoting text', { type: 'text', text: { body: 'hi' }, context }),
  answered('a text from an advertisement', {
    type: 'text',
    text: { body: 'hi' },
    referral: {
      source_url: 'https://fb.me/x',
      source_id: '1',
      source_type: 'ad',
      headline: 'x',
      body: 'y',
      ctwa_clid: 'z',
    },
  }),
  answered('a text about a product', {
    type: 'text',
    text: { body: 'hi' },
    context: { ...context, referred_product: { catalog_id: '1', product_retailer_id: '2' } },
  }),
  unasked('image', { type: 'image', image: { ...media, caption: 'my photo' } }),
  unread('video', { type: 'video', video: { ...media, mime_type: 'video/mp4' } }),
  unasked('document', { type: 'document', document: { ...media, mime_type: 'application/pdf', filename: 'a.pdf' } }),
  unread('a recording', { type: 'audio', audio: { ...media, mime_type: 'audio/ogg; codecs=opus', voice: true } }),
  unread('a sound file', { type: 'audio', audio: { ...media, mime_type: 'audio/mpeg', voice: false } }),
  unread('sticker', { type: 'sticker', sticker: { ...media, mime_type: 'image/webp', animated: false } }),
  unread('location', { type: 'location', location: { latitude: 28.6, longitude: 77.2 } }),
  unread('a chosen place', {
    type: 'location',
    location: { latitude: 28.6, longitude: 77.2, name: 'x', address: 'y' },
  }),
  unread('contacts', {
    type: 'contacts',
    contacts: [
      { name: { formatted_name: 'R' }, phones: [{ phone: '+91 98', wa_id: '9198', type: 'CELL' }], origin: 'other' },
    ],
  }),
  unread('a contact that was asked for', {
    type: 'contacts',
    contacts: [{ name: { formatted_name: 'R' }, phones: [{ phone: '+91 98' }], origin: 'contact_request' }],
  }),
  answered('a button of ours', {
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: 'menu', title: 'Menu' } },
    context,
  }),
  answered('a button of another age', {
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: 'q7:yes', title: 'Yes' } },
    context,
  }),
  answered(
    'a row of a list',
    {
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'start|office.pass', title: 'Day pass', description: 'x' } },
      context,
    },
    /^Day pass\n[\s\S]*\*Your name\*/,
  ),
  unread('a Flow', {
    type: 'interactive',
    interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"x"}' } },
    context,
  }),
  ...['no JSON', 'null', '[]', '{"form":7}', '{"form":""}'].map((response_json) =>
    unread(`a Flow that answers ${response_json}`, {
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json } },
    }),
  ),
  answered(
    'a form of ours whose draft is gone',
    {
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{"form":"0123456789"}' } },
    },
    /closed now/,
  ),
  answered(
    'a quick reply of a template',
    { type: 'button', button: { payload: 'status', text: 'Status' }, context },
    /no applications yet/,
  ),
  answered(
    'a quick reply of a template that says its words only',
    { type: 'button', button: { payload: 'Stop', text: 'Stop' }, context },
    /not write to you any more/,
  ),
  unread('order', {
    type: 'order',
    order: {
      catalog_id: '1',
      text: 'x',
      product_items: [{ product_retailer_id: '1', quantity: 1, item_price: 1, currency: 'INR' }],
    },
  }),
  kept('reaction', { type: 'reaction', reaction: { message_id: 'wamid.out.1', emoji: '👍' } }),
  kept('a reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.out.1' } }),
  kept('a system message of another kind', {
    type: 'system',
    system: { type: 'customer_identity_changed', body: 'x' },
  }),
  unseen('an edit that is not carried', {
    type: 'unsupported',
    errors: [{ code: 131051, title: 'Message type unknown', message: 'x', error_data: { details: 'y' } }],
    unsupported: { type: 'edit' },
  }),
  unread('a file too large for WhatsApp', {
    type: 'unsupported',
    errors: [{ code: 131052, title: 'Media download error' }],
  }),
  unseen('edit', {
    type: 'edit',
    edit: { original_message_id: 'wamid.1', message: { type: 'text', text: { body: 'hello' } } },
  }),
  unseen('an edit of a photo', {
    type: 'edit',
    edit: { original_message_id: 'wamid.1', message: { type: 'image', image: media, context } },
  }),
  unread('a poll', {
    type: 'unsupported',
    errors: [{ code: 131051, title: 'Message type unknown' }],
    unsupported: { type: 'poll' },
  }),
  unread('contacts with a card', {
    type: 'contacts',
    contacts: [{ name: { formatted_name: 'R' }, phones: [{ phone: '+91 98' }], vcard: 'BEGIN:VCARD', origin: 'other' }],
  }),
  kept('a system message: another number', {
    type: 'system',
    system: {
      type: 'user_changed_number',
      body: 'x',
      wa_id: '919899999901',
      user_id: 'IN.2',
      previous_user_id: 'IN.1',
    },
  }),
  kept('a system message: another user id', {
    type: 'system',
    system: { type: 'user_changed_user_id', body: 'x', user_id: 'IN.4', previous_user_id: 'IN.3' },
  }),
  kept('revoke', { type: 'revoke', revoke: { original_message_id: 'wamid.1' } }),
]

/** An object that refuses to be read as text. */
const stubborn = { toString: 1, valueOf: 1 }
/** What no page shows. */
export const ABSURD: readonly Posting[] = [
  unread('a type that is new', { type: 'hologram', hologram: { depth: 3 } }),
  unread('no type', {}),
  unread('a type that is no word', { type: 5 }),
  unread('a type that is an object', { type: stubborn }),
  unread('a type that every object has', { type: 'constructor' }),
  unread('a type that is a prototype', { type: '__proto__' }),
  unread('a text without its object', { type: 'text' }),
  unread('a text that is none', { type: 'text', text: { body: stubborn } }),
  answered('an empty text', { type: 'text', text: { body: '' } }),
  answered('a text of half a character', { type: 'text', text: { body: '\ud800' } }),
  answered('a text of zeros', { type: 'text', text: { body: '\u0000\u0000' } }),
  answered(
    'a text of a million letters',
    { type: 'text', text: { body: 'x'.repeat(1_000_000) } },
    /^I do not have that here\./,
  ),
  answered('a text of 4,096 emoji', { type: 'text', text: { body: '🙏'.repeat(4096) } }),
  answered('a text within a hundred lists', {
    type: 'text',
    text: { body: 'hi', more: JSON.parse('['.repeat(100) + ']'.repeat(100)) },
  }),
  answered('an id that is an object', { type: 'text', text: { body: 'hi' }, id: stubborn }),
  answered('an empty id', { type: 'text', text: { body: 'hi' }, id: '' }),
  answered('an id of a hundred thousand letters', { type: 'text', text: { body: 'hi' }, id: 'x'.repeat(100_000) }),
  answered('a time next year', {
    type: 'text',
    text: { body: 'hi' },
    timestamp: String(Math.floor(Date.now() / 1000) + 31_536_000),
  }),
  answered('a time that is no number', { type: 'text', text: { body: 'hi' }, timestamp: 'soon' }),
  answered('a time that is an object', { type: 'text', text: { body: 'hi' }, timestamp: stubborn }),
  answered('a time before all times', { type: 'text', text: { body: 'hi' }, timestamp: '-1' }),
  unread('a photo without an id', { type: 'image', image: { mime_type: 'image/jpeg' } }),
  unread('a photo that is a list', { type: 'image', image: [1, 2] }),
  unasked('a document with odd particulars', {
    type: 'document',
    document: { id: '../..', filename: stubborn, mime_type: [] },
  }),
  unread('a press without an id', { type: 'interactive', interactive: { type: 'button_reply', button_reply: {} } }),
  unread('a press that is null', { type: 'interactive', interactive: null }),
  answered('a press whose title is an object', {
    type: 'interactive',
    interactive: { button_reply: { id: 'menu', title: stubborn } },
  }),
  answered('a press with an id of a hundred thousand letters', {
    type: 'interactive',
    interactive: { button_reply: { id: 'x|'.repeat(50_000), title: 'x' } },
  }),
  answered('a quick reply that is none', { type: 'button', button: { payload: 5, text: stubborn } }),
  answered('a context that is a number', { type: 'text', text: { body: 'hi' }, context: 5 }),
  kept('a system message without its object', { type: 'system' }),
  kept('a move to nowhere', { type: 'system', system: { type: 'user_changed_number' } }),
  kept('a move to no number', {
    type: 'system',
    system: { type: 'user_changed_number', wa_id: 'x', user_id: stubborn },
  }),
]

/** Statuses that ask for nothing: of messages that are not ours, and such as no page shows. */
export const STATUSES: readonly { readonly name: string; readonly status: object }[] = [
  ...['sent', 'delivered', 'read', 'played', 'failed', 'deleted', 'warning'].map((status) => ({
    name: `${status} of a message that is not ours`,
    status: {
      id: `wamid.other.${status}`,
      status,
      timestamp: '1750030073',
      recipient_id: '919810012345',
      errors: [{ code: 131026 }],
    },
  })),
  {
    name: 'with its price',
    status: {
      id: 'wamid.p',
      status: 'delivered',
      recipient_user_id: 'IN.1349',
      pricing: { billable: true, category: 'utility' },
    },
  },
  {
    name: 'of a payment',
    status: { id: 'wamid.q', type: 'payment', status: 'captured', payment: { reference_id: 'x' } },
  },
  { name: 'without an id', status: { status: 'sent' } },
  { name: 'whose id is an object', status: { id: stubborn, status: 'sent' } },
  { name: 'whose word is an object', status: { id: 'wamid.r', status: stubborn } },
  { name: 'whose word every object has', status: { id: 'wamid.s', status: 'constructor' } },
  { name: 'failed without errors', status: { id: 'wamid.t', status: 'failed' } },
  { name: 'failed with errors that are none', status: { id: 'wamid.u', status: 'failed', errors: [null, 5] } },
  {
    name: 'failed with a code that is an object',
    status: { id: 'wamid.v', status: 'failed', errors: [{ code: stubborn }] },
  },
  {
    name: 'with a callback that is an object',
    status: { id: 'wamid.w', status: 'sent', biz_opaque_callback_data: stubborn },
  },
]

/** Bodies that are JSON, and no webhook of a message. */
export const BODIES: readonly string[] = [
  'null',
  '5',
  '"x"',
  'true',
  '[]',
  '{}',
  '[null]',
  '{"entry":null}',
  '{"entry":"x"}',
  '{"entry":[null,5,[]]}',
  '{"entry":[{"changes":{}}]}',
  '{"entry":[{"changes":[null,5,{}]}]}',
  '{"entry":[{"changes":[{"field":"messages"}]}]}',
  '{"entry":[{"changes":[{"field":"messages","value":null}]}]}',
  '{"entry":[{"changes":[{"field":{"toString":1},"value":{}}]}]}',
  '{"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":{"toString":1}}}}]}]}',
  '{"__proto__":{"entry":[1]},"entry":[{"__proto__":{},"changes":[{"field":"__proto__","value":{"__proto__":{}}}]}]}',
  `{"entry":[{"changes":[{"field":"messages","value":${'['.repeat(10_000)}${']'.repeat(10_000)}}]}]}`,
  `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  ...[
    'message_template_status_update',
    'template_category_update',
    'message_template_quality_update',
    'phone_number_quality_update',
    'business_capability_update',
    'account_update',
    'account_alerts',
    'security',
    'user_preferences',
    'a_field_of_next_year',
  ].map((field) => JSON.stringify({ entry: [{ id: 'waba', changes: [{ field, value: { event: 'APPROVED' } }] }] })),
]
