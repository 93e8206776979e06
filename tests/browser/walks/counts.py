"""A task: what the ways cost a family, in pages, fields, bytes and waiting, beside what they may cost."""

import gzip
import statistics
import sys
import time
import urllib.request

from harness.people import FULL, SHORT
from harness.registry import DESK_SCRIPTS, walk

KB = 1_000
TRIES = 60


@walk(DESK_SCRIPTS, task=True)
def counts(world):
    """Prints the counts, and fails for one over its limit."""
    family, rows = world.family, []
    for way, answers, pages_most, fields_most in (("short", SHORT, 6, 12), ("full", FULL, None, None)):
        pages, fields = ["/"], 0
        family.begin(way)
        while family.here != "/check":
            fields += len(names(family))
            if family.here == "/form/children":
                family.press(family.button("add"))
                fields += len(names(family))
                family.open("/form/children")
            family.answer_page(answers)
        pages += [*family.walked, "/check"]
        family.walked.clear()
        rows += [(f"pages of the {way} way, from start to check", len(pages), pages_most),
                 (f"fields of the {way} way, with one child" if way == "full" else "fields of the short way", fields, fields_most)]
    documents, assets = loads(family)
    rows += [
        ("first load, gzipped, KB", round((documents["/"] + sum(assets.values())) / KB, 1), 45),
        ("each further page at most, gzipped, KB", round(max(documents.values()) / KB, 1), 6),
        ("time to first byte of a warm page, median, ms", round(first_byte(world, family), 1), None),
    ]
    for what, count, most in rows:
        print(f"{what:52} {count:>7}" + (f"   (at most {most})" if most else ""), file=sys.stderr)
    over = [what for what, count, most in rows if most and count > most]
    assert not over, over


def names(family):
    """The names of the fields that a page asks for; one of several boxes counts once."""
    listed = """[...document.querySelectorAll('main input:not([type=hidden]), main textarea, main select')]
        .filter(field => field.tabIndex >= 0).map(field => field.name)"""
    return set(family.page.evaluate(listed))


def loads(family):
    """The bytes of every page of the short way, and of everything that the first one loads besides."""
    assets = {}

    def keep(response):
        if response.status == 200 and not response.request.is_navigation_request():
            assets[response.url] = len(gzip.compress(response.body(), 9))

    family.page.context.clear_cookies()
    family.page.on("response", keep)
    documents = {}
    family.open()
    documents["/"] = len(gzip.compress(family.source().encode(), 9))
    family.page.wait_for_load_state("networkidle")
    first = dict(assets)
    family.begin("full")
    while family.here != "/check":
        documents[family.here] = len(gzip.compress(family.source().encode(), 9))
        family.answer_page(FULL)
    documents["/check"] = len(gzip.compress(family.source().encode(), 9))
    assert set(assets) == set(first), "a further page loads something more"
    return documents, first


def first_byte(world, family):
    """How long the first byte of a page of the form takes, with its draft read and opened."""
    cookie = "; ".join(f"{one['name']}={one['value']}" for one in family.page.context.cookies())
    request = urllib.request.Request(world.url + "/form/name", headers={"Cookie": cookie})
    took = []
    for _ in range(TRIES):
        begun = time.perf_counter()
        with urllib.request.urlopen(request) as answer:
            answer.read(1)
        took.append((time.perf_counter() - begun) * 1_000)
    return statistics.median(took[10:])
