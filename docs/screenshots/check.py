"""Looks at every page there is with axe-core, on a phone and on a desk, without scripts and with them.

A page fails for anything that axe finds, for being wider than its window, and for what the browser
refuses by the page's own policy.
"""

import argparse
import json
import pathlib
import sys

from browser import Browser
from take import SEND, Stack, send_some

WIDTHS = {"phone": 320, "desk": 1280}  # CSS pixels; 320 is also 1280 at 400 %
GOOD = {
    "who": True, "given-name": "Amina", "family-name": "Okafor", "phone": "07700 900 982",
    "safe-to": True, "postcode": "SW1V 2AA", "where": True, "child-1-given-name": "Tobi",
    "child-1-day": "4", "child-1-month": "March", "child-1-year": "2021", "needs": True,
}
AXE = "axe.run().then(found => JSON.stringify(found.violations.map(one => " \
    "`${one.id}: ${one.nodes.map(node => node.target.join(' ')).join(', ')}`)))"


def main():
    """Walks through all pages twice, and says how many were looked at."""
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in ("chromium", "url", "state", "axe"):
        arguments.add_argument(f"--{name}", required=True)
    arguments.add_argument("--pictures", type=pathlib.Path)
    given = arguments.parse_args()
    stack = Stack(given.url, pathlib.Path(given.state))
    stack.until_ready()
    send_some(stack)
    axe = pathlib.Path(given.axe).read_text(encoding="utf-8")
    looks = []
    for scripts in (False, True):
        browser = Browser(given.chromium, scripts)
        look = Look(browser, axe, scripts, given.pictures)
        looks.append(look)
        try:
            family(browser, stack, look)
            hub(browser, stack, look)
        finally:
            browser.close()
    seen, wrong = sum(look.seen for look in looks), [one for look in looks for one in look.wrong]
    print("\n".join(wrong) or f"{looks[0].pages} pages, {seen} looks, nothing found")
    sys.exit(1 if wrong else 0)


def family(browser, stack, look):
    """The family's pages."""
    browser.open(stack.url)
    look("form")
    browser.fill({"phone": "not a number", "postcode": "1", "child-1-day": "32"})
    browser.press(SEND)
    look("form with errors")
    browser.open(stack.url)
    browser.press("button[name=add-child]")
    look("form for two children")
    browser.open(stack.url)
    browser.fill(GOOD)
    browser.press(SEND)
    look("confirmation")
    browser.open(stack.url)
    browser.fill({**GOOD, "someone-may-be-hurt": True})
    browser.press(SEND)
    look("confirmation of a worry")
    browser.open(f"{stack.url}/assets/nothing.css")
    look("problem")


def hub(browser, stack, look):
    """The hub's pages."""
    submit = "main form button[type=submit]"
    browser.open(f"{stack.url}/hub/sign-in")
    look("sign-in")
    browser.press(submit)
    look("sign-in with errors")
    client = stack.clients["hub-westminster-bessborough"]
    browser.fill({"client_id": client["client_id"], "client_secret": client["client_secret"]})
    browser.press(submit)
    look("inbox")
    browser.open(f"{stack.url}/hub?state=closed")
    look("empty inbox")
    browser.open(f"{stack.url}/hub?state=new")
    browser.press(".entries a")
    look("new entry")
    browser.press(".actions button")
    look("claimed entry")
    browser.press("form[action$=close] button")
    look("closing with an error")
    browser.fill({"outcome": "advice_given"})
    browser.press("form[action$=close] button")
    look("closing, to be confirmed")
    browser.press("main form button")
    look("closed entry")
    browser.open(f"{stack.url}/hub/assets/nothing.css")
    look("problem of the hub")


class Look:
    """One look at the page that the browser shows, at each width."""

    def __init__(self, browser, axe, scripts, pictures):
        self.browser, self.axe, self.scripts, self.pictures = browser, axe, scripts, pictures
        self.pages, self.seen, self.wrong = 0, 0, []

    def __call__(self, name):
        self.pages += 1
        self.wrong += [f"{name}: {refused}" for refused in self.browser.refused()]
        for device, width in WIDTHS.items():
            self.seen += 1
            self.browser.size(width, 800)
            if self.pictures:
                self.pictures.mkdir(parents=True, exist_ok=True)
                mode = "scripts" if self.scripts else "plain"
                self.browser.picture(self.pictures / f"{name} {device} {mode}.png")
            for found in self.findings():
                mode = "with scripts" if self.scripts else "without scripts"
                self.wrong.append(f"{name}, {device}, {mode}: {found}")

    def findings(self):
        """Everything that is wrong with the page at this width."""
        wider = self.browser.overflow()
        yield from [f"{wider} px too wide"] if wider else []
        if self.scripts and not self.browser.evaluate("document.body.classList.contains('govuk-frontend-supported')"):
            yield "the package's scripts did not run"
        self.browser.run_scripts(True)
        self.browser.evaluate(self.axe)
        yield from json.loads(self.browser.evaluate(AXE))
        self.browser.run_scripts(self.scripts)


if __name__ == "__main__":
    main()
