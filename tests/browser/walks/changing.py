"""Change, on the page with all answers: to the question, and straight back."""

from harness.people import FULL, SHORT
from harness.registry import BOTH, KEYBOARD, PHONE_SCRIPTS, walk


def each_change_returns(family):
    """Follows each "Change", and continues."""
    links = family.changes()
    assert len(links) > 5, links
    pages = {}
    for link in links:
        pages.setdefault(link.split("#")[0], link)
    for page, link in pages.items():
        family.press(family.page.locator(f'.govuk-summary-list a[href="{link}"]').first).is_at(page)
        family.go_on().is_at("/check")


@walk(*BOTH)
def every_change_of_the_short_way(world):
    """Each leads to its page and straight back; the way is not walked again."""
    each_change_returns(world.family.begin("short").answer(SHORT))


@walk(*BOTH)
def every_change_of_the_whole_journey(world):
    """The same for every page there is."""
    each_change_returns(world.family.begin("full").answer(FULL))


@walk(PHONE_SCRIPTS, KEYBOARD)
def a_changed_answer_is_shown(world):
    """What was changed is shown, and is what arrives; what is wrong is asked for again."""
    family = world.family.begin("short").answer(SHORT)
    family.press(family.page.locator('.govuk-summary-list a[href^="/form/name"]').first)
    family.fill({"given-name": "Guri"}).go_on().is_at("/check")
    assert "Guri" in family.words() and "Gurpreet" not in family.words()
    family.press(family.page.locator('.govuk-summary-list a[href^="/form/contact"]').first)
    family.fill({"phone": "12"}).go_on().is_at("/form/contact")
    assert "#phone" in family.errors(), family.errors()
    family.fill({"phone": "07700 900 983"}).go_on().is_at("/check")
    reference = family.send()
    said = world.said(world.arrives(reference), reference)
    assert said["adults"][0]["name"]["given"] == "Guri", said


@walk(PHONE_SCRIPTS)
def the_short_way_can_be_told_more(world):
    """Every optional page that the check page offers comes back to it, and asks nothing a second time."""
    asked_before = {name for page in SHORT.values() for name in page} | {"what-is-happening"}
    more = {page: FULL[page] for page in FULL if page == "child"} | {
        page: {name: answer for name, answer in FULL[page].items() if name not in asked_before}
        for page in FULL if page != "child"
    }
    family = world.family.begin("short").answer(SHORT)
    offered = [link.get_attribute("href") for link in family.page.locator('main ul a[href^="/form/"]').all()]
    assert len(offered) >= 4, offered
    for page in offered:
        family.press(family.page.locator(f'main ul a[href="{page}"]')).is_at(page)
        assert not any(family.field(name).count() for name in asked_before), page
        family.answer_page(more).is_at("/check")
    for text in ("12 Example Street", "Somebody to talk to", "محمد"):
        assert text in family.words(), text


@walk(PHONE_SCRIPTS)
def somebody_else_than_a_parent(world):
    """Whoever changes who they are is asked what that asks for."""
    family = world.family.begin("short").answer(SHORT)
    family.press(family.page.locator('.govuk-summary-list a[href^="/form/who"]').first)
    family.fill({"who": "self_young_person"}).go_on().is_at("/form/young")
