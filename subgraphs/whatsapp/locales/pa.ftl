language-name = ਪੰਜਾਬੀ
choose-language = ਤੁਸੀਂ ਕਿਹੜੀ ਬੋਲੀ ਚਾਹੁੰਦੇ ਹੋ?

command-menu = ਮੀਨੂ, ਮੇਨੂ, ਸਤ ਸ੍ਰੀ ਅਕਾਲ, ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ, ਨਮਸਤੇ, ਹੈਲੋ, ਸ਼ੁਰੂ, sat sri akal, sat shri akal, satsriakal, ਸਤ ਸ੍ਰੀ ਅਕਾਲ ਜੀ, ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ ਜੀ, sat sri akal ji, sat shri akal ji
command-help = ਮਦਦ, ਸਹਾਇਤਾ, ਕਿਵੇਂ
command-back = ਪਿੱਛੇ, ਵਾਪਸ, pichhe, piche
command-cancel = ਰੱਦ, ਰੱਦ ਕਰੋ, ਬੰਦ ਕਰੋ
command-language = ਬੋਲੀ, ਭਾਸ਼ਾ, ਬੋਲੀ ਬਦਲੋ, ਭਾਸ਼ਾ ਬਦਲੋ, boli
command-status = ਕਿੱਥੇ ਪਹੁੰਚੀ, ਮੇਰੀਆਂ ਅਰਜ਼ੀਆਂ, ਮੇਰੀ ਅਰਜ਼ੀ, ਮੇਰੀ ਅਰਜ਼ੀ ਕਿੱਥੇ ਹੈ, ਸਥਿਤੀ, meri arzi, ਮੇਰਾ ਸਰਟੀਫਿਕੇਟ ਕਿੱਥੇ ਹੈ, ਅਰਜ਼ੀ ਦੀ ਸਥਿਤੀ
command-stop = ਰੋਕੋ, ਬੱਸ ਕਰੋ
command-more = ਹੋਰ, ਹੋਰ ਵਿਖਾਓ
command-skip = ਛੱਡੋ, ਛੱਡ ਦਿਓ, chhaddo
command-yes = ਹਾਂ, ਹਾਂ ਜੀ, ਜੀ, ਜੀ ਹਾਂ, ਠੀਕ ਹੈ, haan ji
command-no = ਨਹੀਂ, ਨਹੀਂ ਜੀ, ਜੀ ਨਹੀਂ, ਨਾ
command-send = ਭੇਜੋ, ਭੇਜ ਦਿਓ, ਹਾਂ ਭੇਜੋ, ਹਾਂ ਭੇਜ ਦਿਓ
command-correct = ਠੀਕ ਕਰੋ, ਬਦਲੋ
command-withdraw = ਵਾਪਸ ਲਓ
command-add = ਜੋੜੋ, ਇੱਕ ਹੋਰ, ਹੋਰ ਜੋੜੋ
command-go-on = ਅੱਗੇ, ਅੱਗੇ ਚੱਲੋ
command-later = ਬਾਅਦ ਵਿੱਚ, ਬਾਅਦ ਵਿਚ, ਹੁਣ ਨਹੀਂ, ਫੇਰ ਕਰਾਂਗਾ, baad vich, hun nahi
command-anew = ਫਿਰ ਤੋਂ ਸ਼ੁਰੂ, ਸ਼ੁਰੂ ਤੋਂ, ਦੁਬਾਰਾ ਸ਼ੁਰੂ, fir ton shuru
command-person = ਬੰਦੇ ਨਾਲ ਗੱਲ, ਕਿਸੇ ਨਾਲ ਗੱਲ, ਕਿਸੇ ਨਾਲ ਗੱਲ ਕਰਨੀ ਹੈ, ਇਨਸਾਨ, ਹੈਲਪਲਾਈਨ, ਫ਼ੋਨ ਕਰੋ, kise naal gal, gal karni hai
command-erase = ਮੇਰਾ ਡਾਟਾ ਮਿਟਾਓ, ਸਭ ਮਿਟਾਓ, ਸਭ ਮਿਟਾ ਦਿਓ, ਮੇਰੀ ਜਾਣਕਾਰੀ ਮਿਟਾਓ
command-choose-en = ਅੰਗਰੇਜ਼ੀ, ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ
command-choose-hi = ਹਿੰਦੀ, ਹਿੰਦੀ ਵਿੱਚ
command-choose-pa = ਪੰਜਾਬੀ, ਪੰਜਾਬੀ ਵਿੱਚ, ਪੰਜਾਬੀ ਵਿਚ
command-choose-ur = ਉਰਦੂ, ਉਰਦੂ ਵਿੱਚ

answers-too = ਸਲਾਮ, salam, salaam

polite-words = ਕਿਰਪਾ ਕਰਕੇ, ਪਲੀਜ਼, kirpa karke, ਦੁਆਰ

remark-thanks = ਧੰਨਵਾਦ, ਸ਼ੁਕਰੀਆ, ਬਹੁਤ ਧੰਨਵਾਦ, ਬਹੁਤ ਬਹੁਤ ਧੰਨਵਾਦ, ਮਿਹਰਬਾਨੀ, ਬਹੁਤ ਮਿਹਰਬਾਨੀ, ਤੁਹਾਡਾ ਧੰਨਵਾਦ, dhannvad, dhanvad, meharbani, bahut meharbani
remark-heard = ਹੂੰ, ਅੱਛਾ, ਚੰਗਾ, ਚੰਗਾ ਜੀ, ਓਕੇ, ਸਮਝ ਗਿਆ, ਸਮਝ ਗਈ, changa, changa ji
remark-none = ਨਹੀਂ, ਨਹੀਂ ਹੈ, ਨਾ, ਪਤਾ ਨਹੀਂ, ਮੈਨੂੰ ਪਤਾ ਨਹੀਂ, ਮੈਨੂੰ ਨਹੀਂ ਪਤਾ, ਨਹੀਂ ਪਤਾ, ਯਾਦ ਨਹੀਂ, ਮੇਰੇ ਕੋਲ ਨਹੀਂ ਹੈ, ਮੇਰੇ ਕੋਲ ਨਹੀਂ, ਗੁੰਮ ਗਿਆ, ਕੋਈ ਨਹੀਂ, ਕੁਝ ਨਹੀਂ, mainu nahi pata, mainu pata nahi, mere kol nahi, mere kol nahi hai, gum gaya, gum gya
remark-same = ਉਹੀ, ਉਹੀ ਪਤਾ, ਉਹੀ ਹੈ, ਉੱਪਰ ਵਾਲਾ, ਸੇਮ, ohi, ohi pata

