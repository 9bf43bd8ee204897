/** The registrar's shapes: filings printed into the columns of STG_APPL and STG_DOC, rows parsed. Contract: contract/schema.sql. */
import { type Action, AdapterError, type Filing, type FilingDocument, type StatusChange } from '../adapter.ts'
import type { Row } from '../sql/index.ts'
import { ACTION, STATUS } from './status.ts'

export type CaseCode = 'RC' | 'SC' | 'AP' | 'DN' | 'QY' | 'RG' | 'IS' | 'RJ' | 'WD'

export const SERVICE = { 'registrar.marriage': 'MR', 'registrar.marriage-copy': 'CC' } as const
export const ACT = { HINDU_MARRIAGE_ACT: 'HM', SPECIAL_MARRIAGE_ACT: 'SM' } as const
export const DISTRICT = {
  CENTRAL: 'CE',
  EAST: 'EA',
  NEW_DELHI: 'ND',
  NORTH: 'NO',
  NORTH_EAST: 'NE',
  NORTH_WEST: 'NW',
  SHAHDARA: 'SH',
  SOUTH: 'SO',
  SOUTH_EAST: 'SE',
  SOUTH_WEST: 'SW',
  WEST: 'WE',
} as const
const RELIGION = {
  HINDU: 'HI',
  SIKH: 'SI',
  BUDDHIST: 'BU',
  JAIN: 'JA',
  MUSLIM: 'MU',
  CHRISTIAN: 'CH',
  PARSI: 'PA',
  JEWISH: 'JW',
  OTHER: 'OT',
} as const
const STATUS_BEFORE = { UNMARRIED: 'UM', DIVORCED: 'DV', WIDOWED: 'WD' } as const
const OF_THE_TWO = { BOTH: 'BT', GROOM: 'GR', BRIDE: 'BR', NEITHER: 'NO' } as const
const RELATION = { FRIEND: 'FR', RELATIVE: 'RL', CLOSE_FAMILY: 'CF' } as const

const turned = <K extends string>(table: Readonly<Record<K, string>>): Record<string, K> =>
  Object.fromEntries(Object.entries(table).map(([key, code]) => [code, key])) as Record<string, K>
const ACTS = turned(ACT)
const DISTRICTS = turned(DISTRICT)

/** Type and party of each document, by its path in the input; witnesses' by their place. */
const DOCUMENTS: Readonly<Record<string, readonly [type: string, party: string]>> = {
  ...spouseDocuments('groom', 'GR'),
  ...spouseDocuments('bride', 'BR'),
  'witnesses.0.identity': ['ID', 'W1'],
  'witnesses.1.identity': ['ID', 'W2'],
  'witnesses.2.identity': ['ID', 'W3'],
  jointPhotograph: ['JP', 'CP'],
  ceremonyProof: ['IC', 'CP'],
  identity: ['ID', 'AP'],
}
function spouseDocuments(who: 'groom' | 'bride', party: string): Record<string, [string, string]> {
  return {
    [`${who}.photograph`]: ['PH', party],
    [`${who}.proofOfAge`]: ['AG', party],
    [`${who}.identity`]: ['ID', party],
    [`${who}.proofOfAddress`]: ['AD', party],
    [`${who}.affidavit`]: ['AF', party],
    [`${who}DivorceDecree`]: ['DD', party],
    [`${who}DeathCertificate`]: ['DC', party],
  }
}

/** Columns of a person, by the last part of their name. */
const PERSON: Readonly<Record<string, string>> = {
  NM_U: 'name',
  FTHR_U: 'fatherName',
  MTHR_U: 'motherName',
  DOB: 'dateOfBirth',
  RELGN: 'religion',
  STS: 'statusBefore',
  OCC: 'occupation',
  ADDR: 'address.line',
  TOWN: 'address.town',
  PIN: 'address.pinCode',
  MOB: 'mobile',
  AGE: 'age',
  REL: 'relation',
}
const MARRIAGE: Readonly<Record<string, string>> = {
  ACT_CD: 'act',
  MRG_DT: 'date',
  MRG_PLC: 'place',
  DIST_CD: 'district',
  OFFC_CD: 'office',
  GRM_NEW_U: 'groomNewName',
  BRD_NEW_U: 'brideNewName',
}
const PARTY: Readonly<Record<string, string>> = {
  GRM: 'groom',
  BRD: 'bride',
  WIT1: 'witnesses[]',
  WIT2: 'witnesses[]',
  WIT3: 'witnesses[]',
}

