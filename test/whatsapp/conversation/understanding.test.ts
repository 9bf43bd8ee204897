import { describe, expect, it } from '@jest/globals'
import { chatCatalogue } from '../../../subgraphs/whatsapp/search.ts'
import { soundOf } from '../../../subgraphs/whatsapp/sounds.ts'
import { readCatalogue } from '../../../vocabulary/catalogue.ts'

const { services } = readCatalogue()
const catalogue = chatCatalogue(
  services.map(({ withheld: _, fields: __, ...service }) => ({
    ...service,
    departmentName: { en: service.department },
    questions: [],
  })),
)
const found = (text: string) => {
  const { named, similar } = catalogue.search(text)
  return [...new Set([...(named ? [named] : []), ...similar])].slice(0, 3).map(({ code }) => code)
}

describe('a wish in anyone’s words', () => {
  it.each([
    ['बच्चे का जन्म प्रमाण पत्र', 'municipal.birth-certificate'],
    ['birht certificate', 'municipal.birth-certificate'],
    ['janm praman patr banwana hai', 'municipal.birth-certificate'],
    ['paidaish sartifiket', 'municipal.birth-certificate'],
    ['برتھ سرٹیفیکیٹ چاہیے', 'municipal.birth-certificate'],
    ['ਮੈਨੂੰ ਜਨਮ ਸਰਟੀਫਿਕੇਟ ਚਾਹੀਦਾ ਹੈ', 'municipal.birth-certificate'],
    ['my baby was born', 'municipal.birth-certificate'],
    ['बच्चा हुआ है', 'municipal.birth-certificate'],
    ['bache ka certificate', 'municipal.birth-certificate'],
    ['bachche ka naam judwana hai', 'municipal.child-name'],
    ['DL renew', 'transport.licence-renewal'],
    ['licence expire ho gaya renew karna hai', 'transport.licence-renewal'],
    ['learning lisence', 'transport.learner-licence'],
    ['mujhe driving laisens chahiye', 'transport.driving-licence'],
    ['ویاہ رجسٹر', 'registrar.marriage'],
    ['marige registration', 'registrar.marriage'],
    ['ਵਿਆਹ ਰਜਿਸਟਰ ਕਰਵਾਉਣਾ', 'registrar.marriage'],
    ['nikaah', 'registrar.marriage'],
    ['duplicate shadi certificate', 'registrar.marriage-copy'],
  ])('%s finds %s first', (text, code) => {
    expect(found(text)[0]).toBe(code)
  })
  it.each([
    ['lic', /^transport/],
    ['dri', /^transport/],
    ['lea', /^transport/],
    ['लाइ', /^transport/],
    ['bir', /^municipal/],
    ['jan', /^municipal/],
    ['जन्', /^municipal/],
    ['wed', /^registrar/],
    ['nik', /^registrar/],
    ['ਵਿਆ', /^registrar/],
    ['reg', /./],
  ])('the first three letters find what begins so: %s', (text, code) => {
    expect(found(text)[0]).toMatch(code)
  })
  it('offers all three licences to whoever says no more than licence, in any spelling', () => {
    const licences = services.map(({ code }) => code).filter((code) => code.startsWith('transport.'))
    for (const text of ['licence banwana hai', 'लाइसेंस', 'لائسنس بنوانا ہے', 'ਲਾਇਸੈਂਸ ਬਣਵਾਉਣਾ', 'laisans'])
      expect(found(text).toSorted()).toEqual(licences.toSorted())
  })
  it.each([
    'shaadi ka certificate',
    'शादी का प्रमाण पत्र चाहिए',
    'vivah praman patra',
    'ਵਿਆਹ ਦਾ ਸਰਟੀਫਿਕੇਟ',
    'شادی کا سرٹیفکیٹ',
  ])('offers to register a marriage, and the copy of one: %s', (text) => {
    expect(catalogue.search(text).named).toBeNull()
    expect(found(text).toSorted()).toEqual(['registrar.marriage', 'registrar.marriage-copy'])
  })
  it.each(['certificate chahiye', 'प्रमाण पत्र', 'ਸਰਟੀਫਿਕੇਟ', 'سرٹیفکیٹ'])(
    'offers several to whoever says no more than a word that they share: %s',
    (text) => {
      expect(found(text)).toHaveLength(3)
    },
  )
  it.each([
    'death certificate',
    'income certificate',
    'jati praman patra',
    'मृत्यु प्रमाण पत्र',
    'ਮੌਤ ਦਾ ਸਰਟੀਫਿਕੇਟ',
    'وفات سرٹیفکیٹ',
    'Aadhaar card',
    'pan card',
    'आधार कार्ड',
    'land registration',
    'passport',
  ])('finds nothing in what shares such a word alone: %s', (text) => {
    expect(found(text)).toEqual([])
  })
  it.each(['hello how are you', 'kal milte hain', 'मुझे चाहिए', 'zindagi', '12345', ''])(
    'finds nothing in %s',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )
})

describe('the sound of a word', () => {
  it.each([
    'शादी ਸ਼ਾਦੀ شادی shaadi shadi',
    'लाइसेंस ਲਾਇਸੰਸ ਲਾਇਸੈਂਸ لائسنس licence license laisens',
    'प्रमाण ਪ੍ਰਮਾਣ پرمان praman pramaan',
    'सर्टिफिकेट ਸਰਟੀਫਿਕੇਟ سرٹیفکیٹ certificate sartifiket',
    'रजिस्ट्रेशन ਰਜਿਸਟ੍ਰੇਸ਼ਨ رجسٹریشن registration',
    'गाड़ी گاڑی gaadi gadi',
    'ਵਿਆਹ ویاہ viah viaah vyah',
    'निकाह نکاح nikah nikaah',
  ])('is one in every script: %s', (words) => {
    expect(new Set(words.split(' ').map(soundOf)).size).toBe(1)
  })
  it('tells words apart', () => {
    expect(new Set(['shaadi', 'licence', 'janam', 'naam', 'marriage'].map(soundOf)).size).toBe(5)
  })
})
