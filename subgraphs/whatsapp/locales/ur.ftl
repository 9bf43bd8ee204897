# ہر جملہ اردو لفظ سے شروع ہوتا ہے، تاکہ پیغام دائیں سے بائیں کھڑا ہو۔
language-name = اردو
choose-language = آپ کون سی زبان چاہتے ہیں؟

command-menu = مینو, مینیو, سلام, السلام علیکم, آداب, نمستے, ہیلو, شروع, salaam, salam, assalamualaikum, assalam alaikum, adaab
command-help = مدد, کیسے
command-back = پیچھے, واپس
command-cancel = رد, رد کریں, منسوخ, بند کرو, بند کریں
command-language = زبان, زبان بدلیں, zaban, zuban
command-status = میری درخواستیں, میری درخواست, میری درخواست کہاں ہے, میری عرضی, حالت, meri darkhwast
command-stop = روکیں, روکو, بس کرو, بس کریں
command-more = اور, اور دکھائیں
command-skip = چھوڑیں, چھوڑو, چھوڑ دیں
command-yes = ہاں, جی, جی ہاں, ٹھیک ہے
command-no = نہیں, جی نہیں, نا
command-send = بھیجیں, بھیجو, بھیج دیں
command-correct = بدلیں, ٹھیک کریں, درست کریں
command-withdraw = واپس لیں
command-add = جوڑیں, ایک اور
command-go-on = آگے, آگے چلیں, آگے بڑھیں
command-later = بعد میں, بعد میں کروں گا, بعد میں کروں گی, ابھی نہیں, baad mein karunga
command-anew = پھر سے شروع, شروع سے, دوبارہ شروع, نئے سرے سے
command-person = انسان, انسان سے بات, کسی سے بات, کسی سے بات کرنی ہے, آدمی سے بات, ہیلپ لائن, فون کریں
command-erase = میرا ڈیٹا مٹائیں, میرا ڈیٹا مٹاؤ, سب مٹا دیں, سب مٹاؤ, میری معلومات مٹائیں
command-choose-en = انگریزی
command-choose-hi = ہندی
command-choose-pa = پنجابی
command-choose-ur = اردو

answers-too = سلام, salam, salaam

search-fillers = میں, مجھے, میرا, میری, میرے, ہمیں, ہمارا, اپنا, اپنی, اپنے, کا, کی, کے, کو, سے, پر, ہے, ہیں, ہوں, اور, چاہیے, چاہئے, چاہتا, چاہتی, بنوانا, بنانا, کرنا, کروانا, کرانا, لینا, ایک, نیا, نئی, مہربانی

menu-text = السلام علیکم! میں دوار ہوں، سرکاری کام میں آپ کا ساتھی۔ نیچے دبائیں، یا لکھیں کہ کیا چاہیے۔
choose = چنیں
menu = مینو
more = اور
my-applications = میری درخواستیں
language = زبان
did-you-mean = کیا ان میں سے کوئی ہے؟
service-gone = یہ کام اب بند ہے۔
service-gone-kept = یہ کام اب بند ہے۔ آپ کے جواب محفوظ ہیں، یہ پھر کھلے تو آگے چل سکتے ہیں۔
help-text = سوال کا جواب لکھیں یا بٹن دبائیں۔ آپ یہ بھی بھیج سکتے ہیں: پیچھے، مینو، میری درخواست، زبان، بعد میں، پھر سے شروع، رد، انسان، میرا ڈیٹا مٹائیں۔

