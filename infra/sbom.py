#!/usr/bin/env python3
"""Lists what each function is made from, as CycloneDX: `<function>.cdx.json`.

cargo-cyclonedx writes its lists beside every crate of the workspace; those of the functions are taken
from there, and none is left behind.
"""

import argparse
import os
import pathlib
import subprocess
import sys

import package

PROJECT = package.PROJECT
# A name that nothing else in the workspace has.
NAME = "hubward-sbom"
TARGETS = {"x86_64": "x86_64-unknown-linux-gnu", "arm64": "aarch64-unknown-linux-gnu"}


def main():
    """Writes the lists, or ends with what is missing."""
    reading = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reading.add_argument("--tool", type=pathlib.Path, required=True, help="the program cargo-cyclonedx")
    reading.add_argument("--architecture", choices=TARGETS, required=True, help="what the functions were built for")
    reading.add_argument("--out", type=pathlib.Path, required=True, help="the folder for the lists")
    given = reading.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    # The time of the commit, so that the same commit makes the same lists.
    command = ["git", "log", "-1", "--format=%ct"]
    time = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False).stdout.strip()
    made = subprocess.run(
        [given.tool.resolve(), "cyclonedx", "-q", "--format", "json", "--spec-version", "1.5",
         "--target", TARGETS[given.architecture], "--override-filename", NAME],
        cwd=PROJECT, env={**os.environ, "SOURCE_DATE_EPOCH": time or "0"}, check=False,
    )
    try:
        if made.returncode:
            sys.exit("cargo-cyclonedx did not come to an end: what it says stands above")
        for function in package.CONTENTS:
            found = PROJECT / "functions" / function / f"{NAME}.json"
            # Whose folder it was made in says nothing of what is in it.
            text = found.read_text(encoding="utf-8").replace(f"file://{PROJECT}/", "file:///hubward/")
            (given.out / f"{function}.cdx.json").write_text(text, encoding="utf-8")
    finally:
        for depth in ("*", "*/*"):
            for left in PROJECT.glob(f"{depth}/{NAME}.json"):
                left.unlink()


if __name__ == "__main__":
    main()
