import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { FAILURE, STATUS } from '../../../adapters/municipal/status.ts'
import { CASE_CODES, ERROR_CODES, newApplication, PARTS } from '../../../adapters/municipal/wire.ts'
import { certificateFiling, nameFiling } from './bench.ts'

const file = new URL('../../../adapters/municipal/contract/openapi.yaml', import.meta.url)
const { schemas } = parse(readFileSync(file, 'utf8')).components

describe('the tables of codes are those of the contract', () => {
  it('for the status', () => {
    expect([...CASE_CODES]).toEqual(schemas.Status.enum)
    expect(Object.keys(STATUS).sort()).toEqual([...schemas.Status.enum].sort())
  })
  it('for errors', () => {
    expect([...ERROR_CODES]).toEqual(schemas.ErrorCode.enum)
    expect(Object.keys(FAILURE).sort()).toEqual([...schemas.ErrorCode.enum].sort())
  })
  it('for documents', () => {
    expect(Object.values(PARTS).sort()).toEqual([...schemas.DocumentCode.enum].sort())
  })
})

describe('an application is written', () => {
  it('the same for the same filing, so that its key can be used again', () => {
    expect(JSON.stringify(newApplication(certificateFiling('DWR-2026-000001')))).toBe(
      JSON.stringify(newApplication(certificateFiling('DWR-2026-000001'))),
    )
  })
  it('without what the citizen left out', () => {
    const written = newApplication(
      nameFiling('DWR-2026-000001', { fatherName: undefined, registrationNumber: undefined }),
    )
    expect(written).not.toHaveProperty('father_name')
    expect(written).not.toHaveProperty('registration_number')
    expect(written).not.toHaveProperty('certificate')
  })
})
