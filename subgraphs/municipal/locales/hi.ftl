department-municipal = दिल्ली नगर निगम

applyForBirthCertificate = जन्म प्रमाणपत्र
    .description = दिल्ली में दर्ज जन्म का प्रमाणपत्र।
    .synonyms = जन्म प्रमाणपत्र, जन्म प्रमाण पत्र, जन्म का प्रमाण, बर्थ सर्टिफिकेट, जन्म पत्र, पैदाइश का सर्टिफिकेट, जन्म सर्टिफिकेट, बच्चे का जन्म प्रमाण पत्र, जन्म का सर्टिफ़िकेट, जन्म की नक़ल, जन्म तारीख का सबूत, बच्चा हुआ, बच्चा पैदा हुआ, बेटा हुआ, बेटी हुई, जन्म हुआ
applyForChildName = बच्चे का नाम जुड़वाएँ
    .description = जिस जन्म के रजिस्ट्रेशन में नाम नहीं लिखाया गया, उसके लिए।
    .synonyms = बच्चे का नाम, नाम जुड़वाना, जन्म प्रमाणपत्र में नाम, शिशु का नाम, बिना नाम का जन्म प्रमाणपत्र, नाम जोड़ना, नाम लिखवाना, बच्चे का नाम लिखवाना, नाम चढ़वाना

RelationToChild-MOTHER = मैं माँ हूँ
RelationToChild-FATHER = मैं पिता हूँ
RelationToChild-SELF = यह मेरा अपना जन्म है
RelationToChild-GUARDIAN = मैं अभिभावक हूँ
RelationToChild-RELATIVE = कोई और रिश्तेदार

NamingRelation-MOTHER = मैं माँ हूँ
NamingRelation-FATHER = मैं पिता हूँ
NamingRelation-GUARDIAN = मैं अभिभावक हूँ

BirthSex-FEMALE = लड़की
BirthSex-MALE = लड़का
BirthSex-TRANSGENDER = ट्रांसजेंडर

BirthCertificatePurpose-SCHOOL = स्कूल या कॉलेज
BirthCertificatePurpose-PASSPORT = पासपोर्ट
BirthCertificatePurpose-AADHAAR = आधार कार्ड
BirthCertificatePurpose-LICENCE = ड्राइविंग लाइसेंस
BirthCertificatePurpose-MARRIAGE = शादी
BirthCertificatePurpose-JOB = नौकरी या पेंशन
BirthCertificatePurpose-OTHER = कुछ और

BirthCertificateDelivery-DIGITAL = केवल फ़ाइल
BirthCertificateDelivery-POST = डाक से काग़ज़
BirthCertificateDelivery-COUNTER = दफ़्तर से काग़ज़

MunicipalZone-CENTRAL = मध्य
MunicipalZone-CITY_SP = सिटी एसपी
MunicipalZone-CIVIL_LINES = सिविल लाइंस
MunicipalZone-KAROL_BAGH = करोल बाग
MunicipalZone-KESHAVPURAM = केशवपुरम
MunicipalZone-NAJAFGARH = नजफ़गढ़
MunicipalZone-NARELA = नरेला
MunicipalZone-ROHINI = रोहिणी
MunicipalZone-SHAHDARA_NORTH = शाहदरा उत्तर
MunicipalZone-SHAHDARA_SOUTH = शाहदरा दक्षिण
MunicipalZone-SOUTH = दक्षिण
MunicipalZone-WEST = पश्चिम

BirthCertificateInput-relation = बच्चे से आपका क्या रिश्ता है?
BirthCertificateInput-registrationNumber = रजिस्ट्रेशन नंबर
    .hint = यह पुराने प्रमाणपत्र या अस्पताल की पर्ची पर लिखा होता है। न हो तो छोड़ दें: हम तारीख, माँ के नाम और जगह से ढूँढेंगे।
BirthCertificateInput-dateOfBirth = जन्म की तारीख
    .hint = दिन, महीना, साल।
BirthCertificateInput-sex = लड़की या लड़का?
BirthCertificateInput-motherName = माँ का नाम
    .hint = जैसा रजिस्टर में लिखाया गया था। तभी छोड़ें जब रजिस्टर में न हो।
    .example = सावित्री देवी
BirthCertificateInput-place = जन्म कहाँ हुआ था?
    .hint = अस्पताल का नाम, या घर पर जन्म हो तो मोहल्ला।
    .example = हिंदू राव अस्पताल
BirthCertificateInput-match = इनमें से कौन-सा जन्म?
    .hint = नामों के कुछ अक्षर छिपाए गए हैं।
