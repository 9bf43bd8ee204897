department-transport = ਟਰਾਂਸਪੋਰਟ ਵਿਭਾਗ

applyForLearnerLicence = ਲਰਨਰ ਲਾਇਸੈਂਸ
    .description = ਗੱਡੀ ਸਿੱਖਣ ਲਈ। ਇਸ ਤੋਂ ਬਾਅਦ ਨਿਸ਼ਾਨਾਂ ਅਤੇ ਨਿਯਮਾਂ ਦਾ ਟੈਸਟ ਹੁੰਦਾ ਹੈ।
    .synonyms = ਲਰਨਰ ਲਾਇਸੰਸ, ਲਰਨਿੰਗ ਲਾਇਸੈਂਸ, ਸਿੱਖਣ ਦਾ ਲਾਇਸੈਂਸ, ਗੱਡੀ ਸਿੱਖਣੀ, ਗੱਡੀ ਚਲਾਉਣੀ ਸਿੱਖਣੀ, ਕੱਚਾ ਲਾਇਸੈਂਸ, ਐੱਲਐੱਲ, ਲਾਇਸੈਂਸ, ਲਾਇਸੰਸ, kacha licence, gaddi sikhni, sikhan da licence, learning da licence
applyForDrivingLicence = ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ
    .description = 30 ਦਿਨ ਪੁਰਾਣੇ ਲਰਨਰ ਲਾਇਸੈਂਸ ਉੱਤੇ। ਟੈਸਟ ਦਾ ਦਿਨ ਤੁਸੀਂ ਚੁਣਦੇ ਹੋ।
    .synonyms = ਡਰਾਈਵਿੰਗ ਲਾਇਸੰਸ, ਗੱਡੀ ਚਲਾਉਣ ਦਾ ਲਾਇਸੈਂਸ, ਪੱਕਾ ਲਾਇਸੈਂਸ, ਨਵਾਂ ਲਾਇਸੈਂਸ, ਲਾਇਸੈਂਸ ਬਣਵਾਉਣਾ, ਡੀਐੱਲ, ਲਾਇਸੈਂਸ, ਲਾਇਸੰਸ, pakka licence, licence banwauna, gaddi chalaun da licence
renewDrivingLicence = ਲਾਇਸੈਂਸ ਰਿਨਿਊ ਕਰਵਾਓ
    .description = ਲਾਇਸੈਂਸ ਖ਼ਤਮ ਹੋਣ ਤੋਂ ਇੱਕ ਸਾਲ ਪਹਿਲਾਂ ਤੋਂ ਪੰਜ ਸਾਲ ਬਾਅਦ ਤੱਕ।
    .synonyms = ਲਾਇਸੈਂਸ ਰਿਨਿਊ, ਲਾਇਸੈਂਸ ਰੀਨਿਊ, ਲਾਇਸੈਂਸ ਨਵਾਂ ਕਰਵਾਉਣਾ, ਲਾਇਸੈਂਸ ਖ਼ਤਮ, ਲਾਇਸੈਂਸ ਦੀ ਮਿਆਦ, ਲਾਇਸੈਂਸ ਐਕਸਪਾਇਰ, ਲਾਇਸੈਂਸ, ਲਾਇਸੰਸ, licence khatam ho gaya, licence renew karwauna

VehicleClass-MCWG = ਗੇਅਰ ਵਾਲਾ ਮੋਟਰਸਾਈਕਲ
VehicleClass-LMV = ਕਾਰ (LMV)
VehicleClass-MCWOG = ਬਿਨਾਂ ਗੇਅਰ ਦਾ ਸਕੂਟਰ
VehicleClass-LMV_TR = ਟੈਕਸੀ, ਵੈਨ (LMV-TR)
VehicleClass-HMV = ਟਰੱਕ ਜਾਂ ਬੱਸ (HMV)
VehicleClass-ERIKSH = ਈ-ਰਿਕਸ਼ਾ

HolderGender-FEMALE = ਔਰਤ
HolderGender-MALE = ਮਰਦ
HolderGender-TRANSGENDER = ਟਰਾਂਸਜੈਂਡਰ

BloodGroup-O_POSITIVE = O+
BloodGroup-O_NEGATIVE = O−
BloodGroup-A_POSITIVE = A+
BloodGroup-A_NEGATIVE = A−
BloodGroup-B_POSITIVE = B+
BloodGroup-B_NEGATIVE = B−
BloodGroup-AB_POSITIVE = AB+
BloodGroup-AB_NEGATIVE = AB−
BloodGroup-UNKNOWN = ਪਤਾ ਨਹੀਂ

