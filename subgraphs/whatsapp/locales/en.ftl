# What the chat says by itself. Services, questions and rules have their words in their departments' rooms.
language-name = English
choose-language = Which language would you like?

# What people type to steer the chat, separated by commas.
command-menu = menu, hi, hello, hey, start, home, main menu, services, good morning, good evening, hii, hiii, helo, hlo, hi there, hello there, good afternoon
command-help = help, help me, how, what to do, ?, what, what is this, i don't understand, i dont understand, i do not understand, did not understand, not understood, i am confused
command-back = back, go back, previous
command-cancel = cancel, leave, quit
command-language = language, change language, bhasha
command-status = status, my applications, my application, where is my application, track, track application, application status, status of my application, my application status, check status, where is my certificate, when will my certificate come
command-stop = stop, unsubscribe
command-more = more, next page
command-skip = skip, leave it, none
command-yes = yes, y, ok, okay, haan, ha, yeah, yep, yes please, okk, yes yes, ya, yaa, yess, yes of course, of course
command-no = no, n, nahi, nahin
command-send = send, submit, send it, ok send, ok send it, yes send, yes send it, submit it, send now, it is correct send, it is correct send it, all correct send, all correct send it, everything is correct send it, everything is correct send, all details are correct send, all details are correct please send, no mistake send
command-correct = correct, change, edit
command-withdraw = withdraw
command-add = add, add another, another
command-go-on = go on, continue, next
command-later = later, save, pause, not now, do it later, continue later, save for later
command-anew = start again, start over, restart, begin again, from the start
command-person = person, talk to a person, talk to someone, agent, human, operator, helpline, customer care, call me, speak to someone, real person
command-erase = delete my data, erase my data, delete everything, delete my account, forget me, remove my data
command-choose-en = english, angrezi, inglish, in english, english me, english mein
command-choose-hi = hindi, in hindi, hindi me, hindi mein, hindi me baat karo, hindi mein baat karo
command-choose-pa = punjabi, panjabi, in punjabi, punjabi vich, punjabi me, punjabi mein
command-choose-ur = urdu, in urdu, urdu me, urdu mein

# Words of commands that are an answer where words are asked for: a wedding at home, an agent, somebody called so.
answers-too = home, agent, operator, more

# Said out of courtesy around what is meant.
polite-words = please, pls, plz, plzz, sir, madam, dwar

# Words that answer no question: thanks, a sign that one has read, and that there is nothing to answer with.
remark-thanks = thanks, thank you, thank u, thankyou, thanx, thnx, thx, ty, tysm, thanks a lot, many thanks, thank you so much, thank you very much, ok thanks, ok thank you, okay thanks, okay thank you, bye, good bye, goodbye, good night
remark-heard = hm, hmm, hmmm, mm, k, kk, oh, fine, sure, alright, all right, right, got it, i see, understood, no problem, done
remark-none = no, nope, none, nil, n/a, na, not available, not applicable, not known, unknown, no idea, don't know, dont know, i don't know, i dont know, i do not know, don't have, dont have, do not have, don't have it, dont have it, i don't have, i dont have, i don't have it, i dont have it, i do not have it, not with me, don't remember, dont remember, i don't remember, i dont remember, i do not remember, lost, lost it, i lost it, that is all, that's all, thats all, only this, only these, enough, no more, nothing more, nothing else, no one else
remark-same = same, same as above, same as before, same as groom, same as husband, same as wife, same address, same place, as above, ditto, same same, same hai, same only

# Said before a name and behind it.
naming-before = my name is, his name is, her name is, the name is, name is, my name, my son's name is, my daughter's name is, child name is, myself
naming-behind = hai, h

# Somewhere in a wish, where nothing is asked: what it is after.
wish-status = where is my, where are my, when will i get, when will i receive, when will my, when will it come, not received, not got, not come yet, any update, status, track, send again, send it again, send my certificate again, resend
wish-person = human, real person, talk to someone, talk to a person, speak to someone, speak to a person, customer care, helpline, call me, phone number
wish-erase = delete my data, delete all my data, erase my data, remove my data, delete my account, delete my information, delete my details, forget me, delete data, my data delete, delete the data, erase data, remove data
wish-language = change language, change the language, another language, other language, change my language

