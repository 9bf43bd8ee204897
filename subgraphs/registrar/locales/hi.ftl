department-registrar = विवाह पंजीयक

registerMarriage = विवाह का पंजीकरण
    .description = दिल्ली में हुए विवाह को रजिस्टर में दर्ज कराएँ और प्रमाणपत्र पाएँ। आप दोनों और गवाहों को एक बार कार्यालय आना होगा।
    .synonyms = शादी, शादी का पंजीकरण, विवाह पंजीकरण, विवाह, शादी रजिस्टर, कोर्ट मैरिज, मैरिज रजिस्ट्रेशन
applyForMarriageCopy = विवाह प्रमाणपत्र
    .description = रजिस्टर में पहले से दर्ज विवाह के प्रमाणपत्र की प्रमाणित प्रति पाएँ।
    .synonyms = शादी का प्रमाणपत्र, मैरिज सर्टिफिकेट, विवाह प्रमाणपत्र की प्रति, प्रमाणपत्र खो गया, शादी का सर्टिफिकेट

MarriageAct-HINDU_MARRIAGE_ACT = हिंदू विवाह अधिनियम
MarriageAct-SPECIAL_MARRIAGE_ACT = विशेष विवाह अधिनियम

MarriageDistrict-CENTRAL = मध्य
MarriageDistrict-EAST = पूर्व
MarriageDistrict-NEW_DELHI = नई दिल्ली
MarriageDistrict-NORTH = उत्तर
MarriageDistrict-NORTH_EAST = उत्तर पूर्व
MarriageDistrict-NORTH_WEST = उत्तर पश्चिम
MarriageDistrict-SHAHDARA = शाहदरा
MarriageDistrict-SOUTH = दक्षिण
MarriageDistrict-SOUTH_EAST = दक्षिण पूर्व
MarriageDistrict-SOUTH_WEST = दक्षिण पश्चिम
MarriageDistrict-WEST = पश्चिम

Religion-HINDU = हिंदू
Religion-SIKH = सिख
Religion-BUDDHIST = बौद्ध
Religion-JAIN = जैन
Religion-MUSLIM = मुस्लिम
Religion-CHRISTIAN = ईसाई
Religion-PARSI = पारसी
Religion-JEWISH = यहूदी
Religion-OTHER = अन्य या कोई नहीं

MaritalStatus-UNMARRIED = अविवाहित
MaritalStatus-DIVORCED = तलाकशुदा
MaritalStatus-WIDOWED = विधवा या विधुर

OfTheTwo-BOTH = दोनों
OfTheTwo-GROOM = वर
OfTheTwo-BRIDE = वधू
OfTheTwo-NEITHER = कोई नहीं

NameChange-NOBODY = कोई नहीं
NameChange-BRIDE = वधू
NameChange-GROOM = वर
NameChange-BOTH = दोनों

WitnessRelation-FRIEND = मित्र या पड़ोसी
WitnessRelation-RELATIVE = दूर के रिश्तेदार
WitnessRelation-CLOSE_FAMILY = नज़दीकी परिवार

SpouseInput-name = पूरा नाम
    .hint = जैसा आयु के प्रमाण पर लिखा है।
SpouseInput-fatherName = पिता का नाम
    .hint = मालूम न हो तो छोड़ दें।
SpouseInput-motherName = माता का नाम
    .hint = मालूम न हो तो छोड़ दें।
SpouseInput-dateOfBirth = जन्म की तारीख
    .hint = दिन, महीना, साल।
SpouseInput-religion = धर्म
SpouseInput-statusBefore = इस विवाह से पहले
SpouseInput-occupation = काम या पेशा
SpouseInput-address = घर का पता
SpouseInput-mobile = मोबाइल नंबर
SpouseInput-photograph = पासपोर्ट आकार की फ़ोटो
    .hint = चेहरा सामने से, पिछले छह महीनों की।
SpouseInput-proofOfAge = आयु का प्रमाण
    .hint = जन्म प्रमाणपत्र, दसवीं का प्रमाणपत्र या पासपोर्ट।
SpouseInput-identity = पहचान का प्रमाण
    .hint = वोटर कार्ड, पासपोर्ट, ड्राइविंग लाइसेंस, पैन कार्ड, या आधार कार्ड जिसके पहले आठ अंक ढके हों।
SpouseInput-proofOfAddress = पते का प्रमाण
    .hint = वोटर कार्ड, बिजली या पानी का बिल, या किरायानामा।
SpouseInput-affidavit = हस्ताक्षर किया हुआ शपथपत्र
    .hint = शपथ पर: विवाह की तारीख और जगह, जन्म की तारीख, और पहले विवाह हुआ था या नहीं।

WitnessInput-name = पूरा नाम
WitnessInput-fatherName = पिता का नाम
    .hint = मालूम न हो तो छोड़ दें।
WitnessInput-age = उम्र, साल में
WitnessInput-relation = गवाह आपको कैसे जानते हैं?
    .hint = नज़दीकी परिवार: माता-पिता, बच्चे, भाई और बहन।
