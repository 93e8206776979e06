"""ministack as the tests of a deployment start it: on this machine alone, with rights enforced.

Five differences from AWS would hide faults or make some. They are set right here, and README.md
beside this file lists them with those that stay:

- a function's package lies somewhere else than in /var/task;
- a function is given the engine's own variables beside those of its template;
- the condition keys `dynamodb:LeadingKeys` and `kms:EncryptionContext:…` have no value, so that
  policies that use them either allow everything or nothing;
- a batch of messages wants a right of its own, where AWS wants that of one message;
- an event of an HTTP API has its cookies in a header, and not in `cookies`.
"""

import contextvars
import json
import os
import re

PACKAGE = "/var/task"
# The members of a transaction, and the action that each is checked as.
MEMBERS = {
    "ConditionCheck": "dynamodb:ConditionCheckItem",
    "Put": "dynamodb:PutItem",
    "Update": "dynamodb:UpdateItem",
    "Delete": "dynamodb:DeleteItem",
    "Get": "dynamodb:GetItem",
}
REQUEST = contextvars.ContextVar("request", default={})


def main():
    from ministack import app
    from ministack.core import iam_actions, iam_evaluator
    from ministack.services import lambda_svc

    lambda_svc._provided_worker_env = own_variables(lambda_svc._provided_worker_env)
    lambda_svc._execute_function_with_config_scope = with_cookies(
        lambda_svc._execute_function_with_config_scope
    )
    iam_actions.extract_resource_arn = noting_requests(iam_actions.extract_resource_arn)
    iam_evaluator.enforce = as_aws_checks(iam_evaluator.enforce)
    app.main()


def own_variables(variables_of):
    """A function's environment with the package where it is, and without the engine's variables."""

    def variables(config, package, port):
        given = (config.get("Environment") or {}).get("Variables") or {}
        found = variables_of(config, package, port)
        return {
            name: package + value[len(PACKAGE):] if value.startswith(PACKAGE + "/") else value
            for name, value in found.items()
            if name in given or name.startswith(("AWS_", "LAMBDA_", "_HANDLER")) or name == "PATH"
        }

    return variables


def with_cookies(execute):
    """An event of an HTTP API (payload format 2.0) with its cookies where AWS has them."""

    def executed(function, event):
        if "rawPath" in event and "cookie" in event["headers"]:
            headers = dict(event["headers"])
            cookies = [one.strip() for one in headers.pop("cookie").split(";")]
            event = {**event, "headers": headers, "cookies": cookies}
        return execute(function, event)

    return executed


def noting_requests(resource_of):
    """Keeps the body of the request that rights are about to be checked for."""

    def resource(service, method, path, headers, body, *more):
        try:
            request = json.loads(body or b"{}")
        except ValueError:
            request = {}
        REQUEST.set(request if isinstance(request, dict) else {})
        return resource_of(service, method, path, headers, body, *more)

    return resource


def as_aws_checks(enforce):
    """Checks rights as AWS does, with the keys that conditions of policies ask for."""

    def enforced(access_key, action, service, region, resource_arn="*", service_context=None):
        if service == "sqs":
            action = action.removesuffix("Batch")
        context = dict(service_context or {})
        if service == "kms":
            context.update(encryption_context(REQUEST.get()))
        if service == "dynamodb" and (keys := leading_keys(REQUEST.get(), action, resource_arn)):
            context["dynamodb:LeadingKeys"] = keys
        return enforce(access_key, action, service, region, resource_arn, context)

    return enforced


def encryption_context(request):
    given = request.get("EncryptionContext") or {}
    keys = {f"kms:EncryptionContext:{name}": value for name, value in given.items()}
    return {**keys, "kms:EncryptionContextKeys": list(given)} if given else {}


def leading_keys(request, action, resource_arn):
    """The values of the partition key that an action of a request reaches in a table or an index."""
    from ministack.services import dynamodb

    named = resource_arn.split(":table/", 1)[-1].split("/")
    table = dynamodb._tables.get(named[0])
    if table is None:
        return []
    schema = table["KeySchema"]
    if len(named) == 3:
        indexes = table.get("GlobalSecondaryIndexes") or []
        schema = next(one["KeySchema"] for one in indexes if one["IndexName"] == named[2])
    hash_key = next(part["AttributeName"] for part in schema if part["KeyType"] == "HASH")
    rows = list(rows_of(request, action, named[0]))
    keys = [str(next(iter(row[hash_key].values()))) for row in rows if hash_key in row]
    return sorted(set(keys + queried(request, hash_key)))


def rows_of(request, action, table):
    """The keys and items that a request names for one action on one table. Each part of a transaction
    is an action of its own."""
    one_of = lambda name: name.rsplit("/", 1)[-1] == table
    parts = [request] if one_of(request.get("TableName") or "") else []
    for member in request.get("TransactItems") or []:
        asked = [part for kind, part in member.items() if MEMBERS.get(kind) == action]
        parts += [part for part in asked if one_of(part.get("TableName") or "")]
    for name, asked in (request.get("RequestItems") or {}).items():
        if one_of(name) and isinstance(asked, dict):
            yield from asked.get("Keys") or []
        elif one_of(name):
            parts += [part for member in asked for part in member.values()]
    for part in parts:
        yield part.get("Key") or part.get("Item") or {}


def queried(request, hash_key):
    """The value of the partition key that the condition of a query asks for."""
    condition = request.get("KeyConditionExpression") or ""
    names = request.get("ExpressionAttributeNames") or {}
    values = request.get("ExpressionAttributeValues") or {}
    found = re.findall(r"([#\w.]+)\s*=\s*(:\w+)", condition)
    return [
        str(next(iter(values[value].values())))
        for name, value in found
        if names.get(name, name) == hash_key and value in values
    ]


if __name__ == "__main__":
    main()