naming-before = ਮੇਰਾ ਨਾਂ, ਮੇਰਾ ਨਾਮ, ਉਸਦਾ ਨਾਂ, ਉਸ ਦਾ ਨਾਂ, ਇਸਦਾ ਨਾਂ, ਬੱਚੇ ਦਾ ਨਾਂ, mera naa
naming-behind = ਹੈ, ਏ

wish-status = ਕਿੱਥੇ ਹੈ, ਕਿੱਥੇ ਪਹੁੰਚਿਆ, ਕਿੱਥੇ ਪਹੁੰਚੀ, ਕਦੋਂ ਮਿਲੇਗਾ, ਕਦੋਂ ਮਿਲੂਗਾ, ਕਦੋਂ ਆਵੇਗਾ, ਕਦੋਂ ਆਊਗਾ, ਕਦੋਂ ਤੱਕ, ਨਹੀਂ ਮਿਲਿਆ, ਨਹੀਂ ਆਇਆ, ਅਜੇ ਤੱਕ ਨਹੀਂ, ਦੁਬਾਰਾ ਭੇਜੋ, ਫਿਰ ਤੋਂ ਭੇਜੋ, ਸਟੇਟਸ, kithe hai, kado milega, kado milu, kado aavega, dubara bhejo
wish-person = ਇਨਸਾਨ ਨਾਲ, ਬੰਦੇ ਨਾਲ, ਕਿਸੇ ਨਾਲ ਗੱਲ, ਗੱਲ ਕਰਨੀ ਹੈ, ਗੱਲ ਕਰਵਾਓ, ਗੱਲ ਕਰਾਓ, ਫ਼ੋਨ ਨੰਬਰ, ਹੈਲਪਲਾਈਨ, kise naal gal, bande naal gal, gal karni hai, gal karwao
wish-erase = ਡਾਟਾ ਮਿਟਾ, ਡਾਟਾ ਮਿਟਾਓ, ਡਾਟਾ ਹਟਾਓ, ਡੇਟਾ ਮਿਟਾ, ਡੇਟਾ ਮਿਟਾਓ, ਜਾਣਕਾਰੀ ਮਿਟਾ, ਜਾਣਕਾਰੀ ਮਿਟਾਓ, ਜਾਣਕਾਰੀ ਹਟਾਓ, ਸਭ ਕੁਝ ਮਿਟਾ, ਸਭ ਕੁਝ ਮਿਟਾਓ
wish-language = ਭਾਸ਼ਾ ਬਦਲ, ਭਾਸ਼ਾ ਬਦਲੋ, ਬੋਲੀ ਬਦਲ, ਬੋਲੀ ਬਦਲੋ, ਹੋਰ ਭਾਸ਼ਾ, ਦੂਜੀ ਭਾਸ਼ਾ
wish-correct = ਗਲਤ, ਗ਼ਲਤ, ਗਲਤੀ, ਬਦਲਣਾ ਹੈ

search-fillers = ਮੈਂ, ਮੈਨੂੰ, ਮੇਰਾ, ਮੇਰੀ, ਮੇਰੇ, ਸਾਨੂੰ, ਸਾਡਾ, ਆਪਣਾ, ਆਪਣੀ, ਦਾ, ਦੀ, ਦੇ, ਨੂੰ, ਤੋਂ, ਵਿੱਚ, ਹੈ, ਹਨ, ਅਤੇ, ਚਾਹੀਦਾ, ਚਾਹੀਦੀ, ਬਣਵਾਉਣਾ, ਬਣਾਉਣਾ, ਕਰਨਾ, ਕਰਵਾਉਣਾ, ਲੈਣਾ, ਕਿਰਪਾ, ਕਰਕੇ, ਇੱਕ, ਨਵਾਂ, ਨਵੀਂ, mainu, menu chahida, da, di, de, nu, chahida, chahidi, banwauna, karwauna, karauna

menu-text = ਸਤ ਸ੍ਰੀ ਅਕਾਲ! ਮੈਂ ਦੁਆਰ ਹਾਂ, ਸਰਕਾਰੀ ਕੰਮ ਵਿੱਚ ਤੁਹਾਡਾ ਸਾਥੀ। ਹੇਠਾਂ ਦਬਾਓ, ਜਾਂ ਲਿਖੋ ਕਿ ਕੀ ਚਾਹੀਦਾ ਹੈ।
choose = ਚੁਣੋ
menu = ਮੀਨੂ
more = ਹੋਰ
my-applications = ਮੇਰੀਆਂ ਅਰਜ਼ੀਆਂ
language = ਬੋਲੀ
did-you-mean = ਕੀ ਇਹਨਾਂ ਵਿੱਚੋਂ ਕੋਈ ਹੈ?
not-here = ਇਹ ਕੰਮ ਇੱਥੇ ਨਹੀਂ ਹੁੰਦਾ। ਇੱਥੇ ਇਹ ਕੰਮ ਹੁੰਦੇ ਹਨ:
service-gone = ਇਹ ਕੰਮ ਹੁਣ ਬੰਦ ਹੈ।
service-gone-kept = ਇਹ ਕੰਮ ਹੁਣ ਬੰਦ ਹੈ। ਤੁਹਾਡੇ ਜਵਾਬ ਰੱਖੇ ਹਨ, ਇਹ ਫਿਰ ਖੁੱਲ੍ਹੇ ਤਾਂ ਅੱਗੇ ਚੱਲ ਸਕਦੇ ਹੋ।
help-text = ਸਵਾਲ ਦਾ ਜਵਾਬ ਲਿਖੋ ਜਾਂ ਬਟਨ ਦਬਾਓ। ਤੁਸੀਂ ਇਹ ਵੀ ਭੇਜ ਸਕਦੇ ਹੋ: ਪਿੱਛੇ, ਮੀਨੂ, ਮੇਰੀ ਅਰਜ਼ੀ, ਬੋਲੀ, ਬਾਅਦ ਵਿੱਚ, ਫਿਰ ਤੋਂ ਸ਼ੁਰੂ, ਰੱਦ, ਇਨਸਾਨ, ਮੇਰਾ ਡਾਟਾ ਮਿਟਾਓ।

