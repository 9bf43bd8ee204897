import DataLoader from 'dataloader'
import { AdapterError } from '../../adapters/adapter.ts'
import type { Birth, BirthSearch, MunicipalAdapter } from '../../adapters/municipal/index.ts'
import { localeFiles, say, wordBook } from '../../vocabulary/words.ts'
import type { Context, Department, DepartmentHost } from '../subgraph.ts'
import { matchOptions } from './matches.ts'

type Host = DepartmentHost<MunicipalAdapter>
interface SearchArguments {
  readonly registrationNumber?: string | null
  readonly dateOfBirth: string
  readonly sex?: BirthSearch['sex']
  readonly motherName?: string | null
  readonly place?: string | null
}

const MATCHES = 5
const REGISTER = 'births'
const RECORDS = {}
const SEARCHES = {}

const words = wordBook(localeFiles(new URL('locales/', import.meta.url)), 'subgraphs/municipal/locales')
const word = (id: string, language: string | null | undefined) => say(words.words(id) ?? { en: id }, language)

/** What the department says; null where it does not answer. */
async function orNull<T>(value: Promise<T>): Promise<T | null> {
  try {
    return await value
  } catch (error) {
    if (error instanceof AdapterError) return null
    throw error
  }
}

/** The search that these answers make; with a number, the other particulars play no part. */
function searchOf({ registrationNumber, dateOfBirth, sex, motherName, place }: SearchArguments): BirthSearch {
  if (registrationNumber)
    return { registrationNumber: registrationNumber.toUpperCase().replace(/\s+/g, ''), dateOfBirth }
  return { dateOfBirth, sex: sex ?? null, motherName: motherName ?? null, place: place ?? null }
}

/** One look-up of the register, counted; asked of the department once a request. */
async function search(host: Host, context: Context, args: SearchArguments): Promise<readonly Birth[] | null> {
  const question = searchOf(args)
  await host.spendLookup(context, REGISTER, question)
  const searches = context.once(SEARCHES, () => new Map<string, Promise<readonly Birth[] | null>>())
  const key = JSON.stringify(question)
  let found = searches.get(key)
  if (!found) {
    found = orNull(host.read((call) => host.adapter.births(question, MATCHES, call)))
    searches.set(key, found)
  }
  return found
}

/** Entries by application, as far as the principal may see the application: one department call for all of a request. */
function records(host: Host, context: Context): DataLoader<string, Birth | null> {
  return context.once(
    RECORDS,
    () =>
      new DataLoader(async (references: readonly string[]) => {
        const applications = await context.applications.loadMany(references)
        const cases = applications.map((found) =>
          found && !(found instanceof Error) && found.department === host.adapter.department
            ? found.departmentReference
            : null,
        )
        const known = cases.filter((reference) => reference !== null)
        const births = known.length ? await orNull(host.read((call) => host.adapter.records(known, call))) : []
        return cases.map((reference) => (reference === null ? null : (births?.[known.indexOf(reference)] ?? null)))
      }),
  )
}

export const department: Department<MunicipalAdapter> = {
  name: 'municipal',
  resolvers: (host) => ({
    Query: {
      async birthMatches(_: unknown, args: SearchArguments & { language?: string | null }, context: Context) {
        const births = await search(host, context, args)
        return births && matchOptions(births, args, (id) => word(id, args.language))
      },
      async registeredBirth(_: unknown, { match, ...args }: SearchArguments & { match: string }, context: Context) {
        const birth = (await search(host, context, args))?.find(({ recordId }) => recordId === match)
        return birth
          ? { registeredOn: birth.registeredOn, named: birth.name !== null, lateNameFee: birth.lateNameFee }
          : null
      },
    },
    Citizen: {
      async births({ id }: { id: string }, _: unknown, context: Context) {
        if ((await context.citizen()) !== id) return null
        const mobile = await host.citizens.mobile(id)
        return mobile === null ? [] : orNull(host.read((call) => host.adapter.birthsByMobile(mobile, call)))
      },
    },
    Application: {
      birthCertificate: ({ reference }: { reference: string }, _: unknown, context: Context) =>
        records(host, context).load(reference),
    },
  }),
}
