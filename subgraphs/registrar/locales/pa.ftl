department-registrar = ਵਿਆਹ ਰਜਿਸਟ੍ਰੇਸ਼ਨ ਦਫ਼ਤਰ

registerMarriage = ਵਿਆਹ ਰਜਿਸਟਰ ਕਰਵਾਓ
    .description = ਦਿੱਲੀ ਵਿੱਚ ਹੋਏ ਵਿਆਹ ਲਈ। ਤੁਸੀਂ ਦੋਵੇਂ ਅਤੇ ਗਵਾਹ ਇੱਕ ਵਾਰ ਦਫ਼ਤਰ ਆਓਗੇ।
    .synonyms = ਵਿਆਹ, ਵਿਆਹ ਦੀ ਰਜਿਸਟ੍ਰੇਸ਼ਨ, ਵਿਆਹ ਰਜਿਸਟਰ, ਸ਼ਾਦੀ, ਸ਼ਾਦੀ ਰਜਿਸਟਰ, ਕੋਰਟ ਮੈਰਿਜ, ਮੈਰਿਜ ਰਜਿਸਟ੍ਰੇਸ਼ਨ, ਵਿਆਹ ਦਾ ਸਰਟੀਫਿਕੇਟ, ਮੈਰਿਜ ਸਰਟੀਫਿਕੇਟ, ਅਨੰਦ ਕਾਰਜ, viah, viah registration, viah register, viaah, vyah, anand karaj
applyForMarriageCopy = ਵਿਆਹ ਦੇ ਕਾਗਜ਼ ਦੀ ਨਕਲ
    .description = ਪਹਿਲਾਂ ਤੋਂ ਰਜਿਸਟਰ ਹੋਏ ਵਿਆਹ ਦੇ ਸਰਟੀਫਿਕੇਟ ਦੀ ਮੋਹਰ ਵਾਲੀ ਨਕਲ।
    .synonyms = ਵਿਆਹ ਦਾ ਸਰਟੀਫਿਕੇਟ, ਮੈਰਿਜ ਸਰਟੀਫਿਕੇਟ, ਵਿਆਹ ਸਰਟੀਫਿਕੇਟ ਦੀ ਕਾਪੀ, ਵਿਆਹ ਦੀ ਨਕਲ, ਸਰਟੀਫਿਕੇਟ ਗੁਆਚ ਗਿਆ, ਡੁਪਲੀਕੇਟ ਸਰਟੀਫਿਕੇਟ, viah certificate di copy, viah da certificate, viah di nakal

MarriageAct-HINDU_MARRIAGE_ACT = ਹਿੰਦੂ ਮੈਰਿਜ ਐਕਟ
MarriageAct-SPECIAL_MARRIAGE_ACT = ਸਪੈਸ਼ਲ ਮੈਰਿਜ ਐਕਟ

MarriageDistrict-CENTRAL = ਸੈਂਟਰਲ
MarriageDistrict-EAST = ਪੂਰਬ
MarriageDistrict-NEW_DELHI = ਨਵੀਂ ਦਿੱਲੀ
MarriageDistrict-NORTH = ਉੱਤਰ
MarriageDistrict-NORTH_EAST = ਉੱਤਰ ਪੂਰਬ
MarriageDistrict-NORTH_WEST = ਉੱਤਰ ਪੱਛਮ
MarriageDistrict-SHAHDARA = ਸ਼ਾਹਦਰਾ
MarriageDistrict-SOUTH = ਦੱਖਣ
MarriageDistrict-SOUTH_EAST = ਦੱਖਣ ਪੂਰਬ
MarriageDistrict-SOUTH_WEST = ਦੱਖਣ ਪੱਛਮ
MarriageDistrict-WEST = ਪੱਛਮ

Religion-HINDU = ਹਿੰਦੂ
Religion-SIKH = ਸਿੱਖ
Religion-BUDDHIST = ਬੋਧੀ
Religion-JAIN = ਜੈਨ
Religion-MUSLIM = ਮੁਸਲਿਮ
Religion-CHRISTIAN = ਈਸਾਈ
Religion-PARSI = ਪਾਰਸੀ
Religion-JEWISH = ਯਹੂਦੀ
Religion-OTHER = ਹੋਰ ਜਾਂ ਕੋਈ ਨਹੀਂ