consent = اس کام کے لیے { $department } کو آپ کے جواب چاہییں، اور ہم انہیں اسی کے لیے رکھتے ہیں۔ چھوڑنے اور مٹانے کے لیے "رد" بھیجیں۔ ہمارے پیغام روکنے کے لیے "روکو" بھیجیں۔
begun-before = آپ نے اسے پہلے شروع کیا تھا۔ اب تک کے جواب: { $count }۔
go-on = آگے چلیں
go-on-without = اس کے بغیر آگے
start-again = پھر سے شروع
add = جوڑیں
add-another = ایک اور جوڑیں
which-one = ان میں سے کیا دیں گے؟
another-one = ان میں سے کوئی اور
so-many = { $name }: اب تک { $count }۔ کیا بس اتنے ہی؟
none-yet = { $name }: کیا کچھ جوڑنا ہے؟
example = جیسے: { $example }
yes = ہاں
no = نہیں
skip = چھوڑیں
choose-one = مہربانی کر کے نیچے سے کوئی ایک چنیں۔
not-offered = یہ جواب اب نہیں ہے۔
option-gone = جو آپ نے پہلے چنا تھا، وہ اب خالی نہیں ہے۔ مہربانی کر کے پھر سے چنیں۔
none-found = آپ کے جوابوں سے کچھ نہیں ملا۔
none-found-correct = آپ کے جوابوں سے کچھ نہیں ملا۔ جو جواب غلط ہو سکتا ہے، اسے دبائیں۔
old-button = وہ بٹن پہلے کے سوال کا تھا۔
cannot-read = یہاں صرف لکھا ہوا، فوٹو اور پی ڈی ایف پڑھے جا سکتے ہیں۔
cannot-read-file-wanted = یہاں صرف فوٹو اور پی ڈی ایف پڑھے جا سکتے ہیں۔
no-file-wanted = یہاں فائل نہیں چاہیے۔ مہربانی کر کے جواب لکھیں۔
file-wanted = مہربانی کر کے { $kinds } بھیجیں۔
send-file = { $kinds } بھیجیں۔
kinds-both = فوٹو یا پی ڈی ایف
kinds-photo = فوٹو
kinds-pdf = پی ڈی ایف
kinds-both-exact = فوٹو یا پی ڈی ایف (JPEG، PNG یا PDF)
kinds-photo-exact = فوٹو (JPEG یا PNG)
files-given = { $count ->
    [one] 1 فائل
   *[other] { $count } فائلیں
  }
pages-given = { $count } صفحے
pages-received = { $label }: { $count } صفحے مل گئے۔
received-as = { $label }: مل گیا۔
received-or-page = { $label }: مل گیا۔ کیا یہ { $before } کا صفحہ ہے؟ تو نیچے بٹن دبائیں۔
is-a-page = پچھلے میں جوڑیں
pages-full = { $label }: ہم { $count } سے زیادہ صفحے نہیں لے سکتے۔
next-page = { $label }: اگلے صفحے کی فوٹو بھیجیں، یا آگے بڑھیں۔
page-photo = صفحے کی فوٹو ہی بھیجیں۔
add-page = ایک اور صفحہ
kept-file = ابھی کوئی کاغذ نہیں چاہیے۔ ہم اسے ایک دن رکھتے ہیں۔ جب کاغذ مانگا جائے، ایک بٹن دبا کر اسے لگا سکتے ہیں۔
kept-full = آپ کی { $count } فائلیں ہمارے پاس پہلے سے ہیں۔ مہربانی کر کے اسے تب بھیجیں جب مانگی جائے۔
use-kept = { $count ->
    [one] بھیجی ہوئی فائل لیں
   *[other] سب { $count } فائلیں لیں
  }
use-first = صرف پہلی لیں
file-unused = یہاں کوئی کاغذ نہیں چاہیے، اس لیے یہ فائل نہیں لگائی گئی۔
file-empty = یہ فائل خالی ہے۔ مہربانی کر کے { $kinds } بھیجیں۔
file-too-large = یہ فائل 16 ایم بی سے بڑی ہے۔ مہربانی کر کے چھوٹی { $kinds } بھیجیں۔
file-type = اس طرح کی فائل نہیں چلے گی۔ مہربانی کر کے { $kinds } بھیجیں۔
file-content = اس فائل کے اندر وہ نہیں ہے جو یہ بتاتی ہے۔ مہربانی کر کے { $kinds } بھیجیں۔
file-small = یہ فوٹو بہت چھوٹی ہے اور پڑھی نہیں جاتی۔ مہربانی کر کے بڑی فوٹو بھیجیں۔ دوسری نہ ہو تو یہی پھر سے بھیجیں، ہم لے لیں گے۔
file-blurred = یہ فوٹو صاف نہیں ہے۔ مہربانی کر کے اچھی روشنی میں، فون کو ساکن رکھ کر پھر سے کھینچیں۔ اس سے اچھی نہ ہو تو یہی پھر سے بھیجیں، ہم لے لیں گے۔
file-pixels = یہ فوٹو اتنی بڑی ہے کہ کھلتی نہیں۔ مہربانی کر کے چھوٹی { $kinds } بھیجیں۔
file-damaged = یہ فائل کھلتی نہیں۔ شاید خراب ہے۔ مہربانی کر کے { $kinds } بھیجیں۔
file-locked = اس پی ڈی ایف پر پاس ورڈ لگا ہے۔ مہربانی کر کے بغیر پاس ورڈ کی { $kinds } بھیجیں۔
file-active = اس پی ڈی ایف میں کوئی پروگرام یا دوسری فائل ہے، اس لیے ہم اسے نہیں لے سکتے۔ مہربانی کر کے اس کے بغیر { $kinds } بھیجیں۔
file-expired = یہ فائل اب WhatsApp کے پاس نہیں ہے۔ مہربانی کر کے پھر سے بھیجیں۔
file-failed = فائل ہم تک نہیں پہنچی۔ مہربانی کر کے پھر سے بھیجیں۔

