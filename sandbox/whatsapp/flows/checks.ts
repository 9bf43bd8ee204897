/** What Meta refuses of a Flow JSON, of its reference of June 2026: structure, routes, and the limits of each component. */

export interface ValidationError {
  readonly error: string
  readonly error_type: 'FLOW_JSON_ERROR' | 'JSON_SCHEMA_ERROR'
  readonly message: string
}

const VERSIONS = ['5.1', '6.0', '6.1', '6.2', '6.3', '7.0', '7.1', '7.2', '7.3']
const DATA_VERSIONS = ['3.0', '4.0']
const BYTES = 10 * 1024 * 1024
const COMPONENTS = 50
const ROUTES = 10

const TEXTS: Readonly<Record<string, number>> = {
  TextHeading: 80,
  TextSubheading: 80,
  TextBody: 4096,
  TextCaption: 409,
  RichText: 4096,
}
/** Inputs, with the limit of their labels. */
const INPUTS: Readonly<Record<string, number>> = {
  TextInput: 20,
  TextArea: 20,
  Dropdown: 20,
  RadioButtonsGroup: 30,
  CheckboxGroup: 30,
  ChipsSelector: 80,
  DatePicker: 40,
  CalendarPicker: 40,
  OptIn: 120,
}
const OPTIONS: Readonly<Record<string, number>> = {
  RadioButtonsGroup: 20,
  CheckboxGroup: 20,
  ChipsSelector: 20,
  Dropdown: 200,
}
const OTHERS = ['Form', 'Footer', 'EmbeddedLink', 'Image', 'If', 'Switch', 'NavigationList']
const KEYBOARDS = ['text', 'number', 'email', 'password', 'passcode', 'phone']
const ACTIONS = ['navigate', 'complete', 'data_exchange', 'update_data', 'open_url']
const DATA = /^\$\{data\.([\w.]+)\}$/
const FORM = /^\$\{form\.([\w.]+)\}$/
const isDynamic = (value: unknown): boolean => typeof value === 'string' && /^\$\{.+\}$|^`.*`$/s.test(value)
const isObject = (value: unknown): value is Record<string, any> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every component of a layout, those inside others too. */
export function componentsOf(node: any): Record<string, any>[] {
  const inner = [node?.children, node?.then, node?.else, ...Object.values(node?.cases ?? {})]
  return inner.flatMap((list) =>
    (Array.isArray(list) ? list : []).filter(isObject).flatMap((child) => [child, ...componentsOf(child)]),
  )
}

/** Errors of a Flow JSON; none for one that can be published. */
export function flowErrors(text: string): ValidationError[] {
  const errors: ValidationError[] = []
  const fault = (error: string, message: string, error_type: ValidationError['error_type'] = 'FLOW_JSON_ERROR') => {
    errors.push({ error, error_type, message })
  }
  if (Buffer.byteLength(text) > BYTES) fault('INVALID_SIZE', 'The Flow JSON is larger than 10 MB.')
  let json: any
  try {
    json = JSON.parse(text)
  } catch {
    fault('INVALID_JSON', 'The Flow JSON is not JSON.', 'JSON_SCHEMA_ERROR')
    return errors
  }
  if (!VERSIONS.includes(json?.version)) fault('INVALID_VERSION', `version ${json?.version} cannot be published.`)
  if (!Array.isArray(json?.screens) || !json.screens.length || !json.screens.every(isObject)) {
    fault('MISSING_REQUIRED_PROPERTY', 'screens are an array of at least one object.', 'JSON_SCHEMA_ERROR')
    return errors
  }
  const { screens } = json
  const hasEndpoint = json.data_api_version !== undefined
  if (hasEndpoint && !DATA_VERSIONS.includes(json.data_api_version))
    fault('INVALID_DATA_API_VERSION', `data_api_version ${json.data_api_version} is not known.`)
  const ids: string[] = screens.map(({ id }: any) => id)
  for (const id of ids)
    if (typeof id !== 'string' || !/^[A-Za-z_]+$/.test(id) || id === 'SUCCESS')
      fault('INVALID_SCREEN_ID', `${id}: a screen's id has letters and underscores only, and is not SUCCESS.`)
  if (new Set(ids).size !== ids.length) fault('DUPLICATE_SCREEN_ID', 'Two screens have one id.')
  if (hasEndpoint) checkRoutes(json, ids, fault)
  for (const screen of screens)
    checkScreen(screen, (message) => fault('INVALID_PROPERTY_VALUE', `${screen.id}: ${message}`))
  return errors
}

