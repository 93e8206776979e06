"""The functions' packages, as `make package` leaves them: whole, small enough, all for one machine."""

import hashlib
import io
import shutil
import struct
import tomllib
import zipfile

from .told import Stop

FUNCTIONS = ("family", "partner", "professional", "route", "hub", "notify", "sweep")
# The functions at which people sign in.
WITH_GROUPS = ("hub", "professional")
MACHINES = {0x3E: "x86_64", 0xB7: "arm64"}
# The most bytes of one unpacked, which Lambda limits.
MOST_UNPACKED = 250 * 1024 * 1024


def most_bytes(name):
    """The most bytes of a function's package, without the index: a larger one would make every start slower. The
    hub's has every page of the work, the sign-in and the files; the partner's the contract and three formats, the
    professional's two ways of signing in."""
    return {"hub": 6_250_000, "partner": 5_750_000, "professional": 5_750_000}.get(name, 5_500_000)


class Package:
    """One package that was checked."""

    def __init__(self, name, path, sha256):
        self.name, self.path, self.sha256 = name, path, sha256

    @property
    def key(self):
        """The package's key in the code bucket: another content is another key."""
        return f"hubward/{self.name}-{self.sha256[:16]}.zip"

    @property
    def parameter(self):
        """The parameter of the template that takes the key."""
        return f"{self.name.capitalize()}Code"


def read(folder, architecture):
    """Every package; every fault is told at once."""
    found, faults = [], []
    sums = checksums(folder)
    for name in FUNCTIONS:
        path = folder / f"{name}.zip"
        try:
            data = path.read_bytes()
        except OSError:
            faults.append(f"{path} is missing: run make package")
            continue
        sha256 = hashlib.sha256(data).hexdigest()
        if sums.get(path.name) != sha256:
            faults.append(f"{path} is not what checksums.txt says: run make package")
            continue
        faults += [f"{path} {fault}" for fault in wrong(name, data, architecture)]
        found.append(Package(name, path, sha256))
    if faults:
        raise Stop("\n".join(faults))
    return found


def with_groups(found, groups, folder):
    """The packages, those of the pages at which people sign in with the council's file of groups in them, which lie in
    a folder."""
    try:
        text = groups.read_bytes()
        tomllib.loads(text.decode("utf-8"))
    except OSError as error:
        raise Stop(f"the groups {groups} cannot be read ({error.strerror}): infra/groups.example.toml shows them") from error
    except ValueError as error:
        raise Stop(f"the groups {groups} are no TOML: {error}; hubward groups check says what is wrong") from error
    return [filled(one, text, folder) if one.name in WITH_GROUPS else one for one in found]


def filled(package, groups, folder):
    """A package with this file of groups: the same files make the same bytes."""
    path = folder / f"{package.name}.zip"
    shutil.copyfile(package.path, path)
    with zipfile.ZipFile(path, "a") as archive:
        entry = zipfile.ZipInfo("groups.toml", (1980, 1, 1, 0, 0, 0))
        entry.create_system, entry.external_attr = 3, 0o100644 << 16
        archive.writestr(entry, groups, zipfile.ZIP_DEFLATED, 9)
    return Package(package.name, path, hashlib.sha256(path.read_bytes()).hexdigest())


def checksums(folder):
    """The checksum of each package by file name."""
    try:
        lines = (folder / "checksums.txt").read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise Stop(f"{folder / 'checksums.txt'} is missing: run make package") from error
    return {name: sha256 for sha256, _, name in (line.partition("  ") for line in lines)}


def wrong(name, data, architecture):
    """What is wrong with a package's content."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        program = archive.read("bootstrap")
    except (zipfile.BadZipFile, KeyError):
        return ["is no package of a function: run make package"]
    told = []
    machine = MACHINES.get(struct.unpack_from("<H", program, 18)[0]) if program[:4] == b"\x7fELF" else None
    if machine != architecture:
        told.append(f"is for {machine}, the configuration says {architecture}: add ARCHITECTURE={architecture} to make package or make deploy")
    index = archive.NameToInfo.get("postcodes.idx")
    own = len(data) - (index.compress_size if index else 0)
    if own > most_bytes(name):
        told.append(f"has {own:,} bytes without the index; at most {most_bytes(name):,} are allowed")
    if sum(one.file_size for one in archive.infolist()) > MOST_UNPACKED:
        told.append("is larger unpacked than the 250 MB that Lambda takes")
    return told