WitnessInput-address = गवाह का पता
WitnessInput-identity = पते वाला पहचान पत्र
    .hint = वोटर कार्ड, पासपोर्ट, ड्राइविंग लाइसेंस, या आधार कार्ड जिसके पहले आठ अंक ढके हों।

MarriageRegistrationInput-act = किस अधिनियम के तहत?
    .hint = हिंदू विवाह अधिनियम: दोनों हिंदू, सिख, बौद्ध या जैन हों। विशेष विवाह अधिनियम: सभी के लिए।
MarriageRegistrationInput-date = विवाह की तारीख
    .hint = 60 दिन के बाद विलंब शुल्क लगता है।
MarriageRegistrationInput-place = विवाह की जगह
    .hint = भवन, मंदिर, गिरजाघर या घर, और मोहल्ला।
MarriageRegistrationInput-district = विवाह किस ज़िले में हुआ?
MarriageRegistrationInput-citizenship = भारत का नागरिक कौन है?
MarriageRegistrationInput-residence = इस ज़िले में 30 दिन से कौन रह रहा है?
MarriageRegistrationInput-groom = वर
MarriageRegistrationInput-bride = वधू
MarriageRegistrationInput-groomDivorceDecree = वर के तलाक का आदेश
MarriageRegistrationInput-groomDeathCertificate = वर की पूर्व पत्नी का मृत्यु प्रमाणपत्र
MarriageRegistrationInput-brideDivorceDecree = वधू के तलाक का आदेश
MarriageRegistrationInput-brideDeathCertificate = वधू के पूर्व पति का मृत्यु प्रमाणपत्र
MarriageRegistrationInput-nameChange = विवाह के बाद कौन नया नाम लेगा?
MarriageRegistrationInput-groomNewName = वर का नया नाम
MarriageRegistrationInput-brideNewName = वधू का नया नाम
MarriageRegistrationInput-witnesses = गवाह
    .hint = वयस्क जो आपके साथ कार्यालय आएँगे: दो, या विशेष विवाह अधिनियम में तीन। कम से कम एक नज़दीकी परिवार से न हो।
MarriageRegistrationInput-jointPhotograph = आप दोनों की साथ में फ़ोटो
MarriageRegistrationInput-ceremonyProof = निमंत्रण पत्र या पुरोहित का प्रमाणपत्र
MarriageRegistrationInput-office = किस कार्यालय में?
    .hint = जहाँ आप दोनों और गवाह एक बार आएँगे।

MarriageRegistrationInput-rule-not-in-future = विवाह की तारीख आगे की है। पंजीकरण विवाह होने के बाद होता है।
MarriageRegistrationInput-rule-not-before-birth = विवाह वर या वधू के जन्म से पहले नहीं हो सकता।
MarriageRegistrationInput-rule-groom-age = विवाह के दिन वर की उम्र 21 साल या उससे ज़्यादा होनी चाहिए।
MarriageRegistrationInput-rule-bride-age = विवाह के दिन वधू की उम्र 18 साल या उससे ज़्यादा होनी चाहिए।
MarriageRegistrationInput-rule-groom-religion = हिंदू विवाह अधिनियम में वर हिंदू, सिख, बौद्ध या जैन होना चाहिए। विशेष विवाह अधिनियम सभी के लिए है।
MarriageRegistrationInput-rule-bride-religion = हिंदू विवाह अधिनियम में वधू हिंदू, सिख, बौद्ध या जैन होनी चाहिए। विशेष विवाह अधिनियम सभी के लिए है।
MarriageRegistrationInput-rule-citizenship = दोनों में से एक भारत का नागरिक होना चाहिए।
MarriageRegistrationInput-rule-residence = दोनों में से एक को ज़िले में रहते हुए 30 दिन हो चुके हों।
MarriageRegistrationInput-rule-independent-witness = कम से कम एक गवाह नज़दीकी परिवार से नहीं होना चाहिए।

MarriageCopyInput-registrationNumber = पंजीकरण संख्या
    .hint = यह प्रमाणपत्र में सबसे ऊपर लिखी होती है।
MarriageCopyInput-year = पंजीकरण का साल
MarriageCopyInput-district = कार्यालय किस ज़िले का है?
MarriageCopyInput-groomName = वर का नाम
    .hint = जैसा रजिस्टर में लिखा है।
MarriageCopyInput-brideName = वधू का नाम
    .hint = जैसा रजिस्टर में लिखा है।
MarriageCopyInput-identity = आपकी पहचान का प्रमाण
    .hint = वोटर कार्ड, पासपोर्ट, ड्राइविंग लाइसेंस, पैन कार्ड, या आधार कार्ड जिसके पहले आठ अंक ढके हों।

MarriageCopyInput-rule-in-register = इस संख्या, साल, ज़िले और नामों वाला विवाह नहीं मिला। कृपया अपने कागज़ों से मिला लें।
