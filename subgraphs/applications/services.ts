/** The service of an application, also where this hub offers it no longer: what was filed is somebody's still. */
import { type CatalogueDepartment, type CatalogueService, readCatalogue } from '../../vocabulary/catalogue.ts'
import type { Host } from '../subgraph.ts'

/** One of which nobody knows more than its code. */
const unknown = (code: string): CatalogueService => ({
  code,
  department: code.split('.')[0]!,
  mutation: '',
  input: '',
  days: null,
  fee: null,
  title: { en: code },
  description: null,
  synonyms: {},
  questions: [],
  withheld: [],
  fields: [],
  rules: [],
})

/** Looks first among what is offered, then among what `DEPARTMENTS` leaves out. */
export function filedServices({ catalogue }: Pick<Host, 'catalogue'>) {
  const all = readCatalogue()
  const services = new Map([...all.services, ...catalogue.services].map((service) => [service.code, service]))
  const departments = new Map([...all.departments, ...catalogue.departments].map((one) => [one.code, one]))
  return {
    service: (code: string): CatalogueService => services.get(code) ?? unknown(code),
    department: (code: string): CatalogueDepartment => departments.get(code) ?? { code, name: { en: code } },
  }
}
