/** A SOAP 1.1 fault, as it came. */
export interface SoapFault {
  /** Without its prefix: `Client`, `Server`, `FailedAuthentication`. */
  readonly code: string
  readonly text: string
  /** Entries of the detail by element, as node-soap parsed them. */
  readonly detail: Readonly<Record<string, any>>
}

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null
      ? textOf((value as any).$value ?? '')
      : ''

/** The fault in an error of node-soap's; null where it is of another kind. */
export function faultOf(error: unknown): SoapFault | null {
  const fault = (error as any)?.root?.Envelope?.Body?.Fault
  if (typeof fault !== 'object' || fault === null) return null
  const detail = typeof fault.detail === 'object' && fault.detail !== null ? fault.detail : {}
  const code = textOf(fault.faultcode)
  return { code: code.slice(code.indexOf(':') + 1).trim(), text: textOf(fault.faultstring).trim(), detail }
}
