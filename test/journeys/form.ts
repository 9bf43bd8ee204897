/** A form of WhatsApp's own on a citizen's phone, filled in as a person would. */
import { componentsOf } from '../../sandbox/whatsapp/flows/checks.ts'
import type { ChatMessage } from './citizen.ts'
import type { World } from './world.ts'

const INPUTS = ['TextInput', 'TextArea', 'Dropdown', 'RadioButtonsGroup', 'CheckboxGroup', 'DatePicker']

export class Form {
  readonly #world: World
  readonly #message: string
  screen: any = null
  data: any = {}
  error: string | null = null
  sent = false
  void = false

  constructor(world: World, message: ChatMessage) {
    this.#world = world
    this.#message = message.id
  }
  async #act(action: string, data: object = {}): Promise<this> {
    const shown = await this.#world.control('whatsapp/flows', {
      message: this.#message,
      action,
      screen: this.screen?.id,
      data,
    })
    if (shown.failed) throw new Error(shown.error)
    this.sent = shown.sent ?? false
    this.void = shown.void ?? false
    this.error = shown.error ?? null
    if (shown.screen) {
      this.screen = shown.screen
      this.data = shown.data
    }
    return this
  }
  opens(): Promise<this> {
    return this.#act('open')
  }
  /** Submits the screen with these values by label; the others with their example or their first option. */
  submits(values: Readonly<Record<string, string>> = {}): Promise<this> {
    const data: Record<string, unknown> = {}
    let heading = ''
    for (const one of this.inputs()) {
      heading = one.heading
      const value = values[`${heading} ${one.label}`] ?? values[one.label] ?? exampleOf(one.component, one.helper)
      data[one.component.name] = value
    }
    return this.#act('data_exchange', data)
  }
  /** What is shown and can be filled in. */
  inputs(): { label: string; heading: string; helper: string; component: any }[] {
    const shown = (one: any) => {
      const name = /^\$\{data\.(\w+)\}$/.exec(String(one.visible))?.[1]
      return name === undefined || this.data[name] === true
    }
    let heading = ''
    let above: string | null = null
    let caption = ''
    const found: { label: string; heading: string; helper: string; component: any }[] = []
    for (const one of componentsOf(this.screen.layout)) {
      if (!shown(one)) continue
      if (one.type === 'TextHeading') heading = one.text!
      if (one.type === 'TextSubheading') above = one.text!
      if (one.type === 'TextCaption') caption = one.text!
      if (!INPUTS.includes(one.type)) continue
      // a label that has no room stands above its input
      const label: string = /^(Your answer|Choose)$/.test(one.label!) && above ? above : one.label!
      found.push({ label, heading, helper: one['helper-text'] ?? one.description ?? caption, component: one })
      above = null
      caption = ''
    }
    return found
  }
}

/** What the helper of an input gives as an example; its first option. */
function exampleOf(component: any, helper: string): unknown {
  const example = /: ([^:]+)$/.exec(helper)?.[1]
  switch (component.type) {
    case 'CheckboxGroup':
      return [component['data-source'][0].id]
    case 'RadioButtonsGroup':
    case 'Dropdown':
      return component['data-source'][0].id
    case 'DatePicker':
      return '1990-01-05'
    default:
      return example ?? (component['input-type'] === 'number' ? '1' : 'Delhi')
  }
}
/** `12/8/2025` as a date picker gives it. */
export const isoOf = (date: string): string =>
  date
    .split('/')
    .reverse()
    .map((part) => part.padStart(2, '0'))
    .join('-')
