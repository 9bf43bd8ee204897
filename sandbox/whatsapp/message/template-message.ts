/** A template as it is sent, and the comparison with the template as it was created. */
import { GraphError } from '../errors.ts'
import type { Template } from '../journal.ts'
import { anything, byField, type Check, lengthOf, list, object, oneOf, text, webAddress } from './shape.ts'

/** Languages of `W/templates/supported-languages`. */
export const LANGUAGES =
  'af sq ar ar_EG ar_AE ar_LB ar_MA ar_QA az be_BY bn bn_IN bg ca zh_CN zh_HK zh_TW hr cs da prs_AF nl nl_BE en en_GB en_US en_AE en_AU en_CA en_GH en_IE en_IN en_JM en_MY en_NZ en_QA en_SG en_UG en_ZA et fil fi fr fr_BE fr_CA fr_CH fr_CI fr_MA ka de de_AT de_CH el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr nb ps_AF fa pl pt_BR pt_PT pa ro ru sr si_LK sk sl es es_AR es_CL es_CO es_CR es_DO es_EC es_HN es_MX es_PA es_PE es_ES es_UY sw sv ta te th tr uk ur uz vi zu'.split(
    ' ',
  )

const given = object({}, { id: text(200), link: webAddress, filename: text(240), caption: text(1024) })
const parameterText: Check = (value, path) => {
  text(1024)(value, path)
  if (/[\n\r\t]| {5,}/.test(value))
    throw new GraphError(132018, `${path} cannot have new-line/tab characters or more than 4 consecutive spaces`)
}
const words = object({ type: anything, text: parameterText }, { parameter_name: text(60) })
const parameter = byField('type', {
  text: words,
  currency: object({ type: anything, currency: anything }, { parameter_name: text(60) }),
  date_time: object({ type: anything, date_time: anything }, { parameter_name: text(60) }),
  image: object({ type: anything, image: given }),
  video: object({ type: anything, video: given }),
  document: object({ type: anything, document: given }),
  location: object({ type: anything, location: anything }),
})
const buttonParameter = byField('type', {
  text: object({ type: anything, text: parameterText }),
  payload: object({ type: anything, payload: text(128) }),
  coupon_code: object({ type: anything, coupon_code: text(20) }),
  action: object({ type: anything, action: anything }),
})
const component = byField('type', {
  header: object({ type: anything, parameters: list(parameter, 1, 1) }),
  body: object({ type: anything, parameters: list(parameter, 1, 100) }),
  button: object({
    type: anything,
    sub_type: oneOf('quick_reply', 'url', 'copy_code', 'flow', 'catalog'),
    index: (value, path) => {
      if (!/^[0-9]$/.test(String(value)))
        throw new GraphError(131009, `${path} must be the place of a button, "0" to "9"`)
    },
    parameters: list(buttonParameter, 1, 1),
  }),
})

/** The shape of `template` in a message. */
export const templateMessage: Check = (value, path) => {
  object(
    { name: text(512), language: object({ code: oneOf(...LANGUAGES) }, { policy: oneOf('deterministic') }) },
    { components: list(component, 0, 12) },
  )(value, path)
  if (!/^[a-z0-9_]+$/.test(value.name)) throw new GraphError(131009, `${path}.name may have a-z, 0-9 and _ only`)
}

/** Names of the variables of a template's text, in order: `1`, `2` or `reference`. */
export const variables = (body: string): string[] => [
  ...new Set([...body.matchAll(/\{\{\s*([a-z0-9_]+)\s*\}\}/g)].map(([, name]) => name!)),
]

const part = (template: Template, type: string) => template.components.find((one) => one.type?.toUpperCase() === type)

function checkParameters(where: string, wanted: readonly string[], parameters: readonly any[], named: boolean): void {
  if (wanted.length !== parameters.length)
    throw new GraphError(
      132000,
      `${where}: number of localizable_params (${parameters.length}) does not match the expected number of params (${wanted.length})`,
    )
  if (!named) return
  for (const name of wanted)
    if (!parameters.some((one) => one.parameter_name === name))
      throw new GraphError(132012, `${where}: parameter ${name} is missing in parameter_name`)
}

function filled(body: string, wanted: readonly string[], parameters: readonly any[], named: boolean): string {
  return wanted.reduce((all, name, index) => {
    const value = named ? parameters.find((one) => one.parameter_name === name) : parameters[index]
    return all.replaceAll(new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`, 'g'), () => String(value?.text ?? ''))
  }, body)
}

const sent = (message: any, type: string): any =>
  (message.components ?? []).find((one: any) => one.type.toLowerCase() === type)

/** Refuses a message whose parameters are not those of its template (132000, 132005, 132012). */
export function matchTemplate(template: Template, message: any): void {
  const body = part(template, 'BODY')!
  const parameters = sent(message, 'body')?.parameters ?? []
  const wanted = variables(body.text)
  checkParameters('body', wanted, parameters, template.named)
  if (lengthOf(filled(body.text, wanted, parameters, template.named)) > 1024)
    throw new GraphError(132005, 'body: the text with its parameters is longer than 1024 characters')
  const header = part(template, 'HEADER')
  const headerParameters = sent(message, 'header')?.parameters ?? []
  if (header?.format && header.format !== 'TEXT') {
    const type = header.format.toLowerCase()
    if (headerParameters[0]?.type !== type)
      throw new GraphError(
        132012,
        `header: Format mismatch, expected ${header.format}, received ${headerParameters[0]?.type ?? 'UNKNOWN'}`,
      )
  } else checkParameters('header', header ? variables(header.text) : [], headerParameters, template.named)
  const buttons: any[] = part(template, 'BUTTONS')?.buttons ?? []
  for (const one of (message.components ?? []).filter(({ type }: any) => type === 'button')) {
    const button = buttons[Number(one.index)]
    if (button?.type?.toLowerCase() !== one.sub_type)
      throw new GraphError(
        132012,
        `button ${one.index}: the template has ${button ? `a ${button.type} button` : 'no button'} there`,
      )
  }
  for (const [index, button] of buttons.entries())
    if (button.type === 'URL' && variables(button.url).length && !buttonSent(message, index))
      throw new GraphError(132012, `button ${index}: the end of its URL is missing`)
}

const buttonSent = (message: any, index: number): any =>
  (message.components ?? []).find((one: any) => one.type === 'button' && Number(one.index) === index)?.parameters[0]

/** What a person sees of a template's message. */
export function renderTemplate(template: Template, message: any) {
  const body = part(template, 'BODY')!
  const header = part(template, 'HEADER')
  const footer = part(template, 'FOOTER')
  const fill = (text: string, type: string) =>
    filled(text, variables(text), sent(message, type)?.parameters ?? [], template.named)
  return {
    ...(header?.text ? { header: fill(header.text, 'header') } : {}),
    body: fill(body.text, 'body'),
    ...(footer ? { footer: footer.text } : {}),
    buttons: (part(template, 'BUTTONS')?.buttons ?? []).map((button: any, index: number) => {
      const value = buttonSent(message, index)
      if (button.type === 'URL')
        return { type: 'url', text: button.text, url: button.url.replace(/\{\{.*?\}\}$/, value?.text ?? '') }
      return { type: button.type.toLowerCase(), text: button.text, payload: value?.payload ?? button.text }
    }),
  }
}
