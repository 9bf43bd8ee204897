/** Files a service by GraphQL with examples and first options, as a portal's form would. */
import { paperFor } from './papers.ts'
import type { Answer, World } from './world.ts'

const QUESTIONS = `query ($code: ID!) { service(code: $code) {
  mutation inputType questions { path type example required accepts when oneOf repeats { minimum maximum } } } }`
const OPTIONS = `query ($code: ID!, $path: String!, $answers: JSON) { service(code: $code) { question(path: $path) { options(answers: $answers) { value } } } }`

/** Sets `value` at a question's path; `witnesses[].name` sets it in each of the list's items. */
function put(input: any, path: string, value: unknown, count: number): void {
  const [name, ...rest] = path.split('.')
  const key = name!.replace('[]', '')
  if (name!.endsWith('[]')) {
    input[key] ??= Array.from({ length: count }, () => (rest.length ? {} : value))
    if (rest.length) for (const item of input[key]) put(item, rest.join('.'), value, count)
  } else if (rest.length) {
    input[key] ??= {}
    put(input[key], rest.join('.'), value, count)
  } else input[key] = value
}

export interface Form {
  readonly input: any
  readonly mutation: string
}

/** The input that examples and first options give. `token` reads live options and owns the documents. */
export async function exampleInput(world: World, service: string, token: string): Promise<Form> {
  const { data } = await world.graphql(QUESTIONS, { code: service })
  const { mutation, inputType, questions } = data.service
  const input: any = {}
  const given: Record<string, string> = {}
  for (const question of questions) {
    // what depends on other answers is not asked of somebody who answers with examples and first options
    if (question.when) continue
    if (question.oneOf) {
      // of alternatives the first is given
      const alternative = question.path.slice(question.oneOf.length + 1).split('.')[0]
      given[question.oneOf] ??= alternative
      if (given[question.oneOf] !== alternative) continue
    }
    const value = await answerTo(question)
    put(input, question.path, value, Math.max(question.repeats?.minimum ?? 1, 1))
  }
  async function answerTo(question: any): Promise<unknown> {
    switch (question.type) {
      case 'DOCUMENT': {
        const { name, mediaType, bytes } = paperFor(question.accepts)
        return world.upload(token, name, mediaType, bytes)
      }
      case 'CHOICE':
      case 'CHOICES': {
        const answer = await world.graphql(OPTIONS, { code: service, path: question.path, answers: input }, token)
        const { options } = answer.data.service.question
        return question.type === 'CHOICES' ? [options[0].value] : options[0].value
      }
      case 'BOOLEAN':
        return true
      case 'INTEGER':
        return Number(question.example)
      default:
        return question.example
    }
  }
  return {
    input,
    mutation: `mutation ($input: ${inputType}!, $requestId: ID, $onBehalfOf: CitizenInput, $language: Language) {
      apply: ${mutation}(input: $input, requestId: $requestId, onBehalfOf: $onBehalfOf) {
        __typename
        ... on Application { reference status }
        ... on InvalidInput { problems { path rule message(language: $language) } }
        ... on AlreadyApplied { application { reference } } } }`,
  }
}

export async function files(
  world: World,
  form: Form,
  token: string,
  more: object = {},
): Promise<Answer & { data: { apply: any } }> {
  return world.graphql(form.mutation, { input: form.input, ...more }, token) as Promise<
    Answer & { data: { apply: any } }
  >
}
