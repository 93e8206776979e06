"""The short way and the whole journey, in every way that somebody can walk them."""

from harness.people import FULL, HUB, SHORT
from harness.registry import ALL, BOTH, walk


@walk(*ALL, firefox=True)
def the_short_way(world):
    """From the start page to the confirmation on six pages at most, and to one inbox."""
    family = world.family.begin("short").answer(SHORT)
    pages = ["/", *family.walked, "/check"]
    assert len(pages) <= 6, pages
    reference = family.send()
    entry = world.arrives(reference, HUB)
    assert len(entry["referral_ids"]) == 1, entry


@walk(*ALL, firefox=True)
def the_whole_journey(world):
    """Every page that a parent is asked, and all of it arrives."""
    family = world.family.begin("full").answer(FULL)
    shown = family.words()
    for text in ("Amina", "Nguyễn", "محمد", "He does not sleep", "Tuesday mornings"):
        assert text in shown, f"{text} is among all answers"
    reference = family.send()
    said = world.said(world.arrives(reference, HUB), reference)
    assert said["adults"][0]["name"] == {"given": "Amina", "family": "Nguyễn"}, said
    assert said["children"][0]["name"]["given"] == "محمد", said
    assert said["must_not_know"][0]["note"] == "My husband Karl, who reads my post", said


@walk(*BOTH)
def the_confirmation_can_be_looked_at_again(world):
    """Reload, and the address typed again, show the same; the form is not to be had back."""
    family = world.family.begin("short").answer(SHORT)
    reference = family.send()
    family.page.reload()
    assert family.reference() == reference
    for path in ("/sent", "/check", "/form/name"):
        family.open(path)
        assert family.reference() == reference, path
