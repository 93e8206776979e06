"""A worker at the hub's pages: signs in as one of the issuer's people, finds families, and works."""

import json
from contextlib import contextmanager

HUB = "hub-westminster-bessborough"


@contextmanager
def worker(world, person=HUB):
    """One of the issuer's people, signed in, in a window of their own. What fails is told from there."""
    before = world.family
    context = world.browsers.window(world.way)
    world.family = world.on(context)
    someone = Worker(world.family)
    world.family.sign_in(person)
    yield someone
    world.family.is_clean()
    world.family = before
    context.close()


class Worker:
    """Somebody who works with entries. `opened` holds the paths of those they looked at."""

    def __init__(self, family):
        self.family, self.page, self.hands = family, family.page, family.hands
        self.opened, self.presses = set(), 0
        self.page.on("request", self._request)

    def _request(self, request):
        if request.is_navigation_request() and "/hub/entries/" in request.url:
            self.opened.add(request.url.split("?")[0].split("#")[0])

    def press(self, target):
        """Presses a button or a link, and counts it."""
        self.presses += 1
        self.family.press(target)

    def search(self, sought):
        """Searches the inbox."""
        self.hands.type(self.page.locator("form.search [name=sought]"), sought)
        self.press(self.page.locator("form.search button"))

    def rows(self):
        """The rows of the list that is shown."""
        return self.page.locator("ol.entries > li")

    def open_row(self, name):
        """Opens the entry of a family by the words in its row."""
        self.press(self.page.locator("ol.entries h2 a", has_text=name).first)

    def finds(self, sought, row):
        """Comes to a family's entry by a search, from wherever it is."""
        self.family.open("/hub")
        self.search(sought)
        self.open_row(row)

    def button(self, words):
        """The button with these words."""
        return self.page.locator("main").get_by_role("button", name=words, exact=True).first

    def link(self, words):
        """The link with these words."""
        return self.page.locator("main").get_by_role("link", name=words).first

    def writes(self, kind, **answers):
        """Writes an item on the log of the entry that is shown."""
        form = self.page.locator(f"#log-{kind}")
        self.hands.press(form.locator("> summary"))
        for name, answer in answers.items():
            field = form.locator(f"[name={json.dumps(name)}]").first
            if field.evaluate("field => field.type") == "select-one":
                self.hands.select(field, answer)
            else:
                self.hands.type(field, answer)
        self.press(form.locator("form button").first)

    def answers(self, **answers):
        """Fills the only form of a page in, such as the one that asks for a reason."""
        self.family.fill(answers)

    def says(self, *texts):
        """Sees that the page says these."""
        shown = self.family.words()
        for text in texts:
            assert text in shown, f"{text!r} is not in: {shown[:1500]}"