# Said of an answer that is to be another, and of all of them: alone where it has several words, else with the name of an answer.
wish-correct = wrong, mistake, incorrect, not correct, not right, change something, made a mistake, did a mistake, done a mistake, made mistake, by mistake, it is wrong, this is wrong, that is wrong, was wrong, is wrong, are wrong, is not correct, is not right, typed wrong, wrote wrong, entered wrong, gave wrong, sent wrong, want to change, want to correct, want to edit, need to change, have to change, can i change, how to change, let me change, change it, change this, correct it, correct this, edit it, edit this, change my answer, change the answer, wrong answer, modify, delete, remove, mistake in, to correct, you correct
wish-cancel = cancel, cancel this, cancel it, cancel that, cancel all, cancel everything, cancel now, cancel my application, cancel the application, cancel application, cancel my form, cancel the form, cancel my request, cancel the request, want to cancel, cancel karo, cancel kar do, cancel kardo, cancel karna, cancel karna hai, cancel kar dijiye, don't want this, dont want this, do not want this, don't want to do this, dont want to do this, don't want to apply, dont want to apply, don't want to continue, dont want to continue, don't want it anymore, no longer want this

# Of the same words, what wishes nothing to be changed or cancelled.
plea-denied = no mistake, no mistakes, not a mistake, not wrong, nothing wrong, nothing is wrong, nothing to change, nothing to correct, no change, no changes, no correction, don't change, dont change, do not change, don't cancel, dont cancel, do not cancel, not cancel

# Said of what is right, unless something is named behind it.
says-right = correct

# Said of no trade and no place.
says-wrong = wrong, mistake, incorrect

# Words that ask: alone with a wish to correct (`what is wrong`) they name nothing.
question-words = what, who, whom, whose, which, why, where, when, how, many, much

# Words of a wish that say nothing of what is wished for.
search-fillers = i, me, my, we, our, a, an, the, to, for, of, in, on, is, it, am, and, want, need, would, like, please, pls, get, make, made, apply, do, how, can, you, your, new, help, with, from, this, that, was, were, be, has, have, had, been, some, there, by, come, comes, once
# Words that the services of any office share: alone they name none.
search-generic = certificate, certificates, certi, card, cards, document, documents, paper, papers, form, forms, registration, register, registered, registry, application, proof, date, record, records, online, government, govt, office, service, number

menu-text = Hello! I am Dwar, the government's helper. Tap below, or write what you need.
choose = Choose
menu = Menu
more = More
my-applications = My applications
language = Language
did-you-mean = Is it one of these?
not-here = I do not have that here. I can help with these:
service-gone = This service is closed now.
service-gone-kept = This service is closed now. Your answers are kept, in case it opens again.
help-text =
    Answer the question, or tap a button. You can also send:
    • back: the question before
    • menu: all services
    • status: where your applications are
    • language: another language
    • later: keep your answers for another day
    • start again: answer all anew
    • cancel: end, and delete the answers
    • person: talk to a person
    • delete my data: delete all that we keep about you

consent = { $department } needs your answers for this, and we keep them for it. Send "cancel" to end and delete them, "stop" to hear no more from us.
begun-before = You began this earlier. Answers so far: { $count }.
go-on = Go on
go-on-without = Go on without
start-again = Start again
add = Add
add-another = Add another
which-one = Which of these will you give?
another-one = Another of these
so-many = { $name }: { $count } so far. { any-more }
any-more = Do you want to add another?
none-yet = { $name }: do you have any to add?
example = Example: { $example }
yes = Yes
no = No
skip = Skip
choose-one = Please tap one of the choices.
welcome = You are welcome.
write-answer = Please write your answer.
not-skipped = This one is needed, so it cannot be skipped.
language-guessed = This chat is in English. For another language, send "language".
write-in-full = Please write it in full here as well.
two-days = That can mean { $first } or { $second }. Please write the day, the month and the year.
two-centuries = That can mean { $first } or { $second }. Please write the year in four digits.
not-at-hand = If you do not have it now, look at your papers or ask at home. Send "later", and your answers are kept.
not-offered = That choice is no longer there.
option-gone = What you chose before is no longer free. Please choose again.
none-of-these = None of these
nothing-to-correct = Nothing is answered yet, so there is nothing to change.
none-found = Nothing was found for your answers.
none-found-correct = Nothing was found for your answers. Tap the one that may be wrong.
old-button = That button was for an earlier question.
old-question = That was an earlier question. It is closed now.
edit-unseen = I cannot see what you changed in a message. To change an answer, send "back", or reply to its question.
cannot-read = I can read text, photos and PDF files only.
cannot-read-file-wanted = I can read photos and PDF files only.
no-file-wanted = No file is needed here. Please write your answer.
file-wanted = Please send { $kinds }.
send-file = Send { $kinds }.
kinds-both = a photo or a PDF
kinds-photo = a photo
kinds-pdf = a PDF
kinds-both-exact = a photo or a PDF (JPEG, PNG or PDF)
kinds-photo-exact = a photo (JPEG or PNG)
files-given = { $count ->
    [one] 1 file
   *[other] { $count } files
  }
