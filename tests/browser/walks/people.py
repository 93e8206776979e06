"""Who asks: a young person, somebody who helps, a relative; and what not every family has."""

from harness.people import (
    CONCEALED, DUE, FOUR_CHILDREN, FRONT_DOOR, HELPED, HUB, NO_FIXED_ADDRESS, RELATIVE, SHORT, TRIAGE, UNBORN, YOUNG,
)
from harness.registry import BOTH, DESK_PLAIN, PHONE_PLAIN, walk


@walk(*BOTH)
def a_young_person(world):
    """Is told of Childline and who will know, and is never asked for children."""
    family = world.family.begin("full").answer(YOUNG, until="/form/young")
    assert "0800 1111" in family.words(), "Childline"
    family.answer(YOUNG)
    assert not any("child" in page for page in family.walked), family.walked
    assert "your children" not in family.words().lower()
    reference = family.send()
    said = world.said(world.arrives(reference, HUB), reference)
    assert said["referrer"]["kind"] == "self_young_person", said


@walk(DESK_PLAIN)
def somebody_helped(world):
    """A library helps: its place, and what the family was asked, arrive too."""
    family = world.family.begin("full").answer(HELPED)
    assert "/form/agree" not in family.walked, "a helper does not agree for a family"
    reference = family.send()
    said = world.said(world.arrives(reference, HUB), reference)
    assert said["referrer"]["helped_by"]["setting"] == "Library", said
    assert said["agreement"]["status"] == "agreed", said


@walk()
def a_relative(world):
    """A relative asks for a family that agreed, is asked where that family lives, and is offered nothing of
    their own to fill in."""
    family = world.family.begin("full").answer(RELATIVE, until="/form/where")
    heading = family.page.locator("main h1").inner_text()
    assert "family" in heading and "you" not in heading.lower(), heading
    assert family.field("postcode").get_attribute("autocomplete") == "off"
    reference = family.answer(RELATIVE).send()
    said = world.said(world.arrives(reference, HUB), reference)
    assert said["referrer"]["kind"] == "relative", said


@walk()
def a_family_that_was_not_asked(world):
    """Goes to the triage, who see that nobody has agreed."""
    answers = {**RELATIVE, "who": {"who": "friend"}, "asked": {"family-asked": "not-asked"}}
    family = world.family.begin("full").answer(answers)
    reference = family.send()
    said = world.said(world.arrives(reference, TRIAGE), reference)
    assert said["referrer"]["kind"] == "friend_or_neighbour", said


@walk(DESK_PLAIN)
def no_fixed_address(world):
    """Only the council is asked for, and one name is enough."""
    family = world.family.begin("short").answer(NO_FIXED_ADDRESS)
    assert "/form/council" in family.walked, family.walked
    reference = family.send()
    said = world.said(world.arrives(reference), reference)
    assert said["household"].get("no_fixed_address") is True, said
    assert said["adults"][0]["name"] == {"given": "Sukarno"}, said


@walk(DESK_PLAIN)
def a_concealed_address(world):
    """No page asks for it, and none names a hub."""
    family = world.family.begin("full").answer({**FULL_BUT_CONCEALED})
    assert "/form/address" not in family.walked, family.walked
    reference = family.send()
    said = world.said(world.arrives(reference), reference)
    assert said["household"].get("concealed") is True, said
    assert "address" not in said["household"], said


FULL_BUT_CONCEALED = {**UNBORN, **CONCEALED}


@walk(DESK_PLAIN)
def an_unborn_child(world):
    """Has a due date, and needs no name."""
    family = world.family.begin("full").answer(UNBORN)
    reference = family.send()
    said = world.said(world.arrives(reference, HUB), reference)
    assert said["children"] == [{"due_date": DUE.isoformat()}], said


@walk(*BOTH)
def four_children_with_one_removed(world):
    """The list takes one off, and keeps the others as they were told."""
    family = world.family.begin("full").answer(FOUR_CHILDREN)
    family.press(family.page.locator('a[href^="/form/children"]').first).is_at("/form/children")
    family.press(family.button("remove", "2-of-4")).is_at("/form/children")
    listed = family.page.locator(".children li").all_inner_texts()
    assert len(listed) == 3 and "Beata" not in " ".join(listed), listed
    reference = family.go_on().answer(FOUR_CHILDREN).send()
    said = world.said(world.arrives(reference, HUB), reference)
    names = [child["name"]["given"] for child in said["children"]]
    assert names == ["Adam", "Celina", "Dawid"], said


@walk(*BOTH)
def somebody_in_danger(world):
    """The numbers come at once, and what is sent all the same goes to the front door."""
    family = world.family.begin("short").answer(SHORT, until="/form/help")
    family.fill({"someone-may-be-hurt": "yes"}).go_on().is_at("/numbers")
    assert "999" in family.words()
    family.answer_page({})
    reference = family.answer(SHORT).send()
    first = family.page.locator("main h1").first.inner_text()
    assert first == "Talk to someone now", f"the numbers lead: {first}"
    entry = world.arrives(reference, FRONT_DOOR)
    assert world.said(entry, reference)["safeguarding_concern"] is True, entry


@walk(PHONE_PLAIN)
def somebody_who_asks_for_the_numbers(world):
    """Is promised nothing that is not so; one press marks the form, and it goes to the front door."""
    family = world.family.begin("short").answer(SHORT, until="/form/name")
    family.fill(SHORT["name"]).press(family.button("call")).is_at("/numbers")
    assert "read it first" not in family.words(), family.words()
    family.press(family.page.locator('form[action="/numbers"] button'))
    assert family.values("given-name") == ["Gurpreet"], family.here
    family.answer(SHORT)
    assert "read this before anything else" in family.words(), family.words()
    reference = family.send()
    entry = world.arrives(reference, FRONT_DOOR)
    assert world.said(entry, reference)["safeguarding_concern"] is True, entry
