"""A task: pictures of every page, on a phone and on a desk, into docs/pages, with an index."""

import io
from pathlib import Path

from harness import tour
from harness.quarter import COUNTED
from harness.registry import PHONE_SCRIPTS, walk
from harness.sending import TRIAGE, send_one_to_triage
from walks.clocks import one_family
from walks.notices import family_of, texts

FOLDER = Path(__file__).resolve().parents[3] / "docs/pages"
# The widths of the windows, and the most that a picture shows of a page, in CSS pixels.
SIZES = {"phone": (320, 1_000), "desk": (680, 700)}
COLOURS = 16  # Text needs no more, and is small then.
MOST = 1_500_000  # bytes of all pictures
# States that are looked at by tests, and that a picture tells nothing more of.
WITHOUT = (
    "address with errors", "safety with errors", "words with errors", "who with errors", "asked with errors",
    "young with errors", "agree with errors", "note with errors", "status not found", "check a worry",
    "sent with care", "help with errors", "about cookies", "start with a notice",
)
# Below its content, each page has the same numbers to call, and the footer.
END = "Math.ceil(document.querySelector('main').getBoundingClientRect().bottom + scrollY)"
INDEX = """# Pages

Every page, on a phone and on a desk, as `make pictures` takes it: to the end of its own content, or as far
as the first screens go. The tests look at more: see [tests/browser](../../tests/browser/README.md).

"""


@walk(PHONE_SCRIPTS, task=True)
def pictures(world):
    """Takes all pictures again."""
    for old in FOLDER.glob("*.webp"):
        old.unlink()
    FOLDER.mkdir(parents=True, exist_ok=True)
    taken = [
        ("Before and after the questions", list(take(world, lambda family: tour.around(world, family)))),
        ("The questions", list(take(world, lambda family: tour.questions(family, ("empty", "errors"))))),
        ("A message to choose", list(take(world, one_message))),
        ("In Urdu", list(take(world, in_urdu, "urdu "))),
        ("The hub", list(take(world, lambda family: hub(world, family)))),
    ]
    index = INDEX + "\n".join(f"## {title}\n\n{table(names)}" for title, names in taken)
    (FOLDER / "README.md").write_text(index, encoding="utf-8")
    size = sum(file.stat().st_size for file in FOLDER.glob("*.webp"))
    assert size < MOST, f"the pictures have {size} bytes"


def take(world, toured, prefix=""):
    """Takes a tour for each device, and a picture wherever it stops."""
    from PIL import Image  # The list of walks needs none.

    names = []
    for device, (width, most) in SIZES.items():
        world.orders.ask("forget drafts")
        context = world.browsers.window(PHONE_SCRIPTS, viewport={"width": width, "height": 640})
        family = world.on(context)
        for name in toured(family):
            if name in WITHOUT:
                continue
            family.page.evaluate("document.activeElement && document.activeElement.blur()")
            file = FOLDER / f"{slug(prefix + name)}-{device}.webp"
            top = family.page.evaluate("window.pictureFrom || 0")
            shown = {"x": 0, "y": top, "width": width, "height": min(most, family.page.evaluate(END) - top)}
            taken = Image.open(io.BytesIO(family.page.screenshot(full_page=True, clip=shown))).convert("RGB")
            few = taken.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB")
            few.save(file, lossless=True, method=6)
            looks = world.target / "pictures"
            looks.mkdir(exist_ok=True)
            family.page.screenshot(path=looks / f"{file.stem}.png", full_page=True, scale="css")
            names += [prefix + name] if device == "phone" else []
        context.close()
    return names


def one_message(family):
    """The choice of one message, before a form is sent."""
    family.begin("short").answer(family_of("Abernathy", texts()))
    family.page.evaluate(
        "window.pictureFrom = Math.floor(document.querySelector('[name=notice]').closest('fieldset')"
        ".getBoundingClientRect().top + scrollY - 20)"
    )
    yield "notice offered"


def in_urdu(family):
    """A few pages from right to left."""
    family.open("/?lang=ur")
    yield "start"
    family.begin("short")
    yield "where"
    family.go_on()
    yield "where with errors"
    family.open("/form/contact")
    yield "contact"


def hub(world, family):
    """The pages of a worker, of a manager, and of a triage that finds the hub."""
    world.send_some()
    world.send_a_quarter()
    send_one_to_triage(world.api)
    family.open("/hub/sign-in")
    yield "hub sign-in"
    family.press(family.page.locator("main a.govuk-button"))
    yield "sign-in of the development issuer"
    family.press(family.page.locator("button[value='hub-westminster-bessborough']"))
    family.page.wait_for_url("**/hub")
    yield "hub inbox"
    family.open("/hub?state=new")
    family.press(family.page.locator(".entries a").first)
    yield "hub entry"
    family.press(family.page.locator("form[action$='/claim'] button"))
    yield "hub claimed entry"
    family.press(family.page.locator("form[action$='/redirect'] button"))
    yield "hub sending on"
    family.page.context.clear_cookies()
    late = one_family(world.api)
    world.orders.ask(f"let its clock run out: {late}")
    family.sign_in("manager")
    family.open("/hub/overview")
    yield "hub overview"
    family.open(f"/hub/entries/{late}")
    yield "hub escalated entry"
    yield from figures(family)
    world.orders.ask(f"let it run out again: {late}")
    family.page.context.clear_cookies()
    family.sign_in("triage")
    family.open("/hub/overview")
    yield "hub put to triage"
    family.page.context.clear_cookies()
    family.sign_in(f"hub-{TRIAGE}")
    family.press(family.page.locator(".entries a").first)
    family.press(family.page.get_by_role("link", name="Find the hub").first)
    yield "hub finding the hub"


def figures(family):
    """The figures of this quarter: their beginning, and where the drawings are."""
    family.open(f"/hub/figures?inbox={COUNTED}")
    quarter = family.page.locator("nav[aria-label=Quarters] a").first.text_content()
    family.open(f"/hub/figures?inbox={COUNTED}&quarter={quarter}")
    yield "hub figures"
    first = family.page.locator("h3", has_text="Who asked for help")
    first.evaluate("title => { window.pictureFrom = title.getBoundingClientRect().top + scrollY - 16; }")
    yield "hub figures drawn"


def slug(name):
    """A name as a file's."""
    return name.replace(" ", "-").replace("/", "-")


def table(names):
    """An index of pictures by their names."""
    rows = [f"| {name} | [phone]({slug(name)}-phone.webp) | [desk]({slug(name)}-desk.webp) |" for name in names]
    return "| | | |\n|---|---|---|\n" + "\n".join(rows) + "\n"
