/** What the values of a chat are sealed for. */
export const CHAT_SEALED = {
  inbound: 'whatsapp inbox',
  outbound: 'whatsapp outbox',
  state: 'whatsapp chat',
  address: 'whatsapp address',
} as const
