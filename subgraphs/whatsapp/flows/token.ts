/** The token of a form: whose draft it fills. Sealed, so that it tells nothing and cannot be made by anybody else. */
import { LANGUAGES, type LanguageCode } from '../../../vocabulary/catalogue.ts'
import type { Host } from '../../subgraph.ts'
import { SEALED } from '../chat.ts'
import type { Form } from './filling.ts'

export interface FormToken extends Form {
  readonly citizen: string
  /** Name of the Flow that it was sent with. */
  readonly flow: string
  readonly language: LanguageCode
}

export const sealToken = ({ vault }: Pick<Host, 'vault'>, token: FormToken): string =>
  vault.seal(JSON.stringify(token), SEALED.form)

/** Null for what is no token of ours. */
export function openToken({ vault }: Pick<Host, 'vault'>, sealed: unknown): FormToken | null {
  if (typeof sealed !== 'string') return null
  try {
    const token = JSON.parse(vault.openText(sealed, SEALED.form))
    return LANGUAGES.includes(token.language) ? token : null
  } catch {
    return null
  }
}
