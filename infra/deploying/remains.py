"""What an earlier stack of the same name left behind, which a new one cannot be made beside."""

from botocore.exceptions import ClientError

from .told import Stop, say

TABLES = ("referrals", "inbox", "matches", "audit", "due", "sessions", "drafts", "rulebooks", "partners")
SECRETS = ("intake", "matching", "sign-in", "hub-client", "notices", "aliases")


def clear(clients, stack):
    """Takes away the empty tables of a first deployment that failed. Tables with rows, secrets and logs
    are of a stack that was taken away: those stay, and are an error."""
    dynamo, manager = clients.of("dynamodb"), clients.of("secretsmanager")
    tables = [f"{stack}-{table}" for table in TABLES]
    tables = [name for name in tables if is_there(lambda: dynamo.describe_table(TableName=name))]
    full = [name for name in tables if dynamo.scan(TableName=name, Limit=1)["Count"]]
    stage = stack.removeprefix("hubward-")
    # A secret that is scheduled to be deleted keeps its name until then.
    secrets = [f"hubward/{stage}/{secret}" for secret in SECRETS]
    secrets = [name for name in secrets if is_there(lambda: manager.describe_secret(SecretId=name))]
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
        dynamo.update_table(TableName=name, DeletionProtectionEnabled=False)
        dynamo.get_waiter("table_exists").wait(TableName=name)
        dynamo.delete_table(TableName=name)
        dynamo.get_waiter("table_not_exists").wait(TableName=name)


def is_there(describe):
    """Whether there is what a request describes."""
    try:
        describe()
        return True
    except ClientError as error:
        if error.response["Error"]["Code"] == "ResourceNotFoundException":
            return False
        raise
