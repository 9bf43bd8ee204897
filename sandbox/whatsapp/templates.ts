/** Templates: their creation with Meta's checks, their review, and what becomes of them. */
import { randomInt } from 'node:crypto'
import { GraphError } from './errors.ts'
import type { Journal, Template } from './journal.ts'
import { lengthOf } from './message/shape.ts'
import { LANGUAGES, matchTemplate, variables } from './message/template-message.ts'
import type { Change } from './webhooks.ts'

export const TEMPLATE_MODES = ['approved', 'pending', 'rejected', 'paused'] as const
/** What review makes of every template, and of names that were never created. */
export type TemplateMode = (typeof TEMPLATE_MODES)[number]

export const CATEGORIES: readonly string[] = ['UTILITY', 'MARKETING', 'AUTHENTICATION']
const MOST = 250
const EVENTS = { APPROVED: 'APPROVED', PENDING: 'PENDING', REJECTED: 'REJECTED', PAUSED: 'PAUSED' } as const

const invalid = (details: string, subcode?: number, userTitle?: string): GraphError =>
  new GraphError(100, details, {
    ...(subcode ? { subcode } : {}),
    ...(userTitle ? { userTitle, userMessage: details } : {}),
  })

const within = (value: unknown, most: number, what: string): string => {
  if (typeof value !== 'string' || value.trim() === '') throw new GraphError(131008, `${what} is required`)
  if (lengthOf(value) > most) throw invalid(`${what} must be at most ${most} characters long`)
  return value
}

/** The fewest words beside so many variables, as seen in practice; Meta does not print the figure. */
const fewestWords = (variableCount: number): number => 2 * variableCount + 1

function checkBody(body: any, named: boolean): void {
  const text = within(body.text, 1024, 'The BODY text')
  const names = variables(text)
  if (/^\s*\{\{|\}\}[\s.,;:!?।۔؟،]*$/.test(text))
    throw invalid("Variables can't be at the start or end of the template.", 2388299, 'Leading or trailing params')
  const wordCount = text
    .replaceAll(/\{\{.*?\}\}/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word)).length
  if (names.length && wordCount < fewestWords(names.length))
    throw invalid(
      'This template has too many variables for its length. Reduce the number of variables or increase the message length.',
      2388293,
      'Params to words ratio exceeded',
    )
  if (named && names.some((name) => !/^[a-z_][a-z0-9_]*$/.test(name)))
    throw invalid('Named parameters may have lower-case letters, digits and _ only')
  if (!named && names.some((name, index) => name !== String(index + 1)))
    throw invalid('Variables must be numbered {{1}}, {{2}} in order', 2388047)
  const examples = named ? body.example?.body_text_named_params : body.example?.body_text?.[0]
  if (names.length && (!Array.isArray(examples) || examples.length !== names.length))
    throw invalid('BODY needs an example for each of its variables', 2388043, 'Message template is missing examples')
}

function checkHeader(header: any): void {
  const format = header.format ?? 'TEXT'
  if (!['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION'].includes(format))
    throw invalid(`HEADER has no format ${format}`)
  if (format === 'TEXT') {
    const names = variables(within(header.text, 60, 'The HEADER text'))
    if (names.length > 1) throw invalid('HEADER may have 1 variable')
    if (names.length && !header.example) throw invalid('HEADER needs an example for its variable', 2388043)
  } else if (format !== 'LOCATION' && !header.example?.header_handle?.[0])
    throw invalid(`HEADER of format ${format} needs example.header_handle`, 2388273)
}

