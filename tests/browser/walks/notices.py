"""The one message that somebody can choose to get, and the day on the status of a request."""

import time
import uuid

from harness.people import HUB, SHORT
from harness.registry import ALL, BOTH, PHONE_PLAIN, PHONE_SCRIPTS, walk
from walks.professional import ANSWERS, answer, begin, looking, send
from walks.professional_links import address, sign_in

SWEPT = 150  # seconds: what is due is looked for each minute, and sent by another function then


def family_of(name, contact):
    """What somebody answers on the short way, with a name and ways of their own."""
    return {**SHORT, "name": {"given-name": "Gurpreet", "family-name": name}, "contact": contact}


def mobile():
    """A mobile number that nobody else has, out of those that are for no one."""
    return f"07700 900 {uuid.uuid4().int % 1000:03}"


def texts():
    """The contact answers of somebody whom a text message reaches."""
    return {"phone": mobile(), "safe-to": ["text"]}


def notices_about(family, reference):
    """The messages that were sent about a reference, in a tab of its own."""
    tab = family.world.on(family.page.context, new=True)
    try:
        tab.open("/dev/notices")
        return tab.page.locator("article", has_text=reference).all_inner_texts()
    finally:
        tab.page.close()


def is_sent(family, reference):
    """Waits until a message is sent about a reference, and returns it."""
    end = time.monotonic() + SWEPT
    while time.monotonic() < end:
        if found := notices_about(family, reference):
            assert len(found) == 1, found
            return found[0]
        time.sleep(2)
    raise AssertionError(f"no message about {reference} in {SWEPT} s")


@walk(*ALL, firefox=True)
def a_family_chooses_a_text_message(world):
    """It names the number, is said again on the confirmation, and comes once with nothing but the reference."""
    contact = texts()
    family = world.family.begin("short").answer(family_of("Abernathy", contact))
    assert not family.values("notice"), "nothing is chosen beforehand"
    offered = [field.get_attribute("value") for field in family.field("notice").all()]
    assert offered == ["none", "text"], offered
    assert contact["phone"] in family.page.locator("label[for='notice-2']").inner_text()
    reference = family.fill({"notice": "text"}).send()
    assert "one message" in family.words(), "the confirmation says so"
    world.arrives(reference, HUB)
    message = is_sent(family, reference)
    for typed in ("Gurpreet", "Abernathy", "Family Hub", "Westminster"):
        assert typed not in message, f"{typed} is in the message"


@walk(*BOTH)
def who_chooses_none_gets_none(world):
    """Whether "No message" was chosen or nothing was: only the one who chose one is written to."""
    family, unwritten = world.family, []
    for chosen in ({"notice": "none"}, {}):
        family.begin("short").answer(family_of("Achterberg", texts()))
        unwritten.append(family.fill(chosen).send())
        assert "one message" not in family.words(), "nothing is promised"
    # A message that was chosen after those would have come after theirs.
    family.begin("short").answer(family_of("Aconcagua", texts()))
    is_sent(family, family.fill({"notice": "text"}).send())
    for reference in unwritten:
        assert not notices_about(family, reference), f"{reference} was written about"


@walk(*BOTH)
def a_message_is_offered_on_safe_ways_alone(world):
    """Without a safe way there is no question; what is posted all the same is not taken."""
    family = world.family.begin("short").answer(family_of("Adebayo", {"phone": mobile(), "safe-to": ["call"]}))
    assert not family.field("notice").count(), "a text message was not said to be safe"
    family.open("/form/contact").fill({"safe-to": ["call", "text"]}).go_on().is_at("/check")
    assert family.field("notice").count() == 2, "it is now"


@walk(*BOTH)
def a_status_names_the_day(world):
    """The confirmation and the status name the same day, once the request is with a team."""
    family = world.family.begin("short").answer(family_of("Aldington", texts()))
    world.arrives(family.send(), HUB)
    confirmed = day(family.words())
    family.follow("/status")
    assert day(family.words()) == confirmed, family.words()


def day(words):
    """The day by which somebody tries to get in touch."""
    _, after = words.split("get in touch by ", 1)
    return after.split(",", 1)[0]


@walk(*BOTH, firefox=True)
def a_professional_chooses_an_email(world):
    """It names the address that signed in, and comes once."""
    mail = address()
    family = begin(sign_in(world.family, mail))
    answer(family, ANSWERS)
    assert not family.values("notice"), "it is not ticked beforehand"
    assert mail in family.page.locator("label[for='notice']").inner_text()
    family.fill({"notice": "email"})
    reference = send(family)
    assert mail in family.words(), "the confirmation says so"
    world.arrives(reference, HUB)
    message = is_sent(family, reference)
    assert mail in message, message
    for typed in ("محمد", "Nguyễn", "Amina", "He does not sleep"):
        assert typed not in message, f"{typed} is in the message"


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def every_page_with_a_message(world):
    """The question and what is said of it, empty and answered."""
    family = world.family
    with looking(world) as look:
        contact = {**texts(), "email": "a.very.long.name.of.somebody@a-very-long-domain.family.example"}
        family.begin("short").answer(family_of("Amundsen", {**contact, "safe-to": ["text", "email"]}))
        look(family, "check with a message offered")
        family.fill({"notice": "email"})
        look(family, "check with a message chosen")
        reference = family.send()
        look(family, "sent with a message")
        world.arrives(reference, HUB)
        family.follow("/status")
        look(family, "status with a day")
        answer(begin(sign_in(family, address())), ANSWERS)
        look(family, "all answers of professionals with a message offered")
        family.fill({"notice": "email"})
        send(family)
        look(family, "sent by a professional with a message")
