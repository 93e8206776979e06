"""The walks there are, and the ways in which each is walked."""

from dataclasses import dataclass
from typing import Callable

PHONE, DESK = 320, 1280  # widths in CSS pixels; 320 is also 1280 at 400 %


@dataclass(frozen=True)
class Way:
    """How somebody walks: on which width, with scripts or without, by mouse or by keyboard alone."""

    width: int = PHONE
    scripts: bool = True
    keyboard: bool = False

    @property
    def name(self):
        """The way as a part of a test's name."""
        device = "phone" if self.width == PHONE else "desk"
        return f"{device}_{'scripts' if self.scripts else 'plain'}" + ("_keyboard" if self.keyboard else "")


PHONE_SCRIPTS, PHONE_PLAIN = Way(), Way(scripts=False)
DESK_SCRIPTS, DESK_PLAIN = Way(DESK), Way(DESK, scripts=False)
KEYBOARD, KEYBOARD_PLAIN = Way(DESK, keyboard=True), Way(DESK, scripts=False, keyboard=True)
BOTH = (PHONE_SCRIPTS, DESK_PLAIN)
ALL = (PHONE_SCRIPTS, PHONE_PLAIN, DESK_SCRIPTS, DESK_PLAIN, KEYBOARD, KEYBOARD_PLAIN)


@dataclass(frozen=True)
class Walk:
    """A walk in one way."""

    name: str
    walks: Callable
    way: Way
    firefox: bool
    task: bool


WALKS = []


def walk(*ways, firefox=False, task=False):
    """Makes a function a walk, in each of these ways. `firefox`: in Firefox too. `task`: no test."""

    def register(function):
        module = function.__module__.rsplit(".", 1)[-1]
        for way in ways or (PHONE_SCRIPTS,):
            name = f"{module}::{function.__name__}" + (f"::{way.name}" if len(ways) > 1 else "")
            WALKS.append(Walk(name, function, way, firefox, task))
        return function

    return register
