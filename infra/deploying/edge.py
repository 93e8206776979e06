"""The web ACL for CloudFront: a small stack of its own in us-east-1, the only place CloudFront takes
one from."""

import pathlib

from .stack import Stack, agree
from .told import Stop, say

TEMPLATE = pathlib.Path(__file__).resolve().parent.parent / "edge.yaml"
REGION = "us-east-1"


def web_acl(clients, settings, is_sure):
    """The parameter that names the web ACL, after making or updating its stack; none unless asked for."""
    if not settings.values.get("edge_rules"):
        return {}
    if not settings.values.get("edge_certificate_arn"):
        raise Stop("edge_rules needs CloudFront: give edge_certificate_arn too")
    stack = Stack(clients.elsewhere(REGION), f"{settings.stack}-edge")
    stack.settle()
    body = {"TemplateBody": TEMPLATE.read_text(encoding="utf-8")}
    change_set = stack.plan(body, settings.edge_parameters(), {"hubward:stage": settings.stage})
    if change_set:
        say(f"{stack.name} in {REGION}")
        if not agree(stack.changes(change_set), is_sure, False):
            stack.discard(change_set)
            raise Stop("nothing was changed")
        stack.carry_out(change_set)
    outputs = {one["OutputKey"]: one["OutputValue"] for one in stack.described()["Outputs"]}
    return {"EdgeWebAclArn": outputs["WebAclArn"]}


def take_away(clients, settings):
    """Deletes the web ACL's stack, if there is one: CloudFront must have let go of it."""
    if not settings.values.get("edge_rules"):
        return
    stack = Stack(clients.elsewhere(REGION), f"{settings.stack}-edge")
    if stack.described():
        say(f"{stack.name} in {REGION} goes too")
        stack.delete()
