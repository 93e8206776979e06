"""What schemathesis cannot know, put into data that fits the contract: an Idempotency-Key is fresh, a cursor
is one that was given away, and a text that fits a referral's schema is a date, a number or a postcode. Data
that breaks the contract is sent as it is, but never as a safeguarding concern."""

import base64
import datetime
import re
import uuid
import zlib

import schemathesis
from schemathesis import GenerationMode

KEY = re.compile(r"[!-~]([ -~]{0,253}[!-~])?")
CURSOR = re.compile(r"[A-Za-z0-9_-]+")
RANK = re.compile(rb"[0-9A-Za-z]{2}#\d{13}#[0-9a-f-]{36}")
MARK = re.compile(rb"\d{13}#[0-9a-f-]{36}")

# Values by the names of their fields; null is one of each.
PAST = ("2021-03-04", "2019-01-01", "２０２０-02-29")
SOON = (datetime.date.today() + datetime.timedelta(days=60)).isoformat()
VALUES = {
    "date_of_birth": PAST,
    "on": PAST,
    "born_about": ("2019", "2019-05"),
    "due_date": (SOON,),
    "postcode": ("SW1V 2AA", "sw1v2aa", "PO30 2AX", "W10 4AL", "ZZ99 3VZ", "SW1V"),
    "authority": ("E09000033", "E06000046"),
    "language": ("en", "pl", "bfi", "ur"),
    "phone": ("07700 900 982", "+44 7700 900982", "(0)1632 960001", "105"),
    "email": ("senco@school.example",),
    "nhs_number": ("943 476 5919", "9434765918"),
    "upn": ("A123456789012",),
    "school_urn": ("100001",),
    "urn": ("100001",),
    "uprn": ("10033544614",),
    "ods": ("Y00001",),
}
BIRTHS = ("date_of_birth", "born_about", "due_date")
# What the school's client may send: another kind is refused before anything else is looked at.
KINDS = ("school", "early_years", "education_service")
# Where a referral is the body.
REFERRALS = ("/v1/referrals", "/v1/referrals/{id}")


@schemathesis.serializer("text/csv", "application/x-ndjson", "application/fhir+xml")
def as_text(ctx, value):
    """A body that is text is sent as it is."""
    return value if isinstance(value, bytes) else str(value).encode()


@schemathesis.hook
def before_call(context, case, kwargs):
    """Makes a case that fits the contract one that means something."""
    headers, query = case.headers or {}, case.query or {}
    for name in list(headers):
        if name.lower() == "idempotency-key" and KEY.fullmatch(str(headers[name])):
            headers[name] = str(uuid.uuid4())
    for name, rank in (("cursor", RANK), ("since", MARK)):
        cursor = query.get(name)
        if isinstance(cursor, str) and CURSOR.fullmatch(cursor) and not given_away(cursor, rank):
            query[name] = ""
    if case.meta is None or case.operation.path not in REFERRALS or not isinstance(case.body, dict):
        return
    if case.meta.generation.mode == GenerationMode.POSITIVE:
        case.body = meant(case.body)
    elif case.body.get("safeguarding_concern") is True:
        # A concern is never refused for an optional field, so breaking the schema may be accepted there.
        case.body["safeguarding_concern"] = False


def given_away(cursor, rank):
    """Whether a text is the cursor of a list with such ranks."""
    try:
        return bool(rank.fullmatch(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))))
    except ValueError:
        return False


def meant(value, at=""):
    """A value with texts that can be read in the fields whose schema only says what they look like."""
    if isinstance(value, list):
        return [meant(one, f"{at}/{number}") for number, one in enumerate(value)]
    if not isinstance(value, dict):
        return value
    said = {name: field(name, one, f"{at}/{name}", value) for name, one in value.items()}
    born = [name for name in BIRTHS if said.get(name)]
    return {name: None if name in born[1:] else one for name, one in said.items()}


def field(name, value, at, around):
    """A field's value; what stands for nothing stays so."""
    if name == "kind":
        return chosen(KINDS, value, at)
    if name in VALUES and not around.get("anonymous"):
        return chosen((*VALUES[name], None), value, at)
    return meant(value, at)


def chosen(values, value, at):
    """One of some values, always the same for the same case."""
    return values[zlib.crc32(f"{at}={value!r}".encode()) % len(values)]
