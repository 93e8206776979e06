"""Referrals that a school sends, for an inbox that is not empty."""

import itertools
from datetime import date, timedelta

NUMBERS = itertools.count(1)
HUB = "westminster-bessborough"
TRIAGE = "westminster-triage"


def send(api, says, client="school"):
    """Sends a school's referral of a family in Pimlico."""
    referral = {
        "referrer": {"kind": "school", "name": "A. Teacher", "role": "SENCO", "phone": "01632 960 001",
                     "organisation": {"name": "Example Primary School", "urn": "100001"}},
        "agreement": {"status": "agreed", "by": "parent_with_pr", "on": date.today().isoformat()},
        "household": {"address": {"lines": ["12 Example Street"], "town": "London", "postcode": "SW1V 2AA"},
                      "language": "en"},
        "urgency": "routine",
        **says,
    }
    return api.post("/v1/referrals", client, referral, Idempotency_Key=f"sent-{next(NUMBERS)}")


def send_some(api):
    """Sends three of three families, and waits until all are in the inbox."""
    born = (date.today() - timedelta(days=900)).isoformat()
    due = (date.today() + timedelta(days=70)).isoformat()
    mother = {"relationship": "mother", "phone": "07700 900 982", "safe_to": ["call", "text"]}
    send(api, {
        "children": [{"name": {"given": "Tobi", "family": "Okafor"}, "date_of_birth": "2021-03-04"}],
        "adults": [{**mother, "name": {"given": "Amina", "family": "Okafor"}}],
        "needs": ["speech_and_language", "parenting"],
        "reason": "Tobi finds it hard to make himself understood, and it upsets him.",
    })
    send(api, {
        "children": [{"name": {"given": "Sam", "family": "Lindqvist"}, "date_of_birth": born}],
        "adults": [{**mother, "name": {"given": "Ida", "family": "Lindqvist"}}],
        "needs": ["housing", "money_and_benefits"], "urgency": "urgent",
        "reason": "They have to leave their flat on Friday.",
    })
    send(api, {
        "children": [{"due_date": due}],
        "adults": [{**mother, "name": {"given": "Priya", "family": "Nair"}}],
        "needs": ["pregnancy_and_birth"], "urgency": "soon", "reason": "Her first baby.",
    })
    api.until(lambda: len(api.inbox(HUB)) >= 3, "three entries in the inbox")


def send_one_to_triage(api):
    """Sends a referral without the family's agreement, and returns its entry once it is in triage."""
    send(api, {
        "agreement": {"status": "not_asked"}, "needs": ["parenting"],
        "children": [{"name": {"given": "Robin", "family": "Achterberg"}, "date_of_birth": "2020-05-06"}],
        "adults": [{"name": {"given": "Kim", "family": "Achterberg"}, "relationship": "mother"}],
    })
    return api.until(lambda: api.inbox(TRIAGE), "an entry in triage")[-1]
