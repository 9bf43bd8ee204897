department-municipal = ਦਿੱਲੀ ਨਗਰ ਨਿਗਮ

applyForBirthCertificate = ਜਨਮ ਸਰਟੀਫਿਕੇਟ
    .description = ਦਿੱਲੀ ਵਿੱਚ ਦਰਜ ਹੋਏ ਜਨਮ ਦਾ ਸਰਟੀਫਿਕੇਟ।
    .synonyms = ਜਨਮ ਸਰਟੀਫਿਕੇਟ, ਜਨਮ ਦਾ ਸਰਟੀਫਿਕੇਟ, ਜਨਮ ਪ੍ਰਮਾਣ ਪੱਤਰ, ਬਰਥ ਸਰਟੀਫਿਕੇਟ, ਜਨਮ ਪੱਤਰੀ, ਜਨਮ ਦਾ ਸਬੂਤ, ਜਨਮ ਦੀ ਨਕਲ, ਬੱਚੇ ਦਾ ਜਨਮ ਸਰਟੀਫਿਕੇਟ, janam certificate, janam da certificate, janam parman patar, ਬੱਚਾ ਹੋਇਆ, ਬੱਚਾ ਪੈਦਾ ਹੋਇਆ, ਜਨਮ ਹੋਇਆ
applyForChildName = ਬੱਚੇ ਦਾ ਨਾਂ ਜੁੜਵਾਓ
    .description = ਉਸ ਜਨਮ ਲਈ ਜੋ ਨਾਂ ਤੋਂ ਬਿਨਾਂ ਦਰਜ ਹੋਇਆ ਸੀ।
    .synonyms = ਬੱਚੇ ਦਾ ਨਾਂ, ਬੱਚੇ ਦਾ ਨਾਮ, ਨਾਂ ਜੋੜਨਾ, ਨਾਂ ਜੁੜਵਾਉਣਾ, ਜਨਮ ਸਰਟੀਫਿਕੇਟ ਵਿੱਚ ਨਾਂ, ਬਿਨਾਂ ਨਾਂ ਦਾ ਜਨਮ ਸਰਟੀਫਿਕੇਟ, ਕਾਕੇ ਦਾ ਨਾਂ, bache da naam, bacche da naa, naam jorna

RelationToChild-MOTHER = ਮੈਂ ਮਾਂ ਹਾਂ
RelationToChild-FATHER = ਮੈਂ ਪਿਤਾ ਹਾਂ
RelationToChild-SELF = ਇਹ ਮੇਰਾ ਆਪਣਾ ਜਨਮ ਹੈ
RelationToChild-GUARDIAN = ਮੈਂ ਸਰਪ੍ਰਸਤ ਹਾਂ
RelationToChild-RELATIVE = ਕੋਈ ਹੋਰ ਰਿਸ਼ਤੇਦਾਰ

NamingRelation-MOTHER = ਮੈਂ ਮਾਂ ਹਾਂ
NamingRelation-FATHER = ਮੈਂ ਪਿਤਾ ਹਾਂ
NamingRelation-GUARDIAN = ਮੈਂ ਸਰਪ੍ਰਸਤ ਹਾਂ

BirthSex-FEMALE = ਕੁੜੀ
BirthSex-MALE = ਮੁੰਡਾ
BirthSex-TRANSGENDER = ਟਰਾਂਸਜੈਂਡਰ

BirthCertificatePurpose-SCHOOL = ਸਕੂਲ ਜਾਂ ਕਾਲਜ
BirthCertificatePurpose-PASSPORT = ਪਾਸਪੋਰਟ
BirthCertificatePurpose-AADHAAR = ਆਧਾਰ ਕਾਰਡ
BirthCertificatePurpose-LICENCE = ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ
BirthCertificatePurpose-MARRIAGE = ਵਿਆਹ
BirthCertificatePurpose-JOB = ਨੌਕਰੀ ਜਾਂ ਪੈਨਸ਼ਨ
BirthCertificatePurpose-OTHER = ਕੁਝ ਹੋਰ

BirthCertificateDelivery-DIGITAL = ਸਿਰਫ਼ ਫ਼ਾਈਲ
BirthCertificateDelivery-POST = ਡਾਕ ਰਾਹੀਂ ਕਾਗਜ਼
BirthCertificateDelivery-COUNTER = ਦਫ਼ਤਰ ਤੋਂ ਕਾਗਜ਼

