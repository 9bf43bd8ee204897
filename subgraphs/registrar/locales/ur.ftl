department-registrar = شادی رجسٹریشن دفتر

registerMarriage = شادی رجسٹر کرائیں
    .description = دہلی میں ہوئی شادی کے لیے۔ آپ دونوں اور گواہ ایک بار دفتر آئیں گے۔
    .synonyms = شادی، شادی رجسٹر، شادی کا رجسٹریشن، شادی رجسٹریشن، بیاہ، ویاہ، ویاہ رجسٹر، بیاہ رجسٹر، نکاح، نکاح رجسٹریشن، نکاح نامہ، کورٹ میرج، میرج رجسٹریشن، شادی کا سرٹیفکیٹ، میرج سرٹیفکیٹ، nikah، nikah registration، nikahnama، byah، biyah
applyForMarriageCopy = شادی کے کاغذ کی نقل
    .description = پہلے سے درج شادی کے سرٹیفکیٹ کی مہر والی نقل۔
    .synonyms = شادی کا سرٹیفکیٹ، میرج سرٹیفکیٹ، شادی کے سرٹیفکیٹ کی کاپی، شادی کی نقل، سرٹیفکیٹ کھو گیا، ڈپلیکیٹ سرٹیفکیٹ، shaadi ke certificate ki copy، shaadi ki nakal

MarriageAct-HINDU_MARRIAGE_ACT = ہندو میرج ایکٹ
MarriageAct-SPECIAL_MARRIAGE_ACT = اسپیشل میرج ایکٹ

MarriageDistrict-CENTRAL = سینٹرل
MarriageDistrict-EAST = مشرق
MarriageDistrict-NEW_DELHI = نئی دہلی
MarriageDistrict-NORTH = شمال
MarriageDistrict-NORTH_EAST = شمال مشرق
MarriageDistrict-NORTH_WEST = شمال مغرب
MarriageDistrict-SHAHDARA = شاہدرہ
MarriageDistrict-SOUTH = جنوب
MarriageDistrict-SOUTH_EAST = جنوب مشرق
MarriageDistrict-SOUTH_WEST = جنوب مغرب
MarriageDistrict-WEST = مغرب

Religion-HINDU = ہندو
Religion-SIKH = سکھ
Religion-BUDDHIST = بودھ
Religion-JAIN = جین
Religion-MUSLIM = مسلمان
Religion-CHRISTIAN = عیسائی
Religion-PARSI = پارسی
Religion-JEWISH = یہودی
Religion-OTHER = کوئی اور یا کوئی نہیں

MaritalStatus-UNMARRIED = نہیں، پہلی شادی
MaritalStatus-DIVORCED = ہاں، طلاق ہو چکی
MaritalStatus-WIDOWED = ہاں، بیوہ یا رنڈوا

OfTheTwo-BOTH = دونوں
OfTheTwo-GROOM = دولہا
OfTheTwo-BRIDE = دلہن
OfTheTwo-NEITHER = کوئی نہیں

NameChange-NOBODY = کوئی نہیں
NameChange-BRIDE = دلہن
NameChange-GROOM = دولہا
NameChange-BOTH = دونوں

WitnessRelation-FRIEND = دوست یا پڑوسی
WitnessRelation-RELATIVE = دور کے رشتے دار
WitnessRelation-CLOSE_FAMILY = سگے رشتے دار

SpouseInput-name = پورا نام
    .hint = جیسا عمر کے ثبوت پر لکھا ہے۔
    .example = کرن
SpouseInput-fatherName = باپ کا نام
    .hint = معلوم نہ ہو تو چھوڑ دیں۔
    .example = موہن لال
SpouseInput-motherName = ماں کا نام
    .hint = معلوم نہ ہو تو چھوڑ دیں۔
    .example = ساوتری دیوی
SpouseInput-dateOfBirth = پیدائش کی تاریخ
    .hint = دن، مہینہ، سال۔
SpouseInput-religion = مذہب
SpouseInput-statusBefore = کیا پہلے شادی ہوئی تھی؟
SpouseInput-occupation = کام یا پیشہ
    .example = استاد
SpouseInput-address = گھر کا پتہ
SpouseInput-mobile = موبائل نمبر
SpouseInput-photograph = پاسپورٹ سائز فوٹو
    .hint = چہرہ سامنے سے، پچھلے چھ مہینے میں کھینچی ہوئی۔
SpouseInput-proofOfAge = عمر کا ثبوت
    .hint = پیدائش کا سرٹیفکیٹ، دسویں کا سرٹیفکیٹ یا پاسپورٹ۔
SpouseInput-identity = پہچان کا ثبوت
    .hint = ووٹر کارڈ، پاسپورٹ، ڈرائیونگ لائسنس، پین کارڈ، یا آدھار کارڈ جس کے پہلے آٹھ ہندسے ڈھکے ہوں۔
SpouseInput-proofOfAddress = پتے کا ثبوت
    .hint = ووٹر کارڈ، بجلی یا پانی کا بل، یا کرایہ نامہ۔
SpouseInput-affidavit = دستخط والا حلف نامہ
    .hint = اس میں حلف سے لکھا ہو: شادی کی تاریخ اور جگہ، اور پیدائش کی تاریخ۔ یہ بھی کہ پہلے شادی ہوئی تھی یا نہیں۔

WitnessInput-name = پورا نام
    .example = فریدہ
WitnessInput-fatherName = باپ کا نام
    .hint = معلوم نہ ہو تو چھوڑ دیں۔
    .example = عبد الرحمان
WitnessInput-age = عمر، سال میں
WitnessInput-relation = گواہ آپ کے کیا لگتے ہیں؟
    .hint = سگے رشتے دار: ماں باپ، بچے، بھائی اور بہن۔
