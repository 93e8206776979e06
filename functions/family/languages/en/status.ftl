# How your request is getting on
#
# The words of the family's pages in English. How to change them: ../README.md

status-title = See how your request is getting on
status-reference-label = Your reference
status-secret-label = Your code