/** The path of the question that QRY_FLD asks anew; null for a field that nobody is asked for. */
export function questionOf(field: string | null): string | null {
  if (field === null) return null
  const document = Object.entries(DOCUMENTS).find(([, [type, party]]) => `${party}${type}` === field)
  if (document) return document[0].replace(/\.\d\./, '[].')
  if (MARRIAGE[field]) return MARRIAGE[field]
  const [, party, column] = /^([A-Z]+\d?)_(.+)$/.exec(field) ?? []
  return party && PARTY[party] && PERSON[column!] ? `${PARTY[party]}.${PERSON[column!]}` : null
}

/** DDMMYYYY */
export const printDate = (date: string): string => date.split('-').toReversed().join('')
const printMobile = (mobile: string | null | undefined): string | null => mobile?.replace(/^\+91/, '') ?? null

/** Capitals, for the index: of letters that stay one letter, so that no name grows beyond its column. */
export const capitals = (name: string): string =>
  [...name].map((char) => (char.toUpperCase().length === char.length ? char.toUpperCase() : char)).join('')

/** A registration number as the register has it: `sdm / ce / 2019 / 42` is `SDM/CE/2019/000042`. */
export function registrationNumber(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digit)
    .toUpperCase()
    .replace(/[\s\-–—/\\]+/g, '/')
    .replace(/^\/|\/$/g, '')
  return plain.replace(
    /^(SDM\/[A-Z]{2}\/\d{4}\/)(\d{1,6})$/,
    (_, head: string, number: string) => head + number.padStart(6, '0'),
  )
}
function digit(char: string): string {
  // the digits of every script stand in rows of ten that begin at zero
  let zero = char.codePointAt(0)!
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && char.codePointAt(0)! - zero < 9) zero--
  return String(char.codePointAt(0)! - zero)
}

type Columns = Record<string, string | number | null>

/** Columns of STG_APPL for a filing. */
export function columnsOf(filing: Filing): Columns {
  const { input } = filing
  const head: Columns = {
    EXT_REF: filing.reference,
    SRVC_CD: SERVICE[filing.service as keyof typeof SERVICE],
    APPL_MOB: printMobile(filing.mobile),
    FEE_AMT: filing.fee,
    DIST_CD: DISTRICT[input.district as keyof typeof DISTRICT],
  }
  if (filing.service === 'registrar.marriage-copy')
    return {
      ...head,
      REG_NO: registrationNumber(input.registrationNumber),
      REG_YR: String(input.year),
      ...names('GRM', input.groomName),
      ...names('BRD', input.brideName),
    }
  const witnesses = (input.witnesses as readonly any[]).map((witness, index) =>
    witnessColumns(`WIT${index + 1}`, witness),
  )
  return {
    ...head,
    ACT_CD: ACT[input.act as keyof typeof ACT],
    MRG_DT: printDate(input.date),
    MRG_PLC: input.place,
    CTZN_CD: OF_THE_TWO[input.citizenship as keyof typeof OF_THE_TWO],
    RESD_CD: OF_THE_TWO[input.residence as keyof typeof OF_THE_TWO],
    OFFC_CD: input.office,
    ...spouseColumns('GRM', input.groom, input.groomNewName),
    ...spouseColumns('BRD', input.bride, input.brideNewName),
    ...Object.assign({}, ...witnesses),
  }
}

const names = (prefix: string, name: string): Columns => ({
  [`${prefix}_NM`]: capitals(name),
  [`${prefix}_NM_U`]: name,
})
const address = (prefix: string, { line, town, pinCode }: Record<string, string>): Columns => ({
  [`${prefix}_ADDR`]: line!,
  [`${prefix}_TOWN`]: town!,
  [`${prefix}_PIN`]: pinCode!,
})

