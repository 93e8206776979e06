"""A quarter of one hub: sixty families, from several senders, with their work begun and ended."""

from harness.forty import FAMILY, GIVEN, born, family
from harness.sending import send

COUNTED = "westminster-portman"
# The client that sends, the referrer, and the number of its families; three of one kind are few enough to hide.
SENDERS = (
    ("school", {"kind": "school", "name": "A. Teacher", "organisation": {"name": "Example Primary School"}}, 26),
    ("health", {"kind": "gp", "name": "A. Doctor", "organisation": {"name": "Example Surgery"}}, 18),
    ("council", {"kind": "housing", "name": "A. Adviser", "organisation": {"name": "Example Housing"}}, 13),
    ("police", {"kind": "police", "name": "A. Constable", "organisation": {"name": "Example Police"}}, 3),
)
NEEDS = (["speech_and_language"], ["parenting"], ["housing", "money_and_benefits"], ["parenting", "send"])
TAKEN, BEGUN, CLOSED = 40, 32, 16


def send_a_quarter(api):
    """Sends them, waits until each is in the inbox, and takes, begins and closes some of the work."""
    there = {entry["id"] for entry in api.inbox(COUNTED)}
    number = 0
    for client, referrer, many in SENDERS:
        for _ in range(many):
            given, name = GIVEN[number % len(GIVEN)], FAMILY[(number + 5 * (number // len(GIVEN))) % len(FAMILY)]
            says = family(100 + number, given, name, needs=NEEDS[number % len(NEEDS)], referrer=referrer)
            says["household"]["address"]["postcode"] = "NW8 8DE"
            says["children"][0]["date_of_birth"] = born(400 + 53 * number)
            send(api, says, client)
            number += 1
    entries = api.until(lambda: _all(api, there, number), "all of a quarter's entries")
    for at, entry in enumerate(entries[:TAKEN]):
        _step(api, entry, "claim")
        if at < BEGUN:
            _step(api, entry, "accept")
        if at < CLOSED:
            _step(api, entry, "close", outcome="supported" if at % 2 else "advice_given")


def _all(api, before, number):
    found = [entry for entry in api.inbox(COUNTED) if entry["id"] not in before]
    return found if len(found) == number else None


def _step(api, entry, step, **says):
    api.post(f"/v1/inbox/{entry['id']}/{step}", f"hub-{COUNTED}", says)
