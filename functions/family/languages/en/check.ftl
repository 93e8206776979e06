# Check your answers, and send
#
# The words of the family's pages in English. How to change them: ../README.md

check-title = Check your answers
check-send = Send
check-agree =
    When you send this, you agree that we share it with the Family Hub team near you, so that they
    can help.
check-again = Check your answers, then send the form again.
check-not-saved = We could not save your answers just now. Wait a moment, then send them again.
