/** Carries out what a conversation needs of the hub, as the citizen, through the gateway. */
import { setTimeout } from 'node:timers/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { ExecutionResult } from 'graphql'
import type { LanguageCode } from '../../vocabulary/catalogue.ts'
import type { Host, Principal } from '../subgraph.ts'
import { APPLICATION_FIELDS, applicationView } from './application-view.ts'
import type { ChatCatalogue, Filed, Operation, Result, UploadRefusal } from './conversation/state.ts'
import { type CloudApi, MediaElsewhere, MediaGone, MediaTooLarge } from './sending/cloud-api.ts'

/** The hub takes no larger file. */
const DOCUMENT_BYTES = 16 * 1024 * 1024
const APPLICATIONS = 9
/** Between the tries of a download. */
const DOWNLOAD_PAUSES_MS = [500, 2000]

export const asCitizen = (id: string): Principal => ({ kind: 'citizen', citizen: { id }, scopes: [] })

/** What is said of an application that is not this citizen's, or not theirs alone yet. */
const HIDDEN: ReadonlySet<string> = new Set(['NOT_FOUND', 'FORBIDDEN'])

const PROBLEMS = (language: string) => `... on InvalidInput { problems { path rule message(language: ${language}) } }`
const OUTCOME = (language: string) =>
  `{ __typename ... on Application { reference } ${PROBLEMS(language)} ... on AlreadyApplied { application { reference } } }`

export type Operations = (operation: Operation, catalogue: ChatCatalogue) => Promise<Result>

export function operations(host: Host, api: CloudApi, citizen: string, chosen: LanguageCode): Operations {
  const principal = asCitizen(citizen)
  const language = chosen.toUpperCase()
  const ask = (operation: string, variables: Record<string, unknown>): Promise<ExecutionResult<any>> =>
    host.ask(operation, variables, principal).catch((error) => {
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
          { code: operation.service, path: operation.path.replace(/\.\d+(?=\.|$)/g, '[]'), answers: operation.answers },
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
        return upload(operation)
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
          'mutation Link($code: String!) { spendLinkCode(code: $code) { linked applications { reference } } }',
          { code: operation.code },
        )
        const link = result.data?.spendLinkCode
        return {
          type: 'link',
          linked: link?.linked ?? false,
          references: (link?.applications ?? []).map((a: { reference: string }) => a.reference),
          answered: Boolean(link) || limited(result),
        }
      }
    }
  }

  /** A file of WhatsApp; what went wrong in between is tried again before the citizen is asked to. */
  async function downloaded(id: string): Promise<Uint8Array> {
    for (const pause of DOWNLOAD_PAUSES_MS)
      try {
        return await api.download(id, DOCUMENT_BYTES)
      } catch (error) {
        if (error instanceof MediaTooLarge || error instanceof MediaGone || error instanceof MediaElsewhere) throw error
        host.log.warn('a file could not be fetched from WhatsApp; it is tried again', { error: (error as Error).name })
        await setTimeout(pause)
      }
    return api.download(id, DOCUMENT_BYTES)
  }

  /** Fetches a file from WhatsApp at once (its address lives five minutes), checks what it is, and keeps it in the hub. */
  async function upload({ media, accepts }: Extract<Operation, { kind: 'upload' }>): Promise<Result> {
    const refused = (why: UploadRefusal): Result => ({ type: 'upload', stored: null, refused: why })
    let bytes: Uint8Array
    try {
      bytes = await downloaded(media.id)
    } catch (error) {
      if (error instanceof MediaTooLarge) return refused('too-large')
      if (error instanceof MediaGone) return refused('expired')
      host.log.error('a file could not be fetched from WhatsApp', error)
      return refused('failed')
    }
    if (!bytes.length) return refused('empty')
    const type = (await fileTypeFromBuffer(bytes))?.mime
    if (!type || !isAccepted(type, accepts)) return refused('type')
    if (isAnother(type, media.mediaType)) return refused('content')
    const name = media.name ?? `file.${type.split('/')[1]}`
    const announced = await ask(
      'mutation Announce($name: String!, $type: String!, $size: Int!) { createUpload(name: $name, mediaType: $type, size: $size) { documentId url } }',
      {
        name,
        type,
        size: bytes.length,
      },
    )
    const target = announced.data?.createUpload
    if (!target)
      return refused(announced.errors?.some((error) => error.extensions?.code === 'BAD_USER_INPUT') ? 'type' : 'failed')
    try {
      const put = await host.ask.fetch(
        target.url,
        { method: 'PUT', body: bytes as Uint8Array<ArrayBuffer>, headers: { 'content-type': type } },
        principal,
      )
      if (!put.ok) return refused(put.status === 415 ? 'type' : 'failed')
    } catch (error) {
      host.log.error('a file could not be put', error)
      return refused('failed')
    }
    return { type: 'upload', stored: { document: target.documentId, name }, refused: null }
  }
}

/** Whether a file that says what it is, is something else. What it is called otherwise (`application/octet-stream`) says nothing. */
function isAnother(type: string, said: string | null): boolean {
  const claimed = (said ?? '').replace(/;.*$/s, '').trim().toLowerCase().replace('image/jpg', 'image/jpeg')
  return /^(application\/pdf|image\/[\w.+-]+)$/.test(claimed) && claimed !== type
}
const isAccepted = (type: string, accepts: readonly string[] | null): boolean =>
  !accepts ||
  accepts.some((accepted) => accepted === type || (accepted.endsWith('/*') && type.startsWith(accepted.slice(0, -1))))
