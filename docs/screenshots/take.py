"""Fills the form in, sends some referrals, works the inbox, and takes a picture of each step."""

import argparse
import json
import pathlib
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import date, timedelta

from browser import Browser

PHONE, DESK = 320, 760  # widths in CSS pixels
PATIENCE = 60  # seconds
SEND = "main form button[data-prevent-double-click]"  # the form's last button


def main():
    """Takes every picture."""
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in ("chromium", "url", "state", "out", "more"):
        arguments.add_argument(f"--{name}", required=True)
    given = arguments.parse_args()
    stack = Stack(given.url, pathlib.Path(given.state))
    out, more = pathlib.Path(given.out), pathlib.Path(given.more)
    for folder in (out, more):
        folder.mkdir(parents=True, exist_ok=True)
    stack.until_ready()
    browser = Browser(given.chromium)
    try:
        family(browser, stack, out, more)
        send_some(stack)
        hub(browser, stack, out, more)
    finally:
        browser.close()
    print(f"pictures are in {out}, more to look at in {more}")


def family(browser, stack, out, more):
    """Pictures the family's form: empty, with errors, and confirmed."""
    browser.size(PHONE)
    browser.open(stack.url)
    take(browser, out / "form.png", most=1000)
    take(browser, more / "form-whole.png", sharp=False)
    browser.fill({"phone": "not a number", "postcode": "1"})
    browser.press(SEND)
    take(browser, out / "form-errors.png", most=1000)
    browser.open(stack.url)
    browser.fill({
        "who": True, "given-name": "Amina", "family-name": "Okafor", "relationship": "mother",
        "phone": "07700 900 982", "safe-to": True, "postcode": "SW1V 2AA", "where": True,
        "child-1-given-name": "Tobi", "child-1-family-name": "Okafor", "child-1-day": "4",
        "child-1-month": "March", "child-1-year": "2021", "needs": True, "can-wait": True,
    })
    browser.press(SEND)
    take(browser, out / "confirmation.png")


def hub(browser, stack, out, more):
    """Pictures the hub's pages: signing in, the list, and an entry before and after it is claimed."""
    browser.open(f"{stack.url}/hub/sign-in")
    take(browser, more / "hub-sign-in.png")
    client = stack.clients["hub-westminster-bessborough"]
    browser.fill({"client_id": client["client_id"], "client_secret": client["client_secret"]})
    browser.press("main form button[type=submit]")
    take(browser, more / "hub-inbox-320.png")
    browser.size(DESK)
    browser.open(f"{stack.url}/hub")
    take(browser, out / "hub-inbox.png")
    browser.press(".entries a")
    take(browser, out / "hub-entry.png")
    browser.press(".actions button")
    browser.size(PHONE)
    browser.open(browser.evaluate("location.href"))
    take(browser, more / "hub-entry-320.png", sharp=False)


def take(browser, path, most=None, sharp=True):
    """Takes one picture, and says if the page is wider than its window."""
    browser.picture(path, most, sharp)
    wider = browser.overflow()
    print(f"{path.name}: {browser.evaluate('document.title')}" + (f" ({wider} px too wide)" if wider else ""))


def send_some(stack):
    """Sends a school's referral for the same child, and some more for the same hub."""
    school = stack.token("school")
    born = (date.today() - timedelta(days=900)).isoformat()
    due = (date.today() + timedelta(days=70)).isoformat()
    mother = {"relationship": "mother", "phone": "07700 900 982", "safe_to": ["call", "text"]}
    stack.send(school, {
        "children": [{"name": {"given": "Tobi", "family": "Okafor"}, "date_of_birth": "2021-03-04"}],
        "adults": [{**mother, "name": {"given": "Amina", "family": "Okafor"}}],
        "needs": ["speech_and_language", "parenting"],
        "reason": "Tobi finds it hard to make himself understood, and it upsets him.",
    })
    stack.send(school, {
        "children": [{"name": {"given": "Sam", "family": "Lindqvist"}, "date_of_birth": born}],
        "adults": [{**mother, "name": {"given": "Ida", "family": "Lindqvist"}}],
        "needs": ["housing", "money_and_benefits"], "urgency": "urgent",
        "reason": "They have to leave their flat on Friday.",
    })
    stack.send(school, {
        "children": [{"due_date": due}],
        "adults": [{**mother, "name": {"given": "Priya", "family": "Nair"}}],
        "needs": ["pregnancy_and_birth"], "urgency": "soon", "reason": "Her first baby.",
    })
    hub = stack.token("hub-westminster-bessborough")
    stack.until(lambda: len(stack.get("/v1/inbox", hub)["entries"]) >= 3, "the inbox holds three entries")


class Stack:
    """The running stack, over HTTP."""

    def __init__(self, url, state):
        self.url, self.state, self.sent, self.clients = url, state, 0, {}

    def until_ready(self):
        """Waits until everything answers."""
        self.until(self.ready, "the stack is ready")
        known = json.loads((self.state / "dev-credentials.json").read_text())["clients"]
        self.clients = {client["client_id"]: client for client in known}

    def ready(self):
        """Whether everything answers."""
        try:
            return self.request("/healthz").status == 200
        except (urllib.error.URLError, ConnectionError):
            return False

    def until(self, holds, what):
        """Waits until a condition holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise SystemExit(f"waited in vain until {what}")
            time.sleep(0.25)

    def request(self, path, body=None, **headers):
        """Sends a request."""
        request = urllib.request.Request(self.url + path, data=body)
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        return urllib.request.urlopen(request, timeout=PATIENCE)

    def token(self, client_id):
        """Gets a token of a client."""
        client = self.clients[client_id]
        form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client["client_secret"]}
        answer = self.request("/oauth2/token", urllib.parse.urlencode(form).encode())
        return json.load(answer)["access_token"]

    def get(self, path, token):
        """The JSON at a path."""
        return json.load(self.request(path, Authorization=f"Bearer {token}"))

    def send(self, token, says):
        """Sends a school's referral of a family in Pimlico."""
        self.sent += 1
        referral = {
            "referrer": {"kind": "school", "name": "A. Teacher", "role": "SENCO", "phone": "01632 960 001",
                         "organisation": {"name": "Example Primary School", "urn": "100001"}},
            "agreement": {"status": "agreed", "by": "parent_with_pr", "on": date.today().isoformat()},
            "household": {"address": {"lines": ["12 Example Street"], "town": "London", "postcode": "SW1V 2AA"},
                          "language": "en"},
            "urgency": "routine",
            **says,
        }
        self.request(
            "/v1/referrals", json.dumps(referral).encode(), Authorization=f"Bearer {token}",
            Content_Type="application/json", Idempotency_Key=f"screenshot-{self.sent}",
        )


if __name__ == "__main__":
    main()
