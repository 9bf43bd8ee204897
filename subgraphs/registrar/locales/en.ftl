department-registrar = Registrar of Marriages

registerMarriage = Register a marriage
    .description = For a marriage held in Delhi. You two and the witnesses come once.
    .synonyms = marriage registration, register my marriage, marriage, got married, marry, get married, wedding, court marriage, marriage certificate, shaadi, shadi, vivah, shaadi ka registration, husband wife certificate, shaadi registration, shadi registration, vivah panjikaran, marrige registration, marrage, marriage register, shaadi registration karana, shadi register, shaadi register karwana, shaadi karna, nikah, viah, vivah registration, marriage registry, sdm marriage, love marriage, court marriage registration, shaadi ka certificate, shadi ka certificate, vivah praman patra, vivah pramanpatra
applyForMarriageCopy = Copy of marriage record
    .description = For a marriage that is in the register. You get a copy with a stamp.
    .synonyms = copy of marriage certificate, duplicate marriage certificate, lost marriage certificate, certified copy, marriage certificate copy, marriage certificate, shaadi ka certificate, shaadi ka certificate kho gaya, marriage certificate lost, shaadi certificate copy, marriage certificate duplicate, shadi ka certificate, marriage certificate dobara, vivah praman patra, vivah pramanpatra

MarriageAct-HINDU_MARRIAGE_ACT = Hindu Marriage Act
MarriageAct-SPECIAL_MARRIAGE_ACT = Special Marriage Act

MarriageDistrict-CENTRAL = Central
MarriageDistrict-EAST = East
MarriageDistrict-NEW_DELHI = New Delhi
MarriageDistrict-NORTH = North
MarriageDistrict-NORTH_EAST = North East
MarriageDistrict-NORTH_WEST = North West
MarriageDistrict-SHAHDARA = Shahdara
MarriageDistrict-SOUTH = South
MarriageDistrict-SOUTH_EAST = South East
MarriageDistrict-SOUTH_WEST = South West
MarriageDistrict-WEST = West

Religion-HINDU = Hindu
Religion-SIKH = Sikh
Religion-BUDDHIST = Buddhist
Religion-JAIN = Jain
Religion-MUSLIM = Muslim
Religion-CHRISTIAN = Christian
Religion-PARSI = Parsi
Religion-JEWISH = Jewish
Religion-OTHER = Another or none

MaritalStatus-UNMARRIED = No, never
MaritalStatus-DIVORCED = Yes, divorced
MaritalStatus-WIDOWED = Yes, widowed

OfTheTwo-BOTH = Both
OfTheTwo-GROOM = The groom
OfTheTwo-BRIDE = The bride
OfTheTwo-NEITHER = Neither

NameChange-NOBODY = Nobody
NameChange-BRIDE = The bride
NameChange-GROOM = The groom
NameChange-BOTH = Both

WitnessRelation-FRIEND = Friend or neighbour
WitnessRelation-RELATIVE = Distant relative
WitnessRelation-CLOSE_FAMILY = Close family

SpouseInput-name = Full name
    .hint = As it stands on the proof of age.
SpouseInput-fatherName = Father's name
    .hint = Skip it if it is not known.
SpouseInput-motherName = Mother's name
    .hint = Skip it if it is not known.
SpouseInput-dateOfBirth = Date of birth
    .hint = Day, month, year.
SpouseInput-religion = Religion
SpouseInput-statusBefore = Married before?
SpouseInput-occupation = Occupation
SpouseInput-address = Home address
SpouseInput-mobile = Mobile number
SpouseInput-photograph = Passport-size photo
    .hint = The face from the front, taken in the last six months.
SpouseInput-proofOfAge = Proof of age
    .hint = Birth certificate, school certificate of class 10, or passport.
SpouseInput-identity = Proof of identity
    .hint = Voter card, passport, driving licence, PAN card, or Aadhaar card with the first eight digits covered.
SpouseInput-proofOfAddress = Proof of address
    .hint = Voter card, electricity or water bill, or rent agreement.