# A form of WhatsApp's own, offered beside the steps.
form-offer = آپ یہاں ایک ایک کر کے جواب دے سکتے ہیں، یا ایک فارم بھر سکتے ہیں۔
form-steps = ایک ایک کر کے
form-fill = فارم بھریں
form-open = فارم کھولنے کے لیے نیچے ٹیپ کریں۔ آپ کسی بھی وقت یہاں لکھ سکتے ہیں، پھر ہم ایک ایک کر کے آگے بڑھیں گے۔
form-button = فارم کھولیں
form-came = شکریہ، آپ کا فارم مل گیا۔
form-again = یہ فارم ہمیں پہلے ہی مل چکا ہے۔
form-late = وہ فارم جس کام کے لیے تھا، وہ اب بند ہے۔ اس میں سے کچھ نہیں لیا گیا۔
form-void = یہ فارم اب کھلا نہیں ہے۔ آگے بڑھنے کے لیے چیٹ میں لکھیں۔
form-closed = فارم ابھی نہیں کھل سکتا۔ ہم ایک ایک کر کے آگے بڑھ سکتے ہیں۔
form-next = آگے
form-summary = براہ کرم جانچ لیں
form-remains = کاغذات اور جو فارم میں نہیں پوچھا جا سکتا، وہ چیٹ میں پوچھا جائے گا۔ آپ کے بھیجنے سے پہلے دفتر کو کچھ نہیں جاتا۔
form-send = چیٹ پر واپس
form-answer = آپ کا جواب
form-wrong = براہ کرم اسے جانچیں
form-problem = جس پر نشان ہے، اسے جانچیں۔

please-check = { $title }: مہربانی کر کے دیکھ لیں۔
fee = فیس: { $fee } روپے
no-fee = فیس: کچھ نہیں
fee-later = فیس دفتر بتائے گا۔
send = بھیجیں
correct = بدلیں
cancel = رد کریں
correct-which = کون سا جواب بدلنا ہے؟
received = مل گئی: { $reference }۔ اب یہ { $department } کے پاس ہے۔ ہم آپ کو یہیں لکھیں گے۔
received-days = مل گئی: { $reference }۔ { $department } کو عام طور پر { $days ->
    [one] { $days } کام کا دن لگتا ہے
   *[other] { $days } کام کے دن لگتے ہیں
  }۔ ہم آپ کو یہیں لکھیں گے۔
already-applied = آپ یہ پہلے ہی بھیج چکے ہیں: { $reference }۔ دوبارہ کچھ نہیں بھیجا گیا۔
not-sent-yet = ابھی بھیجا نہیں جا سکا۔ کچھ بھی کھویا نہیں ہے۔
no-answer = دفتر سے ابھی جواب نہیں مل رہا۔ آپ کے جواب سنبھال کر رکھے ہیں۔
went-wrong = ہماری طرف سے کچھ گڑبڑ ہوئی۔ مہربانی کر کے پھر سے بھیجیں، یا "مینو" بھیجیں۔
try-again = پھر کوشش کریں
not-understood = ابھی کچھ ٹھیک نہیں ہے۔
lookup-limit = آج آپ کئی بار ڈھونڈ چکے ہیں۔ مہربانی کر کے کل پھر کوشش کریں۔ آپ کے جواب سنبھال کر رکھے ہیں۔
cancelled = رد کیا۔ آپ کے جواب مٹا دیے گئے، کچھ بھی نہیں بھیجا گیا۔
stopped = اب ہم آپ کو نہیں لکھیں گے۔ جو جواب بھیجے نہیں گئے تھے، وہ مٹا دیے گئے۔ جو آپ بھیج چکے ہیں، اس پر کام چلتا رہے گا۔ پھر سے سننے کے لیے ہمیں لکھیں۔

