"""A headless Chromium, driven through its DevTools protocol over a pipe. Standard library only."""

import base64
import json
import os
import subprocess
import tempfile
import time

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run --hide-scrollbars "
    "--remote-debugging-pipe"
).split()

PATIENCE = 20  # seconds


class Chromium:
    """One page. Pages run without JavaScript, unless it is said: what is pictured works without it."""

    def __init__(self, program, scripts=False):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        # Chromium reads commands from file descriptor 3 and answers on 4.
        theirs_in, self.to = os.pipe()
        self.back, theirs_out = os.pipe()

        def hand_over():
            # The descriptors move out of the way first: one of them may be 3 or 4 itself.
            read, write = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            [program, *FLAGS, f"--user-data-dir={self.profile.name}"],
            preexec_fn=hand_over,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self.buffer, self.asked, self.session, self.events, self.policy_issues = b"", 0, None, [], []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        self.call("Page.enable")
        self.call("Audits.enable")
        self.run_scripts(scripts)

    def call(self, method, **params):
        """Calls a method and waits for its answer."""
        self.asked += 1
        message = {"id": self.asked, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self.asked:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self._keep(answer)

    def _keep(self, event):
        self.events.append(event.get("method"))
        issue = event.get("params", {}).get("issue", {})
        if issue.get("code") == "ContentSecurityPolicyIssue":
            details = issue["details"]["contentSecurityPolicyIssueDetails"]
            self.policy_issues.append(f"refused by {details['violatedDirective']}: {details.get('blockedURL', 'inline')}")

    def refused(self):
        """Resources that the pages' own policy refused since this was last asked."""
        refused, self.policy_issues = self.policy_issues, []
        return refused

    def run_scripts(self, run):
        """Whether pages run scripts from now on."""
        self.call("Emulation.setScriptExecutionDisabled", value=not run)

    def _next(self):
        while b"\0" not in self.buffer:
            got = os.read(self.back, 1 << 20)
            if not got:
                raise RuntimeError("Chromium ended")
            self.buffer += got
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def _loaded(self):
        end = time.monotonic() + PATIENCE
        while "Page.loadEventFired" not in self.events:
            if time.monotonic() > end:
                raise RuntimeError("the page did not load")
            self._keep(self._next())

    def size(self, width, height=300):
        """Sets the window's size in CSS pixels; pictures are twice as sharp."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=2, mobile=False,
        )

    def open(self, url):
        """Opens a page."""
        self.events.clear()
        self.call("Page.navigate", url=url)
        self._loaded()

    def evaluate(self, expression, wait=False):
        """The value of an expression in the page, or what it promises."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=wait)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']['text']}")
        return result["result"].get("value")

    def fill(self, answers):
        """Fills fields in by their ids: with a text, or with True to choose."""
        for field, answer in answers.items():
            found = f"document.getElementById({json.dumps(field)})"
            change = "checked = true" if answer is True else f"value = {json.dumps(answer)}"
            self.evaluate(f"{found}.{change}")

    def press(self, selector):
        """Presses a button or a link, and waits for the page it leads to."""
        self.events.clear()
        self.evaluate(f"document.querySelector({json.dumps(selector)}).click()")
        self._loaded()

    def picture(self, path, most=None, scale=1):
        """Saves the page as a PNG, at most `most` CSS pixels high."""
        self.evaluate("document.activeElement && document.activeElement.blur()")
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        height = min(size["height"], most or size["height"])
        clip = {"x": 0, "y": 0, "width": size["width"], "height": height, "scale": scale}
        shot = self.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot["data"]))

    def overflow(self):
        """The number of CSS pixels by which the page is wider than its window."""
        width = "document.documentElement"
        return self.evaluate(f"{width}.scrollWidth - {width}.clientWidth")

    def close(self):
        """Ends the browser."""
        self.session = None
        self.call("Browser.close")
        self.process.wait(PATIENCE)
        self.profile.cleanup()
