department-registrar = शादी रजिस्ट्रेशन दफ़्तर

registerMarriage = शादी रजिस्टर कराएँ
    .description = दिल्ली में हुई शादी के लिए। आप दोनों और गवाह एक बार दफ़्तर आएँगे।
    .synonyms = शादी, शादी का पंजीकरण, शादी का रजिस्ट्रेशन, विवाह पंजीकरण, विवाह, शादी रजिस्टर, कोर्ट मैरिज, मैरिज रजिस्ट्रेशन, विवाह प्रमाणपत्र, मैरिज सर्टिफिकेट, विवाह का पंजीकरण, शादी रजिस्टर कराना, ब्याह, निकाह, निकाह का रजिस्ट्रेशन, मैरिज, शादी का प्रमाणपत्र, शादी का प्रमाण पत्र, शादी का सर्टिफिकेट
applyForMarriageCopy = शादी के काग़ज़ की नक़ल
    .description = पहले से रजिस्टर हुई शादी के सर्टिफ़िकेट की मुहर वाली नक़ल।
    .synonyms = शादी का प्रमाणपत्र, मैरिज सर्टिफिकेट, विवाह प्रमाणपत्र, विवाह प्रमाणपत्र की प्रति, प्रमाणपत्र खो गया, शादी का सर्टिफिकेट, विवाह की प्रमाणित प्रति, शादी के सर्टिफ़िकेट की कॉपी, शादी के काग़ज़, डुप्लीकेट मैरिज सर्टिफिकेट, शादी का प्रमाण पत्र

MarriageAct-HINDU_MARRIAGE_ACT = हिंदू मैरिज एक्ट
MarriageAct-SPECIAL_MARRIAGE_ACT = स्पेशल मैरिज एक्ट

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

MaritalStatus-UNMARRIED = नहीं, पहली शादी
MaritalStatus-DIVORCED = हाँ, तलाक हो चुका
MaritalStatus-WIDOWED = हाँ, विधवा या विधुर

OfTheTwo-BOTH = दोनों
OfTheTwo-GROOM = दूल्हा
OfTheTwo-BRIDE = दुल्हन
OfTheTwo-NEITHER = कोई नहीं

NameChange-NOBODY = कोई नहीं
NameChange-BRIDE = दुल्हन
NameChange-GROOM = दूल्हा
NameChange-BOTH = दोनों

WitnessRelation-FRIEND = दोस्त या पड़ोसी
WitnessRelation-RELATIVE = दूर के रिश्तेदार
WitnessRelation-CLOSE_FAMILY = सगे रिश्तेदार

SpouseInput-name = पूरा नाम
    .hint = जैसा उम्र के सबूत पर लिखा है।
    .example = किरण
SpouseInput-fatherName = पिता का नाम
    .hint = मालूम न हो तो छोड़ दें।
    .example = मोहन लाल
SpouseInput-motherName = माँ का नाम
    .hint = मालूम न हो तो छोड़ दें।
    .example = सावित्री देवी
SpouseInput-dateOfBirth = जन्म की तारीख
    .hint = दिन, महीना, साल।
SpouseInput-religion = धर्म
SpouseInput-statusBefore = क्या पहले शादी हुई थी?
SpouseInput-occupation = काम या पेशा
    .example = अध्यापक
SpouseInput-address = घर का पता
SpouseInput-mobile = मोबाइल नंबर
SpouseInput-photograph = पासपोर्ट साइज़ फ़ोटो
    .hint = चेहरा सामने से, पिछले छह महीने में खींची गई।
SpouseInput-proofOfAge = उम्र का सबूत
    .hint = जन्म प्रमाणपत्र, दसवीं का प्रमाणपत्र या पासपोर्ट।
SpouseInput-identity = पहचान का सबूत
    .hint = वोटर कार्ड, पासपोर्ट, ड्राइविंग लाइसेंस, पैन कार्ड, या आधार कार्ड जिसके पहले आठ अंक ढके हों।
SpouseInput-proofOfAddress = पते का सबूत
    .hint = वोटर कार्ड, बिजली या पानी का बिल, या किरायानामा।
SpouseInput-affidavit = दस्तख़त वाला हलफ़नामा
    .hint = इसमें क़सम से लिखा हो: शादी की तारीख और जगह, और जन्म की तारीख। यह भी कि पहले शादी हुई थी या नहीं।

WitnessInput-name = पूरा नाम
    .example = फ़रीदा
WitnessInput-fatherName = पिता का नाम
    .hint = मालूम न हो तो छोड़ दें।
    .example = अब्दुल रहमान
WitnessInput-age = उम्र, साल में
WitnessInput-relation = गवाह आपके क्या लगते हैं?
    .hint = सगे रिश्तेदार: माता-पिता, बच्चे, भाई और बहन।
WitnessInput-address = पता
WitnessInput-identity = पहचान का सबूत
    .hint = इस पर पता भी हो। जैसे वोटर कार्ड, पासपोर्ट, ड्राइविंग लाइसेंस, या आधार कार्ड जिसके पहले आठ अंक ढके हों।

