"""Sending: once, whatever somebody presses, and the same kind of referral as a partner's."""

import json

from harness.people import HUB, SHORT
from harness.registry import BOTH, PHONE_PLAIN, PHONE_SCRIPTS, walk
from harness.sending import send

DEBOUNCE = 1_200  # milliseconds for which the package's script takes a second press for a double click


@walk(*BOTH, firefox=True)
def a_double_click_sends_once(world):
    """Two clicks, and Back and the button again, make one referral in all inboxes."""
    name = "Quennell" if world.way.scripts else "Quimby"  # The same stack may have both.
    family = world.family.begin("short").answer({**SHORT, "name": {"given-name": "Ottilie", "family-name": name}})
    family.takes_time()
    family.send_button.dblclick()
    family.page.wait_for_url("**/sent")
    reference = family.reference()
    family.back()
    if family.here == "/check" and family.send_button.count():
        family.page.wait_for_timeout(DEBOUNCE)
        family.press(family.send_button)
    family.open("/sent")
    assert family.reference() == reference
    world.arrives(reference, HUB)
    assert world.entries_of(name) == [HUB], "one referral in one inbox"


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def four_tabs_send_once(world):
    """The same form sent from four tabs at the same time is one referral, confirmed in each."""
    name = "Zuckermandl" if world.way.scripts else "Zeisl"
    family = world.family.begin("short").answer({**SHORT, "name": {"given-name": "Fina", "family-name": name}})
    tabs = [family] + [world.on(family.page.context, new=True).open("/check") for _ in range(3)]
    family.takes_time()
    for tab in tabs:
        tab.page.evaluate("document.querySelector('form[action=\"/send\"]').submit()")
    for tab in tabs:
        tab.page.wait_for_url("**/sent")
    references = {tab.reference() for tab in tabs}
    assert len(references) == 1, references
    world.arrives(references.pop(), HUB)
    assert world.entries_of(name) == [HUB], "one referral in one inbox"


@walk()
def a_form_is_a_referral_like_any_other(world):
    """What a family sends and what a school sends for a family like it differ in who asks, and in nothing else."""
    family = world.family.begin("short").answer(SHORT)
    reference = family.send()
    ours = world.arrives(reference, HUB)
    sent = send(world.api, {
        "children_not_known": True,
        "adults": [{"name": {"given": "Aoife", "family": "Hlavacek"}, "phone": "07700 900 977", "safe_to": ["call", "text"]}],
        "household": {"address": {"postcode": SHORT["where"]["postcode"]}},
        "needs": SHORT["help"]["needs"], "reason": "They asked the school.",
    })
    theirs = world.arrives(sent["reference"], HUB)
    assert shape(ours) == shape(theirs), json.dumps([ours, theirs], indent=1)
    for of in (ours, theirs):
        assert of["state"] == "new" and of["referral_ids"], of
    said = [world.said(ours, reference), world.said(theirs, sent["reference"])]
    assert said[0]["needs"] == said[1]["needs"], said
    assert [one["household"]["address"]["postcode"] for one in said] == ["SW1V 2AA"] * 2, said
    assert [one["adults"][0]["safe_to"] for one in said] == [["call", "text"]] * 2, said


def shape(entry):
    """What an entry of the list has, without what it says."""
    return {name: type(value).__name__ for name, value in entry.items() if value is not None}


@walk()
def what_was_sent_is_nowhere_else(world):
    """No log of the stack holds anything that was typed."""
    family = world.family.begin("short").answer(SHORT)
    family.send()
    log = world.orders.ask("log")
    for text in ("Gurpreet", "Oluwaseun", "07700 900 982", "07700900982", "SW1V 2AA"):
        assert text not in log, f"{text} is in the log"