MaritalStatus-UNMARRIED = ਨਹੀਂ, ਪਹਿਲਾ ਵਿਆਹ
MaritalStatus-DIVORCED = ਹਾਂ, ਤਲਾਕ ਹੋ ਗਿਆ
MaritalStatus-WIDOWED = ਹਾਂ, ਵਿਧਵਾ ਜਾਂ ਰੰਡਾ

OfTheTwo-BOTH = ਦੋਵੇਂ
OfTheTwo-GROOM = ਲਾੜਾ
OfTheTwo-BRIDE = ਲਾੜੀ
OfTheTwo-NEITHER = ਕੋਈ ਨਹੀਂ

NameChange-NOBODY = ਕੋਈ ਨਹੀਂ
NameChange-BRIDE = ਲਾੜੀ
NameChange-GROOM = ਲਾੜਾ
NameChange-BOTH = ਦੋਵੇਂ

WitnessRelation-FRIEND = ਦੋਸਤ ਜਾਂ ਗੁਆਂਢੀ
WitnessRelation-RELATIVE = ਦੂਰ ਦੇ ਰਿਸ਼ਤੇਦਾਰ
WitnessRelation-CLOSE_FAMILY = ਸਕੇ ਰਿਸ਼ਤੇਦਾਰ

SpouseInput-name = ਪੂਰਾ ਨਾਂ
    .hint = ਜਿਵੇਂ ਉਮਰ ਦੇ ਸਬੂਤ ਉੱਤੇ ਲਿਖਿਆ ਹੈ।
    .example = ਕਿਰਨ
SpouseInput-fatherName = ਪਿਤਾ ਦਾ ਨਾਂ
    .hint = ਪਤਾ ਨਾ ਹੋਵੇ ਤਾਂ ਛੱਡ ਦਿਓ।
    .example = ਮੋਹਨ ਲਾਲ
SpouseInput-motherName = ਮਾਂ ਦਾ ਨਾਂ
    .hint = ਪਤਾ ਨਾ ਹੋਵੇ ਤਾਂ ਛੱਡ ਦਿਓ।
    .example = ਸਾਵਿਤਰੀ ਦੇਵੀ
SpouseInput-dateOfBirth = ਜਨਮ ਦੀ ਤਾਰੀਖ਼
    .hint = ਦਿਨ, ਮਹੀਨਾ, ਸਾਲ।
SpouseInput-religion = ਧਰਮ
SpouseInput-statusBefore = ਕੀ ਪਹਿਲਾਂ ਵਿਆਹ ਹੋਇਆ ਸੀ?
SpouseInput-occupation = ਕੰਮ-ਕਾਰ
    .example = ਅਧਿਆਪਕ
SpouseInput-address = ਘਰ ਦਾ ਪਤਾ
SpouseInput-mobile = ਮੋਬਾਈਲ ਨੰਬਰ
SpouseInput-photograph = ਪਾਸਪੋਰਟ ਸਾਈਜ਼ ਫ਼ੋਟੋ
    .hint = ਚਿਹਰਾ ਸਾਹਮਣਿਓਂ, ਪਿਛਲੇ ਛੇ ਮਹੀਨਿਆਂ ਵਿੱਚ ਖਿੱਚੀ ਹੋਈ।
SpouseInput-proofOfAge = ਉਮਰ ਦਾ ਸਬੂਤ
    .hint = ਜਨਮ ਸਰਟੀਫਿਕੇਟ, ਦਸਵੀਂ ਦਾ ਸਰਟੀਫਿਕੇਟ ਜਾਂ ਪਾਸਪੋਰਟ।
SpouseInput-identity = ਪਛਾਣ ਦਾ ਸਬੂਤ
    .hint = ਵੋਟਰ ਕਾਰਡ, ਪਾਸਪੋਰਟ, ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ, ਪੈਨ ਕਾਰਡ, ਜਾਂ ਆਧਾਰ ਕਾਰਡ ਜਿਸ ਦੇ ਪਹਿਲੇ ਅੱਠ ਅੰਕ ਢਕੇ ਹੋਣ।
SpouseInput-proofOfAddress = ਪਤੇ ਦਾ ਸਬੂਤ
    .hint = ਵੋਟਰ ਕਾਰਡ, ਬਿਜਲੀ ਜਾਂ ਪਾਣੀ ਦਾ ਬਿੱਲ, ਜਾਂ ਕਿਰਾਏ ਦਾ ਕਾਗਜ਼।
