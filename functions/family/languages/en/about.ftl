# Pages on these pages: accessibility, privacy, cookies, contact
#
# The words of the family's pages in English. How to change them: ../README.md

about-accessibility-title = Accessibility
about-privacy-title = How we use your information
about-cookies-title = Cookies
about-contact-title = Contact us
