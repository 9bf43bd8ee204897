language-name = हिन्दी
choose-language = आप कौन सी भाषा चाहते हैं?

command-menu = मेनू, मेन्यू, नमस्ते, नमस्कार, हेलो, हैलो, शुरू, namaste, namaskar, shuru, नमस्ते जी, राम राम, namaste ji, namaskar ji, ram ram
command-help = मदद, सहायता, madad, sahayata, क्या, समझ नहीं आया, समझ नहीं आ रहा, नहीं समझा, नहीं समझी, समझा नहीं, kya, nahi samjha, nahi samjhi, nahin samjha, samjha nahi, samajh nahi aaya, samajh nahi aa raha, samajh me nahi aaya, samajh mein nahi aaya
command-back = पीछे, वापस, peeche, wapas, vapas
command-cancel = रद्द, रद्द करें, बंद करो, radd
command-language = भाषा, भाषा बदलें
command-status = स्थिति, मेरे आवेदन, मेरा आवेदन कहाँ है, मेरा आवेदन, sthiti, mera avedan, आवेदन की स्थिति, मेरे आवेदन की स्थिति, मेरा प्रमाणपत्र कहाँ है, मेरा सर्टिफिकेट कहाँ है, mera certificate kahan hai, mera avedan kahan hai
command-stop = रोकें, रोको, बस करो
command-more = और, और दिखाएँ
command-skip = छोड़ें, छोड़ो, chhodo
command-yes = हाँ, हां, जी, जी हाँ, ठीक है, theek hai, thik hai, theek h, thik h, ji, ji haan, haan ji, ji ha, bilkul, बिल्कुल, हाँ जी, हां जी, जी हां, हाँ जी बिल्कुल, हां जी बिल्कुल, जी बिल्कुल, हाँ बिल्कुल, हाँ हाँ, haan ji bilkul, ji bilkul, haan bilkul, haan haan
command-no = नहीं, नही, जी नहीं
command-send = भेजें, भेजो, भेज दो, bhejo, bhej do, bhejdo, bhej dijiye, send karo, send kar do, submit karo, submit kar do, haan bhejo, हाँ भेजो, हाँ भेज दो, सबमिट करो, sab sahi hai bhejo, sab sahi hai bhej do, sab theek hai bhejo, sab theek hai bhej do, sab correct hai bhejo, sab correct hai bhej do, koi galti nahi hai bhej do, koi galti nahi hai bhejo, सब सही है भेजो, सब सही है भेज दो, सब ठीक है भेजो, सब ठीक है भेज दो, कोई गलती नहीं है भेज दो
command-correct = सुधारें, बदलें
command-withdraw = वापस लें
command-add = जोड़ें, एक और
command-go-on = आगे, आगे बढ़ें
command-later = बाद में, बाद में करूँगा, बाद में करूंगी, अभी नहीं, baad mein, baad me, bad me, abhi nahi, abhi nahin
command-anew = फिर से शुरू, शुरू से, दोबारा शुरू, नए सिरे से, phir se shuru, shuru se, dobara shuru
command-person = इंसान, इंसान से बात, किसी से बात, किसी से बात करनी है, आदमी से बात, हेल्पलाइन, फ़ोन करो, insaan, insaan se baat, kisi se baat karni hai, baat karni hai
command-erase = मेरा डेटा मिटाओ, मेरा डेटा मिटाएँ, सब मिटाओ, सब मिटा दो, मेरी जानकारी मिटाओ, mera data mitao, sab mita do
command-choose-en = अंग्रेज़ी, अंग्रेजी, अंग्रेज़ी में, अंग्रेजी में
command-choose-hi = हिन्दी, हिंदी, हिन्दी में, हिंदी में, हिंदी में बात करो, हिन्दी में बात करो
command-choose-pa = पंजाबी, पंजाबी में
command-choose-ur = उर्दू, उर्दू में

answers-too = सलाम, salam, salaam

polite-words = कृपया, प्लीज़, प्लीज, kripya, kripaya, द्वार