TestLanguage-ENGLISH = ਅੰਗਰੇਜ਼ੀ
TestLanguage-HINDI = ਹਿੰਦੀ
TestLanguage-PUNJABI = ਪੰਜਾਬੀ
TestLanguage-URDU = ਉਰਦੂ

LicenceKind-LEARNER = ਲਰਨਰ ਲਾਇਸੈਂਸ
LicenceKind-DRIVING = ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ

LicenceHolderInput-name = ਪੂਰਾ ਨਾਂ
    .hint = ਜਿਵੇਂ ਉਮਰ ਦੇ ਸਬੂਤ ਉੱਤੇ ਲਿਖਿਆ ਹੈ।
    .example = ਆਸ਼ਾ ਦੇਵੀ
LicenceHolderInput-relativeName = ਪਿਤਾ, ਮਾਂ ਜਾਂ ਪਤੀ/ਪਤਨੀ
    .hint = ਇਹਨਾਂ ਵਿੱਚੋਂ ਕਿਸੇ ਇੱਕ ਦਾ ਪੂਰਾ ਨਾਂ।
    .example = ਰਾਮ ਪ੍ਰਕਾਸ਼
LicenceHolderInput-gender = ਔਰਤ ਜਾਂ ਮਰਦ?
LicenceHolderInput-bloodGroup = ਬਲੱਡ ਗਰੁੱਪ
LicenceHolderInput-address = ਹੁਣ ਦਾ ਪਤਾ
LicenceHolderInput-permanentAddressSame = ਕੀ ਤੁਹਾਡਾ ਪੱਕਾ ਪਤਾ ਵੀ ਇਹੀ ਹੈ?
LicenceHolderInput-permanentAddress = ਪੱਕਾ ਪਤਾ
LicenceHolderInput-identificationMark = ਪਛਾਣ ਦਾ ਨਿਸ਼ਾਨ
    .hint = ਤਿਲ ਜਾਂ ਸੱਟ ਦਾ ਨਿਸ਼ਾਨ, ਅਤੇ ਉਹ ਕਿੱਥੇ ਹੈ।
    .example = ਖੱਬੀ ਗੱਲ੍ਹ ਉੱਤੇ ਤਿਲ
LicenceHolderInput-organDonor = ਕੀ ਤੁਸੀਂ ਮੌਤ ਤੋਂ ਬਾਅਦ ਅੰਗ ਦਾਨ ਕਰਨਾ ਚਾਹੋਗੇ?

LearnerLicenceInput-classes = ਤੁਸੀਂ ਕੀ ਚਲਾਓਗੇ?
    .hint = ਤੁਸੀਂ ਇੱਕ ਤੋਂ ਵੱਧ ਚੁਣ ਸਕਦੇ ਹੋ।
LearnerLicenceInput-office = ਕਿਹੜਾ ਲਾਇਸੈਂਸ ਦਫ਼ਤਰ?
LearnerLicenceInput-dateOfBirth = ਜਨਮ ਦੀ ਤਾਰੀਖ਼
    .hint = ਦਿਨ, ਮਹੀਨਾ, ਸਾਲ।
LearnerLicenceInput-holder = ਤੁਹਾਡੇ ਬਾਰੇ
LearnerLicenceInput-fit = ਕੀ ਤੁਹਾਡੀ ਸਿਹਤ ਗੱਡੀ ਚਲਾਉਣ ਲਈ ਠੀਕ ਹੈ?
    .hint = ਹਾਂ ਦਾ ਮਤਲਬ: ਕੋਈ ਬਿਮਾਰੀ ਜਾਂ ਅਪਾਹਜਤਾ ਨਹੀਂ ਜਿਸ ਨਾਲ ਤੁਹਾਡਾ ਗੱਡੀ ਚਲਾਉਣਾ ਖ਼ਤਰਾ ਬਣੇ (ਫ਼ਾਰਮ 1)।
LearnerLicenceInput-testLanguage = ਟੈਸਟ ਕਿਹੜੀ ਬੋਲੀ ਵਿੱਚ?
LearnerLicenceInput-photograph = ਪਾਸਪੋਰਟ ਸਾਈਜ਼ ਫ਼ੋਟੋ
    .hint = ਚਿਹਰਾ ਸਾਹਮਣਿਓਂ, ਪਿਛਲੇ ਛੇ ਮਹੀਨਿਆਂ ਵਿੱਚ ਖਿੱਚੀ ਹੋਈ।
