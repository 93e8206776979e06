"""The professional's form: signed in, answered in every way, and looked at in every state."""

from contextlib import contextmanager

from harness.people import FRONT_DOOR, HUB, POSTCODE
from harness.registry import ALL, BOTH, PHONE_PLAIN, PHONE_SCRIPTS, walk

HOME = "/refer/professional"
FORM = f"{HOME}/form/"
CHECK = f"{HOME}/check"
SENT = f"{HOME}/sent"

ANSWERS = {
    "children": {
        "child-1-given-name": "محمد", "child-1-family-name": "Nguyễn",
        "child-1-day": "1", "child-1-month": "January", "child-1-year": "2021",
    },
    "home": {"where": "address", "postcode": POSTCODE, "address-line-1": "14 Example Street", "town": "London"},
    "adults": {
        "given-name": "Amina", "phone": "+44 (0) 7700 900 981", "safe-to": ["call", "text"],
        "other-given-name": "Teodor", "must-not-know": "Karl, who reads the post",
    },
    "help": {"needs": ["parenting"], "what-is-happening": "He does not sleep.", "urgency": "soon"},
    "agreement": {"agreement": "agreed", "agreement-by": "parent_with_pr", "agreement-on": "27 November 2026"},
}
WRONG = {
    "children": {"child-1-day": "32", "child-1-month": "January", "child-1-year": "2021"},
    "home": {"postcode": "SW1V 9ZZ"},
    "adults": {"safe-to": ["text"], "other-email": "nobody at home"},
    "help": {},
    "agreement": {"agreement": "agreed", "agreement-on": "some day"},
}


def sign_in(family, person="refer-school", role="SENCO"):
    """Signs in as somebody who refers, and says in which role."""
    family.open(HOME).is_at(f"{HOME}/sign-in")
    family.press(family.page.locator("main a.govuk-button"))
    family.press(family.page.locator(f"button[value='{person}']"))
    # The page that says so leads on by itself.
    family.page.wait_for_url(f"**{HOME}/you")
    return family.fill({"your-role": role}).go_on().is_at(HOME)


def begin(family):
    """Begins a form from the first page."""
    return family.press(family.page.locator("form[action$='/start'] button")).is_at(f"{FORM}children")


def answer(family, answers):
    """Answers page after page, until all answers are together."""
    for page, said in answers.items():
        if family.here == f"{HOME}/numbers":
            family.press(family.page.locator("main a.govuk-button"))
        family.is_at(FORM + page).fill(said).go_on()
    return family.is_at(CHECK)


def send(family):
    """Sends the form; returns its reference."""
    family.press(family.page.locator("form[action$='/send'] button"))
    return family.is_at(SENT).page.locator("main strong.whole").inner_text()


@contextmanager
def looking(world):
    """A look at each page, in a window where professionals' pages lead nowhere else."""
    yield world.looks.at
    found = world.looks.all_found()
    assert not found, "\n".join(found)


@walk(*ALL, firefox=True)
def the_whole_form(world):
    """From the sign-in to the confirmation, and to one inbox."""
    family = begin(sign_in(world.family))
    answer(family, ANSWERS)
    shown = family.words()
    for text in ("محمد", "Nguyễn", "Amina", "Teodor", "He does not sleep", "Karl", "SENCO"):
        assert text in shown, f"{text} is among all answers"
    reference = send(family)
    said = world.said(world.arrives(reference, HUB), reference)
    assert said["referrer"]["kind"] == "school" and said["referrer"]["role"] == "SENCO", said
    assert said["adults"][1]["name"]["given"] == "Teodor", said
    assert said["agreement"]["by"] == "parent_with_pr", said


@walk(*BOTH)
def a_concern_comes_to_the_front_door(world):
    """The numbers are shown as soon as it is told, and again in the end."""
    family = begin(sign_in(world.family))
    help_page = {**ANSWERS["help"], "someone-may-be-hurt": "yes"}
    family.fill(ANSWERS["children"]).go_on().fill(ANSWERS["home"]).go_on().fill(ANSWERS["adults"]).go_on()
    family.fill(help_page).go_on().is_at(f"{HOME}/numbers")
    assert family.page.locator("main a[href='tel:999']").count(), "999 is there"
    family.press(family.page.locator("main a.govuk-button")).is_at(CHECK)
    reference = send(family)
    assert family.page.locator("main a[href^='tel:']").count() >= 3, "the numbers are shown again"
    world.arrives(reference, FRONT_DOOR)


@walk(*BOTH)
def children_are_added_and_taken_away(world):
    """What was typed of the others stays."""
    family = begin(sign_in(world.family))
    family.fill(ANSWERS["children"]).press(family.button("add"))
    family.fill({"child-2-given-name": "Ada", "child-2-due": "1 May 2027"}).press(family.button("add"))
    family.fill({"child-3-given-name": "Bo", "child-3-age": "3"})
    family.press(family.button("remove", "1"))
    assert family.values("child-1-given-name") == ["Ada"], family.values("child-1-given-name")
    assert family.values("child-2-given-name") == ["Bo"], family.values("child-2-given-name")


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def every_page_of_the_form(world):
    """Every page in every state: empty, with errors, filled in."""
    family = world.family
    with looking(world) as look:
        family.open(f"{HOME}/sign-in")
        look(family, "sign-in of professionals")
        family.press(family.page.locator("main a.govuk-button"))
        family.press(family.page.locator("button[value='refer-two']"))
        family.page.wait_for_url(f"**{HOME}/you")
        look(family, "who you are")
        family.go_on()
        look(family, "who you are, with errors")
        family.fill({"capacity": "0", "your-role": "SENCO"}).go_on().is_at(HOME)
        look(family, "first page of professionals")
        begin(family)
        for page, said in ANSWERS.items():
            look(family, page)
            family.fill(WRONG[page]).go_on()
            look(family, f"{page} with errors")
            family.fill(said)
            for box in ("other-safe-to", "postcode-kept"):
                for ticked in family.page.locator(f"input[name='{box}']:checked").all():
                    family.hands.untick(ticked)
            if page == "adults":
                family.fill({"other-email": ""})
            if family.here == FORM + page:
                family.go_on()
        family.is_at(CHECK)
        look(family, "all answers of professionals")
        family.open(HOME)
        look(family, "first page with a form begun")
        family.open(f"{HOME}/numbers")
        look(family, "numbers of professionals")
        family.open(f"{FORM}children")
        look(family, "children filled in")
        family.open(CHECK)
        send(family)
        look(family, "sent by a professional")
