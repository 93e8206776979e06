"""One page in the system's Chromium, driven by Playwright: for the pictures and for the checks."""

import json

from playwright.sync_api import sync_playwright

PATIENCE = 20_000  # milliseconds
SHARPNESS = 2  # pixels of a picture for each CSS pixel


class Browser:
    """One page. It runs no scripts unless it is said: what is pictured works without them."""

    def __init__(self, program, scripts=False):
        self.driver = sync_playwright().start()
        self.chromium = self.driver.chromium.launch(executable_path=program)
        context = self.chromium.new_context(device_scale_factor=SHARPNESS)
        context.set_default_timeout(PATIENCE)
        self.page, self.policy_issues = context.new_page(), []
        self.devtools = context.new_cdp_session(self.page)
        self.devtools.on("Audits.issueAdded", self._keep)
        self.devtools.send("Audits.enable")
        self.run_scripts(scripts)

    def _keep(self, event):
        issue = event["issue"]
        if issue["code"] == "ContentSecurityPolicyIssue":
            details = issue["details"]["contentSecurityPolicyIssueDetails"]
            self.policy_issues.append(f"refused by {details['violatedDirective']}: {details.get('blockedURL', 'inline')}")

    def refused(self):
        """Resources that the pages' own policy refused since this was last asked."""
        refused, self.policy_issues = self.policy_issues, []
        return refused

    def run_scripts(self, run):
        """Whether pages run scripts from now on. Playwright's own setting is for a whole context."""
        self.devtools.send("Emulation.setScriptExecutionDisabled", {"value": not run})

    def size(self, width, height=300):
        """Sets the window's size in CSS pixels."""
        self.page.set_viewport_size({"width": width, "height": height})

    def open(self, url):
        """Opens a page."""
        self.page.goto(url)

    def evaluate(self, expression):
        """The value of an expression in the page, or what it promises."""
        return self.page.evaluate(expression)

    def fill(self, answers):
        """Fills fields in by their ids: with a text, with an option's value, or with True to choose."""
        for field, answer in answers.items():
            found = self.page.locator(f"[id={json.dumps(field)}]")
            if answer is True:
                # GOV.UK's boxes are drawn beside the inputs, which cannot be seen themselves.
                found.check(force=True)
            elif found.evaluate("field => field.tagName") == "SELECT":
                found.select_option(answer)
            else:
                found.fill(answer)

    def press(self, selector):
        """Presses the first such button or link, and waits for the page it leads to."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def picture(self, path, most=None, sharp=True):
        """Saves the page as a PNG, at most `most` CSS pixels high."""
        self.evaluate("document.activeElement && document.activeElement.blur()")
        width, height = self.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": width, "height": min(height, most or height)}
        self.page.screenshot(path=path, full_page=True, clip=clip, scale="device" if sharp else "css")

    def overflow(self):
        """The number of CSS pixels by which the page is wider than its window."""
        width = "document.documentElement"
        return self.evaluate(f"{width}.scrollWidth - {width}.clientWidth")

    def close(self):
        """Ends the browser."""
        self.chromium.close()
        self.driver.stop()
