# The questions of the form
#
# The words of the family's pages in English. How to change them: ../README.md
# A question has -label, mostly -hint, and -brief, which names its answer within a sentence: "We have
# kept your phone number as you gave it". An answer to choose has the question's name and its own. A
# page with several questions has -title, and -section where its answers stand together.

## Who asks

who-label = Who is filling this in?
who-brief = who is filling this in
who-section = About you
who-self-parent = I am a parent or carer
who-self-young-person = I am a young person, and this is about me
who-relative = I am a relative of the family
who-friend = I am a friend or neighbour of the family
who-helped-by = I am helping a family, and they are with me

helper-title = About you, the helper
helper-section = The helper
helper-setting-label = Where are you helping?
helper-setting-hint = For example, a library, a church or a school
helper-setting-brief = where the helper is

helper-organisation-label = Who do you work or volunteer for?
helper-organisation-brief = who the helper works or volunteers for

helper-name-label = Your name
helper-name-brief = the helper’s name

asked-title = What does the family say?
asked-section = What the family says
family-asked-label = Does the family want this help?
family-asked-hint = You can send this form whatever the answer is. It only changes who reads it first.
family-asked-brief = whether the family wants this help
family-asked-agreed = Yes, we asked and they agreed
family-asked-said-no = We asked and they said no
family-asked-not-safe = We did not ask, because it is not safe to ask
family-asked-not-asked = We have not asked yet

asked-of-label = Who did you ask?
asked-of-hint = Leave this empty if you have not asked
asked-of-brief = who was asked
asked-of-parent = A parent with the legal right to decide for the child
asked-of-carer = Someone else who looks after the child
asked-of-young-person = The young person

## A young person

young-title = Before you start
young-section = About you
# $number is Childline's number, as a link.
young-childline =
    You can talk to Childline first. Call { $number }. It is free, day and night, and it does not
    show up on the phone bill.
young-who-will-know =
    The people at the Family Hub will read what you write. They may need to talk to other people
    whose work is to help. They talk to you first if they can.
young-parents =
    We do not tell your parents unless you are in danger. If that happens, we talk to you about it
    first if we can.

own-age-label = How old are you?
own-age-hint = You can ask for yourself up to 19, or up to 25 if you have a disability or extra needs
own-age-brief = how old you are
own-send-label = I have a disability, or I need extra help to learn
own-send-brief = whether you have a disability or need extra help to learn

given-name-label = First name
given-name-brief = your first name

family-name-label = Last name
family-name-hint = If you have only one name, write it in one of the boxes
family-name-hint-for-others = If they have only one name, write it in one of the boxes
family-name-brief = your last name

name-title = What is your name?
name-title-for-others = What is the name of the parent or carer?
name-section = Name

relationship-label = What are you to the children?
relationship-label-for-others = What is the parent or carer to the children?
relationship-brief = what you are to the children

## How to get in touch

contact-title = How can we get in touch with you?
contact-title-for-others = How can we get in touch with the family?
contact-section = How we get in touch
contact-phone = By phone
contact-email = By email
contact-letter = By letter
contact-none = Or not at all

phone-label = Phone number
phone-hint = A number that is safe for you
phone-hint-for-others = A number that is safe for the family
phone-brief = your phone number

email-label = Email address
email-hint = An address that nobody else reads
email-hint-for-others = An address that only they read
email-brief = your email address

safe-to-label = Ways that are safe
safe-to-hint = Choose only ways that nobody else will see or hear. We will not use any other.
safe-to-hint-for-others =
    Choose only ways that nobody else will see or hear. If you do not know, ask the family first.
safe-to-brief = which ways are safe for you
safe-to-phone = What is safe on this number?
safe-to-email = Is it safe to email you?
safe-to-email-for-others = Is it safe to email them?
safe-to-letter = Is it safe to send you a letter?
safe-to-letter-for-others = Is it safe to send them a letter?
safe-call = You can call me
safe-call-for-others = You can call them
safe-text = You can text me
safe-text-for-others = You can text them
safe-voicemail = You can leave a voicemail
safe-email = You can email me
safe-email-for-others = You can email them
safe-letter = You can send a letter to my address
safe-letter-for-others = You can send a letter to their address

no-contact-label = I will come in. Do not get in touch with me
no-contact-label-for-others = They will come in. Do not get in touch with them
no-contact-brief = that you will come in

safety-title = Getting in touch safely
safety-section = Getting in touch safely
best-times-label = When is a good time?
best-times-hint = For example, Tuesday mornings
best-times-brief = when is a good time

