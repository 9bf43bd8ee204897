/** Carries out what a conversation needs of the hub, as the citizen, through the gateway. */
import type { ExecutionResult } from 'graphql'
import type { LanguageCode } from '../../vocabulary/catalogue.ts'
import type { Host, Principal } from '../subgraph.ts'
import { APPLICATION_FIELDS, applicationView } from './application-view.ts'
import type { ChatCatalogue, Filed, Operation, Result } from './conversation/state.ts'
import type { Whose } from './inbox/whose.ts'
import { papers } from './papers/index.ts'
import type { CloudApi } from './sending/cloud-api.ts'

const APPLICATIONS = 9

export const asCitizen = (id: string): Principal => ({ kind: 'citizen', citizen: { id }, scopes: [] })

/** What is said of an application that is not this citizen's, or not theirs alone yet. */
const HIDDEN: ReadonlySet<string> = new Set(['NOT_FOUND', 'FORBIDDEN'])

const PROBLEMS = (language: string) => `... on InvalidInput { problems { path rule message(language: ${language}) } }`
const OUTCOME = (language: string) =>
  `{ __typename ... on Application { reference } ${PROBLEMS(language)} ... on AlreadyApplied { application { reference } } }`

export type Operations = (operation: Operation, catalogue: ChatCatalogue) => Promise<Result>

export function operations(
  host: Host,
  api: CloudApi,
  citizen: string,
  chosen: LanguageCode,
  unproved: Whose['unproved'] = null,
): Operations {
  const principal = asCitizen(citizen)
  const language = chosen.toUpperCase()
  const upload = papers(host, api)
  const ask = (
    operation: string,
    variables: Record<string, unknown>,
    as: Principal = principal,
  ): Promise<ExecutionResult<any>> =>
    host.ask(operation, variables, as).catch((error) => {
      host.log.error('the gateway did not answer the channel', error)
      return { errors: [], data: null } as ExecutionResult<any>
    })
  const limited = (result: ExecutionResult<any>) =>
    result.errors?.some((error) => error.extensions?.code === 'LOOKUP_LIMIT') ?? false

  function filed(result: ExecutionResult<any>, field: string): Filed {
    const value = result.data?.[field]
    switch (value?.__typename) {
      case 'Application':
        return { is: 'filed', reference: value.reference }
      case 'AlreadyApplied':
        return { is: 'same', reference: value.application.reference }
      case 'InvalidInput':
        return { is: 'invalid', problems: value.problems }
      default:
        if (result.errors?.some((error) => HIDDEN.has(error.extensions?.code as string))) return { is: 'unknown' }
        if (result.errors?.length)
          host.log.warn('the hub refused what the channel asked', {
            field,
            code: String(result.errors[0]?.extensions?.code ?? 'unknown'),
          })
        return { is: 'failed' }
    }
  }

  return async (operation, catalogue): Promise<Result> => {
    switch (operation.kind) {
      case 'options': {
        const result = await ask(
          `query Options($code: ID!, $path: String!, $answers: JSON) { service(code: $code) { question(path: $path, language: ${language}) { options(answers: $answers) { value label description } } } }`,
          { code: operation.service, path: operation.path, answers: operation.answers },
        )
        return {
          type: 'options',
          of: operation,
          options: result.data?.service?.question?.options ?? null,
          limit: limited(result),
        }
      }
      case 'facts': {
        const result = await ask(
          'query Facts($code: ID!, $answers: JSON!) { service(code: $code) { facts(answers: $answers) } }',
          {
            code: operation.service,
            answers: operation.answers,
          },
        )
        return { type: 'facts', of: operation, facts: result.data?.service?.facts ?? {} }
      }
      case 'fee': {
        const result = await ask(
          'query Fee($code: ID!, $answers: JSON!) { service(code: $code) { feeFor(answers: $answers) } }',
          {
            code: operation.service,
            answers: operation.answers,
          },
        )
        return {
          type: 'fee',
          of: operation,
          fee: result.data?.service?.feeFor ?? null,
          answered: Boolean(result.data?.service),
        }
      }
      case 'file': {
        const service = catalogue.service(operation.service)
        if (!service) return { type: 'filed', outcome: { is: 'failed' } }
        const result = await ask(
          `mutation File($input: ${service.input}!, $requestId: ID) { ${service.mutation}(input: $input, requestId: $requestId) ${OUTCOME(language)} }`,
          { input: operation.input, requestId: operation.requestId },
        )
        return { type: 'filed', outcome: filed(result, service.mutation) }
      }
      case 'upload':
        return upload(operation, principal)
      case 'applications': {
        const result = await ask(
          `query Mine { me { applications(first: ${APPLICATIONS}) { edges { node { ${APPLICATION_FIELDS(language)} } } } } }`,
          {},
        )
        const edges = result.data?.me?.applications?.edges as { node: any }[] | undefined
        return { type: 'applications', applications: edges?.map(({ node }) => applicationView(node)) ?? null }
      }
      case 'application': {
        const result = await ask(
          `query One($reference: ID!) { application(reference: $reference) { ${APPLICATION_FIELDS(language)} } }`,
          {
            reference: operation.reference,
          },
        )
        const node = result.data?.application
        return {
          type: 'application',
          of: operation,
          application: node ? applicationView(node) : null,
          answered: Boolean(result.data),
        }
      }
      case 'withdraw': {
        const result = await ask(
          `mutation Withdraw($reference: ID!) { withdrawApplication(reference: $reference) ${OUTCOME(language)} }`,
          {
            reference: operation.reference,
          },
        )
        return { type: 'withdraw', reference: operation.reference, outcome: filed(result, 'withdrawApplication') }
      }
      case 'answer': {
        const { reference, answer } = operation
        const result = await ask(
          `mutation Answer($reference: ID!, $answer: JSON!) { answerAction(reference: $reference, answer: $answer) ${OUTCOME(language)} }`,
          { reference, answer },
        )
        return { type: 'answer', reference, outcome: filed(result, 'answerAction') }
      }
      case 'link': {
        const result = await ask(
          'mutation Link($code: String!, $holder: ID, $confirmed: Boolean) { spendLinkCode(code: $code, holder: $holder, confirmed: $confirmed) { linked account { digits } applications { reference } } }',
          { code: operation.code, holder: unproved?.holder ?? null, confirmed: operation.confirmed ?? false },
          // the citizen whom the phone is known as: whether it is them, the code says
          unproved ? asCitizen(unproved.former) : principal,
        )
        const link = result.data?.spendLinkCode
        return {
          type: 'link',
          linked: link?.linked ?? false,
          references: (link?.applications ?? []).map((a: { reference: string }) => a.reference),
          answered: Boolean(link),
          limit: limited(result),
          account: link?.account ? { code: operation.code, digits: link.account.digits } : null,
        }
      }
      case 'erase': {
        const result = await ask('mutation Erase { eraseMe { erased waitsFor } }', {})
        const erasure = result.data?.eraseMe
        return { type: 'erase', erased: erasure?.erased ?? null, waitsFor: erasure?.waitsFor ?? [] }
      }
    }
  }
}
