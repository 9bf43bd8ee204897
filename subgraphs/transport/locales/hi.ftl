department-transport = परिवहन विभाग

applyForLearnerLicence = लर्नर लाइसेंस
    .description = गाड़ी चलाना सीखने के लाइसेंस के लिए आवेदन करें। इसके बाद संकेतों और नियमों की परीक्षा होती है; यह पूरे भारत में छह महीने मान्य है।
    .synonyms = शिक्षार्थी लाइसेंस, सीखने का लाइसेंस, लर्निंग लाइसेंस, गाड़ी सीखना, एलएल
applyForDrivingLicence = ड्राइविंग लाइसेंस
    .description = कम से कम 30 दिन पुराने लर्नर लाइसेंस के साथ ड्राइविंग लाइसेंस के लिए आवेदन करें और ड्राइविंग टेस्ट का दिन चुनें।
    .synonyms = गाड़ी चलाने का लाइसेंस, पक्का लाइसेंस, स्थायी लाइसेंस, डीएल, लाइसेंस
renewDrivingLicence = लाइसेंस का नवीनीकरण
    .description = ड्राइविंग लाइसेंस का नवीनीकरण कराएँ, समाप्ति से एक साल पहले से। समाप्ति के बाद विलंब शुल्क लगता है।
    .synonyms = लाइसेंस रिन्यू, लाइसेंस रिन्यूअल, लाइसेंस नवीनीकरण, लाइसेंस समाप्त, लाइसेंस एक्सपायर

VehicleClass-MCWG = गियर वाली मोटरसाइकिल
VehicleClass-LMV = कार (LMV)
VehicleClass-MCWOG = बिना गियर का स्कूटर
VehicleClass-LMV_TR = टैक्सी, वैन (LMV-TR)
VehicleClass-HMV = ट्रक या बस (HMV)
VehicleClass-ERIKSH = ई-रिक्शा

HolderGender-FEMALE = महिला
HolderGender-MALE = पुरुष
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
    .hint = जैसा आयु के प्रमाण पर लिखा है।
LicenceHolderInput-relativeName = पिता, माता या पति/पत्नी का नाम
LicenceHolderInput-gender = लिंग
LicenceHolderInput-bloodGroup = रक्त समूह
LicenceHolderInput-address = वर्तमान पता
LicenceHolderInput-permanentAddressSame = क्या आपका स्थायी पता यही है?
LicenceHolderInput-permanentAddress = स्थायी पता
LicenceHolderInput-identificationMark = पहचान का निशान
    .hint = तिल या घाव का निशान, और वह कहाँ है।
    .example = बाएँ गाल पर तिल
LicenceHolderInput-organDonor = क्या आप मृत्यु के बाद अंगदान करना चाहते हैं?

LearnerLicenceInput-classes = आप क्या चलाना चाहते हैं?
    .hint = एक से अधिक चुन सकते हैं।
LearnerLicenceInput-office = किस लाइसेंस कार्यालय में?
LearnerLicenceInput-dateOfBirth = जन्म तिथि
    .hint = दिन, महीना, साल।
LearnerLicenceInput-holder = आपके बारे में
LearnerLicenceInput-fit = क्या आप गाड़ी चलाने के योग्य हैं?
    .hint = फ़ॉर्म 1: ऐसी कोई बीमारी या अक्षमता नहीं जिससे आपका गाड़ी चलाना ख़तरा बने।
LearnerLicenceInput-testLanguage = परीक्षा की भाषा
LearnerLicenceInput-photograph = पासपोर्ट आकार की फ़ोटो
    .hint = सामने से चेहरा, पिछले छह महीने में ली गई।
LearnerLicenceInput-signature = आपके हस्ताक्षर
    .hint = सफ़ेद काग़ज़ पर हस्ताक्षर करके उसकी फ़ोटो लें।
LearnerLicenceInput-proofOfAge = आयु का प्रमाण
    .hint = जन्म प्रमाणपत्र, कक्षा 10 का प्रमाणपत्र या पासपोर्ट।
LearnerLicenceInput-proofOfAddress = पते का प्रमाण
    .hint = मतदाता पहचान पत्र, बिजली या पानी का बिल, या आधार कार्ड जिसके पहले आठ अंक ढके हों।
LearnerLicenceInput-medicalCertificate = चिकित्सा प्रमाणपत्र, फ़ॉर्म 1A
    .hint = डॉक्टर के हस्ताक्षर सहित। 40 वर्ष की आयु से और परिवहन वाहन के लिए ज़रूरी।
LearnerLicenceInput-guardianConsent = माता-पिता या अभिभावक की सहमति
    .hint = काग़ज़ पर हस्ताक्षर सहित। 18 से कम आयु में ज़रूरी।

LearnerLicenceInput-rule-classes-once = कृपया हर प्रकार का वाहन एक ही बार चुनें।
LearnerLicenceInput-rule-age-16 = लर्नर लाइसेंस के लिए आपकी आयु 16 वर्ष या अधिक होनी चाहिए।
LearnerLicenceInput-rule-age-18 = 18 वर्ष से कम आयु में लाइसेंस केवल बिना गियर की मोटरसाइकिल या स्कूटर के लिए मिलता है।
LearnerLicenceInput-rule-age-20 = परिवहन वाहन (टैक्सी, ट्रक, बस या ई-रिक्शा) के लिए आपकी आयु 20 वर्ष या अधिक होनी चाहिए।
LearnerLicenceInput-rule-fit = लाइसेंस केवल उसे मिलता है जो गाड़ी चलाने के योग्य हो। कृपया लाइसेंस कार्यालय में पूछें कि क्या हो सकता है।

DrivingLicenceInput-dateOfBirth = जन्म तिथि
    .hint = दिन, महीना, साल।