remark-thanks = धन्यवाद, शुक्रिया, बहुत धन्यवाद, बहुत बहुत धन्यवाद, बहुत शुक्रिया, आपका धन्यवाद, थैंक यू, थैंक्यू, थैंक्स, dhanyavad, dhanyavaad, dhanyawad, dhanyawaad, bahut dhanyavad, shukriya, bahut shukriya, sukriya, ok dhanyavad, alvida
remark-heard = हम्म, हूँ, अच्छा, ओके, ठीक, सही, समझ गया, समझ गई, अच्छा जी, accha, acha, achha, achchha, accha ji, theek, thik, sahi, samajh gaya, samajh gayi
remark-none = नहीं, नही, ना, नहीं है, नही है, पता नहीं, पता नही, नहीं पता, मुझे पता नहीं, मुझे नहीं पता, मालूम नहीं, नहीं मालूम, याद नहीं, याद नहीं है, मेरे पास नहीं है, मेरे पास नहीं, नहीं मिला, खो गया, खो गया है, कोई नहीं, कुछ नहीं, nahi, nahin, nhi, nahi hai, nahin hai, nhi hai, pata nahi, pata nahin, pta nahi, pta nhi, pata nhi, nahi pata, nahin pata, mujhe nahi pata, mujhe pata nahi, malum nahi, maloom nahi, maloom nahin, yaad nahi, yaad nahin, yaad nahi hai, mere paas nahi hai, mere pas nahi hai, kho gaya, kho gaya hai, koi nahi, kuch nahi, बस, हाँ बस, हां बस, बस इतना, बस इतना ही, बस इतने ही, इतना ही, इतने ही, और नहीं, और कोई नहीं, bas, haan bas, ha bas, bas itna, bas itna hi, bas itne hi, itna hi, itne hi, aur nahi, aur nahin, aur koi nahi
remark-same = वही, वही पता, वही है, ऊपर वाला, ऊपर वाला ही, यही, सेम, wahi, wahi hai, wohi, vahi, upar wala, upar wala hi, wahi pata, yahi, same pata, same hi hai

naming-before = मेरा नाम, उसका नाम, इसका नाम, उनका नाम, इनका नाम, बच्चे का नाम, बेटे का नाम, बेटी का नाम, mera naam, mera nam, uska naam, iska naam, unka naam, bachche ka naam, bete ka naam, beti ka naam
naming-behind = है, हैं

