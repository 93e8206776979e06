"""A clock that runs out: the hub and its manager are told, then the triage, which sends the family on."""

import itertools

from harness.forty import family
from harness.registry import PHONE, PHONE_SCRIPTS, Way, walk
from harness.sending import HUB, send
from harness.worker import HUB as HUBS_WORKER
from harness.worker import worker

FAMILIES = zip(itertools.count(90), ("Wilhelmina", "Casimir", "Thandiwe"), ("Oduya", "Blackwood", "Pereira"))


@walk(PHONE_SCRIPTS, Way(PHONE, scripts=False, keyboard=True))
def a_clock_that_runs_out(world):
    """Nobody takes a family in time, nor does the manager; the triage finds it another hub."""
    entry = one_family(world.api)
    with worker(world, "triage") as triage:
        is_not_there(triage, entry)
    world.orders.ask(f"let its clock run out: {entry}")
    with worker(world, HUBS_WORKER) as hub:
        hub.family.open("/hub?late=yes")
        hub.says("Escalated to the manager")
        world.looks.at(hub.family, "list with an escalated entry")
    with worker(world, "manager") as manager:
        manager.press(manager.link("How the work stands"))
        manager.says("Escalated to you")
        world.looks.at(manager.family, "overview with an escalated entry")
        manager.press(way_to(manager, entry))
        manager.says("late: escalated to the manager since")
        world.looks.at(manager.family, "escalated entry")
    world.orders.ask(f"let it run out again: {entry}")
    with worker(world, "triage") as triage:
        sends_it_on(world, triage, entry)
    found = world.looks.all_found()
    assert not found, "\n".join(found)


def one_family(api):
    """Sends a family that no other walk knows, and returns its entry."""
    before = {entry["id"] for entry in api.inbox(HUB)}
    send(api, family(*next(FAMILIES)))
    return api.until(lambda: {entry["id"] for entry in api.inbox(HUB)} - before, "the entry").pop()


def way_to(somebody, entry):
    """The link to an entry on the page that is shown."""
    return somebody.page.locator(f"main a[href='/hub/entries/{entry}']")


def is_not_there(triage, entry):
    """The triage is not shown what is in time."""
    triage.press(triage.link("How the work stands"))
    assert way_to(triage, entry).count() == 0


def sends_it_on(world, triage, entry):
    """The triage finds it in its list, can do nothing else with it, and is done once it is sent on."""
    triage.press(triage.link("How the work stands"))
    triage.says("Put to triage", "and not answered")
    world.looks.at(triage.family, "overview of a triage")
    triage.press(way_to(triage, entry))
    triage.says("Nobody answered: put to Westminster triage since")
    assert triage.page.locator("#log-contact, form[action*='/access/']").count() == 0
    assert triage.page.locator(".actions form").count() == 1
    world.looks.at(triage.family, "entry that is put to a triage")
    triage.press(triage.button("Send it on"))
    world.looks.at(triage.family, "sending on by a triage")
    triage.answers(to="westminster-queens-park", reason="capacity")
    triage.press(triage.button("Yes, send it on"))
    triage.says("Queen’s Park Family Hub")
    world.looks.at(triage.family, "sent on by a triage")
    triage.family.open("/hub")
    is_not_there(triage, entry)
