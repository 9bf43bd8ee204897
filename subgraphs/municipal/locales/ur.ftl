department-municipal = دہلی نگر نگم

applyForBirthCertificate = پیدائش کا سرٹیفکیٹ
    .description = دہلی میں درج پیدائش کا سرٹیفکیٹ۔
    .synonyms = پیدائش کا سرٹیفکیٹ، پیدائش سرٹیفکیٹ، برتھ سرٹیفکیٹ، جنم پرمان پتر، جنم سرٹیفکیٹ، پیدائش کا ثبوت، پیدائش کی سند، پیدائش کی نقل، بچے کا پیدائش سرٹیفکیٹ، paidaish ka certificate، paidaish certificate، paidaish ki sanad، بچہ ہوا، بچہ پیدا ہوا، پیدائش ہوئی
applyForChildName = بچے کا نام جڑوائیں
    .description = اس پیدائش کے لیے جو بغیر نام کے درج ہوئی تھی۔
    .synonyms = بچے کا نام، نام جڑوانا، نام جوڑنا، پیدائش کے سرٹیفکیٹ میں نام، بغیر نام کا سرٹیفکیٹ، بچے کا نام لکھوانا، bachche ka naam likhwana، bache ka naam

RelationToChild-MOTHER = میں ماں ہوں
RelationToChild-FATHER = میں باپ ہوں
RelationToChild-SELF = یہ میری اپنی پیدائش ہے
RelationToChild-GUARDIAN = میں سرپرست ہوں
RelationToChild-RELATIVE = کوئی اور رشتے دار

NamingRelation-MOTHER = میں ماں ہوں
NamingRelation-FATHER = میں باپ ہوں
NamingRelation-GUARDIAN = میں سرپرست ہوں

BirthSex-FEMALE = لڑکی
BirthSex-MALE = لڑکا
BirthSex-TRANSGENDER = ٹرانس جینڈر

BirthCertificatePurpose-SCHOOL = اسکول یا کالج
BirthCertificatePurpose-PASSPORT = پاسپورٹ
BirthCertificatePurpose-AADHAAR = آدھار کارڈ
BirthCertificatePurpose-LICENCE = ڈرائیونگ لائسنس
BirthCertificatePurpose-MARRIAGE = شادی
BirthCertificatePurpose-JOB = نوکری یا پنشن
BirthCertificatePurpose-OTHER = کچھ اور

BirthCertificateDelivery-DIGITAL = صرف فائل
BirthCertificateDelivery-POST = ڈاک سے کاغذ
BirthCertificateDelivery-COUNTER = دفتر سے کاغذ

MunicipalZone-CENTRAL = سینٹرل
MunicipalZone-CITY_SP = سٹی ایس پی
MunicipalZone-CIVIL_LINES = سول لائنز
MunicipalZone-KAROL_BAGH = قرول باغ
MunicipalZone-KESHAVPURAM = کیشو پورم
MunicipalZone-NAJAFGARH = نجف گڑھ
MunicipalZone-NARELA = نریلا
MunicipalZone-ROHINI = روہنی
MunicipalZone-SHAHDARA_NORTH = شاہدرہ شمال
MunicipalZone-SHAHDARA_SOUTH = شاہدرہ جنوب
MunicipalZone-SOUTH = جنوب
MunicipalZone-WEST = مغرب

BirthCertificateInput-relation = بچے سے آپ کا کیا رشتہ ہے؟
BirthCertificateInput-registrationNumber = رجسٹریشن نمبر
    .hint = یہ پرانے سرٹیفکیٹ یا ہسپتال کی پرچی پر لکھا ہوتا ہے۔ نہ ہو تو چھوڑ دیں: ہم تاریخ، ماں کے نام اور جگہ سے ڈھونڈیں گے۔
BirthCertificateInput-dateOfBirth = پیدائش کی تاریخ
    .hint = دن، مہینہ، سال۔
BirthCertificateInput-sex = لڑکی یا لڑکا؟
BirthCertificateInput-motherName = ماں کا نام
    .hint = جیسا رجسٹر میں لکھوایا گیا تھا۔ تبھی چھوڑیں جب رجسٹر میں نہ ہو۔
    .example = ساوتری دیوی
BirthCertificateInput-place = پیدائش کہاں ہوئی تھی؟
    .hint = ہسپتال کا نام، یا گھر پر پیدائش ہو تو محلہ۔
    .example = ہندو راؤ ہسپتال
BirthCertificateInput-match = ان میں سے کون سی پیدائش؟
    .hint = ناموں کے کچھ حرف چھپائے گئے ہیں۔
BirthCertificateInput-fatherName = باپ کا نام
    .hint = جیسا رجسٹر میں لکھوایا گیا تھا۔ رجسٹر میں نہ ہو تو چھوڑ دیں۔
    .example = موہن لال
