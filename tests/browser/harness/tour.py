"""A tour of every page in every state: empty, with errors, filled in. For looks, pictures and counts."""

from harness.people import CONCEALED, FULL, HELPED, SHORT, YOUNG
from harness.wrong import OF_EACH

WRONG = {page: wrong for page, _, wrong, _ in reversed(OF_EACH)}
ABOUT = ("accessibility", "privacy", "cookies", "contact")
EVERY_STATE = ("empty", "errors", "filled")
WRONG_CODE = "3467-89CD"  # It reads as a code, so it is tried.


def questions(family, states=EVERY_STATE):
    """The pages of the whole journey, and those that only some people are shown."""
    family.begin("full")
    yield from _pages(family, FULL, states)
    yield "check the whole journey"
    if "filled" in states:
        for page in [page for page in dict.fromkeys(family.walked) if "/numbers" not in page]:
            family.open(page)
            yield f"{page.removeprefix('/form/')} filled in"
    for answers, pages in ((HELPED, ("helper", "asked")), (YOUNG, ("young",))):
        family.begin("full").answer(answers, until=f"/form/{pages[0]}")
        yield from _pages(family, answers, states, pages)
    family.begin("short").open("/form/where").answer_page(CONCEALED)
    yield from _pages(family, CONCEALED, states, ("council",))


def _pages(family, answers, states, only=None):
    """Each page as it comes, with errors, and answered to go on to the next."""
    while family.here != "/check":
        page = family.here.removeprefix("/form/")
        if only and page not in only:
            return
        if "empty" in states:
            yield page
        if page == "children" and "errors" in states:
            family.press(family.button("add"))
            yield "child"
            yield from _with_errors(family, "child/1")
            family.open("/form/children")
        yield from _with_errors(family, page) if "errors" in states else ()
        family.answer_page(answers)


def _with_errors(family, page):
    if page in WRONG:
        family.fill(WRONG[page]).go_on()
        yield f"{page.replace('/1', '')} with errors"


def around(world, family):
    """The pages around the questions."""
    family.open()
    yield "start"
    family.open("/form/name")
    yield "start with a notice"
    for page in ABOUT:
        family.open(f"/about/{page}")
        yield f"about {page}"
    family.open("/about/nothing")
    yield "problem"
    family.open("/numbers")
    yield "numbers"
    yield from _sent(family)
    yield from _status(world, family)


def _sent(family):
    family.begin("short").answer(SHORT, until="/form/contact").open()
    yield "start with a form begun"
    family.open("/numbers")
    yield "numbers in a form"
    family.begin("short").answer(SHORT)
    yield "check the short way"
    family.send()
    yield "sent"
    family.begin("full").answer(FULL).send()
    yield "sent with care"
    family.begin("short").open("/form/help").fill({"someone-may-be-hurt": "yes"}).go_on()
    family.answer({**SHORT, "help": {"someone-may-be-hurt": "yes"}})
    yield "check a worry"
    family.send()
    yield "sent a worry"


def _status(world, family):
    family.begin("short").answer(SHORT)
    reference = family.send()
    secret = family.page.locator("main .code").first.inner_text()
    world.arrives(reference)
    family.open("/status?more=1")
    yield "status"
    family.go_on()
    yield "status with errors"
    family.fill({"reference": reference, "secret": WRONG_CODE}).go_on()
    yield "status not found"
    family.fill({"reference": reference, "secret": secret}).go_on()
    yield "status found"
    for path, name in (("/status/note?more=1", "note"), ("/status/withdraw", "withdraw")):
        family.follow(path)
        yield name
        if name == "note":  # A wish to stop needs no words.
            family.go_on()
            yield f"{name} with errors"
        family.fill({"text": "We have moved in with my sister."}).go_on()
        yield f"{name} added"
        family.open("/status")
    for _ in range(5):
        family.open("/status?more=1").fill({"reference": reference, "secret": WRONG_CODE}).go_on()
    yield "status locked"