function checkButtons(buttons: unknown): void {
  if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > 10) throw invalid('BUTTONS must be 1 to 10')
  const count = (type: string) => buttons.filter((button) => button.type === type).length
  if (count('URL') > 2) throw invalid('BUTTONS may have 2 of type URL')
  if (count('PHONE_NUMBER') > 1) throw invalid('BUTTONS may have 1 of type PHONE_NUMBER')
  for (const button of buttons) {
    if (!['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'FLOW'].includes(button.type))
      throw invalid(`BUTTONS have no type ${button.type}`)
    if (button.type !== 'COPY_CODE') within(button.text, 25, 'The text of a button')
    if (button.type !== 'URL') continue
    const url = within(button.url, 2000, 'The url of a button')
    const names = variables(url)
    if (names.length > 1 || (names.length === 1 && !url.endsWith('}}')))
      throw invalid('The url of a button may have 1 variable, at its end')
    if (names.length && !button.example?.length) throw invalid('A url with a variable needs an example', 2388043)
  }
}

/** The template that a body of `POST /<id>/message_templates` describes; throws a GraphError. */
export function readTemplate(body: Record<string, any>): Omit<Template, 'id' | 'status'> {
  const name = within(body.name, 512, 'name')
  if (!/^[a-z0-9_]+$/.test(name)) throw invalid('name may have lower-case letters, digits and _ only')
  if (!LANGUAGES.includes(body.language)) throw invalid(`language ${body.language} is not supported`)
  const category = String(body.category).toUpperCase()
  if (!CATEGORIES.includes(category)) throw invalid('category must be one of {AUTHENTICATION, MARKETING, UTILITY}')
  if (!Array.isArray(body.components)) throw new GraphError(131008, 'components is required')
  const named = String(body.parameter_format ?? 'POSITIONAL').toUpperCase() === 'NAMED'
  const components: any[] = body.components.map((one: any) => ({ ...one, type: String(one?.type).toUpperCase() }))
  const types = components.map(({ type }) => type)
  if (new Set(types).size !== types.length) throw invalid('each component may be given once')
  if (!types.includes('BODY')) throw invalid('a template must have a BODY')
  for (const one of components) {
    if (one.type === 'BODY') checkBody(one, named)
    else if (one.type === 'HEADER') checkHeader(one)
    else if (one.type === 'FOOTER') {
      if (variables(within(one.text, 60, 'The FOOTER text')).length) throw invalid('FOOTER has no variables')
    } else if (one.type === 'BUTTONS') checkButtons(one.buttons)
    else throw invalid(`there is no component ${one.type}`)
  }
  return { name, language: body.language, category, components, named }
}

export class Templates {
  readonly #journal: Journal
  readonly #tell: (change: Change) => void

  constructor(journal: Journal, tell: (change: Change) => void) {
    this.#journal = journal
    this.#tell = tell
  }

  get mode(): TemplateMode {
    return (this.#journal.setting('templates') as TemplateMode | undefined) ?? 'approved'
  }

  /** Reviews every template anew, or the one named; the hub is told of each that changes. */
  review(mode: TemplateMode, name?: string): void {
    if (name === undefined) this.#journal.set('templates', mode)
    for (const template of this.#journal.templates())
      if (name === undefined || template.name === name)
        this.#become(template, mode.toUpperCase() as keyof typeof EVENTS)
  }

  #become(template: Template, status: keyof typeof EVENTS): void {
    if (template.status === status) return
    this.#journal.saveTemplate({ ...template, status })
    if (status === 'PENDING') return
    this.#tell({
      field: 'message_template_status_update',
      value: {
        event: template.status === 'PAUSED' && status === 'APPROVED' ? 'UNPAUSE' : EVENTS[status],
        message_template_id: Number(template.id),
        message_template_name: template.name,
        message_template_language: template.language,
        reason: status === 'REJECTED' ? 'INVALID_FORMAT' : 'NONE',
      },
    })
  }

  /** Meta's hand: the category of a name changes, and with it the price. */
  recategorise(name: string, category: string): void {
    for (const template of this.#journal.templates()) {
      if (template.name !== name || template.category === category) continue
      this.#journal.saveTemplate({ ...template, category })
      this.#tell({
        field: 'template_category_update',
        value: {
          message_template_id: Number(template.id),
          message_template_name: name,
          message_template_language: template.language,
          previous_category: template.category,
          new_category: category,
        },
      })
    }
  }

  /** Templates that were created and approved before the sandbox opened. One whose text has changed since takes the place of the old. */
  stock(bodies: readonly object[]): void {
    for (const body of bodies) {
      const wanted = readTemplate(body)
      const known = this.#journal.template(wanted.name, wanted.language)
      if (known && JSON.stringify(known.components) === JSON.stringify(wanted.components)) continue
      if (known) this.#journal.run('DELETE FROM template WHERE id = ?', known.id)
      this.#journal.saveTemplate({ ...wanted, id: String(randomInt(1e14, 2 ** 47)), status: 'APPROVED' })
    }
  }

  create(body: Record<string, any>): { id: string; status: string; category: string } {
    const wanted = readTemplate(body)
    if (this.#journal.template(wanted.name, wanted.language))
      throw invalid(
        'There is already content in this language for this template.',
        2388024,
        'Content in this language already exists',
      )
    if (this.#journal.templates().length >= MOST) throw invalid(`an account may have ${MOST} templates`, 2388019)
    const template: Template = { ...wanted, id: String(randomInt(1e14, 2 ** 47)), status: 'PENDING' }
    this.#journal.saveTemplate(template)
    if (this.mode !== 'pending') this.#become(template, this.mode.toUpperCase() as keyof typeof EVENTS)
    return {
      id: template.id,
      status: this.#journal.template(template.name, template.language)!.status,
      category: template.category,
    }
  }

  /** As `GET /<id>/message_templates` lists them. */
  list(name: string | null): unknown {
    const shown = this.#journal.templates().filter((template) => name === null || template.name === name)
    return {
      data: shown.map(({ id, name, language, category, status, components, named }) => ({
        name,
        parameter_format: named ? 'NAMED' : 'POSITIONAL',
        components,
        language,
        status,
        category,
        id,
      })),
      paging: { cursors: { before: 'MAZDZD', after: 'MjQZD' } },
    }
  }

  /** Every language of a name. */
  remove(name: string): void {
    if (!this.#journal.templates().some((template) => template.name === name))
      throw invalid(`there is no template ${name}`, 2593002)
    this.#journal.run('DELETE FROM template WHERE name = ?', name)
  }

  /** Refuses a message by a template that may not be sent now, or with parameters that are not its own. */
  check(message: Record<string, any>): void {
    const { name, language } = message
    const known = this.#journal.template(name, language.code)
    if (!known && this.#journal.templates().some((template) => template.name === name))
      throw new GraphError(132001, `template name (${name}) does not exist in ${language.code}`)
    const status = known?.status ?? this.mode.toUpperCase()
    if (status === 'PAUSED') throw new GraphError(132015, `template ${name} is paused for low quality`)
    if (status === 'DISABLED') throw new GraphError(132016, `template ${name} is disabled`)
    if (status !== 'APPROVED')
      throw new GraphError(132001, `template name (${name}) does not exist in ${language.code}`)
    if (known) matchTemplate(known, message)
  }
}
