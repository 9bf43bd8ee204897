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
command-choose-en = انگریزی
command-choose-hi = ہندی
command-choose-pa = پنجابی
command-choose-ur = اردو

search-fillers = میں, مجھے, میرا, میری, میرے, ہمیں, ہمارا, اپنا, اپنی, اپنے, کا, کی, کے, کو, سے, پر, ہے, ہیں, ہوں, اور, چاہیے, چاہئے, چاہتا, چاہتی, بنوانا, بنانا, کرنا, کروانا, کرانا, لینا, ایک, نیا, نئی, مہربانی

menu-text = السلام علیکم! میں دوار ہوں، سرکاری کام میں آپ کا ساتھی۔ نیچے دبائیں، یا لکھیں کہ کیا چاہیے۔
choose = چنیں
menu = مینو
more = اور
my-applications = میری درخواستیں
language = زبان
did-you-mean = کیا ان میں سے کوئی ہے؟
service-gone = یہ کام اب بند ہے۔ باقی دیکھنے کے لیے "مینو" بھیجیں۔
help-text = سوال کا جواب لکھیں یا بٹن دبائیں۔ آپ یہ بھی بھیج سکتے ہیں: پیچھے، مینو، میری درخواست، زبان، رد۔

consent = اس کام کے لیے { $department } کو آپ کے جواب چاہییں، اور ہم انہیں اسی کے لیے رکھتے ہیں۔ چھوڑنے اور مٹانے کے لیے "رد" بھیجیں۔ ہمارے پیغام روکنے کے لیے "روکو" بھیجیں۔
begun-before = آپ نے اسے پہلے شروع کیا تھا۔ اب تک کے جواب: { $count }۔
go-on = آگے چلیں
go-on-without = اس کے بغیر آگے
start-again = پھر سے شروع
add = جوڑیں
add-another = ایک اور جوڑیں
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
file-empty = یہ فائل خالی ہے۔ مہربانی کر کے { $kinds } بھیجیں۔
file-too-large = یہ فائل 16 ایم بی سے بڑی ہے۔ مہربانی کر کے چھوٹی { $kinds } بھیجیں۔
file-type = اس طرح کی فائل نہیں چلے گی۔ مہربانی کر کے { $kinds } بھیجیں۔
file-content = اس فائل کے اندر وہ نہیں ہے جو یہ بتاتی ہے۔ مہربانی کر کے { $kinds } بھیجیں۔
file-expired = یہ فائل اب WhatsApp کے پاس نہیں ہے۔ مہربانی کر کے پھر سے بھیجیں۔
file-failed = فائل ہم تک نہیں پہنچی۔ مہربانی کر کے پھر سے بھیجیں۔

please-check = { $title }: مہربانی کر کے دیکھ لیں۔
fee = فیس: { $fee } روپے
no-fee = فیس: کچھ نہیں
fee-later = فیس دفتر بتائے گا۔
send = بھیجیں
correct = بدلیں
cancel = رد کریں
correct-which = کون سا جواب بدلنا ہے؟
received = مل گئی: { $reference }۔ اب یہ { $department } کے پاس ہے۔ ہم آپ کو یہیں لکھیں گے۔
received-days = مل گئی: { $reference }۔ { $department } کو عام طور پر { $days } کام کے دن لگتے ہیں۔ ہم آپ کو یہیں لکھیں گے۔
already-applied = آپ یہ پہلے ہی بھیج چکے ہیں: { $reference }۔ دوبارہ کچھ نہیں بھیجا گیا۔
not-sent-yet = ابھی بھیجا نہیں جا سکا۔ کچھ بھی کھویا نہیں ہے۔
no-answer = دفتر سے ابھی جواب نہیں مل رہا۔ آپ کے جواب سنبھال کر رکھے ہیں۔
went-wrong = ہماری طرف سے کچھ گڑبڑ ہوئی۔ مہربانی کر کے پھر سے بھیجیں، یا "مینو" بھیجیں۔
try-again = پھر کوشش کریں
not-understood = ابھی کچھ ٹھیک نہیں ہے۔
lookup-limit = آج آپ کئی بار ڈھونڈ چکے ہیں۔ مہربانی کر کے کل پھر کوشش کریں۔ آپ کے جواب سنبھال کر رکھے ہیں۔
cancelled = رد کیا۔ آپ کے جواب مٹا دیے گئے، کچھ بھی نہیں بھیجا گیا۔
stopped = اب ہم آپ کو نہیں لکھیں گے۔ جو جواب بھیجے نہیں گئے تھے، وہ مٹا دیے گئے۔ جو آپ بھیج چکے ہیں، اس پر کام چلتا رہے گا۔ پھر سے سننے کے لیے ہمیں لکھیں۔

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
linked = شکریہ۔ درخواست { $references } اب اس چیٹ سے جڑ گئی ہے۔
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
notice-restricted = درخواست { $reference }: { $status }۔
reason = وجہ: { $reason }

template-application-update = آپ کی درخواست { $reference } ({ $title }) کی خبر: { $status }۔ زیادہ جاننے کے لیے یہاں لکھیں۔
template-action-required =
    آپ کی درخواست { $reference } ({ $title }) کے لیے آپ سے کچھ چاہیے: { $what }
    آگے بڑھنے کے لیے یہاں لکھیں۔
template-certificate-ready = درخواست { $reference } ({ $title }) کا سرٹیفکیٹ ساتھ میں ہے۔ کوئی بھی اسے { $address } پر جانچ سکتا ہے۔
template-example-title = پیدائش کا سرٹیفکیٹ
template-example-what = مہربانی کر کے اپنے شناختی کارڈ کی فوٹو بھیجیں۔
