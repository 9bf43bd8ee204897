/** The protocol kit of departments that speak SOAP 1.1, document/literal. */
export { type Answer, answerOf } from './answer.ts'
export type { SoapFault } from './fault.ts'
export { type SoapCall, type SoapOptions, type SoapService, soapService } from './service.ts'
