department-transport = परिवहन विभाग

applyForLearnerLicence = लर्नर लाइसेंस
    .description = गाड़ी सीखने के लिए। इसके बाद निशानों और नियमों का टेस्ट होता है।
    .synonyms = शिक्षार्थी लाइसेंस, सीखने का लाइसेंस, लर्निंग लाइसेंस, गाड़ी सीखना, गाड़ी चलाना सीखना, लाइसेंस, एलएल, लर्नर लाइसेंस बनवाना, कच्चा लाइसेंस, लर्निंग, सीखने वाला लाइसेंस
applyForDrivingLicence = ड्राइविंग लाइसेंस
    .description = 30 दिन पुराने लर्नर लाइसेंस पर। टेस्ट का दिन आप चुनते हैं।
    .synonyms = गाड़ी चलाने का लाइसेंस, पक्का लाइसेंस, स्थायी लाइसेंस, डीएल, लाइसेंस, लाइसेंस बनवाना, लाइसेंस बनवाना है, नया लाइसेंस, गाड़ी का लाइसेंस, ड्राइविंग टेस्ट
renewDrivingLicence = लाइसेंस रिन्यू कराएँ
    .description = लाइसेंस ख़त्म होने से एक साल पहले से पाँच साल बाद तक।
    .synonyms = लाइसेंस रिन्यू, लाइसेंस रिन्यूअल, लाइसेंस नवीनीकरण, लाइसेंस समाप्त, लाइसेंस एक्सपायर, लाइसेंस, लाइसेंस का नवीनीकरण, लाइसेंस ख़त्म हो गया, लाइसेंस की तारीख निकल गई, डीएल रिन्यू

VehicleClass-MCWG = गियर वाली मोटरसाइकिल
VehicleClass-LMV = कार (LMV)
VehicleClass-MCWOG = बिना गियर का स्कूटर
VehicleClass-LMV_TR = टैक्सी, वैन (LMV-TR)
VehicleClass-HMV = ट्रक या बस (HMV)
VehicleClass-ERIKSH = ई-रिक्शा

HolderGender-FEMALE = औरत
HolderGender-MALE = मर्द
HolderGender-TRANSGENDER = ट्रांसजेंडर

BloodGroup-O_POSITIVE = O+
BloodGroup-O_NEGATIVE = O−
BloodGroup-A_POSITIVE = A+
BloodGroup-A_NEGATIVE = A−
BloodGroup-B_POSITIVE = B+
BloodGroup-B_NEGATIVE = B−
BloodGroup-AB_POSITIVE = AB+
BloodGroup-AB_NEGATIVE = AB−
BloodGroup-UNKNOWN = पता नहीं

TestLanguage-ENGLISH = अंग्रेज़ी
TestLanguage-HINDI = हिंदी
TestLanguage-PUNJABI = पंजाबी
TestLanguage-URDU = उर्दू

LicenceKind-LEARNER = लर्नर लाइसेंस
LicenceKind-DRIVING = ड्राइविंग लाइसेंस

LicenceHolderInput-name = पूरा नाम
    .hint = जैसा उम्र के सबूत पर लिखा है।
    .example = आशा देवी
LicenceHolderInput-relativeName = पिता, माँ या पति/पत्नी
    .hint = इनमें से किसी एक का पूरा नाम।
    .example = राम प्रकाश
LicenceHolderInput-gender = औरत या मर्द?
LicenceHolderInput-bloodGroup = ब्लड ग्रुप
LicenceHolderInput-address = अभी का पता
LicenceHolderInput-permanentAddressSame = क्या आपका पक्का पता यही है?
LicenceHolderInput-permanentAddress = पक्का पता
LicenceHolderInput-identificationMark = पहचान का निशान
    .hint = तिल या घाव का निशान, और वह कहाँ है।
    .example = बाएँ गाल पर तिल
LicenceHolderInput-organDonor = क्या आप मौत के बाद अंग दान करना चाहेंगे?

LearnerLicenceInput-classes = आप क्या चलाएँगे?
    .hint = आप एक से ज़्यादा चुन सकते हैं।
LearnerLicenceInput-office = कौन सा लाइसेंस दफ़्तर?
LearnerLicenceInput-dateOfBirth = जन्म की तारीख
    .hint = दिन, महीना, साल।
