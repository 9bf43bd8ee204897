import type { Story } from './story.ts'

/** Asha wants a paper about her own birth, and asks for two copies first. */
const OWN_BIRTH = {
  service: 'municipal.birth-certificate',
  answers: { relation: 'SELF', purpose: 'PASSPORT' },
  slip: { path: 'copies', instead: '2' },
} as const
/** The photo of the identity paper is taken once more. */
const COPY = { service: 'registrar.marriage-copy', slip: { path: 'identity' } } as const
const LEARNER = {
  service: 'transport.learner-licence',
  slip: { path: 'holder.address.pinCode', instead: '110058' },
} as const
const LEARNER_ANSWERS = {
  dateOfBirth: '14/8/2004',
  'holder.bloodGroup': 'B_POSITIVE',
  'holder.address.pinCode': '110085',
} as const
/** The register knows Asha Devi's licences. */
const LICENCE_SLIP = { path: 'holder.address.pinCode', instead: '110029' } as const

/** All services in English; in each other language one of each department. */
export const STORIES: readonly Story[] = [
  { ...OWN_BIRTH, language: 'EN', name: 'Asha', first: 'birth certificate' },
  {
    service: 'municipal.child-name',
    language: 'EN',
    name: 'Farida',
    first: 'add my childs name',
    slip: { path: 'childName', instead: 'Zoia' },
  },
  {
    service: 'registrar.marriage',
    language: 'EN',
    name: 'Kabir',
    first: 'we got married, register it',
    answers: {
      place: 'Community Hall, Pocket B, Mayur Vihar',
      district: 'EAST',
      'groom.name': 'Kabir Mehta',
      'groom.fatherName': 'Rajiv Mehta',
      'groom.motherName': 'Neelam Mehta',
      'groom.dateOfBirth': '12/9/1993',
      'groom.occupation': 'Engineer',
      'groom.address.line': '41, Pocket B, Mayur Vihar',
      'groom.address.pinCode': '110091',
      'groom.mobile': '9899012345',
      'bride.name': 'Ananya Sharma',
      'bride.fatherName': 'Dinesh Sharma',
      'bride.motherName': 'Kavita Sharma',
      'bride.dateOfBirth': '3 June 1995',
      'bride.occupation': 'Nurse',
      'bride.address.line': '8, Gali 5, Laxmi Nagar',
      'bride.mobile': '98187 54321',
      'witnesses[].name': ['Nikhil Arora', 'Pooja Sharma'],
      'witnesses[].fatherName': ['Satish Arora', 'Dinesh Sharma'],
      'witnesses[].age': ['34', '28'],
      'witnesses[].relation': ['FRIEND', 'CLOSE_FAMILY'],
      'witnesses[].address.line': ['17, Block D, Preet Vihar', '8, Gali 5, Laxmi Nagar'],
    },
    slip: { path: 'groom.occupation', instead: 'Student' },
  },
  { ...COPY, language: 'EN', name: 'Sunita', first: 'copy of marriage certificate' },
  {
    ...LEARNER,
    language: 'EN',
    name: 'Rohan',
    first: 'learner licence',
    answers: {
      ...LEARNER_ANSWERS,
      'holder.name': 'Rohan Verma',
      'holder.relativeName': 'Suresh Verma',
      'holder.gender': 'MALE',
      'holder.address.line': '7, Block C, Sector 3, Rohini',
      'holder.identificationMark': 'Scar on the right hand',
    },
  },
  {
    service: 'transport.driving-licence',
    language: 'EN',
    name: 'Asha',
    first: 'driving licence',
    slip: LICENCE_SLIP,
  },
  { service: 'transport.licence-renewal', language: 'EN', name: 'Asha', first: 'DL renew', slip: LICENCE_SLIP },
  { ...OWN_BIRTH, language: 'HI', name: 'आशा', greeting: 'हिन्दी', first: 'जन्म प्रमाण पत्र' },
  { ...COPY, language: 'HI', name: 'सुनीता', greeting: 'हिन्दी', first: 'विवाह प्रमाणपत्र की नकल' },
  {
    ...LEARNER,
    language: 'HI',
    name: 'पूजा',
    greeting: 'हिन्दी',
    first: 'लर्नर लाइसेंस',
    answers: {
      ...LEARNER_ANSWERS,
      dateOfBirth: '१४ अगस्त २००४',
      testLanguage: 'HINDI',
      'holder.name': 'पूजा वर्मा',
      'holder.relativeName': 'सुरेश वर्मा',
      'holder.address.line': '7, ब्लॉक सी, सेक्टर 3, रोहिणी',
      'holder.identificationMark': 'दाएँ हाथ पर चोट का निशान',
    },
  },
  { ...OWN_BIRTH, language: 'PA', name: 'ਆਸ਼ਾ', greeting: 'ਪੰਜਾਬੀ', first: 'ਜਨਮ ਸਰਟੀਫਿਕੇਟ' },
  { ...COPY, language: 'PA', name: 'ਸੁਨੀਤਾ', greeting: 'ਪੰਜਾਬੀ', first: 'ਵਿਆਹ ਸਰਟੀਫਿਕੇਟ ਦੀ ਨਕਲ' },
  {
    ...LEARNER,
    language: 'PA',
    name: 'ਸਿਮਰਨ',
    greeting: 'ਪੰਜਾਬੀ',
    first: 'ਲਰਨਰ ਲਾਇਸੈਂਸ',
    answers: {
      ...LEARNER_ANSWERS,
      dateOfBirth: '੧੪/੮/੨੦੦੪',
      testLanguage: 'PUNJABI',
      'holder.name': 'ਸਿਮਰਨ ਕੌਰ',
      'holder.relativeName': 'ਬਲਵਿੰਦਰ ਸਿੰਘ',
      'holder.address.line': '7, ਬਲਾਕ ਸੀ, ਸੈਕਟਰ 3, ਰੋਹਿਣੀ',
      'holder.identificationMark': 'ਸੱਜੇ ਹੱਥ ਉੱਤੇ ਸੱਟ ਦਾ ਨਿਸ਼ਾਨ',
    },
  },
  { ...OWN_BIRTH, language: 'UR', name: 'آشا', greeting: 'اردو', first: 'پیدائش سرٹیفکیٹ' },
  { ...COPY, language: 'UR', name: 'سنیتا', greeting: 'اردو', first: 'نکاح نامے کی نقل' },
  {
    ...LEARNER,
    language: 'UR',
    name: 'کبیر',
    greeting: 'اردو',
    first: 'لرنر لائسنس',
    answers: {
      ...LEARNER_ANSWERS,
      dateOfBirth: '۱۴ اگست ۲۰۰۴',
      testLanguage: 'URDU',
      'holder.name': 'کبیر احمد',
      'holder.relativeName': 'نصیر احمد',
      'holder.gender': 'MALE',
      'holder.address.line': '7، بلاک سی، سیکٹر 3، روہنی',
      'holder.identificationMark': 'دائیں ہاتھ پر چوٹ کا نشان',
    },
  },
]
