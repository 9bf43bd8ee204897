department-transport = Transport Department

applyForLearnerLicence = Learner's licence
    .description = To learn to drive. A test of signs and rules follows.
    .synonyms = learner licence, learning licence, learners license, LL, learn to drive, driving test online, seekhne ka licence, learner permit, learning license, learner license, learners licence, lerner licence, ll banwana, learning licence banwana, kacha licence, kachcha licence, gadi seekhna, gaadi seekhna, driving seekhna, car seekhna
applyForDrivingLicence = Driving licence
    .description = With a learner's licence of 30 days or more. You choose the test day.
    .synonyms = driving license, DL, permanent licence, driver's license, permanent driving licence, gadi chalane ka licence, drive a car, driving test, driving licence banwana, licence banwana, licence banwana hai, license banwana hai, naya licence, new licence, dl banwana, dl banwana hai, pakka licence, permanent license, driving lisence, lisence, gaadi chalane ka licence, gadi ka licence
renewDrivingLicence = Renew driving licence
    .description = From one year before it expires until five years after.
    .synonyms = licence renewal, renew licence, renew my driving license, DL renewal, expired licence, licence expired, extend licence, DL renew, renew DL, license renew, licence renew karana, licence renew karwana, license renewal, licence khatam, licence khatm ho gaya, licence expire ho gaya, licence expire, licence naveenikaran

VehicleClass-MCWG = Motorcycle with gear
VehicleClass-LMV = Car (LMV)
VehicleClass-MCWOG = Scooter without gear
VehicleClass-LMV_TR = Taxi or van (LMV-TR)
VehicleClass-HMV = Truck or bus (HMV)
VehicleClass-ERIKSH = E-rickshaw

HolderGender-FEMALE = Female
HolderGender-MALE = Male
HolderGender-TRANSGENDER = Transgender

BloodGroup-O_POSITIVE = O+
BloodGroup-O_NEGATIVE = O−
BloodGroup-A_POSITIVE = A+
BloodGroup-A_NEGATIVE = A−
BloodGroup-B_POSITIVE = B+
BloodGroup-B_NEGATIVE = B−
BloodGroup-AB_POSITIVE = AB+
BloodGroup-AB_NEGATIVE = AB−
BloodGroup-UNKNOWN = Not known

TestLanguage-ENGLISH = English
TestLanguage-HINDI = Hindi
TestLanguage-PUNJABI = Punjabi
TestLanguage-URDU = Urdu

LicenceKind-LEARNER = Learner's licence
LicenceKind-DRIVING = Driving licence

LicenceHolderInput-name = Full name
    .hint = As it stands on the proof of age.
LicenceHolderInput-relativeName = Father, mother or spouse
    .hint = The full name of one of them.
LicenceHolderInput-gender = Gender
LicenceHolderInput-bloodGroup = Blood group
LicenceHolderInput-address = Present address
LicenceHolderInput-permanentAddressSame = Is this your permanent address too?
LicenceHolderInput-permanentAddress = Permanent address
LicenceHolderInput-identificationMark = A mark to know you by
    .hint = A mole or a scar, and where it is.
LicenceHolderInput-organDonor = Do you want to donate your organs after death?

LearnerLicenceInput-classes = What will you drive?
    .hint = You may choose several.
LearnerLicenceInput-office = Which licensing office?
LearnerLicenceInput-dateOfBirth = Date of birth
    .hint = Day, month, year.
LearnerLicenceInput-holder = About you
LearnerLicenceInput-fit = Are you fit to drive?
    .hint = Yes means: no illness or disability makes your driving a danger (Form 1).
LearnerLicenceInput-testLanguage = Language of your test
LearnerLicenceInput-photograph = Passport-size photo
    .hint = The face from the front, taken in the last six months.
LearnerLicenceInput-signature = Your signature
    .hint = Sign on white paper and take a photo of it.
LearnerLicenceInput-proofOfAge = Proof of age
    .hint = Birth certificate, school certificate of class 10, or passport.
LearnerLicenceInput-proofOfAddress = Proof of address
    .hint = Voter card, electricity or water bill, or Aadhaar card with the first eight digits covered.
LearnerLicenceInput-medicalCertificate = Doctor's certificate
    .hint = Form 1A, signed by a doctor. Needed from the age of 40, and for a taxi, truck, bus or e-rickshaw.
LearnerLicenceInput-guardianConsent = Consent of a parent
    .hint = Or of the guardian, signed on paper. Needed below 18.

