"""What must be there before a deployment: looked at, and nothing changed."""

import json

from botocore.exceptions import BotoCoreError, ClientError

from . import config, packages
from .bucket import CodeBucket
from .clients import Clients
from .stack import Stack
from .told import Stop, say


def check(given):
    """Prints each finding, and answers 1 if anything is missing or wrong."""
    found = findings(given)
    if given.json:
        say(json.dumps(found, indent=2))
    else:
        for one in found:
            say(f"{one['state']:8} {one['what']}: {one['told']}")
    return 0 if all(one["state"] == "ok" for one in found) else 1


def findings(given):
    """Each finding: what was looked at, whether it is as it should be, and in words what to do."""
    found = []

    def tell(what, state, told):
        found.append({"what": what, "state": state, "told": str(told)})

    settings = None
    try:
        settings = config.read(given.config)
        tell("configuration", "ok", f"stage {settings.stage} in {settings.region}")
    except Stop as stop:
        for line in str(stop).splitlines()[1:] or [str(stop)]:
            tell("configuration", "wrong" if given.config.exists() else "missing", line.strip())
    try:
        architecture = settings.values.get("architecture", "x86_64") if settings else "x86_64"
        if settings and not settings.groups.exists():
            tell("groups", "missing", f"{settings.groups} is not there: infra/groups.example.toml shows what it holds")
        elif settings:
            tell("groups", "ok", f"{settings.groups}; hubward groups check looks it over")
        for one in packages.read(given.packages, architecture):
            size = one.path.stat().st_size
            tell(f"package {one.name}", "ok", f"{architecture}, {size / 1e6:.2f} MB, sha256 {one.sha256[:16]}")
    except Stop as stop:
        for line in str(stop).splitlines():
            tell("packages", "missing" if "is missing" in line else "wrong", line)
    if settings is None:
        return found
    clients = Clients(settings.region, given.endpoint)
    try:
        tell("credentials", "ok", f"account {clients.account()}")
    except Stop as stop:
        tell("credentials", "missing", stop)
        return found
    try:
        bucket = CodeBucket(clients, settings)
        tell("code bucket", "ok", bucket.name + (" is there" if bucket.is_there() else " will be made"))
        stack = Stack(clients, settings.stack).described()
        tell("stack", "ok", stack["StackStatus"] if stack else f"{settings.stack} will be made")
    except Stop as stop:
        tell("code bucket", "wrong", stop)
    except (ClientError, BotoCoreError) as error:
        tell("rights", "wrong", f"these credentials may not look at the bucket or the stack: {error}")
    return found