pages-given = { $count } pages
pages-received = { $label }: { $count } pages received.
page-known = { $label }: we have this one already.
received-as = { $label }: received.
received-or-page = { $label }: received. Is it a page of { $before }? Then tap "{ is-a-page }".
paper-came = { $label }: received. If it has another page, tap "{ add-page }".
is-a-page = To the one before
pages-full = { $label }: we can take { $count } pages, no more.
next-page = { $label }: send a photo of the next page, or go on.
page-photo = A page must be a photo.
add-page = Add another page
kept-file = No paper is asked for just now. We keep this one for a day. When a paper is asked for, you can use it with one tap.
kept-full = We keep { $count } of your files already. Please send this one when it is asked for.
use-kept = { $count ->
    [one] Use what you sent
   *[other] Use all { $count } you sent
  }
use-first = Use only the first
file-unused = No paper is asked for here, so this file was not used.
file-empty = This file is empty. Please send { $kinds }.
file-too-large = This file is larger than 16 MB. Please send { $kinds } that is smaller.
file-type = This kind of file cannot be used. Please send { $kinds }.
file-content = What is in this file is not what it says. Please send { $kinds }.
file-small = This picture is very small and hard to read. Please send a larger one. If you have no other, send it again and we will take it.
file-blurred = This picture is hard to read. Please take it again in good light, and hold the phone still. If you have no better one, send it again and we will take it.
file-pixels = This picture is too big to open. Please send { $kinds } that is smaller.
file-damaged = This file cannot be opened. It may be broken. Please send { $kinds }.
file-locked = This PDF has a password. Please send { $kinds } without a password.
file-active = This PDF holds a program or another file, so we cannot take it. Please send { $kinds } without it.
file-expired = WhatsApp has this file no longer. Please send it again.
file-failed = The file did not reach us. Please send it again.

# A form of WhatsApp's own, offered beside the steps.
form-offer = You can answer one by one here, or fill one form.
form-steps = One by one
form-fill = Fill a form
form-open = Tap below to open the form. You can also write here at any time, and we go on one by one.
form-button = Open the form
form-came = Thank you, your form has come.
form-again = We have this form already.
form-late = That form was for something that is closed now. Nothing was taken from it.
form-void = This form is no longer open. Please write in the chat to go on.
form-closed = The form cannot be opened just now. We can go on one by one.
form-next = Next
form-summary = Please check
form-remains = Papers, and what a form cannot ask, follow in the chat. Nothing goes to the office before you send it there.
form-send = Back to the chat
form-answer = Your answer
form-wrong = Please check this
form-problem = Please check what is marked.

please-check = { $title }: please check.
as-shown = { $answer }, as shown above
block-done = ✓ { $block }. You can correct it at the end.
fee = Fee: ₹{ $fee }, paid to the office, not here
no-fee = Fee: nothing to pay
fee-later = The office will tell you the fee.
send = Send
correct = Correct
cancel = Cancel
correct-which = Which answer shall we change?
received = Received: { $reference }. We have it safely, and are sending it to { $department }. We will write here as soon as it has it.
received-days = Received: { $reference }. { $department } usually takes { $days ->
    [one] { $days } working day
   *[other] { $days } working days
  }. We will write to you here.
already-applied = You have sent this already: { $reference }. Nothing was sent twice.
not-sent-yet = It could not be sent just now. Nothing is lost.
no-answer = The office does not answer just now. Your answers are kept.
went-wrong = Something went wrong on our side. Please send it again, or send "menu".
try-again = Try again
not-understood = Something is not right yet.
lookup-limit = You have searched often today. Please try again tomorrow. Your answers are kept.
cancelled = Cancelled. Your answers are deleted, and nothing was sent.
left = You left { $title }. There was no answer yet, so none is kept.
drop-sure = Shall we end it and delete these answers?
drop-yes = Yes, delete
drop-which = Which of these shall we end? Its answers will be deleted.
stopped = We will not write to you any more, and answers that were not sent are deleted. What you have sent goes on. Write to us to hear from us again.

kept-for-later = { $title }: your answers are kept. Tap to go on when you like.
not-finished = Not finished yet: { $title }.
reminder = You began this earlier: { $title }. Answers so far: { $count }. Would you like to go on?
talk-to-person = Call { $helpline } to talk to a person. We have noted that you asked.
erase-sure = Shall we delete all that we keep about you: your answers, papers and this chat? This cannot be undone. What an office is still working on goes when the office has finished.
erase-yes = Yes, delete all
erase-no = No, keep it
erased = All that we kept about you is deleted.
erased-later = What can go is deleted. The rest goes when the office has finished with { $references }. To stop that work, take { $count ->
    [one] it
   *[other] them
  } back.
