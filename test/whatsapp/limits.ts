/** WhatsApp's limits as Meta's pages give them: what of a message would be refused. */

const LIMITS = { text: 4096, body: 1024, header: 60, footer: 60, caption: 1024, button: 20, buttonId: 256 } as const
const LIST = { rows: 10, title: 24, description: 72, id: 200, open: 20 } as const

/** What a message of the Cloud API has too much, too little or twice of; none for one that Meta takes. */
export function misfits(message: any): string[] {
  const faults: string[] = []
  const fits = (what: string, value: unknown, most: number) => {
    if (typeof value !== 'string' || value.trim() === '') faults.push(`${what} is empty`)
    else if (value.length > most) faults.push(`${what} has ${value.length} of ${most}: ${value}`)
  }
  const apart = (what: string, values: readonly string[]) => {
    const alike = values.filter((value, at) => values.indexOf(value) !== at)
    if (alike.length) faults.push(`${what} read alike: ${alike.join(', ')}`)
  }
  switch (message.type) {
    case 'text':
      fits('text', message.text.body, LIMITS.text)
      break
    case 'document':
      if (message.document.caption !== undefined) fits('caption', message.document.caption, LIMITS.caption)
      break
    case 'interactive': {
      const { type, body, header, footer, action } = message.interactive
      fits('body', body.text, LIMITS.body)
      if (header?.text !== undefined) fits('header', header.text, LIMITS.header)
      if (footer) fits('footer', footer.text, LIMITS.footer)
      if (type === 'button') {
        const replies: { id: string; title: string }[] = action.buttons.map(({ reply }: any) => reply)
        if (replies.length < 1 || replies.length > 3) faults.push(`${replies.length} buttons`)
        for (const { id, title } of replies) {
          fits('button', title, LIMITS.button)
          fits('button id', id, LIMITS.buttonId)
        }
        apart(
          'buttons',
          replies.map(({ title }) => title),
        )
        apart(
          'button ids',
          replies.map(({ id }) => id),
        )
      } else if (type === 'list') {
        const rows: { id: string; title: string; description?: string }[] = action.sections.flatMap((s: any) => s.rows)
        fits('opening button', action.button, LIST.open)
        if (rows.length < 1 || rows.length > LIST.rows) faults.push(`${rows.length} rows`)
        for (const { id, title, description } of rows) {
          fits('row', title, LIST.title)
          fits('row id', id, LIST.id)
          if (description !== undefined) fits('description', description, LIST.description)
        }
        apart(
          'rows',
          rows.map(({ title }) => title),
        )
        apart(
          'row ids',
          rows.map(({ id }) => id),
        )
      } else if (type === 'flow') {
        const { flow_cta, flow_token, flow_name } = action.parameters
        fits('button of a form', flow_cta, 30)
        fits('token', flow_token, 1000)
        fits('name of a form', flow_name, 200)
        if (/\p{Extended_Pictographic}/u.test(flow_cta)) faults.push(`emoji on a button: ${flow_cta}`)
      } else faults.push(`interactive of type ${type}`)
      break
    }
    default:
      faults.push(`message of type ${message.type}`)
  }
  return faults
}
