# Words on many pages
#
# The words of the family's pages in English. How to change them: ../README.md

## The frame of a page

skip-to-content = Skip to main content
exit-this-page = Exit this page
way-back = Way back
word-error = Error
# Said by a screen reader before a warning.
word-warning = Warning
there-is-a-problem = There is a problem
# The name of the list of languages.
languages = Language
support-links = Support links
# Said by a screen reader when somebody leaves by pressing Shift three times.
exit-activated = Loading.
exit-timed-out = Exit this page expired.
exit-two-more = Shift, press 2 more times to exit.
exit-one-more = Shift, press 1 more time to exit.
go-to-start = Go to the start page

## Buttons and links on many pages

continue = Continue
back = Back
change = Change
yes = Yes

## The count below a long text. $count is a number.

count-most = You can write up to { $count } characters
count-left-one = You have { $count } character left
count-left = You have { $count } characters left
count-none-left = You have no characters left
count-over-one = You have { $count } character too many
count-over = You have { $count } characters too many

## Numbers to call. Names of services stay as they are: people ask for them by name.

helplines-title = Numbers you can call
helplines-free = They are free, day and night.
helpline-emergency-name = Emergency services
helpline-emergency-when =
    If anyone is in danger right now. If it is not safe to speak, call from a mobile and press 55
    when you are asked to.
helpline-nhs-name = NHS 111
helpline-nhs-when = If you need help with your mental health now. Choose option 2.
helpline-childline-name = Childline
helpline-childline-when = For anyone under 19.
helpline-abuse-name = National Domestic Abuse Helpline
helpline-abuse-when = If someone scares, hurts or controls you, or someone you know.
helpline-samaritans-name = Samaritans
helpline-samaritans-when = If you want to talk to someone, about anything.

## Dates

# $month is one of the names below: "2 December 2026".
date = { $day } { $month } { $year }
# "Wednesday 2 December"
weekday-and-date = { $weekday } { $day } { $month }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
