"""The state folder of a deployment, by which `hubward --state` finds its tables, queues, keys and URLs."""

import json
import os

NAMED = ("HUBWARD_TABLE_", "HUBWARD_QUEUE_", "HUBWARD_KEY_", "HUBWARD_SECRET_", "HUBWARD_ISSUER", "HUBWARD_JWKS_URL")
HOSTS = ("Family", "Partner", "Hub")
# The services that the operator's tool speaks to, by the names in the SDK's variables.
SERVICES = ("DYNAMODB", "SQS", "KMS", "SECRETS_MANAGER")


def variables(clients, stack, stage):
    """The variables of the functions that the operator's tool needs, and the stack's outputs that it
    knows: the same names as the functions have them."""
    found = {"AWS_REGION": clients.region, "HUBWARD_STAGE": stage}
    if clients.endpoint:
        found |= {f"AWS_ENDPOINT_URL_{service}": clients.endpoint for service in SERVICES}
    for function in functions(clients, stack):
        given = clients.awslambda.get_function_configuration(FunctionName=function)
        own = given.get("Environment", {}).get("Variables", {})
        found |= {name: value for name, value in own.items() if name.startswith(NAMED) and name != "HUBWARD_KEY_FILE"}
    outputs = {one["OutputKey"]: one["OutputValue"] for one in stack.described().get("Outputs", [])}
    found |= {f"HUBWARD_URL_{host.upper()}": outputs[f"{host}Url"] for host in HOSTS if f"{host}Url" in outputs}
    return dict(sorted(found.items()))


def functions(clients, stack):
    """The names of the stack's functions."""
    pages = clients.cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack.name)
    return [
        one["PhysicalResourceId"]
        for page in pages
        for one in page["StackResourceSummaries"]
        if one["ResourceType"] == "AWS::Lambda::Function"
    ]


def write(folder, found):
    """Writes `environment.json` whole or not at all, readable by its owner alone."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = folder / "environment.new"
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
        json.dump(found, out, indent=2)
        out.write("\n")
        out.flush()
        os.fsync(out.fileno())
    path = folder / "environment.json"
    unfinished.replace(path)
    return path
