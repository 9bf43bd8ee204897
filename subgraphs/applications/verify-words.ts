/** Sentences of the public page that tells whether a certificate is ours. A language without its own falls back to English. */
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

export const VERIFY_WORDS: Readonly<Record<'en' | 'hi', VerifyWords>> = {
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
    issuedMeaning: 'नीचे विभाग का अपना अभिलेख है। जो काग़ज़ या फ़ाइल आपको दिखाई गई है, उससे इसे मिलाएँ।',
    what: 'क्या',
    by: 'जारीकर्ता',
    on: 'जारी होने की तारीख़',
    code: 'कोड',
    unknown: 'यह कोड हमारा नहीं है',
    unknownMeaning: 'कोड {code} वाला कोई प्रमाणपत्र यहाँ से जारी नहीं हुआ है।',
    unknownSteps: [
      'कोड को प्रमाणपत्र पर छपे कोड से अक्षर-अक्षर मिलाएँ और पता दोबारा लिखें।',
      'कोड वही हो, तो काग़ज़ को प्रमाणित न मानें। जिस विभाग का नाम उस पर है, उससे पूछें।',
      'प्रमाणपत्र आपका अपना है, तो अपनी WhatsApp चैट में फ़ाइल खोलें और उसके नीचे दिए पते का उपयोग करें।',
    ],
    check: 'क्या आपकी फ़ाइल यही प्रमाणपत्र है?',
    checkMeaning: 'जो PDF आपको दी गई है, उसे चुनें। उसकी तुलना इसी फ़ोन या कंप्यूटर पर होती है, फ़ाइल कहीं नहीं भेजी जाती।',
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
    fingerprintMeaning: 'जारी की गई PDF का SHA-256। “sha256sum certificate.pdf” से आप स्वयं मिला सकते हैं।',
    privacy: 'जिनके बारे में यह प्रमाणपत्र है, उनकी निजता के लिए यह पन्ना कोई नाम या प्रमाणपत्र की कोई और बात नहीं दिखाता।',
    scriptless: 'यहाँ फ़ाइल मिलाने के लिए इस पन्ने पर JavaScript चालू करें, या नीचे दी गई पहचान स्वयं मिलाएँ।',
  },
}
