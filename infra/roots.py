#!/usr/bin/env python3
"""Renews or checks infra/roots.pem, the root certificates that the functions trust.

    python3 infra/roots.py write    write the file anew from this system's certificates
    python3 infra/roots.py check    fail if a root is missing, unreadable or soon to expire

The functions read these few instead of the system's, which are four times as many: reading them was
most of a function's start. They are the roots of AWS's own endpoints and of the issuers of tokens
that councils use. A deployment whose issuer is signed by another root adds that to its package.
"""

import hashlib
import re
import ssl
import sys
import time
from pathlib import Path

FILE = Path(__file__).resolve().parent / "roots.pem"

# Why each is here, and its common name; GlobalSign gives some of its roots one name, and tells them
# apart by their unit.
ROOTS = {
    "AWS": [
        "Amazon Root CA 1",
        "Amazon Root CA 2",
        "Amazon Root CA 3",
        "Amazon Root CA 4",
        "Starfield Services Root Certificate Authority - G2",
    ],
    "Microsoft Entra": [
        "DigiCert Global Root CA",
        "DigiCert Global Root G2",
        "DigiCert Global Root G3",
        "Microsoft ECC Root Certificate Authority 2017",
        "Microsoft RSA Root Certificate Authority 2017",
    ],
    "Google": ["GTS Root R1", "GTS Root R2", "GTS Root R3", "GTS Root R4"],
    "Let's Encrypt": ["ISRG Root X1", "ISRG Root X2"],
    "GlobalSign": [
        "GlobalSign Root CA - R3",
        "GlobalSign Root CA - R6",
        "GlobalSign Root E46",
        "GlobalSign Root R46",
    ],
    "Sectigo": [
        "Sectigo Public Server Authentication Root E46",
        "Sectigo Public Server Authentication Root R46",
        "USERTrust ECC Certification Authority",
        "USERTrust RSA Certification Authority",
    ],
}

# A root is renewed a year before it expires, so that no deployment is left with one that has.
MARGIN_DAYS = 365

HEADER = """\
# The root certificates that Hubward's functions trust, for AWS and for issuers of tokens.
# `python3 infra/roots.py write` makes this file from the system's certificates, and
# `make lint` says when that is due. Do not edit it by hand.
"""


def certificates(path):
    """The certificates of a PEM file by name, each as its expiry (seconds) and its DER form."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cafile=path)
    found = {}
    for decoded, der in zip(context.get_ca_certs(), context.get_ca_certs(binary_form=True)):
        subject = dict(pair for part in decoded["subject"] for pair in part)
        name = subject.get("commonName", "")
        unit = subject.get("organizationalUnitName", "")
        # A common name may be in the unit as a whole: "GlobalSign Root CA - R3".
        for known in {name, unit}:
            found[known] = (ssl.cert_time_to_seconds(decoded["notAfter"]), der)
    return found


def write():
    system = ssl.get_default_verify_paths().cafile or "/etc/ssl/certs/ca-certificates.crt"
    known = certificates(system)
    wanted = [name for names in ROOTS.values() for name in names]
    missing = [name for name in wanted if name not in known]
    if missing:
        sys.exit(
            f"{system} lacks {', '.join(missing)}: if the system no longer trusts a root, "
            "take it off the list in infra/roots.py"
        )
    parts = [HEADER]
    for reason, names in ROOTS.items():
        for name in names:
            expiry, der = known[name]
            until = time.strftime("%Y-%m-%d", time.gmtime(expiry))
            digest = hashlib.sha256(der).hexdigest()
            parts.append(f"\n# {name} ({reason}), until {until}\n# SHA-256 {digest}\n")
            parts.append(ssl.DER_cert_to_PEM_cert(der))
    FILE.write_text("".join(parts), encoding="ascii")
    print(f"{len(wanted)} roots written to {FILE.name}")


def check():
    known = certificates(FILE)
    soon = time.time() + MARGIN_DAYS * 86400
    faults = []
    for name in (name for names in ROOTS.values() for name in names):
        if name not in known:
            faults.append(f"{name} is missing")
        elif known[name][0] < soon:
            faults.append(f"{name} expires within {MARGIN_DAYS} days")
    count = len(re.findall("BEGIN CERTIFICATE", FILE.read_text(encoding="ascii")))
    wanted = sum(len(names) for names in ROOTS.values())
    if count != wanted:
        faults.append(f"it holds {count} certificates instead of {wanted}")
    if faults:
        sys.exit(
            f"infra/roots.pem: {'; '.join(faults)}. Take an expiring root off the list in "
            "infra/roots.py, or put its successor there, and run `python3 infra/roots.py write`"
        )
    print(f"infra/roots.pem: {wanted} roots, none expires within {MARGIN_DAYS} days")


if __name__ == "__main__":
    actions = {"write": write, "check": check}
    if len(sys.argv) != 2 or sys.argv[1] not in actions:
        sys.exit(__doc__)
    actions[sys.argv[1]]()
