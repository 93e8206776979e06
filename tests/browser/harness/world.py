"""What a walk has: a fresh window on the family's pages, the stack's API, and looks at what is shown."""

import json
from contextlib import contextmanager

from harness.api import Api
from harness.browsers import Browsers
from harness.elsewhere import Elsewhere
from harness.family import Family
from harness.look import Looks
from harness.quarter import send_a_quarter
from harness.sending import send_some


class World:
    """One browser and one stack, for one walk after the other."""

    def __init__(self, given, orders):
        self.url, self.target, self.orders = given.url, given.target, orders
        self.api = Api(given.url, given.state)
        self.elsewhere = Elsewhere(given.elsewhere)
        self.browsers = Browsers(given.browser, self.elsewhere)
        self.looks = Looks(given.target)
        self.family, self.way, self.seen, self.sent = None, None, None, set()
        self.opened = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.browsers.close()

    @contextmanager
    def fresh(self, walk):
        """This world for one walk: with a new window, and no draft of another."""
        self.way, self.family = walk.way, None
        self.orders.ask("forget drafts")
        context = self.browsers.window(walk.way)
        try:
            self.family = self.on(context, walk.way)
            yield self
            self.family.is_clean()
        except Exception:
            self.seen = self._seen()
            raise
        finally:
            context.close()

    def send_some(self):
        """Sends a school's referrals, once for this stack."""
        self._once(send_some)

    def send_a_quarter(self):
        """Sends sixty families to one hub, once for this stack."""
        self._once(send_a_quarter)

    def _once(self, sends):
        if sends not in self.sent:
            sends(self.api)
            self.sent.add(sends)

    def on(self, context, way=None, new=False):
        """The family's pages in a window, or in a new tab of it."""
        page = context.pages[0] if context.pages and not new else context.new_page()
        return self.on_page(page, way)

    def on_page(self, page, way=None):
        """The family's pages in a tab that is open."""
        return Family(self, page, way or self.way)

    def arrives(self, reference, inbox=None):
        """Waits until what was sent is in an inbox, and returns the entry; any inbox, unless one is named."""
        return self.api.until(lambda: self._entry(reference, inbox), f"{reference} in {inbox or 'any inbox'}")

    def _entry(self, reference, inbox):
        for one in [inbox] if inbox else self.api.inboxes():
            for entry in self.api.inbox(one):
                if reference in self._references(one, entry):
                    return {**entry, "inbox": one}
        return None

    def _references(self, inbox, entry):
        """The references of an entry's referrals. It is opened once, as long as it stays the same."""
        seen = (entry["id"], len(entry["referral_ids"]))
        if seen not in self.opened:
            opened = self.api.opened(inbox, entry)
            self.opened[seen] = [referral["reference"] for referral in opened["referrals"]]
        return self.opened[seen]

    def said(self, entry, reference):
        """What the referral of a reference says, in an entry."""
        opened = self.api.opened(entry["inbox"], entry)
        return next(one["referral"] for one in opened["referrals"] if one["reference"] == reference)

    def entries_of(self, name):
        """The inboxes in which entries are whose referrals hold a name, once for each referral."""
        found = []
        for inbox in self.api.inboxes():
            for entry in self.api.inbox(inbox):
                opened = self.api.opened(inbox, entry)
                found += [inbox for referral in opened["referrals"] if name in json.dumps(referral, ensure_ascii=False)]
        return found

    def _seen(self):
        """Where the walk was, and the beginning of what was shown."""
        try:
            page = self.family.page
            return f"{page.url}\n{page.locator('body').inner_text(timeout=2000)[:1500]}"
        except Exception as error:  # The page may be gone.
            return f"not to be seen: {type(error).__name__}"
