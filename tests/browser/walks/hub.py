"""Looks at the hub's pages: sign-in, the list, an entry from new to closed."""

from urllib.parse import urlsplit

from harness.registry import PHONE_PLAIN, PHONE_SCRIPTS, walk


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def every_page_of_the_hub(world):
    """Every page of the hub, in every state of an entry."""
    family, look = world.family, world.looks.at
    world.send_some()
    family.open("/hub/sign-in")
    look(family, "sign-in")
    begin = family.page.locator("main a.govuk-button")
    family.press(begin)
    family.press(family.page.locator("button[value='']"))
    look(family, "not signed in")
    family.press(begin)
    family.press(family.page.locator("button[value='two-roles']"))
    look(family, "choice of a role")
    family.sign_in("hub-westminster-bessborough")
    look(family, "inbox")
    finds_a_family(family, look)
    family.open("/hub?state=closed")
    look(family, "empty inbox")
    family.open("/hub?state=new")
    family.press(family.page.locator(".entries a").first)
    look(family, "new entry")
    family.press(family.page.locator(".actions button").first)
    look(family, "claimed entry")
    writes_on_the_log(family, look)
    close = family.page.locator("form[action$=close] button")
    family.press(close)
    look(family, "closing with an error")
    family.fill({"outcome": "advice_given"})
    family.press(close)
    look(family, "closing, to be confirmed")
    family.press(family.page.locator("main form button").first)
    look(family, "closed entry")
    entry = urlsplit(family.page.url).path
    family.page.locator("details", has_text="Who may see this entry").locator("summary").first.click()
    family.press(family.page.locator("form[action$='access/declare_conflict'] button"))
    family.open(entry)
    look(family, "entry that is closed to the worker")
    family.open("/hub/assets/nothing.css")
    look(family, "problem of the hub")
    found = world.looks.all_found()
    assert not found, "\n".join(found)


def finds_a_family(family, look):
    """The list searched, and filtered."""
    page = family.page
    search = page.locator("form.search button")
    family.press(search)
    look(family, "search with an error")
    family.fill({"sought": "Nobody Atall"})
    family.press(search)
    look(family, "nobody found")
    family.open("/hub?late=yes&need=parenting&part=all")
    look(family, "filtered inbox")


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def the_manager_sees_how_the_work_stands(world):
    """The list of several inboxes, and how the work stands in each."""
    family, look = world.family, world.looks.at
    world.send_some()
    family.sign_in("manager")
    look(family, "inbox of several hubs")
    family.press(family.page.get_by_role("link", name="How the work stands"))
    look(family, "how the work stands")
    found = world.looks.all_found()
    assert not found, "\n".join(found)


def writes_on_the_log(family, look):
    """The forms of the log: one with errors, and one that is sent; and the page to print."""
    page = family.page
    page.locator("#log-contact > summary").click()
    family.press(page.locator("form[action$='log/contact'] button"))
    look(family, "contact with errors")
    page.locator("#log-note > summary").click()
    page.locator("#log-note-words").fill("Rang the school. It calls back.")
    family.press(page.locator("form[action$='log/note'] button"))
    look(family, "entry with a note")
    family.press(page.locator("a[href$='/print']"))
    look(family, "entry to print")
    family.press(page.get_by_role("link", name="Back to the entry").first)
