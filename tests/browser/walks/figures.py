"""Looks at figures: a quarter of nobody, one with drawings and withheld numbers, and the same as a file."""

import csv
import pathlib
from urllib.parse import urlsplit

from harness.quarter import COUNTED
from harness.registry import PHONE, PHONE_SCRIPTS, Way, walk
from harness.worker import worker

# What a screen reader is told of each drawing: its name, and what is in it.
TOLD = """drawings => drawings.map(one => one.getAttribute('aria-labelledby').split(' ')
    .map(id => document.getElementById(id).textContent))"""
SMALL = {str(number) for number in range(1, 6)}


@walk(PHONE_SCRIPTS, Way(PHONE, scripts=False, keyboard=True))
def a_manager_reads_figures(world):
    """The last quarter had nobody; this one has drawings, whose numbers are those of the file."""
    world.send_some()
    world.send_a_quarter()
    with worker(world, "manager") as manager:
        manager.press(manager.link("Figures"))
        manager.says("Nobody was received.")
        world.looks.at(manager.family, "figures of nobody")
        manager.press(manager.page.locator("nav[aria-label=Quarters] a").first)
        manager.says("This quarter is not over", "withheld", "School")
        world.looks.at(manager.family, "figures")
        manager.family.open(f"/hub/figures?{urlsplit(manager.page.url).query}&inbox={COUNTED}")
        drawings_tell_what_tables_tell(manager.page)
        file_says_the_same(manager)
    found = world.looks.all_found()
    assert not found, "\n".join(found)


def drawings_tell_what_tables_tell(page):
    """Every drawing has a name and says its numbers in words, and its table stands beside it."""
    told = page.locator("svg.plot[role=img]").evaluate_all(TOLD)
    assert len(told) >= 4, told
    for title, about in told:
        caption = title.removesuffix(", as bars")
        rows = page.locator("table", has=page.locator("caption", has_text=caption)).locator("tbody tr")
        cells = [row.locator("th, td").all_text_contents() for row in rows.all()]
        assert about == "; ".join(f"{words}: {number}" for words, number, _ in cells) + ".", (about, cells)


def file_says_the_same(manager):
    """The file has the page's numbers, and none of them is small."""
    with manager.page.expect_download() as download:
        manager.hands.press(manager.link("Take these figures away as a file"))
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["inbox"] == COUNTED]
    assert not [row for row in rows if row["unit"] == "families" and row["value"] in SMALL]
    school = next(row for row in rows if (row["table"], row["row"]) == ("source", "school"))
    manager.says(f"School\t{school['value']}\t{school['percent']}%")