wish-status = कहाँ है, कहां है, कहाँ पहुँचा, कहां पहुंचा, कब मिलेगा, कब मिलेगी, कब आएगा, कब आएगी, कब तक मिलेगा, कब तक आएगा, कब तक आएगी, कब बनेगा, नहीं मिला, नहीं आया, अभी तक नहीं, फिर से भेजो, फिर से भेजें, दोबारा भेजो, दोबारा भेजें, दुबारा भेजो, स्थिति, स्टेटस, kahan hai, kaha hai, kahan pahuncha, kab milega, kab milegi, kab aayega, kab aayegi, kab tak milega, kab tak aayega, kab tak aayegi, nahi mila, nahi aaya, abhi tak nahi, phir se bhejo, fir se bhejo, dobara bhejo, dubara bhejo
wish-person = इंसान से, आदमी से बात, किसी से बात, बात करनी है, बात कराओ, बात कराइए, फ़ोन नंबर, हेल्पलाइन, insaan se, insan se, aadmi se baat, kisi se baat, baat karni hai, baat karao, baat karwao, phone number do
wish-erase = डेटा मिटा, डेटा मिटाओ, डेटा हटाओ, डेटा हटा, डाटा मिटा, डाटा मिटाओ, जानकारी मिटा, जानकारी मिटाओ, जानकारी हटाओ, जानकारी हटा, सब कुछ मिटा, सब कुछ मिटाओ, data mita, data mitao, data hatao, data hata, jankari mita, jankari mitao, data delete, sab delete, delete kar do, delete karo, data hata do, data mita do, mera data hatao, डेटा डिलीट, डाटा डिलीट, डाटा हटा, डाटा हटाओ
wish-language = भाषा बदल, भाषा बदलो, भाषा बदलनी, दूसरी भाषा, bhasha badal, bhasha badlo, bhasha badalni, dusri bhasha
wish-correct = गलत, ग़लत, गलती, ग़लती, galat, galti, galat hai, badalna hai, बदलना है, सुधारना है, गलती हो गई, गलती हो गयी, ग़लती हो गई, गलती हुई, गलती की, गलत हो गया, गलत हो गई, ग़लत हो गया, गलत लिख दिया, गलत लिखा, गलत भर दिया, गलत है, ग़लत है, गलती है, गलत दिया, बदलना, बदलनी, बदलनी है, बदलने, बदलो, बदल दो, बदल दें, बदल दीजिए, बदलना चाहता हूँ, बदलना चाहती हूँ, ठीक करना है, ठीक करनी है, ठीक करो, ठीक कर दो, सुधारना, सुधारो, सुधार दो, सुधार करना है, हटाओ, हटा दो, हटाना है, मिटाना है, galti ho gayi, galti ho gai, galti ho gyi, galti hui, galti se, galat ho gaya, galat ho gya, galat likh diya, galat likha, galat bhar diya, galat diya, badalna, badalni, badalni hai, badlo, badal do, badal dijiye, badalna chahta hu, badalna chahta hun, badalna chahti hu, theek karna hai, thik karna hai, theek karo, thik karo, sudharna, sudharna hai, sudharo, sudhar do, hatao, hata do, change karna, change karna hai, change karo, change kar do, correct karna, correct karna hai, correct karo, edit karna hai
wish-cancel = रद्द, कैंसल, कैंसिल, radd, रद्द करना है, रद्द करना, रद्द करो, रद्द कर दो, रद्द कर दें, रद्द कर दीजिए, रद्द कीजिए, इसे रद्द, कैंसल करो, कैंसिल करो, कैंसल कर दो, कैंसिल कर दो, कैंसल करना है, कैंसिल करना है, आवेदन रद्द, यह नहीं करना, अब नहीं करना, radd karo, radd kar do, radd karna hai, radd karna, nahi karna hai ab, ab nahi karna
plea-denied = galti nahi, galti nahin, galti nhi, galat nahi, galat nahin, galat nhi, गलती नहीं, ग़लती नहीं, गलत नहीं, ग़लत नहीं, गलती नही, गलत नही, badalna nahi, nahi badalna, change nahi, change mat, mat change, mat badlo, badalna nahin, बदलना नहीं, नहीं बदलना, मत बदलो, बदलें नहीं, cancel mat, cancel nahi, mat cancel, radd mat, radd nahi, रद्द मत, रद्द नहीं, कैंसल मत, कैंसिल मत, कैंसल नहीं, कैंसिल नहीं

says-right = सही, sahi

says-wrong = गलत, ग़लत, गलती, ग़लती, galat, galti

question-words = kya, kyaa, kaun, kaunsa, kaunsi, kaun sa, kis, kise, kiska, kyon, kyu, kyun, kaise, kitna, kitne, kitni, kahan, kaha, kab, क्या, कौन, कौनसा, कौनसी, किस, किसे, किसका, क्यों, कैसे, कितना, कितने, कितनी, कहाँ, कहां, कब

search-fillers = मैं, मुझे, मेरा, मेरी, मेरे, हमें, हमारा, हमारी, अपना, अपनी, अपने, का, की, के, को, से, में, पर, है, हैं, हूँ, था, और, चाहिए, चाहता, चाहती, बनवाना, बनाना, बनवानी, करना, करवाना, करानी, कराना, लेना, दो, कृपया, एक, नया, नई, mai, main, mujhe, mera, meri, mere, hamara, apna, apni, ka, ki, ke, ko, se, mein, hai, hain, hu, hoon, aur, chahiye, chahie, chaiye, chahta, chahti, banwana, banvana, banana, banwani, karna, karwana, karana, lena, kripya, naya, nayi, wala, ji, जी, hun, ham, hum, हो, गया, गई, गयी, दिया, यह, ये, ho, gaya, gayi, diya, yeh, ye, bhi
search-generic = प्रमाण, प्रमाणपत्र, पत्र, सर्टिफिकेट, सर्टिफ़िकेट, कार्ड, फॉर्म, फ़ॉर्म, पंजीकरण, रजिस्ट्रेशन, रजिस्टर, आवेदन, काग़ज़, कागज, दस्तावेज़, सबूत, तारीख, सरकारी, नंबर, praman, pramaan, parman, patra, patr, pramanpatra, panjikaran, kagaz, kagaj, sarkari

