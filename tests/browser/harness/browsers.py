"""Debian's own Chromium and Firefox, driven by Playwright."""

import os
import shutil

from playwright.sync_api import sync_playwright

PATIENCE = 20_000  # milliseconds
HEIGHT = 640  # CSS pixels, of a small phone
# Playwright keeps these off, and people have them on: pages kept whole for Back.
AS_PEOPLE_HAVE_IT = ["--disable-back-forward-cache"]
# Firefox is asked nothing of these, which it does not know.
UNASKED = {name: "null" for name in ("color_scheme", "reduced_motion", "forced_colors", "contrast")}


def program(browser):
    """The path of a browser's program."""
    wanted = os.environ.get(browser.upper()) or {"chromium": "chromium", "firefox": "firefox-esr"}[browser]
    found = shutil.which(wanted)
    if not found:
        raise SystemExit(f"{wanted} is not installed: run `make browsers`")
    return found


class Browsers:
    """One browser, and the windows that walks open in it."""

    def __init__(self, name, elsewhere):
        self.name, self.elsewhere = name, elsewhere
        self.driver = sync_playwright().start()
        self.kind = self.driver.chromium if name == "chromium" else self.driver.firefox
        self.running = None

    def _start(self, more=()):
        """The options with which the program starts."""
        if self.name == "chromium":
            hosts = f"MAP * 127.0.0.1:{self.elsewhere.port}, EXCLUDE 127.0.0.1"
            return {"executable_path": program(self.name), "ignore_default_args": AS_PEOPLE_HAVE_IT,
                    "args": [f"--host-resolver-rules={hosts}", *more]}
        preferences = {
            "network.dns.localDomains": "www.bbc.co.uk", "network.socket.forcePort": f"443={self.elsewhere.port}",
            "network.stricttransportsecurity.preloadlist": False, "dom.security.https_only_mode": False,
        }
        return {"executable_path": program(self.name), "channel": "moz-firefox", "firefox_user_prefs": preferences}

    def _window(self, way, **more):
        """The options of a window for a way of walking."""
        # In Chromium the page itself is told, so that axe-core can run where the page's scripts do not.
        asked = {} if self.name == "chromium" else {"java_script_enabled": way.scripts, **UNASKED}
        return {"viewport": {"width": way.width, "height": HEIGHT}, "ignore_https_errors": True,
                "locale": "en-GB", **asked, **more}

    def window(self, way, **more):
        """A window with nothing in it yet: no cookies, no history."""
        if self.running is None or not self.running.is_connected():
            self.running = self.kind.launch(**self._start())
        return patient(self.running.new_context(**self._window(way, **more)))

    def kept(self, way, folder, restore=False):
        """A window whose profile is in a folder, as people have it; `restore`: with the tabs it had."""
        more = ["--restore-last-session", "--hide-crash-restore-bubble"] if restore else []
        return patient(self.kind.launch_persistent_context(folder, **self._start(more), **self._window(way)))

    def close(self):
        """Ends the browser."""
        if self.running is not None:
            self.running.close()
        self.driver.stop()


def patient(context):
    """The context, with as much patience as a busy machine needs."""
    context.set_default_timeout(PATIENCE)
    return context