erasing = It is being deleted now. This takes a little while.
lost-menu = Write in a few words what you need, such as: { $example }. Or tap the button below and choose.
lost-buttons = Tap one of the buttons below. You can also write its words, or its number in the list.
lost-date = Write the day, the month and the year, such as: 5 January 1990 or 5/1/1990.
lost-number = Write a number only, such as: 2.
lost-file = Tap the paper clip, choose Camera, take a photo of the paper, and send it.
lost-pdf = Tap the paper clip, choose Document, find the PDF, and send it.
lost-text = Write your answer as in the example. If you cannot, send "back" or "later".
lost-ways = To talk to a person, call { $helpline }.
whose-application = Whose application is it?
no-place-wanted = No place is needed here. Please write your answer.
place-needs-words = Thank you, I see the place on the map. It does not tell the house. Please also write: { $label }.
place-in-words = I see a place on the map, but not its name. Please write the address.
ask-number = There is news about your application. We need your mobile number to send it. Please tap below to share it.
number-came = Thank you. We have your number now.
no-contact-wanted = No contact card is needed here. Please write your answer.
card-without-number = This card has no mobile number of India. Please write the number.

your-applications = Your applications
no-applications = You have no applications yet.
no-such-application = There is no application { $reference } in this chat.
status-submitted = Sent
status-received = Received by the office
status-in-review = Being checked
status-action-required = Waiting for you
status-approved = Approved
status-certified = Certificate ready
status-rejected = Refused
status-withdrawn = Withdrawn
status-lapsed = Ended without an answer
status-delayed = Takes longer than usual; nothing is lost
status-overdue = Late, and still being worked on
status-withheld = Certificate ready, but held: this phone may have a new owner
opened-by-code = To see more, write here *link* and the six digits on the slip from the counter. Write it like this: *link 123456*.
expected-by = Expected by { $date }
answer-by = Please answer by { $date }.
come-on = Come on { $date }.
come-to = Place: { $place }
answer-now = Answer now
certificate-again = Send it to me again
answer-sent = Thank you. Your answer to { $reference } was sent to the office.
withdraw = Withdraw
withdraw-sure = Take back { $reference }? The office will stop working on it.
withdraw-yes = Yes, withdraw
withdraw-no = No, keep it
withdrawal-sent = { $reference } is being withdrawn. We will write when it is done.
withdrawal-refused = it was too late to withdraw it, the office goes on with it.
too-late = It is too late for this.
linked = Thank you. { $references } { $count ->
    [one] is
   *[other] are
  } now linked to this chat.
linked-account = Thank you. Your account is now linked to this chat.
link-refused = This code is wrong, old or used already. Please ask for a new one.
link-limit = Too many codes were tried from this chat today. Please try again tomorrow.
link-sure = This code is of the account whose number ends in { $digits }. If you link it, whoever uses that account sees your applications, and you see theirs. Is it your own?
link-sure-unnumbered = This code is of an account without a phone number. If you link it, whoever uses that account sees your applications, and you see theirs. Is it your own?
link-yes = Yes, link it
link-no = No
new-holder = WhatsApp says that this phone may have a new owner. So we show nothing that was sent from it before. If it is you, send us *link* and the one-time code that the office gives you. Write it like this: *link 123456*. Or call { $helpline }. You can also apply for something new here.

# Notices
notice-submitted = { $title }, { $reference }: filed for you. We have it safely, and are sending it to { $department }. We will write as soon as it has it.
notice-received = { $title }, { $reference }: { $department } has received it.
notice-in-review = { $title }, { $reference }: it is being checked.
notice-action-required = { $title }, { $reference }: the office needs something from you.
notice-approved = { $title }, { $reference }: approved. Your certificate will come here.
notice-certified = { $title }, { $reference }: here is your certificate. Anyone can check it at { $address }
certificate-withheld = Your certificate for { $reference } is ready. WhatsApp says that this phone may have a new owner, so we hold it. If it is you, send us *link* and the one-time code that the office gives you. Write it like this: *link 123456*. Or call { $helpline }.
notice-rejected = { $title }, { $reference }: refused.
notice-withdrawn = { $title }, { $reference }: withdrawn.
notice-lapsed = { $title }, { $reference }: ended, because no answer came in time.
notice-delayed = { $title }, { $reference }: { $department } takes longer than usual to answer. Nothing is lost, and you need not do anything. We will write as soon as it has it.
notice-overdue = { $title }, { $reference }: the day by which { $department } should have answered has passed. Your application goes on, and its lateness is on record.
notice-restricted = Application { $reference }: { $status }.
filed-for-you = filed for you
reason = Reason: { $reason }

# Templates, for Meta to approve: a variable is never first nor last.
template-application-update = News about your application { $reference } ({ $title }): { $status }. Write to us here to know more.
template-action-required =
    Your application { $reference } ({ $title }) needs something from you: { $what }
    Write to us here to go on.
template-certificate-ready = Your certificate for application { $reference } ({ $title }) is attached. Anyone can check it at { $address } at any time.
template-example-title = Birth certificate
template-example-what = Please send a photo of your identity card.
