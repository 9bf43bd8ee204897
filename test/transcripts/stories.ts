import type { Story } from './story.ts'

/** All services in English; in each other language one of each department. */
export const STORIES: readonly Story[] = [
  { service: 'municipal.birth-certificate', language: 'EN', name: 'Asha', first: 'birth certificate' },
  { service: 'municipal.child-name', language: 'EN', name: 'Meera', first: 'add my childs name' },
  { service: 'registrar.marriage', language: 'EN', name: 'Kabir', first: 'we got married, register it' },
  { service: 'registrar.marriage-copy', language: 'EN', name: 'Farah', first: 'copy of marriage certificate' },
  { service: 'transport.learner-licence', language: 'EN', name: 'Rohan', first: 'learner licence' },
  { service: 'transport.driving-licence', language: 'EN', name: 'Joseph', first: 'driving licence' },
  { service: 'transport.licence-renewal', language: 'EN', name: 'Leela', first: 'DL renew' },
  { service: 'municipal.birth-certificate', language: 'HI', name: 'आशा', greeting: 'हिन्दी', first: 'जन्म प्रमाण पत्र' },
  {
    service: 'registrar.marriage-copy',
    language: 'HI',
    name: 'राजेश',
    greeting: 'हिन्दी',
    first: 'विवाह प्रमाणपत्र की नकल',
  },
  { service: 'transport.learner-licence', language: 'HI', name: 'पूजा', greeting: 'हिन्दी', first: 'लर्नर लाइसेंस' },
  { service: 'municipal.birth-certificate', language: 'PA', name: 'ਗੁਰਪ੍ਰੀਤ', greeting: 'ਪੰਜਾਬੀ', first: 'ਜਨਮ ਸਰਟੀਫਿਕੇਟ' },
  {
    service: 'registrar.marriage-copy',
    language: 'PA',
    name: 'ਹਰਜੀਤ',
    greeting: 'ਪੰਜਾਬੀ',
    first: 'ਵਿਆਹ ਸਰਟੀਫਿਕੇਟ ਦੀ ਨਕਲ',
  },
  { service: 'transport.learner-licence', language: 'PA', name: 'ਸਿਮਰਨ', greeting: 'ਪੰਜਾਬੀ', first: 'ਲਰਨਰ ਲਾਇਸੈਂਸ' },
  { service: 'municipal.birth-certificate', language: 'UR', name: 'عائشہ', greeting: 'اردو', first: 'پیدائش سرٹیفکیٹ' },
  { service: 'registrar.marriage-copy', language: 'UR', name: 'فرح', greeting: 'اردو', first: 'نکاح نامے کی نقل' },
  { service: 'transport.learner-licence', language: 'UR', name: 'کبیر', greeting: 'اردو', first: 'لرنر لائسنس' },
]
