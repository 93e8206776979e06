"""Leaving: after "Exit this page" no way back shows anything that a family typed."""

import sqlite3
import tempfile
from pathlib import Path

from harness.people import FULL, SHORT, typed
from harness.registry import DESK_SCRIPTS, KEYBOARD, PHONE_PLAIN, PHONE_SCRIPTS, walk

BOTH = (PHONE_SCRIPTS, PHONE_PLAIN)
TITLE = "Information"
LAST_STEP = "/exit?now=1"
TYPED = typed(FULL)
UNSENT = "I have not said this to anybody"


def half_way(family):
    """A form with answers on pages before and behind, and with words that were not sent yet."""
    family.begin("full").answer(FULL, until="/form/language")
    family.back().is_at("/form/words").shows_something_of(TYPED)
    family.forward().is_at("/form/language")
    return family.fill({"access-note": UNSENT})


def shows_nothing(family):
    """Sees that nothing typed is on this page, and that the title says nothing."""
    family.settles().shows_nothing_of([*TYPED, UNSENT])
    if "127.0.0.1" in family.page.url:
        assert family.page.title() == TITLE, family.page.title()


@walk(*BOTH, firefox=True)
def back_shows_nothing(world):
    """Back, as often as there are pages."""
    family = half_way(world.family).exit()
    steps = 0
    while not family.back_is_over():
        shows_nothing(family)
        steps += 1
    assert steps >= len(family.walked), f"only {steps} pages back"


@walk(*BOTH, firefox=True)
def forward_shows_nothing(world):
    """From the first page of all, Forward through the history."""
    family = half_way(world.family).exit()
    steps = 0
    while not family.back_is_over():
        steps += 1
    assert steps >= len(family.walked), f"only {steps} pages back"
    for _ in range(steps):
        family.forward()
        shows_nothing(family)


@walk(*BOTH, firefox=True)
def reload_shows_nothing(world):
    """Back and then Reload; and the addresses typed again."""
    family = half_way(world.family).exit()
    for _ in range(2):
        family.back()
        family.page.reload()
        shows_nothing(family)
    for path in ("/", "/form/words", "/form/name", "/form/safety", "/check", "/sent"):
        family.open(path)
        shows_nothing(family)
        assert family.here in ("/", "/sent"), f"{path} leads to {family.here}"


@walk(*BOTH, firefox=True)
def a_confirmation_is_left_too(world):
    """After sending, nothing of the confirmation is to be had back either."""
    family = world.family.begin("short").answer(SHORT)
    reference = family.send()
    secret = family.page.locator("main .code").first.inner_text()
    family.exit()
    while not family.back_is_over():
        family.settles().shows_nothing_of([reference, secret, *typed(SHORT)])
    family.open("/sent").shows_nothing_of([reference, secret])


@walk(DESK_SCRIPTS, KEYBOARD)
def three_times_shift_leaves(world):
    """The key works on any page, and as well as the link."""
    family = half_way(world.family)
    for _ in range(3):
        family.page.keyboard.press("Shift")
    family.is_elsewhere()
    family.back()
    shows_nothing(family)


@walk(*BOTH, firefox=True)
def history_holds_nothing(world):
    """What the browser itself keeps on the disk: one title for every page, and addresses without a word."""
    with tempfile.TemporaryDirectory() as folder:
        context = world.browsers.kept(world.way, folder)
        family = half_way(world.on(context)).go_on().answer(FULL)
        for link in family.changes():
            if link.startswith("/form/language"):
                family.press(family.page.locator(f'.govuk-summary-list a[href="{link}"]').first)
                family.go_on().is_at("/check")
        family.exit()
        context.close()
        kept = history(Path(folder))
    ours = [(url, title) for url, title in kept if "127.0.0.1" in url]
    assert len(ours) > 5, kept
    # The steps of the way out have the title of the page that they led to.
    titles = {title for url, title in ours if not url.endswith(("/exit", LAST_STEP))}
    assert titles <= {TITLE, "", None}, [one for one in ours if one[1] != TITLE]
    for url, _ in ours:
        assert "?" not in url.removesuffix(LAST_STEP), url
        assert not any(word in url for word in TYPED), url
    # An address leads to a question that everybody is asked, never to a box that somebody ticked.
    questions = {url.partition("#")[2] for url, _ in ours}
    assert "language" in questions, questions
    assert not questions & {"interpreter", "no-contact", "parents-disagree", "someone-may-be-hurt"}, questions


def history(profile):
    """The addresses and titles in the history of a profile."""
    [file] = [*profile.glob("Default/History"), *profile.glob("places.sqlite")]
    table = "urls" if file.name == "History" else "moz_places"
    with sqlite3.connect(file) as database:
        return database.execute(f"SELECT url, title FROM {table}").fetchall()


@walk(*BOTH)
def a_restored_tab_shows_nothing(world):
    """The browser is closed and opened again with the tabs it had."""
    for leaves in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            context = world.browsers.kept(world.way, folder)
            family = half_way(world.on(context))
            if leaves:
                family.exit()
                family.back()
            context.close()
            again = world.browsers.kept(world.way, folder, restore=True)
            pages = [page for page in again.pages if "127.0.0.1" in page.url]
            assert pages, [page.url for page in again.pages]
            restored = world.on_page(pages[0]).settles()
            if leaves:
                shows_nothing(restored)
                shows_nothing(restored.open("/form/words"))
            else:  # The walk can fail: whoever does not leave has their form again.
                restored.open("/form/words").shows_something_of(TYPED)
            again.close()