BirthCertificateInput-fatherName = पिता का नाम
    .hint = जैसा रजिस्टर में लिखाया गया था। रजिस्टर में न हो तो छोड़ दें।
    .example = मोहन लाल
BirthCertificateInput-purpose = यह किस काम के लिए चाहिए?
BirthCertificateInput-copies = कितनी कॉपी चाहिए?
    .hint = 1 से 5 तक। पहली मुफ़्त है, उसके बाद हर कॉपी के 50 रुपये लगते हैं।
BirthCertificateInput-delivery = प्रमाणपत्र कैसे चाहिए?
    .hint = फ़ाइल तो आपको मिलेगी ही। साथ में काग़ज़ भी मिल सकता है।
BirthCertificateInput-postalAddress = डाक का पता
BirthCertificateInput-zone = किस ज़ोन के दफ़्तर से?
BirthCertificateInput-identity = आपकी पहचान का सबूत
    .hint = वोटर कार्ड, पासपोर्ट, ड्राइविंग लाइसेंस, पैन कार्ड, या आधार कार्ड जिसके पहले आठ अंक ढके हों।

BirthCertificateInput-rule-not-in-future = जन्म की तारीख आगे की है। कृपया जाँच लें।

ChildNameInput-relation = बच्चे से आपका क्या रिश्ता है?
ChildNameInput-registrationNumber = रजिस्ट्रेशन नंबर
    .hint = यह बिना नाम वाले प्रमाणपत्र पर लिखा होता है। न हो तो छोड़ दें: हम तारीख, माँ के नाम और जगह से ढूँढेंगे।
ChildNameInput-dateOfBirth = जन्म की तारीख
    .hint = दिन, महीना, साल।
ChildNameInput-sex = लड़की या लड़का?
ChildNameInput-motherName = माँ का नाम
    .hint = जैसा रजिस्टर में लिखाया गया था। तभी छोड़ें जब रजिस्टर में न हो।
    .example = फ़रीदा
ChildNameInput-place = जन्म कहाँ हुआ था?
    .hint = अस्पताल का नाम, या घर पर जन्म हो तो मोहल्ला।
    .example = डॉ बाबा साहेब अंबेडकर अस्पताल
ChildNameInput-match = इनमें से कौन-सा जन्म?
    .hint = नामों के कुछ अक्षर छिपाए गए हैं।
ChildNameInput-fatherName = पिता का नाम
    .hint = जैसा रजिस्टर में लिखाया गया था। रजिस्टर में न हो तो छोड़ दें।
    .example = अब्दुल रहमान
ChildNameInput-childName = बच्चे का नाम
    .hint = ठीक वैसा जैसा रजिस्टर में लिखा जाए। बाद में यह केवल सुधार से बदलता है।
    .example = ज़ोया
ChildNameInput-certificate = बिना नाम का जन्म प्रमाणपत्र
    .hint = वह जन्म प्रमाणपत्र जिस पर नाम नहीं है।
ChildNameInput-motherIdentity = माँ की पहचान का सबूत
    .hint = वोटर कार्ड, पासपोर्ट, ड्राइविंग लाइसेंस, पैन कार्ड, या आधार कार्ड जिसके पहले आठ अंक ढके हों।
ChildNameInput-fatherIdentity = पिता की पहचान का सबूत
    .hint = वोटर कार्ड, पासपोर्ट, ड्राइविंग लाइसेंस, पैन कार्ड, या आधार कार्ड जिसके पहले आठ अंक ढके हों।
ChildNameInput-guardianshipOrder = अभिभावक बनाने का आदेश
    .hint = अदालत का वह काग़ज़ जिसने आपको अभिभावक बनाया।
ChildNameInput-declaration = माता-पिता का लिखा काग़ज़
    .hint = एक काग़ज़: चुना हुआ नाम और दोनों के हस्ताक्षर।

ChildNameInput-rule-not-in-future = जन्म की तारीख आगे की है। कृपया जाँच लें।
ChildNameInput-rule-without-name = इस जन्म में नाम पहले से दर्ज है। दर्ज नाम केवल ज़ोन दफ़्तर में सुधार से बदलता है।
ChildNameInput-rule-within-15-years = नाम रजिस्ट्रेशन के 15 साल के अंदर जोड़ा जा सकता है। यह समय बीत चुका है: कृपया ज़ोन दफ़्तर जाएँ।
ChildNameInput-rule-mother-identity = कृपया माँ की पहचान का सबूत भी भेजें।
ChildNameInput-rule-father-identity = कृपया पिता की पहचान का सबूत भी भेजें।

match-without-name = अभी नाम नहीं
match-born = जन्म
match-mother = माँ
match-father = पिता
