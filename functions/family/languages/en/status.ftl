# How your request is getting on
#
# The words of the family's pages in English. How to change them: ../README.md

## Looking it up

status-title = See how your request is getting on
status-lead = You need the reference and the code that we gave you when you sent it.
status-reference-label = Your reference
status-reference-hint = It has 3 groups of 4 letters and numbers
status-secret-label = Your code
status-secret-hint = It has 2 groups of 4 letters and numbers
status-look = See how it is getting on
error-reference-required = Enter your reference
error-reference-reference-not-recognised = Check your reference. It has 3 groups of 4 letters and numbers
error-secret-required = Enter your code
error-secret-secret-not-recognised = Check your code. It has 2 groups of 4 letters and numbers
status-not-found =
    We cannot find a request with this reference and code. Check them both. They work for 90 days.
status-unsent =
    We could not add these words, because we could not open your request. We keep them here. Look it
    up again, and you can send them:
status-locked-title = You have tried too often
status-locked =
    For safety, nobody can look up this reference for up to 2 hours. Nothing has changed with your
    request. Try again after that.
status-contact = Other ways to reach us

## What is found. It never says which hub has it, or who sent it.

status-found-title = How your request is getting on
status-reference = Reference
# $day is "28 November 2026".
status-received-on = We got it on { $day }.
status-step-received = We have it. It is on its way to the people who can help.
status-step-with-a-team = It is with the people who can help.
status-step-withdrawn = It has been stopped, as you asked.
status-next =
    They will get in touch only in the ways you said are safe. If you are worried that nobody has, you
    can call or go to any Family Hub and show your reference.
# $day is "Friday 4 December".
status-next-by = They will try to get in touch by { $day }, only in the ways you said are safe.
status-next-late =
    If you gave us a safe way, they should have been in touch by now. If they have not, call or go to any
    Family Hub and show your reference.
status-add = Add something I forgot
status-withdraw = Ask us to stop
status-other = Look up another one
status-leave = Close this and delete it from here

## Adding something

note-title = Add something I forgot
note-label = What would you like to add?
note-hint = Leave out names of other families. A person will read it with what you sent.
note-danger-hint = If you tick this, the people who have your request are asked to read it at once.
note-send = Add this
note-full = You cannot add more to this request here. Call a Family Hub to tell them more.
note-added-title = We have added it
note-added = The people who have your request will see it.
error-text-required = Write what you would like to add
error-text-too-long = This is too long. Use fewer words
note-not-saved = We could not save this just now. Nothing is lost. Wait a moment, then send it again.
note-other-tab =
    You looked up another request in another tab. Check that this is the one you mean, then send it
    again.
note-another = Add something else
note-back = Go back

## Asking to stop

withdraw-title = Ask us to stop
withdraw-lead =
    A person will check with you first, in the way you said is safe, so that nobody else can stop it
    for you. Until then, nothing changes.
withdraw-no-way = If you gave us no safe way, go to or call a Family Hub and show your reference.
withdraw-danger = If someone is making you stop, call { $number } or one of the numbers below.
withdraw-label = Would you like to say why? You can leave this empty.
withdraw-send = Ask us to stop
withdraw-added-title = We have your wish to stop
withdraw-added = A person will check with you in a safe way. Until then, nothing changes.