menu-text = नमस्ते! मैं द्वार हूँ, सरकारी काम में आपका साथी। नीचे दबाएँ, या लिखें कि क्या चाहिए।
choose = चुनें
menu = मेनू
more = और
my-applications = मेरे आवेदन
language = भाषा
did-you-mean = क्या इनमें से कोई है?
not-here = यह काम यहाँ नहीं होता। यहाँ ये काम होते हैं:
service-gone = यह सेवा अभी बंद है।
service-gone-kept = यह सेवा अभी बंद है। आपके जवाब रखे हैं, यह फिर खुले तो आगे बढ़ सकते हैं।
help-text =
    सवाल का जवाब लिखें या बटन दबाएँ। आप यह भी भेज सकते हैं:
    • पीछे: पिछला सवाल
    • मेनू: सारी सेवाएँ
    • स्थिति: आपके आवेदन कहाँ तक पहुँचे
    • भाषा: दूसरी भाषा
    • बाद में: जवाब रख लें, फिर कभी आगे बढ़ें
    • फिर से शुरू: सब जवाब नए सिरे से
    • रद्द: बंद करें और जवाब मिटा दें
    • इंसान: किसी से बात करें
    • मेरा डेटा मिटाओ: आपके बारे में रखा सब कुछ मिटा दें

consent = इस काम के लिए { $department } को आपके जवाब चाहिए, और हम उन्हें इसी के लिए रखते हैं। बंद करके सब मिटाने के लिए "रद्द" भेजें, हमारे संदेश रोकने के लिए "रोको"।
begun-before = आपने इसे पहले शुरू किया था। अब तक के जवाब: { $count }।
go-on = आगे बढ़ें
go-on-without = इसके बिना आगे
start-again = फिर से शुरू
add = जोड़ें
add-another = एक और जोड़ें
which-one = इनमें से क्या देंगे?
another-one = इनमें से दूसरा
so-many = { $name }: अब तक { $count }। { any-more }
any-more = क्या एक और जोड़ना है?
none-yet = { $name }: क्या कुछ जोड़ना है?
example = जैसे: { $example }
yes = हाँ
no = नहीं
skip = छोड़ें
choose-one = कृपया नीचे से कोई एक चुनें।
welcome = आपका स्वागत है।
write-answer = कृपया अपना जवाब लिखें।
not-skipped = यह ज़रूरी है, इसे छोड़ा नहीं जा सकता।
language-guessed = यह बातचीत हिन्दी में है। दूसरी भाषा के लिए "भाषा" भेजें।
write-in-full = कृपया यहाँ भी पूरा लिखें।
two-days = इसका मतलब { $first } या { $second } हो सकता है। कृपया दिन, महीना और साल लिखें।
two-centuries = इसका मतलब { $first } या { $second } हो सकता है। कृपया साल चार अंकों में लिखें।
not-at-hand = अभी पास में न हो तो अपने कागज़ देखें या घर पर पूछें। "बाद में" भेजें, आपके जवाब रखे रहेंगे।
not-offered = यह जवाब अब नहीं है।
option-gone = जो आपने चुना था वह अब खाली नहीं है। कृपया फिर से चुनें।
none-of-these = इनमें से कोई नहीं
nothing-to-correct = अभी तक कोई जवाब नहीं दिया गया है, इसलिए बदलने को कुछ नहीं है।
none-found = आपके जवाबों से कुछ नहीं मिला।
none-found-correct = आपके जवाबों से कुछ नहीं मिला। जो जवाब गलत हो सकता है, उसे दबाएँ।
old-button = वह बटन पहले के सवाल का था।
old-question = वह पहले का सवाल था। वह अब बंद है।
edit-unseen = भेजे हुए संदेश में किया बदलाव यहाँ नहीं दिखता। जवाब बदलने के लिए "पीछे" भेजें, या उस सवाल पर ही जवाब दें।
cannot-read = यहाँ सिर्फ़ लिखा हुआ, फ़ोटो और PDF पढ़े जा सकते हैं।
cannot-read-file-wanted = यहाँ सिर्फ़ फ़ोटो और PDF पढ़े जा सकते हैं।
no-file-wanted = यहाँ फ़ाइल नहीं चाहिए। कृपया जवाब लिखें।
file-wanted = कृपया { $kinds } भेजें।
send-file = { $kinds } भेजें।
kinds-both = फ़ोटो या PDF
kinds-photo = फ़ोटो
kinds-pdf = PDF
kinds-both-exact = फ़ोटो या PDF (JPEG, PNG या PDF)
kinds-photo-exact = फ़ोटो (JPEG या PNG)
files-given = { $count ->
    [one] 1 फ़ाइल
   *[other] { $count } फ़ाइलें
  }
