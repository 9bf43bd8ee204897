/** What a person can tap in a chat. */
import type { Entry, Journal } from '../journal.ts'
import { renderTemplate } from './template-message.ts'

export interface Tappable {
  readonly id: string
  readonly title: string
  /** The message that shows it. */
  readonly on: Entry
  readonly kind: 'button_reply' | 'list_reply' | 'button' | 'contact' | 'location'
  readonly description?: string
}

/** How many of the business's last messages a person scrolls back through. */
const SCROLL = 20

function tappables(entry: Entry, journal: Journal): Tappable[] {
  const { interactive, template } = entry.message
  if (template) {
    const known = journal.template(template.name, template.language.code)
    const texts: any[] = known ? renderTemplate(known, template).buttons : []
    if (known)
      return texts
        .filter((button) => button.type === 'quick_reply')
        .map((button) => ({ id: button.payload, title: button.text, on: entry, kind: 'button' }))
    return (template.components ?? [])
      .filter((one: any) => one.sub_type === 'quick_reply')
      .map((one: any) => ({
        id: one.parameters[0].payload,
        title: one.parameters[0].payload,
        on: entry,
        kind: 'button',
      }))
  }
  switch (interactive?.type) {
    case 'button':
      return interactive.action.buttons.map((button: any) => ({ ...button.reply, on: entry, kind: 'button_reply' }))
    case 'list':
      return interactive.action.sections
        .flatMap((section: any) => section.rows)
        .map((row: any) => ({ ...row, on: entry, kind: 'list_reply' }))
    case 'request_contact_info':
    case 'contact_request':
      return [{ id: 'request_contact_info', title: 'Share contact info', on: entry, kind: 'contact' }]
    case 'location_request_message':
      return [{ id: 'send_location', title: 'Send location', on: entry, kind: 'location' }]
    default:
      return []
  }
}

const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase()

/** What the latest messages show under this title or id, latest first; the titles shown where nothing does. */
export function findTappable(chat: readonly Entry[], journal: Journal, wanted: string): Tappable | readonly string[] {
  const recent = chat
    .filter(({ direction, status }) => direction === 'out' && status !== 'failed')
    .slice(-SCROLL)
    .reverse()
    .map((entry) => tappables(entry, journal))
  for (const shown of recent) {
    const exact = shown.find(({ id, title }) => id === wanted || title === wanted)
    const found = exact ?? shown.find(({ title }) => plain(title) === plain(wanted))
    if (found) return found
  }
  return (recent.find((shown) => shown.length > 0) ?? []).map(({ title }) => title)
}
