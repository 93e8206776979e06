"""Wrong answers on each page, and the fields that their errors lead to."""

from harness.people import FULL, HELPED, SHORT, YOUNG

LONG = "Every day is a little harder than the one before. " * 60
# Each page with answers before it, a wrong answer, and the fields that the errors lead to.
OF_EACH = [
    ("who", FULL, {}, ["who"]),
    ("asked", HELPED, {}, ["family-asked"]),
    ("young", YOUNG, {"own-age": "very young"}, ["own-age"]),
    ("young", YOUNG, {"own-age": "33"}, ["own-age"]),
    ("where", SHORT, {}, ["where"]),
    ("where", SHORT, {"where": "address"}, ["postcode"]),
    ("where", SHORT, {"where": "address", "postcode": "nowhere"}, ["postcode"]),
    ("where", SHORT, {"where": "address", "postcode": "SW1V 9ZZ"}, ["postcode"]),
    ("where", SHORT, {"where": "address", "postcode": "CF10 1AA"}, ["postcode"]),
    ("address", FULL, {"address-line-1": "A" * 500}, ["address-line-1"]),
    ("name", SHORT, {}, ["given-name"]),
    ("contact", SHORT, {}, ["safe-to"]),
    ("contact", SHORT, {"phone": "not a number", "safe-to": ["call"]}, ["phone"]),
    ("contact", SHORT, {"safe-to": ["call"]}, ["phone"]),
    ("contact", SHORT, {"safe-to": ["email"]}, ["email"]),
    ("contact", SHORT, {"phone": "07700 900 982"}, ["phone"]),
    ("safety", FULL, {"must-not-know": LONG}, ["must-not-know"]),
    ("child/1", FULL, {}, ["child-1-given-name"]),
    ("child/1", FULL, {"child-1-birth": "born", "child-1-day": "32", "child-1-month": "5", "child-1-year": "2020"},
     ["child-1-day"]),
    ("child/1", FULL, {"child-1-birth": "about", "child-1-age": "no idea"}, ["child-1-age"]),
    ("child/1", FULL, {"child-1-birth": "due", "child-1-due": "1 May 2019"}, ["child-1-due"]),
    ("help", SHORT, {}, ["needs"]),
    ("words", FULL, {"what-is-happening": LONG}, ["what-is-happening"]),
    ("agree", FULL, {}, ["agree"]),
]
