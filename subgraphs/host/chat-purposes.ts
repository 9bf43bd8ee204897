/** What the values of a chat are sealed for. */
export const CHAT_SEALED = {
  inbound: 'whatsapp inbox',
  outbound: 'whatsapp outbox',
  state: 'whatsapp chat',
  address: 'whatsapp address',
  /** Token of a form: sealed with the hub's own key, for whoever brings it back is not known yet. */
  form: 'whatsapp form',
} as const
