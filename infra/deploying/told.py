"""What is told on the way: lines, questions, a progress bar; and the one kind of error that ends it."""

import sys


class Stop(Exception):
    """The reason why it goes no further, in words that say what to do."""


def say(line=""):
    """Prints one line."""
    print(line, flush=True)


def ask(question, wanted):
    """Whether the person at the terminal types `wanted`. Nobody there is an error."""
    if not sys.stdin.isatty():
        raise Stop(f"nobody is at the terminal to answer ({question.strip()}); add --yes to go on without asking")
    try:
        return input(question).strip() == wanted
    except EOFError:
        return False


class Bar:
    """A progress bar of bytes on standard error; nothing is drawn when that is no terminal."""

    def __init__(self, what, whole):
        self.what, self.whole, self.done = what, max(whole, 1), 0
        self.is_drawn = sys.stderr.isatty()
        self.add(0)

    def add(self, some):
        """Counts more bytes as done."""
        self.done += some
        if self.is_drawn:
            filled = 30 * self.done // self.whole
            line = f"\r{self.what:24} {'█' * filled}{'░' * (30 - filled)} {100 * self.done // self.whole:3} %"
            print(line, end="", file=sys.stderr, flush=True)

    def end(self):
        """Takes the bar away."""
        if self.is_drawn:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