LearnerLicenceInput-signature = ਤੁਹਾਡੇ ਦਸਤਖ਼ਤ
    .hint = ਚਿੱਟੇ ਕਾਗਜ਼ ਉੱਤੇ ਦਸਤਖ਼ਤ ਕਰੋ ਅਤੇ ਉਸ ਦੀ ਫ਼ੋਟੋ ਖਿੱਚੋ।
LearnerLicenceInput-proofOfAge = ਉਮਰ ਦਾ ਸਬੂਤ
    .hint = ਜਨਮ ਸਰਟੀਫਿਕੇਟ, ਦਸਵੀਂ ਦਾ ਸਰਟੀਫਿਕੇਟ ਜਾਂ ਪਾਸਪੋਰਟ।
LearnerLicenceInput-proofOfAddress = ਪਤੇ ਦਾ ਸਬੂਤ
    .hint = ਵੋਟਰ ਕਾਰਡ, ਬਿਜਲੀ ਜਾਂ ਪਾਣੀ ਦਾ ਬਿੱਲ, ਜਾਂ ਆਧਾਰ ਕਾਰਡ ਜਿਸ ਦੇ ਪਹਿਲੇ ਅੱਠ ਅੰਕ ਢਕੇ ਹੋਣ।
LearnerLicenceInput-medicalCertificate = ਡਾਕਟਰ ਦਾ ਸਰਟੀਫਿਕੇਟ
    .hint = ਫ਼ਾਰਮ 1A, ਡਾਕਟਰ ਦੇ ਦਸਤਖ਼ਤ ਨਾਲ। 40 ਸਾਲ ਦੀ ਉਮਰ ਤੋਂ, ਅਤੇ ਟੈਕਸੀ, ਟਰੱਕ, ਬੱਸ ਜਾਂ ਈ-ਰਿਕਸ਼ਾ ਲਈ ਜ਼ਰੂਰੀ।
LearnerLicenceInput-guardianConsent = ਮਾਂ ਜਾਂ ਪਿਤਾ ਦੀ ਹਾਂ
    .hint = ਜਾਂ ਸਰਪ੍ਰਸਤ ਦੀ, ਕਾਗਜ਼ ਉੱਤੇ ਦਸਤਖ਼ਤ ਨਾਲ। 18 ਸਾਲ ਤੋਂ ਘੱਟ ਉਮਰ ਵਿੱਚ ਜ਼ਰੂਰੀ।

LearnerLicenceInput-rule-classes-once = ਕਿਰਪਾ ਕਰਕੇ ਹਰ ਗੱਡੀ ਇੱਕੋ ਵਾਰ ਚੁਣੋ।
LearnerLicenceInput-rule-age-16 = ਲਰਨਰ ਲਾਇਸੈਂਸ ਲਈ ਤੁਹਾਡੀ ਉਮਰ 16 ਸਾਲ ਜਾਂ ਵੱਧ ਹੋਣੀ ਚਾਹੀਦੀ ਹੈ।
LearnerLicenceInput-rule-age-18 = 18 ਸਾਲ ਤੋਂ ਘੱਟ ਉਮਰ ਵਿੱਚ ਲਾਇਸੈਂਸ ਸਿਰਫ਼ ਬਿਨਾਂ ਗੇਅਰ ਦੇ ਸਕੂਟਰ ਜਾਂ ਮੋਟਰਸਾਈਕਲ ਲਈ ਮਿਲਦਾ ਹੈ।
LearnerLicenceInput-rule-age-20 = ਟੈਕਸੀ, ਟਰੱਕ, ਬੱਸ ਜਾਂ ਈ-ਰਿਕਸ਼ਾ ਲਈ ਤੁਹਾਡੀ ਉਮਰ 20 ਸਾਲ ਜਾਂ ਵੱਧ ਹੋਣੀ ਚਾਹੀਦੀ ਹੈ।
LearnerLicenceInput-rule-fit = ਲਾਇਸੈਂਸ ਉਸੇ ਨੂੰ ਮਿਲਦਾ ਹੈ ਜਿਸ ਦੀ ਸਿਹਤ ਗੱਡੀ ਚਲਾਉਣ ਲਈ ਠੀਕ ਹੋਵੇ। ਕਿਰਪਾ ਕਰਕੇ ਲਾਇਸੈਂਸ ਦਫ਼ਤਰ ਤੋਂ ਪੁੱਛੋ ਕਿ ਕੀ ਹੋ ਸਕਦਾ ਹੈ।

