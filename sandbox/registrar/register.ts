/** What stood in the office's books before anyone came: its offices, and marriages of other years. */
import type { Session } from './database.ts'

const OFFICES: readonly (readonly [code: string, name: string, address: string, from?: string])[] = [
  ['CE01', 'KAROL BAGH', '14 Pusa Road, Karol Bagh, Delhi 110005'],
  ['CE02', 'CIVIL LINES', '1 Kripa Narain Marg, Civil Lines, Delhi 110054'],
  ['CE03', 'KOTWALI', '14 Daryaganj, Delhi 110002'],
  ['EA01', 'PREET VIHAR', 'L.M. Bandh, Geeta Colony, Delhi 110031'],
  ['EA02', 'GANDHI NAGAR', 'L.M. Bandh, Geeta Colony, Delhi 110031'],
  ['EA03', 'MAYUR VIHAR', 'Pocket 4, Mayur Vihar Phase I, Delhi 110091', '11092012'],
  ['ND01', 'CHANAKYAPURI', '12/1 Jamnagar House, Shahjahan Road, Delhi 110011'],
  ['ND02', 'DELHI CANTONMENT', '12/1 Jamnagar House, Shahjahan Road, Delhi 110011'],
  ['ND03', 'VASANT VIHAR', 'Old Terminal Tax Building, Kapashera, Delhi 110037', '11092012'],
  ['NO01', 'ALIPUR', 'BDO Office Complex, Alipur, Delhi 110036'],
  ['NO02', 'MODEL TOWN', 'BDO Office Complex, Alipur, Delhi 110036', '11092012'],
  ['NO03', 'NARELA', 'Mini Secretariat, Narela, Delhi 110040'],
  ['NE01', 'SEELAMPUR', 'DC Office Complex, Nand Nagri, Delhi 110093'],
  ['NE02', 'KARAWAL NAGAR', 'DC Office Complex, Nand Nagri, Delhi 110093', '11092012'],
  ['NE03', 'YAMUNA VIHAR', 'DC Office Complex, Nand Nagri, Delhi 110093'],
  ['NW01', 'ROHINI', 'Sector 16, Rohini, Delhi 110089'],
  ['NW02', 'SARASWATI VIHAR', 'Rajiv Gandhi Complex, Kanjhawala, Delhi 110081'],
  ['NW03', 'KANJHAWALA', 'Rajiv Gandhi Complex, Kanjhawala, Delhi 110081'],
  ['SH01', 'SHAHDARA', 'DC Office Complex, Nand Nagri, Delhi 110093', '11092012'],
  ['SH02', 'SEEMAPURI', 'DC Office Complex, Nand Nagri, Delhi 110093', '11092012'],
  ['SH03', 'VIVEK VIHAR', 'DC Office Complex, Nand Nagri, Delhi 110093', '11092012'],
  ['SO01', 'SAKET', 'M.B. Road, Saket, Delhi 110068'],
  ['SO02', 'HAUZ KHAS', 'M.B. Road, Saket, Delhi 110068'],
  ['SO03', 'MEHRAULI', 'M.B. Road, Saket, Delhi 110068'],
  ['SE01', 'DEFENCE COLONY', 'Old Gargi College Building, Lajpat Nagar, Delhi 110024', '11092012'],
  ['SE02', 'KALKAJI', 'Old Gargi College Building, Lajpat Nagar, Delhi 110024', '11092012'],
  ['SE03', 'SARITA VIHAR', 'Old Gargi College Building, Lajpat Nagar, Delhi 110024', '11092012'],
  ['SW01', 'DWARKA', 'Sector 10, Dwarka, Delhi 110075'],
  ['SW02', 'NAJAFGARH', 'BDO Office, Najafgarh, Delhi 110043'],
  ['SW03', 'KAPASHERA', 'Old Terminal Tax Building, Kapashera, Delhi 110037'],
  ['WE01', 'PATEL NAGAR', 'Plot 3, Shivaji Place, Raja Garden, Delhi 110027'],
  ['WE02', 'PUNJABI BAGH', 'Plot 3, Shivaji Place, Raja Garden, Delhi 110027'],
  ['WE03', 'RAJOURI GARDEN', 'Plot 3, Shivaji Place, Raja Garden, Delhi 110027'],
]

interface Entry {
  readonly number: string
  readonly registered: string
  readonly held: string
  readonly place: string
  readonly act: 'HM' | 'SM'
  readonly groom: string
  readonly bride: string
  readonly mobile: string
}
const ENTRIES: readonly Entry[] = [
  {
    number: 'SDM/CE/2019/000042',
    registered: '18032019',
    held: '20022019',
    place: 'Arya Samaj Mandir, Karol Bagh',
    act: 'HM',
    groom: 'Ramesh Kumar',
    bride: 'Sunita Devi',
    mobile: '9810012345',
  },
  {
    number: 'SDM/CE/2020/000017',
    registered: '04122020',
    held: '25112020',
    place: 'Town Hall, Chandni Chowk',
    act: 'SM',
    groom: 'Imran Qureshi',
    bride: "Maria D'Souza",
    mobile: '9810023456',
  },
  {
    number: 'SDM/SO/2021/000007',
    registered: '22112021',
    held: '14112021',
    place: 'छतरपुर मंदिर',
    act: 'HM',
    groom: 'विजय कुमार',
    bride: 'आशा',
    mobile: '9810034567',
  },
  {
    number: 'SDM/WE/2022/000310',
    registered: '09052022',
    held: '17042022',
    place: 'Gurdwara Sri Guru Singh Sabha, Rajouri Garden',
    act: 'HM',
    groom: 'ਹਰਪ੍ਰੀਤ ਸਿੰਘ',
    bride: 'Gurleen Kaur',
    mobile: '9810045678',
  },
  {
    number: 'SDM/SE/2024/000128',
    registered: '11072024',
    held: '01072024',
    place: 'SDM Office, Lajpat Nagar',
    act: 'SM',
    groom: 'R. Subramaniam',
    bride: 'Ayesha',
    mobile: '9810056789',
  },
]

/** Capitals, as the office's index has them: for letters that stay one letter. */
export const capitals = (name: string): string =>
  [...name].map((char) => (char.toUpperCase().length === char.length ? char.toUpperCase() : char)).join('')

export async function seed(tx: Pick<Session, 'query'>): Promise<void> {
  for (const [code, name, address, from] of OFFICES)
    await tx.query('INSERT INTO OFFC_MST (OFFC_CD, DIST_CD, OFFC_NM, OFFC_ADDR, FROM_DT) VALUES ($1, $2, $3, $4, $5)', [
      code,
      code.slice(0, 2),
      `SDM ${name}`,
      address,
      from ?? '18051955',
    ])
  for (const entry of ENTRIES) {
    const district = entry.number.slice(4, 6)
    await tx.query(
      `INSERT INTO MRG_REG (REG_NO, REG_DT, CONT_MOB, OFFC_CD, DIST_CD, ACT_CD, MRG_DT, MRG_PLC, GRM_NM, GRM_NM_U, BRD_NM, BRD_NM_U)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        entry.number,
        entry.registered,
        entry.mobile,
        `${district}01`,
        district,
        entry.act,
        entry.held,
        entry.place,
        capitals(entry.groom),
        entry.groom,
        capitals(entry.bride),
        entry.bride,
      ],
    )
  }
}
