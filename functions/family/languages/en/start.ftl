# The first page
#
# The words of the family's pages in English. How to change them: ../README.md

start-title = Ask for help for your family
start-lead =
    Tell us a little about your family and what would help. Someone at a Family Hub will read it and
    get in touch, only in the ways you say are safe.
start-time = You do not need to answer everything. It takes about 3 minutes.
start-exit-note =
    ‘Exit this page’ takes you to a weather page. It does not clear your browser’s history. If
    someone might look, clear the history too.
