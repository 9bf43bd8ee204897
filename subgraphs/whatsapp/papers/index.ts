/** Files that citizens send: fetched from WhatsApp, prepared, and kept in the hub. */
import { setTimeout } from 'node:timers/promises'
import type { ExecutionResult } from 'graphql'
import type { Host, Principal } from '../../subgraph.ts'
import type { Media, Operation, Result, UploadRefusal } from '../conversation/state.ts'
import { type CloudApi, MediaElsewhere, MediaGone, MediaTooLarge } from '../sending/cloud-api.ts'
import { inspector } from './inspector.ts'
import { PAPER_BYTES, type Paper, PaperRefused, type Received } from './paper.ts'
import { prepared, preparedTogether } from './prepared.ts'

/** Between the tries of a download. */
const DOWNLOAD_PAUSES_MS = [500, 2000]
/** ms after which no other try begins: what else is written in the chat waits for this answer. */
const PATIENCE_MS = 30_000
const inspecting = inspector()

export type Upload = (operation: Extract<Operation, { kind: 'upload' }>, principal: Principal) => Promise<Result>

export function papers(host: Host, api: Pick<CloudApi, 'download'>): Upload {
  /** A file of WhatsApp; what went wrong in between is tried again, with a fresh address, before the citizen is asked to. */
  async function downloaded({ id, mediaType, name }: Media): Promise<Received> {
    const began = performance.now()
    const fetched = async () => ({ bytes: await api.download(id, PAPER_BYTES), said: mediaType, name })
    for (const pause of DOWNLOAD_PAUSES_MS)
      try {
        return await fetched()
      } catch (error) {
        if (error instanceof MediaTooLarge || error instanceof MediaGone || error instanceof MediaElsewhere) throw error
        if (performance.now() - began > PATIENCE_MS) throw error
        host.log.warn('a file could not be fetched from WhatsApp; it is tried again', { error: (error as Error).name })
        await setTimeout(pause)
      }
    return fetched()
  }

  /** Keeps a paper in the hub as its citizen; returns its document id. Throws PaperRefused. */
  async function kept({ bytes, mediaType, name }: Paper, principal: Principal): Promise<string> {
    const announced: ExecutionResult<any> = await host.ask(
      'mutation Announce($name: String!, $type: String!, $size: Int!) { createUpload(name: $name, mediaType: $type, size: $size) { documentId url } }',
      { name, type: mediaType, size: bytes.length },
      principal,
    )
    const target = announced.data?.createUpload
    if (!target)
      throw new PaperRefused(
        announced.errors?.some((error) => error.extensions?.code === 'BAD_USER_INPUT') ? 'type' : 'failed',
      )
    const put = await host.ask.fetch(
      target.url,
      { method: 'PUT', body: bytes as Uint8Array<ArrayBuffer>, headers: { 'content-type': mediaType } },
      principal,
    )
    if (!put.ok) throw new PaperRefused(put.status === 415 ? 'type' : 'failed')
    return target.documentId
  }

  /** Fetches at once (an address lives five minutes), prepares, keeps. */
  return async (of, principal) => {
    const { media, accepts, pages = [], despite = [] } = of
    const refused = (why: UploadRefusal): Result => ({ type: 'upload', of, stored: null, refused: why })
    try {
      const files: Received[] = []
      for (const page of [...pages, media]) files.push(await downloaded(page))
      const wanted = { accepts, despite }
      const paper =
        files.length > 1
          ? await preparedTogether(files, wanted, inspecting)
          : await prepared(files[0]!, wanted, inspecting)
      const document = await kept(paper, principal)
      return { type: 'upload', of, stored: { document, name: paper.name }, refused: null }
    } catch (error) {
      if (error instanceof PaperRefused) return refused(error.why)
      if (error instanceof MediaTooLarge) return refused('too-large')
      if (error instanceof MediaGone) return refused('expired')
      host.log.error('a file could not be taken', error)
      return refused('failed')
    }
  }
}
