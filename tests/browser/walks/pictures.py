"""A task: pictures of every page, on a phone and on a desk, into docs/pages, with an index."""

from pathlib import Path

from harness import tour
from harness.registry import PHONE_SCRIPTS, walk

FOLDER = Path(__file__).resolve().parents[3] / "docs/pages"
SIZES = {"phone": (320, 640, 2), "desk": (1000, 640, 1)}  # width, height, pixels for each CSS pixel
QUALITY = 40
# States that are looked at by tests, and that a picture tells nothing more of.
WITHOUT = (
    "about", "helper with errors", "asked with errors", "council with errors", "young with errors", "address with errors",
    "agree with errors", "note with errors", "withdraw with errors", "status not found", "check a worry", "safety with errors",
)
INDEX = """# Pages

Every page, on a phone and on a desk, as `make pictures` takes it. The tests look at more: see
[tests/browser](../../tests/browser/README.md).

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
        ("In Urdu", list(take(world, in_urdu, "urdu "))),
        ("The hub", list(take(world, lambda family: hub(world, family)))),
    ]
    index = INDEX + "\n".join(f"## {title}\n\n{table(names)}" for title, names in taken)
    (FOLDER / "README.md").write_text(index, encoding="utf-8")
    size = sum(file.stat().st_size for file in FOLDER.glob("*.webp"))
    assert size < 1_500_000, f"the pictures have {size} bytes"


def take(world, toured, prefix=""):
    """Takes a tour for each device, and a picture wherever it stops."""
    names = []
    for device, (width, height, sharpness) in SIZES.items():
        world.orders.ask("forget drafts")
        context = world.browsers.window(
            PHONE_SCRIPTS, viewport={"width": width, "height": height}, device_scale_factor=sharpness)
        family = world.on(context)
        for name in toured(family):
            if name in WITHOUT:
                continue
            family.page.evaluate("document.activeElement && document.activeElement.blur()")
            file = FOLDER / f"{slug(prefix + name)}-{device}.webp"
            family.page.screenshot(path=file, full_page=True, type="webp", quality=QUALITY)
            looks = world.target / "pictures"
            looks.mkdir(exist_ok=True)
            family.page.screenshot(path=looks / f"{file.stem}.png", full_page=True, scale="css")
            names += [prefix + name] if device == "phone" else []
        context.close()
    return names


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
    """The hub's list, and an entry before and after it is claimed."""
    world.send_some()
    family.open("/hub/sign-in")
    yield "hub sign-in"
    client = world.api.clients["hub-westminster-bessborough"]
    family.fill({"client_id": client["client_id"], "client_secret": client["client_secret"]})
    family.press(family.page.locator("main form button[type=submit]").first)
    yield "hub inbox"
    family.press(family.page.locator(".entries a").first)
    yield "hub entry"


def slug(name):
    """A name as a file's."""
    return name.replace(" ", "-").replace("/", "-")


def table(names):
    """An index of pictures by their names."""
    rows = [f"| {name} | [phone]({slug(name)}-phone.webp) | [desk]({slug(name)}-desk.webp) |" for name in names]
    return "| | | |\n|---|---|---|\n" + "\n".join(rows) + "\n"