SpouseInput-affidavit = ਦਸਤਖ਼ਤ ਵਾਲਾ ਹਲਫ਼ਨਾਮਾ
    .hint = ਇਸ ਵਿੱਚ ਸਹੁੰ ਖਾ ਕੇ ਲਿਖਿਆ ਹੋਵੇ: ਵਿਆਹ ਦੀ ਤਾਰੀਖ਼ ਅਤੇ ਥਾਂ, ਅਤੇ ਜਨਮ ਦੀ ਤਾਰੀਖ਼। ਇਹ ਵੀ ਕਿ ਪਹਿਲਾਂ ਵਿਆਹ ਹੋਇਆ ਸੀ ਜਾਂ ਨਹੀਂ।

WitnessInput-name = ਪੂਰਾ ਨਾਂ
    .example = ਫ਼ਰੀਦਾ
WitnessInput-fatherName = ਪਿਤਾ ਦਾ ਨਾਂ
    .hint = ਪਤਾ ਨਾ ਹੋਵੇ ਤਾਂ ਛੱਡ ਦਿਓ।
    .example = ਅਬਦੁਲ ਰਹਿਮਾਨ
WitnessInput-age = ਉਮਰ, ਸਾਲਾਂ ਵਿੱਚ
WitnessInput-relation = ਗਵਾਹ ਤੁਹਾਡੇ ਕੀ ਲੱਗਦੇ ਹਨ?
    .hint = ਸਕੇ ਰਿਸ਼ਤੇਦਾਰ: ਮਾਂ-ਪਿਓ, ਬੱਚੇ, ਭਰਾ ਅਤੇ ਭੈਣਾਂ।
WitnessInput-address = ਪਤਾ
WitnessInput-identity = ਪਛਾਣ ਦਾ ਸਬੂਤ
    .hint = ਇਸ ਉੱਤੇ ਪਤਾ ਵੀ ਹੋਵੇ। ਜਿਵੇਂ ਵੋਟਰ ਕਾਰਡ, ਪਾਸਪੋਰਟ, ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ, ਜਾਂ ਆਧਾਰ ਕਾਰਡ ਜਿਸ ਦੇ ਪਹਿਲੇ ਅੱਠ ਅੰਕ ਢਕੇ ਹੋਣ।

MarriageRegistrationInput-act = ਕਿਹੜੇ ਕਾਨੂੰਨ ਹੇਠ?
    .hint = ਹਿੰਦੂ ਮੈਰਿਜ ਐਕਟ: ਦੋਵੇਂ ਹਿੰਦੂ, ਸਿੱਖ, ਬੋਧੀ ਜਾਂ ਜੈਨ ਹੋਣ। ਸਪੈਸ਼ਲ ਮੈਰਿਜ ਐਕਟ: ਸਾਰਿਆਂ ਲਈ।
MarriageRegistrationInput-date = ਵਿਆਹ ਦੀ ਤਾਰੀਖ਼
    .hint = 60 ਦਿਨਾਂ ਤੋਂ ਬਾਅਦ ਦੇਰੀ ਦੀ ਫ਼ੀਸ ਵੀ ਲੱਗਦੀ ਹੈ।
MarriageRegistrationInput-place = ਵਿਆਹ ਦੀ ਥਾਂ
    .hint = ਹਾਲ, ਗੁਰਦੁਆਰਾ, ਮੰਦਰ, ਗਿਰਜਾਘਰ ਜਾਂ ਘਰ, ਅਤੇ ਮੁਹੱਲਾ।
    .example = ਆਰੀਆ ਸਮਾਜ ਮੰਦਰ, ਕਰੋਲ ਬਾਗ਼
MarriageRegistrationInput-district = ਵਿਆਹ ਕਿਹੜੇ ਜ਼ਿਲ੍ਹੇ ਵਿੱਚ ਹੋਇਆ?
MarriageRegistrationInput-citizenship = ਭਾਰਤ ਦਾ ਨਾਗਰਿਕ ਕੌਣ ਹੈ?
MarriageRegistrationInput-residence = ਇਸ ਜ਼ਿਲ੍ਹੇ ਵਿੱਚ 30 ਦਿਨਾਂ ਤੋਂ ਕੌਣ ਰਹਿ ਰਿਹਾ ਹੈ?
MarriageRegistrationInput-groom = ਲਾੜਾ
MarriageRegistrationInput-bride = ਲਾੜੀ
MarriageRegistrationInput-groomDivorceDecree = ਲਾੜੇ ਦੇ ਤਲਾਕ ਦਾ ਹੁਕਮ
    .hint = ਅਦਾਲਤ ਦਾ ਹੁਕਮ।
