import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Bench, call } from './bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench[Symbol.asyncDispose]())

const search = async (what: Parameters<typeof bench.adapter.births>[0]) =>
  (await bench.adapter.births(what, 5, call())).map(({ name, registrationNumber }) => name ?? registrationNumber)

describe('the register of births is searched', () => {
  it('by number and date, however the number is written', async () => {
    for (const registrationNumber of ['1990-CL-000017', '1990 cl 000017', '1990/CL/000017'])
      expect(await search({ registrationNumber, dateOfBirth: '1990-01-05' })).toEqual(['Asha'])
    expect(await search({ registrationNumber: '1990-CL-000017', dateOfBirth: '1990-01-06' })).toEqual([])
  })

  it('by date, sex, mother and place, in either script and with part of the name', async () => {
    const born = { dateOfBirth: '1990-01-05', sex: 'FEMALE' as const }
    for (const [motherName, place] of [
      ['Savitri Devi', 'Hindu Rao Hospital'],
      ['savitri', 'malka ganj'],
      ['सावित्री देवी', 'हिंदू राव'],
    ] as const)
      expect(await search({ ...born, motherName, place })).toEqual(['Asha'])
    expect(await search({ ...born, motherName: 'Savitri', place: 'Safdarjung Hospital' })).toEqual([])
    expect(await search({ ...born, sex: 'MALE', motherName: 'Savitri Devi' })).toEqual([])
  })

  it('with more than one match', async () => {
    const twins = { dateOfBirth: '2019-08-15', sex: 'MALE' as const, motherName: 'Kavita', place: 'Kasturba' }
    expect(await search(twins)).toEqual(['Ravi Kumar', 'Rahul Kumar'])
  })

  it('for an entry without a name, and for one whose mother is not known', async () => {
    expect(
      await search({ dateOfBirth: '2023-05-01', sex: 'MALE', motherName: 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ', place: 'Janakpuri' }),
    ).toEqual(['2023-WE-003301'])
    expect(await search({ dateOfBirth: '2012-11-03', sex: 'FEMALE', place: 'Civil Lines' })).toEqual(['Palna'])
  })

  it('for initials and apostrophes as people leave them out', async () => {
    expect(await search({ dateOfBirth: '1998-12-25', motherName: "teresa d'souza", place: 'Okhla' })).toEqual([
      "Maria D'Souza",
    ])
    expect(await search({ dateOfBirth: '1992-09-27', motherName: 'S Lakshmi', place: 'Moolchand' })).toEqual([
      'K. R. Subramanian',
    ])
  })

  it('and a sealed entry reads as none', async () => {
    expect(await search({ registrationNumber: '2014-KB-000903', dateOfBirth: '2014-06-21' })).toEqual([])
    expect(await search({ dateOfBirth: '2014-06-21', sex: 'MALE', motherName: 'Neelam', place: 'Karol Bagh' })).toEqual(
      [],
    )
  })

  it('by the mobile number of the informant', async () => {
    const births = await bench.adapter.birthsByMobile('+919810012345', call())
    expect(births.map(({ registrationNumber }) => registrationNumber)).toEqual(['2025-RH-000412', '1990-CL-000017'])
    expect(await bench.adapter.birthsByMobile('+919999999999', call())).toEqual([])
  })
})