type Fault = (error: string, message: string) => void

function checkRoutes({ routing_model: routes, screens }: any, ids: readonly string[], fault: Fault): void {
  if (!isObject(routes)) {
    fault('MISSING_ROUTING_MODEL', 'A Flow with an endpoint has a routing_model.')
    return
  }
  for (const [from, next] of Object.entries(routes)) {
    if (!ids.includes(from)) fault('INVALID_ROUTING_MODEL', `${from} is not a screen.`)
    if (!Array.isArray(next) || next.some((to) => !ids.includes(to))) {
      fault('INVALID_ROUTING_MODEL', `From ${from} a route leads to no screen.`)
      return
    }
    if (next.includes(from)) fault('INVALID_ROUTING_MODEL', `${from} leads to itself.`)
  }
  const all: string[] = Object.values(routes).flat() as string[]
  if (all.length > ROUTES) fault('INVALID_ROUTING_MODEL', `At most ${ROUTES} branches; there are ${all.length}.`)
  const entries = ids.filter((id) => !all.includes(id))
  if (entries.length === 0) fault('INVALID_ROUTING_MODEL', 'No screen is an entry: each is led to.')
  const leads = (from: string, seen: readonly string[]): boolean => {
    if (seen.includes(from)) return false
    const next: string[] = routes[from] ?? []
    const isEnd = screens.find((screen: any) => screen.id === from)?.terminal === true
    return isEnd || next.some((to) => leads(to, [...seen, from]))
  }
  for (const id of ids) if (!leads(id, [])) fault('INVALID_ROUTING_MODEL', `${id} leads to no terminal screen.`)
  const isRound = (from: string, seen: readonly string[]): boolean =>
    seen.includes(from) || (routes[from] ?? []).some((to: string) => isRound(to, [...seen, from]))
  if (ids.some((id) => isRound(id, []))) fault('INVALID_ROUTING_MODEL', 'The routes lead round in a circle.')
}

function checkScreen(screen: any, fault: (message: string) => void): void {
  if (screen.layout?.type !== 'SingleColumnLayout') {
    fault('layout is a SingleColumnLayout.')
    return
  }
  const all = componentsOf(screen.layout)
  if (all.length > COMPONENTS) fault(`at most ${COMPONENTS} components; there are ${all.length}.`)
  const footers = all.filter(({ type }) => type === 'Footer')
  if (footers.length > 1) fault('there is more than one Footer.')
  if (screen.terminal === true && footers.length === 0) fault('a terminal screen needs a Footer.')
  const inputs = all.filter(({ type }) => Object.hasOwn(INPUTS, type))
  const names = inputs.map(({ name }) => name)
  if (new Set(names).size !== names.length) fault('two inputs have one name.')
  if (screen.data !== undefined && !isObject(screen.data)) fault('data is an object.')
  for (const [name, declared] of Object.entries((screen.data ?? {}) as Record<string, any>)) {
    if (!['string', 'number', 'boolean', 'array', 'object'].includes(declared?.type)) fault(`data.${name} has no type.`)
    if (declared?.__example__ === undefined) fault(`data.${name} has no __example__.`)
  }
  for (const name of screen.sensitive ?? []) if (!names.includes(name)) fault(`sensitive names ${name}, no input.`)
  for (const one of all)
    checkComponent(one, screen, names, (message) => fault(`${one.type} ${one.name ?? ''}: ${message}`))
}

