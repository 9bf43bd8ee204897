/** Reads an answer by its contract: what is missing, doubled or of another kind is refused by the name of its element. */
export interface Answer {
  has(name: string): boolean
  /** Empty where the element is empty. */
  text(name: string): string
  optionalText(name: string): string | null
  integer(name: string): number
  /** One of the listed codes. */
  code<T extends string>(name: string, codes: readonly T[]): T
  texts(name: string): readonly string[]
  child(name: string): Answer
  children(name: string): readonly Answer[]
  /** Refuses the answer; `what` holds names of elements only, nothing of a person. */
  refuse(what: string): never
}

/** `value` as node-soap parsed it, all leaves as texts. `refuse` throws. */
export function answerOf(value: unknown, refuse: (what: string) => never, path = ''): Answer {
  const element = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const all = (name: string): readonly unknown[] => {
    if (!Object.hasOwn(element, name)) return []
    const found = element[name]
    return Array.isArray(found) ? found : [found]
  }
  const one = (name: string): unknown => {
    const [found, ...more] = all(name)
    if (found === undefined) refuse(`${path}${name} is missing`)
    if (more.length) refuse(`${path}${name} is there more than once`)
    return found
  }
  const asText = (found: unknown, name: string): string => {
    const text = typeof found === 'object' && found !== null && '$value' in found ? found.$value : found
    if (text === null) return ''
    return typeof text === 'string' ? text.trim() : refuse(`${path}${name} is no text`)
  }
  const answer: Answer = {
    has: (name) => all(name).length > 0,
    text: (name) => asText(one(name), name),
    optionalText: (name) => (all(name).length ? asText(one(name), name) : null),
    integer(name) {
      const text = answer.text(name)
      const number = Number(text)
      return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(number)
        ? number
        : refuse(`${path}${name} is no whole number`)
    },
    code(name, codes) {
      const text = answer.text(name)
      return codes.find((code) => code === text) ?? refuse(`${path}${name} is not a known code`)
    },
    texts: (name) => all(name).map((found) => asText(found, name)),
    child: (name) => answerOf(one(name), refuse, `${path}${name}.`),
    children: (name) => all(name).map((found) => answerOf(found, refuse, `${path}${name}.`)),
    refuse: (what) => refuse(`${path}${what}`),
  }
  return answer
}
