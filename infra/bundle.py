#!/usr/bin/env python3
"""Makes what a tag ships: `target/bundle/hubward-<version>.tar.gz`.

It holds the functions' packages, the templates, the program that deploys with its example of a
configuration, a list of everything that each function was made from (CycloneDX), the guide for
operators, and the checksums of all of it. The same files make the same bytes.
"""

import argparse
import gzip
import hashlib
import io
import pathlib
import subprocess
import sys
import tarfile

import package

PROJECT = package.PROJECT
FILES = (
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "docs/guides/operate.md",
    "infra/config.example.toml",
    "infra/groups.example.toml",
    "infra/deploy.py",
    "infra/deploying/*.py",
    "infra/requirements/deploy.txt",
    "infra/*.yaml",
    "infra/tools.py",
)


def main():
    """Gathers the files and writes the archive, or ends with what is missing."""
    reading = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reading.add_argument("--packages", type=pathlib.Path, required=True, help="the folder of the packages")
    reading.add_argument("--sboms", type=pathlib.Path, required=True, help="the folder of the lists of parts")
    reading.add_argument("--version", required=True, help="the version, where no tag names it")
    reading.add_argument("--out", type=pathlib.Path, required=True, help="the folder for the archive")
    given = reading.parse_args()

    found = {}
    for pattern in FILES:
        paths = sorted(PROJECT.glob(pattern))
        if not paths:
            sys.exit(f"{pattern} is missing: nothing was bundled")
        found |= {str(path.relative_to(PROJECT)): path.read_bytes() for path in paths}
    names = [f"{function}.zip" for function in package.CONTENTS] + ["checksums.txt", "contents.txt"]
    found |= {f"packages/{name}": package.read(given.packages / name, "make package makes it") for name in names}
    for function in package.CONTENTS:
        name = f"{function}.cdx.json"
        found[f"sbom/{name}"] = package.read(given.sboms / name, "make bundle makes it")
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(found.items()))
    found["checksums.txt"] = sums.encode()

    name = f"hubward-{version(given.version)}"
    given.out.mkdir(parents=True, exist_ok=True)
    archive = given.out / f"{name}.tar.gz"
    archive.write_bytes(packed(name, found))
    print(f"{archive}  {archive.stat().st_size / 1e6:.1f} MB, sha256 {hashlib.sha256(archive.read_bytes()).hexdigest()}")


def version(plain):
    """The tag of this very commit, or the version with the commit's number."""
    said = subprocess.run(
        ["git", "describe", "--tags", "--always", "--dirty", "--exclude=*[!0-9v.]*"],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    ).stdout.strip()
    return said if said.startswith("v") or not said else f"{plain}-{said}"


def packed(name, found):
    """The bytes of an archive with these files in one folder."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as out:
        for path, data in sorted(found.items()):
            entry = tarfile.TarInfo(f"{name}/{path}")
            entry.size, entry.mode = len(data), 0o755 if path == "infra/deploy.py" else 0o644
            out.addfile(entry, io.BytesIO(data))
    return gzip.compress(plain.getvalue(), 9, mtime=0)


if __name__ == "__main__":
    main()
