# Pages on these pages: accessibility, privacy, cookies, contact
#
# The words of the family's pages in English. How to change them: ../README.md
# $name is the council's name. The council's own words (how to complain, how long) stay as it wrote them.

about-accessibility-link = Accessibility
about-privacy-link = Privacy
about-cookies-link = Cookies
about-contact-link = Contact
about-of = For { $name }
about-email = Email
about-phone = Phone
about-post = Post
about-officer = Data protection officer
about-complaints = If you are not happy
# Where a council has not filled in its part. $phone is its front door's number.
about-not-filled = { $name } has not told us more yet. Call { $phone }.

## Accessibility

about-accessibility-title = Accessibility
about-accessibility-lead =
    We want everyone to be able to use these pages. You can zoom in to 400%, use only a keyboard, or
    use a screen reader. They work without scripts.
about-accessibility-state-title = How accessible these pages are
about-accessibility-state =
    They partly meet the Web Content Accessibility Guidelines, version 2.2, level AA, because of what
    we list here.
about-accessibility-gaps-title = What does not meet them
about-accessibility-gap-title =
    Every page has the same title, ‘Information’, so that your device’s history does not show what
    you looked for (2.4.2, Page titled). The heading on each page says what it is.
about-accessibility-gap-time =
    We delete what you typed after 4 hours without use (2.2.1, Timing adjustable). We do this to keep
    you safe.
about-accessibility-tested-title = How we tested them
about-accessibility-tested =
    Each page is tested with the tool axe-core and with a keyboard each time the pages change.
# $day is "28 November 2026".
about-accessibility-checked = { $name } last checked them on { $day }.
about-accessibility-tell-title = Tell us about a problem
about-accessibility-tell = If something does not work for you, or you need it in another form, tell us:
about-accessibility-enforce =
    If you are not happy with our answer, call the Equality Advisory and Support Service on { $phone }.
    The Equality and Human Rights Commission makes sure that the accessibility rules (2018) are kept.

## Privacy

about-privacy-title = How we use your information
about-privacy-lead =
    Your council’s Family Hubs use what you send to get you the right help. Your council decides how
    it is used, by law. It is called the controller.
about-privacy-what-title = What we ask for
about-privacy-what =
    Your name, how to reach you safely, where you live, your children, and what would help. Only what
    you choose to tell us.
about-privacy-why-title = Why we may use it
about-privacy-why =
    Councils have a duty to help families and to keep children safe. In law this is a ‘public task’.
    For health and other private matters, it is needed for reasons of substantial public interest.
about-privacy-who-title = Who sees it
about-privacy-who-hub = The Family Hub team near you.
about-privacy-who-safe =
    The council’s children’s team, if a child may be hurt. They may have to share it, even if you do
    not want them to.
about-privacy-who-area = Another council, if you live in its area.
about-privacy-who-notice =
    If you choose a message: GOV.UK Notify, which sends it. It sees the number or address, and your reference.
about-privacy-who-not = We do not sell it. No computer decides if you get help.
about-privacy-how-title = How we keep it safe
about-privacy-how =
    What you type is locked on our side until you send it, and deleted after 4 hours without use.
    What you send is locked too. Each time a worker looks at it, we write that down.
about-privacy-rights-title = Your rights
about-privacy-rights =
    You can ask to see it, to correct it, to have it deleted, to use it less, or to say no to a use.
    Some of these are not possible when a child must be kept safe.
about-privacy-rights-how = Ask the data protection officer of your council:
about-privacy-ico =
    You can also complain to the Information Commissioner: { $phone }, ico.org.uk/make-a-complaint.
about-retention = How long it is kept

## Cookies

about-cookies-title = Cookies
about-cookies-lead =
    Cookies are small files on your device. We use only those that these pages cannot do without, so
    we do not ask. We do not follow you, and nobody else sets any.
about-cookies-form = Finds what you typed. It holds a random number, and nothing about you.
about-cookies-status = Finds the request that you looked up. It holds a random number.
about-cookies-language = Keeps the language that you chose.
about-cookies-end-close = It ends when you leave or close the browser.
about-cookies-end-idle = It ends after 4 hours without use, or when you leave or close the browser.
about-cookies-exit = ‘Exit this page’ deletes all of them.

## Contact

about-contact-title = Contact us
about-contact-lead = Questions about these pages? Ask your council. To ask for help, use the form.
about-contact-door = If you are worried about a child