consent = ਇਸ ਕੰਮ ਲਈ { $department } ਨੂੰ ਤੁਹਾਡੇ ਜਵਾਬ ਚਾਹੀਦੇ ਹਨ, ਅਤੇ ਅਸੀਂ ਉਹ ਇਸੇ ਲਈ ਰੱਖਦੇ ਹਾਂ। ਬੰਦ ਕਰ ਕੇ ਸਭ ਮਿਟਾਉਣ ਲਈ "ਰੱਦ" ਭੇਜੋ। ਸਾਡੇ ਸੁਨੇਹੇ ਰੋਕਣ ਲਈ "ਰੋਕੋ" ਭੇਜੋ।
begun-before = ਤੁਸੀਂ ਇਹ ਪਹਿਲਾਂ ਸ਼ੁਰੂ ਕੀਤਾ ਸੀ। ਹੁਣ ਤੱਕ ਦੇ ਜਵਾਬ: { $count }।
go-on = ਅੱਗੇ ਚੱਲੋ
go-on-without = ਇਸ ਤੋਂ ਬਿਨਾਂ ਅੱਗੇ
start-again = ਫਿਰ ਤੋਂ ਸ਼ੁਰੂ
add = ਜੋੜੋ
add-another = ਇੱਕ ਹੋਰ ਜੋੜੋ
which-one = ਇਹਨਾਂ ਵਿੱਚੋਂ ਕੀ ਦਿਓਗੇ?
another-one = ਇਹਨਾਂ ਵਿੱਚੋਂ ਹੋਰ
so-many = { $name }: ਹੁਣ ਤੱਕ { $count }। ਕੀ ਬੱਸ ਇੰਨੇ ਹੀ?
none-yet = { $name }: ਕੀ ਕੁਝ ਜੋੜਨਾ ਹੈ?
example = ਜਿਵੇਂ: { $example }
yes = ਹਾਂ
no = ਨਹੀਂ
skip = ਛੱਡੋ
choose-one = ਕਿਰਪਾ ਕਰਕੇ ਹੇਠਾਂ ਤੋਂ ਇੱਕ ਚੁਣੋ।
welcome = ਤੁਹਾਡਾ ਸੁਆਗਤ ਹੈ।
write-answer = ਕਿਰਪਾ ਕਰਕੇ ਆਪਣਾ ਜਵਾਬ ਲਿਖੋ।
not-skipped = ਇਹ ਜ਼ਰੂਰੀ ਹੈ, ਇਸ ਨੂੰ ਛੱਡਿਆ ਨਹੀਂ ਜਾ ਸਕਦਾ।
language-guessed = ਇਹ ਗੱਲਬਾਤ ਪੰਜਾਬੀ ਵਿੱਚ ਹੈ। ਹੋਰ ਭਾਸ਼ਾ ਲਈ "ਭਾਸ਼ਾ" ਭੇਜੋ।
write-in-full = ਕਿਰਪਾ ਕਰਕੇ ਇੱਥੇ ਵੀ ਪੂਰਾ ਲਿਖੋ।
not-offered = ਇਹ ਜਵਾਬ ਹੁਣ ਨਹੀਂ ਹੈ।
option-gone = ਜੋ ਤੁਸੀਂ ਪਹਿਲਾਂ ਚੁਣਿਆ ਸੀ, ਉਹ ਹੁਣ ਖਾਲੀ ਨਹੀਂ। ਕਿਰਪਾ ਕਰਕੇ ਫਿਰ ਚੁਣੋ।
none-of-these = ਇਨ੍ਹਾਂ ’ਚੋਂ ਕੋਈ ਨਹੀਂ
none-found = ਤੁਹਾਡੇ ਜਵਾਬਾਂ ਨਾਲ ਕੁਝ ਨਹੀਂ ਲੱਭਾ।
none-found-correct = ਤੁਹਾਡੇ ਜਵਾਬਾਂ ਨਾਲ ਕੁਝ ਨਹੀਂ ਲੱਭਾ। ਜੋ ਜਵਾਬ ਗਲਤ ਹੋ ਸਕਦਾ ਹੈ, ਉਹ ਦਬਾਓ।
old-button = ਉਹ ਬਟਨ ਪਹਿਲਾਂ ਵਾਲੇ ਸਵਾਲ ਦਾ ਸੀ।
old-question = ਉਹ ਪਹਿਲਾਂ ਵਾਲਾ ਸਵਾਲ ਸੀ। ਉਹ ਹੁਣ ਬੰਦ ਹੈ।
edit-unseen = ਭੇਜੇ ਹੋਏ ਸੁਨੇਹੇ ਵਿੱਚ ਕੀਤੀ ਤਬਦੀਲੀ ਇੱਥੇ ਨਹੀਂ ਦਿਸਦੀ। ਜਵਾਬ ਬਦਲਣ ਲਈ "ਪਿੱਛੇ" ਭੇਜੋ, ਜਾਂ ਉਸੇ ਸਵਾਲ 'ਤੇ ਜਵਾਬ ਦਿਓ।
cannot-read = ਇੱਥੇ ਸਿਰਫ਼ ਲਿਖਿਆ ਹੋਇਆ, ਫ਼ੋਟੋ ਅਤੇ PDF ਪੜ੍ਹੇ ਜਾ ਸਕਦੇ ਹਨ।
cannot-read-file-wanted = ਇੱਥੇ ਸਿਰਫ਼ ਫ਼ੋਟੋ ਅਤੇ PDF ਪੜ੍ਹੇ ਜਾ ਸਕਦੇ ਹਨ।
no-file-wanted = ਇੱਥੇ ਫ਼ਾਈਲ ਨਹੀਂ ਚਾਹੀਦੀ। ਕਿਰਪਾ ਕਰਕੇ ਜਵਾਬ ਲਿਖੋ।
file-wanted = ਕਿਰਪਾ ਕਰਕੇ { $kinds } ਭੇਜੋ।
send-file = { $kinds } ਭੇਜੋ।
kinds-both = ਫ਼ੋਟੋ ਜਾਂ PDF
kinds-photo = ਫ਼ੋਟੋ
kinds-pdf = PDF
kinds-both-exact = ਫ਼ੋਟੋ ਜਾਂ PDF (JPEG, PNG ਜਾਂ PDF)
kinds-photo-exact = ਫ਼ੋਟੋ (JPEG ਜਾਂ PNG)
files-given = { $count ->
    [one] 1 ਫ਼ਾਈਲ
   *[other] { $count } ਫ਼ਾਈਲਾਂ
  }