MunicipalZone-CENTRAL = ਸੈਂਟਰਲ
MunicipalZone-CITY_SP = ਸਿਟੀ ਐੱਸਪੀ
MunicipalZone-CIVIL_LINES = ਸਿਵਲ ਲਾਈਨਜ਼
MunicipalZone-KAROL_BAGH = ਕਰੋਲ ਬਾਗ਼
MunicipalZone-KESHAVPURAM = ਕੇਸ਼ਵਪੁਰਮ
MunicipalZone-NAJAFGARH = ਨਜਫ਼ਗੜ੍ਹ
MunicipalZone-NARELA = ਨਰੇਲਾ
MunicipalZone-ROHINI = ਰੋਹਿਣੀ
MunicipalZone-SHAHDARA_NORTH = ਸ਼ਾਹਦਰਾ ਉੱਤਰ
MunicipalZone-SHAHDARA_SOUTH = ਸ਼ਾਹਦਰਾ ਦੱਖਣ
MunicipalZone-SOUTH = ਦੱਖਣ
MunicipalZone-WEST = ਪੱਛਮ

BirthCertificateInput-relation = ਤੁਸੀਂ ਬੱਚੇ ਦੇ ਕੀ ਲੱਗਦੇ ਹੋ?
BirthCertificateInput-registrationNumber = ਰਜਿਸਟ੍ਰੇਸ਼ਨ ਨੰਬਰ
    .hint = ਇਹ ਪੁਰਾਣੇ ਸਰਟੀਫਿਕੇਟ ਜਾਂ ਹਸਪਤਾਲ ਦੀ ਪਰਚੀ ਉੱਤੇ ਹੁੰਦਾ ਹੈ। ਨਾ ਹੋਵੇ ਤਾਂ ਛੱਡ ਦਿਓ: ਅਸੀਂ ਤਾਰੀਖ਼, ਮਾਂ ਦੇ ਨਾਂ ਅਤੇ ਥਾਂ ਤੋਂ ਲੱਭਾਂਗੇ।
BirthCertificateInput-dateOfBirth = ਜਨਮ ਦੀ ਤਾਰੀਖ਼
    .hint = ਦਿਨ, ਮਹੀਨਾ, ਸਾਲ।
BirthCertificateInput-sex = ਕੁੜੀ ਜਾਂ ਮੁੰਡਾ?
BirthCertificateInput-motherName = ਮਾਂ ਦਾ ਨਾਂ
    .hint = ਜਿਵੇਂ ਰਜਿਸਟਰ ਵਿੱਚ ਲਿਖਵਾਇਆ ਸੀ। ਤਾਂ ਹੀ ਛੱਡੋ ਜੇ ਰਜਿਸਟਰ ਵਿੱਚ ਨਹੀਂ ਹੈ।
    .example = ਸਾਵਿਤਰੀ ਦੇਵੀ
BirthCertificateInput-place = ਜਨਮ ਕਿੱਥੇ ਹੋਇਆ ਸੀ?
    .hint = ਹਸਪਤਾਲ ਦਾ ਨਾਂ, ਜਾਂ ਘਰ ਵਿੱਚ ਜਨਮ ਹੋਵੇ ਤਾਂ ਮੁਹੱਲਾ।
    .example = ਹਿੰਦੂ ਰਾਓ ਹਸਪਤਾਲ
BirthCertificateInput-match = ਇਹਨਾਂ ਵਿੱਚੋਂ ਕਿਹੜਾ ਜਨਮ?
    .hint = ਨਾਵਾਂ ਦੇ ਕੁਝ ਅੱਖਰ ਲੁਕਾਏ ਹੋਏ ਹਨ।
BirthCertificateInput-fatherName = ਪਿਤਾ ਦਾ ਨਾਂ
    .hint = ਜਿਵੇਂ ਰਜਿਸਟਰ ਵਿੱਚ ਲਿਖਵਾਇਆ ਸੀ। ਰਜਿਸਟਰ ਵਿੱਚ ਨਹੀਂ ਹੈ ਤਾਂ ਛੱਡ ਦਿਓ।
    .example = ਮੋਹਨ ਲਾਲ
BirthCertificateInput-purpose = ਇਹ ਕਿਸ ਕੰਮ ਲਈ ਚਾਹੀਦਾ ਹੈ?
BirthCertificateInput-copies = ਕਿੰਨੀਆਂ ਕਾਪੀਆਂ ਚਾਹੀਦੀਆਂ ਹਨ?
    .hint = 1 ਤੋਂ 5 ਤੱਕ। ਪਹਿਲੀ ਮੁਫ਼ਤ ਹੈ, ਉਸ ਤੋਂ ਬਾਅਦ ਹਰ ਕਾਪੀ ਦੇ 50 ਰੁਪਏ ਲੱਗਦੇ ਹਨ।
