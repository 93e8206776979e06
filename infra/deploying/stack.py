"""The stack: created and updated by a change set, deleted on request, with its events shown.

Breaking off does no harm: CloudFormation goes on by itself, and the next run begins where the stack
then is.
"""

import collections
import datetime
import time

from botocore.exceptions import ClientError, WaiterError

from .told import Stop, ask, say

# Resources that hold what cannot be made again. An update that would replace one is refused.
KEPT = ("AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::SecretsManager::Secret")
NO_CHANGES = ("didn't contain changes", "No updates are to be performed")
FAILED_FIRST = ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED")


class Stack:
    """A stack of this account, there or not."""

    def __init__(self, clients, name):
        self.cloud, self.name = clients.cloudformation, name

    def described(self):
        """What CloudFormation says of the stack, or None if there is none."""
        try:
            return self.cloud.describe_stacks(StackName=self.name)["Stacks"][0]
        except ClientError as error:
            if "does not exist" in error.response["Error"]["Message"]:
                return None
            raise

    def settle(self):
        """Waits for the end of what an earlier run began, and clears a first creation that failed.
        Answers whether the stack is new."""
        stack = self.described()
        if stack and stack["StackStatus"].endswith("IN_PROGRESS") and stack["StackStatus"] != "REVIEW_IN_PROGRESS":
            say(f"The stack is at work ({stack['StackStatus']}); waiting for its end")
            self.follow(None, stack["StackId"])
            stack = self.described()
        if stack and stack["StackStatus"] in FAILED_FIRST:
            say(f"An earlier try did not end well ({stack['StackStatus']}): its remains are taken away first")
            self.delete(stack["StackId"])
        if stack and stack["StackStatus"] == "UPDATE_ROLLBACK_FAILED":
            raise Stop(
                f"the last update of {self.name} could not be rolled back; mend what its events name, then: "
                f"aws cloudformation continue-update-rollback --stack-name {self.name}"
            )
        return self.is_new()

    def is_new(self):
        """Whether there is no stack yet but, perhaps, plans for one."""
        stack = self.described()
        return stack is None or stack["StackStatus"] == "REVIEW_IN_PROGRESS"

    def plan(self, template, parameters, tags):
        """Makes a change set from a template (`TemplateURL` or `TemplateBody`), and answers it with its changes; None if there is nothing to change."""
        name = datetime.datetime.now(datetime.timezone.utc).strftime("hubward-%Y%m%dT%H%M%S%f")
        made = self.cloud.create_change_set(
            StackName=self.name,
            ChangeSetName=name,
            ChangeSetType="CREATE" if self.is_new() else "UPDATE",
            **template,
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in sorted(parameters.items())],
            Capabilities=["CAPABILITY_NAMED_IAM"],
            Tags=[{"Key": key, "Value": value} for key, value in tags.items()],
        )
        try:
            self.cloud.get_waiter("change_set_create_complete").wait(
                ChangeSetName=made["Id"], StackName=self.name, WaiterConfig={"Delay": 2, "MaxAttempts": 150}
            )
        except WaiterError as error:
            last = self.cloud.describe_change_set(ChangeSetName=made["Id"], StackName=self.name)
            reason = last.get("StatusReason", "")
            self.cloud.delete_change_set(ChangeSetName=made["Id"], StackName=self.name)
            if any(words in reason for words in NO_CHANGES):
                return None
            raise Stop(f"CloudFormation refuses the change: {reason}") from error
        return made["Id"]

    def changes(self, change_set):
        """The changes of a change set: action, name, type, and whether it replaces."""
        found, more = [], {}
        while True:
            page = self.cloud.describe_change_set(ChangeSetName=change_set, StackName=self.name, **more)
            found += [change["ResourceChange"] for change in page["Changes"]]
            if not page.get("NextToken"):
                return found
            more = {"NextToken": page["NextToken"]}

    def discard(self, change_set):
        """Takes back a change set that is not carried out, and the stack that is nothing else."""
        self.cloud.delete_change_set(ChangeSetName=change_set, StackName=self.name)
        stack = self.described()
        if stack and stack["StackStatus"] == "REVIEW_IN_PROGRESS":
            self.cloud.delete_stack(StackName=self.name)

    def carry_out(self, change_set):
        """Carries out a change set, and shows the events until its end."""
        since = self.last_event()
        # Resources of a change that failed have no use: they go, even where they would be kept later.
        self.cloud.execute_change_set(ChangeSetName=change_set, StackName=self.name, RetainExceptOnCreate=True)
        status = self.follow(since)
        if status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"):
            raise Stop(
                f"the stack is as it was before ({status}): mend what failed above, then run this again"
                if status == "UPDATE_ROLLBACK_COMPLETE"
                else f"the stack is not made ({status}): mend what failed above, then run this again"
            )

    def protect(self, is_protected):
        """Keeps the stack from being deleted by mistake, or allows it."""
        self.cloud.update_termination_protection(StackName=self.name, EnableTerminationProtection=is_protected)

    def delete(self, stack_id=None):
        """Deletes the stack, and answers the resources that were kept: name, type and physical id."""
        stack = self.described()
        stack_id = stack_id or stack["StackId"]
        since = self.last_event()
        if stack["StackStatus"] != "DELETE_IN_PROGRESS":
            self.protect(False)
            self.cloud.delete_stack(StackName=self.name)
        status = self.follow(since, stack_id)
        if status != "DELETE_COMPLETE":
            raise Stop(f"the stack is not deleted ({status}): mend what failed above, then run this again")
        events = self.events(stack_id)
        kept = {one["LogicalResourceId"]: one for one in events if one["ResourceStatus"] == "DELETE_SKIPPED"}
        return sorted((one["ResourceType"], one.get("PhysicalResourceId", "")) for one in kept.values())

    def follow(self, since, stack_id=None):
        """Shows the stack's events after `since` until it is at rest, and answers its status."""
        name = stack_id or self.name
        while True:
            stack = self.cloud.describe_stacks(StackName=name)["Stacks"]
            status = stack[0]["StackStatus"] if stack else "DELETE_COMPLETE"
            new = self.events(name, since)
            for event in reversed(new):
                show(event)
            since = new[0]["EventId"] if new else since
            if not status.endswith("IN_PROGRESS"):
                return status
            time.sleep(3)

    def last_event(self):
        """The id of the stack's newest event, if there is one."""
        found = self.events(self.name) if self.described() else []
        return found[0]["EventId"] if found else None

    def events(self, name, until=None):
        """The stack's events, the newest first, down to one that is known."""
        found = []
        for page in self.cloud.get_paginator("describe_stack_events").paginate(StackName=name):
            for event in page["StackEvents"]:
                if event["EventId"] == until:
                    return found
                found.append(event)
        return found


