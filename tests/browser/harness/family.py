"""The family's pages as somebody uses them: fields by their names, buttons, links, and where they are."""

import json
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Error, TimeoutError

from harness.hands import Keyboard, Mouse

CHECK = "/check"
MOST_PAGES = 40
SOONEST = 3.2  # seconds, as the form's own check has it
CONTINUE = "main form .govuk-button:not(.govuk-button--secondary, .govuk-button--warning, [name])"


class Family:
    """Somebody at a page. `here` is the path where they are."""

    def __init__(self, world, page, way):
        self.world, self.page, self.way = world, page, way
        self.hands = Keyboard(page) if way.keyboard else Mouse(page)
        self.wrong, self.walked, self.document, self.began = [], [], None, 0.0
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

    def sign_in(self, person):
        """Signs in to the hub's pages as a person of the development issuer."""
        self.open("/hub/sign-in")
        self.press(self.page.locator("main a.govuk-button"))
        self.press(self.page.locator(f"button[value='{person}']"))
        # The page that says so leads on by itself.
        self.page.wait_for_url("**/hub")
        return self

    def follow(self, path):
        """Follows the first link in the page's content to a path."""
        return self.press(self.page.locator(f'main a[href="{path}"]').first)

    def button(self, name, value=None):
        """The button with this name (and value)."""
        return self.field(name, value).first

    def begin(self, way="short"):
        """Begins a form on the start page."""
        self.open()
        self.press(self.button("way", way))
        self.began = time.monotonic()
        return self

    def answer(self, answers, until=CHECK):
        """Answers page after page as somebody does, until a page is reached."""
        for _ in range(MOST_PAGES):
            if self.here == until:
                return self
            before = self.here
            self.answer_page(answers)
            assert self.here != before, f"{before} is shown again: {self.errors()}"
        raise AssertionError(f"{until} is not reached: {self.walked}")

    def answer_page(self, answers):
        """Answers the page that is shown, and goes on."""
        self.walked.append(self.here)
        page = self.here.removeprefix("/form/")
        if page == "children":
            self._tell_of(answers.get("child", []))
        if page == "/numbers":
            return self.press(self.page.locator("main .govuk-button:not(.govuk-button--secondary, .govuk-button--warning)"))
        return self.fill(answers.get(page, {})).go_on()

    def _tell_of(self, children):
        """Adds the children that are not there yet, each on a page of its own."""
        already = self.page.locator("main .children li").count()
        for number, child in enumerate(children[already:], already + 1):
            self.press(self.button("add"))
            self.is_at(f"/form/child/{number}")
            self.fill({f"child-{number}-{name}": answer for name, answer in child.items()}).go_on()
            self.walked.append(f"/form/child/{number}")
            self.is_at("/form/children")

    def send(self):
        """Sends the form from the page with all answers; returns its reference."""
        self.is_at(CHECK).takes_time()
        self.press(self.send_button)
        return self.reference()

    def takes_time(self):
        """Waits as long as a person needs at least: a form that is sent at once looks like a machine's."""
        time.sleep(max(0, SOONEST - (time.monotonic() - self.began)))
        return self

    @property
    def send_button(self):
        """The button that sends the form."""
        return self.page.locator('form[action="/send"] button')

    def reference(self):
        """The reference on the confirmation."""
        self.is_at("/sent")
        return self.page.locator(".reference strong").inner_text()

    def changes(self):
        """Where the "Change" links among all answers lead, each once."""
        links = self.page.locator(".govuk-summary-list a").all()
        return list(dict.fromkeys(link.get_attribute("href") for link in links))

    def back(self):
        """Presses the browser's Back. A page that was kept whole is not loaded again."""
        self.page.go_back(wait_until="commit")
        return self.settles()

    def forward(self):
        """Presses the browser's Forward."""
        self.page.go_forward(wait_until="commit")
        return self.settles()

    def settles(self):
        """Waits until the page is whole, and leads nowhere by itself."""
        still = 0
        for _ in range(100):
            address = self.page.url
            self.page.wait_for_timeout(100)
            still = still + 1 if self._is_whole() and self.page.url == address else 0
            if still == 3:
                return self
        raise AssertionError(f"{self.page.url} does not come to rest")

    def _is_whole(self):
        try:
            return self.page.evaluate("document.readyState") == "complete"
        except Error:  # The page is going, and another one coming.
            return False

    def exit(self):
        """Leaves by "Exit this page", and waits until it has led away."""
        self.hands.press(self.page.locator(".govuk-exit-this-page a, a.govuk-exit-this-page__button").first)
        return self.is_elsewhere()

    def is_elsewhere(self):
        """Waits until another website is shown."""
        self.page.wait_for_selector("#elsewhere")
        assert "127.0.0.1" not in self.page.url, self.page.url
        return self

    def everything_shown(self):
        """All that can be read on the page, hidden or not, and all that stands in its fields."""
        fields = "[...document.querySelectorAll('input, textarea, select')].map(field => field.value).join('\\n')"
        return f"{self.page.content()}\n{self.page.evaluate(fields)}"

    def back_is_over(self):
        """Presses Back; whether there was no page before."""
        before = self.page.url, self.page.evaluate("performance.timeOrigin")
        try:
            self.page.go_back(wait_until="commit", timeout=5_000)
        except TimeoutError:
            return True
        self.settles()
        return (self.page.url, self.page.evaluate("performance.timeOrigin")) == before

    def shows_something_of(self, typed):
        """Sees that something that was typed can be read: what shows nothing later is no empty test."""
        shown = self.everything_shown()
        assert any(text in shown for text in typed), f"{self.page.url} shows nothing typed"
        return self

    def shows_nothing_of(self, typed):
        """Sees that nothing of what was typed can be read."""
        shown = self.everything_shown()
        found = [text for text in typed if text in shown]
        assert not found, f"{self.page.url} shows {found}"
        return self

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
