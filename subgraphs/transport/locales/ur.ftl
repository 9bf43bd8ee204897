department-transport = ٹرانسپورٹ محکمہ

applyForLearnerLicence = لرنر لائسنس
    .description = گاڑی سیکھنے کے لیے۔ اس کے بعد نشانوں اور قاعدوں کا ٹیسٹ ہوتا ہے۔
    .synonyms = لرننگ لائسنس، لرنر لائسینس، سیکھنے کا لائسنس، گاڑی سیکھنا، گاڑی چلانا سیکھنا، کچا لائسنس، ایل ایل، لائسنس، لائسینس، kachcha licence، gaadi seekhna
applyForDrivingLicence = ڈرائیونگ لائسنس
    .description = تیس دن پرانے لرنر لائسنس پر۔ ٹیسٹ کا دن آپ چنتے ہیں۔
    .synonyms = ڈرائیونگ لائسینس، گاڑی چلانے کا لائسنس، پکا لائسنس، نیا لائسنس، لائسنس بنوانا، لائسنس بنوانا ہے، ڈی ایل، لائسنس، لائسینس، gaadi chalane ka licence، pakka licence
renewDrivingLicence = لائسنس رینیو کرائیں
    .description = لائسنس ختم ہونے سے ایک سال پہلے سے پانچ سال بعد تک۔
    .synonyms = لائسنس رینیو، لائسنس رینیول، لائسنس کی تجدید، لائسنس ختم ہو گیا، لائسنس ایکسپائر، لائسنس کی مدت، لائسنس، لائسینس، licence ki tajdeed

VehicleClass-MCWG = گیئر والی موٹرسائیکل
VehicleClass-LMV = کار (LMV)
VehicleClass-MCWOG = بغیر گیئر کا اسکوٹر
VehicleClass-LMV_TR = ٹیکسی، وین (LMV-TR)
VehicleClass-HMV = ٹرک یا بس (HMV)
VehicleClass-ERIKSH = ای رکشا

HolderGender-FEMALE = عورت
HolderGender-MALE = مرد
HolderGender-TRANSGENDER = ٹرانس جینڈر

BloodGroup-O_POSITIVE = O+
BloodGroup-O_NEGATIVE = O−
BloodGroup-A_POSITIVE = A+
BloodGroup-A_NEGATIVE = A−
BloodGroup-B_POSITIVE = B+
BloodGroup-B_NEGATIVE = B−
BloodGroup-AB_POSITIVE = AB+
BloodGroup-AB_NEGATIVE = AB−
BloodGroup-UNKNOWN = پتہ نہیں

TestLanguage-ENGLISH = انگریزی
TestLanguage-HINDI = ہندی
TestLanguage-PUNJABI = پنجابی
TestLanguage-URDU = اردو

LicenceKind-LEARNER = لرنر لائسنس
LicenceKind-DRIVING = ڈرائیونگ لائسنس

LicenceHolderInput-name = پورا نام
    .hint = جیسا عمر کے ثبوت پر لکھا ہے۔
    .example = آشا دیوی
LicenceHolderInput-relativeName = باپ، ماں یا شوہر/بیوی
    .hint = ان میں سے کسی ایک کا پورا نام۔
    .example = رام پرکاش
LicenceHolderInput-gender = عورت یا مرد؟
LicenceHolderInput-bloodGroup = خون کا گروپ
LicenceHolderInput-address = ابھی کا پتہ
LicenceHolderInput-permanentAddressSame = کیا آپ کا پکا پتہ بھی یہی ہے؟
LicenceHolderInput-permanentAddress = پکا پتہ
LicenceHolderInput-identificationMark = پہچان کا نشان
    .hint = تل یا چوٹ کا نشان، اور وہ کہاں ہے۔
    .example = بائیں گال پر تل
LicenceHolderInput-organDonor = کیا آپ موت کے بعد اپنے اعضا دینا چاہیں گے؟

LearnerLicenceInput-classes = آپ کیا چلائیں گے؟
    .hint = آپ ایک سے زیادہ چن سکتے ہیں۔
LearnerLicenceInput-office = کون سا لائسنس دفتر؟
LearnerLicenceInput-dateOfBirth = پیدائش کی تاریخ
    .hint = دن، مہینہ، سال۔
LearnerLicenceInput-holder = آپ کے بارے میں
LearnerLicenceInput-fit = کیا آپ کی صحت گاڑی چلانے کے لیے ٹھیک ہے؟
    .hint = ہاں کا مطلب: کوئی بیماری یا معذوری نہیں جو گاڑی چلانے میں خطرہ بنے (فارم 1)۔