pages-given = { $count } पन्ने
pages-received = { $label }: { $count } पन्ने मिल गए।
page-known = { $label }: यह हमारे पास पहले से है।
received-as = { $label }: मिल गया।
received-or-page = { $label }: मिल गया। क्या यह { $before } का पन्ना है? तो "{ is-a-page }" दबाएँ।
paper-came = { $label }: मिल गया। इसका एक और पन्ना हो तो "{ add-page }" दबाएँ।
is-a-page = पिछले में जोड़ें
pages-full = { $label }: हम { $count } से ज़्यादा पन्ने नहीं ले सकते।
next-page = { $label }: अगले पन्ने की फ़ोटो भेजें, या आगे बढ़ें।
page-photo = पन्ने की फ़ोटो ही भेजें।
add-page = एक और पन्ना
kept-file = अभी कोई काग़ज़ नहीं चाहिए। हम इसे एक दिन रखते हैं। जब काग़ज़ माँगा जाए, एक बटन दबाकर इसे लगा सकते हैं।
kept-full = आपकी { $count } फ़ाइलें हमारे पास पहले से हैं। कृपया इसे तब भेजें जब माँगी जाए।
use-kept = { $count ->
    [one] भेजी हुई फ़ाइल लें
   *[other] सभी { $count } फ़ाइलें लें
  }
use-first = सिर्फ़ पहली लें
file-unused = यहाँ कोई काग़ज़ नहीं चाहिए, इसलिए यह फ़ाइल नहीं लगाई गई।
file-empty = यह फ़ाइल खाली है। कृपया { $kinds } भेजें।
file-too-large = यह फ़ाइल 16 MB से बड़ी है। कृपया छोटी { $kinds } भेजें।
file-type = इस तरह की फ़ाइल नहीं चलेगी। कृपया { $kinds } भेजें।
file-content = इस फ़ाइल के अंदर वह नहीं है जो यह बताती है। कृपया { $kinds } भेजें।
file-small = यह फ़ोटो बहुत छोटी है और पढ़ी नहीं जाती। कृपया बड़ी फ़ोटो भेजें। दूसरी न हो तो यही फिर से भेजें, हम ले लेंगे।
file-blurred = यह फ़ोटो साफ़ नहीं है। कृपया अच्छी रोशनी में, फ़ोन को स्थिर रखकर फिर से खींचें। इससे अच्छी न हो तो यही फिर से भेजें, हम ले लेंगे।
file-pixels = यह फ़ोटो इतनी बड़ी है कि खुलती नहीं। कृपया छोटी { $kinds } भेजें।
file-damaged = यह फ़ाइल खुलती नहीं। शायद ख़राब है। कृपया { $kinds } भेजें।
file-locked = इस PDF पर पासवर्ड लगा है। कृपया बिना पासवर्ड की { $kinds } भेजें।
file-active = इस PDF में कोई प्रोग्राम या दूसरी फ़ाइल है, इसलिए हम इसे नहीं ले सकते। कृपया उसके बिना { $kinds } भेजें।
file-expired = यह फ़ाइल अब WhatsApp के पास नहीं है। कृपया फिर से भेजें।
file-failed = फ़ाइल हम तक नहीं पहुँची। कृपया फिर से भेजें।

