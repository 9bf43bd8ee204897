/** The Transport Department as its WSDL describes it: a licensing service of 2009, and the counter behind it. */
import { Refusal } from '../http.ts'
import type { OpenOffice } from '../office.ts'
import { caseViews, documentOf } from './cases.ts'
import { act, next, paperOf } from './clerk.ts'
import { openDatabase } from './database.ts'
import { openEndpoint } from './endpoint.ts'

const NAME = 'transport'
const SERVICE = '/licensing'
const USERNAME = 'dwar-hub'
/** As the WSDL promises: a request takes effect within ten seconds or not at all. */
const SETTLES_MS = '10000'

export const open: OpenOffice = async (world) => {
  const db = openDatabase(world.folder)
  const password = world.secret('service-password')
  const address = `${world.url}/${NAME}${SERVICE}`
  const serve = await openEndpoint({ world, db, address, username: USERNAME, password })
  return {
    name: NAME,
    title: 'Transport Department',
    async handle(request, response, path) {
      if (path.split('?')[0]!.replace(/\/$/, '') !== SERVICE) throw new Refusal(404, `the service is at ${address}`)
      await serve(request, response)
    },
    environment: () => ({
      TRANSPORT_WSDL_URL: `${address}?wsdl`,
      TRANSPORT_USERNAME: USERNAME,
      TRANSPORT_PASSWORD: password,
      TRANSPORT_SETTLES_MS: SETTLES_MS,
    }),
    cases: async () => caseViews(db),
    oneCase: async (name) => caseViews(db, name)[0] ?? null,
    document: async (reference, index) =>
      /^\d{1,15}$/.test(reference) ? documentOf(db, Number(reference), index) : null,
    certificate: async (reference) => paperOf(db, reference),
    act: (reference, clerkAct) => act(db, reference, clerkAct, world.now()),
    next,
    close: async () => db.close(),
  }
}
