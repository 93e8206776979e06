# Errors
#
# The words of the family's pages in English. How to change them: ../README.md
#
# error-<question>-<code> is for one question, error-<code> for any. They never repeat what was typed.

## Any question

error-code-not-recognised = Choose one of the answers
error-conflict = These answers do not go together. Check them
error-required = Answer this question
# $question is the question, such as "What is happening?"
error-too-long = Your answer to ‘{ $question }’ is too long. Use fewer words
error-empty = Write something here, or leave it out

## Who asks, and how to reach them

error-who-required = Select who is filling this in
error-who-code-not-recognised = Select who is filling this in
error-family-asked-required = Select what the family says
error-given-name-required = Enter your first name or your last name
error-given-name-required-for-others = Enter their first name or their last name
error-agree-required = Select ‘Yes’ or ‘Not yet’
error-own-age-age-not-read = Enter your age, like 15
error-own-age-too-old =
    You can ask for yourself up to 19, or up to 25 if you have a disability or need extra help to
    learn. If you are older, go back and choose another answer, or call the hub
error-own-age-date-in-future = Enter your age, like 15, or a date of birth in the past
error-safe-to-required =
    Give us one safe way to get in touch, or tick that you will come in
error-safe-to-required-for-others =
    Give us one safe way to get in touch with them, or tick that they will come in
error-safe-to-conflict =
    You ticked a way to get in touch, and you ticked that we must not. Take one of them away
error-phone-phone-not-recognised = Enter a phone number, like 01632 960 001 or 07700 900 982
error-phone-needed-for-safe-way =
    You told us it is safe to call or text you. Enter your phone number, or take those ticks away
error-phone-needed-for-safe-way-for-others =
    You told us it is safe to call or text them. Enter their phone number, or take those ticks away
error-phone-is-it-safe =
    Is it safe to call or text you on this number? Tick each way that is safe, or take the number out
error-phone-is-it-safe-for-others =
    Is it safe to call or text them on this number? Tick each way that is safe, or take the number
    out
error-email-email-not-recognised = Enter an email address, like name@example.com
error-email-needed-for-safe-way =
    You told us it is safe to email you. Enter your email address, or take that tick away
error-email-needed-for-safe-way-for-others =
    You told us it is safe to email them. Enter their email address, or take that tick away
error-email-is-it-safe =
    Is it safe to email you? Tick ‘You can email me’ if it is, or take the address out
error-email-is-it-safe-for-others =
    Is it safe to email them? Tick ‘You can email them’ if it is, or take the address out
error-safe-to-needed-for-safe-way =
    We cannot send a letter without an address. Take the tick at the letter away

## Where they live

error-where-required = Enter your postcode, or choose another answer
error-where-required-for-others = Enter their postcode, or choose another answer
error-postcode-required = Enter your postcode, or choose another answer
error-postcode-required-for-others = Enter their postcode, or choose another answer
error-postcode-postcode-not-found = We cannot find this postcode. Is it new? Check it, or keep it
error-postcode-postcode-ended =
    This postcode is not used any more. Have you moved? Enter the one you have now, or keep it
error-postcode-postcode-ended-for-others =
    This postcode is not used any more. Have they moved? Enter the one they have now, or keep it
error-postcode-postcode-outside-england =
    This postcode is not in England. Family Hubs are in England. Check it, or keep it: we will pass
    on what you send
error-postcode-postcode-of-no-home =
    This postcode is not of a home. Enter the postcode of where you live, or keep it
error-postcode-postcode-of-no-home-for-others =
    This postcode is not of a home. Enter the postcode of where they live, or keep it
error-where-conflict =
    If you have no fixed address, leave the address and postcode empty. If we can use the address
    you gave, choose that you have one
error-where-conflict-for-others =
    If they have no fixed address, leave the address and postcode empty. If we can use the address
    you gave, choose that you can give their postcode
error-address-line-1-needed-for-safe-way =
    You told us it is safe to send you a letter. Enter your address, or take that tick away
error-address-line-1-needed-for-safe-way-for-others =
    You told us it is safe to send them a letter. Enter their address, or take that tick away
error-postcode-postcode-not-recognised =
    Enter a UK postcode, like SW1V 2AA, or its first part, like SW1V
error-postcode-postcode-unclear = Check the postcode. We are not sure how to read it
error-council-code-not-recognised = Choose your council from the list
error-council-gss-code = Choose your council from the list
error-language-code-not-recognised = Choose a language from the list
error-language-language-shape = Choose a language from the list

## Children

error-children-not-known-required = Add a child, or tick that you would rather not say
error-child-given-name-required = Enter a child’s name or date of birth, or the date the baby is due
error-child-day-required = Enter the date of birth, or choose another answer
error-child-age-required = Enter about how old the child is, or choose another answer
error-child-due-required = Enter when the baby is due, or choose another answer
error-year-in-two-digits = Which year is that? Enter all 4 numbers, such as 2021
error-date-not-read = Enter a date, such as 27 March 2021, or a year
error-age-not-read = Enter an age, such as 3 or 18 months, or a year, such as 2021
error-due-day-missing = Enter the day as well, such as 27 March 2027. It can be a guess
error-day-missing = Enter a day, such as 27
error-month-missing = Enter a month, such as 3 or March
error-year-missing = Enter a year with 4 numbers, such as 2021
error-date-not-real = Enter a real date
error-date-too-early = The date of birth must be in or after 1900
error-date-in-future =
    The date of birth must be in the past. If your baby is not born yet, choose that answer
error-due-date-too-late = The date your baby is due must be in the next 10 months
error-due-date-too-early =
    The due date is over a year ago. If your baby is born, give the date of birth

## What would help

error-needs-required = Select what you would like help with, or ‘Not sure’
error-needs-required-for-others = Select what they would like help with, or ‘Not sure’