# A form of WhatsApp's own, offered beside the steps.
form-offer = आप यहाँ एक-एक करके जवाब दे सकते हैं, या एक फ़ॉर्म भर सकते हैं।
form-steps = एक-एक करके
form-fill = फ़ॉर्म भरें
form-open = फ़ॉर्म खोलने के लिए नीचे टैप करें। आप कभी भी यहाँ लिख सकते हैं, तब हम एक-एक करके आगे बढ़ेंगे।
form-button = फ़ॉर्म खोलें
form-came = धन्यवाद, आपका फ़ॉर्म मिल गया।
form-again = यह फ़ॉर्म हमें पहले ही मिल चुका है।
form-late = वह फ़ॉर्म जिस काम के लिए था, वह अब बंद है। उससे कुछ नहीं लिया गया।
form-void = यह फ़ॉर्म अब खुला नहीं है। आगे बढ़ने के लिए चैट में लिखें।
form-closed = फ़ॉर्म अभी नहीं खुल सकता। हम एक-एक करके आगे बढ़ सकते हैं।
form-next = आगे
form-summary = कृपया जाँच लें
form-remains = काग़ज़ात और जो फ़ॉर्म में नहीं पूछा जा सकता, वह चैट में पूछा जाएगा। आपके भेजने से पहले दफ़्तर को कुछ नहीं जाता।
form-send = चैट पर वापस
form-answer = आपका जवाब
form-wrong = कृपया इसे जाँचें
form-problem = जिस पर निशान है, उसे जाँचें।

please-check = { $title }: कृपया देख लें।
as-shown = { $answer }, जैसा ऊपर दिखाया
block-done = ✓ { $block }। इसे अंत में सुधार सकते हैं।
fee = फ़ीस: ₹{ $fee } (दफ़्तर को देनी है, यहाँ नहीं)
no-fee = फ़ीस: कुछ नहीं
fee-later = फ़ीस दफ़्तर बताएगा।
send = भेजें
correct = सुधारें
cancel = रद्द करें
correct-which = कौन सा जवाब बदलना है?
received = मिल गया: { $reference }। यह हमारे पास सुरक्षित है, और हम इसे { $department } को भेज रहे हैं। उसे मिलते ही हम यहीं लिखेंगे।
received-days = मिल गया: { $reference }। { $department } को आम तौर पर { $days ->
    [one] { $days } कामकाजी दिन लगता है
   *[other] { $days } कामकाजी दिन लगते हैं
  }। हम आपको यहीं लिखेंगे।
already-applied = आप यह पहले ही भेज चुके हैं: { $reference }। दोबारा कुछ नहीं भेजा गया।
not-sent-yet = अभी भेजा नहीं जा सका। कुछ भी खोया नहीं है।
no-answer = दफ़्तर से अभी जवाब नहीं मिल रहा। आपके जवाब सुरक्षित हैं।
went-wrong = हमारी तरफ़ से कुछ गड़बड़ हुई। कृपया फिर से भेजें, या "मेनू" भेजें।
try-again = फिर कोशिश करें
not-understood = अभी कुछ ठीक नहीं है।
lookup-limit = आज आप कई बार खोज चुके हैं। कृपया कल फिर कोशिश करें। आपके जवाब सुरक्षित हैं।
cancelled = रद्द किया। आपके जवाब मिटा दिए गए, कुछ भी नहीं भेजा गया।
left = आपने { $title } छोड़ दिया। अभी कोई जवाब नहीं था, इसलिए कोई जवाब नहीं रखा गया।
drop-sure = क्या इसे बंद करके ये जवाब मिटा दें?
drop-yes = हाँ, मिटाएँ
drop-which = इनमें से किसे बंद करें? उसके जवाब मिटा दिए जाएँगे।
stopped = अब हम आपको नहीं लिखेंगे। जो जवाब भेजे नहीं गए थे, वे मिटा दिए गए। जो आप भेज चुके हैं उस पर काम चलता रहेगा। फिर से सुनने के लिए हमें लिखें।

kept-for-later = { $title }: आपके जवाब सुरक्षित हैं। जब चाहें, आगे बढ़ने के लिए दबाएँ।
not-finished = अभी अधूरा है: { $title }।
reminder = आपने यह शुरू किया था: { $title }। अब तक के जवाब: { $count }। क्या आगे बढ़ें?
talk-to-person = किसी इंसान से बात करने के लिए { $helpline } पर फ़ोन करें। हमने लिख लिया है कि आपने कहा।
erase-sure = क्या हम आपकी सारी जानकारी मिटा दें: आपके जवाब, काग़ज़ और यह चैट? यह वापस नहीं आएगी। जिस पर दफ़्तर अभी काम कर रहा है, वह काम पूरा होने पर मिटेगा।
erase-yes = हाँ, सब मिटाएँ
erase-no = नहीं, रहने दें
erased = आपकी सारी जानकारी मिटा दी गई।
erased-later = जो मिट सकता था, मिटा दिया। बाकी तब मिटेगा जब दफ़्तर { $references } का काम पूरा कर ले। काम रुकवाने के लिए { $count ->
    [one] उसे
   *[other] उन्हें
  } वापस लें।