pages-given = { $count } ਪੰਨੇ
pages-received = { $label }: { $count } ਪੰਨੇ ਮਿਲ ਗਏ।
page-known = { $label }: ਇਹ ਸਾਡੇ ਕੋਲ ਪਹਿਲਾਂ ਤੋਂ ਹੈ।
received-as = { $label }: ਮਿਲ ਗਿਆ।
received-or-page = { $label }: ਮਿਲ ਗਿਆ। ਕੀ ਇਹ { $before } ਦਾ ਪੰਨਾ ਹੈ? ਤਾਂ ਹੇਠਾਂ ਬਟਨ ਦਬਾਓ।
is-a-page = ਪਿਛਲੇ ਵਿੱਚ ਜੋੜੋ
pages-full = { $label }: ਅਸੀਂ { $count } ਤੋਂ ਵੱਧ ਪੰਨੇ ਨਹੀਂ ਲੈ ਸਕਦੇ।
next-page = { $label }: ਅਗਲੇ ਪੰਨੇ ਦੀ ਫ਼ੋਟੋ ਭੇਜੋ, ਜਾਂ ਅੱਗੇ ਵਧੋ।
page-photo = ਪੰਨੇ ਦੀ ਫ਼ੋਟੋ ਹੀ ਭੇਜੋ।
add-page = ਇੱਕ ਹੋਰ ਪੰਨਾ
kept-file = ਹੁਣ ਕੋਈ ਕਾਗਜ਼ ਨਹੀਂ ਚਾਹੀਦਾ। ਅਸੀਂ ਇਸਨੂੰ ਇੱਕ ਦਿਨ ਰੱਖਦੇ ਹਾਂ। ਜਦੋਂ ਕਾਗਜ਼ ਮੰਗਿਆ ਜਾਵੇ, ਇੱਕ ਬਟਨ ਦਬਾ ਕੇ ਇਸਨੂੰ ਲਾ ਸਕਦੇ ਹੋ।
kept-full = ਤੁਹਾਡੀਆਂ { $count } ਫ਼ਾਈਲਾਂ ਸਾਡੇ ਕੋਲ ਪਹਿਲਾਂ ਹੀ ਹਨ। ਕਿਰਪਾ ਕਰਕੇ ਇਹ ਉਦੋਂ ਭੇਜੋ ਜਦੋਂ ਮੰਗੀ ਜਾਵੇ।
use-kept = { $count ->
    [one] ਭੇਜੀ ਫ਼ਾਈਲ ਲਵੋ
   *[other] ਸਾਰੀਆਂ { $count } ਲਵੋ
  }
use-first = ਸਿਰਫ਼ ਪਹਿਲੀ ਲਵੋ
file-unused = ਇੱਥੇ ਕੋਈ ਕਾਗਜ਼ ਨਹੀਂ ਚਾਹੀਦਾ, ਇਸ ਲਈ ਇਹ ਫ਼ਾਈਲ ਨਹੀਂ ਲਾਈ ਗਈ।
file-empty = ਇਹ ਫ਼ਾਈਲ ਖਾਲੀ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ { $kinds } ਭੇਜੋ।
file-too-large = ਇਹ ਫ਼ਾਈਲ 16 MB ਤੋਂ ਵੱਡੀ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਛੋਟੀ { $kinds } ਭੇਜੋ।
file-type = ਇਸ ਤਰ੍ਹਾਂ ਦੀ ਫ਼ਾਈਲ ਨਹੀਂ ਚੱਲੇਗੀ। ਕਿਰਪਾ ਕਰਕੇ { $kinds } ਭੇਜੋ।
file-content = ਇਸ ਫ਼ਾਈਲ ਦੇ ਅੰਦਰ ਉਹ ਨਹੀਂ ਜੋ ਇਹ ਦੱਸਦੀ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ { $kinds } ਭੇਜੋ।
file-small = ਇਹ ਫ਼ੋਟੋ ਬਹੁਤ ਛੋਟੀ ਹੈ ਅਤੇ ਪੜ੍ਹੀ ਨਹੀਂ ਜਾਂਦੀ। ਕਿਰਪਾ ਕਰਕੇ ਵੱਡੀ ਫ਼ੋਟੋ ਭੇਜੋ। ਹੋਰ ਨਾ ਹੋਵੇ ਤਾਂ ਇਹੀ ਫਿਰ ਭੇਜੋ, ਅਸੀਂ ਲੈ ਲਵਾਂਗੇ।
file-blurred = ਇਹ ਫ਼ੋਟੋ ਸਾਫ਼ ਨਹੀਂ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਚੰਗੀ ਰੋਸ਼ਨੀ ਵਿੱਚ, ਫ਼ੋਨ ਨੂੰ ਸਥਿਰ ਰੱਖ ਕੇ ਫਿਰ ਖਿੱਚੋ। ਇਸ ਤੋਂ ਚੰਗੀ ਨਾ ਹੋਵੇ ਤਾਂ ਇਹੀ ਫਿਰ ਭੇਜੋ, ਅਸੀਂ ਲੈ ਲਵਾਂਗੇ।
file-pixels = ਇਹ ਫ਼ੋਟੋ ਇੰਨੀ ਵੱਡੀ ਹੈ ਕਿ ਖੁੱਲ੍ਹਦੀ ਨਹੀਂ। ਕਿਰਪਾ ਕਰਕੇ ਛੋਟੀ { $kinds } ਭੇਜੋ।
file-damaged = ਇਹ ਫ਼ਾਈਲ ਖੁੱਲ੍ਹਦੀ ਨਹੀਂ। ਸ਼ਾਇਦ ਖ਼ਰਾਬ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ { $kinds } ਭੇਜੋ।
file-locked = ਇਸ PDF 'ਤੇ ਪਾਸਵਰਡ ਲੱਗਾ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਬਿਨਾਂ ਪਾਸਵਰਡ ਵਾਲੀ { $kinds } ਭੇਜੋ।
file-active = ਇਸ PDF ਵਿੱਚ ਕੋਈ ਪ੍ਰੋਗਰਾਮ ਜਾਂ ਹੋਰ ਫ਼ਾਈਲ ਹੈ, ਇਸ ਲਈ ਅਸੀਂ ਇਹ ਨਹੀਂ ਲੈ ਸਕਦੇ। ਕਿਰਪਾ ਕਰਕੇ ਉਸ ਤੋਂ ਬਿਨਾਂ { $kinds } ਭੇਜੋ।
file-expired = ਇਹ ਫ਼ਾਈਲ ਹੁਣ WhatsApp ਕੋਲ ਨਹੀਂ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਫਿਰ ਭੇਜੋ।
file-failed = ਫ਼ਾਈਲ ਸਾਡੇ ਤੱਕ ਨਹੀਂ ਪਹੁੰਚੀ। ਕਿਰਪਾ ਕਰਕੇ ਫਿਰ ਭੇਜੋ।

