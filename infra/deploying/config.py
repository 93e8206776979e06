"""The configuration of a deployment: one TOML file, whose keys are those of `config.example.toml`.

The example is the list of keys, and of their kinds: a key that stands there plainly is required, one
that is commented out may be left out and shows what then holds. Every key but those of `OURS` and `EDGE`
is a parameter of the template: `jwks_url` is `JwksUrl`.
"""

import difflib
import pathlib
import re
import tomllib

from .told import Stop

EXAMPLE = pathlib.Path(__file__).resolve().parent.parent / "config.example.toml"

# Keys that this tool reads itself, and parameters of the edge's own template.
OURS = ("region", "bucket", "edge_rules", "groups")
EDGE = ("requests_of_address", "sign_ins_of_address")
# Values of the example that stand for a council's own.
PLACEHOLDER = "example"


class Config:
    """A configuration without faults."""

    def __init__(self, values, folder):
        self.values = values
        self.groups = folder / values["groups"]
        self.stage = values["stage"]
        self.region = values["region"]
        self.bucket = values.get("bucket", "")
        self.stack = f"hubward-{self.stage}"

    def parameters(self):
        """The parameters of the template that the file gives, by name."""
        return {parameter(key): text(value) for key, value in self.values.items() if key not in OURS + EDGE}

    def edge_parameters(self):
        """The parameters of the edge's template, by name."""
        return {parameter(key): text(value) for key, value in self.values.items() if key in ("stage", *EDGE)}


def read(path):
    """Reads a configuration; every fault is told at once."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Stop(f"{path} cannot be read ({error.strerror}): copy {shown(EXAMPLE)} and fill it in") from error
    except tomllib.TOMLDecodeError as error:
        raise Stop(f"{path} is no TOML: {error}") from error
    found = faults(values)
    if found:
        raise Stop("\n".join([f"{path} needs mending:", *(f"  {fault}" for fault in found)]))
    return Config(values, path.parent)


def faults(values):
    """Every fault of the values, in words."""
    required, optional = known()
    kinds = required | optional
    found = [f"{key} is missing: {shown(EXAMPLE)} says what it is" for key in required if key not in values]
    for key, value in values.items():
        if key not in kinds:
            near = difflib.get_close_matches(key, kinds, 1)
            advice = f"did you mean {near[0]}?" if near else f"take it out; {shown(EXAMPLE)} lists all keys"
            found.append(f"{key} is not known: {advice}")
        elif not is_of(kinds[key], value):
            found.append(f"{key} must be {named(kinds[key])}")
        elif isinstance(value, str) and key in required and re.search(rf"\b{PLACEHOLDER}\b", value):
            found.append(f"{key} still has the example's value")
    return found


def known():
    """The keys of the example with values of their kinds: those required, and those that may be left out."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    commented = (line.removeprefix("# ") for line in lines if re.match(r"# [a-z_]+ = ", line))
    return tomllib.loads("\n".join(lines)), tomllib.loads("\n".join(commented))


def is_of(kind, value):
    """Whether a value is of the same kind as the example's."""
    if isinstance(kind, list):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value) is type(kind)


def named(kind):
    """A kind in words."""
    return {str: "text in quotes", bool: "true or false", int: "a whole number", list: "a list of texts"}[type(kind)]


def parameter(key):
    """The name of the template's parameter that a key gives."""
    return "".join(part.capitalize() for part in key.split("_"))


def text(value):
    """A value as CloudFormation takes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, list) else str(value)


def shown(path):
    """A path as a person would type it."""
    try:
        return path.relative_to(pathlib.Path.cwd())
    except ValueError:
        return path
