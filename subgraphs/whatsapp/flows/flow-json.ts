/** Flow JSON of a service's form in one language, from the catalogue alone. */
import { createHash } from 'node:crypto'
import type { LanguageCode } from '../../../vocabulary/catalogue.ts'
import { say } from '../../../vocabulary/words.ts'
import { BLOCKS } from '../conversation/speech.ts'
import type { Service } from '../conversation/state.ts'
import { cut } from '../sending/layout.ts'
import type { Wording } from '../wording.ts'
import { type Component, componentsOf, fromData, type Speaking, shownName } from './components.ts'
import { DATA_API_VERSION, FLOW_JSON_VERSION, FLOW_LIMITS } from './limits.ts'
import { CHECK, type FormField, type FormScreen, planOf } from './plan.ts'

export interface FlowScreen {
  readonly id: string
  readonly title: string
  readonly terminal?: true
  readonly success?: true
  readonly data: Readonly<Record<string, unknown>>
  readonly sensitive?: readonly string[]
  readonly layout: { readonly type: 'SingleColumnLayout'; readonly children: readonly Component[] }
}
export interface FlowJson {
  readonly version: string
  readonly data_api_version: string
  readonly routing_model: Readonly<Record<string, readonly string[]>>
  readonly screens: readonly FlowScreen[]
}

const text = (example: string) => ({ type: 'string', __example__: example })
const truth = (example: boolean) => ({ type: 'boolean', __example__: example })
const isMany = ({ question }: FormField): boolean => question.type === 'CHOICES'

/** What a screen is given each time that it is shown. */
const dataOf = ({ fields }: FormScreen): Record<string, unknown> => ({
  init_values: {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [
        field.name,
        isMany(field) ? { type: 'array', items: { type: 'string' } } : { type: 'string' },
      ]),
    ),
    __example__: {},
  },
  error_messages: {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name }) => [name, { type: 'string' }])),
    __example__: {},
  },
  problem: text('—'),
  has_problem: truth(false),
  ...Object.fromEntries(fields.filter((f) => f.conditional).map((field) => [shownName(field), truth(true)])),
})

/** `The groom · Home address` as its parts; a list's item has its number. */
function headingOf({ question, item }: FormField, { language }: Speaking): readonly string[] {
  if (!question.block) return []
  const [first = '', ...inner] = say(question.block, language).split(BLOCKS)
  return [item ? `${first} ${item.index + 1}` : first, ...inner]
}

function childrenOf(screen: FormScreen, speaking: Speaking): readonly Component[] {
  const children: Component[] = []
  let before: readonly string[] = []
  for (const field of screen.fields) {
    const heading = headingOf(field, speaking)
    const visible = field.conditional ? { visible: fromData(shownName(field)) } : {}
    for (const [depth, part] of heading.entries())
      if (heading.slice(0, depth + 1).join(BLOCKS) !== before.slice(0, depth + 1).join(BLOCKS))
        children.push({
          type: depth ? 'TextSubheading' : 'TextHeading',
          text: cut(part, FLOW_LIMITS.heading),
          ...visible,
        })
    before = heading
    children.push(...componentsOf(field, speaking))
  }
  return children
}

function screenOf(screen: FormScreen, title: string, speaking: Speaking): FlowScreen {
  const payload = Object.fromEntries(screen.fields.map(({ name }) => [name, `\${form.${name}}`]))
  return {
    id: screen.id,
    title,
    data: dataOf(screen),
    // the chat shows what was answered where it can be corrected
    sensitive: screen.fields.map(({ name }) => name),
    layout: {
      type: 'SingleColumnLayout',
      children: [
        {
          type: 'Form',
          name: 'form',
          'init-values': fromData('init_values'),
          'error-messages': fromData('error_messages'),
          children: [
            { type: 'TextBody', 'font-weight': 'bold', text: fromData('problem'), visible: fromData('has_problem') },
            ...childrenOf(screen, speaking),
            {
              type: 'Footer',
              label: speaking.wording.say(speaking.language, 'form-next'),
              'on-click-action': { name: 'data_exchange', payload },
            },
          ],
        },
      ],
    },
  }
}

function checkScreen(title: string, { wording, language }: Speaking): FlowScreen {
  return {
    id: CHECK,
    title,
    terminal: true,
    success: true,
    data: { summary: text('—') },
    layout: {
      type: 'SingleColumnLayout',
      children: [
        { type: 'TextHeading', text: wording.say(language, 'form-summary') },
        { type: 'TextBody', text: fromData('summary') },
        { type: 'TextCaption', text: wording.say(language, 'form-remains') },
        {
          type: 'Footer',
          label: wording.say(language, 'form-send'),
          'on-click-action': { name: 'data_exchange', payload: {} },
        },
      ],
    },
  }
}

/** Null for a service that has no form. */
export function flowJson(service: Service, language: LanguageCode, wording: Wording): FlowJson | null {
  const plan = planOf(service)
  if (!plan) return null
  const speaking = { language, wording }
  const title = cut(say(service.title, language), FLOW_LIMITS.optionTitle)
  return {
    version: FLOW_JSON_VERSION,
    data_api_version: DATA_API_VERSION,
    routing_model: plan.routes,
    screens: [...plan.screens.map((screen) => screenOf(screen, title, speaking)), checkScreen(title, speaking)],
  }
}

const names = new WeakMap<Service, Map<LanguageCode, string | null>>()

/**
 * The name of a form at Meta: `dwar_office_wedding_en_1a2b3c4d`. Its end is a hash of what it shows, so that a form that changed is
 * another Flow: what was sent before stays what it was. Null for a service that has no form.
 */
export function flowName(service: Service, language: LanguageCode, wording: Wording): string | null {
  const known = names.get(service) ?? new Map<LanguageCode, string | null>()
  names.set(service, known)
  if (!known.has(language)) {
    const json = flowJson(service, language, wording)
    const hash = createHash('sha256').update(JSON.stringify(json)).digest('hex').slice(0, 8)
    known.set(language, json && `dwar_${service.code.replaceAll(/[^a-z0-9]+/gi, '_')}_${language}_${hash}`)
  }
  return known.get(language)!
}