must-not-know-label = Is there anyone who must not find out?
must-not-know-hint = Tell us who, and what we must take care about. Leave it empty if there is nobody.
must-not-know-brief = who must not find out

## Where they live

where-label = Where do you live?
where-label-for-others = Where does the family live?
where-hint = It helps us to find the hub near you
where-hint-for-others = It helps us to find the hub near them
where-brief = where you live
where-section = Where you live
where-section-for-others = Where the family lives
where-address = I can give a postcode
where-address-for-others = I can give their postcode
where-no-fixed-address = I have no fixed address
where-no-fixed-address-for-others = They have no fixed address
where-no-fixed-address-hint = For example, you stay with friends, or in a hostel
where-no-fixed-address-hint-for-others = For example, they stay with friends, or in a hostel
where-concealed = I cannot say where I am
where-concealed-for-others = I cannot say where they are
where-concealed-hint = We ask only for your council. We never keep your address.
where-concealed-hint-for-others = We ask only for their council. We never keep their address.

address-title = What is your address?
address-title-for-others = What is the family’s address?
address-section = Your address
address-section-for-others = The family’s address
address-line-1-label = Address line 1
address-line-1-hint = You can leave all of this empty
address-line-1-brief = your address

address-line-2-label = Address line 2
address-line-2-brief = your address

town-label = Town or city
town-brief = your town or city

postcode-label = Postcode
postcode-hint = The first part is enough if you do not know all of it
postcode-brief = your postcode
postcode-keep = Yes, this is my postcode
postcode-keep-for-others = Yes, this is their postcode

council-label = Which council’s area are you in?
council-label-for-others = Which council’s area are they in?
council-hint = You can leave this empty if you do not know
council-brief = your council
council-section = Your council
council-section-for-others = The family’s council

parents-disagree-label = The parents do not agree where a child lives
parents-disagree-brief = whether the parents agree where a child lives

## Language and access

language-title = Language and access
language-section = Language and access
language-label = Which language shall we use with you?
language-label-for-others = Which language shall we use with them?
language-brief = which language to use with you

interpreter-label = I would like an interpreter
interpreter-label-for-others = They would like an interpreter
interpreter-brief = whether you would like an interpreter

access-label = Would any of these make it easier for you?
access-label-for-others = Would any of these make it easier for them?
access-brief = what would make it easier for you

access-note-label = Is there anything else that would make it easier?
access-note-brief = what would make it easier for you

## Children

children-title = Your children
children-title-for-others = The children
children-section = Your children
children-section-for-others = The children
children-lead = Tell us about each child, or the baby you are expecting.
children-lead-for-others = Tell us about each child, or the baby they are expecting.
children-add-first = Add a child
children-add = Add another child
# Beside a child's name, on a button and a link.
remove = Remove
# $number counts the children from 1.
child-title = Child { $number }

# $error is the error, which is about the child of this number.
child-error = Child { $number }: { $error }

child-given-name-label = First name
child-given-name-brief = the name of a child

child-family-name-label = Last name
child-family-name-brief = the name of a child

child-birth-label = When was this child born?
child-birth-hint = Tell us as much as you know
child-birth-brief = when a child was born
child-birth-born = I know the date of birth
child-birth-about = I know about how old the child is
child-birth-due = The baby is not born yet
child-birth-not-sure = I am not sure

child-date-label = Date of birth
child-date-hint = For example, 27 3 2021. A month can be a word. The year alone will do.
child-day-label = Day
child-day-brief = a child’s date of birth
child-month-label = Month
child-month-brief = a child’s date of birth
child-year-label = Year
child-year-brief = a child’s date of birth

child-age-label = About how old?
child-age-hint = For example, 3, 18 months, or the year 2021
child-age-brief = how old a child is

child-due-label = When is the baby due?
child-due-hint = For example, 27 March 2027. It can be a guess.
child-due-brief = the date your baby is due

# $date is what was typed.
child-born-told = Born { $date }
child-about-told = About { $date }
child-due-told = Due { $date }

children-not-known-label = I would rather not say anything about the children
children-not-known-brief = that you would rather not say anything about the children

## What would help

help-title = What would help?
help-title-for-others = What would help the family?
help-section = What would help
needs-label = What would you like help with?
needs-label-for-others = What would they like help with?
needs-hint = Choose as many as you like. If you are not sure, that is fine: choose ‘Not sure’.
needs-brief = what you would like help with

words-title = In your own words
words-section = In your own words
what-is-happening-label = What is happening?
what-is-happening-hint = In any language. You can leave this empty.
what-is-happening-brief = what is happening

