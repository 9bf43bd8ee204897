/** Files by GraphQL as a portal does whose connection fails: the same request again, until there is an answer. */
import { exampleInput, type Form } from '../journeys/filing.ts'
import { photo } from '../journeys/papers.ts'
import type { World } from '../journeys/world.ts'
import { type Filing, SERVICES } from './ledger.ts'
import { insist, type Outside, pause } from './outside.ts'

/** Share of the requests whose caller goes away before the answer. */
const IMPATIENT = 0.15
const IMPATIENT_MS = 60
/** Share of the answered requests that are sent once more all the same. */
const DOUBTFUL = 0.1
const AGAIN_MS = 200

const UPLOAD =
  'mutation ($name: String!, $mediaType: String!, $size: Int!) { createUpload(name: $name, mediaType: $mediaType, size: $size) { documentId url } }'

export type Forms = ReadonlyMap<string, Form>

/** A form of each service, filled in with examples, and the paths of its documents. */
export async function readForms(outside: Outside): Promise<Forms> {
  const token = await outside.citizenToken('919600000001')
  const world = {
    graphql: (query: string, variables: object, of = token) => outside.graphql(query, variables, of),
    upload: async () => DOCUMENT,
  } as unknown as World
  const forms = new Map<string, Form>()
  for (const service of SERVICES) forms.set(service, await exampleInput(world, service, token))
  return forms
}
const DOCUMENT = 'document'

/** The input with each document in its place. */
const withDocument = (input: any, id: string): any =>
  JSON.parse(JSON.stringify(input), (_, value) => (value === DOCUMENT ? id : value))

export class Portal {
  readonly #outside: Outside
  readonly #forms: Forms
  readonly #random: () => number
  constructor(outside: Outside, forms: Forms, random: () => number) {
    this.#outside = outside
    this.#forms = forms
    this.#random = random
  }

  async files(filing: Filing): Promise<void> {
    const token = await insist('a token', () => this.#outside.citizenToken(filing.mobile))
    const { input, mutation } = this.#forms.get(filing.service)!
    // one photograph stands for all papers: each has the marker in its bytes
    const document = await insist('an upload', () => this.#upload(token, filing.marker))
    const variables = { input: withDocument(input, document), requestId: filing.marker }
    const file = async () => {
      const signal = this.#random() < IMPATIENT ? AbortSignal.timeout(1 + this.#random() * IMPATIENT_MS) : undefined
      const { data, errors } = await this.#outside.graphql(mutation, variables, token, signal)
      const apply = data?.apply
      const reference = apply?.reference ?? apply?.application?.reference
      if (reference) filing.references.add(reference)
      else throw new Error(`no reference: ${JSON.stringify(errors?.[0] ?? apply)}`)
    }
    await insist('a filing', file)
    if (this.#random() >= DOUBTFUL) return
    await pause(AGAIN_MS)
    await insist('the same filing', file)
  }

  async #upload(token: string, marker: string): Promise<string> {
    const { name, mediaType, bytes } = photo(marker)
    const { data, errors } = await this.#outside.graphql(UPLOAD, { name, mediaType, size: bytes.length }, token)
    if (!data?.createUpload) throw new Error(`no upload: ${JSON.stringify(errors?.[0])}`)
    const put = await fetch(data.createUpload.url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': mediaType },
      body: bytes as Uint8Array<ArrayBuffer>,
    })
    const text = await put.text()
    if (!put.ok) throw new Error(`an upload was answered ${put.status} ${text}`)
    return data.createUpload.documentId
  }
}