DrivingLicenceInput-dateOfBirth = ਜਨਮ ਦੀ ਤਾਰੀਖ਼
    .hint = ਦਿਨ, ਮਹੀਨਾ, ਸਾਲ।
DrivingLicenceInput-learnerLicenceNumber = ਲਰਨਰ ਲਾਇਸੈਂਸ ਦਾ ਨੰਬਰ
    .hint = ਜਿਵੇਂ ਲਾਇਸੈਂਸ ਉੱਤੇ ਲਿਖਿਆ ਹੈ, ਵਿੱਚ ਖਾਲੀ ਥਾਂ ਹੋਵੇ ਜਾਂ ਨਾ ਹੋਵੇ।
DrivingLicenceInput-classes = ਤੁਸੀਂ ਕੀ ਚਲਾਓਗੇ?
    .hint = ਤੁਹਾਡੇ ਲਰਨਰ ਲਾਇਸੈਂਸ ਉੱਤੇ ਲਿਖੀਆਂ ਗੱਡੀਆਂ ਵਿੱਚੋਂ ਇੱਕ ਜਾਂ ਵੱਧ।
DrivingLicenceInput-office = ਕਿਹੜਾ ਲਾਇਸੈਂਸ ਦਫ਼ਤਰ?
    .hint = ਡਰਾਈਵਿੰਗ ਟੈਸਟ ਉੱਥੇ ਹੀ ਹੁੰਦਾ ਹੈ।
DrivingLicenceInput-slot = ਡਰਾਈਵਿੰਗ ਟੈਸਟ ਦਾ ਦਿਨ
DrivingLicenceInput-holder = ਤੁਹਾਡੇ ਬਾਰੇ
DrivingLicenceInput-fit = ਕੀ ਤੁਹਾਡੀ ਸਿਹਤ ਗੱਡੀ ਚਲਾਉਣ ਲਈ ਠੀਕ ਹੈ?
    .hint = ਹਾਂ ਦਾ ਮਤਲਬ: ਕੋਈ ਬਿਮਾਰੀ ਜਾਂ ਅਪਾਹਜਤਾ ਨਹੀਂ ਜਿਸ ਨਾਲ ਤੁਹਾਡਾ ਗੱਡੀ ਚਲਾਉਣਾ ਖ਼ਤਰਾ ਬਣੇ (ਫ਼ਾਰਮ 1)।
DrivingLicenceInput-photograph = ਪਾਸਪੋਰਟ ਸਾਈਜ਼ ਫ਼ੋਟੋ
    .hint = ਚਿਹਰਾ ਸਾਹਮਣਿਓਂ, ਪਿਛਲੇ ਛੇ ਮਹੀਨਿਆਂ ਵਿੱਚ ਖਿੱਚੀ ਹੋਈ।
DrivingLicenceInput-signature = ਤੁਹਾਡੇ ਦਸਤਖ਼ਤ
    .hint = ਚਿੱਟੇ ਕਾਗਜ਼ ਉੱਤੇ ਦਸਤਖ਼ਤ ਕਰੋ ਅਤੇ ਉਸ ਦੀ ਫ਼ੋਟੋ ਖਿੱਚੋ।
DrivingLicenceInput-proofOfAge = ਉਮਰ ਦਾ ਸਬੂਤ
    .hint = ਜਨਮ ਸਰਟੀਫਿਕੇਟ, ਦਸਵੀਂ ਦਾ ਸਰਟੀਫਿਕੇਟ ਜਾਂ ਪਾਸਪੋਰਟ।
DrivingLicenceInput-proofOfAddress = ਪਤੇ ਦਾ ਸਬੂਤ
    .hint = ਵੋਟਰ ਕਾਰਡ, ਬਿਜਲੀ ਜਾਂ ਪਾਣੀ ਦਾ ਬਿੱਲ, ਜਾਂ ਆਧਾਰ ਕਾਰਡ ਜਿਸ ਦੇ ਪਹਿਲੇ ਅੱਠ ਅੰਕ ਢਕੇ ਹੋਣ।
DrivingLicenceInput-medicalCertificate = ਡਾਕਟਰ ਦਾ ਸਰਟੀਫਿਕੇਟ
    .hint = ਫ਼ਾਰਮ 1A, ਡਾਕਟਰ ਦੇ ਦਸਤਖ਼ਤ ਨਾਲ। 40 ਸਾਲ ਦੀ ਉਮਰ ਤੋਂ, ਅਤੇ ਟੈਕਸੀ, ਟਰੱਕ, ਬੱਸ ਜਾਂ ਈ-ਰਿਕਸ਼ਾ ਲਈ ਜ਼ਰੂਰੀ।