kept-for-later = کام { $title } کے جواب سنبھال کر رکھے ہیں۔ جب چاہیں، آگے چلنے کے لیے دبائیں۔
reminder = آپ نے یہ شروع کیا تھا: { $title }۔ اب تک کے جواب: { $count }۔ کیا آگے چلیں؟
talk-to-person = کسی انسان سے بات کرنے کے لیے { $helpline } پر فون کریں۔ لکھ لیا گیا ہے کہ آپ نے کہا۔
erase-sure = کیا آپ کی ساری معلومات مٹا دی جائیں: آپ کے جواب، کاغذ اور یہ چیٹ؟ یہ واپس نہیں آئے گی۔ جس پر دفتر ابھی کام کر رہا ہے، وہ کام پورا ہونے پر مٹے گا۔
erase-yes = ہاں، سب مٹائیں
erase-no = نہیں، رہنے دیں
erased = آپ کی ساری معلومات مٹا دی گئی۔
erased-later = جو مٹ سکتا تھا، مٹا دیا گیا۔ باقی تب مٹے گا جب دفتر { $references } کا کام پورا کر لے۔ کام رکوانے کے لیے { $count ->
    [one] اسے
   *[other] انہیں
  } واپس لیں۔
erasing = ابھی مٹایا جا رہا ہے۔ اس میں تھوڑا وقت لگے گا۔
lost-menu = تھوڑے لفظوں میں لکھیں کہ کیا چاہیے، جیسے: { $example }۔ یا نیچے کا بٹن دبا کر چنیں۔
lost-buttons = نیچے کا کوئی بٹن دبائیں۔ آپ اس کے لفظ یا فہرست میں اس کا نمبر بھی لکھ سکتے ہیں۔
lost-date = دن، مہینہ اور سال لکھیں، جیسے: 5 جنوری 1990 یا 5/1/1990۔
lost-number = صرف گنتی لکھیں، جیسے: 2۔
lost-file = پیپر کلپ کا نشان دبائیں، کیمرا چنیں، کاغذ کی فوٹو لیں اور بھیج دیں۔
lost-text = جواب ویسے لکھیں جیسے اوپر بتایا ہے۔ نہ ہو سکے تو "پیچھے" یا "بعد میں" بھیجیں۔
lost-ways = کسی انسان سے بات کرنے کے لیے { $helpline } پر فون کریں۔
whose-application = یہ کس کی درخواست ہے؟
no-place-wanted = یہاں جگہ نہیں چاہیے۔ مہربانی کر کے جواب لکھیں۔
place-needs-words = شکریہ، نقشے پر جگہ نظر آ گئی۔ مگر اس سے گھر کا پتا نہیں چلتا۔ مہربانی کر کے یہ بھی لکھیں: { $label }۔
place-in-words = نقشے پر جگہ دکھی، لیکن اس کا نام نہیں۔ مہربانی کر کے پتہ لکھیں۔
ask-number = آپ کی درخواست کی خبر ہے۔ اسے بھیجنے کے لیے آپ کا موبائل نمبر چاہیے۔ نیچے بٹن دبا کر بھیجیں۔
number-came = شکریہ۔ آپ کا نمبر مل گیا۔
no-contact-wanted = یہاں کسی کا نمبر نہیں چاہیے۔ مہربانی کر کے جواب لکھیں۔

