#!/usr/bin/env python3
"""Makes the functions' packages from what was built: `target/packages/<function>.zip`.

A package holds `bootstrap`, and, where the function reads them, `localities/`, `postcodes.idx` and
`roots.pem`. The same files make the same bytes, so a checksum tells whether a package changed.
`checksums.txt` has the packages' (for `sha256sum --check`), `contents.txt` those of the files inside.
Without the index, a package of more than 5.5 MB (the hub's: 6.25; the partner's and the professional's: 5.75)
is an error: it would make every start slower.
"""

import argparse
import hashlib
import pathlib
import struct
import sys
import zipfile

from deploying.packages import most_bytes

PROJECT = pathlib.Path(__file__).resolve().parent.parent

# The files that each function reads beside its own program.
CONTENTS = {
    "family": ("localities", "postcodes.idx", "roots.pem"),
    "professional": ("localities", "postcodes.idx", "roots.pem"),
    "partner": ("localities", "postcodes.idx", "roots.pem"),
    "route": ("localities", "postcodes.idx", "roots.pem"),
    "hub": ("localities", "postcodes.idx", "roots.pem"),
    "notify": ("roots.pem",),
    "sweep": ("roots.pem",),
}
# A time that every archive can hold; the real one would change the checksum.
TIME = (1980, 1, 1, 0, 0, 0)
# The machine that an ELF program is for.
MACHINES = {0x3E: "x86_64", 0xB7: "arm64"}


def main():
    """Makes the packages, or ends with what is missing or too large."""
    reading = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reading.add_argument("--built", type=pathlib.Path, required=True, help="the folder that cargo-lambda built into")
    reading.add_argument("--postcodes", type=pathlib.Path, required=True, help="the postcode index")
    reading.add_argument("--localities", type=pathlib.Path, default=PROJECT / "localities", help="the rulebooks")
    reading.add_argument("--roots", type=pathlib.Path, default=PROJECT / "infra" / "roots.pem", help="certificates of the roots that functions trust")
    reading.add_argument("--out", type=pathlib.Path, required=True, help="the folder for the packages")
    given = reading.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)

    packages = {name: files(name, given) for name in CONTENTS}
    inside = "".join(
        f"{hashlib.sha256(data).hexdigest()}  {name}/{path}\n"
        for name, found in packages.items()
        for path, data in found.items()
    )
    contents, checksums = given.out / "contents.txt", given.out / "checksums.txt"
    if is_current(contents, inside, checksums):
        print(f"The packages in {given.out} are up to date")
        return
    # Broken off from here on, the packages do not count as made.
    checksums.unlink(missing_ok=True)
    sums, large = [], []
    for name, found in packages.items():
        archive = given.out / f"{name}.zip"
        own = write(archive, found)
        whole = archive.stat().st_size
        print(f"{name:8} {architecture(found['bootstrap'])}  {whole / 1e6:5.2f} MB, without the index {own / 1e6:5.2f} MB")
        sums.append(f"{hashlib.sha256(archive.read_bytes()).hexdigest()}  {archive.name}\n")
        if own > most_bytes(name):
            large.append(f"{name}.zip has {own:,} bytes without the index; at most {most_bytes(name):,} are allowed")
    if large:
        sys.exit("\n".join(large))
    contents.write_text(inside, encoding="utf-8")
    checksums.write_text("".join(sums), encoding="utf-8")


def files(name, given):
    """The files of a function's package, by their paths in it."""
    found = {"bootstrap": read(given.built / name / "bootstrap", "make package builds it")}
    if not architecture(found["bootstrap"]):
        sys.exit(f"{given.built / name / 'bootstrap'} is no program for Lambda (x86_64 or arm64 Linux)")
    for part in CONTENTS[name]:
        if part == "localities":
            books = [path for path in sorted(given.localities.iterdir()) if path.suffix in (".toml", ".geojson")]
            found |= {f"{part}/{path.name}": path.read_bytes() for path in books}
        elif part == "postcodes.idx":
            found[part] = read(given.postcodes, "make postcodes builds it")
        elif given.roots.exists():
            found[part] = given.roots.read_bytes()
    return dict(sorted(found.items()))


def read(path, advice):
    """The bytes of a file that must be there."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        sys.exit(f"{path} is missing: {advice}")


def architecture(program):
    """What an ELF program was built for, by Lambda's names, or None."""
    if program[:4] != b"\x7fELF":
        return None
    return MACHINES.get(struct.unpack_from("<H", program, 18)[0])


def is_current(contents, inside, checksums):
    """Whether the packages that are there were made from these very files, and are whole."""
    try:
        if contents.read_text(encoding="utf-8") != inside:
            return False
        lines = [line.split("  ") for line in checksums.read_text(encoding="utf-8").splitlines()]
        return len(lines) == len(CONTENTS) and all(
            hashlib.sha256((checksums.parent / name).read_bytes()).hexdigest() == sum for sum, name in lines
        )
    except (OSError, ValueError):
        return False


def write(archive, found):
    """Writes an archive whole or not at all, and answers its bytes apart from the index."""
    unfinished = archive.with_suffix(".new")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path, data in found.items():
            entry = zipfile.ZipInfo(path, TIME)
            entry.create_system = 3  # Unix: the mode counts
            entry.external_attr = (0o100755 if path == "bootstrap" else 0o100644) << 16
            out.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
        index = out.NameToInfo.get("postcodes.idx")
    unfinished.replace(archive)
    return archive.stat().st_size - (index.compress_size if index else 0)


if __name__ == "__main__":
    main()