BirthCertificateInput-delivery = ਸਰਟੀਫਿਕੇਟ ਕਿਵੇਂ ਚਾਹੀਦਾ ਹੈ?
    .hint = ਫ਼ਾਈਲ ਤਾਂ ਤੁਹਾਨੂੰ ਮਿਲੇਗੀ ਹੀ। ਨਾਲ ਕਾਗਜ਼ ਵੀ ਮਿਲ ਸਕਦਾ ਹੈ।
BirthCertificateInput-postalAddress = ਡਾਕ ਦਾ ਪਤਾ
BirthCertificateInput-zone = ਕਿਹੜੇ ਜ਼ੋਨ ਦੇ ਦਫ਼ਤਰ ਤੋਂ?
BirthCertificateInput-identity = ਤੁਹਾਡੀ ਪਛਾਣ ਦਾ ਸਬੂਤ
    .hint = ਵੋਟਰ ਕਾਰਡ, ਪਾਸਪੋਰਟ, ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ, ਪੈਨ ਕਾਰਡ, ਜਾਂ ਆਧਾਰ ਕਾਰਡ ਜਿਸ ਦੇ ਪਹਿਲੇ ਅੱਠ ਅੰਕ ਢਕੇ ਹੋਣ।

BirthCertificateInput-rule-not-in-future = ਜਨਮ ਦੀ ਤਾਰੀਖ਼ ਅੱਗੇ ਦੀ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਵੇਖ ਲਓ।

ChildNameInput-relation = ਤੁਸੀਂ ਬੱਚੇ ਦੇ ਕੀ ਲੱਗਦੇ ਹੋ?
ChildNameInput-registrationNumber = ਰਜਿਸਟ੍ਰੇਸ਼ਨ ਨੰਬਰ
    .hint = ਇਹ ਬਿਨਾਂ ਨਾਂ ਵਾਲੇ ਸਰਟੀਫਿਕੇਟ ਉੱਤੇ ਹੁੰਦਾ ਹੈ। ਨਾ ਹੋਵੇ ਤਾਂ ਛੱਡ ਦਿਓ: ਅਸੀਂ ਤਾਰੀਖ਼, ਮਾਂ ਦੇ ਨਾਂ ਅਤੇ ਥਾਂ ਤੋਂ ਲੱਭਾਂਗੇ।
ChildNameInput-dateOfBirth = ਜਨਮ ਦੀ ਤਾਰੀਖ਼
    .hint = ਦਿਨ, ਮਹੀਨਾ, ਸਾਲ।
ChildNameInput-sex = ਕੁੜੀ ਜਾਂ ਮੁੰਡਾ?
ChildNameInput-motherName = ਮਾਂ ਦਾ ਨਾਂ
    .hint = ਜਿਵੇਂ ਰਜਿਸਟਰ ਵਿੱਚ ਲਿਖਵਾਇਆ ਸੀ। ਤਾਂ ਹੀ ਛੱਡੋ ਜੇ ਰਜਿਸਟਰ ਵਿੱਚ ਨਹੀਂ ਹੈ।
    .example = ਫ਼ਰੀਦਾ
ChildNameInput-place = ਜਨਮ ਕਿੱਥੇ ਹੋਇਆ ਸੀ?
    .hint = ਹਸਪਤਾਲ ਦਾ ਨਾਂ, ਜਾਂ ਘਰ ਵਿੱਚ ਜਨਮ ਹੋਵੇ ਤਾਂ ਮੁਹੱਲਾ।
    .example = ਡਾ ਬਾਬਾ ਸਾਹਿਬ ਅੰਬੇਡਕਰ ਹਸਪਤਾਲ
ChildNameInput-match = ਇਹਨਾਂ ਵਿੱਚੋਂ ਕਿਹੜਾ ਜਨਮ?
    .hint = ਨਾਵਾਂ ਦੇ ਕੁਝ ਅੱਖਰ ਲੁਕਾਏ ਹੋਏ ਹਨ।
ChildNameInput-fatherName = ਪਿਤਾ ਦਾ ਨਾਂ
    .hint = ਜਿਵੇਂ ਰਜਿਸਟਰ ਵਿੱਚ ਲਿਖਵਾਇਆ ਸੀ। ਰਜਿਸਟਰ ਵਿੱਚ ਨਹੀਂ ਹੈ ਤਾਂ ਛੱਡ ਦਿਓ।
    .example = ਅਬਦੁਲ ਰਹਿਮਾਨ
