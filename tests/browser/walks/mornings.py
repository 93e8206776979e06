"""A morning of a hub with forty referrals: its workers, its triage and its manager, by keyboard on a phone."""

from harness.forty import TRIAGED, send_forty
from harness.registry import PHONE, Way, walk
from harness.worker import worker

WITHOUT_A_MOUSE = Way(PHONE, scripts=False, keyboard=True)


@walk(WITHOUT_A_MOUSE)
def a_morning_of_a_hub(world):
    """A family is found, matched, helped and referred onward; others are sent on, declined and placed."""
    send_forty(world.api)
    with worker(world) as hub:
        finds_one_family(world, hub)
        decides_a_match(world, hub)
        works_with_a_family(world, hub)
        passes_two_on(world, hub)
    with worker(world, "triage") as triage:
        for given in TRIAGED:
            places(world, triage, given)
    world.orders.ask("make an entry a week old")
    with worker(world, "manager") as manager:
        sees_what_is_late(world, manager)
    found = world.looks.all_found()
    assert not found, "\n".join(found)


def finds_one_family(world, hub):
    """Two presses from the list to the family, and no other is opened."""
    world.looks.at(hub.family, "inbox of forty")
    hub.presses = 0
    hub.search("Nguyễn")
    world.looks.at(hub.family, "search results")
    hub.open_row("Nguyễn T.")
    hub.says("Nguyễn Trần")
    assert hub.presses <= 3 and len(hub.opened) == 1, (hub.presses, hub.opened)


def decides_a_match(world, hub):
    """The other child is named, and what is decided can be taken back."""
    hub.finds("Amira", "Amira T.")
    hub.says("Perhaps the same child: please decide", "Amir Thorne")
    world.looks.at(hub.family, "entry with a match")
    hub.press(hub.button("They are different children"))
    hub.says("Not the same child, as a worker decided")
    hub.press(hub.button("Take this decision back"))
    hub.press(hub.button("They are different children"))


def works_with_a_family(world, hub):
    """From the claim to the end, with all that is written down."""
    hub.finds("Oluwaseun", "Oluwaseun A.")
    hub.press(hub.button("Claim"))
    hub.says("You claimed it")
    hub.writes("contact", code="spoke_parent", direction="to_family", way="call", **{"with": "parent"})
    hub.says("The contact is on the log.")
    hub.press(hub.button("Accept"))
    hub.writes("onward", need="parenting", partner="Pimlico Toy Library", agreement="agreed", answer="sent")
    hub.says("Pimlico Toy Library")
    world.looks.at(hub.family, "entry with a log")
    close = hub.page.locator("form[action$=close]")
    hub.hands.select(close.locator("select"), "could_not_reach")
    hub.press(close.locator("button"))
    hub.says("three")
    world.looks.at(hub.family, "closing without three attempts")
    hub.finds("Oluwaseun", "Oluwaseun A.")
    hub.hands.select(close.locator("select"), "supported")
    hub.press(close.locator("button"))
    hub.press(hub.button("Yes, close this entry"))
    hub.says("You closed it", "Supported by the hub")


def passes_two_on(world, hub):
    """One is sent to another hub, and one that is declined is offered on."""
    hub.finds("Zofia", "Zofia W.")
    hub.press(hub.button("Claim"))
    hub.press(hub.button("Send it on"))
    world.looks.at(hub.family, "sending on")
    hub.answers(to="westminster-portman", reason="better_fit")
    hub.press(hub.button("Yes, send it on"))
    hub.says("It is with Portman Family Hub now")
    world.looks.at(hub.family, "sent on")
    hub.finds("Ewan", "Ewan M.")
    hub.press(hub.button("Claim"))
    hub.press(hub.button("Decline"))
    world.looks.at(hub.family, "declining")
    hub.answers(reason="at_capacity")
    hub.press(hub.button("Yes, decline it"))
    hub.says("now")
    for given in ("Zofia", "Ewan"):
        hub.family.open("/hub")
        hub.search(given)
        assert hub.rows().count() == 0, f"{given} is in one inbox, and no longer in this one"


def places(world, triage, given):
    """A family is placed by hand, by what the rulebook says."""
    triage.finds(given, f"{given} L.")
    triage.press(triage.button("Claim"))
    triage.press(triage.link("Find the hub"))
    triage.says("What the rulebook says today", "Bessborough Family Hub")
    world.looks.at(triage.family, "finding the hub")
    triage.press(triage.link("Send it to Bessborough Family Hub"))
    triage.answers(reason="wrong_catchment")
    triage.press(triage.button("Yes, send it on"))


def sees_what_is_late(world, manager):
    """The overview counts it, and the list shows it."""
    manager.press(manager.link("How the work stands"))
    world.looks.at(manager.family, "how the work stands")
    manager.says("Late", "Bessborough Family Hub")
    manager.family.open("/hub?late=yes")
    manager.says("late")
    assert manager.rows().count() >= 1
    world.looks.at(manager.family, "what is late")
