/** An application as the channel reads it through the gateway. */
import type { ActionView, ApplicationView, Question } from './conversation/state.ts'

const QUESTION = 'path label hint example block type scalar required when minimum maximum pattern accepts live facts'
/** Without the options of a live question: those are asked for as the citizen whose action it is. */
export const ACTION_FIELDS = (language: string): string =>
  `kind text(language: ${language}) due place question(language: ${language}) { ${QUESTION} }`
const OWN_ACTION_FIELDS = (language: string): string =>
  `kind text(language: ${language}) due place question(language: ${language}) { ${QUESTION} options { value label description } }`
export const APPLICATION_FIELDS = (language: string) =>
  `reference status restricted due service { code title(language: ${language}) } history { status at reason } action { ${OWN_ACTION_FIELDS(language)} } certificate { code url }`

/** A node selected by `APPLICATION_FIELDS`. */
export function applicationView(node: any): ApplicationView {
  return {
    reference: node.reference,
    service: node.service.code,
    title: node.service.title,
    status: node.status,
    restricted: node.restricted,
    due: node.due,
    history: node.history ?? [],
    action: node.action ? actionView(node.action) : null,
    certificate: node.certificate ?? null,
  }
}

/** An action selected by `ACTION_FIELDS`, with or without options. */
export function actionView(node: any): ActionView {
  const { question } = node
  return {
    kind: node.kind,
    text: node.text,
    due: node.due,
    place: node.place,
    question: question && toQuestion(question),
    options: question?.options ?? null,
  }
}

/** The department's question in one language, as a question that stands by itself. */
function toQuestion(row: any): Question {
  const own = (text: string | null) => (text === null ? null : { en: text })
  const { options: _, ...rest } = row
  return {
    ...rest,
    label: { en: row.label },
    hint: own(row.hint),
    example: own(row.example),
    block: own(row.block),
    within: null,
    when: null,
    suggest: null,
    repeats: null,
    atLeast: null,
    dependsOn: null,
    options: null,
  }
}
