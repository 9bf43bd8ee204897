/** A `multipart/form-data` body of one JSON part and documents. */
import { Buffer } from 'node:buffer'
import type { FilingDocument } from '../adapter.ts'

/** `part` names the part of a document. Reads every document. */
export async function multipart(
  json: { readonly name: string; readonly value: unknown },
  documents: readonly FilingDocument[],
  part: (document: FilingDocument) => string,
): Promise<FormData> {
  const form = new FormData()
  form.append(json.name, new Blob([JSON.stringify(json.value)], { type: 'application/json' }))
  for (const document of documents) {
    const bytes = await document.read()
    form.append(part(document), new Blob([Buffer.from(bytes)], { type: document.mediaType }), document.name)
  }
  return form
}