LearnerLicenceInput-holder = आपके बारे में
LearnerLicenceInput-fit = क्या आपकी सेहत गाड़ी चलाने लायक है?
    .hint = हाँ का मतलब: ऐसी कोई बीमारी या अपंगता नहीं जिससे आपका गाड़ी चलाना ख़तरा बने (फ़ॉर्म 1)।
LearnerLicenceInput-testLanguage = टेस्ट किस भाषा में?
LearnerLicenceInput-photograph = पासपोर्ट साइज़ फ़ोटो
    .hint = चेहरा सामने से, पिछले छह महीने में खींची गई।
LearnerLicenceInput-signature = आपके हस्ताक्षर
    .hint = सफ़ेद काग़ज़ पर हस्ताक्षर करके उसकी फ़ोटो लें।
LearnerLicenceInput-proofOfAge = उम्र का सबूत
    .hint = जन्म प्रमाणपत्र, दसवीं का प्रमाणपत्र या पासपोर्ट।
LearnerLicenceInput-proofOfAddress = पते का सबूत
    .hint = वोटर कार्ड, बिजली या पानी का बिल, या आधार कार्ड जिसके पहले आठ अंक ढके हों।
LearnerLicenceInput-medicalCertificate = डॉक्टर का प्रमाणपत्र
    .hint = फ़ॉर्म 1A, डॉक्टर के हस्ताक्षर के साथ। 40 साल की उम्र से, और टैक्सी, ट्रक, बस या ई-रिक्शा के लिए ज़रूरी।
LearnerLicenceInput-guardianConsent = माँ या पिता की हामी
    .hint = या अभिभावक की, काग़ज़ पर हस्ताक्षर के साथ। 18 साल से कम उम्र में ज़रूरी।

LearnerLicenceInput-rule-classes-once = कृपया हर गाड़ी एक ही बार चुनें।
LearnerLicenceInput-rule-age-16 = लर्नर लाइसेंस के लिए आपकी उम्र 16 साल या ज़्यादा होनी चाहिए।
LearnerLicenceInput-rule-age-18 = 18 साल से कम उम्र में लाइसेंस सिर्फ़ बिना गियर के स्कूटर या मोटरसाइकिल के लिए मिलता है।
LearnerLicenceInput-rule-age-20 = टैक्सी, ट्रक, बस या ई-रिक्शा के लिए आपकी उम्र 20 साल या ज़्यादा होनी चाहिए।
LearnerLicenceInput-rule-fit = लाइसेंस उसी को मिलता है जिसकी सेहत गाड़ी चलाने लायक हो। कृपया लाइसेंस दफ़्तर में पूछें कि क्या हो सकता है।

DrivingLicenceInput-dateOfBirth = जन्म की तारीख
    .hint = दिन, महीना, साल।
DrivingLicenceInput-learnerLicenceNumber = लर्नर लाइसेंस का नंबर
    .hint = जैसा लाइसेंस पर लिखा है, बीच में खाली जगह हो या न हो।
DrivingLicenceInput-classes = आप क्या चलाएँगे?
    .hint = आपके लर्नर लाइसेंस पर लिखी गाड़ियों में से एक या ज़्यादा।
DrivingLicenceInput-office = कौन सा लाइसेंस दफ़्तर?
    .hint = ड्राइविंग टेस्ट वहीं होता है।
DrivingLicenceInput-slot = ड्राइविंग टेस्ट का दिन
DrivingLicenceInput-holder = आपके बारे में
DrivingLicenceInput-fit = क्या आपकी सेहत गाड़ी चलाने लायक है?
    .hint = हाँ का मतलब: ऐसी कोई बीमारी या अपंगता नहीं जिससे आपका गाड़ी चलाना ख़तरा बने (फ़ॉर्म 1)।
DrivingLicenceInput-photograph = पासपोर्ट साइज़ फ़ोटो
    .hint = चेहरा सामने से, पिछले छह महीने में खींची गई।
DrivingLicenceInput-signature = आपके हस्ताक्षर
    .hint = सफ़ेद काग़ज़ पर हस्ताक्षर करके उसकी फ़ोटो लें।
DrivingLicenceInput-proofOfAge = उम्र का सबूत
    .hint = जन्म प्रमाणपत्र, दसवीं का प्रमाणपत्र या पासपोर्ट।
DrivingLicenceInput-proofOfAddress = पते का सबूत
    .hint = वोटर कार्ड, बिजली या पानी का बिल, या आधार कार्ड जिसके पहले आठ अंक ढके हों।
