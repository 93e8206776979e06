"""What is typed is kept between pages, for one form at a time, and its loss is told gently."""

from harness.people import FOUR_CHILDREN, FULL, SHORT
from harness.registry import BOTH, KEYBOARD, PHONE_PLAIN, PHONE_SCRIPTS, walk

COOKIE = "__Host-form"


@walk(*BOTH)
def back_keeps_every_answer(world):
    """The page's own Back link, page after page to the first one, and on again."""
    family = world.family.begin("full").answer(FULL, until="/form/help")
    pages = [page for page in dict.fromkeys(family.walked) if "/child/" not in page]
    for page in reversed(pages):
        family.press(family.page.locator(".govuk-back-link")).is_at(page)
        for name, answer in FULL.get(page.removeprefix("/form/"), {}).items():
            wanted = answer if isinstance(answer, list) else [answer]
            assert family.values(name) == wanted, f"{page}: {name} is {family.values(name)}"
    for page in pages[1:]:
        family.go_on().is_at(page)


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def a_lost_cookie_is_told_gently(world):
    """A form whose cookie is gone cannot be gone on with, and the start page says so without blame."""
    family = world.family.begin("short").answer(SHORT, until="/form/contact")
    family.page.context.clear_cookies()
    family.fill(SHORT["contact"]).go_on().is_at("/")
    assert "start again" in family.words().lower()
    family.begin("short").answer(SHORT).send()


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def an_expired_draft_is_told_gently(world):
    """The same for a draft that has ended: on a page, on sending, on a note, and on the confirmation."""
    for until in ("/form/contact", "/check"):
        family = world.family.begin("short").answer(SHORT, until=until)
        assert world.orders.ask("forget drafts") > 0, "a draft was kept"
        family.press(family.send_button) if until == "/check" else family.go_on()
        family.is_at("/")
        assert "4 hours" in family.words(), family.words()
    reference = family.begin("short").answer(SHORT).send()
    secret = family.page.locator("main .code").first.inner_text()
    # What was written about a request that is no longer open here waits until it is looked up again.
    family.follow("/status/note?more=1").fill({"text": "We have moved in with my sister."})
    world.orders.ask("forget drafts")
    family.go_on().is_at("/status").shows_something_of(["We have moved in with my sister."])
    family.fill({"reference": reference, "secret": secret}).go_on().is_at("/status/note")
    assert family.values("text") == ["We have moved in with my sister."], family.values("text")
    family.go_on()
    assert "We have added it" in family.words(), family.words()
    world.orders.ask("forget drafts")
    family.open("/sent")
    assert not family.page.locator(".reference").count(), "a confirmation without a draft"
    family.shows_nothing_of(["Gurpreet", "Oluwaseun"])


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def two_tabs_do_not_mix(world):
    """A second form ends the first one, whose tab says so, and whose answers are in neither."""
    first = world.family.begin("short").answer(SHORT, until="/form/contact")
    second = world.on(first.page.context, new=True).begin("short")
    second.answer({**SHORT, "name": {"given-name": "Olena"}}, until="/form/contact")
    first.fill({"phone": "07700 900 111", "safe-to": ["call"]}).go_on().is_at("/")
    assert "another tab" in first.words(), first.words()
    second.answer(SHORT)
    shown = second.words()
    assert "Olena" in shown and "Gurpreet" not in shown and "900 111" not in shown, shown


@walk(PHONE_SCRIPTS, KEYBOARD)
def adding_a_child_returns_to_the_list(world):
    """Add, Change and Remove come back to the list of children, and it is never lost."""
    family = world.family.begin("full").answer(FOUR_CHILDREN, until="/form/children")
    family.press(family.button("add")).is_at("/form/child/1")
    family.press(family.page.locator(".govuk-back-link")).is_at("/form/children")
    assert family.page.locator(".children li").count() == 0, "no child without an answer"
    family.answer_page(FOUR_CHILDREN)
    family.press(family.page.locator(".govuk-back-link")).is_at("/form/children")
    assert family.page.locator(".children li").count() == 4
    family.press(family.page.locator('a[href="/form/child/3"]').first)
    family.fill({"child-3-given-name": "Cela"}).go_on().is_at("/form/children")
    listed = family.page.locator(".children li").all_inner_texts()
    assert len(listed) == 4 and "Cela" in listed[2], listed


@walk(PHONE_PLAIN)
def the_start_page_leads_back_to_a_form(world):
    """Somebody who opens the start page again goes on where they were."""
    family = world.family.begin("short").answer(SHORT, until="/form/contact")
    family.open().press(family.page.get_by_role("button", name="Go on with your form")).is_at("/form/contact")
