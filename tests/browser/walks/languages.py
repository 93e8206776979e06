"""Other languages: all the way in Urdu, and the switch that keeps the place."""

import re

from harness.people import HUB, SHORT
from harness.registry import BOTH, PHONE_PLAIN, PHONE_SCRIPTS, walk

OFFERED = {"en": "English", "ur": "اردو", "pl": "Polski", "bn": "বাংলা", "ar": "العربية", "uk": "Українська"}
LATIN = re.compile(r"[A-Za-z]{3,}")


def switch(family, language):
    """Chooses a language by its own name, at the foot or the head of the page."""
    return family.press(family.page.get_by_role("link", name=OFFERED[language], exact=True).first)


def shown_in(family):
    """The language of the page."""
    return family.page.locator("html").get_attribute("lang").split("-")[0]


@walk(*BOTH, firefox=True)
def urdu_all_the_way(world):
    """From the start page to the confirmation from right to left, errors too."""
    family = switch(world.family.open(), "ur")
    html = family.page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("ur", "rtl")
    family.press(family.button("way", "short"))
    family.go_on().is_at("/form/where")
    [error] = family.errors().values()
    assert not LATIN.search(error), f"an error in Urdu: {error}"
    family.answer({**SHORT, "name": {"given-name": "محمد", "family-name": "خان"}})
    assert html.get_attribute("dir") == "rtl"
    family.began = 0.0
    family.page.wait_for_timeout(3_200)
    reference = family.send()
    assert html.get_attribute("dir") == "rtl"
    said = world.said(world.arrives(reference, HUB), reference)
    assert said["adults"][0]["name"] == {"given": "محمد", "family": "خان"}, said


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def the_switch_keeps_the_place(world):
    """Every language is offered by its own name, on every page, and leads back to the same one."""
    family = world.family.begin("short").answer(SHORT, until="/form/contact")
    for language in ("pl", "bn", "ar", "uk", "ur", "en"):
        switch(family, language).is_at("/form/contact")
        assert shown_in(family) == language, f"{shown_in(family)}, not {language}"
    family.answer(SHORT)
    assert "Gurpreet" in family.words()


@walk(PHONE_SCRIPTS)
def what_is_typed_has_its_own_direction(world):
    """A name in Latin letters on an Urdu page, and one in Arabic letters on an English one."""
    family = world.family.begin("short").open("/form/name")
    for language, name, direction in (("en", "محمد", "rtl"), ("ur", "Nguyễn", "ltr")):
        if shown_in(family) != language:
            switch(family, language)
        family.fill({"given-name": name})
        shown = family.field("given-name").evaluate("field => getComputedStyle(field).direction")
        assert shown == direction, f"{name} on a page in {language}: {shown}"


@walk(PHONE_SCRIPTS)
def dates_in_the_page_s_language(world):
    """A due date with the digits and the month of the language."""
    family = switch(world.family.open(), "ar")
    family.press(family.button("way", "full")).open("/form/child/1")
    family.fill({"child-1-birth": "born", "child-1-day": "١", "child-1-month": "يناير", "child-1-year": "٢٠٢١"})
    family.go_on().is_at("/form/children")
    assert not family.errors()