LearnerLicenceInput-testLanguage = ٹیسٹ کس زبان میں؟
LearnerLicenceInput-photograph = پاسپورٹ سائز فوٹو
    .hint = چہرہ سامنے سے، پچھلے چھ مہینے میں کھینچی ہوئی۔
LearnerLicenceInput-signature = آپ کے دستخط
    .hint = سفید کاغذ پر دستخط کریں اور اس کی فوٹو لیں۔
LearnerLicenceInput-proofOfAge = عمر کا ثبوت
    .hint = پیدائش کا سرٹیفکیٹ، دسویں کا سرٹیفکیٹ یا پاسپورٹ۔
LearnerLicenceInput-proofOfAddress = پتے کا ثبوت
    .hint = ووٹر کارڈ، بجلی یا پانی کا بل، یا آدھار کارڈ جس کے پہلے آٹھ ہندسے ڈھکے ہوں۔
LearnerLicenceInput-medicalCertificate = ڈاکٹر کا سرٹیفکیٹ
    .hint = فارم { "\u2066" }1A{ "\u2069" }، ڈاکٹر کے دستخط کے ساتھ۔ چالیس سال کی عمر سے، اور ٹیکسی، ٹرک، بس یا ای رکشا کے لیے ضروری۔
LearnerLicenceInput-guardianConsent = ماں یا باپ کی اجازت
    .hint = یا سرپرست کی، کاغذ پر دستخط کے ساتھ۔ اٹھارہ سال سے کم عمر میں ضروری۔

LearnerLicenceInput-rule-classes-once = مہربانی کر کے ہر گاڑی ایک ہی بار چنیں۔
LearnerLicenceInput-rule-age-16 = لرنر لائسنس کے لیے آپ کی عمر 16 سال یا زیادہ ہونی چاہیے۔
LearnerLicenceInput-rule-age-18 = اٹھارہ سال سے کم عمر میں لائسنس صرف بغیر گیئر کے اسکوٹر یا موٹرسائیکل کے لیے ملتا ہے۔
LearnerLicenceInput-rule-age-20 = ٹیکسی، ٹرک، بس یا ای رکشا کے لیے آپ کی عمر 20 سال یا زیادہ ہونی چاہیے۔
LearnerLicenceInput-rule-fit = لائسنس صرف اسے ملتا ہے جس کی صحت گاڑی چلانے کے لیے ٹھیک ہو۔ مہربانی کر کے لائسنس دفتر میں پوچھیں کہ کیا ہو سکتا ہے۔

DrivingLicenceInput-dateOfBirth = پیدائش کی تاریخ
    .hint = دن، مہینہ، سال۔
DrivingLicenceInput-learnerLicenceNumber = لرنر لائسنس کا نمبر
    .hint = جیسا لائسنس پر لکھا ہے، بیچ میں خالی جگہ ہو یا نہ ہو۔
DrivingLicenceInput-classes = آپ کیا چلائیں گے؟
    .hint = آپ کے لرنر لائسنس پر لکھی گاڑیوں میں سے ایک یا زیادہ۔
DrivingLicenceInput-office = کون سا لائسنس دفتر؟
    .hint = ڈرائیونگ ٹیسٹ وہیں ہوتا ہے۔
DrivingLicenceInput-slot = ڈرائیونگ ٹیسٹ کا دن
DrivingLicenceInput-holder = آپ کے بارے میں
DrivingLicenceInput-fit = کیا آپ کی صحت گاڑی چلانے کے لیے ٹھیک ہے؟
    .hint = ہاں کا مطلب: کوئی بیماری یا معذوری نہیں جو گاڑی چلانے میں خطرہ بنے (فارم 1)۔
DrivingLicenceInput-photograph = پاسپورٹ سائز فوٹو
    .hint = چہرہ سامنے سے، پچھلے چھ مہینے میں کھینچی ہوئی۔
DrivingLicenceInput-signature = آپ کے دستخط
    .hint = سفید کاغذ پر دستخط کریں اور اس کی فوٹو لیں۔
DrivingLicenceInput-proofOfAge = عمر کا ثبوت
    .hint = پیدائش کا سرٹیفکیٹ، دسویں کا سرٹیفکیٹ یا پاسپورٹ۔
DrivingLicenceInput-proofOfAddress = پتے کا ثبوت
    .hint = ووٹر کارڈ، بجلی یا پانی کا بل، یا آدھار کارڈ جس کے پہلے آٹھ ہندسے ڈھکے ہوں۔
