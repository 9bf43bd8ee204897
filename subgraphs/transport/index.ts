import DataLoader from 'dataloader'
import { AdapterError } from '../../adapters/adapter.ts'
import type { Licence, TransportAdapter } from '../../adapters/transport/index.ts'
import type { Context, Department, DepartmentHost } from '../subgraph.ts'
import { maskedName, slotLabel } from './wording.ts'

type Host = DepartmentHost<TransportAdapter>
type Language = { language?: string | null }

const LICENSED = new Set(['APPROVED', 'CERTIFIED'])
const TRANSPORT_CLASSES: readonly string[] = ['LMV_TR', 'HMV', 'ERIKSH']
const BY_MOBILE = {}
const BY_APPLICATION = {}

export const department: Department<TransportAdapter> = {
  name: 'transport',
  resolvers: (host) => ({
    Query: {
      licensingOffices: (_: unknown, { language }: Language) =>
        unlessDown(host, async () => {
          const offices = await host.read((call) => host.adapter.offices(call))
          return offices.map(({ code, name, nameHindi }) => ({
            value: code,
            label: `${code} ${(language === 'HI' && nameHindi) || name}`,
          }))
        }),
      testSlots: (_: unknown, { office, language }: Language & { office: string }) =>
        unlessDown(host, async () => {
          if (!/^DL-\d\d$/.test(office)) return []
          const slots = await host.read((call) => host.adapter.slots(office, call))
          return slots.map(({ id, startsAt }) => ({ value: id, label: slotLabel(startsAt, language) }))
        }),
      licenceFees: () => unlessDown(host, () => host.read((call) => host.adapter.fees(call))),
      learnerLicence: (_: unknown, args: { learnerLicenceNumber: string; dateOfBirth: string }, context: Context) =>
        lookUp(host, context, 'LEARNER', args.learnerLicenceNumber, args.dateOfBirth),
      heldLicence: (_: unknown, args: { licenceNumber: string; dateOfBirth: string }, context: Context) =>
        lookUp(host, context, 'DRIVING', args.licenceNumber, args.dateOfBirth),
    },
    Citizen: {
      async licences({ id }: { id: string }, _: unknown, context: Context) {
        if ((await context.citizen()) !== id) return null
        const mobile = await host.citizens.mobile(id)
        if (!mobile) return []
        const found = await unlessDown(host, () => byMobile(host, context).load(mobile))
        return found?.toSorted((a, b) => b.issuedOn.localeCompare(a.issuedOn)) ?? null
      },
    },
    Application: {
      async drivingLicence({ reference }: { reference: string }, _: unknown, context: Context) {
        const application = await context.applications.load(reference)
        if (application?.department !== 'transport' || !application.departmentReference) return null
        if (!LICENSED.has(application.status)) return null
        const departmentReference = application.departmentReference
        return unlessDown(host, () => byApplication(host, context).load(departmentReference))
      },
    },
  }),
}

const byMobile = (host: Host, context: Context) =>
  context.once(
    BY_MOBILE,
    () =>
      new DataLoader((mobiles: readonly string[]) =>
        host.read((call) => host.adapter.licencesOfMobiles(mobiles, call)),
      ),
  )

const byApplication = (host: Host, context: Context) =>
  context.once(
    BY_APPLICATION,
    () =>
      new DataLoader((references: readonly string[]) =>
        host.read((call) => host.adapter.licencesOfApplications(references, call)),
      ),
  )

/** What may be said to someone who knows number and date of birth: a miss reads like a hit that may not be shown. */
async function lookUp(host: Host, context: Context, kind: Licence['kind'], number: string, dateOfBirth: string) {
  const plain = number.toUpperCase().replace(/[^A-Z0-9]/g, '')
  await host.spendLookup(context, 'licences', { number: plain, dateOfBirth })
  return unlessDown(host, async () => {
    // a number that no register can hold is not asked for
    const [licence] = /^[A-Z]{2}\d{13}$/.test(plain)
      ? await host.read((call) => host.adapter.licences([plain], call))
      : []
    if (licence?.kind !== kind || licence.dateOfBirth !== dateOfBirth) return { found: false, transport: false }
    return {
      found: true,
      holder: maskedName(licence.holder),
      issuedOn: licence.issuedOn,
      expiresOn: licence.expiresOn,
      classes: licence.classes,
      renewableFrom: licence.renewal?.from,
      graceUntil: licence.renewal?.grace,
      renewableUntil: licence.renewal?.until,
      transport: licence.classes.some((one) => TRANSPORT_CLASSES.includes(one)),
    }
  })
}

async function unlessDown<T>(host: Host, run: () => Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error
    host.log.warn('a department did not answer', { department: 'transport', code: error.code })
    return null
  }
}