SpouseInput-affidavit = Signed affidavit
    .hint = A signed oath. It says when and where you married, and when you were born. It says if you were married before.

WitnessInput-name = Full name
WitnessInput-fatherName = Father's name
    .hint = Skip it if it is not known.
WitnessInput-age = Age in years
WitnessInput-relation = Who is the witness to you?
    .hint = Close family: parents, children, brothers and sisters.
WitnessInput-address = Address
WitnessInput-identity = Proof of identity
    .hint = It must show the address. A voter card, passport, driving licence, or Aadhaar card with the first eight digits covered.

MarriageRegistrationInput-act = Under which law?
    .hint = Hindu Marriage Act: both are Hindu, Sikh, Buddhist or Jain. Special Marriage Act: everyone.
MarriageRegistrationInput-date = Date of the marriage
    .hint = After 60 days a late fee is added.
MarriageRegistrationInput-place = Place of the marriage
    .hint = Hall, temple, church or house, and the locality.
MarriageRegistrationInput-district = District of the marriage
MarriageRegistrationInput-citizenship = Who is a citizen of India?
MarriageRegistrationInput-residence = Who has lived in this district for 30 days?
MarriageRegistrationInput-groom = The groom
MarriageRegistrationInput-bride = The bride
MarriageRegistrationInput-groomDivorceDecree = Divorce decree of the groom
    .hint = The order of the court.
MarriageRegistrationInput-groomDeathCertificate = Death certificate of the groom's former wife
MarriageRegistrationInput-brideDivorceDecree = Divorce decree of the bride
    .hint = The order of the court.
MarriageRegistrationInput-brideDeathCertificate = Death certificate of the bride's former husband
MarriageRegistrationInput-nameChange = Who takes a new name after the marriage?
MarriageRegistrationInput-groomNewName = New name of the groom
MarriageRegistrationInput-brideNewName = New name of the bride
MarriageRegistrationInput-witnesses = Witness
    .hint = Adults who come to the office with you: two, or three under the Special Marriage Act. One at least is not close family.
MarriageRegistrationInput-jointPhotograph = Photo of both of you
    .hint = The two of you together in one photo.
MarriageRegistrationInput-ceremonyProof = Proof of the ceremony
    .hint = The invitation card, or the certificate of the priest.
MarriageRegistrationInput-office = At which office?
    .hint = Where both of you and the witnesses will come once.

MarriageRegistrationInput-rule-not-in-future = The date of the marriage is in the future. A marriage is registered after it was held.
MarriageRegistrationInput-rule-not-before-birth = The marriage cannot be before the birth of the groom or the bride.
MarriageRegistrationInput-rule-groom-age = The groom must be 21 or older on the day of the marriage.
MarriageRegistrationInput-rule-bride-age = The bride must be 18 or older on the day of the marriage.
MarriageRegistrationInput-rule-groom-religion = Under the Hindu Marriage Act the groom must be Hindu, Sikh, Buddhist or Jain. The Special Marriage Act is for everyone.
MarriageRegistrationInput-rule-bride-religion = Under the Hindu Marriage Act the bride must be Hindu, Sikh, Buddhist or Jain. The Special Marriage Act is for everyone.
MarriageRegistrationInput-rule-citizenship = At least one of the two must be a citizen of India.
MarriageRegistrationInput-rule-residence = At least one of the two must have lived in this district for 30 days.
MarriageRegistrationInput-rule-independent-witness = At least one witness must not be close family.

MarriageCopyInput-registrationNumber = Registration number
    .hint = It stands at the top of the certificate.
MarriageCopyInput-year = Year of the registration
MarriageCopyInput-district = District of the office
MarriageCopyInput-groomName = Groom's name
    .hint = As it stands in the register.
MarriageCopyInput-brideName = Bride's name
    .hint = As it stands in the register.
MarriageCopyInput-identity = Your proof of identity
    .hint = Voter card, passport, driving licence, PAN card, or Aadhaar card with the first eight digits covered.

MarriageCopyInput-rule-in-register = No marriage with this number, year, district and names was found. Please compare them with your papers.