DrivingLicenceInput-guardianConsent = ਮਾਂ ਜਾਂ ਪਿਤਾ ਦੀ ਹਾਂ
    .hint = ਜਾਂ ਸਰਪ੍ਰਸਤ ਦੀ, ਕਾਗਜ਼ ਉੱਤੇ ਦਸਤਖ਼ਤ ਨਾਲ। 18 ਸਾਲ ਤੋਂ ਘੱਟ ਉਮਰ ਵਿੱਚ ਜ਼ਰੂਰੀ।

DrivingLicenceInput-rule-learner-known = ਇਸ ਨੰਬਰ ਅਤੇ ਜਨਮ ਦੀ ਤਾਰੀਖ਼ ਦਾ ਕੋਈ ਲਰਨਰ ਲਾਇਸੈਂਸ ਨਹੀਂ ਲੱਭਾ। ਕਿਰਪਾ ਕਰਕੇ ਦੋਵੇਂ ਆਪਣੇ ਕਾਗਜ਼ਾਂ ਨਾਲ ਮਿਲਾਓ।
DrivingLicenceInput-rule-learner-30-days = ਤੁਹਾਡਾ ਲਰਨਰ ਲਾਇਸੈਂਸ ਘੱਟੋ-ਘੱਟ 30 ਦਿਨ ਪੁਰਾਣਾ ਹੋਣਾ ਚਾਹੀਦਾ ਹੈ। ਉਸ ਤੋਂ ਬਾਅਦ ਅਰਜ਼ੀ ਦਿਓ।
DrivingLicenceInput-rule-learner-valid = ਤੁਹਾਡਾ ਲਰਨਰ ਲਾਇਸੈਂਸ ਖ਼ਤਮ ਹੋ ਗਿਆ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਪਹਿਲਾਂ ਨਵੇਂ ਲਈ ਅਰਜ਼ੀ ਦਿਓ।
DrivingLicenceInput-rule-classes-once = ਕਿਰਪਾ ਕਰਕੇ ਹਰ ਗੱਡੀ ਇੱਕੋ ਵਾਰ ਚੁਣੋ।
DrivingLicenceInput-rule-learner-classes = ਤੁਹਾਡਾ ਲਰਨਰ ਲਾਇਸੈਂਸ ਇਹਨਾਂ ਸਾਰੀਆਂ ਗੱਡੀਆਂ ਲਈ ਨਹੀਂ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਸਿਰਫ਼ ਉਹ ਚੁਣੋ ਜੋ ਉਸ ਉੱਤੇ ਲਿਖੀਆਂ ਹਨ।
DrivingLicenceInput-rule-fit = ਲਾਇਸੈਂਸ ਉਸੇ ਨੂੰ ਮਿਲਦਾ ਹੈ ਜਿਸ ਦੀ ਸਿਹਤ ਗੱਡੀ ਚਲਾਉਣ ਲਈ ਠੀਕ ਹੋਵੇ। ਕਿਰਪਾ ਕਰਕੇ ਲਾਇਸੈਂਸ ਦਫ਼ਤਰ ਤੋਂ ਪੁੱਛੋ ਕਿ ਕੀ ਹੋ ਸਕਦਾ ਹੈ।

LicenceRenewalInput-dateOfBirth = ਜਨਮ ਦੀ ਤਾਰੀਖ਼
    .hint = ਦਿਨ, ਮਹੀਨਾ, ਸਾਲ।
LicenceRenewalInput-licenceNumber = ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ ਦਾ ਨੰਬਰ
    .hint = ਜਿਵੇਂ ਲਾਇਸੈਂਸ ਉੱਤੇ ਲਿਖਿਆ ਹੈ, ਵਿੱਚ ਖਾਲੀ ਥਾਂ ਹੋਵੇ ਜਾਂ ਨਾ ਹੋਵੇ।
LicenceRenewalInput-office = ਕਿਹੜਾ ਲਾਇਸੈਂਸ ਦਫ਼ਤਰ?
LicenceRenewalInput-holder = ਤੁਹਾਡੇ ਬਾਰੇ
LicenceRenewalInput-fit = ਕੀ ਤੁਹਾਡੀ ਸਿਹਤ ਗੱਡੀ ਚਲਾਉਣ ਲਈ ਠੀਕ ਹੈ?
    .hint = ਹਾਂ ਦਾ ਮਤਲਬ: ਕੋਈ ਬਿਮਾਰੀ ਜਾਂ ਅਪਾਹਜਤਾ ਨਹੀਂ ਜਿਸ ਨਾਲ ਤੁਹਾਡਾ ਗੱਡੀ ਚਲਾਉਣਾ ਖ਼ਤਰਾ ਬਣੇ (ਫ਼ਾਰਮ 1)।
