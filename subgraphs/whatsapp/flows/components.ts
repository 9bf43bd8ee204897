/** A question as components of a Flow: an input, and above it what its own label has no room for. */
import type { LanguageCode, Words } from '../../../vocabulary/catalogue.ts'
import { say } from '../../../vocabulary/words.ts'
import { cut } from '../sending/layout.ts'
import type { Wording } from '../wording.ts'
import { FLOW_LIMITS } from './limits.ts'
import type { FormField } from './plan.ts'

export type Component = Readonly<Record<string, unknown>> & { readonly type: string }

/** So many choices are seen at a glance; more open as a list. */
const AT_A_GLANCE = 7
/** A text that may be longer has lines. */
const ONE_LINE = 100
/** As the vocabulary has it where a text has no maximum. */
const LONGEST_TEXT = 1000

export interface Speaking {
  readonly language: LanguageCode
  readonly wording: Wording
}

/** What a property takes from the screen's data, as a Flow writes it. */
export const fromData = (name: string): string => `\${data.${name}}`

/** Names in a screen's data. */
export const shownName = ({ name }: FormField): string => `show_${name}`

const one = (words: Words, { language }: Speaking): string => say(words, language).replace(/\s+/g, ' ').trim()

/** `Six digits. Example: 110075`. An example that changes with the day is left out, for a form is made once; a date is picked. */
function helperOf({ question }: FormField, speaking: Speaking): string | null {
  const { hint, example, type } = question
  const words = example && type !== 'DATE' ? one(example, speaking) : ''
  const parts = [
    ...(hint ? [one(hint, speaking)] : []),
    ...(words && !words.startsWith('=')
      ? [speaking.wording.say(speaking.language, 'example', { example: words })]
      : []),
  ]
  return parts.length ? parts.join(' ') : null
}

function inputOf(field: FormField, speaking: Speaking): Component & { type: keyof typeof FLOW_LIMITS.label } {
  const { question } = field
  const option = ({ value, label }: { value: string; label: string }) => ({
    id: value,
    title: cut(label, FLOW_LIMITS.optionTitle),
    ...(label.length > FLOW_LIMITS.optionTitle ? { description: cut(label, FLOW_LIMITS.optionDescription) } : {}),
  })
  switch (question.type) {
    case 'BOOLEAN':
      return {
        type: 'RadioButtonsGroup',
        'data-source': [
          option({ value: 'true', label: speaking.wording.say(speaking.language, 'yes') }),
          option({ value: 'false', label: speaking.wording.say(speaking.language, 'no') }),
        ],
      }
    case 'CHOICE':
    case 'CHOICES': {
      const options = question.options!.map(({ value, label }) => option({ value, label: one(label, speaking) }))
      const type =
        question.type === 'CHOICES' ? 'CheckboxGroup' : options.length <= AT_A_GLANCE ? 'RadioButtonsGroup' : 'Dropdown'
      return { type, 'data-source': options }
    }
    case 'DATE':
      return { type: 'DatePicker' }
    case 'INTEGER':
    case 'NUMBER':
      return { type: 'TextInput', 'input-type': 'number' }
    default: {
      if (question.scalar === 'MobileNumber') return { type: 'TextInput', 'input-type': 'phone' }
      if (question.scalar === 'PinCode') return { type: 'TextInput', 'input-type': 'number' }
      const most = question.maximum ?? (question.scalar === 'PersonName' ? ONE_LINE : LONGEST_TEXT)
      return most <= ONE_LINE
        ? { type: 'TextInput', 'input-type': 'text', 'max-chars': String(most) }
        : { type: 'TextArea', 'max-length': String(most) }
    }
  }
}

/** Where help stands below or beside an input, and how much of it. */
const HELP: Readonly<Record<string, { readonly property: string; readonly most: number }>> = {
  TextInput: { property: 'helper-text', most: FLOW_LIMITS.helper },
  TextArea: { property: 'helper-text', most: FLOW_LIMITS.helper },
  DatePicker: { property: 'helper-text', most: FLOW_LIMITS.helper },
  RadioButtonsGroup: { property: 'description', most: FLOW_LIMITS.optionDescription },
  CheckboxGroup: { property: 'description', most: FLOW_LIMITS.optionDescription },
}

/** The components of a question, the input last. */
export function componentsOf(field: FormField, speaking: Speaking): readonly Component[] {
  const input = inputOf(field, speaking)
  const shown = field.conditional ? fromData(shownName(field)) : null
  const visible = shown ? { visible: shown } : {}
  const label = one(field.question.label, speaking)
  const helper = helperOf(field, speaking)
  const most = FLOW_LIMITS.label[input.type]
  const help = HELP[input.type]
  const beside = help && helper !== null && helper.length <= help.most ? { [help.property]: helper } : {}
  const hasRoom = label.length <= most && (helper === null || Object.keys(beside).length > 0)
  const above: Component[] = []
  if (!hasRoom)
    above.push(
      label.length <= FLOW_LIMITS.heading
        ? { type: 'TextSubheading', text: label, ...visible }
        : { type: 'TextBody', 'font-weight': 'bold', text: cut(label, FLOW_LIMITS.body), ...visible },
    )
  if (helper !== null && !Object.keys(beside).length)
    above.push({ type: 'TextCaption', text: cut(helper, FLOW_LIMITS.caption), ...visible })
  const { wording, language } = speaking
  const short = wording.say(language, 'data-source' in input ? 'choose' : 'form-answer')
  return [
    ...above,
    {
      ...input,
      name: field.name,
      label: hasRoom ? label : short,
      // Meta refuses a screen that hides what it requires
      required: field.question.required ? (shown ?? true) : false,
      ...beside,
      ...visible,
    },
  ]
}