MarriageRegistrationInput-act = किस क़ानून से?
    .hint = हिंदू मैरिज एक्ट: दोनों हिंदू, सिख, बौद्ध या जैन हों। स्पेशल मैरिज एक्ट: सभी के लिए।
MarriageRegistrationInput-date = शादी की तारीख
    .hint = 60 दिन के बाद देर की फ़ीस भी लगती है।
MarriageRegistrationInput-place = शादी की जगह
    .hint = हॉल, मंदिर, गिरजाघर या घर, और मोहल्ला।
    .example = आर्य समाज मंदिर, करोल बाग
MarriageRegistrationInput-district = शादी किस ज़िले में हुई?
MarriageRegistrationInput-citizenship = भारत का नागरिक कौन है?
MarriageRegistrationInput-residence = इस ज़िले में 30 दिन से कौन रह रहा है?
MarriageRegistrationInput-groom = दूल्हा
MarriageRegistrationInput-bride = दुल्हन
MarriageRegistrationInput-groomDivorceDecree = दूल्हे के तलाक का आदेश
    .hint = अदालत का आदेश।
MarriageRegistrationInput-groomDeathCertificate = दूल्हे की पहली पत्नी का मौत का सर्टिफ़िकेट
MarriageRegistrationInput-brideDivorceDecree = दुल्हन के तलाक का आदेश
    .hint = अदालत का आदेश।
MarriageRegistrationInput-brideDeathCertificate = दुल्हन के पहले पति का मौत का सर्टिफ़िकेट
MarriageRegistrationInput-nameChange = शादी के बाद नया नाम कौन लेगा?
MarriageRegistrationInput-groomNewName = दूल्हे का नया नाम
    .example = किरण कुमार
MarriageRegistrationInput-brideNewName = दुल्हन का नया नाम
    .example = किरण शर्मा
MarriageRegistrationInput-witnesses = गवाह
    .hint = बालिग लोग जो आपके साथ दफ़्तर आएँगे: दो, या स्पेशल मैरिज एक्ट में तीन। कम से कम एक सगा रिश्तेदार न हो।
MarriageRegistrationInput-jointPhotograph = आप दोनों की फ़ोटो
    .hint = एक ही फ़ोटो में दोनों साथ।
MarriageRegistrationInput-ceremonyProof = शादी होने का सबूत
    .hint = शादी का कार्ड, या पंडित, काज़ी या पादरी का प्रमाणपत्र।
MarriageRegistrationInput-office = किस दफ़्तर में?
    .hint = जहाँ आप दोनों और गवाह एक बार आएँगे।

MarriageRegistrationInput-rule-not-in-future = शादी की तारीख आगे की है। रजिस्ट्रेशन शादी हो जाने के बाद होता है।
MarriageRegistrationInput-rule-not-before-birth = शादी दूल्हे या दुल्हन के जन्म से पहले नहीं हो सकती।
MarriageRegistrationInput-rule-groom-age = शादी के दिन दूल्हे की उम्र 21 साल या उससे ज़्यादा होनी चाहिए।
MarriageRegistrationInput-rule-bride-age = शादी के दिन दुल्हन की उम्र 18 साल या उससे ज़्यादा होनी चाहिए।
MarriageRegistrationInput-rule-groom-religion = हिंदू मैरिज एक्ट में दूल्हा हिंदू, सिख, बौद्ध या जैन होना चाहिए। स्पेशल मैरिज एक्ट सभी के लिए है।
MarriageRegistrationInput-rule-bride-religion = हिंदू मैरिज एक्ट में दुल्हन हिंदू, सिख, बौद्ध या जैन होनी चाहिए। स्पेशल मैरिज एक्ट सभी के लिए है।
MarriageRegistrationInput-rule-citizenship = दोनों में से कम से कम एक भारत का नागरिक होना चाहिए।
MarriageRegistrationInput-rule-residence = दोनों में से कम से कम एक को इस ज़िले में रहते हुए 30 दिन हो चुके हों।
MarriageRegistrationInput-rule-independent-witness = कम से कम एक गवाह ऐसा हो जो सगा रिश्तेदार न हो।

MarriageCopyInput-registrationNumber = रजिस्ट्रेशन नंबर
    .hint = यह प्रमाणपत्र में सबसे ऊपर लिखा होता है।
MarriageCopyInput-year = रजिस्ट्रेशन का साल
MarriageCopyInput-district = दफ़्तर किस ज़िले का है?
MarriageCopyInput-groomName = दूल्हे का नाम
    .hint = जैसा रजिस्टर में लिखा है।
MarriageCopyInput-brideName = दुल्हन का नाम
    .hint = जैसा रजिस्टर में लिखा है।
MarriageCopyInput-identity = आपकी पहचान का सबूत
    .hint = वोटर कार्ड, पासपोर्ट, ड्राइविंग लाइसेंस, पैन कार्ड, या आधार कार्ड जिसके पहले आठ अंक ढके हों।

MarriageCopyInput-rule-in-register = इस नंबर, साल, ज़िले और नामों वाली शादी नहीं मिली। कृपया अपने काग़ज़ों से मिला लें।