MarriageRegistrationInput-groomDeathCertificate = ਲਾੜੇ ਦੀ ਪਹਿਲੀ ਪਤਨੀ ਦਾ ਮੌਤ ਦਾ ਸਰਟੀਫਿਕੇਟ
MarriageRegistrationInput-brideDivorceDecree = ਲਾੜੀ ਦੇ ਤਲਾਕ ਦਾ ਹੁਕਮ
    .hint = ਅਦਾਲਤ ਦਾ ਹੁਕਮ।
MarriageRegistrationInput-brideDeathCertificate = ਲਾੜੀ ਦੇ ਪਹਿਲੇ ਪਤੀ ਦਾ ਮੌਤ ਦਾ ਸਰਟੀਫਿਕੇਟ
MarriageRegistrationInput-nameChange = ਵਿਆਹ ਤੋਂ ਬਾਅਦ ਨਵਾਂ ਨਾਂ ਕੌਣ ਲਵੇਗਾ?
MarriageRegistrationInput-groomNewName = ਲਾੜੇ ਦਾ ਨਵਾਂ ਨਾਂ
    .example = ਕਿਰਨ ਕੁਮਾਰ
MarriageRegistrationInput-brideNewName = ਲਾੜੀ ਦਾ ਨਵਾਂ ਨਾਂ
    .example = ਕਿਰਨ ਸ਼ਰਮਾ
MarriageRegistrationInput-witnesses = ਗਵਾਹ
    .hint = ਬਾਲਗ ਲੋਕ ਜੋ ਤੁਹਾਡੇ ਨਾਲ ਦਫ਼ਤਰ ਆਉਣਗੇ: ਦੋ, ਜਾਂ ਸਪੈਸ਼ਲ ਮੈਰਿਜ ਐਕਟ ਵਿੱਚ ਤਿੰਨ। ਘੱਟੋ-ਘੱਟ ਇੱਕ ਸਕਾ ਰਿਸ਼ਤੇਦਾਰ ਨਾ ਹੋਵੇ।
MarriageRegistrationInput-jointPhotograph = ਤੁਹਾਡੀ ਦੋਹਾਂ ਦੀ ਫ਼ੋਟੋ
    .hint = ਇੱਕੋ ਫ਼ੋਟੋ ਵਿੱਚ ਦੋਵੇਂ ਇਕੱਠੇ।
MarriageRegistrationInput-ceremonyProof = ਵਿਆਹ ਹੋਣ ਦਾ ਸਬੂਤ
    .hint = ਵਿਆਹ ਦਾ ਕਾਰਡ, ਜਾਂ ਪੰਡਤ, ਗ੍ਰੰਥੀ, ਕਾਜ਼ੀ ਜਾਂ ਪਾਦਰੀ ਦਾ ਸਰਟੀਫਿਕੇਟ।
MarriageRegistrationInput-office = ਕਿਹੜੇ ਦਫ਼ਤਰ ਵਿੱਚ?
    .hint = ਜਿੱਥੇ ਤੁਸੀਂ ਦੋਵੇਂ ਅਤੇ ਗਵਾਹ ਇੱਕ ਵਾਰ ਆਓਗੇ।

