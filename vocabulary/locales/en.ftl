# What is expected, said kindly, with an example. At most 160 characters each.

invalid = That could not be understood. Please answer once more.
required = This is needed to go on. Please answer it.
unexpected = This was not asked for here, so it was left out.
text = Please write plain letters and numbers only. Leave out hidden or odd signs.
too-long = That is too long. Please write it in at most { $maximum } characters.
too-short = That is too short. Please write at least { $minimum } characters.
minimum = That is too small. It must be { $minimum } or more.
maximum = That is too large. It must be { $maximum } or less.
integer = Please write a whole number in digits, for example 2.
number = Please write a number in digits, for example 2.5.
boolean = Please answer yes or no.
pattern = That is not written as expected. Please check each letter and digit, and write it again.
pattern-example = That is not written as expected. Please write it like this: { $example }
choice = Please choose one of the answers that are offered.
choice-gone = What you chose is not free any more. Please choose again.
one-of = Exactly one of these is needed.
too-few = At least { $minimum } are needed.
too-many = That is too many. At most { $maximum } can be given.
too-late = It is too late for that now: the office has already decided.

date = Please write a date that exists: day, month, year. For example 5/1/1990 or 5 January 1990.
date-time = Please give date and time in full, for example 2026-01-05T10:30:00+05:30.
url = Please give a whole web address, for example https://example.in/page.
person-name = Please write the name as on the papers, in letters only, for example Asha Devi or आशा देवी.
mobile-number = Please write an Indian mobile number: ten digits. It starts with 6, 7, 8 or 9, for example 98100 12345.
aadhaar-number = This is not a valid Aadhaar number. It has twelve digits: please check each of them.
pin-code = Please write the PIN code: six digits, as on an envelope, for example 110092.

document-id = This is not a document of ours. Please send the document once more.
document-unknown = This document did not reach us. Please send it once more.
document-type = This kind of file cannot be taken. Please send one of these: { $accepts }.
photo = photo
document-empty = This file is empty. Please send it once more.
document-too-large = This file is too large. Please send one of at most 16 MB.
document-content = This file could not be opened. Please send a clear photo or a PDF.

# The words of the types that every department shares.

AddressInput-line = House, street, locality
    .hint = As a postman would read it.
    .example = 12, Gali 3, Laxmi Nagar
AddressInput-town = Village, town or city
    .example = Delhi
AddressInput-pinCode = PIN code
    .hint = Six digits, as on an envelope.
    .example = 110092
no-action = Nothing is asked of you just now.
action-answer = The office has a question for you.
action-document = Please send this document again.
action-appointment = The office asks you to come.