WitnessInput-address = پتہ
WitnessInput-identity = پہچان کا ثبوت
    .hint = اس پر پتہ بھی ہو۔ جیسے ووٹر کارڈ، پاسپورٹ، ڈرائیونگ لائسنس، یا آدھار کارڈ جس کے پہلے آٹھ ہندسے ڈھکے ہوں۔

MarriageRegistrationInput-act = کس قانون کے تحت؟
    .hint = ہندو میرج ایکٹ: دونوں ہندو، سکھ، بودھ یا جین ہوں۔ اسپیشل میرج ایکٹ: سب کے لیے۔
MarriageRegistrationInput-date = شادی کی تاریخ
    .hint = ساٹھ دن کے بعد دیر کی فیس بھی لگتی ہے۔
MarriageRegistrationInput-place = شادی کی جگہ
    .hint = ہال، مسجد، مندر، گرجا یا گھر، اور محلہ۔
    .example = آریہ سماج مندر، قرول باغ
MarriageRegistrationInput-district = شادی کس ضلع میں ہوئی؟
MarriageRegistrationInput-citizenship = بھارت کا شہری کون ہے؟
MarriageRegistrationInput-residence = اس ضلع میں 30 دن سے کون رہ رہا ہے؟
MarriageRegistrationInput-groom = دولہا
MarriageRegistrationInput-bride = دلہن
MarriageRegistrationInput-groomDivorceDecree = دولہا کے طلاق کا حکم
    .hint = عدالت کا حکم۔
MarriageRegistrationInput-groomDeathCertificate = دولہا کی پہلی بیوی کی موت کا سرٹیفکیٹ
MarriageRegistrationInput-brideDivorceDecree = دلہن کے طلاق کا حکم
    .hint = عدالت کا حکم۔
MarriageRegistrationInput-brideDeathCertificate = دلہن کے پہلے شوہر کی موت کا سرٹیفکیٹ
MarriageRegistrationInput-nameChange = شادی کے بعد نیا نام کون لے گا؟
MarriageRegistrationInput-groomNewName = دولہا کا نیا نام
    .example = کرن کمار
MarriageRegistrationInput-brideNewName = دلہن کا نیا نام
    .example = کرن شرما
MarriageRegistrationInput-witnesses = گواہ
    .hint = بالغ لوگ جو آپ کے ساتھ دفتر آئیں گے: دو، یا اسپیشل میرج ایکٹ میں تین۔ کم سے کم ایک سگا رشتے دار نہ ہو۔
MarriageRegistrationInput-jointPhotograph = آپ دونوں کی فوٹو
    .hint = ایک ہی فوٹو میں دونوں ساتھ۔
MarriageRegistrationInput-ceremonyProof = شادی ہونے کا ثبوت
    .hint = شادی کا کارڈ، یا قاضی، پنڈت یا پادری کا سرٹیفکیٹ۔
MarriageRegistrationInput-office = کس دفتر میں؟
    .hint = جہاں آپ دونوں اور گواہ ایک بار آئیں گے۔

MarriageRegistrationInput-rule-not-in-future = شادی کی تاریخ آگے کی ہے۔ شادی ہو جانے کے بعد رجسٹر ہوتی ہے۔
MarriageRegistrationInput-rule-not-before-birth = شادی دولہا یا دلہن کی پیدائش سے پہلے نہیں ہو سکتی۔
MarriageRegistrationInput-rule-groom-age = شادی کے دن دولہا کی عمر 21 سال یا اس سے زیادہ ہونی چاہیے۔
MarriageRegistrationInput-rule-bride-age = شادی کے دن دلہن کی عمر 18 سال یا اس سے زیادہ ہونی چاہیے۔
MarriageRegistrationInput-rule-groom-religion = ہندو میرج ایکٹ میں دولہا ہندو، سکھ، بودھ یا جین ہونا چاہیے۔ اسپیشل میرج ایکٹ سب کے لیے ہے۔
MarriageRegistrationInput-rule-bride-religion = ہندو میرج ایکٹ میں دلہن ہندو، سکھ، بودھ یا جین ہونی چاہیے۔ اسپیشل میرج ایکٹ سب کے لیے ہے۔
MarriageRegistrationInput-rule-citizenship = دونوں میں سے کم سے کم ایک بھارت کا شہری ہونا چاہیے۔
MarriageRegistrationInput-rule-residence = دونوں میں سے کم سے کم ایک کو اس ضلع میں رہتے ہوئے 30 دن ہو چکے ہوں۔
MarriageRegistrationInput-rule-independent-witness = کم سے کم ایک گواہ ایسا ہو جو سگا رشتے دار نہ ہو۔

MarriageCopyInput-registrationNumber = رجسٹریشن نمبر
    .hint = یہ سرٹیفکیٹ میں سب سے اوپر لکھا ہوتا ہے۔
MarriageCopyInput-year = رجسٹریشن کا سال
MarriageCopyInput-district = دفتر کس ضلع کا ہے؟
MarriageCopyInput-groomName = دولہا کا نام
    .hint = جیسا رجسٹر میں لکھا ہے۔
MarriageCopyInput-brideName = دلہن کا نام
    .hint = جیسا رجسٹر میں لکھا ہے۔
MarriageCopyInput-identity = آپ کی پہچان کا ثبوت
    .hint = ووٹر کارڈ، پاسپورٹ، ڈرائیونگ لائسنس، پین کارڈ، یا آدھار کارڈ جس کے پہلے آٹھ ہندسے ڈھکے ہوں۔

MarriageCopyInput-rule-in-register = اس نمبر، سال، ضلع اور ناموں والی شادی نہیں ملی۔ مہربانی کر کے اپنے کاغذوں سے ملا لیں۔
