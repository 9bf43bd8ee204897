/** Forms at Meta: created, checked and published where they are not; what stands there already is left alone. */
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { FlowCreation } from './creations.ts'

const VERSION = 'v25.0'
const CALL_MS = 30_000
const PAGE = 100
/** Names of ours begin so. */
const OURS = /^dwar_/

export interface MetaAccount {
  /** Base of the Graph API, without a version. */
  readonly url: string
  readonly accessToken: string
  readonly phoneNumberId: string
  /** Of the WhatsApp Business Account that the forms belong to. */
  readonly accountId: string
}
export interface PublishedForm {
  readonly name: string
  readonly did: 'published' | 'unchanged' | 'deprecated'
}
interface KnownFlow {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly endpoint_uri?: string
}

/** Meta refused; the message says what, with Meta's reason. */
export class PublishingError extends Error {
  override readonly name = 'PublishingError'
}

function graph({ url, accessToken }: MetaAccount) {
  const base = `${url.replace(/\/+$/, '')}/${VERSION}/`
  return async (method: 'GET' | 'POST', path: string, body?: Readonly<Record<string, unknown>> | FormData) => {
    const isForm = body instanceof FormData
    const response = await fetch(base + path, {
      method,
      redirect: 'error',
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(CALL_MS),
    })
    const answer: any = await response.json().catch(() => null)
    if (response.ok && answer && !answer.error) return answer
    const { message, error_data, error_user_msg } = answer?.error ?? {}
    const why = error_data?.details ?? error_user_msg ?? message ?? `HTTP ${response.status}`
    throw new PublishingError(`${method} ${path.split('?')[0]}: ${why}`)
  }
}
type Graph = ReturnType<typeof graph>

async function flowsAt(call: Graph, accountId: string): Promise<ReadonlyMap<string, KnownFlow>> {
  const found = new Map<string, KnownFlow>()
  const fields = 'id,name,status,endpoint_uri'
  for (let after: string | null = ''; after !== null; ) {
    const page: any = await call(
      'GET',
      `${accountId}/flows?fields=${fields}&limit=${PAGE}${after && `&after=${encodeURIComponent(after)}`}`,
    )
    for (const flow of page.data) found.set(flow.name, flow)
    after = page.paging?.next ? (page.paging.cursors.after as string) : null
  }
  return found
}

const validated = (name: string, errors: readonly { message: string }[] = []): void => {
  if (errors.length) throw new PublishingError(`${name}: ${errors.map(({ message }) => message).join(' ')}`)
}

async function uploadJson(call: Graph, id: string, { name, flow_json }: FlowCreation): Promise<void> {
  const form = new FormData()
  form.set('name', 'flow.json')
  form.set('asset_type', 'FLOW_JSON')
  form.set('file', new Blob([flow_json], { type: 'application/json' }), 'flow.json')
  validated(name, (await call('POST', `${id}/assets`, form)).validation_errors)
}

/**
 * Uploads the public key, and publishes each form that is not published with this endpoint; safe to repeat. `told` hears of each form.
 * Throws PublishingError, naming the first form that Meta refuses: those before it stand.
 */
export async function publishForms(
  account: MetaAccount,
  forms: readonly FlowCreation[],
  { endpoint, privateKey, told }: { endpoint: string; privateKey: KeyObject; told(form: PublishedForm): void },
): Promise<void> {
  const call = graph(account)
  const { accountId, phoneNumberId } = account
  const pem = String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }))
  const keys: any = await call('GET', `${phoneNumberId}/whatsapp_business_encryption`)
  if (String(keys.data?.[0]?.business_public_key ?? '').trim() !== pem.trim())
    await call('POST', `${phoneNumberId}/whatsapp_business_encryption`, { business_public_key: pem })
  const known = await flowsAt(call, accountId)
  for (const form of forms) {
    const { name } = form
    const there = known.get(name)
    if (there?.status === 'PUBLISHED' && there.endpoint_uri === endpoint) {
      told({ name, did: 'unchanged' })
      continue
    }
    let id: string
    if (there) {
      id = there.id
      if (there.endpoint_uri !== endpoint) await call('POST', id, { endpoint_uri: endpoint })
      if (there.status === 'DRAFT') await uploadJson(call, id, form)
    } else {
      const made: any = await call('POST', `${accountId}/flows`, { ...form, endpoint_uri: endpoint })
      id = made.id
      validated(name, made.validation_errors)
    }
    if (there?.status !== 'PUBLISHED') await call('POST', `${id}/publish`)
    told({ name, did: 'published' })
  }
}

/** Deprecates published forms of ours that are none of these: they can be opened no more, old messages included. */
export async function retireForms(
  account: MetaAccount,
  forms: readonly FlowCreation[],
  told: (form: PublishedForm) => void,
): Promise<void> {
  const call = graph(account)
  const current = new Set(forms.map(({ name }) => name))
  for (const { id, name, status } of (await flowsAt(call, account.accountId)).values()) {
    if (!OURS.test(name) || current.has(name) || status !== 'PUBLISHED') continue
    await call('POST', `${id}/deprecate`)
    told({ name, did: 'deprecated' })
  }
}