# A form of WhatsApp's own, offered beside the steps.
form-offer = ਤੁਸੀਂ ਇੱਥੇ ਇੱਕ-ਇੱਕ ਕਰਕੇ ਜਵਾਬ ਦੇ ਸਕਦੇ ਹੋ, ਜਾਂ ਇੱਕ ਫ਼ਾਰਮ ਭਰ ਸਕਦੇ ਹੋ।
form-steps = ਇੱਕ-ਇੱਕ ਕਰਕੇ
form-fill = ਫ਼ਾਰਮ ਭਰੋ
form-open = ਫ਼ਾਰਮ ਖੋਲ੍ਹਣ ਲਈ ਹੇਠਾਂ ਟੈਪ ਕਰੋ। ਤੁਸੀਂ ਕਦੇ ਵੀ ਇੱਥੇ ਲਿਖ ਸਕਦੇ ਹੋ, ਫਿਰ ਅਸੀਂ ਇੱਕ-ਇੱਕ ਕਰਕੇ ਅੱਗੇ ਵਧਾਂਗੇ।
form-button = ਫ਼ਾਰਮ ਖੋਲ੍ਹੋ
form-came = ਧੰਨਵਾਦ, ਤੁਹਾਡਾ ਫ਼ਾਰਮ ਮਿਲ ਗਿਆ।
form-again = ਇਹ ਫ਼ਾਰਮ ਸਾਨੂੰ ਪਹਿਲਾਂ ਹੀ ਮਿਲ ਚੁੱਕਾ ਹੈ।
form-late = ਉਹ ਫ਼ਾਰਮ ਜਿਸ ਕੰਮ ਲਈ ਸੀ, ਉਹ ਹੁਣ ਬੰਦ ਹੈ। ਉਸ ਵਿੱਚੋਂ ਕੁਝ ਨਹੀਂ ਲਿਆ ਗਿਆ।
form-void = ਇਹ ਫ਼ਾਰਮ ਹੁਣ ਖੁੱਲ੍ਹਾ ਨਹੀਂ ਹੈ। ਅੱਗੇ ਵਧਣ ਲਈ ਚੈਟ ਵਿੱਚ ਲਿਖੋ।
form-closed = ਫ਼ਾਰਮ ਹੁਣੇ ਨਹੀਂ ਖੁੱਲ੍ਹ ਸਕਦਾ। ਅਸੀਂ ਇੱਕ-ਇੱਕ ਕਰਕੇ ਅੱਗੇ ਵਧ ਸਕਦੇ ਹਾਂ।
form-next = ਅੱਗੇ
form-summary = ਕਿਰਪਾ ਕਰਕੇ ਜਾਂਚ ਲਵੋ
form-remains = ਕਾਗਜ਼ ਅਤੇ ਜੋ ਫ਼ਾਰਮ ਵਿੱਚ ਨਹੀਂ ਪੁੱਛਿਆ ਜਾ ਸਕਦਾ, ਉਹ ਚੈਟ ਵਿੱਚ ਪੁੱਛਿਆ ਜਾਵੇਗਾ। ਤੁਹਾਡੇ ਭੇਜਣ ਤੋਂ ਪਹਿਲਾਂ ਦਫ਼ਤਰ ਨੂੰ ਕੁਝ ਨਹੀਂ ਜਾਂਦਾ।
form-send = ਚੈਟ ਤੇ ਵਾਪਸ
form-answer = ਤੁਹਾਡਾ ਜਵਾਬ
form-wrong = ਕਿਰਪਾ ਕਰਕੇ ਇਹ ਜਾਂਚੋ
form-problem = ਜਿਸ ਤੇ ਨਿਸ਼ਾਨ ਹੈ, ਉਸ ਨੂੰ ਜਾਂਚੋ।

please-check = { $title }: ਕਿਰਪਾ ਕਰਕੇ ਵੇਖ ਲਓ।
as-shown = { $answer }, ਜਿਵੇਂ ਉੱਪਰ ਦਿਖਾਇਆ
block-done = ✓ { $block }। ਇਸ ਨੂੰ ਅੰਤ ਵਿੱਚ ਠੀਕ ਕਰ ਸਕਦੇ ਹੋ।
fee = ਫ਼ੀਸ: ₹{ $fee }
no-fee = ਫ਼ੀਸ: ਕੁਝ ਨਹੀਂ
fee-later = ਫ਼ੀਸ ਦਫ਼ਤਰ ਦੱਸੇਗਾ।
send = ਭੇਜੋ
correct = ਠੀਕ ਕਰੋ
cancel = ਰੱਦ ਕਰੋ
correct-which = ਕਿਹੜਾ ਜਵਾਬ ਬਦਲਣਾ ਹੈ?
received = ਮਿਲ ਗਿਆ: { $reference }। ਹੁਣ ਇਹ { $department } ਕੋਲ ਹੈ। ਅਸੀਂ ਤੁਹਾਨੂੰ ਇੱਥੇ ਹੀ ਲਿਖਾਂਗੇ।
received-days = ਮਿਲ ਗਿਆ: { $reference }। { $department } ਨੂੰ ਆਮ ਤੌਰ 'ਤੇ { $days ->
    [one] { $days } ਕੰਮ ਵਾਲਾ ਦਿਨ ਲੱਗਦਾ ਹੈ
   *[other] { $days } ਕੰਮ ਵਾਲੇ ਦਿਨ ਲੱਗਦੇ ਹਨ
  }। ਅਸੀਂ ਤੁਹਾਨੂੰ ਇੱਥੇ ਹੀ ਲਿਖਾਂਗੇ।
already-applied = ਤੁਸੀਂ ਇਹ ਪਹਿਲਾਂ ਹੀ ਭੇਜ ਚੁੱਕੇ ਹੋ: { $reference }। ਦੁਬਾਰਾ ਕੁਝ ਨਹੀਂ ਭੇਜਿਆ ਗਿਆ।
not-sent-yet = ਹੁਣੇ ਭੇਜਿਆ ਨਹੀਂ ਜਾ ਸਕਿਆ। ਕੁਝ ਵੀ ਗੁਆਚਾ ਨਹੀਂ।
no-answer = ਦਫ਼ਤਰ ਤੋਂ ਹੁਣੇ ਜਵਾਬ ਨਹੀਂ ਮਿਲ ਰਿਹਾ। ਤੁਹਾਡੇ ਜਵਾਬ ਸਾਂਭੇ ਹੋਏ ਹਨ।
went-wrong = ਸਾਡੇ ਵੱਲੋਂ ਕੁਝ ਗੜਬੜ ਹੋਈ। ਕਿਰਪਾ ਕਰਕੇ ਫਿਰ ਭੇਜੋ, ਜਾਂ "ਮੀਨੂ" ਭੇਜੋ।
try-again = ਫਿਰ ਕੋਸ਼ਿਸ਼ ਕਰੋ
not-understood = ਅਜੇ ਕੁਝ ਠੀਕ ਨਹੀਂ ਹੈ।
lookup-limit = ਅੱਜ ਤੁਸੀਂ ਕਈ ਵਾਰ ਲੱਭ ਚੁੱਕੇ ਹੋ। ਕਿਰਪਾ ਕਰਕੇ ਕੱਲ੍ਹ ਫਿਰ ਕੋਸ਼ਿਸ਼ ਕਰੋ। ਤੁਹਾਡੇ ਜਵਾਬ ਸਾਂਭੇ ਹੋਏ ਹਨ।
cancelled = ਰੱਦ ਕੀਤਾ। ਤੁਹਾਡੇ ਜਵਾਬ ਮਿਟਾ ਦਿੱਤੇ ਗਏ, ਕੁਝ ਵੀ ਨਹੀਂ ਭੇਜਿਆ ਗਿਆ।
left = ਤੁਸੀਂ { $title } ਛੱਡ ਦਿੱਤਾ। ਅਜੇ ਕੋਈ ਜਵਾਬ ਨਹੀਂ ਸੀ, ਇਸ ਲਈ ਕੋਈ ਜਵਾਬ ਨਹੀਂ ਰੱਖਿਆ ਗਿਆ।
drop-sure = ਕੀ ਇਸ ਨੂੰ ਬੰਦ ਕਰਕੇ ਇਹ ਜਵਾਬ ਮਿਟਾ ਦੇਈਏ?
drop-yes = ਹਾਂ, ਮਿਟਾਓ
drop-which = ਇਹਨਾਂ ਵਿੱਚੋਂ ਕਿਸ ਨੂੰ ਬੰਦ ਕਰੀਏ? ਉਸ ਦੇ ਜਵਾਬ ਮਿਟਾ ਦਿੱਤੇ ਜਾਣਗੇ।
stopped = ਹੁਣ ਅਸੀਂ ਤੁਹਾਨੂੰ ਨਹੀਂ ਲਿਖਾਂਗੇ। ਜੋ ਜਵਾਬ ਭੇਜੇ ਨਹੀਂ ਸਨ, ਉਹ ਮਿਟਾ ਦਿੱਤੇ ਗਏ। ਜੋ ਤੁਸੀਂ ਭੇਜ ਚੁੱਕੇ ਹੋ, ਉਸ ਦਾ ਕੰਮ ਚੱਲਦਾ ਰਹੇਗਾ। ਫਿਰ ਤੋਂ ਸੁਣਨ ਲਈ ਸਾਨੂੰ ਲਿਖੋ।

