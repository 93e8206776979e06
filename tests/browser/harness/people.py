"""The people who ask, with what each answers on each page: field by field, as the pages name them."""

from datetime import date, timedelta

POSTCODE = "SW1V 2AA"  # Pimlico, in Westminster
HUB, TRIAGE, FRONT_DOOR = "westminster-bessborough", "westminster-triage", "westminster-front-door"
DUE = date.today() + timedelta(days=70)

HOME = {"where": "address", "postcode": POSTCODE}
HELP = {"needs": ["parenting", "speech_and_language"]}

SHORT = {
    "where": HOME,
    "name": {"given-name": "Gurpreet", "family-name": "Oluwaseun"},
    "contact": {"phone": "07700 900 982", "safe-to": ["call", "text"]},
    "help": HELP,
}

FULL = {
    "who": {"who": "self_parent"},
    "where": HOME,
    "address": {"address-line-1": "12 Example Street", "town": "London"},
    "name": {"given-name": "Amina", "family-name": "Nguyễn"},
    "contact": {"phone": "+44 (0) 7700 900 981", "safe-to": ["text", "voicemail", "email"], "email": "amina@family.example"},
    "safety": {"best-times": "Tuesday mornings", "must-not-know": "My husband Karl, who reads my post"},
    "children": {"relationship": "mother"},
    "child": [
        {"given-name": "محمد", "family-name": "Nguyễn", "birth": "born", "day": "1", "month": "January", "year": "2021"},
    ],
    "help": HELP,
    "wait": {"can-wait": "not-sure"},
    "words": {
        "what-is-happening": "He does not sleep, and I am so tired.", "what-would-help": "Somebody to talk to",
        "already-tried": "Reading to him", "who-else-helps": "My mother",
    },
    "language": {"language": "ur", "interpreter": "yes", "access": ["quiet_space"], "access-note": "No stairs"},
    "agree": {"agree": "yes"},
}

YOUNG = {
    **{page: FULL[page] for page in ("where", "address", "safety", "wait", "agree")},
    "who": {"who": "self_young_person"},
    "young": {"own-age": "16"},
    "name": {"given-name": "Shanice", "family-name": "Obi"},
    "contact": {"email": "shanice@young.example", "safe-to": ["email"]},
    "help": {"needs": ["youth_support"]},
    "words": {"what-is-happening": "I do not want to go home"},
    "language": {},
}

HELPED = {
    **FULL,
    "who": {"who": "helped_by"},
    "helper": {"helper-setting": "Library", "helper-organisation": "Pimlico Library", "helper-name": "Jo Smith"},
    "asked": {"family-asked": "agreed", "asked-of": "parent"},
    "name": {"given-name": "Halima", "family-name": "Warsame"},
    "child": [{"given-name": "Idil", "family-name": "Warsame", "birth": "about", "age": "about 3"}],
}

RELATIVE = {
    **HELPED,
    "who": {"who": "relative"},
    "name": {"given-name": "Rose", "family-name": "Achterberg"},
    "child": [{"given-name": "Lena", "family-name": "Achterberg", "birth": "not-sure"}],
}

UNBORN = {
    **FULL,
    "name": {"given-name": "Priya", "family-name": "Ramanathan"},
    "children": {"relationship": "expectant_parent"},
    "child": [{"birth": "due", "due": f"{DUE.day} {DUE:%B} {DUE.year}"}],
    "help": {"needs": ["pregnancy_and_birth"]},
}

FOUR_CHILDREN = {
    **FULL,
    "name": {"given-name": "Marta", "family-name": "Kowalczyk"},
    "child": [
        {"given-name": "Adam", "family-name": "Kowalczyk", "birth": "born", "day": "1", "month": "1", "year": "2015"},
        {"given-name": "Beata", "family-name": "Kowalczyk", "birth": "born", "year": "2017"},
        {"given-name": "Celina", "family-name": "Kowalczyk", "birth": "about", "age": "5"},
        {"given-name": "Dawid", "birth": "not-sure"},
    ],
}

WESTMINSTER = {"council": "E09000033"}
NO_FIXED_ADDRESS = {
    **SHORT,
    "where": {"where": "no-fixed-address"},
    "council": WESTMINSTER,
    "name": {"given-name": "Sukarno"},
}
CONCEALED = {
    **SHORT,
    "where": {"where": "concealed"},
    "council": WESTMINSTER,
    "name": {"given-name": "Ewa", "family-name": "Zamoyska"},
}


def typed(answers):
    """Every word that somebody typed, none that anybody's page may show."""
    fields = [answers[page] for page in answers if page != "child"] + answers.get("child", [])
    texts = [value for page in fields for value in page.values() if isinstance(value, str)]
    shown = {"address", "London", "Library", "yes", "born", "about", "due", "text", "mother", "January", "ur"}
    return [text for text in texts if len(text) > 4 and text not in shown and "_" not in text and "-" not in text]