BirthCertificateInput-purpose = یہ کس کام کے لیے چاہیے؟
BirthCertificateInput-copies = کتنی کاپیاں چاہییں؟
    .hint = 1 سے 5 تک۔ پہلی مفت ہے، اس کے بعد ہر کاپی کے 50 روپے لگتے ہیں۔
BirthCertificateInput-delivery = سرٹیفکیٹ کیسے چاہیے؟
    .hint = فائل تو آپ کو ملے گی ہی۔ ساتھ میں کاغذ بھی مل سکتا ہے۔
BirthCertificateInput-postalAddress = ڈاک کا پتہ
BirthCertificateInput-zone = کس زون کے دفتر سے؟
BirthCertificateInput-identity = آپ کی پہچان کا ثبوت
    .hint = ووٹر کارڈ، پاسپورٹ، ڈرائیونگ لائسنس، پین کارڈ، یا آدھار کارڈ جس کے پہلے آٹھ ہندسے ڈھکے ہوں۔

BirthCertificateInput-rule-not-in-future = پیدائش کی تاریخ آگے کی ہے۔ مہربانی کر کے دیکھ لیں۔

ChildNameInput-relation = بچے سے آپ کا کیا رشتہ ہے؟
ChildNameInput-registrationNumber = رجسٹریشن نمبر
    .hint = یہ بغیر نام والے سرٹیفکیٹ پر لکھا ہوتا ہے۔ نہ ہو تو چھوڑ دیں: ہم تاریخ، ماں کے نام اور جگہ سے ڈھونڈیں گے۔
ChildNameInput-dateOfBirth = پیدائش کی تاریخ
    .hint = دن، مہینہ، سال۔
ChildNameInput-sex = لڑکی یا لڑکا؟
ChildNameInput-motherName = ماں کا نام
    .hint = جیسا رجسٹر میں لکھوایا گیا تھا۔ تبھی چھوڑیں جب رجسٹر میں نہ ہو۔
    .example = فریدہ
ChildNameInput-place = پیدائش کہاں ہوئی تھی؟
    .hint = ہسپتال کا نام، یا گھر پر پیدائش ہو تو محلہ۔
    .example = ڈاکٹر بابا صاحب امبیڈکر ہسپتال
ChildNameInput-match = ان میں سے کون سی پیدائش؟
    .hint = ناموں کے کچھ حرف چھپائے گئے ہیں۔
ChildNameInput-fatherName = باپ کا نام
    .hint = جیسا رجسٹر میں لکھوایا گیا تھا۔ رجسٹر میں نہ ہو تو چھوڑ دیں۔
    .example = عبد الرحمان
ChildNameInput-childName = بچے کا نام
    .hint = بالکل ویسا جیسا رجسٹر میں لکھا جائے۔ بعد میں یہ صرف درستی سے بدلتا ہے۔
    .example = زویا
ChildNameInput-certificate = بغیر نام کا سرٹیفکیٹ
    .hint = وہ پیدائش کا سرٹیفکیٹ جس پر نام نہیں ہے۔
ChildNameInput-motherIdentity = ماں کی پہچان کا ثبوت
    .hint = ووٹر کارڈ، پاسپورٹ، ڈرائیونگ لائسنس، پین کارڈ، یا آدھار کارڈ جس کے پہلے آٹھ ہندسے ڈھکے ہوں۔
ChildNameInput-fatherIdentity = باپ کی پہچان کا ثبوت
    .hint = ووٹر کارڈ، پاسپورٹ، ڈرائیونگ لائسنس، پین کارڈ، یا آدھار کارڈ جس کے پہلے آٹھ ہندسے ڈھکے ہوں۔
ChildNameInput-guardianshipOrder = سرپرست بنانے کا حکم
    .hint = عدالت کا وہ کاغذ جس نے آپ کو سرپرست بنایا۔
ChildNameInput-declaration = ماں باپ کا لکھا کاغذ
    .hint = ایک کاغذ: چنا ہوا نام اور دونوں کے دستخط۔

ChildNameInput-rule-not-in-future = پیدائش کی تاریخ آگے کی ہے۔ مہربانی کر کے دیکھ لیں۔
ChildNameInput-rule-without-name = اس پیدائش میں نام پہلے سے لکھا ہے۔ لکھا ہوا نام صرف زون کے دفتر میں بدلتا ہے۔
ChildNameInput-rule-within-15-years = نام رجسٹریشن کے 15 سال کے اندر جڑ سکتا ہے۔ یہ وقت گزر چکا ہے: مہربانی کر کے زون کے دفتر جائیں۔
ChildNameInput-rule-mother-identity = مہربانی کر کے ماں کی پہچان کا ثبوت بھی بھیجیں۔
ChildNameInput-rule-father-identity = مہربانی کر کے باپ کی پہچان کا ثبوت بھی بھیجیں۔

match-without-name = ابھی نام نہیں
match-born = پیدائش
match-mother = ماں
match-father = باپ
