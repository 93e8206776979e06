"""Forty referrals of a morning for one hub, and three for its triage: families that are unlike each other."""

from datetime import date, timedelta

from harness.sending import HUB, TRIAGE, send

GIVEN = (
    "Gurpreet", "Oluwaseun", "Nguyễn", "محمد", "Zofia", "Ewan", "Siân", "Xiu", "Aoife", "Tomasz", "Adaeze", "Björk",
    "Ravi", "Leila", "Kwame", "Marisol", "Iolo", "Yusuf", "Saoirse", "Noor", "Chloe", "Dmytro", "Esi", "Fatou",
    "Hamza", "Ines", "Jakub", "Keziah", "Lowri", "Mohammed", "Nia", "Olena", "Priyanka",
    "Rhiannon", "Sami", "Tendai", "Ulrika",
)
FAMILY = (
    "Kaur", "Adeyemi", "Trần", "الأحمد", "Wójcik", "MacLeod", "ap Rhys", "Li", "O’Dowd", "Zając", "Okonkwo", "Jónsdóttir",
    "Iyer", "Haddad", "Asante", "García Ruiz", "Prydderch", "Demir", "Ní Bhriain", "Hussain", "Baptiste", "Shevchenko",
    "Mensah", "Diallo", "Farooqi", "de Souza", "Novák", "Clarke-Bell", "Vaughan", "Miah", "St John", "Kovalenko", "Rao",
    "Bevan", "Al-Sayed", "Moyo", "Lindgren",
)
NEEDS = (
    ["speech_and_language"], ["parenting"], ["housing", "money_and_benefits"], ["send"], ["infant_feeding"],
    ["perinatal_mental_health"], ["play_and_early_learning"],
)
TRIAGED = ("Ottilie", "Bartholomew", "Persephone")


def born(days):
    """The day so many days ago."""
    return (date.today() - timedelta(days=days)).isoformat()


def family(number, given, name, **says):
    """A referral of one child and a parent who can be called."""
    parent = {"relationship": "mother", "phone": f"07700 900 {100 + number}", "safe_to": ["call", "text"],
              "name": {"given": "Parent", "family": name}}
    return {
        "children": [{"name": {"given": given, "family": name}, "date_of_birth": born(400 + 53 * number)}],
        "adults": [parent], "needs": NEEDS[number % len(NEEDS)],
        "household": {"address": {"lines": [f"{number} Example Street"], "town": "London", "postcode": "SW1V 2AA"},
                      "language": "en"},
        "reason": "They would like some help.", **says,
    }


def send_forty(api):
    """Sends them, and waits until each is in an inbox."""
    before, in_triage = len(api.inbox(HUB)), len(api.inbox(TRIAGE))
    for number, (given, name) in enumerate(zip(GIVEN, FAMILY, strict=True)):
        urgency = ("routine", "soon", "urgent")[number % 3]
        send(api, family(number, given, name, urgency=urgency))
    # Two names that are alike: a person decides whether they are one child.
    one, other = family(40, "Amir", "Thorne"), family(40, "Amira", "Thorne")
    send(api, one)
    api.until(lambda: len(api.inbox(HUB)) >= before + len(GIVEN) + 1, "all of the hub's entries")
    send(api, other)
    # Three families whose agreement was not asked for: triage places them.
    for number, given in enumerate(TRIAGED, 50):
        send(api, family(number, given, "Lightfoot", agreement={"status": "not_asked"}))
    # One that is protected: its row names nobody.
    send(api, family(60, "Cosmo", "Bellweather", needs=["domestic_abuse"]))
    api.until(lambda: len(api.inbox(TRIAGE)) >= in_triage + len(TRIAGED), "three entries in triage")
