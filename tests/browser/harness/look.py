"""Looks at a page: axe-core, nothing wider than the window, nothing covered, and valid HTML."""

import json
import pathlib
import re
import subprocess
import tempfile

# Each width with the height of its window; the last is a window of 1280 × 1024 at 400 %.
ZOOMED = "400 %"
SIZES = {"phone": (320, 640), "desk": (1280, 800), ZOOMED: (320, 256)}
AXE = """() => axe.run({rules: {'target-size': {enabled: true}}}).then(found => found.violations.map(one =>
    `${one.id}: ${one.nodes.map(node => node.target.join(' ')).join(', ')}`))"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What the checker remarks about the markup of GOV.UK Frontend itself, which is kept as it is.
THE_PACKAGES = {"The “group” role is unnecessary for element “fieldset”."}
COVERED = pathlib.Path(__file__).with_suffix(".js").read_text(encoding="utf-8").split("\n", 1)[1]


class Looks:
    """What was found by looks at pages. A walk looks, and in the end asks for everything found."""

    def __init__(self, target):
        self.axe = (target / "frontend/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
        self.checker = target / "html-checker/node_modules/vnu-jar/build/dist/vnu.jar"
        self.found, self.sources, self.seen = [], {}, 0

    def at(self, family, name):
        """Looks at the page that is shown, at each size."""
        self.sources.setdefault(name, family.source())
        page, before = family.page, family.page.viewport_size
        with family.scripts():
            page.evaluate(self.axe)
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            self.found += [f"{name}, {size}: {found}" for found in self._at_a_size(family, size)]
        page.set_viewport_size(before)
        self.found += [f"{name}: {wrong}" for wrong in family.wrong]
        family.wrong.clear()
        self.seen += 1

    @staticmethod
    def _at_a_size(family, size):
        page = family.page
        if wider := page.evaluate(WIDER):
            yield f"{wider} px too wide"
        yield from page.evaluate(COVERED)
        if size == ZOOMED:  # The page is the phone's, in a lower window.
            return
        supported = "document.body.classList.contains('govuk-frontend-supported')"
        if family.way.scripts and page.locator("script[src]").count() and not page.evaluate(supported):
            yield "the package's scripts did not run"
        with family.scripts():
            yield from page.evaluate(AXE)

    def all_found(self):
        """Everything found since this was last asked, and what the HTML checker says of each page."""
        found, self.found = self.found, []
        sources, self.sources = self.sources, {}
        return found + self._invalid(sources)

    def _invalid(self, sources):
        with tempfile.TemporaryDirectory() as folder:
            names = {}
            for number, (name, source) in enumerate(sources.items()):
                path = pathlib.Path(folder) / f"{number}.html"
                path.write_text(source, encoding="utf-8")
                names[path.name] = name
            command = ["java", "-jar", str(self.checker), "--format", "json", "--exit-zero-always", folder]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            told = json.loads(done.stderr)["messages"]
        told = [one for one in told if one["message"] not in THE_PACKAGES]
        return [f"{names[one['url'].rsplit('/', 1)[-1]]}: {one['type']}: {one['message']} ({line(one)})" for one in told]


def line(message):
    """The place of a message of the checker, without anything that a family might have typed."""
    return f"line {message.get('lastLine', '?')}: {re.sub(chr(10), ' ', message.get('extract', ''))[:120]}"
