"""Looks at every page: axe-core, sideways scrolling, what covers what, the pages' own policy, valid HTML."""

from harness import tour
from harness.registry import PHONE_PLAIN, PHONE_SCRIPTS, walk

OTHERS = ("pl", "bn", "ar", "uk")


def looks(world, names):
    """Looks wherever a tour stops, and fails for everything found."""
    for name in names:
        world.looks.at(world.family, name)
    found = world.looks.all_found()
    assert not found, "\n".join(found)


def read_in(family, language):
    """Reads the pages in a language from now on."""
    family.open(f"/?lang={language}")
    assert family.page.locator("html").get_attribute("lang") == language
    return family


@walk(PHONE_SCRIPTS)
def every_question(world):
    """Each question's page, empty, with errors and filled in."""
    looks(world, tour.questions(world.family))


@walk(PHONE_PLAIN)
def every_question_without_scripts(world):
    """The same as they come, with nothing hidden by a script."""
    looks(world, tour.questions(world.family, ("empty", "errors")))


@walk(PHONE_SCRIPTS, PHONE_PLAIN)
def everything_around(world):
    """The pages before and after the questions."""
    looks(world, tour.around(world, world.family))


@walk(PHONE_PLAIN)
def the_contract(world):
    """The page for those who connect a system, with every example open."""
    world.family.open("/docs")
    world.looks.at(world.family, "the contract")
    with world.family.scripts():
        world.family.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    looks(world, ("the contract, examples open",))


@walk(PHONE_SCRIPTS)
def every_question_in_urdu(world):
    """The questions from right to left."""
    looks(world, tour.questions(read_in(world.family, "ur"), ("empty", "errors")))


@walk(PHONE_SCRIPTS)
def everything_around_in_urdu(world):
    """The pages around them from right to left."""
    looks(world, tour.around(world, read_in(world.family, "ur")))


@walk(PHONE_SCRIPTS, task=True)
def every_question_in_other_languages(world):
    """A task (`make check-pages`): the questions in each other language that is offered."""
    for language in OTHERS:
        names = tour.questions(read_in(world.family, language), ("empty",))
        looks(world, (f"{language}: {name}" for name in names))