MarriageRegistrationInput-rule-not-in-future = ਵਿਆਹ ਦੀ ਤਾਰੀਖ਼ ਅੱਗੇ ਦੀ ਹੈ। ਵਿਆਹ ਹੋਣ ਤੋਂ ਬਾਅਦ ਰਜਿਸਟਰ ਹੁੰਦਾ ਹੈ।
MarriageRegistrationInput-rule-not-before-birth = ਵਿਆਹ ਲਾੜੇ ਜਾਂ ਲਾੜੀ ਦੇ ਜਨਮ ਤੋਂ ਪਹਿਲਾਂ ਨਹੀਂ ਹੋ ਸਕਦਾ।
MarriageRegistrationInput-rule-groom-age = ਵਿਆਹ ਦੇ ਦਿਨ ਲਾੜੇ ਦੀ ਉਮਰ 21 ਸਾਲ ਜਾਂ ਵੱਧ ਹੋਣੀ ਚਾਹੀਦੀ ਹੈ।
MarriageRegistrationInput-rule-bride-age = ਵਿਆਹ ਦੇ ਦਿਨ ਲਾੜੀ ਦੀ ਉਮਰ 18 ਸਾਲ ਜਾਂ ਵੱਧ ਹੋਣੀ ਚਾਹੀਦੀ ਹੈ।
MarriageRegistrationInput-rule-groom-religion = ਹਿੰਦੂ ਮੈਰਿਜ ਐਕਟ ਵਿੱਚ ਲਾੜਾ ਹਿੰਦੂ, ਸਿੱਖ, ਬੋਧੀ ਜਾਂ ਜੈਨ ਹੋਣਾ ਚਾਹੀਦਾ ਹੈ। ਸਪੈਸ਼ਲ ਮੈਰਿਜ ਐਕਟ ਸਾਰਿਆਂ ਲਈ ਹੈ।
MarriageRegistrationInput-rule-bride-religion = ਹਿੰਦੂ ਮੈਰਿਜ ਐਕਟ ਵਿੱਚ ਲਾੜੀ ਹਿੰਦੂ, ਸਿੱਖ, ਬੋਧੀ ਜਾਂ ਜੈਨ ਹੋਣੀ ਚਾਹੀਦੀ ਹੈ। ਸਪੈਸ਼ਲ ਮੈਰਿਜ ਐਕਟ ਸਾਰਿਆਂ ਲਈ ਹੈ।
MarriageRegistrationInput-rule-citizenship = ਦੋਹਾਂ ਵਿੱਚੋਂ ਘੱਟੋ-ਘੱਟ ਇੱਕ ਭਾਰਤ ਦਾ ਨਾਗਰਿਕ ਹੋਣਾ ਚਾਹੀਦਾ ਹੈ।
MarriageRegistrationInput-rule-residence = ਦੋਹਾਂ ਵਿੱਚੋਂ ਘੱਟੋ-ਘੱਟ ਇੱਕ ਨੂੰ ਇਸ ਜ਼ਿਲ੍ਹੇ ਵਿੱਚ ਰਹਿੰਦਿਆਂ 30 ਦਿਨ ਹੋ ਗਏ ਹੋਣ।
MarriageRegistrationInput-rule-independent-witness = ਘੱਟੋ-ਘੱਟ ਇੱਕ ਗਵਾਹ ਅਜਿਹਾ ਹੋਵੇ ਜੋ ਸਕਾ ਰਿਸ਼ਤੇਦਾਰ ਨਾ ਹੋਵੇ।

MarriageCopyInput-registrationNumber = ਰਜਿਸਟ੍ਰੇਸ਼ਨ ਨੰਬਰ
    .hint = ਇਹ ਸਰਟੀਫਿਕੇਟ ਵਿੱਚ ਸਭ ਤੋਂ ਉੱਪਰ ਲਿਖਿਆ ਹੁੰਦਾ ਹੈ।
MarriageCopyInput-year = ਰਜਿਸਟ੍ਰੇਸ਼ਨ ਦਾ ਸਾਲ
MarriageCopyInput-district = ਦਫ਼ਤਰ ਕਿਹੜੇ ਜ਼ਿਲ੍ਹੇ ਦਾ ਹੈ?
MarriageCopyInput-groomName = ਲਾੜੇ ਦਾ ਨਾਂ
    .hint = ਜਿਵੇਂ ਰਜਿਸਟਰ ਵਿੱਚ ਲਿਖਿਆ ਹੈ।
MarriageCopyInput-brideName = ਲਾੜੀ ਦਾ ਨਾਂ
    .hint = ਜਿਵੇਂ ਰਜਿਸਟਰ ਵਿੱਚ ਲਿਖਿਆ ਹੈ।
MarriageCopyInput-identity = ਤੁਹਾਡੀ ਪਛਾਣ ਦਾ ਸਬੂਤ
    .hint = ਵੋਟਰ ਕਾਰਡ, ਪਾਸਪੋਰਟ, ਡਰਾਈਵਿੰਗ ਲਾਇਸੈਂਸ, ਪੈਨ ਕਾਰਡ, ਜਾਂ ਆਧਾਰ ਕਾਰਡ ਜਿਸ ਦੇ ਪਹਿਲੇ ਅੱਠ ਅੰਕ ਢਕੇ ਹੋਣ।

MarriageCopyInput-rule-in-register = ਇਸ ਨੰਬਰ, ਸਾਲ, ਜ਼ਿਲ੍ਹੇ ਅਤੇ ਨਾਵਾਂ ਵਾਲਾ ਵਿਆਹ ਨਹੀਂ ਲੱਭਾ। ਕਿਰਪਾ ਕਰਕੇ ਆਪਣੇ ਕਾਗਜ਼ਾਂ ਨਾਲ ਮਿਲਾ ਲਓ।
