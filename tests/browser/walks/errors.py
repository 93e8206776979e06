"""Each page's errors: at the top with links, in the same words beside the field, and nothing is lost."""

import re

from harness.people import FULL, HELPED, SHORT, YOUNG
from harness.registry import PHONE_PLAIN, PHONE_SCRIPTS, walk
from harness.wrong import OF_EACH

def reach(family, page, answers):
    """Goes to a page: by its address, unless it is there only after certain answers."""
    family.begin("short" if answers is SHORT else "full")
    if answers in (HELPED, YOUNG):
        return family.answer(answers, until=f"/form/{page}")
    return family.open(f"/form/{page}")


def sees_errors(family, page, wrong, fields):
    """Sends a wrong answer, and sees how it is told."""
    before = family.here
    family.fill(wrong).go_on().is_at(before)
    told = family.errors()
    assert list(told) == [f"#{field}" for field in fields], f"{page} {list(wrong)}: {told}"
    heading = family.page.locator(".govuk-error-summary h2").inner_text()
    assert heading == "There is a problem", heading
    for link, words in told.items():
        beside = [re.sub(r"^Error:\s*", "", one) for one in family.page.locator(".govuk-error-message").all_inner_texts()]
        assert words in beside, f"{page}: {words!r} is not beside its field: {beside}"
        assert family.page.locator(f"[id='{link[1:]}']").count() == 1, f"{link} leads nowhere"
    for name, answer in wrong.items():
        wanted = answer if isinstance(answer, list) else [answer]
        assert family.values(name) == wanted, f"{page}: {name} was lost: {family.values(name)}"


def walks_through(world, cases):
    """Every case of a part of the table."""
    for page, answers, wrong, fields in cases:
        sees_errors(reach(world.family, page, answers), page, wrong, fields)
        world.family.page.context.clear_cookies()


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def errors_of_the_short_way(world):
    """Every error of the pages that the short way has."""
    walks_through(world, [case for case in OF_EACH if case[1] is SHORT])


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def errors_of_the_whole_journey(world):
    """Every error of the pages that only the full way has."""
    walks_through(world, [case for case in OF_EACH if case[1] is not SHORT])


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def an_error_links_to_its_field(world):
    """With scripts the summary has the focus, and its link leads into the field."""
    family = reach(world.family, "name", SHORT).go_on()
    if world.way.scripts:
        focused = family.page.evaluate("document.activeElement.className")
        assert "govuk-error-summary" in focused, focused
    family.page.locator(".govuk-error-summary a").first.click()
    family.page.keyboard.type("Nguyễn")
    if world.way.scripts:
        assert family.values("given-name") == ["Nguyễn"], family.values("given-name")
    assert family.page.url.endswith("/form/name") or family.page.url.endswith("#given-name"), family.page.url


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def a_postcode_that_is_not_known_is_asked_about(world):
    """Nobody is refused: whoever says that it is right goes on."""
    family = reach(world.family, "where", SHORT)
    family.fill({"where": "address", "postcode": "SW1V 9ZZ"}).go_on().is_at("/form/where")
    family.fill({"postcode-kept": "SW1V 9ZZ"}).go_on()
    family.answer({**SHORT, "council": {"council": "E09000033"}})
    assert "SW1V 9ZZ" in family.words()
    family.send()


@walk(PHONE_SCRIPTS)
def answers_in_any_form(world):
    """Phones, postcodes and dates as people write them."""
    answers = {
        **FULL,
        "where": {"where": "address", "postcode": " sw1v2aa. "},
        "contact": {"phone": "+44(0)7700-900-984", "safe-to": ["call"]},
        "child": [
            {"given-name": "Eden", "birth": "born", "day": "1 Jan 2020"},
            {"given-name": "Noa", "birth": "about", "age": "about 3"},
            {"given-name": "Ari", "birth": "born", "year": "2019"},
        ],
    }
    family = world.family.begin("full").answer(answers)
    assert "SW1V 2AA" in family.words(), "the postcode as it is read"
    reference = family.send()
    said = world.said(world.arrives(reference), reference)
    assert said["children"][0]["date_of_birth"] == "2020-01-01", said
    assert said["adults"][0]["phone"].replace(" ", "").endswith("7700900984"), said
