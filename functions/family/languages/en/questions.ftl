# The questions of the form
#
# The words of the family's pages in English. How to change them: ../README.md
# A question has -label, mostly -hint, and -brief, which names its answer within a sentence: "We have
# kept your phone number as you gave it". An answer to choose has the question's name and its own.

## Who asks

who-label = Who is filling this in?
who-brief = who is filling this in
who-self-parent = I am a parent or carer
who-self-young-person = I am a young person
who-helped-by = I am helping a family, and they are with me

helper-setting-label = If you are helping: where are you?
helper-setting-hint = For example, a library, a church or a school
helper-setting-brief = where the helper is

helper-organisation-label = Who do you work or volunteer for?
helper-organisation-brief = who the helper works or volunteers for

helper-name-label = Your name, as the helper
helper-name-brief = the helper’s name

given-name-label = First name
given-name-hint = Of the parent, carer or young person who needs help
given-name-brief = your first name

family-name-label = Last name
family-name-brief = your last name

relationship-label = What are you to the children?
relationship-brief = what you are to the children

phone-label = Phone number
phone-brief = your phone number

email-label = Email address
email-brief = your email address

safe-to-label = Which of these are safe for you?
safe-to-hint = Choose only ways that nobody else will see or hear. We will not use any other.
safe-to-brief = which ways are safe for you

best-times-label = When is a good time?
best-times-hint = For example, Tuesday mornings
best-times-brief = when is a good time

must-not-know-label = Is there anyone who must not find out?
must-not-know-hint = Tell us who, and what we should be careful about. Leave it empty if there is nobody.
must-not-know-brief = who must not find out

## Where they live

where-label = Can you tell us where you live?
where-hint = It helps us to find the hub near you
where-brief = where you live
where-address = I can give an address or a postcode
where-no-fixed-address = We have no fixed address
where-concealed = Our address must stay secret

address-line-1-label = Address line 1
address-line-1-brief = your address

address-line-2-label = Address line 2
address-line-2-brief = your address

town-label = Town or city
town-brief = your town or city

postcode-label = Postcode
postcode-hint = The first part is enough if you do not know all of it
postcode-brief = your postcode

council-label = Which council’s area are you in?
council-hint = You can leave this empty if you do not know
council-brief = your council

parents-disagree-label = The parents do not agree where a child lives
parents-disagree-brief = whether the parents agree where a child lives

language-label = Which language shall we use with you?
language-brief = which language to use with you

interpreter-label = We would like an interpreter
interpreter-brief = whether you would like an interpreter

access-label = Would any of these make it easier for you?
access-brief = what would make it easier for you

access-note-label = Tell us more about what would make it easier
access-note-brief = what would make it easier for you

## Children

child-given-name-label = First name
child-given-name-brief = the name of a child

child-family-name-label = Last name
child-family-name-brief = the name of a child

child-day-label = Day
child-day-brief = a child’s date of birth, or the date your baby is due

child-month-label = Month
child-month-brief = a child’s date of birth, or the date your baby is due

child-year-label = Year
child-year-brief = a child’s date of birth, or the date your baby is due

child-not-born-label = Not born yet: this is the date the baby is due
child-not-born-brief = whether a baby is not born yet

children-not-known-label = I would rather not say anything about the children
children-not-known-brief = that you would rather not say anything about the children

## What would help

needs-label = What would you like help with?
needs-hint = Choose as many as you like. If you are not sure, that is fine: choose ‘Not sure’.
needs-brief = what you would like help with

what-is-happening-label = What is happening?
what-is-happening-hint = In your own words, in any language
what-is-happening-brief = what is happening

what-would-help-label = What would help most?
what-would-help-brief = what would help most

already-tried-label = What have you tried?
already-tried-brief = what you have tried

who-else-helps-label = Who helps you now?
who-else-helps-hint = For example, family, a school, a doctor or a health visitor
who-else-helps-brief = who helps you now

can-wait-label = Can this wait a few days?
can-wait-brief = whether it can wait a few days
can-wait-yes = Yes, it can wait
can-wait-not-sure = I am not sure
can-wait-no = No, we need help today

someone-may-be-hurt-label = Is anyone being hurt, or could they be?
someone-may-be-hurt-hint =
    If you tick this, people whose work is to keep children safe will read it first. You will see
    phone numbers on the next page.
someone-may-be-hurt-brief = whether anyone is being hurt
someone-may-be-hurt-yes = Yes, I am worried that someone is being hurt or could be

## Parts of the form

part-about-you = About you
part-home = Where you live
part-children = Your children
part-help = What would help
add-child = Add another child
choose-or-leave-empty = Choose, or leave empty

## Needs

need-parenting = Being a parent, and how children behave
need-pregnancy-and-birth = Having a baby, or signing up a birth
need-health-visiting = Health checks for a baby or child
need-infant-feeding = Feeding your baby
need-perinatal-mental-health = Feeling low or worried, before or after a birth
need-play-and-early-learning = Playing and learning at home
need-childcare = Childcare, and what it costs
need-speech-and-language = Learning to talk
need-send = A child who needs more help to learn, or is disabled
need-child-mental-health = How a child feels
need-parent-mental-health = How you feel
need-healthy-living = Food, weight, teeth, sleep, smoking
need-substance-use = Drink or drugs
need-parental-conflict = Rows between parents
need-separation = Breaking up, or bringing up a child apart
need-domestic-abuse = Someone scares, hurts or controls you
need-housing = A home, or where you live
need-money-and-benefits = Money, debt, food, benefits
need-work-and-skills = Work and training
need-school-attendance = School, and going to school
need-youth-support = Things to do for young people, or someone to talk to
need-exploitation-and-offending = Trouble with police, or being used by others
need-caring = A child who cares for someone, or bringing up a child of your wider family
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