what-would-help-label = What would help most?
what-would-help-brief = what would help most

already-tried-label = What have you tried?
already-tried-label-for-others = What have they tried?
already-tried-brief = what you have tried

who-else-helps-label = Who helps you now?
who-else-helps-label-for-others = Who helps them now?
who-else-helps-hint = For example, family, a school, a doctor or a health visitor
who-else-helps-brief = who helps you now

wait-section = How soon
can-wait-label = Can this wait a few days?
can-wait-brief = whether it can wait a few days
can-wait-yes = Yes, it can wait
can-wait-not-sure = I am not sure
can-wait-no = No, we need help today
can-wait-no-for-others = No, they need help today

someone-may-be-hurt-label = Is anyone being hurt, or could they be?
someone-may-be-hurt-hint =
    If you tick this, people whose work is to keep children safe will read it first. We show you
    phone numbers at once.
someone-may-be-hurt-brief = whether anyone is being hurt
someone-may-be-hurt-yes = Yes, I am worried that someone is being hurt or could be

## Agreeing

agree-title = Sharing what you told us
agree-section = Sharing what you told us
agree-share =
    We share what you told us with the Family Hub team near you. They use it to help you and your
    family.
agree-law = The council keeps it safe, and keeps it only for as long as it needs to.
agree-change = You can change your mind later. Tell the hub, or ask on our status page.
agree-more = When we may share more
agree-safety =
    If someone may be badly hurt, we have to tell the people whose work is to keep children safe. We
    tell you first if we can.
agree-label = Do you agree?
agree-hint = You can send the form whatever you answer
agree-brief = whether you agree
agree-yes = Yes, I agree
agree-not-yet = Not yet
agree-reason-label = Is there something you want to know first?
agree-reason-hint = You can leave this empty
agree-reason-brief = what you want to know first

choose-or-leave-empty = Choose, or leave empty

## Needs

need-parenting = Being a parent, and how children behave
need-pregnancy-and-birth = Having a baby, or signing up a birth
need-health-visiting = Health checks for a baby or child
need-infant-feeding = Feeding your baby
need-infant-feeding-for-others = Feeding the baby
need-perinatal-mental-health = Feeling low or worried, before or after a birth
need-play-and-early-learning = Playing and learning at home
need-childcare = Childcare, and what it costs
need-speech-and-language = Learning to talk
need-send = A child who needs more help to learn, or is disabled
need-child-mental-health = How a child feels
need-parent-mental-health = How you feel
need-parent-mental-health-for-others = How the parent or carer feels
need-healthy-living = Food, weight, teeth, sleep, smoking
need-substance-use = Drink or drugs
need-parental-conflict = Rows between parents
need-separation = Breaking up, or bringing up a child apart
need-domestic-abuse = Someone scares, hurts or controls you
need-domestic-abuse-for-others = Someone scares, hurts or controls them
need-housing = A home, or where you live
need-housing-for-others = A home, or where they live
need-money-and-benefits = Money, debt, food, benefits
need-work-and-skills = Work and training
need-school-attendance = School, and going to school
need-youth-support = Things to do for young people, or someone to talk to
need-exploitation-and-offending = Trouble with police, or being used by others
need-caring = A child who cares for someone, or bringing up a child of your wider family
need-caring-for-others = A child who cares for someone, or bringing up a child of their wider family
need-loss-and-isolation = Losing someone, being alone, or being new here
need-not-sure = Not sure

## Relationships

relationship-mother = Mother
relationship-father = Father
relationship-parent = Parent
relationship-expectant-parent = Having a baby
relationship-step-parent = Step-parent
relationship-parents-partner = A parent’s partner
relationship-grandparent = Grandmother or grandfather
relationship-aunt-or-uncle = Aunt or uncle
relationship-sibling = Brother or sister
relationship-other-relative = Someone else in the family
relationship-foster-carer = Foster carer
relationship-guardian = Guardian
relationship-special-guardian = Special guardian, or looking after a child in the family
relationship-carer = Carer
relationship-young-person = The young person themselves
relationship-other = Someone else
relationship-not-known = Not known

## Ways to reach somebody

way-call = Phone call
way-text = Text message
way-email = Email
way-letter = Letter
way-voicemail = Voicemail

## Things that would make it easier

access-step-free = Step-free access
access-hearing-support = Help with hearing
access-sight-support = Help with seeing or reading print
access-easy-read = Easy read
access-quiet-space = A quiet space
access-home-visit = A visit at home
access-other = Something else
