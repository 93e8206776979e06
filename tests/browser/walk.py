"""Walks through the pages, one walk for each line of orders, and answers each with a line of JSON.

`main.rs` starts it, and says where the stack is. `--list` prints the walks instead.
"""

import argparse
import faulthandler
import importlib
import json
import pathlib
import sys
import traceback

LONGEST = 400  # seconds for one walk, on a machine that does other things too
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from harness import registry  # noqa: E402 (the path comes first)


def main():
    """Lists the walks, or does as ordered until the orders end."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--list", action="store_true")
    arguments.add_argument("--browser", choices=("chromium", "firefox"), default="chromium")
    for name in ("target", "state", "elsewhere"):
        arguments.add_argument(f"--{name}", type=pathlib.Path)
    arguments.add_argument("--url")
    given = arguments.parse_args()
    for module in sorted((HERE / "walks").glob("[a-z]*.py")):
        importlib.import_module(f"walks.{module.stem}")
    walks = {walk.name: walk for walk in registry.WALKS if given.browser != "firefox" or walk.firefox}
    if given.list:
        print(json.dumps([{"name": walk.name, "task": walk.task} for walk in walks.values()]))
        return
    from harness.world import World  # The list needs no browser.

    with World(given, Orders()) as world:
        for order in iter(world.orders.next, None):
            world.orders.answer(failed=attempt(walks[order["walk"]], world))


def attempt(walk, world):
    """Does a walk; returns why it failed, if it did."""
    # The driver waits for some things for ever: a walk that does is told by where it stands.
    faulthandler.dump_traceback_later(LONGEST * (10 if walk.task else 1), exit=True)
    try:
        with world.fresh(walk) as here:
            walk.walks(here)
    except Exception as error:  # A walk may fail in any way: each is told.
        steps = "".join(traceback.format_exception(error)[-6:])
        return f"{steps}\nThe page then: {world.seen}"
    finally:
        faulthandler.cancel_dump_traceback_later()
    return None


class Orders:
    """Lines of JSON with whoever started this process."""

    @staticmethod
    def next():
        """The next line; none once there are no more."""
        line = sys.stdin.readline()
        return json.loads(line) if line else None

    @staticmethod
    def answer(**what):
        """Answers with a line."""
        print(json.dumps(what), flush=True)

    def ask(self, what):
        """What the stack's tables tell."""
        self.answer(asked=what)
        return self.next()["told"]


if __name__ == "__main__":
    main()