function spouseColumns(prefix: string, spouse: any, newName: string | undefined): Columns {
  return {
    ...names(prefix, spouse.name),
    [`${prefix}_FTHR_U`]: spouse.fatherName ?? null,
    [`${prefix}_MTHR_U`]: spouse.motherName ?? null,
    [`${prefix}_DOB`]: printDate(spouse.dateOfBirth),
    [`${prefix}_RELGN`]: RELIGION[spouse.religion as keyof typeof RELIGION],
    [`${prefix}_STS`]: STATUS_BEFORE[spouse.statusBefore as keyof typeof STATUS_BEFORE],
    [`${prefix}_OCC`]: spouse.occupation,
    ...address(prefix, spouse.address),
    [`${prefix}_MOB`]: printMobile(spouse.mobile),
    [`${prefix}_NEW_U`]: newName ?? null,
  }
}

function witnessColumns(prefix: string, witness: any): Columns {
  return {
    [`${prefix}_NM_U`]: witness.name,
    [`${prefix}_FTHR_U`]: witness.fatherName ?? null,
    [`${prefix}_AGE`]: Number(witness.age),
    [`${prefix}_REL`]: RELATION[witness.relation as keyof typeof RELATION],
    ...address(prefix, witness.address),
  }
}

const FILE_NAME = 255
/** A document's row of STG_DOC: type, party, file name, media type, hash, bytes. `path` null: sent with an answer. */
export async function documentRow(
  document: FilingDocument,
  answer: boolean,
): Promise<readonly [string, string, string, string, string, Uint8Array]> {
  const kind = answer ? (['AN', 'AP'] as const) : DOCUMENTS[document.path]
  if (!kind)
    throw new AdapterError(
      'DEPARTMENT_PROTOCOL',
      { department: 'registrar', operation: 'submit' },
      `no document type for ${document.path}`,
    )
  // the end has the extension
  const name = [...document.name].slice(-FILE_NAME).join('')
  return [...kind, name, document.mediaType, document.sha256, await document.read()]
}

/** `YYYY-MM-DDTHH:MM:SS+05:30` of a timestamp that the query gave as text. */
const instant = (local: string): string => `${local.replace(' ', 'T')}+05:30`

/** A row of STS_HIST, with `ext_ref`. Throws DEPARTMENT_PROTOCOL for a code that is not in the contract. */
export function statusChange(row: Row): StatusChange {
  const status = row.code('sts_cd', STATUS)
  const kind = row.code('sts_cd', ACTION)
  const remarks = row.text('rmks')
  return {
    reference: row.required('stg_no'),
    key: row.required('ext_ref'),
    status,
    at: instant(row.required('sts_ts')),
    sequence: row.required('hist_no'),
    ...(remarks !== null && kind === null ? { reason: remarks } : {}),
    ...(kind ? { action: actionOf(kind, remarks, row) } : {}),
  }
}

function actionOf(kind: Action['kind'], text: string | null, row: Row): Action {
  if (kind !== 'APPOINTMENT')
    return { kind, text, question: questionOf(row.text('qry_fld')), due: row.date('due_dt'), place: null }
  const time = row.text('appt_tm')
  const place = row.text('appt_plc')
  return {
    kind,
    text,
    question: null,
    due: row.date('appt_dt'),
    place: [place, time && `at ${clockTime(time)}`].filter(Boolean).join(', ') || null,
  }
}

/** `11:30 am` of `1130`. */
const clockTime = (time: string): string => {
  const hour = Number(time.slice(0, 2))
  return `${hour % 12 || 12}:${time.slice(2)} ${hour < 12 ? 'am' : 'pm'}`
}

/** An entry of the register. */
export interface Marriage {
  readonly registrationNumber: string
  readonly registeredOn: string
  readonly date: string
  readonly place: string | null
  readonly district: keyof typeof DISTRICT
  readonly act: keyof typeof ACT
  readonly groomName: string
  readonly brideName: string
}

export function marriage(row: Row): Marriage {
  return {
    registrationNumber: row.required('reg_no'),
    registeredOn: row.date('reg_dt') ?? row.required('reg_dt'),
    date: row.date('mrg_dt') ?? row.required('mrg_dt'),
    place: row.text('mrg_plc'),
    district: row.code('dist_cd', DISTRICTS),
    act: row.code('act_cd', ACTS),
    groomName: row.text('grm_nm_u') ?? row.required('grm_nm'),
    brideName: row.text('brd_nm_u') ?? row.required('brd_nm'),
  }
}