DrivingLicenceInput-medicalCertificate = ڈاکٹر کا سرٹیفکیٹ
    .hint = فارم { "\u2066" }1A{ "\u2069" }، ڈاکٹر کے دستخط کے ساتھ۔ چالیس سال کی عمر سے، اور ٹیکسی، ٹرک، بس یا ای رکشا کے لیے ضروری۔
DrivingLicenceInput-guardianConsent = ماں یا باپ کی اجازت
    .hint = یا سرپرست کی، کاغذ پر دستخط کے ساتھ۔ اٹھارہ سال سے کم عمر میں ضروری۔

DrivingLicenceInput-rule-learner-known = اس نمبر اور پیدائش کی تاریخ کا کوئی لرنر لائسنس نہیں ملا۔ مہربانی کر کے دونوں کو اپنے کاغذوں سے ملائیں۔
DrivingLicenceInput-rule-learner-30-days = آپ کا لرنر لائسنس کم سے کم 30 دن پرانا ہونا چاہیے۔ اس کے بعد درخواست دیں۔
DrivingLicenceInput-rule-learner-valid = آپ کا لرنر لائسنس ختم ہو چکا ہے۔ مہربانی کر کے پہلے نئے کے لیے درخواست دیں۔
DrivingLicenceInput-rule-classes-once = مہربانی کر کے ہر گاڑی ایک ہی بار چنیں۔
DrivingLicenceInput-rule-learner-classes = آپ کا لرنر لائسنس ان سب گاڑیوں کے لیے نہیں ہے۔ مہربانی کر کے صرف وہ چنیں جو اس پر لکھی ہیں۔
DrivingLicenceInput-rule-fit = لائسنس صرف اسے ملتا ہے جس کی صحت گاڑی چلانے کے لیے ٹھیک ہو۔ مہربانی کر کے لائسنس دفتر میں پوچھیں کہ کیا ہو سکتا ہے۔

LicenceRenewalInput-dateOfBirth = پیدائش کی تاریخ
    .hint = دن، مہینہ، سال۔
LicenceRenewalInput-licenceNumber = ڈرائیونگ لائسنس کا نمبر
    .hint = جیسا لائسنس پر لکھا ہے، بیچ میں خالی جگہ ہو یا نہ ہو۔
LicenceRenewalInput-office = کون سا لائسنس دفتر؟
LicenceRenewalInput-holder = آپ کے بارے میں
LicenceRenewalInput-fit = کیا آپ کی صحت گاڑی چلانے کے لیے ٹھیک ہے؟
    .hint = ہاں کا مطلب: کوئی بیماری یا معذوری نہیں جو گاڑی چلانے میں خطرہ بنے (فارم 1)۔
LicenceRenewalInput-photograph = پاسپورٹ سائز فوٹو
    .hint = چہرہ سامنے سے، پچھلے چھ مہینے میں کھینچی ہوئی۔
LicenceRenewalInput-signature = آپ کے دستخط
    .hint = سفید کاغذ پر دستخط کریں اور اس کی فوٹو لیں۔
LicenceRenewalInput-proofOfAddress = پتے کا ثبوت
    .hint = ووٹر کارڈ، بجلی یا پانی کا بل، یا آدھار کارڈ جس کے پہلے آٹھ ہندسے ڈھکے ہوں۔
LicenceRenewalInput-medicalCertificate = ڈاکٹر کا سرٹیفکیٹ
    .hint = فارم { "\u2066" }1A{ "\u2069" }، ڈاکٹر کے دستخط کے ساتھ۔ چالیس سال کی عمر سے، اور ٹیکسی، ٹرک، بس یا ای رکشا کے لیے ضروری۔

LicenceRenewalInput-rule-licence-known = اس نمبر اور پیدائش کی تاریخ کا کوئی ڈرائیونگ لائسنس نہیں ملا۔ مہربانی کر کے دونوں کو اپنے کاغذوں سے ملائیں۔
LicenceRenewalInput-rule-not-too-early = ابھی بہت جلدی ہے: لائسنس ختم ہونے سے ایک سال پہلے سے رینیو ہوتا ہے۔
LicenceRenewalInput-rule-not-too-late = یہ لائسنس پانچ سال سے زیادہ پہلے ختم ہو گیا۔ اب نیا ٹیسٹ ضروری ہے: مہربانی کر کے لرنر لائسنس کے لیے درخواست دیں۔
LicenceRenewalInput-rule-fit = لائسنس صرف اسے ملتا ہے جس کی صحت گاڑی چلانے کے لیے ٹھیک ہو۔ مہربانی کر کے لائسنس دفتر میں پوچھیں کہ کیا ہو سکتا ہے۔