kept-for-later = { $title }: ਤੁਹਾਡੇ ਜਵਾਬ ਸਾਂਭੇ ਹੋਏ ਹਨ। ਜਦੋਂ ਚਾਹੋ, ਅੱਗੇ ਚੱਲਣ ਲਈ ਦਬਾਓ।
not-finished = ਅਜੇ ਅਧੂਰਾ ਹੈ: { $title }।
reminder = ਤੁਸੀਂ ਇਹ ਸ਼ੁਰੂ ਕੀਤਾ ਸੀ: { $title }। ਹੁਣ ਤੱਕ ਦੇ ਜਵਾਬ: { $count }। ਕੀ ਅੱਗੇ ਚੱਲੀਏ?
talk-to-person = ਕਿਸੇ ਬੰਦੇ ਨਾਲ ਗੱਲ ਕਰਨ ਲਈ { $helpline } 'ਤੇ ਫ਼ੋਨ ਕਰੋ। ਅਸੀਂ ਲਿਖ ਲਿਆ ਹੈ ਕਿ ਤੁਸੀਂ ਕਿਹਾ ਸੀ।
erase-sure = ਕੀ ਅਸੀਂ ਤੁਹਾਡੀ ਸਾਰੀ ਜਾਣਕਾਰੀ ਮਿਟਾ ਦੇਈਏ: ਤੁਹਾਡੇ ਜਵਾਬ, ਕਾਗਜ਼ ਅਤੇ ਇਹ ਚੈਟ? ਇਹ ਵਾਪਸ ਨਹੀਂ ਆਵੇਗੀ। ਜਿਸ 'ਤੇ ਦਫ਼ਤਰ ਅਜੇ ਕੰਮ ਕਰ ਰਿਹਾ ਹੈ, ਉਹ ਕੰਮ ਪੂਰਾ ਹੋਣ 'ਤੇ ਮਿਟੇਗਾ।
erase-yes = ਹਾਂ, ਸਭ ਮਿਟਾਓ
erase-no = ਨਹੀਂ, ਰਹਿਣ ਦਿਓ
erased = ਤੁਹਾਡੀ ਸਾਰੀ ਜਾਣਕਾਰੀ ਮਿਟਾ ਦਿੱਤੀ ਗਈ।
erased-later = ਜੋ ਮਿਟ ਸਕਦਾ ਸੀ, ਮਿਟਾ ਦਿੱਤਾ। ਬਾਕੀ ਉਦੋਂ ਮਿਟੇਗਾ ਜਦੋਂ ਦਫ਼ਤਰ { $references } ਦਾ ਕੰਮ ਪੂਰਾ ਕਰ ਲਵੇ। ਕੰਮ ਰੁਕਵਾਉਣ ਲਈ { $count ->
    [one] ਉਸ
   *[other] ਉਹਨਾਂ
  } ਨੂੰ ਵਾਪਸ ਲਓ।
