/** What a clerk's desk asks of the sandbox. */

/**
 * @typedef {object} Document
 * @property {string} name
 * @property {string} mediaType
 * @property {number} size bytes
 * @property {string} sha256
 */
/**
 * @typedef {object} Case
 * @property {string} reference the department's
 * @property {string} key the number that the hub gave
 * @property {string} service
 * @property {string} status
 * @property {Record<string, unknown>} fields
 * @property {Document[]} documents
 */
/** @typedef {{ kind: string, text?: string, question?: string, due?: string, place?: string }} Action */
/** @typedef {{ status: string, reason?: string, action?: Action }} Act */

/** Throws an Error with the sandbox's reason. @param {string} path @param {object} [body] posted where there is one */
async function call(path, body) {
  const request = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(path, request)
  if (response.status === 204) return null
  const answer = await response.json().catch(() => ({ error: `The sandbox answered ${response.status}.` }))
  if (!response.ok) throw new Error(answer.error)
  return answer
}

/** @returns {Promise<{ departments: { name: string, title: string }[] }>} */
export const departments = () => call('/control')

/** @returns {Promise<{ seconds: number | null }>} null while the clerks wait for this page */
export const clerks = () => call('/control/clerks')

/** @param {number | null} seconds */
export const setClerks = (seconds) => call('/control/clerks', { seconds })

/** @param {string} department @returns {Promise<Case[]>} oldest first */
export const cases = (department) => call(`/control/${department}/cases`)

/** @param {string} department @param {string} reference */
const caseAt = (department, reference) => `/control/${department}/cases/${encodeURIComponent(reference)}`

/** @param {string} department @param {string} reference @param {Act} act @returns {Promise<Case>} */
export const act = (department, reference, act) => call(caseAt(department, reference), act)

/** @param {string} department @param {string} reference @param {number} place */
export const documentAt = (department, reference, place) => `${caseAt(department, reference)}/documents/${place}`

/** @param {string} department @param {string} reference */
export const certificateAt = (department, reference) => `${caseAt(department, reference)}/certificate`
