/** Sentences of the public page that tells whether a certificate is ours. */
import type { LanguageCode } from '../../vocabulary/catalogue.ts'

export interface VerifyWords {
  readonly title: string
  readonly issued: string
  readonly issuedMeaning: string
  readonly what: string
  readonly by: string
  readonly on: string
  readonly code: string
  readonly unknown: string
  /** `{code}` stands for the code that was asked for. */
  readonly unknownMeaning: string
  readonly unknownSteps: readonly string[]
  readonly check: string
  readonly checkMeaning: string
  readonly choose: string
  readonly orDrop: string
  readonly reading: string
  readonly match: string
  readonly matchMeaning: string
  readonly noMatch: string
  readonly noMatchMeaning: string
  readonly unreadable: string
  readonly fingerprint: string
  readonly fingerprintMeaning: string
  readonly privacy: string
  readonly scriptless: string
}

export const VERIFY_WORDS: Readonly<Record<LanguageCode, VerifyWords>> = {
  en: {
    title: 'Certificate check',
    issued: 'This certificate was issued',
    issuedMeaning:
      'The record below is the department’s own. Compare it with the paper or the file that you were shown.',
    what: 'What',
    by: 'Issued by',
    on: 'Issued on',
    code: 'Code',
    unknown: 'This code is not ours',
    unknownMeaning: 'No certificate with the code {code} was issued here.',
    unknownSteps: [
      'Compare the code with the one on the certificate, letter by letter, and type the address again.',
      'If it is the same, do not accept the paper as proven. Ask the department that it names.',
      'If the certificate is your own, open the file in your WhatsApp chat and use the address beneath it.',
    ],
    check: 'Is your file this certificate?',
    checkMeaning: 'Choose the PDF that you were given. It is compared on this device and sent nowhere.',
    choose: 'Choose a PDF',
    orDrop: 'or drop it here',
    reading: 'Reading the file…',
    match: 'This file is the certificate that was issued',
    matchMeaning: 'Every byte is as the department issued it.',
    noMatch: 'This file is not the certificate that was issued',
    noMatchMeaning:
      'It was changed, or is another file. A photo, a scan or a copy that was saved anew differs as well: ask for the PDF as it came in the chat.',
    unreadable: 'The file cannot be read. Choose it again.',
    fingerprint: 'Fingerprint of the file',
    fingerprintMeaning: 'SHA-256 of the PDF as issued. With “sha256sum certificate.pdf” you can compare it yourself.',
    privacy: 'To protect the person whom it is about, this page shows no name and nothing else from the certificate.',
    scriptless: 'To compare a file here, allow JavaScript for this page, or compare the fingerprint below yourself.',
  },
  hi: {
    title: 'प्रमाणपत्र की जाँच',
    issued: 'यह प्रमाणपत्र जारी किया गया है',
    issuedMeaning: 'नीचे वही लिखा है जो विभाग के पास दर्ज है। जो काग़ज़ या फ़ाइल आपको दिखाई गई है, उससे मिला लें।',
    what: 'क्या',
    by: 'किसने जारी किया',
    on: 'कब जारी हुआ',
    code: 'कोड',
    unknown: 'यह कोड हमारा नहीं है',
    unknownMeaning: 'कोड {code} वाला कोई प्रमाणपत्र यहाँ से जारी नहीं हुआ है।',
    unknownSteps: [
      'कोड को प्रमाणपत्र पर छपे कोड से अक्षर-अक्षर मिलाएँ और पता दोबारा लिखें।',
      'कोड वही हो, तो काग़ज़ को सच न मानें। उस पर जिस विभाग का नाम है, उससे पूछें।',
      'प्रमाणपत्र आपका अपना है, तो अपनी WhatsApp चैट में फ़ाइल खोलें और उसके नीचे लिखे पते पर जाएँ।',
    ],
    check: 'क्या आपकी फ़ाइल यही प्रमाणपत्र है?',
    checkMeaning: 'जो PDF आपको दी गई है, उसे चुनें। उसे इसी फ़ोन या कंप्यूटर पर मिलाया जाता है, कहीं भेजा नहीं जाता।',
    choose: 'PDF चुनें',
    orDrop: 'या यहाँ छोड़ें',
    reading: 'फ़ाइल पढ़ी जा रही है…',
    match: 'यह फ़ाइल वही प्रमाणपत्र है जो जारी हुआ था',
    matchMeaning: 'इसका हर बाइट वैसा ही है जैसा विभाग ने जारी किया था।',
    noMatch: 'यह फ़ाइल जारी किया गया प्रमाणपत्र नहीं है',
    noMatchMeaning:
      'इसे बदला गया है, या यह कोई और फ़ाइल है। फ़ोटो, स्कैन या फिर से सहेजी गई प्रति भी अलग होती है: चैट में जैसी PDF आई थी, वही माँगें।',
    unreadable: 'फ़ाइल पढ़ी नहीं जा सकी। उसे फिर से चुनें।',
    fingerprint: 'फ़ाइल की पहचान',
    fingerprintMeaning: 'जारी की गई PDF का SHA-256। “sha256sum certificate.pdf” से आप ख़ुद मिला सकते हैं।',
    privacy: 'यह प्रमाणपत्र जिनका है, उनकी बात निजी रहे। इसलिए यहाँ कोई नाम या प्रमाणपत्र की कोई और बात नहीं दिखती।',
    scriptless: 'यहाँ फ़ाइल मिलाने के लिए इस पन्ने पर JavaScript चालू करें, या नीचे दी गई पहचान ख़ुद मिलाएँ।',
  },
  pa: {
    title: 'ਸਰਟੀਫਿਕੇਟ ਦੀ ਜਾਂਚ',
    issued: 'ਇਹ ਸਰਟੀਫਿਕੇਟ ਜਾਰੀ ਹੋਇਆ ਹੈ',
    issuedMeaning: 'ਹੇਠਾਂ ਉਹੀ ਲਿਖਿਆ ਹੈ ਜੋ ਵਿਭਾਗ ਕੋਲ ਦਰਜ ਹੈ। ਜੋ ਕਾਗਜ਼ ਜਾਂ ਫ਼ਾਈਲ ਤੁਹਾਨੂੰ ਵਿਖਾਈ ਗਈ ਹੈ, ਉਸ ਨਾਲ ਮਿਲਾ ਲਓ।',
    what: 'ਕੀ',
    by: 'ਕਿਸ ਨੇ ਜਾਰੀ ਕੀਤਾ',
    on: 'ਕਦੋਂ ਜਾਰੀ ਹੋਇਆ',
    code: 'ਕੋਡ',
    unknown: 'ਇਹ ਕੋਡ ਸਾਡਾ ਨਹੀਂ ਹੈ',
    unknownMeaning: 'ਕੋਡ {code} ਵਾਲਾ ਕੋਈ ਸਰਟੀਫਿਕੇਟ ਇੱਥੋਂ ਜਾਰੀ ਨਹੀਂ ਹੋਇਆ।',
    unknownSteps: [
      'ਕੋਡ ਨੂੰ ਸਰਟੀਫਿਕੇਟ ਉੱਤੇ ਛਪੇ ਕੋਡ ਨਾਲ ਅੱਖਰ-ਅੱਖਰ ਮਿਲਾਓ ਅਤੇ ਪਤਾ ਦੁਬਾਰਾ ਲਿਖੋ।',
      'ਕੋਡ ਉਹੀ ਹੋਵੇ, ਤਾਂ ਕਾਗਜ਼ ਨੂੰ ਸੱਚਾ ਨਾ ਮੰਨੋ। ਉਸ ਉੱਤੇ ਜਿਸ ਵਿਭਾਗ ਦਾ ਨਾਂ ਹੈ, ਉਸ ਤੋਂ ਪੁੱਛੋ।',
      'ਸਰਟੀਫਿਕੇਟ ਤੁਹਾਡਾ ਆਪਣਾ ਹੈ, ਤਾਂ ਆਪਣੀ WhatsApp ਚੈਟ ਵਿੱਚ ਫ਼ਾਈਲ ਖੋਲ੍ਹੋ ਅਤੇ ਉਸ ਦੇ ਹੇਠਾਂ ਲਿਖੇ ਪਤੇ ਉੱਤੇ ਜਾਓ।',
    ],
    check: 'ਕੀ ਤੁਹਾਡੀ ਫ਼ਾਈਲ ਇਹੀ ਸਰਟੀਫਿਕੇਟ ਹੈ?',
    checkMeaning: 'ਜੋ PDF ਤੁਹਾਨੂੰ ਦਿੱਤੀ ਗਈ ਹੈ, ਉਹ ਚੁਣੋ। ਉਹ ਇਸੇ ਫ਼ੋਨ ਜਾਂ ਕੰਪਿਊਟਰ ਉੱਤੇ ਮਿਲਾਈ ਜਾਂਦੀ ਹੈ, ਕਿਤੇ ਭੇਜੀ ਨਹੀਂ ਜਾਂਦੀ।',
    choose: 'PDF ਚੁਣੋ',
    orDrop: 'ਜਾਂ ਇੱਥੇ ਛੱਡੋ',
    reading: 'ਫ਼ਾਈਲ ਪੜ੍ਹੀ ਜਾ ਰਹੀ ਹੈ…',
    match: 'ਇਹ ਫ਼ਾਈਲ ਉਹੀ ਸਰਟੀਫਿਕੇਟ ਹੈ ਜੋ ਜਾਰੀ ਹੋਇਆ ਸੀ',
    matchMeaning: 'ਇਸ ਦਾ ਹਰ ਬਾਈਟ ਉਵੇਂ ਹੀ ਹੈ ਜਿਵੇਂ ਵਿਭਾਗ ਨੇ ਜਾਰੀ ਕੀਤਾ ਸੀ।',
    noMatch: 'ਇਹ ਫ਼ਾਈਲ ਜਾਰੀ ਹੋਇਆ ਸਰਟੀਫਿਕੇਟ ਨਹੀਂ ਹੈ',
    noMatchMeaning:
      'ਇਹ ਬਦਲੀ ਗਈ ਹੈ, ਜਾਂ ਕੋਈ ਹੋਰ ਫ਼ਾਈਲ ਹੈ। ਫ਼ੋਟੋ, ਸਕੈਨ ਜਾਂ ਫਿਰ ਸਾਂਭੀ ਹੋਈ ਕਾਪੀ ਵੀ ਵੱਖਰੀ ਹੁੰਦੀ ਹੈ: ਚੈਟ ਵਿੱਚ ਜਿਹੋ ਜਿਹੀ PDF ਆਈ ਸੀ, ਉਹੀ ਮੰਗੋ।',
    unreadable: 'ਫ਼ਾਈਲ ਪੜ੍ਹੀ ਨਹੀਂ ਜਾ ਸਕੀ। ਫਿਰ ਚੁਣੋ।',
    fingerprint: 'ਫ਼ਾਈਲ ਦੀ ਪਛਾਣ',
    fingerprintMeaning: 'ਜਾਰੀ ਹੋਈ PDF ਦਾ SHA-256। “sha256sum certificate.pdf” ਨਾਲ ਤੁਸੀਂ ਆਪ ਮਿਲਾ ਸਕਦੇ ਹੋ।',
    privacy: 'ਇਹ ਸਰਟੀਫਿਕੇਟ ਜਿਨ੍ਹਾਂ ਦਾ ਹੈ, ਉਹਨਾਂ ਦੀ ਗੱਲ ਨਿੱਜੀ ਰਹੇ। ਇਸ ਲਈ ਇੱਥੇ ਕੋਈ ਨਾਂ ਜਾਂ ਸਰਟੀਫਿਕੇਟ ਦੀ ਹੋਰ ਕੋਈ ਗੱਲ ਨਹੀਂ ਦਿਸਦੀ।',
    scriptless: 'ਇੱਥੇ ਫ਼ਾਈਲ ਮਿਲਾਉਣ ਲਈ ਇਸ ਪੰਨੇ ਉੱਤੇ JavaScript ਚਾਲੂ ਕਰੋ, ਜਾਂ ਹੇਠਾਂ ਦਿੱਤੀ ਪਛਾਣ ਆਪ ਮਿਲਾਓ।',
  },
  ur: {
    title: 'سرٹیفکیٹ کی جانچ',
    issued: 'یہ سرٹیفکیٹ جاری ہوا ہے',
    issuedMeaning: 'نیچے وہی لکھا ہے جو محکمے کے پاس درج ہے۔ جو کاغذ یا فائل آپ کو دکھائی گئی ہے، اس سے ملا لیں۔',
    what: 'کیا',
    by: 'کس نے جاری کیا',
    on: 'کب جاری ہوا',
    code: 'کوڈ',
    unknown: 'یہ کوڈ ہمارا نہیں ہے',
    unknownMeaning: 'کوڈ {code} والا کوئی سرٹیفکیٹ یہاں سے جاری نہیں ہوا۔',
    unknownSteps: [
      'کوڈ کو سرٹیفکیٹ پر چھپے کوڈ سے حرف حرف ملائیں اور پتہ دوبارہ لکھیں۔',
      'کوڈ وہی ہو، تو کاغذ کو سچا نہ مانیں۔ اس پر جس محکمے کا نام ہے، اس سے پوچھیں۔',
      'سرٹیفکیٹ آپ کا اپنا ہے، تو اپنی WhatsApp چیٹ میں فائل کھولیں اور اس کے نیچے لکھے پتے پر جائیں۔',
    ],
    check: 'کیا آپ کی فائل یہی سرٹیفکیٹ ہے؟',
    checkMeaning:
      'جو پی ڈی ایف آپ کو دی گئی ہے، اسے چنیں۔ اسے اسی فون یا کمپیوٹر پر ملایا جاتا ہے، کہیں بھیجا نہیں جاتا۔',
    choose: 'پی ڈی ایف چنیں',
    orDrop: 'یا یہاں چھوڑیں',
    reading: 'فائل پڑھی جا رہی ہے…',
    match: 'یہ فائل وہی سرٹیفکیٹ ہے جو جاری ہوا تھا',
    matchMeaning: 'اس کا ہر بائٹ ویسا ہی ہے جیسا محکمے نے جاری کیا تھا۔',
    noMatch: 'یہ فائل جاری ہوا سرٹیفکیٹ نہیں ہے',
    noMatchMeaning:
      'اسے بدلا گیا ہے، یا یہ کوئی اور فائل ہے۔ فوٹو، اسکین یا پھر سے محفوظ کی ہوئی کاپی بھی الگ ہوتی ہے: چیٹ میں جیسی پی ڈی ایف آئی تھی، وہی مانگیں۔',
    unreadable: 'فائل پڑھی نہیں جا سکی۔ اسے پھر سے چنیں۔',
    fingerprint: 'فائل کی پہچان',
    fingerprintMeaning: 'جاری ہوئی پی ڈی ایف کا SHA-256 نشان۔ آپ “sha256sum certificate.pdf” سے خود ملا سکتے ہیں۔',
    privacy: 'یہ سرٹیفکیٹ جن کا ہے، ان کی بات نجی رہے۔ اس لیے یہاں کوئی نام یا سرٹیفکیٹ کی کوئی اور بات نہیں دکھتی۔',
    scriptless: 'یہاں فائل ملانے کے لیے اس صفحے پر JavaScript چالو کریں، یا نیچے دی گئی پہچان خود ملائیں۔',
  },
}
