import { certificatePdf } from '../paper.ts'
import { CLASSES, licenceWords, officeWords } from './codes.ts'
import type { Licence } from './register.ts'

const indian = (day: string): string => day.split('-').reverse().join('/')

/** The licence as it is printed. */
export const licencePaper = (licence: Licence): Promise<Uint8Array> =>
  certificatePdf({
    title: licence.kind === 'L' ? "Learner's Licence" : 'Driving Licence',
    subtitle:
      licence.kind === 'L' ? 'Form 3, Central Motor Vehicles Rules 1989' : 'Form 7, Central Motor Vehicles Rules 1989',
    authority: 'Transport Department, Government of NCT of Delhi',
    number: licenceWords(licence.number),
    issuedOn: licence.issued,
    rows: [
      ['Name', licence.name],
      ['Date of birth', indian(licence.born)],
      ['Classes of vehicle', licence.classes.map((code) => CLASSES[code]).join(', ')],
      ['Valid until', indian(licence.expires)],
      ['Licensing office', officeWords(licence.rtoCode)],
    ],
  })
