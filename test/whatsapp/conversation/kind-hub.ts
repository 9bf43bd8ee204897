/** A hub that answers a conversation well, and a citizen who has answered all of a service. */
import type { Operation, Result } from '../../../subgraphs/whatsapp/conversation/index.ts'
import { type Answers, chat } from '../chat.ts'
import { SMALL } from '../small-catalogue.ts'

export const records = [
  { value: 'r1', label: 'A••a, 2019', description: 'Born in Rohini' },
  { value: 'r2', label: 'A••a, 2021', description: null },
]
let documents = 0
/** A hub that answers everything well. */
export const hub =
  (
    changes: Partial<{ [K in Operation['kind']]: (operation: Extract<Operation, { kind: K }>) => Result }> = {},
  ): Answers =>
  (operation) => {
    const changed = changes[operation.kind] as ((operation: Operation) => Result) | undefined
    if (changed) return changed(operation)
    switch (operation.kind) {
      case 'options':
        return { type: 'options', of: operation, options: records, limit: false }
      case 'facts':
        return { type: 'facts', of: operation, facts: {} }
      case 'fee':
        return { type: 'fee', of: operation, fee: 100, answered: true }
      case 'upload':
        return {
          type: 'upload',
          of: operation,
          stored: { document: `doc_${++documents}`, name: 'paper.pdf' },
          refused: null,
        }
      case 'file':
        return { type: 'filed', outcome: { is: 'filed', reference: 'DWR-2026-000001' } }
      case 'applications':
        return { type: 'applications', applications: [] }
      case 'application':
        return { type: 'application', of: operation, application: null, answered: true }
      case 'withdraw':
        return {
          type: 'withdraw',
          reference: operation.reference,
          outcome: { is: 'filed', reference: operation.reference },
        }
      case 'answer':
        return {
          type: 'answer',
          reference: operation.reference,
          outcome: { is: 'filed', reference: operation.reference },
        }
      case 'link':
        return { type: 'link', linked: false, references: [], answered: true }
      case 'erase':
        return { type: 'erase', erased: true, waitsFor: [] }
    }
  }

export function wedding(changes = {}, asha = chat(SMALL, hub(changes))) {
  asha.writes('Wedding')
  asha.taps('Hindu')
  asha.writes('5 Jan 2020')
  asha.writes('रवि')
  asha.writes('1 Feb 1990')
  asha.taps('No')
  asha.writes('Sita')
  asha.writes('Gita')
  asha.taps('Go on')
  asha.taps('Skip')
  asha.taps('Bread')
  asha.taps('Add another')
  asha.taps('Rice')
  asha.taps('Go on')
  asha.taps('+919810012345')
  return asha
}
