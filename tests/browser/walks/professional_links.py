"""Signing in by a link to a work address, and what a professional sees of what they have sent."""

import uuid

from harness.people import HUB
from harness.registry import ALL, BOTH, PHONE_PLAIN, PHONE_SCRIPTS, walk
from walks.professional import ANSWERS, HOME, answer, begin, looking, send

SIGN_IN = f"{HOME}/sign-in"
ASKED = f"{SIGN_IN}/email"
YOU = f"{HOME}/you"
REFERRALS = f"{HOME}/referrals"


def address(domain="st-marys.example"):
    """A work address that nobody else has."""
    return f"senco-{uuid.uuid4().hex[:10]}@{domain}"


def ask(family, mail):
    """Asks for a link to an address."""
    family.open(SIGN_IN).fill({"email": mail})
    return family.press(family.page.locator("form[action$='/sign-in/email'] button"))


def links(family, mail):
    """The links that an address was sent, the newest first, in a tab of its own."""
    tab = family.world.on(family.page.context, new=True)
    tab.open("/dev/notices")
    found = tab.page.locator("article", has_text=f"To {mail}").locator("a")
    addresses = [link.get_attribute("href") for link in found.all()]
    tab.page.close()
    return [address.removeprefix(family.world.url) for address in addresses]


def sign_in(family, mail):
    """Signs in by a link, and says who it is."""
    ask(family, mail).is_at(ASKED)
    family.open(links(family, mail)[0])
    assert mail in family.words(), "whose link it is can be read"
    family.go_on().is_at(YOU)
    return family.fill({"your-name": "Siân", "your-role": "SENCO"}).go_on().is_at(HOME)


@walk(*ALL, firefox=True)
def a_link_signs_in_and_leads_to_a_referral(world):
    """From the address to the confirmation, and to the list that says where it went."""
    mail = address()
    family = begin(sign_in(world.family, mail))
    answer(family, ANSWERS)
    reference = send(family)
    said = world.said(world.arrives(reference, HUB), reference)
    assert said["referrer"]["email"] == mail, said["referrer"]
    assert said["referrer"]["organisation"]["name"] == "St Mary’s Primary School", said["referrer"]
    family.open(REFERRALS)
    family.press(family.page.locator("main dl a", has_text=reference))
    shown = family.words()
    assert reference in shown and "Placed in an inbox" in shown, shown
    family.shows_nothing_of(["محمد", "Nguyễn", "Amina", "He does not sleep"])


@walk(*BOTH)
def a_link_works_once(world):
    """Used twice, or over, it leads to another one; nobody is signed in by it."""
    family, mail = world.family, address()
    sign_in(family, mail)
    used = links(family, mail)[0]
    family.press(family.page.locator("form[action$='/sign-out'] button")).is_at(SIGN_IN)
    family.open(used)
    assert "used already" in family.words(), family.words()
    family.press(family.page.locator("main a.govuk-button")).is_at(SIGN_IN)
    ask(family, mail)
    family.open(links(family, mail)[0])
    world.orders.ask("forget drafts")
    family.go_on()
    assert "15 minutes" in family.words(), family.words()
    family.open(HOME).is_at(SIGN_IN)


@walk(*BOTH)
def the_page_is_the_same_for_everybody(world):
    """Whether an organisation is known is not told, and its address alone is sent something."""
    family, known, unknown = world.family, address(), address("elsewhere.example")
    shown = []
    for mail in (known, unknown):
        ask(family, mail).is_at(ASKED)
        shown.append(family.words())
    assert shown[0] == shown[1], shown
    assert len(links(family, known)) == 1 and not links(family, unknown), "one of them was sent a link"


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def every_page_of_links_and_lists(world):
    """Every page in every state."""
    family, mail = world.family, address()
    with looking(world) as look:
        family.open(SIGN_IN)
        look(family, "sign-in with a field for an address")
        ask(family, "nobody at home")
        assert family.errors(), "it is no address"
        look(family, "sign-in with an error")
        ask(family, mail).is_at(ASKED)
        look(family, "a link was asked for")
        link = links(family, mail)[0]
        family.open(link)
        look(family, "a link that was opened")
        family.go_on().is_at(YOU)
        look(family, "who you are, by e-mail")
        family.fill({"your-name": "Siân", "your-role": "SENCO"}).go_on().is_at(HOME)
        family.open(REFERRALS)
        look(family, "no referrals yet")
        answer(begin(family.open(HOME)), ANSWERS)
        reference = send(family)
        world.arrives(reference, HUB)
        family.open(REFERRALS)
        look(family, "your referrals")
        family.press(family.page.locator("main dl a", has_text=reference))
        look(family, "one of your referrals")
        family.press(family.page.locator("form[action$='/sign-out'] button"))
        family.open(link)
        look(family, "a link that is over")
        assert "used already" in family.words(), family.words()
