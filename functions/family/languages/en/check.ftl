# Check your answers, and send
#
# The words of the family's pages in English. How to change them: ../README.md

check-title = Check your answers
check-not-answered = Not answered
check-more-title = You can tell us more
check-more = You do not have to. Someone will ask you when they get in touch.
check-done = done
check-agree-title = Send it
check-agree =
    When you send this, you agree that we share it with the Family Hub team near you, so that they
    can help.
check-not-yet =
    You told us that you do not agree yet. You can still send this. Someone will read it, and talk
    with you before anything else happens.
check-for-others =
    You are asking for another family. Someone will read it, and look at what the family said to you.
check-share =
    If someone may be badly hurt, we also tell the people whose work is to keep children safe.
check-worry =
    You told us that someone is being hurt, or could be. People whose work is to keep children safe
    will read this before anything else.
# The name of a field that nobody sees; only a machine fills it in.
check-leave-empty = Leave this empty
check-send = Send

## One message, once a team has it. It is shown only with a number or an address that is safe.

check-notice-label = Shall we send you one message when your form has reached the right team?
check-notice-hint =
    It says that a team has what you sent, and your reference. It does not say who we are or what it is
    about. Choose one only if nobody else reads your messages.
check-notice-none = No message
# $number is "07700 900 982".
check-notice-text = Text { $number }
# $address is "name@example.com".
check-notice-email = Email { $address }