function checkText(value: unknown, most: number, what: string, fault: (message: string) => void): void {
  if (Array.isArray(value)) return
  if (typeof value !== 'string' || value.trim() === '') fault(`${what} must not be empty.`)
  else if (!isDynamic(value) && value.length > most) fault(`${what} has ${value.length} of ${most} characters.`)
}

function checkComponent(
  one: Record<string, any>,
  screen: any,
  names: readonly string[],
  fault: (message: string) => void,
): void {
  const { type } = one
  if (!(Object.hasOwn(TEXTS, type) || Object.hasOwn(INPUTS, type) || OTHERS.includes(type))) {
    fault('there is no such component.')
    return
  }
  for (const [key, value] of Object.entries(one)) {
    if (typeof value !== 'string' || key === 'pattern') continue
    const root = DATA.exec(value)?.[1]?.split('.')[0]
    if (root !== undefined && !Object.hasOwn(screen.data ?? {}, root)) fault(`${key} reads ${value}, not declared.`)
    if (value.includes('${') && !isDynamic(value)) fault(`${key} mixes words and \${…}.`)
  }
  if (Object.hasOwn(TEXTS, type)) checkText(one.text, TEXTS[type]!, 'text', fault)
  if (Object.hasOwn(INPUTS, type)) checkInput(one, fault)
  if (type === 'Footer') {
    checkText(one.label, 35, 'label', fault)
    checkAction(one['on-click-action'], screen, names, fault)
  }
}

function checkInput(one: Record<string, any>, fault: (message: string) => void): void {
  const { type } = one
  if (typeof one.name !== 'string' || !/^\w+$/.test(one.name)) fault('name is required.')
  checkText(one.label, INPUTS[type]!, 'label', fault)
  if (one['helper-text'] !== undefined) checkText(one['helper-text'], 80, 'helper-text', fault)
  if (one.description !== undefined) checkText(one.description, 300, 'description', fault)
  if (type === 'TextInput' && one['error-message'] !== undefined)
    checkText(one['error-message'], 30, 'error-message', fault)
  if (type === 'TextInput' && one['input-type'] !== undefined && !KEYBOARDS.includes(one['input-type']))
    fault(`input-type is one of ${KEYBOARDS.join(', ')}.`)
  if (one.pattern !== undefined && one['helper-text'] === undefined) fault('a pattern needs a helper-text.')
  if (one.required === true && (one.visible === false || isDynamic(one.visible)))
    fault('it may be hidden and is required.')
  if (!Object.hasOwn(OPTIONS, type)) return
  const options = one['data-source']
  if (isDynamic(options)) return
  if (!Array.isArray(options) || options.length < 1 || options.length > OPTIONS[type]!) {
    fault(`data-source has 1 to ${OPTIONS[type]} items.`)
    return
  }
  if (new Set(options.map(({ id }: any) => id)).size !== options.length) fault('two options have one id.')
  for (const option of options) {
    if (typeof option.id !== 'string' || option.id === '') fault('an option has no id.')
    checkText(option.title, 30, 'the title of an option', fault)
    if (option.description !== undefined) checkText(option.description, 300, 'the description of an option', fault)
  }
}

function checkAction(action: any, screen: any, names: readonly string[], fault: (message: string) => void): void {
  if (!ACTIONS.includes(action?.name)) {
    fault(`on-click-action is one of ${ACTIONS.join(', ')}.`)
    return
  }
  if (action.name === 'navigate' && screen.terminal === true) fault('a terminal screen does not navigate.')
  if (action.name === 'complete' && screen.terminal !== true) fault('complete belongs on a terminal screen.')
  for (const value of Object.values(action.payload ?? {})) {
    const name = typeof value === 'string' ? FORM.exec(value)?.[1] : undefined
    if (name !== undefined && !names.includes(name)) fault(`the payload reads ${value}, no input.`)
  }
}
