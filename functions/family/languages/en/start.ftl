# The first page, the page of numbers to call, and pages of problems
#
# The words of the family's pages in English. How to change them: ../README.md

## The first page

start-title = Ask for help for your family
start-lead =
    Tell us a little about your family and what would help. Someone at a Family Hub will read it and
    get in touch, only in the ways you say are safe.
start-free = It is free. You do not need an account.
start-time = It takes about 3 minutes. You do not need to answer everything.
start-next-title = What happens
start-next-tell = You tell us what would help.
start-next-read = A person reads it and gets in touch in a safe way.
start-next-talk = You talk about what to do next. You can say no at any time.
start-phone-title = If you would like to talk first
# $name is a hub, such as "Portman Family Hub", $phone its number, as a link.
start-phone-hub = { $name }: { $phone }
start-safe-title = Is it safe to use this device?
start-safe =
    ‘Exit this page’ deletes what you typed and opens a weather page, but it does not clear the list
    of pages that this device keeps, or of words to fill in again, so use another device if someone
    might look.
# Shown only where the key works.
start-shift = You can also press the Shift key 3 times to leave.
start-short = Ask for help now
start-short-hint = Your name, a safe way to reach you, and what would help.
start-full = Tell us more first
start-full-hint = Also your children, your address and what you need. It takes about 8 minutes.
start-status = See how your request is getting on
start-go-on = Go on with your form
start-again = Or start again:
start-short-again = Start again (deletes what you typed)
start-full-again = Start again and tell us more (deletes what you typed)
start-sent = See what happens next with your form
# The name of a notice at the top of the page.
start-notice = Please note
start-not-begun =
    We cannot find your form. Please start again. Your browser must allow cookies for this. If it
    does not, call one of the numbers on this page.
start-other-tab =
    You started another form in another tab, so we have closed the one before. Start again here.
start-lost =
    We no longer have what you typed. We delete it after 4 hours, or when you leave.
    Please start again.
footer-exit =
    ‘Exit this page’ takes you to a weather page. It does not clear your browser’s history. If
    someone might look, clear the history too.

## The page of numbers to call, when someone may be in danger. Its heading says nothing of why.

numbers-title = Talk to someone now
# $number is 999, as a link.
numbers-danger = If anyone is in danger right now, call { $number }.
numbers-silent = If it is not safe to speak, call from a mobile and press 55 when you are asked to.
# $authority is a council, such as "Essex".
numbers-lead-authority = You do not have to wait for us. Call the children’s team at { $authority }:
numbers-lead-national = You do not have to wait for us. Call for advice:
numbers-in-hours = In the daytime, Monday to Friday
numbers-out-of-hours = At night, at weekends and on holidays
# $number is a phone number, as a link.
numbers-nspcc = { $number } (NSPCC Helpline)
numbers-police = { $number } (police)
numbers-go-on-title = If you cannot call
numbers-go-on-lead = You can send us the form. People who keep children safe will read it first.
numbers-mark-lead =
    If you press this, people who keep children safe read your form first, once you send it.
numbers-mark = Someone is being hurt, or could be
numbers-go-on = Go on with the form
numbers-leave = Leave

## Pages of problems

problem-forbidden-title = This form came from another website
problem-forbidden = Open the form here, and fill it in again.
problem-not-found-title = Page not found
problem-not-found = Check the address, or start again.
problem-too-large-title = That is too long
problem-too-large =
    We could not save that page. Go back, make your answers shorter, and send them again.
problem-other-title = This did not work
problem-other = Go back, and try again.
problem-ours-title = Sorry, something went wrong
problem-ours =
    Nothing you did was wrong. Wait a minute, then reload this page. If you had sent something, your
    browser sends it again.
