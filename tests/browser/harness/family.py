"""The family's pages as somebody uses them: fields by their names, buttons, links, and where they are."""

import json
from contextlib import contextmanager
from urllib.parse import urlsplit

from harness.hands import Keyboard, Mouse

CONTINUE = "main form .govuk-button:not(.govuk-button--secondary, .govuk-button--warning, [name])"


class Family:
    """Somebody at a page. `here` is the path where they are."""

    def __init__(self, world, page, way):
        self.world, self.page, self.way = world, page, way
        self.hands = Keyboard(page) if way.keyboard else Mouse(page)
        self.wrong, self.document = [], None
        self.devtools = None
        if not way.scripts and world.browsers.name == "chromium":
            self.devtools = page.context.new_cdp_session(page)
            self._run_scripts(False)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.wrong.append(f"a script failed: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message):
        if message.type in ("error", "warning") and "status of 4" not in message.text:
            self.wrong.append(f"the console says: {message.text}")

    def _request(self, request):
        host = urlsplit(request.url).hostname
        if host not in ("127.0.0.1", None) and not request.is_navigation_request():
            self.wrong.append(f"a page loads something from {host}")

    def _response(self, response):
        if response.request.is_navigation_request() and response.status not in (302, 303):
            self.document = response

    def _run_scripts(self, run):
        self.devtools.send("Emulation.setScriptExecutionDisabled", {"value": not run})

    @contextmanager
    def scripts(self):
        """Scripts run for as long as this holds, though the pages run none: axe-core needs them."""
        if self.devtools is None:
            yield
            return
        self._run_scripts(True)
        try:
            yield
        finally:
            self._run_scripts(False)

    def is_clean(self):
        """Sees that no page was refused anything by its own policy, and that no script failed."""
        wrong, self.wrong = self.wrong, []
        assert not wrong, wrong

    @property
    def here(self):
        """The path of the page that is shown."""
        return urlsplit(self.page.url).path

    def open(self, path="/"):
        """Opens a page by its address."""
        self.page.goto(self.world.url + path)
        return self

    def is_at(self, path):
        """Sees that this is the page."""
        assert self.here == path, f"at {self.here}, not {path}: {self.errors()}"
        return self

    def field(self, name, value=None):
        """The control with this name (and value, of those to choose)."""
        which = f"[value={json.dumps(value)}]" if isinstance(value, str) else ""
        return self.page.locator(f"main [name={json.dumps(name)}]{which}")

    def fill(self, answers):
        """Fills fields in by their names: a text, a value to choose, or several values."""
        for name, answer in answers.items():
            field = self.field(name).first
            kind = field.evaluate("field => field.type")
            if kind in ("radio", "checkbox"):
                for value in answer if isinstance(answer, (list, tuple)) else [answer]:
                    self.hands.choose(self.field(name, value))
            elif kind == "select-one":
                self.hands.select(field, answer)
            else:
                self.hands.type(field, answer)
        return self

    def press(self, target):
        """Presses a button or follows a link, and waits for the page that it leads to."""
        with self.page.expect_navigation():
            self.hands.press(target)
        return self

    def go_on(self):
        """Presses the button that goes on."""
        return self.press(self.page.locator(CONTINUE).last)

    def follow(self, path):
        """Follows the first link in the page's content to a path."""
        return self.press(self.page.locator(f'main a[href="{path}"]').first)

    def button(self, name, value=None):
        """The button with this name (and value)."""
        return self.field(name, value).first

    def errors(self):
        """The errors at the top of the page, each with the place it leads to."""
        links = self.page.locator(".govuk-error-summary a")
        return {link.get_attribute("href"): link.inner_text() for link in links.all()}

    def values(self, name):
        """What stands in the fields of a name, or is chosen there."""
        fields = self.field(name).all()
        return [field.input_value() for field in fields
                if field.get_attribute("type") not in ("radio", "checkbox") or field.is_checked()]

    def words(self):
        """All words of the page."""
        return self.page.locator("body").inner_text()

    def source(self):
        """The page as it came, before any script."""
        return self.document.text()
