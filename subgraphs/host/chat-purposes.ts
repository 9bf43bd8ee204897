/** What the rooms that keep chats and those that forget them must agree on. */

/** What the values of a chat are sealed for. */
export const CHAT_SEALED = {
  inbound: 'whatsapp inbox',
  outbound: 'whatsapp outbox',
  state: 'whatsapp chat',
  address: 'whatsapp address',
  /** Token of a form: sealed with the hub's own key, for whoever brings it back is not known yet. */
  form: 'whatsapp form',
} as const
/** Cursor that says how far the chats have been told of the event log: the id of an event. */
export const CHAT_CURSOR = 'whatsapp'