DrivingLicenceInput-medicalCertificate = डॉक्टर का प्रमाणपत्र
    .hint = फ़ॉर्म 1A, डॉक्टर के हस्ताक्षर के साथ। 40 साल की उम्र से, और टैक्सी, ट्रक, बस या ई-रिक्शा के लिए ज़रूरी।
DrivingLicenceInput-guardianConsent = माँ या पिता की हामी
    .hint = या अभिभावक की, काग़ज़ पर हस्ताक्षर के साथ। 18 साल से कम उम्र में ज़रूरी।

DrivingLicenceInput-rule-learner-known = इस नंबर और जन्म की तारीख का कोई लर्नर लाइसेंस नहीं मिला। कृपया दोनों को अपने काग़ज़ों से मिलाएँ।
DrivingLicenceInput-rule-learner-30-days = आपका लर्नर लाइसेंस कम से कम 30 दिन पुराना होना चाहिए। उसके बाद आवेदन करें।
DrivingLicenceInput-rule-learner-valid = आपका लर्नर लाइसेंस ख़त्म हो चुका है। कृपया पहले नए के लिए आवेदन करें।
DrivingLicenceInput-rule-classes-once = कृपया हर गाड़ी एक ही बार चुनें।
DrivingLicenceInput-rule-learner-classes = आपका लर्नर लाइसेंस इन सब गाड़ियों के लिए नहीं है। कृपया केवल वे चुनें जो उस पर लिखी हैं।
DrivingLicenceInput-rule-fit = लाइसेंस उसी को मिलता है जिसकी सेहत गाड़ी चलाने लायक हो। कृपया लाइसेंस दफ़्तर में पूछें कि क्या हो सकता है।

LicenceRenewalInput-dateOfBirth = जन्म की तारीख
    .hint = दिन, महीना, साल।
LicenceRenewalInput-licenceNumber = ड्राइविंग लाइसेंस का नंबर
    .hint = जैसा लाइसेंस पर लिखा है, बीच में खाली जगह हो या न हो।
LicenceRenewalInput-office = कौन सा लाइसेंस दफ़्तर?
LicenceRenewalInput-holder = आपके बारे में
LicenceRenewalInput-fit = क्या आपकी सेहत गाड़ी चलाने लायक है?
    .hint = हाँ का मतलब: ऐसी कोई बीमारी या अपंगता नहीं जिससे आपका गाड़ी चलाना ख़तरा बने (फ़ॉर्म 1)।
LicenceRenewalInput-photograph = पासपोर्ट साइज़ फ़ोटो
    .hint = चेहरा सामने से, पिछले छह महीने में खींची गई।
LicenceRenewalInput-signature = आपके हस्ताक्षर
    .hint = सफ़ेद काग़ज़ पर हस्ताक्षर करके उसकी फ़ोटो लें।
LicenceRenewalInput-proofOfAddress = पते का सबूत
    .hint = वोटर कार्ड, बिजली या पानी का बिल, या आधार कार्ड जिसके पहले आठ अंक ढके हों।
LicenceRenewalInput-medicalCertificate = डॉक्टर का प्रमाणपत्र
    .hint = फ़ॉर्म 1A, डॉक्टर के हस्ताक्षर के साथ। 40 साल की उम्र से, और टैक्सी, ट्रक, बस या ई-रिक्शा के लिए ज़रूरी।

LicenceRenewalInput-rule-licence-known = इस नंबर और जन्म की तारीख का कोई ड्राइविंग लाइसेंस नहीं मिला। कृपया दोनों को अपने काग़ज़ों से मिलाएँ।
LicenceRenewalInput-rule-not-too-early = अभी बहुत जल्दी है: लाइसेंस ख़त्म होने से एक साल पहले से रिन्यू होता है।
LicenceRenewalInput-rule-not-too-late = यह लाइसेंस पाँच साल से ज़्यादा पहले ख़त्म हो गया। अब नया टेस्ट ज़रूरी है: कृपया लर्नर लाइसेंस के लिए आवेदन करें।
LicenceRenewalInput-rule-fit = लाइसेंस उसी को मिलता है जिसकी सेहत गाड़ी चलाने लायक हो। कृपया लाइसेंस दफ़्तर में पूछें कि क्या हो सकता है।