DrivingLicenceInput-learnerLicenceNumber = आपके लर्नर लाइसेंस का नंबर
    .hint = ख़ाली जगह और हाइफ़न के साथ या बिना।
DrivingLicenceInput-classes = आप क्या चलाना चाहते हैं?
    .hint = आपके लर्नर लाइसेंस पर लिखे वाहनों में से एक या अधिक।
DrivingLicenceInput-office = किस लाइसेंस कार्यालय में?
    .hint = ड्राइविंग टेस्ट वहीं होता है।
DrivingLicenceInput-slot = आप ड्राइविंग टेस्ट के लिए कब आएँगे?
DrivingLicenceInput-holder = आपके बारे में
DrivingLicenceInput-fit = क्या आप गाड़ी चलाने के योग्य हैं?
    .hint = फ़ॉर्म 1: ऐसी कोई बीमारी या अक्षमता नहीं जिससे आपका गाड़ी चलाना ख़तरा बने।
DrivingLicenceInput-photograph = पासपोर्ट आकार की फ़ोटो
    .hint = सामने से चेहरा, पिछले छह महीने में ली गई।
DrivingLicenceInput-signature = आपके हस्ताक्षर
    .hint = सफ़ेद काग़ज़ पर हस्ताक्षर करके उसकी फ़ोटो लें।
DrivingLicenceInput-proofOfAge = आयु का प्रमाण
    .hint = जन्म प्रमाणपत्र, कक्षा 10 का प्रमाणपत्र या पासपोर्ट।
DrivingLicenceInput-proofOfAddress = पते का प्रमाण
    .hint = मतदाता पहचान पत्र, बिजली या पानी का बिल, या आधार कार्ड जिसके पहले आठ अंक ढके हों।
DrivingLicenceInput-medicalCertificate = चिकित्सा प्रमाणपत्र, फ़ॉर्म 1A
    .hint = डॉक्टर के हस्ताक्षर सहित। 40 वर्ष की आयु से और परिवहन वाहन के लिए ज़रूरी।
DrivingLicenceInput-guardianConsent = माता-पिता या अभिभावक की सहमति
    .hint = काग़ज़ पर हस्ताक्षर सहित। 18 से कम आयु में ज़रूरी।

DrivingLicenceInput-rule-learner-known = इस नंबर और जन्म तिथि का कोई लर्नर लाइसेंस नहीं मिला। कृपया दोनों को अपने काग़ज़ों से मिलाएँ।
DrivingLicenceInput-rule-learner-30-days = आपका लर्नर लाइसेंस कम से कम 30 दिन पुराना होना चाहिए। कृपया तब आवेदन करें।
DrivingLicenceInput-rule-learner-valid = आपका लर्नर लाइसेंस समाप्त हो चुका है। कृपया पहले नए के लिए आवेदन करें।
DrivingLicenceInput-rule-classes-once = कृपया हर प्रकार का वाहन एक ही बार चुनें।
DrivingLicenceInput-rule-learner-classes = आपका लर्नर लाइसेंस इन सब वाहनों के लिए नहीं है। कृपया केवल वे चुनें जो उस पर लिखे हैं।
DrivingLicenceInput-rule-fit = लाइसेंस केवल उसे मिलता है जो गाड़ी चलाने के योग्य हो। कृपया लाइसेंस कार्यालय में पूछें कि क्या हो सकता है।

LicenceRenewalInput-dateOfBirth = जन्म तिथि
    .hint = दिन, महीना, साल।
LicenceRenewalInput-licenceNumber = आपके ड्राइविंग लाइसेंस का नंबर
    .hint = ख़ाली जगह और हाइफ़न के साथ या बिना।
LicenceRenewalInput-office = किस लाइसेंस कार्यालय में?
LicenceRenewalInput-holder = आपके बारे में
LicenceRenewalInput-fit = क्या आप गाड़ी चलाने के योग्य हैं?
    .hint = फ़ॉर्म 1: ऐसी कोई बीमारी या अक्षमता नहीं जिससे आपका गाड़ी चलाना ख़तरा बने।
LicenceRenewalInput-photograph = पासपोर्ट आकार की फ़ोटो
    .hint = सामने से चेहरा, पिछले छह महीने में ली गई।
LicenceRenewalInput-signature = आपके हस्ताक्षर
    .hint = सफ़ेद काग़ज़ पर हस्ताक्षर करके उसकी फ़ोटो लें।
LicenceRenewalInput-proofOfAddress = पते का प्रमाण
    .hint = मतदाता पहचान पत्र, बिजली या पानी का बिल, या आधार कार्ड जिसके पहले आठ अंक ढके हों।
LicenceRenewalInput-medicalCertificate = चिकित्सा प्रमाणपत्र, फ़ॉर्म 1A
    .hint = डॉक्टर के हस्ताक्षर सहित। 40 वर्ष की आयु से और परिवहन वाहन के लिए ज़रूरी।

LicenceRenewalInput-rule-licence-known = इस नंबर और जन्म तिथि का कोई ड्राइविंग लाइसेंस नहीं मिला। कृपया दोनों को अपने काग़ज़ों से मिलाएँ।
LicenceRenewalInput-rule-not-too-early = अभी बहुत जल्दी है: लाइसेंस का नवीनीकरण समाप्ति से एक साल पहले से होता है।
LicenceRenewalInput-rule-not-too-late = यह लाइसेंस पाँच साल से अधिक पहले समाप्त हो गया। नई परीक्षा ज़रूरी है: कृपया लर्नर लाइसेंस के लिए आवेदन करें।
LicenceRenewalInput-rule-fit = लाइसेंस केवल उसे मिलता है जो गाड़ी चलाने के योग्य हो। कृपया लाइसेंस कार्यालय में पूछें कि क्या हो सकता है।
