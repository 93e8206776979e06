"""Looks at the pages on which a triage finds the hub of a family."""

from harness.registry import PHONE_PLAIN, PHONE_SCRIPTS, walk
from harness.sending import TRIAGE, send_one_to_triage


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def every_page_of_finding_a_hub(world):
    """The page in each of its states, and the list of councils."""
    family, look = world.family, world.looks.at
    entry = send_one_to_triage(world.api)
    family.sign_in(f"hub-{TRIAGE}")
    place = f"/hub/entries/{entry['id']}/place"
    family.open(place)
    look(family, "find the hub")
    family.press(family.page.locator("form[action$='place/postcode'] button"))
    look(family, "postcode with errors")
    family.fill({"postcode": "NW8 8DE"})
    family.press(family.page.locator("form[action$='place/postcode'] button"))
    look(family, "postcode corrected")
    family.press(family.page.locator("form[action$='place/sender_asked'] button"))
    look(family, "question with errors")
    family.page.locator("#about").select_option("home")
    family.page.locator("#words").fill("Rang the school. They call back tomorrow.")
    family.press(family.page.locator("form[action$='place/sender_asked'] button"))
    look(family, "sender asked")
    family.press(family.page.locator("form[action$='/claim'] button"))
    family.open(place)
    family.press(family.page.get_by_role("link", name="Send it to Portman Family Hub").first)
    look(family, "sending to the hub")
    family.open("/hub/authorities")
    look(family, "councils")
    found = world.looks.all_found()
    assert not found, "\n".join(found)
