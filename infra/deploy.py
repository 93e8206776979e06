#!/usr/bin/env python3
"""Deploys Hubward to AWS, updates it, and takes it away again, as one configuration file says.

  deploy.py deploy  --config infra/prod.toml    uploads the packages, creates or updates the stack
  deploy.py destroy --config infra/prod.toml    deletes the stack; tables, keys and secrets are kept
  deploy.py check   --config infra/prod.toml    changes nothing, and says what is missing before

Each can be run again after it was broken off. Credentials come from where every AWS tool looks for
them (AWS_PROFILE, AWS_ACCESS_KEY_ID, a role of the machine).
"""

import argparse
import os
import pathlib
import sys
import tempfile

import tools

PROJECT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(tools.installed("deploy")))

# The folder of the tools must be known before these.
from botocore.exceptions import BotoCoreError, ClientError  # noqa: E402

from deploying import config, environment, packages, remains  # noqa: E402
from deploying.bucket import CodeBucket  # noqa: E402
from deploying.check import check  # noqa: E402
from deploying.clients import Clients  # noqa: E402
from deploying.edge import take_away, web_acl  # noqa: E402
from deploying.stack import Stack, agree  # noqa: E402
from deploying.told import Stop, ask, say  # noqa: E402

TEMPLATE = PROJECT / "infra" / "template.yaml"


def main():
    """Does what the command line says; an error is told in words."""
    given = arguments()
    try:
        if given.command == "check":
            sys.exit(check(given))
        settings = config.read(given.config)
        clients = Clients(settings.region, given.endpoint)
        {"deploy": deploy, "destroy": destroy}[given.command](given, settings, clients)
    except Stop as stop:
        sys.exit(f"error: {stop}")
    except ClientError as error:
        told = error.response["Error"]
        sys.exit(f"error: AWS refused {error.operation_name}: {told.get('Message') or told.get('Code')}")
    except BotoCoreError as error:
        sys.exit(f"error: {error}")
    except KeyboardInterrupt:
        sys.exit("\nBroken off. What CloudFormation has begun goes on; run this again to follow it")


def deploy(given, settings, clients):
    """Uploads, shows what will change, asks, changes, and writes down where everything is."""
    found = packages.read(given.packages, settings.values.get("architecture", "x86_64"))
    stack = Stack(clients, settings.stack)
    say(f"{settings.stack} in {settings.region}, account {clients.account()}")
    if stack.settle():
        remains.clear(clients, settings.stack)
    bucket = CodeBucket(clients, settings)
    bucket.make()
    with tempfile.TemporaryDirectory() as folder:
        found = packages.with_groups(found, settings.groups, pathlib.Path(folder))
        bucket.upload(found)
    parameters = settings.parameters() | {"CodeBucket": bucket.name}
    parameters |= {one.parameter: one.key for one in found}
    parameters |= web_acl(clients, settings, given.yes)
    tags = {"hubward:stage": settings.stage}
    change_set = stack.plan({"TemplateURL": bucket.upload_template(TEMPLATE)}, parameters, tags)
    if change_set is None:
        say("Nothing has changed")
    else:
        try:
            agreed = agree(stack.changes(change_set), given.yes, given.replace)
        except (Stop, KeyboardInterrupt):
            stack.discard(change_set)
            raise
        if not agreed:
            stack.discard(change_set)
            raise Stop("nothing was changed")
        stack.carry_out(change_set)
    stack.protect(True)
    for output in sorted(stack.described().get("Outputs", []), key=lambda one: one["OutputKey"]):
        say(f"  {output['OutputKey']:32} {output['OutputValue']}")
    folder = given.state or PROJECT / "deployments" / settings.stage
    path = environment.write(folder, environment.variables(clients, stack, settings.stage))
    say(f"Written to {config.shown(path)}. Now look it over: hubward doctor --state {config.shown(folder)}")


def destroy(given, settings, clients):
    """Asks for the stage by name, deletes the stack, and says what is kept and how to remove that."""
    stack = Stack(clients, settings.stack)
    bucket = CodeBucket(clients, settings)
    if stack.described() is None:
        say(f"There is no stack {settings.stack} in {settings.region}")
    else:
        say(f"This takes {settings.stack} in {settings.region} away: families and partners reach nothing any more.")
        say("Tables, keys, secrets and logs are kept.")
        if not given.yes and not ask(f"Type the stage ({settings.stage}) to go on: ", settings.stage):
            raise Stop("nothing was changed")
        tell_kept(stack.delete())
    take_away(clients, settings)
    if given.empty_bucket and bucket.is_there():
        bucket.empty()


def tell_kept(kept):
    """Says what the stack left behind, and how it is removed for good."""
    if not kept:
        return
    say("\nKept, and still paid for:")
    for kind, name in kept:
        say(f"  {kind:28} {name}")
    say(
        "\nTo remove them for good, each by a command of its own, which cannot be undone:\n"
        "  a table   aws dynamodb update-table --table-name NAME --no-deletion-protection-enabled\n"
        "            aws dynamodb delete-table --table-name NAME\n"
        "  a key     aws kms schedule-key-deletion --key-id ID    (at the end of 30 days nothing it sealed opens)\n"
        "  a secret  aws secretsmanager delete-secret --force-delete-without-recovery --secret-id ARN\n"
        "  a log     aws logs delete-log-group --log-group-name NAME"
    )


def arguments():
    """What the command line says."""
    reading = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reading.add_argument("command", choices=("deploy", "destroy", "check"))
    reading.add_argument("--config", type=pathlib.Path, required=True, help="the configuration, as infra/config.example.toml")
    reading.add_argument("--packages", type=pathlib.Path, default=default_packages(), help="the folder of the functions' packages")
    reading.add_argument("--state", type=pathlib.Path, help="the folder for environment.json (deployments/<stage>)")
    reading.add_argument("--endpoint", default=os.environ.get("AWS_ENDPOINT_URL"), help="an engine that stands for AWS")
    reading.add_argument("--yes", action="store_true", help="do not ask")
    reading.add_argument("--replace", action="store_true", help="put empty tables or new keys in the place of others, if the change does that")
    reading.add_argument("--empty-bucket", action="store_true", help="destroy: also delete the code bucket and what is in it")
    reading.add_argument("--json", action="store_true", help="check: answer as JSON")
    return reading.parse_args()


def default_packages():
    """The packages of this project, or those that came with a release."""
    released = PROJECT / "packages"
    return released if released.is_dir() else tools.TARGET / "packages"


if __name__ == "__main__":
    main()
