import DataLoader from 'dataloader'
import type { Marriage, MarriageDistrict, RegistrarAdapter } from '../../adapters/registrar/index.ts'
import type { Context, Department, DepartmentHost } from '../subgraph.ts'

const LABEL = 24
const DESCRIPTION = 72

/** A name as it is compared: without case, accents on Latin letters, titles' dots and the spaces between. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')

const inWords = (name: string): string =>
  name
    .split(' ')
    .map((word) => (word === 'SDM' ? word : word.slice(0, 1) + word.slice(1).toLowerCase()))
    .join(' ')

const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

/** Null where the department does not answer: one slow office never blanks the page. */
async function orNull<T>(host: DepartmentHost<RegistrarAdapter>, what: string, ask: Promise<T>): Promise<T | null> {
  try {
    return await ask
  } catch (error) {
    host.log.error('the registrar did not answer', error, { what })
    return null
  }
}

const MARRIAGES = {}
const MARRIAGES_OF = {}

/** What a request's cases led to: one department call for all that are asked for together. */
const marriagesIn = (host: DepartmentHost<RegistrarAdapter>, context: Context) =>
  context.once(
    MARRIAGES,
    () =>
      new DataLoader<string, Marriage | null>((references) =>
        host.read((call) => host.adapter.marriages(references, call)).then((found) => [...found]),
      ),
  )
const marriagesByMobile = (host: DepartmentHost<RegistrarAdapter>, context: Context) =>
  context.once(
    MARRIAGES_OF,
    () =>
      new DataLoader<string, readonly Marriage[]>((mobiles) =>
        host.read((call) => host.adapter.marriagesOf(mobiles, call)).then((found) => [...found]),
      ),
  )

export const department: Department<RegistrarAdapter> = {
  name: 'registrar',

  resolvers: (host) => ({
    Query: {
      async marriageOffices(_: unknown, { date, district }: { date: string; district?: MarriageDistrict | null }) {
        const offices = await orNull(
          host,
          'offices',
          host.read((call) => host.adapter.offices({ date, district: district ?? null }, call)),
        )
        return (
          offices?.map(({ code, name, address }) => ({
            value: code,
            label: short(inWords(name), LABEL),
            description: short(address, DESCRIPTION),
          })) ?? null
        )
      },

      async registeredMarriage(
        _: unknown,
        asked: {
          registrationNumber: string
          year: number
          district: MarriageDistrict
          groomName: string
          brideName: string
        },
        context: Context,
      ) {
        await host.spendLookup(context, 'marriages', asked)
        const { registrationNumber: number, year, district, groomName, brideName } = asked
        return orNull(
          host,
          'registered',
          host
            .read((call) => host.adapter.registered({ number, year, district }, call))
            // a number that exists reads like one that does not, unless the asker knows whose it is
            .then((entry) => ({
              found:
                entry !== null &&
                (plain(entry.groomName) === plain(groomName) || plain(entry.brideName) === plain(brideName)),
            })),
        )
      },
    },

    Citizen: {
      async marriages({ id }: { id: string }, _: unknown, context: Context) {
        if ((await context.citizen()) !== id) return null
        const mobile = await host.citizens.mobile(id)
        if (mobile === null) return []
        return orNull(host, 'marriages of a citizen', marriagesByMobile(host, context).load(mobile))
      },
    },

    Application: {
      async marriage({ reference }: { reference: string }, _: unknown, context: Context) {
        const application = await context.applications.load(reference)
        if (application?.department !== 'registrar' || application.departmentReference === null) return null
        return orNull(host, 'the marriage of a case', marriagesIn(host, context).load(application.departmentReference))
      },
    },
  }),
}
