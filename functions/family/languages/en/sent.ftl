# After sending
#
# The words of the family's pages in English. How to change them: ../README.md

sent-title = Thank you. We have your form
sent-reference = Your reference is
sent-next-title = What happens next
sent-next-read = Someone at a Family Hub will read what you sent.
sent-next-worry-read =
    People whose work is to keep children safe will read what you sent before anything else.
sent-next-talk = You talk together about what would help.
sent-keep-title = Keep your reference
sent-keep = Write it down if it is safe to. It does not show your name or what you told us.