erasing = अभी मिटाया जा रहा है। इसमें थोड़ा समय लगेगा।
lost-menu = कुछ शब्दों में लिखें कि क्या चाहिए, जैसे: { $example }। या नीचे का बटन दबाकर चुनें।
lost-buttons = नीचे का कोई बटन दबाएँ। आप उसके शब्द या सूची में उसका नंबर भी लिख सकते हैं।
lost-date = दिन, महीना और साल लिखें, जैसे: 5 जनवरी 1990 या 5/1/1990।
lost-number = सिर्फ़ संख्या लिखें, जैसे: 2।
lost-file = पेपर क्लिप का निशान दबाएँ, कैमरा चुनें, काग़ज़ की फ़ोटो लें और भेज दें।
lost-pdf = पेपर क्लिप का निशान दबाएँ, दस्तावेज़ चुनें, PDF ढूँढें और भेज दें।
lost-text = जवाब वैसे लिखें जैसे ऊपर बताया है। न हो पाए तो "पीछे" या "बाद में" भेजें।
lost-ways = किसी इंसान से बात करने के लिए { $helpline } पर फ़ोन करें।
whose-application = यह किसका आवेदन है?
no-place-wanted = यहाँ जगह नहीं चाहिए। कृपया जवाब लिखें।
place-needs-words = धन्यवाद, नक़्शे पर जगह दिख गई। पर उससे घर का पता नहीं चलता। कृपया यह भी लिखें: { $label }।
place-in-words = मुझे नक्शे पर जगह दिखी, उसका नाम नहीं। कृपया पता लिखें।
ask-number = आपके आवेदन की ख़बर है। उसे भेजने के लिए आपका मोबाइल नंबर चाहिए। नीचे बटन दबाकर भेजें।
number-came = धन्यवाद। आपका नंबर मिल गया।
no-contact-wanted = यहाँ किसी का नंबर नहीं चाहिए। कृपया जवाब लिखें।
card-without-number = इस कार्ड में भारत का मोबाइल नंबर नहीं है। कृपया नंबर लिखें।

your-applications = आपके आवेदन
no-applications = अभी आपका कोई आवेदन नहीं है।
no-such-application = इस चैट में { $reference } नंबर का कोई आवेदन नहीं है।
status-submitted = भेजा गया
status-received = दफ़्तर को मिला
status-in-review = जाँच हो रही है
status-action-required = आपसे कुछ चाहिए
status-approved = मंज़ूर
status-certified = प्रमाणपत्र तैयार
status-rejected = नामंज़ूर
status-withdrawn = वापस लिया गया
status-lapsed = जवाब न मिलने से बंद
status-delayed = आम से ज़्यादा समय लग रहा है; कुछ नहीं खोया है
status-overdue = देर हो गई है; काम जारी है
status-withheld = प्रमाणपत्र तैयार, पर रोका है: यह फ़ोन शायद अब किसी और का है
opened-by-code = और देखने के लिए, यहाँ *लिंक* और काउंटर की पर्ची पर लिखे छह अंक लिखें, जैसे *लिंक 123456*।
expected-by = { $date } तक होना चाहिए
answer-by = कृपया { $date } तक जवाब दें।
come-on = { $date } को आएँ।
come-to = जगह: { $place }
answer-now = अभी जवाब दें
certificate-again = फिर से भेजें
answer-sent = धन्यवाद। { $reference } के लिए आपका जवाब दफ़्तर को भेज दिया गया।
withdraw = वापस लें
withdraw-sure = { $reference } वापस लेना है? दफ़्तर इस पर काम रोक देगा।
withdraw-yes = हाँ, वापस लें
withdraw-no = नहीं, रहने दें
withdrawal-sent = { $reference } वापस लिया जा रहा है। हो जाने पर हम लिखेंगे।
withdrawal-refused = वापस लेने के लिए देर हो चुकी थी, दफ़्तर इस पर काम जारी रखेगा।
too-late = इसके लिए अब देर हो चुकी है।
linked = धन्यवाद। { $references } अब इस चैट से { $count ->
    [one] जुड़ गया है
   *[other] जुड़ गए हैं
  }।