ChildNameInput-childName = ਬੱਚੇ ਦਾ ਨਾਂ
    .hint = ਬਿਲਕੁਲ ਉਵੇਂ ਜਿਵੇਂ ਰਜਿਸਟਰ ਵਿੱਚ ਲਿਖਿਆ ਜਾਵੇ। ਬਾਅਦ ਵਿੱਚ ਇਹ ਸਿਰਫ਼ ਦਰੁਸਤੀ ਨਾਲ ਬਦਲਦਾ ਹੈ।
    .example = ਜ਼ੋਇਆ
ChildNameInput-certificate = ਬਿਨਾਂ ਨਾਂ ਦਾ ਸਰਟੀਫਿਕੇਟ
    .hint = ਉਹ ਜਨਮ ਸਰਟੀਫਿਕੇਟ ਜਿਸ ਉੱਤੇ ਨਾਂ ਨਹੀਂ ਹੈ।
ChildNameInput-motherIdentity = ਮਾਂ ਦੀ ਪਛਾਣ ਦਾ ਸਬੂਤ
    .hint = ਵੋਟਰ ਕਾਰਡ, ਪਾਸਪੋਰਟ, ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ, ਪੈਨ ਕਾਰਡ, ਜਾਂ ਆਧਾਰ ਕਾਰਡ ਜਿਸ ਦੇ ਪਹਿਲੇ ਅੱਠ ਅੰਕ ਢਕੇ ਹੋਣ।
ChildNameInput-fatherIdentity = ਪਿਤਾ ਦੀ ਪਛਾਣ ਦਾ ਸਬੂਤ
    .hint = ਵੋਟਰ ਕਾਰਡ, ਪਾਸਪੋਰਟ, ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ, ਪੈਨ ਕਾਰਡ, ਜਾਂ ਆਧਾਰ ਕਾਰਡ ਜਿਸ ਦੇ ਪਹਿਲੇ ਅੱਠ ਅੰਕ ਢਕੇ ਹੋਣ।
ChildNameInput-guardianshipOrder = ਸਰਪ੍ਰਸਤ ਬਣਾਉਣ ਦਾ ਹੁਕਮ
    .hint = ਅਦਾਲਤ ਦਾ ਉਹ ਕਾਗਜ਼ ਜਿਸ ਨੇ ਤੁਹਾਨੂੰ ਸਰਪ੍ਰਸਤ ਬਣਾਇਆ।
ChildNameInput-declaration = ਮਾਂ ਅਤੇ ਪਿਤਾ ਦਾ ਲਿਖਿਆ ਕਾਗਜ਼
    .hint = ਇੱਕ ਕਾਗਜ਼: ਚੁਣਿਆ ਹੋਇਆ ਨਾਂ ਅਤੇ ਦੋਹਾਂ ਦੇ ਦਸਤਖ਼ਤ।

ChildNameInput-rule-not-in-future = ਜਨਮ ਦੀ ਤਾਰੀਖ਼ ਅੱਗੇ ਦੀ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਵੇਖ ਲਓ।
ChildNameInput-rule-without-name = ਇਸ ਜਨਮ ਵਿੱਚ ਨਾਂ ਪਹਿਲਾਂ ਹੀ ਲਿਖਿਆ ਹੈ। ਲਿਖਿਆ ਹੋਇਆ ਨਾਂ ਸਿਰਫ਼ ਜ਼ੋਨ ਦੇ ਦਫ਼ਤਰ ਵਿੱਚ ਬਦਲਦਾ ਹੈ।
ChildNameInput-rule-within-15-years = ਨਾਂ ਰਜਿਸਟ੍ਰੇਸ਼ਨ ਦੇ 15 ਸਾਲਾਂ ਦੇ ਅੰਦਰ ਜੁੜ ਸਕਦਾ ਹੈ। ਇਹ ਸਮਾਂ ਲੰਘ ਗਿਆ ਹੈ: ਕਿਰਪਾ ਕਰਕੇ ਜ਼ੋਨ ਦੇ ਦਫ਼ਤਰ ਜਾਓ।
ChildNameInput-rule-mother-identity = ਕਿਰਪਾ ਕਰਕੇ ਮਾਂ ਦੀ ਪਛਾਣ ਦਾ ਸਬੂਤ ਵੀ ਭੇਜੋ।
ChildNameInput-rule-father-identity = ਕਿਰਪਾ ਕਰਕੇ ਪਿਤਾ ਦੀ ਪਛਾਣ ਦਾ ਸਬੂਤ ਵੀ ਭੇਜੋ।

match-without-name = ਅਜੇ ਨਾਂ ਨਹੀਂ
match-born = ਜਨਮ
match-mother = ਮਾਂ
match-father = ਪਿਤਾ
