/** The approved templates, made from the locale files: what may be sent when the 24 hours are over. */
import type { LanguageCode } from '../../../vocabulary/catalogue.ts'
import type { Template } from '../chat.ts'
import type { Wording } from '../wording.ts'
import { cut } from './layout.ts'

const REFERENCE = 'DWR-2026-000001'
const ADDRESS = 'https://example.org/verify/vr4z8934fmr7n10dcrs85khzf4'
const TITLE = { sentence: 'template-example-title' } as const

/** Variables of each template, in the order in which they are sent, with an example for Meta's review: a text, or the sentence that has it in each language. */
const TEMPLATES = {
  application_update: {
    id: 'template-application-update',
    variables: { reference: REFERENCE, title: TITLE, status: { sentence: 'status-in-review' } },
    header: false,
    button: null,
  },
  action_required: {
    id: 'template-action-required',
    variables: { reference: REFERENCE, title: TITLE, what: { sentence: 'template-example-what' } },
    header: false,
    button: 'answer-now',
  },
  certificate_ready: {
    id: 'template-certificate-ready',
    variables: { reference: REFERENCE, title: TITLE, address: ADDRESS },
    header: true,
    button: null,
  },
} as const

export type TemplateName = keyof typeof TEMPLATES
export type Variables<N extends TemplateName> = Record<keyof (typeof TEMPLATES)[N]['variables'], string>

const PARAMETER = 300
/** Meta refuses line ends, tabs and runs of spaces in a parameter. */
const parameter = (text: string): string => cut(text.replace(/\s+/g, ' ').trim() || '—', PARAMETER)

/** A template as it is sent. `payload`: what its button answers with. */
export function template<N extends TemplateName>(
  name: N,
  language: LanguageCode,
  wording: Wording,
  variables: Variables<N>,
  payload?: string,
): Template {
  const { variables: names, button } = TEMPLATES[name]
  const parameters = Object.keys(names).map((key) => ({
    type: 'text',
    parameter_name: key,
    text: parameter((variables as Record<string, string>)[key]!),
  }))
  const components: Record<string, unknown>[] = [{ type: 'body', parameters }]
  if (button && payload)
    components.push({ type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload }] })
  const spoken = wording.languages.some(({ code }) => code === language) ? language : 'en'
  return { name, language: { code: spoken }, components }
}

/** Stands where Meta wants the handle of an uploaded example of the header. */
export const HEADER_HANDLE = 'SAMPLE_PDF_HANDLE'

/** The body of `POST /<account>/message_templates`. */
export interface TemplateCreation {
  readonly name: TemplateName
  readonly language: LanguageCode
  readonly category: 'UTILITY'
  readonly parameter_format: 'NAMED'
  readonly components: readonly Readonly<Record<string, unknown>>[]
}

/** Every template in every language of the channel, as Meta takes it for approval. `handle`: of an example for headers that are a document. */
export function templateCreations(wording: Wording, handle = HEADER_HANDLE): readonly TemplateCreation[] {
  return (Object.keys(TEMPLATES) as TemplateName[]).flatMap((name) =>
    wording.languages.map(({ code }) => {
      const { id, variables, header, button } = TEMPLATES[name]
      const slots = Object.fromEntries(Object.keys(variables).map((key) => [key, `{{${key}}}`]))
      const examples = Object.entries(variables as Record<string, string | { sentence: string }>).map(
        ([param_name, example]) => ({
          param_name,
          example: typeof example === 'string' ? example : wording.say(code, example.sentence),
        }),
      )
      return {
        name,
        language: code,
        category: 'UTILITY',
        parameter_format: 'NAMED',
        components: [
          ...(header ? [{ type: 'HEADER', format: 'DOCUMENT', example: { header_handle: [handle] } }] : []),
          { type: 'BODY', text: wording.say(code, id, slots), example: { body_text_named_params: examples } },
          ...(button ? [{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: wording.say(code, button) }] }] : []),
        ],
      }
    }),
  )
}
