#!/usr/bin/env python3
"""Runs what docs/RELIABILITY.md reports and writes its tables again.

    docs/reliability.py              all of it (about an hour on 2 cores)
    docs/reliability.py simulation   only these blocks: simulation, planted, model, faults
"""

import pathlib
import re
import subprocess
import sys

PAGE = pathlib.Path(__file__).with_name("RELIABILITY.md")
SIMULATE = "cargo run --quiet --release --locked -p simulation --"

# One mistake has one row, whatever a level calls it: model, then simulation.
PLANTED = [
    ("acknowledged before it is stored", "AnswerBeforeWrite", "AcknowledgeBeforeWrite"),
    ("replay row outside the transaction", "ReplayOutsideTransaction", "ReplayRowOutsideTheTransaction"),
    ("no condition on the replay row", None, "NoConditionOnTheReplayRow"),
    ("no condition on the reference row", None, "NoConditionOnTheReferenceRow"),
    ("no due mark at acceptance", "NoDueMark", "NoDueMark"),
    ("looked before the match rows were recorded", "LookBeforeRecording", None),
    ("match rows read from a stale copy", None, "StaleMatchRows"),
    ("what was matched is not bumped", "NoBump", "NoBump"),
    ("no condition on the bump", None, "NoConditionOnTheBump"),
    ("delivered without a condition on the state row", "DeliverUnconditionally", "NoConditionOnTheStateRow"),
    ("attached or changed without a condition on the entry", "AttachUnconditionally", "NoConditionOnTheEntry"),
    ("attached to a closed entry", "AttachToClosed", "AttachToAClosedEntry"),
    ("a transaction applied in parts", None, "TornTransactions"),
    ("an empty failure list after a failure", None, "EmptyFailureList"),
    ("the poisoned referral is dropped", None, "DropThePoisoned"),
    ("sweep moves marks without their condition", "SweepUnconditionally", "SweepWithoutCondition"),
    ("sweep clears a mark instead of moving it", None, "SweepClearsTheMark"),
    ("a mark cleared when its message is received", "DueClearedOnReceive", None),
    ("no sweep", None, "NoSweep"),
    ("no condition on audit events", None, "NoConditionOnAuditEvents"),
]


def run(command):
    print(f"$ {command}", flush=True)
    done = subprocess.run(command, shell=True, text=True, stdout=subprocess.PIPE, check=True)
    return done.stdout


def quoted(command, keep=lambda line: True):
    lines = [line for line in run(command).splitlines() if keep(line)]
    return "\n".join(["```text", f"$ {command}", *lines, "```"])


def simulation():
    runs = [
        quoted(f"{SIMULATE} --seeds 10000"),
        quoted(f"{SIMULATE} --seeds 500 --crowd 150"),
        quoted(f"{SIMULATE} --seeds 500 --sweeper-away"),
        quoted(f"{SIMULATE} --seeds 200 --calm"),
    ]
    return "\n\n".join(runs)


def planted():
    model = run("cargo test --quiet --locked -p model --test planted -- --nocapture --test-threads 1")
    seeds = run(f"{SIMULATE} --seeds 200 --bugs")
    by_model = dict(re.findall(r"(\w+): caught after (.*? states)", model))
    by_seed = dict(re.findall(r"^(\w+): caught by (seed \d+)", seeds, re.M))
    rows = ["| Planted bug | Model, every order | Simulation, the real code |", "|---|---|---|"]
    for what, small, real in PLANTED:
        found = [by_model.pop(small, "") if small else "", by_seed.pop(real, "") if real else ""]
        if not any(found):
            sys.exit(f"not caught anywhere: {what}")
        rows.append(f"| {what} | {found[0] or '–'} | {found[1] or '–'} |")
    for name, states in sorted(by_model.items()):
        rows.append(f"| {words(name)} | {states} | – |")
    for name, seed in sorted(by_seed.items()):
        rows.append(f"| {words(name)} | – | {seed} |")
    rows.append(f"\n{len(rows) - 2} planted, {len(rows) - 2} caught.")
    return "\n".join(rows)


def words(name):
    return re.sub(r"(?<!^)([A-Z])", r" \1", name).lower()


def model():
    command = (
        "cargo test --quiet --locked -p model --test exhaustive -- "
        "--nocapture --test-threads 1 --include-ignored"
    )
    return quoted(command, lambda line: "states" in line)


def faults():
    command = (
        "FAULT_REFERRALS=10000 FAULT_KILLS=500 FAULT_RATE_SECONDS=120 "
        "cargo test --quiet --locked -p e2e --test faults -- --nocapture --test-threads 1"
    )
    return quoted(command, lambda line: re.search(r"\d", line) and "test result" not in line)


BLOCKS = {"simulation": simulation, "planted": planted, "model": model, "faults": faults}


def main():
    wanted = sys.argv[1:] or list(BLOCKS)
    unknown = [name for name in wanted if name not in BLOCKS]
    if unknown:
        sys.exit(f"no such block: {', '.join(unknown)}; there are {', '.join(BLOCKS)}")
    for name in wanted:
        text = BLOCKS[name]()
        page = PAGE.read_text()
        marks = f"<!-- {name} -->", f"<!-- end of {name} -->"
        start, end = page.index(marks[0]) + len(marks[0]), page.index(marks[1])
        PAGE.write_text(f"{page[:start]}\n{text}\n{page[end:]}")


if __name__ == "__main__":
    main()
