department-municipal = Municipal Corporation of Delhi

applyForBirthCertificate = Birth certificate
    .description = The certificate of a birth that is registered in Delhi.
    .synonyms = birth certificate, copy of birth certificate, birth proof, proof of birth, date of birth certificate, janam praman patra, janm praman patra, birth registration, janam certificate, janam praman, janm pramanpatra, janam pramanpatra, janam patra, birth certi, birth crtificate, bc, bachche ka janm praman patra, bachche ka birth certificate, birth ka certificate, dob certificate, paidaish certificate, baby was born, baby born, child born, new born baby, had a baby, birth of a child, bachcha hua, bachcha paida hua, baccha hua, beta hua, beti hui, bache ka certificate, bacche ka certificate, child certificate, baby certificate
applyForChildName = Add a child's name
    .description = For a birth that was registered without a name.
    .synonyms = child name, baby name, name in birth certificate, add name to birth certificate, name inclusion, birth certificate without name, bachche ka naam, baby ka naam, naam jodna, naam jodna hai, naam judwana, naam likhwana, name of baby, baby name add, bachche ka naam jodna, name missing in birth certificate

RelationToChild-MOTHER = I am the mother
RelationToChild-FATHER = I am the father
RelationToChild-SELF = It is my own birth
RelationToChild-GUARDIAN = I am the guardian
RelationToChild-RELATIVE = Another relative

NamingRelation-MOTHER = I am the mother
NamingRelation-FATHER = I am the father
NamingRelation-GUARDIAN = I am the guardian

BirthSex-FEMALE = Girl
BirthSex-MALE = Boy
BirthSex-TRANSGENDER = Transgender

BirthCertificatePurpose-SCHOOL = School or college
BirthCertificatePurpose-PASSPORT = Passport
BirthCertificatePurpose-AADHAAR = Aadhaar card
BirthCertificatePurpose-LICENCE = Driving licence
BirthCertificatePurpose-MARRIAGE = Marriage
BirthCertificatePurpose-JOB = Job or pension
BirthCertificatePurpose-OTHER = Something else

BirthCertificateDelivery-DIGITAL = Only as a file
BirthCertificateDelivery-POST = Paper by post
BirthCertificateDelivery-COUNTER = Paper at an office

MunicipalZone-CENTRAL = Central
MunicipalZone-CITY_SP = City SP
MunicipalZone-CIVIL_LINES = Civil Lines
MunicipalZone-KAROL_BAGH = Karol Bagh
MunicipalZone-KESHAVPURAM = Keshavpuram
MunicipalZone-NAJAFGARH = Najafgarh
MunicipalZone-NARELA = Narela
MunicipalZone-ROHINI = Rohini
MunicipalZone-SHAHDARA_NORTH = Shahdara North
MunicipalZone-SHAHDARA_SOUTH = Shahdara South
MunicipalZone-SOUTH = South
MunicipalZone-WEST = West

BirthCertificateInput-relation = Who are you to the child?
BirthCertificateInput-registrationNumber = Registration number
    .hint = It stands on an old certificate or on the hospital's slip. If you do not have it, skip it: we look by the date, the mother and the place.
BirthCertificateInput-dateOfBirth = Date of birth
    .hint = Day, month, year.
BirthCertificateInput-sex = Girl or boy?
BirthCertificateInput-motherName = Mother's name
    .hint = As it was registered. Skip it only if the register does not have it.
BirthCertificateInput-place = Place of birth
    .hint = The hospital, or the neighbourhood for a birth at home.
BirthCertificateInput-match = Which birth is it?
    .hint = Names are shown with letters hidden.
BirthCertificateInput-fatherName = Father's name
    .hint = As it was registered. Skip it if the register does not have it.
BirthCertificateInput-purpose = What do you need it for?
BirthCertificateInput-copies = How many copies?
    .hint = From 1 to 5. The first is free, each further one costs 50 rupees.
BirthCertificateInput-delivery = How would you like it?
    .hint = The certificate comes to you as a file in any case. Paper can come with it.
BirthCertificateInput-postalAddress = Address for the post
BirthCertificateInput-zone = At which zone office?
BirthCertificateInput-identity = Your proof of identity
    .hint = Voter card, passport, driving licence, PAN card, or Aadhaar card with the first eight digits covered.

BirthCertificateInput-rule-not-in-future = The date of birth is in the future. Please check it.

ChildNameInput-relation = Who are you to the child?
ChildNameInput-registrationNumber = Registration number
    .hint = It stands on the certificate without a name. If you do not have it, skip it: we look by the date, the mother and the place.
ChildNameInput-dateOfBirth = Date of birth
    .hint = Day, month, year.
ChildNameInput-sex = Girl or boy?
ChildNameInput-motherName = Mother's name
    .hint = As it was registered. Skip it only if the register does not have it.
ChildNameInput-place = Place of birth
    .hint = The hospital, or the neighbourhood for a birth at home.
ChildNameInput-match = Which birth is it?
    .hint = Names are shown with letters hidden.
ChildNameInput-fatherName = Father's name
    .hint = As it was registered. Skip it if the register does not have it.
ChildNameInput-childName = Name of the child
    .hint = Exactly as it is to stand in the register. Later it can be changed only by a correction.
ChildNameInput-certificate = Certificate without name
    .hint = The birth certificate on which the name is missing.
ChildNameInput-motherIdentity = Mother's identity proof
    .hint = Voter card, passport, driving licence, PAN card, or Aadhaar card with the first eight digits covered.
ChildNameInput-fatherIdentity = Father's identity proof
    .hint = Voter card, passport, driving licence, PAN card, or Aadhaar card with the first eight digits covered.
ChildNameInput-guardianshipOrder = Guardian's court order
    .hint = The court's paper that made you the guardian.
ChildNameInput-declaration = Paper signed by both parents
    .hint = One sheet: the name that you choose, and the signatures of both of you.

ChildNameInput-rule-not-in-future = The date of birth is in the future. Please check it.
ChildNameInput-rule-without-name = This birth has a name in the register already. A name once given is changed only by a correction at the zone office.
ChildNameInput-rule-within-15-years = A name can be added within 15 years of the registration. These have passed: please go to the zone office.
ChildNameInput-rule-mother-identity = Please send the mother's proof of identity as well.
ChildNameInput-rule-father-identity = Please send the father's proof of identity as well.

match-without-name = No name yet
match-born = born
match-mother = mother
match-father = father