LearnerLicenceInput-rule-classes-once = Please choose each class of vehicle once only.
LearnerLicenceInput-rule-age-16 = You must be 16 or older for a learner's licence.
LearnerLicenceInput-rule-age-18 = Below 18 you can learn only on a motorcycle or scooter without gear.
LearnerLicenceInput-rule-age-20 = You must be 20 or older for a taxi, truck, bus or e-rickshaw.
LearnerLicenceInput-rule-fit = A licence is given only to someone who is fit to drive. Please ask at the licensing office what is possible.

DrivingLicenceInput-dateOfBirth = Date of birth
    .hint = Day, month, year.
DrivingLicenceInput-learnerLicenceNumber = Learner's licence number
    .hint = As it stands on the licence, with or without spaces and hyphens.
DrivingLicenceInput-classes = What will you drive?
    .hint = One or more of the classes on your learner's licence.
DrivingLicenceInput-office = Which licensing office?
    .hint = The driving test is held there.
DrivingLicenceInput-slot = Day of the driving test
DrivingLicenceInput-holder = About you
DrivingLicenceInput-fit = Are you fit to drive?
    .hint = Yes means: no illness or disability makes your driving a danger (Form 1).
DrivingLicenceInput-photograph = Passport-size photo
    .hint = The face from the front, taken in the last six months.
DrivingLicenceInput-signature = Your signature
    .hint = Sign on white paper and take a photo of it.
DrivingLicenceInput-proofOfAge = Proof of age
    .hint = Birth certificate, school certificate of class 10, or passport.
DrivingLicenceInput-proofOfAddress = Proof of address
    .hint = Voter card, electricity or water bill, or Aadhaar card with the first eight digits covered.
DrivingLicenceInput-medicalCertificate = Doctor's certificate
    .hint = Form 1A, signed by a doctor. Needed from the age of 40, and for a taxi, truck, bus or e-rickshaw.
DrivingLicenceInput-guardianConsent = Consent of a parent
    .hint = Or of the guardian, signed on paper. Needed below 18.

DrivingLicenceInput-rule-learner-known = No learner's licence with this number and date of birth was found. Please compare both with your papers.
DrivingLicenceInput-rule-learner-30-days = Your learner's licence must be at least 30 days old. Please apply once it is.
DrivingLicenceInput-rule-learner-valid = Your learner's licence has expired. Please apply for a new one first.
DrivingLicenceInput-rule-classes-once = Please choose each class of vehicle once only.
DrivingLicenceInput-rule-learner-classes = Your learner's licence is not for all of these classes. Please choose only those that stand on it.
DrivingLicenceInput-rule-not-in-future = The date of birth is in the future. Please check it.
DrivingLicenceInput-rule-fit = A licence is given only to someone who is fit to drive. Please ask at the licensing office what is possible.

LicenceRenewalInput-dateOfBirth = Date of birth
    .hint = Day, month, year.
LicenceRenewalInput-licenceNumber = Driving licence number
    .hint = As it stands on the licence, with or without spaces and hyphens.
LicenceRenewalInput-office = Which licensing office?
LicenceRenewalInput-holder = About you
LicenceRenewalInput-fit = Are you fit to drive?
    .hint = Yes means: no illness or disability makes your driving a danger (Form 1).
LicenceRenewalInput-photograph = Passport-size photo
    .hint = The face from the front, taken in the last six months.
LicenceRenewalInput-signature = Your signature
    .hint = Sign on white paper and take a photo of it.
LicenceRenewalInput-proofOfAddress = Proof of address
    .hint = Voter card, electricity or water bill, or Aadhaar card with the first eight digits covered.
LicenceRenewalInput-medicalCertificate = Doctor's certificate
    .hint = Form 1A, signed by a doctor. Needed from the age of 40, and for a taxi, truck, bus or e-rickshaw.

LicenceRenewalInput-rule-licence-known = No driving licence with this number and date of birth was found. Please compare both with your papers.
LicenceRenewalInput-rule-not-too-early = It is too early: a licence can be renewed from one year before it expires.
LicenceRenewalInput-rule-not-too-late = This licence expired more than five years ago. A new test is needed: please apply for a learner's licence.
LicenceRenewalInput-rule-not-in-future = The date of birth is in the future. Please check it.
LicenceRenewalInput-rule-fit = A licence is given only to someone who is fit to drive. Please ask at the licensing office what is possible.
