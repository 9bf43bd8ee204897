/** What any department hands out as a certificate is looked at here, before it is final: half a file, once sealed, would pass as genuine for ever. */
import { AdapterError, type CertificateFile } from './adapter.ts'
import { isDay } from './day.ts'

/** Bytes at the end of a PDF among which it says that it is over (ISO 32000-1, 7.5.5; the width is that of Adobe's readers). */
const END_BYTES = 1024

/** The certificate, where it is a PDF from its beginning to its end, of a day that there is; else DEPARTMENT_PROTOCOL. */
export function wholeCertificate(department: string, file: CertificateFile): CertificateFile {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  const fault =
    file.mediaType !== 'application/pdf' || bytes.toString('latin1', 0, 5) !== '%PDF-'
      ? 'the certificate is no PDF'
      : bytes.includes(' obj') && !bytes.subarray(-END_BYTES).includes('%%EOF')
        ? 'the certificate is a PDF without its end'
        : !isDay(file.issuedOn) && 'the certificate does not say on which day it was issued'
  if (!fault) return file
  const where = { department, operation: 'certificate', raw: bytes.toString('latin1') }
  throw new AdapterError('DEPARTMENT_PROTOCOL', where, fault)
}