def show(event):
    """Prints one event; a failure with its reason."""
    reason = event.get("ResourceStatusReason", "")
    is_bad = event["ResourceStatus"].endswith("FAILED")
    # Ends are enough, but for the stack's own steps.
    if event["ResourceStatus"].endswith("IN_PROGRESS") and event["ResourceType"] != "AWS::CloudFormation::Stack":
        return
    say(
        f"  {event['Timestamp'].astimezone():%H:%M:%S}  {event['ResourceStatus']:28} {event['LogicalResourceId']}"
        + (f"\n            {reason}" if reason and is_bad else "")
    )


def agree(changes, is_sure, may_replace):
    """Shows what will change, and asks. A table, key or secret that would be lost is an error."""
    lost = []
    if all(change["Action"] == "Add" for change in changes):
        # A first deployment is told by kinds: a line for each name would be a hundred.
        kinds = collections.Counter(change["ResourceType"] for change in changes)
        for kind, count in sorted(kinds.items()):
            say(f"  Add {count:3} {kind}")
    else:
        lost = tell(changes)
    say(f"{len(changes)} changes")
    if lost and not may_replace:
        raise Stop(
            f"this would put empty ones in the place of {', '.join(lost)}, and what is in them would be out of reach; "
            "if that is meant, add --replace"
        )
    return is_sure or ask("Carry this out? Type yes: ", "yes")


def tell(changes):
    """Prints each change, and answers the names of what would be lost."""
    lost = []
    for change in sorted(changes, key=lambda one: (one["Action"], one["LogicalResourceId"])):
        replacement = change.get("Replacement", "False") if change["Action"] == "Modify" else "False"
        # A change that CloudFormation cannot judge yet may replace.
        replaces = replacement != "False"
        note = {"True": ", REPLACED", "Conditional": ", perhaps REPLACED"}.get(replacement, "")
        say(f"  {change['Action']:7} {change['LogicalResourceId']:32} {change['ResourceType']}{note}")
        if change["ResourceType"] in KEPT and (replaces or change["Action"] == "Remove"):
            lost.append(change["LogicalResourceId"])
    return lost
