import { type Adapter, AdapterError } from '../../adapters/adapter.ts'
import { CaseTaken } from '../../store/case-taken.ts'
import type { Store } from '../../store/store.ts'
import type { Asking } from './resilience.ts'

/** Characters. */
const LONGEST = 100

/** Whether a department may call a case so: a word that can be shown, stored and asked for. An empty one would be every case's. */
export const isCaseNumber = (number: unknown): number is string =>
  typeof number === 'string' && number.trim() !== '' && number.length <= LONGEST && !/\p{C}/u.test(number)

/** Numbers of the cases that a department has with our key, each once. To be asked is nothing that it can refuse the citizen for. */
export async function casesOf(adapter: Adapter, guard: Asking, key: string): Promise<string[]> {
  try {
    const found = await guard.call('find', key, (call) => adapter.find(key, call))
    return [...new Set(found.map(({ reference }) => reference))]
  } catch (error) {
    if (!(error instanceof AdapterError && error.code === 'DEPARTMENT_REJECTED')) throw error
    const where = { department: adapter.department, operation: 'find', raw: error.raw ?? error.reason ?? '' }
    throw new AdapterError('DEPARTMENT_PROTOCOL', where, 'refuses to say whether it has a case', { cause: error })
  }
}

/** Cases that a filing which is parked for them names (`Effect.raw`, opened); none where it says something else. */
export function casesNamed(raw: string | null): string[] {
  try {
    const cases: unknown = JSON.parse(raw ?? '')
    return Array.isArray(cases) && cases.every(isCaseNumber) ? cases : []
  } catch {
    return []
  }
}

/** Another application that has a department's case; null where none has. */
export async function otherOf(
  store: Store,
  department: string,
  departmentReference: string,
  reference: string,
): Promise<string | null> {
  const [other] = await store.applications.byDepartment(department, [departmentReference])
  return other && other.reference !== reference ? other.reference : null
}

/** One case is one application's: whoever got another's case would get its news, and its certificate. */
export function caseNumbers(store: Store, department: string) {
  return {
    /** Runs `commit`, which gives an application its case. Throws DEPARTMENT_PROTOCOL where the case is another's, or its number is none. */
    async give(operation: string, reference: string, departmentReference: string, commit: () => Promise<void>) {
      const where = { department, operation, raw: departmentReference }
      if (!isCaseNumber(departmentReference))
        throw new AdapterError('DEPARTMENT_PROTOCOL', where, 'gave a number that no case can have')
      const another = (cause?: unknown) =>
        new AdapterError('DEPARTMENT_PROTOCOL', where, 'gave the number of another application’s case', { cause })
      if (await otherOf(store, department, departmentReference, reference)) throw another()
      await commit().catch((error) => {
        throw error instanceof CaseTaken ? another(error) : error
      })
    },
  }
}