erasing = ਹੁਣ ਮਿਟਾਇਆ ਜਾ ਰਿਹਾ ਹੈ। ਥੋੜ੍ਹਾ ਸਮਾਂ ਲੱਗੇਗਾ।
lost-menu = ਥੋੜ੍ਹੇ ਸ਼ਬਦਾਂ ਵਿੱਚ ਲਿਖੋ ਕਿ ਕੀ ਚਾਹੀਦਾ ਹੈ, ਜਿਵੇਂ: { $example }। ਜਾਂ ਹੇਠਾਂ ਦਾ ਬਟਨ ਦਬਾ ਕੇ ਚੁਣੋ।
lost-buttons = ਹੇਠਾਂ ਦਾ ਕੋਈ ਬਟਨ ਦਬਾਓ। ਤੁਸੀਂ ਉਸ ਦੇ ਸ਼ਬਦ ਜਾਂ ਸੂਚੀ ਵਿੱਚ ਉਸ ਦਾ ਨੰਬਰ ਵੀ ਲਿਖ ਸਕਦੇ ਹੋ।
lost-date = ਦਿਨ, ਮਹੀਨਾ ਅਤੇ ਸਾਲ ਲਿਖੋ, ਜਿਵੇਂ: 5 ਜਨਵਰੀ 1990 ਜਾਂ 5/1/1990।
lost-number = ਸਿਰਫ਼ ਗਿਣਤੀ ਲਿਖੋ, ਜਿਵੇਂ: 2।
lost-file = ਪੇਪਰ ਕਲਿੱਪ ਦਾ ਨਿਸ਼ਾਨ ਦਬਾਓ, ਕੈਮਰਾ ਚੁਣੋ, ਕਾਗਜ਼ ਦੀ ਫ਼ੋਟੋ ਲਓ ਅਤੇ ਭੇਜ ਦਿਓ।
lost-text = ਜਵਾਬ ਉਵੇਂ ਲਿਖੋ ਜਿਵੇਂ ਉੱਪਰ ਦੱਸਿਆ ਹੈ। ਨਾ ਹੋਵੇ ਤਾਂ "ਪਿੱਛੇ" ਜਾਂ "ਬਾਅਦ ਵਿੱਚ" ਭੇਜੋ।
lost-ways = ਕਿਸੇ ਬੰਦੇ ਨਾਲ ਗੱਲ ਕਰਨ ਲਈ { $helpline } 'ਤੇ ਫ਼ੋਨ ਕਰੋ।
whose-application = ਇਹ ਕਿਸ ਦੀ ਅਰਜ਼ੀ ਹੈ?
no-place-wanted = ਇੱਥੇ ਥਾਂ ਨਹੀਂ ਚਾਹੀਦੀ। ਕਿਰਪਾ ਕਰਕੇ ਜਵਾਬ ਲਿਖੋ।
place-needs-words = ਧੰਨਵਾਦ, ਨਕਸ਼ੇ 'ਤੇ ਥਾਂ ਦਿਸ ਗਈ। ਪਰ ਉਸ ਤੋਂ ਘਰ ਦਾ ਪਤਾ ਨਹੀਂ ਲੱਗਦਾ। ਕਿਰਪਾ ਕਰਕੇ ਇਹ ਵੀ ਲਿਖੋ: { $label }।
place-in-words = ਨਕਸ਼ੇ 'ਤੇ ਥਾਂ ਦਿਸੀ, ਪਰ ਉਸ ਦਾ ਨਾਂ ਨਹੀਂ। ਕਿਰਪਾ ਕਰਕੇ ਪਤਾ ਲਿਖੋ।
ask-number = ਤੁਹਾਡੀ ਅਰਜ਼ੀ ਦੀ ਖ਼ਬਰ ਹੈ। ਉਹ ਭੇਜਣ ਲਈ ਤੁਹਾਡਾ ਮੋਬਾਈਲ ਨੰਬਰ ਚਾਹੀਦਾ ਹੈ। ਹੇਠਾਂ ਬਟਨ ਦਬਾ ਕੇ ਭੇਜੋ।
number-came = ਧੰਨਵਾਦ। ਤੁਹਾਡਾ ਨੰਬਰ ਮਿਲ ਗਿਆ।
no-contact-wanted = ਇੱਥੇ ਕਿਸੇ ਦਾ ਨੰਬਰ ਨਹੀਂ ਚਾਹੀਦਾ। ਕਿਰਪਾ ਕਰਕੇ ਜਵਾਬ ਲਿਖੋ।
card-without-number = ਇਸ ਕਾਰਡ ਵਿੱਚ ਭਾਰਤ ਦਾ ਮੋਬਾਈਲ ਨੰਬਰ ਨਹੀਂ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਨੰਬਰ ਲਿਖੋ।

your-applications = ਤੁਹਾਡੀਆਂ ਅਰਜ਼ੀਆਂ
no-applications = ਅਜੇ ਤੁਹਾਡੀ ਕੋਈ ਅਰਜ਼ੀ ਨਹੀਂ ਹੈ।
no-such-application = ਇਸ ਚੈਟ ਵਿੱਚ { $reference } ਨੰਬਰ ਦੀ ਕੋਈ ਅਰਜ਼ੀ ਨਹੀਂ ਹੈ।
status-submitted = ਭੇਜੀ ਗਈ
status-received = ਦਫ਼ਤਰ ਨੂੰ ਮਿਲ ਗਈ
status-in-review = ਜਾਂਚ ਹੋ ਰਹੀ ਹੈ
status-action-required = ਤੁਹਾਡੇ ਤੋਂ ਕੁਝ ਚਾਹੀਦਾ ਹੈ
status-approved = ਮਨਜ਼ੂਰ
status-certified = ਸਰਟੀਫਿਕੇਟ ਤਿਆਰ
status-rejected = ਨਾਮਨਜ਼ੂਰ
status-withdrawn = ਵਾਪਸ ਲਈ ਗਈ
status-lapsed = ਜਵਾਬ ਨਾ ਮਿਲਣ ਕਰਕੇ ਬੰਦ
status-delayed = ਆਮ ਨਾਲੋਂ ਵੱਧ ਸਮਾਂ ਲੱਗ ਰਿਹਾ ਹੈ; ਕੁਝ ਨਹੀਂ ਗੁਆਚਿਆ
status-overdue = ਦੇਰ ਹੋ ਗਈ ਹੈ; ਕੰਮ ਜਾਰੀ ਹੈ
status-withheld = ਸਰਟੀਫਿਕੇਟ ਤਿਆਰ, ਪਰ ਰੋਕਿਆ ਹੈ: ਇਹ ਫ਼ੋਨ ਸ਼ਾਇਦ ਹੁਣ ਕਿਸੇ ਹੋਰ ਦਾ ਹੈ
opened-by-code = ਹੋਰ ਦੇਖਣ ਲਈ, ਕਾਊਂਟਰ ਦੀ ਪਰਚੀ ਉੱਤੇ ਲਿਖੇ ਛੇ ਅੰਕ ਇੱਥੇ ਲਿਖੋ।
expected-by = { $date } ਤੱਕ ਹੋ ਜਾਣਾ ਚਾਹੀਦਾ ਹੈ
answer-by = ਕਿਰਪਾ ਕਰਕੇ { $date } ਤੱਕ ਜਵਾਬ ਦਿਓ।
come-on = { $date } ਨੂੰ ਆਓ ਜੀ।
come-to = ਥਾਂ: { $place }
answer-now = ਹੁਣੇ ਜਵਾਬ ਦਿਓ
certificate-again = ਦੁਬਾਰਾ ਭੇਜੋ
answer-sent = ਧੰਨਵਾਦ। { $reference } ਲਈ ਤੁਹਾਡਾ ਜਵਾਬ ਦਫ਼ਤਰ ਨੂੰ ਭੇਜ ਦਿੱਤਾ ਗਿਆ।
withdraw = ਵਾਪਸ ਲਓ
withdraw-sure = ਕੀ { $reference } ਵਾਪਸ ਲੈਣੀ ਹੈ? ਦਫ਼ਤਰ ਇਸ ਦਾ ਕੰਮ ਰੋਕ ਦੇਵੇਗਾ।
withdraw-yes = ਹਾਂ, ਵਾਪਸ ਲਓ
withdraw-no = ਨਹੀਂ, ਰਹਿਣ ਦਿਓ
withdrawal-sent = { $reference } ਵਾਪਸ ਲਈ ਜਾ ਰਹੀ ਹੈ। ਹੋ ਜਾਣ 'ਤੇ ਅਸੀਂ ਲਿਖਾਂਗੇ।
withdrawal-refused = ਵਾਪਸ ਲੈਣ ਲਈ ਦੇਰ ਹੋ ਗਈ ਸੀ, ਦਫ਼ਤਰ ਇਸ ਦਾ ਕੰਮ ਜਾਰੀ ਰੱਖੇਗਾ।
too-late = ਇਸ ਲਈ ਹੁਣ ਦੇਰ ਹੋ ਗਈ ਹੈ।
linked = ਧੰਨਵਾਦ। { $references } ਹੁਣ ਇਸ ਚੈਟ ਨਾਲ { $count ->
    [one] ਜੁੜ ਗਈ ਹੈ
   *[other] ਜੁੜ ਗਈਆਂ ਹਨ
  }।
