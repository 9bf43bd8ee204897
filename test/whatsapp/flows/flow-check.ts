/** What Meta would refuse of a Flow JSON, of its reference of June 2026, written apart from the generator. */

const LABELS: Readonly<Record<string, number>> = {
  TextInput: 20,
  TextArea: 20,
  Dropdown: 20,
  RadioButtonsGroup: 30,
  CheckboxGroup: 30,
  DatePicker: 40,
}
const TEXTS: Readonly<Record<string, number>> = {
  TextHeading: 80,
  TextSubheading: 80,
  TextBody: 4096,
  TextCaption: 409,
}
const OPTIONS: Readonly<Record<string, number>> = { RadioButtonsGroup: 20, CheckboxGroup: 20, Dropdown: 200 }
const DYNAMIC = /^\$\{data\.(\w+)\}$/

/** Faults by the screen that has them; none for a Flow that Meta takes. */
export function flowFaults(json: any): string[] {
  const faults: string[] = []
  const ids: string[] = json.screens.map(({ id }: any) => id)
  if (json.version !== '7.3' || json.data_api_version !== '3.0') faults.push('versions')
  if (JSON.stringify(json).length > 10 * 1024 * 1024) faults.push('larger than 10 MB')
  if (new Set(ids).size !== ids.length) faults.push('screens of one id')
  for (const id of ids) if (!/^[A-Za-z_]+$/.test(id) || id === 'SUCCESS') faults.push(`${id}: id`)
  const routes = json.routing_model as Record<string, string[]>
  if (JSON.stringify(Object.keys(routes).sort()) !== JSON.stringify([...ids].sort()))
    faults.push('routes of other screens')
  if (Object.values(routes).flat().length > 10) faults.push('more than 10 routes')
  const reached = new Set(Object.values(routes).flat())
  const entries = ids.filter((id) => !reached.has(id))
  if (entries.length !== 1 || entries[0] !== ids[0]) faults.push(`entries: ${entries}`)
  // forward only, and each ends at a terminal screen
  for (const [from, next] of Object.entries(routes)) {
    for (const to of next) if (ids.indexOf(to) <= ids.indexOf(from)) faults.push(`${from} → ${to}`)
    const screen = json.screens.find(({ id }: any) => id === from)
    if (!next.length && !screen.terminal) faults.push(`${from} leads nowhere`)
  }
  for (const screen of json.screens) {
    const fault = (what: string) => faults.push(`${screen.id}: ${what}`)
    const all = inside(screen.layout)
    const names = all.flatMap((one: any) => (one.type !== 'Form' && one.name ? [one.name] : []))
    if (all.length > 50) fault(`${all.length} components`)
    if (new Set(names).size !== names.length) fault('names')
    if (all.filter(({ type }: any) => type === 'Footer').length !== 1) fault('footers')
    for (const name of screen.sensitive ?? []) if (!names.includes(name)) fault(`sensitive ${name}`)
    for (const one of all) check(one, screen, fault)
  }
  return faults
}

function inside(node: any): any[] {
  return (node.children ?? []).flatMap((child: any) => [child, ...inside(child)])
}

function check(one: any, screen: any, fault: (what: string) => void): void {
  for (const [key, value] of Object.entries(one)) {
    const data = typeof value === 'string' ? DYNAMIC.exec(value) : null
    if (data && !screen.data[data[1]!]) fault(`${one.type}.${key}: ${value} is not declared`)
    if (typeof value === 'string' && value.includes('${data.') && !data) fault(`${one.type}.${key}: mixed`)
  }
  const fits = (what: string, value: string, most: number) => {
    if (!value.trim() || (value.length > most && !DYNAMIC.test(value))) fault(`${what} of ${value.length}: ${value}`)
  }
  if (TEXTS[one.type]) fits(one.type, one.text, TEXTS[one.type]!)
  else if (LABELS[one.type]) {
    fits(`${one.type} ${one.name}`, one.label, LABELS[one.type]!)
    if (!/^[a-z]\w*$/i.test(one.name)) fault(`name ${one.name}`)
    if (one['helper-text'] !== undefined) fits('helper', one['helper-text'], 80)
    if (one.visible !== undefined && one.required === true) fault(`${one.name} is hidden and required`)
    const options = one['data-source']
    if (OPTIONS[one.type] && (!options?.length || options.length > OPTIONS[one.type]!)) fault(`${one.name}: options`)
    for (const { title, description } of options ?? []) {
      fits('option', title, 30)
      if (description !== undefined) fits('description', description, 300)
    }
    const given = (options ?? []).map(({ id }: any) => id)
    if (new Set(given).size !== given.length) fault(`${one.name}: options of one id`)
  } else if (one.type === 'Footer') {
    fits('footer', one.label, 35)
    if (one['on-click-action'].name !== 'data_exchange') fault('footer')
    const names = inside(screen.layout).map(({ name }: any) => name)
    for (const value of Object.values(one['on-click-action'].payload) as string[]) {
      const form = /^\$\{form\.(\w+)\}$/.exec(value)
      if (!form || !names.includes(form[1])) fault(`payload ${value}`)
    }
  } else if (one.type !== 'Form') fault(`component ${one.type}`)
}
