#!/usr/bin/env python3
"""Installs the Python packages of `requirements/<name>.txt` into `target/tools/<name>`, pinned by
hash, beside whatever else the machine has. Nothing happens where they are there already.

Usage: tools.py NAME... prints each folder.
"""

import fcntl
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target")).resolve()


def installed(name):
    """The folder that holds the packages of a requirements file, after installing what is missing."""
    wanted, folder = HERE / "requirements" / f"{name}.txt", TARGET / "tools" / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.parent / f".{name}.lock", "w", encoding="utf-8") as lock:
        # Two programs may want the same tools at the same time.
        fcntl.flock(lock, fcntl.LOCK_EX)
        mark = folder / "requirements.txt"
        if not mark.exists() or mark.read_bytes() != wanted.read_bytes():
            shutil.rmtree(folder, ignore_errors=True)
            print(f"Fetching the tools of {name} (once)", file=sys.stderr)
            command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                       "--root-user-action=ignore", "--no-deps",
                       "--require-hashes", "--target", str(folder), "--requirement", str(wanted)]
            if subprocess.run(command, check=False, stdout=sys.stderr).returncode:
                sys.exit(f"the tools of {name} could not be fetched with pip, which says why above")
            shutil.copyfile(wanted, mark)
    return folder


if __name__ == "__main__":
    for given in sys.argv[1:]:
        print(installed(given))