linked-account = ਧੰਨਵਾਦ। ਤੁਹਾਡਾ ਖਾਤਾ ਹੁਣ ਇਸ ਚੈਟ ਨਾਲ ਜੁੜ ਗਿਆ ਹੈ।
link-refused = ਇਹ ਕੋਡ ਗਲਤ ਹੈ, ਪੁਰਾਣਾ ਹੈ ਜਾਂ ਪਹਿਲਾਂ ਵਰਤਿਆ ਜਾ ਚੁੱਕਾ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਨਵਾਂ ਕੋਡ ਮੰਗੋ।

notice-submitted = { $title }, { $reference }: ਤੁਹਾਡੇ ਲਈ ਭੇਜੀ ਗਈ। ਹੁਣ ਇਹ { $department } ਕੋਲ ਹੈ।
notice-received = { $title }, { $reference }: { $department } ਨੂੰ ਮਿਲ ਗਈ।
notice-in-review = { $title }, { $reference }: ਜਾਂਚ ਹੋ ਰਹੀ ਹੈ।
notice-action-required = { $title }, { $reference }: ਦਫ਼ਤਰ ਨੂੰ ਤੁਹਾਡੇ ਤੋਂ ਕੁਝ ਚਾਹੀਦਾ ਹੈ।
notice-approved = { $title }, { $reference }: ਮਨਜ਼ੂਰ ਹੋ ਗਈ। ਤੁਹਾਡਾ ਸਰਟੀਫਿਕੇਟ ਇੱਥੇ ਹੀ ਆਵੇਗਾ।
notice-certified = { $title }, { $reference }: ਇਹ ਰਿਹਾ ਤੁਹਾਡਾ ਸਰਟੀਫਿਕੇਟ। ਕੋਈ ਵੀ ਇਸ ਨੂੰ ਇੱਥੇ ਜਾਂਚ ਸਕਦਾ ਹੈ: { $address }
certificate-withheld = { $reference } ਦਾ ਸਰਟੀਫਿਕੇਟ ਤਿਆਰ ਹੈ। WhatsApp ਦੱਸਦਾ ਹੈ ਕਿ ਇਹ ਫ਼ੋਨ ਸ਼ਾਇਦ ਹੁਣ ਕਿਸੇ ਹੋਰ ਦਾ ਹੈ। ਇਸ ਲਈ ਅਸੀਂ ਇਸ ਨੂੰ ਰੋਕਿਆ ਹੈ। ਜੇ ਤੁਸੀਂ ਹੀ ਹੋ ਤਾਂ ਦਫ਼ਤਰ ਤੋਂ ਮਿਲਿਆ ਇੱਕ ਵਾਰ ਦਾ ਕੋਡ ਭੇਜੋ, ਜਾਂ { $helpline } 'ਤੇ ਫ਼ੋਨ ਕਰੋ।
notice-rejected = { $title }, { $reference }: ਨਾਮਨਜ਼ੂਰ।
notice-withdrawn = { $title }, { $reference }: ਵਾਪਸ ਲਈ ਗਈ।
notice-lapsed = { $title }, { $reference }: ਸਮੇਂ ਸਿਰ ਜਵਾਬ ਨਾ ਆਉਣ ਕਰਕੇ ਬੰਦ ਹੋ ਗਈ।
notice-delayed = { $title }, { $reference }: { $department } ਨੂੰ ਜਵਾਬ ਦੇਣ ਵਿੱਚ ਆਮ ਨਾਲੋਂ ਵੱਧ ਸਮਾਂ ਲੱਗ ਰਿਹਾ ਹੈ। ਕੁਝ ਵੀ ਨਹੀਂ ਗੁਆਚਿਆ ਅਤੇ ਤੁਹਾਨੂੰ ਕੁਝ ਨਹੀਂ ਕਰਨਾ। ਮਿਲਦੇ ਹੀ ਅਸੀਂ ਤੁਹਾਨੂੰ ਲਿਖਾਂਗੇ।
notice-overdue = { $title }, { $reference }: ਜਿਸ ਦਿਨ ਤੱਕ { $department } ਨੇ ਜਵਾਬ ਦੇਣਾ ਸੀ, ਉਹ ਲੰਘ ਗਿਆ ਹੈ। ਤੁਹਾਡੀ ਅਰਜ਼ੀ ਦਾ ਕੰਮ ਜਾਰੀ ਹੈ, ਅਤੇ ਇਹ ਦੇਰ ਦਰਜ ਹੋ ਗਈ ਹੈ।
notice-restricted = ਅਰਜ਼ੀ { $reference }: { $status }।
filed-for-you = ਤੁਹਾਡੇ ਲਈ ਭੇਜੀ ਗਈ
reason = ਕਾਰਨ: { $reason }

template-application-update = ਤੁਹਾਡੀ ਅਰਜ਼ੀ { $reference } ({ $title }) ਦੀ ਖ਼ਬਰ: { $status }। ਹੋਰ ਜਾਣਨ ਲਈ ਇੱਥੇ ਲਿਖੋ।
template-action-required =
    ਤੁਹਾਡੀ ਅਰਜ਼ੀ { $reference } ({ $title }) ਲਈ ਤੁਹਾਡੇ ਤੋਂ ਕੁਝ ਚਾਹੀਦਾ ਹੈ: { $what }
    ਅੱਗੇ ਜਾਣ ਲਈ ਇੱਥੇ ਲਿਖੋ।
template-certificate-ready = ਅਰਜ਼ੀ { $reference } ({ $title }) ਦਾ ਸਰਟੀਫਿਕੇਟ ਨਾਲ ਹੈ। ਕੋਈ ਵੀ ਇਸ ਨੂੰ { $address } ਉੱਤੇ ਜਾਂਚ ਸਕਦਾ ਹੈ।
template-example-title = ਜਨਮ ਸਰਟੀਫਿਕੇਟ
template-example-what = ਕਿਰਪਾ ਕਰਕੇ ਆਪਣੇ ਪਛਾਣ ਪੱਤਰ ਦੀ ਫ਼ੋਟੋ ਭੇਜੋ।
