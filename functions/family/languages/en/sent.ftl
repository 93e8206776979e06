# After sending
#
# The words of the family's pages in English. How to change them: ../README.md

sent-title = Thank you. We have your form
sent-reference = Your reference is

# Shown when the form was changed after it had been sent.
sent-changed =
    We had this form from you already, so what you changed after that is not in it. You can add it
    below.

## Keeping a copy. It comes first, so that nobody keeps one before they have thought of it.

sent-copy = If someone might look at this device, do not keep a copy of this page.
sent-copy-careful =
    Do not keep a copy of this page if someone must not find it. Do not print it or take a picture.
    Learn the reference, or write it where nobody will look.

## What happens next

sent-next-title = What happens next
sent-next-read = Someone at a Family Hub will read what you sent.
# $day is "Friday 4 December".
sent-next-reach = They will try to get in touch by { $day }, only in the ways you said are safe.
sent-next-talk = You talk together about what would help.
sent-next-no-way =
    We do not have a safe way to get in touch with you, so nobody will call or write. You can go to a
    Family Hub near you, and show your reference.
sent-next-worry-read =
    People whose work is to keep children safe will read what you sent before anything else.
sent-next-worry-reach =
    They will try to get in touch today, or by { $day }, in the ways you said are safe.
sent-next-worry-no-way =
    We do not have a safe way to get in touch with you. If you can, call one of the numbers above.
sent-notice = We will send you one message when a team has it.
sent-next-elsewhere = If you live in another council’s area, we pass it on to them.

## What could not be read. The list after it has the -brief words of the questions.

sent-kept =
    We were not sure how to read some of your answers. We have kept them just as you gave them, and a
    person will look at them:
sent-left-out = Because it must stay secret, we have not kept:
sent-another-answer = another answer

## Hubs nearby

sent-hubs-title = Family Hubs near you
sent-hubs-lead = You do not have to wait for us. You can go to any of these and ask for help.
# The distance in miles, as the crow flies: "about 1.5 miles away".
sent-hub-away = About { $miles } miles away
sent-hub-away-one = About 1 mile away
sent-hub-away-half = About half a mile away
sent-hub-near = Less than half a mile away
# $days is "Monday to Friday", or some of "Monday, Wednesday". The times are "09:00" and "17:00".
sent-hub-hours = { $days }, { $from } to { $to }
sent-hub-days-range = { $first } to { $last }
# Between the days of a list.
sent-hub-days-comma = { $before }, { $next }

## The reference and the code

sent-keep-title = Keep your reference and your code
sent-keep =
    With both, you can see how it is getting on, add something, or ask us to stop. They do not show
    your name or what you told us. Nobody can look it up without the code.
sent-secret = Your code is
sent-keep-for = They work for 90 days.
sent-keep-how =
    If it is safe, write them down, take a picture, or print this page.
sent-status = See how it is getting on
sent-more = Add something I forgot
sent-leave = Close this and delete it from here
sent-another = Fill in another form
sent-gone-title = This page is not here any more
sent-gone =
    We keep this page for 4 hours, or until you leave. If you sent your form, we have it. With your
    reference and your code you can see how it is getting on.