LicenceRenewalInput-photograph = ਪਾਸਪੋਰਟ ਸਾਈਜ਼ ਫ਼ੋਟੋ
    .hint = ਚਿਹਰਾ ਸਾਹਮਣਿਓਂ, ਪਿਛਲੇ ਛੇ ਮਹੀਨਿਆਂ ਵਿੱਚ ਖਿੱਚੀ ਹੋਈ।
LicenceRenewalInput-signature = ਤੁਹਾਡੇ ਦਸਤਖ਼ਤ
    .hint = ਚਿੱਟੇ ਕਾਗਜ਼ ਉੱਤੇ ਦਸਤਖ਼ਤ ਕਰੋ ਅਤੇ ਉਸ ਦੀ ਫ਼ੋਟੋ ਖਿੱਚੋ।
LicenceRenewalInput-proofOfAddress = ਪਤੇ ਦਾ ਸਬੂਤ
    .hint = ਵੋਟਰ ਕਾਰਡ, ਬਿਜਲੀ ਜਾਂ ਪਾਣੀ ਦਾ ਬਿੱਲ, ਜਾਂ ਆਧਾਰ ਕਾਰਡ ਜਿਸ ਦੇ ਪਹਿਲੇ ਅੱਠ ਅੰਕ ਢਕੇ ਹੋਣ।
LicenceRenewalInput-medicalCertificate = ਡਾਕਟਰ ਦਾ ਸਰਟੀਫਿਕੇਟ
    .hint = ਫ਼ਾਰਮ 1A, ਡਾਕਟਰ ਦੇ ਦਸਤਖ਼ਤ ਨਾਲ। 40 ਸਾਲ ਦੀ ਉਮਰ ਤੋਂ, ਅਤੇ ਟੈਕਸੀ, ਟਰੱਕ, ਬੱਸ ਜਾਂ ਈ-ਰਿਕਸ਼ਾ ਲਈ ਜ਼ਰੂਰੀ।

LicenceRenewalInput-rule-licence-known = ਇਸ ਨੰਬਰ ਅਤੇ ਜਨਮ ਦੀ ਤਾਰੀਖ਼ ਦਾ ਕੋਈ ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ ਨਹੀਂ ਲੱਭਾ। ਕਿਰਪਾ ਕਰਕੇ ਦੋਵੇਂ ਆਪਣੇ ਕਾਗਜ਼ਾਂ ਨਾਲ ਮਿਲਾਓ।
LicenceRenewalInput-rule-not-too-early = ਅਜੇ ਬਹੁਤ ਜਲਦੀ ਹੈ: ਲਾਇਸੈਂਸ ਖ਼ਤਮ ਹੋਣ ਤੋਂ ਇੱਕ ਸਾਲ ਪਹਿਲਾਂ ਤੋਂ ਰਿਨਿਊ ਹੁੰਦਾ ਹੈ।
LicenceRenewalInput-rule-not-too-late = ਇਹ ਲਾਇਸੈਂਸ ਪੰਜ ਸਾਲ ਤੋਂ ਵੱਧ ਪਹਿਲਾਂ ਖ਼ਤਮ ਹੋ ਗਿਆ ਸੀ। ਹੁਣ ਨਵਾਂ ਟੈਸਟ ਜ਼ਰੂਰੀ ਹੈ: ਕਿਰਪਾ ਕਰਕੇ ਲਰਨਰ ਲਾਇਸੈਂਸ ਲਈ ਅਰਜ਼ੀ ਦਿਓ।
LicenceRenewalInput-rule-fit = ਲਾਇਸੈਂਸ ਉਸੇ ਨੂੰ ਮਿਲਦਾ ਹੈ ਜਿਸ ਦੀ ਸਿਹਤ ਗੱਡੀ ਚਲਾਉਣ ਲਈ ਠੀਕ ਹੋਵੇ। ਕਿਰਪਾ ਕਰਕੇ ਲਾਇਸੈਂਸ ਦਫ਼ਤਰ ਤੋਂ ਪੁੱਛੋ ਕਿ ਕੀ ਹੋ ਸਕਦਾ ਹੈ।