linked-account = धन्यवाद। आपका खाता अब इस चैट से जुड़ गया है।
link-refused = यह कोड गलत है, पुराना है या पहले इस्तेमाल हो चुका है। कृपया नया कोड माँगें।
link-limit = आज इस चैट से बहुत सारे कोड आज़माए गए। कृपया कल फिर कोशिश करें।
link-sure = यह कोड उस खाते का है जिसके नंबर के आख़िरी अंक { $digits } हैं। जोड़ने पर उस खाते वाला आपके आवेदन देखेगा, और आप उसके। क्या यह आपका अपना खाता है?
link-sure-unnumbered = यह कोड ऐसे खाते का है जिसमें फ़ोन नंबर नहीं है। जोड़ने पर उस खाते वाला आपके आवेदन देखेगा, और आप उसके। क्या यह आपका अपना खाता है?
link-yes = हाँ, जोड़ें
link-no = नहीं
new-holder = WhatsApp बताता है कि यह फ़ोन शायद अब किसी और का है। इसलिए इससे पहले भेजी गई कोई चीज़ हम नहीं दिखाते। अगर आप ही हैं तो *लिंक* और दफ़्तर से मिला एक बार का कोड भेजें, जैसे *लिंक 123456*। या { $helpline } पर फ़ोन करें। नया आवेदन आप यहाँ कर सकते हैं।

notice-submitted = { $title }, { $reference }: आपके लिए दर्ज किया गया। यह हमारे पास सुरक्षित है, और हम इसे { $department } को भेज रहे हैं। उसे मिलते ही हम आपको लिखेंगे।
notice-received = { $title }, { $reference }: { $department } को मिल गया।
notice-in-review = { $title }, { $reference }: जाँच हो रही है।
notice-action-required = { $title }, { $reference }: दफ़्तर को आपसे कुछ चाहिए।
notice-approved = { $title }, { $reference }: मंज़ूर हो गया। आपका प्रमाणपत्र यहीं आएगा।
notice-certified = { $title }, { $reference }: यह रहा आपका प्रमाणपत्र। कोई भी इसे यहाँ जाँच सकता है: { $address }
certificate-withheld = { $reference } का प्रमाणपत्र तैयार है। WhatsApp बताता है कि यह फ़ोन शायद अब किसी और का है। इसलिए हमने इसे रोक रखा है। अगर आप ही हैं तो *लिंक* और दफ़्तर से मिला एक बार का कोड भेजें, जैसे *लिंक 123456*। या { $helpline } पर फ़ोन करें।
notice-rejected = { $title }, { $reference }: नामंज़ूर।
notice-withdrawn = { $title }, { $reference }: वापस लिया गया।
notice-lapsed = { $title }, { $reference }: समय पर जवाब न आने से बंद हुआ।
notice-delayed = { $title }, { $reference }: { $department } को जवाब देने में आम से ज़्यादा समय लग रहा है। कुछ भी नहीं खोया है और आपको कुछ नहीं करना है। मिलते ही हम आपको लिखेंगे।
notice-overdue = { $title }, { $reference }: जिस दिन तक { $department } को जवाब देना था, वह बीत गया है। आपके आवेदन पर काम जारी है, और यह देर दर्ज हो गई है।
notice-restricted = आवेदन { $reference }: { $status }।
filed-for-you = आपके लिए भेजा गया
reason = कारण: { $reason }

template-application-update = आपके आवेदन { $reference } ({ $title }) की खबर: { $status }। ज़्यादा जानने के लिए यहाँ लिखें।
template-action-required =
    आपके आवेदन { $reference } ({ $title }) के लिए आपसे कुछ चाहिए: { $what }
    आगे बढ़ने के लिए यहाँ लिखें।
template-certificate-ready = आवेदन { $reference } ({ $title }) का प्रमाणपत्र साथ में है। कोई भी इसे { $address } पर जाँच सकता है।
template-example-title = जन्म प्रमाणपत्र
template-example-what = कृपया अपने पहचान पत्र की फ़ोटो भेजें।
