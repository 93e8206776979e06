"""What an earlier stack of the same name left behind, which a new one cannot be made beside."""

from botocore.exceptions import ClientError

from .told import Stop, say

TABLES = ("referrals", "inbox", "matches", "audit", "due", "sessions", "rulebooks")
SECRETS = ("intake", "matching", "sign-in")


def clear(clients, stack):
    """Takes away the empty tables of a first deployment that failed. Tables with rows, secrets and logs
    are of a stack that was taken away: those stay, and are an error."""
    tables = [name for name in (f"{stack}-{table}" for table in TABLES) if is_there(clients, name)]
    full = [name for name in tables if clients.of("dynamodb").scan(TableName=name, Limit=1)["Count"]]
    stage = stack.removeprefix("hubward-")
    secrets = [name for name in (f"hubward/{stage}/{secret}" for secret in SECRETS) if has_secret(clients, name)]
    groups = clients.of("logs").describe_log_groups(logGroupNamePrefix=f"/hubward/{stage}/")["logGroups"]
    left = full + secrets + [group["logGroupName"] for group in groups]
    if left:
        raise Stop(
            f"an earlier {stack} was taken away, and left {', '.join(left)}. A new one would have other keys "
            "and could not open what is in the tables: choose another stage, or, if nothing of it is needed any more, "
            "remove what is left (see \"Take it away\" in docs/guides/operate.md)"
        )
    for name in tables:
        say(f"Taking away the empty table {name}, which a first try left")
        dynamo = clients.of("dynamodb")
        dynamo.update_table(TableName=name, DeletionProtectionEnabled=False)
        dynamo.get_waiter("table_exists").wait(TableName=name)
        dynamo.delete_table(TableName=name)
        dynamo.get_waiter("table_not_exists").wait(TableName=name)


def is_there(clients, table):
    """Whether there is a table of this name."""
    try:
        clients.of("dynamodb").describe_table(TableName=table)
        return True
    except ClientError as error:
        if error.response["Error"]["Code"] == "ResourceNotFoundException":
            return False
        raise


def has_secret(clients, name):
    """Whether there is a secret of this name. One that is scheduled to be deleted keeps its name till then."""
    try:
        clients.of("secretsmanager").describe_secret(SecretId=name)
        return True
    except ClientError as error:
        if error.response["Error"]["Code"] == "ResourceNotFoundException":
            return False
        raise