your-applications = آپ کی درخواستیں
no-applications = ابھی آپ کی کوئی درخواست نہیں ہے۔
no-such-application = اس چیٹ میں { $reference } نمبر کی کوئی درخواست نہیں ہے۔
status-submitted = بھیجی گئی
status-received = دفتر کو مل گئی
status-in-review = جانچ ہو رہی ہے
status-action-required = آپ سے کچھ چاہیے
status-approved = منظور
status-certified = سرٹیفکیٹ تیار
status-rejected = نامنظور
status-withdrawn = واپس لی گئی
status-lapsed = جواب نہ ملنے سے بند
status-delayed = معمول سے زیادہ وقت لگ رہا ہے؛ کچھ ضائع نہیں ہوا
status-overdue = دیر ہو گئی ہے؛ کام جاری ہے
expected-by = امید ہے کہ { $date } تک ہو جائے
answer-by = مہربانی کر کے { $date } تک جواب دیں۔
come-on = آنے کا دن: { $date }۔
come-to = جگہ: { $place }
answer-now = ابھی جواب دیں
answer-sent = شکریہ۔ درخواست { $reference } کے لیے آپ کا جواب دفتر کو بھیج دیا گیا۔
withdraw = واپس لیں
withdraw-sure = کیا { $reference } واپس لینی ہے؟ دفتر اس پر کام روک دے گا۔
withdraw-yes = ہاں، واپس لیں
withdraw-no = نہیں، رہنے دیں
withdrawal-sent = درخواست { $reference } واپس لی جا رہی ہے۔ ہو جانے پر ہم لکھیں گے۔
withdrawal-refused = واپس لینے کے لیے دیر ہو چکی تھی، دفتر اس پر کام جاری رکھے گا۔
too-late = اس کے لیے اب دیر ہو چکی ہے۔
linked = شکریہ۔ { $count ->
    [one] درخواست
   *[other] درخواستیں
  } { $references } اب اس چیٹ سے { $count ->
    [one] جڑ گئی ہے
   *[other] جڑ گئی ہیں
  }۔
linked-account = شکریہ۔ آپ کا کھاتہ اب اس چیٹ سے جڑ گیا ہے۔
link-refused = یہ کوڈ غلط ہے، پرانا ہے یا پہلے استعمال ہو چکا ہے۔ مہربانی کر کے نیا کوڈ مانگیں۔

notice-submitted = { $title }، { $reference }: آپ کے لیے بھیجی گئی۔ اب یہ { $department } کے پاس ہے۔
notice-received = { $title }، { $reference }: { $department } کو مل گئی۔
notice-in-review = { $title }، { $reference }: جانچ ہو رہی ہے۔
notice-action-required = { $title }، { $reference }: دفتر کو آپ سے کچھ چاہیے۔
notice-approved = { $title }، { $reference }: منظور ہو گئی۔ آپ کا سرٹیفکیٹ یہیں آئے گا۔
notice-certified = { $title }، { $reference }: یہ رہا آپ کا سرٹیفکیٹ۔ کوئی بھی اسے یہاں جانچ سکتا ہے: { $address }
notice-rejected = { $title }، { $reference }: نامنظور۔
notice-withdrawn = { $title }، { $reference }: واپس لی گئی۔
notice-lapsed = { $title }، { $reference }: وقت پر جواب نہ آنے سے بند ہو گئی۔
notice-delayed = { $title }، { $reference }: { $department } کو جواب دینے میں معمول سے زیادہ وقت لگ رہا ہے۔ کچھ ضائع نہیں ہوا اور آپ کو کچھ نہیں کرنا۔ ملتے ہی ہم آپ کو لکھیں گے۔
notice-overdue = { $title }، { $reference }: جس دن تک { $department } کو جواب دینا تھا، وہ گزر گیا ہے۔ آپ کی درخواست پر کام جاری ہے، اور یہ دیر درج ہو گئی ہے۔
notice-restricted = درخواست { $reference }: { $status }۔
reason = وجہ: { $reason }

template-application-update = آپ کی درخواست { $reference } ({ $title }) کی خبر: { $status }۔ زیادہ جاننے کے لیے یہاں لکھیں۔
template-action-required =
    آپ کی درخواست { $reference } ({ $title }) کے لیے آپ سے کچھ چاہیے: { $what }
    آگے بڑھنے کے لیے یہاں لکھیں۔
template-certificate-ready = درخواست { $reference } ({ $title }) کا سرٹیفکیٹ ساتھ میں ہے۔ کوئی بھی اسے { $address } پر جانچ سکتا ہے۔
template-example-title = پیدائش کا سرٹیفکیٹ
template-example-what = مہربانی کر کے اپنے شناختی کارڈ کی فوٹو بھیجیں۔
