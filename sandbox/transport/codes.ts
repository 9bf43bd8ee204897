/** The code tables of the licensing system (annex B of its WSDL). */
export const OFFICES = [
  ['DL01', 'Mall Road', 'मॉल रोड'],
  ['DL02', 'Tilak Marg', 'तिलक मार्ग'],
  ['DL03', 'Sheikh Sarai', 'शेख सराय'],
  ['DL04', 'Janakpuri', 'जनकपुरी'],
  ['DL05', 'Loni Road', 'लोनी रोड'],
  ['DL06', 'Sarai Kale Khan', 'सराय काले ख़ाँ'],
  ['DL07', 'Mayur Vihar', 'मयूर विहार'],
  ['DL08', 'Wazirpur', 'वज़ीरपुर'],
  ['DL09', 'Dwarka', 'द्वारका'],
  ['DL10', 'Raja Garden', 'राजा गार्डन'],
  ['DL11', 'Rohini', 'रोहिणी'],
  ['DL12', 'Vasant Vihar', 'वसंत विहार'],
  ['DL13', 'Surajmal Vihar', 'सूरजमल विहार'],
] as const
/** `DL-04 Janakpuri` */
export function officeWords(code: string): string {
  const office = OFFICES.find(([known]) => known === code)
  return office ? `${code.slice(0, 2)}-${code.slice(2)} ${office[1]}` : code
}

export const SERVICES = { LL: 'learner-licence', DL: 'driving-licence', RN: 'licence-renewal' } as const
export type ServiceCode = keyof typeof SERVICES

export const CLASSES: Readonly<Record<string, string>> = {
  '1': 'MCWOG',
  '2': 'MCWG',
  '4': 'LMV',
  '9': 'LMV-TR',
  '12': 'HMV',
  '58': 'ERIKSH',
}
export const TRANSPORT_CLASSES: readonly string[] = ['9', '12', '58']
export const GENDERS: Readonly<Record<string, string>> = { '1': 'Male', '2': 'Female', '3': 'Transgender' }
export const BLOOD_GROUPS: Readonly<Record<string, string>> = {
  '01': 'A+',
  '02': 'A-',
  '03': 'B+',
  '04': 'B-',
  '05': 'AB+',
  '06': 'AB-',
  '07': 'O+',
  '08': 'O-',
  '99': 'Not known',
}
export const TEST_LANGUAGES: Readonly<Record<string, string>> = {
  ENG: 'English',
  HIN: 'Hindi',
  PUN: 'Punjabi',
  URD: 'Urdu',
}

/** What a query may be about, and what the people at the counter call it. */
export const ITEMS: Readonly<Record<string, string>> = {
  PHO: 'photograph',
  SIG: 'signature',
  AGE: 'proofOfAge',
  ADR: 'proofOfAddress',
  F1A: 'medicalCertificate',
  GRD: 'guardianConsent',
  SLT: 'slot',
  NAM: 'holder.name',
  REL: 'holder.relativeName',
  DOB: 'dateOfBirth',
  RES: 'holder.address',
  OTH: 'other',
}
export const itemOf = (words: string | undefined): string | null =>
  Object.entries(ITEMS).find(([, known]) => known === words || known.endsWith(`.${words}`))?.[0] ?? null

export const CASE_STATUS = {
  '10': 'received',
  '20': 'in_review',
  '30': 'action_required',
  '50': 'approved',
  '90': 'rejected',
  '95': 'withdrawn',
} as const
export type CaseStatusCode = keyof typeof CASE_STATUS
export const DECIDED: readonly string[] = ['50', '90', '95']

/** Rule 32 of the Central Motor Vehicles Rules, as notified; rupees. */
export const FEES: readonly (readonly [code: string, rupees: number])[] = [
  ['LLC', 150],
  ['LLT', 50],
  ['DLT', 300],
  ['DLI', 200],
  ['RNW', 200],
  ['RNL', 300],
  ['RNY', 1000],
]

/** `DL0420110149646` as it is printed: `DL-0420110149646`. */
export const licenceWords = (number: string): string => `${number.slice(0, 2)}-${number.slice(2)}`
