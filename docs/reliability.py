#!/usr/bin/env python3
"""Writes the tables of docs/RELIABILITY.md from what `make test-faults bench-stack` prints.

    docs/reliability.py          runs them, and shows and keeps their output (target/test-faults.txt)
    docs/reliability.py FILE     takes the output that was kept in FILE
"""

import pathlib
import re
import subprocess
import sys

PAGE = pathlib.Path(__file__).with_name("RELIABILITY.md")
KEPT = PAGE.parent.parent / "target" / "test-faults.txt"

# Each mistake has one row: its words, its name in the model, then its name in the simulation.
PLANTED = [
    ("acknowledged before it is stored", "AnswerBeforeWrite", "AcknowledgeBeforeWrite"),
    ("replay row outside the transaction", "ReplayOutsideTransaction", "ReplayRowOutsideTheTransaction"),
    ("no condition on the replay row", None, "NoConditionOnTheReplayRow"),
    ("no condition on the reference row", None, "NoConditionOnTheReferenceRow"),
    ("no due mark at acceptance", "NoDueMark", "NoDueMark"),
    ("due work stays when it is done", None, "DueWorkStays"),
    ("looked before the match rows were recorded", "LookBeforeRecording", None),
    ("match rows read from a stale copy", None, "StaleMatchRows"),
    ("what was matched is not bumped", "NoBump", "NoBump"),
    ("no condition on the bump", None, "NoConditionOnTheBump"),
    ("delivered without a condition on the state row", "DeliverUnconditionally", "NoConditionOnTheStateRow"),
    ("attached or changed without a condition on the entry", "AttachUnconditionally", "NoConditionOnTheEntry"),
    ("words count as read without a condition on the entry", None, "NoConditionOnTheLook"),
    ("attached to a closed entry", "AttachToClosed", "AttachToAClosedEntry"),
    ("a transaction applied in parts", None, "TornTransactions"),
    ("an empty failure list after a failure", None, "EmptyFailureList"),
    ("the poisoned referral is dropped", None, "DropThePoisoned"),
    ("what panics is only given back to its queue", None, "PanicsAreOnlyReturned"),
    ("sweep moves marks without their condition", "SweepUnconditionally", "SweepWithoutCondition"),
    ("sweep clears a mark instead of moving it", None, "SweepClearsTheMark"),
    ("a mark cleared when its message is received", "DueClearedOnReceive", None),
    ("no sweep", None, "NoSweep"),
    ("no condition on audit events", None, "NoConditionOnAuditEvents"),
    ("the clock of an entry is not planned", None, "ClocksAreNotPlanned"),
]


def runs(text):
    """Each command that make echoed, with the lines that followed it."""
    found, lines = [], text.replace("\\\n\t", "").splitlines()
    for line in lines:
        if re.match(r"((FAULT|BENCH)_\w+=\d+ +)*cargo (test|run)", line):
            found.append((re.sub(r" +", " ", line), []))
        elif found:
            found[-1][1].append(line)
    return found


def said(line):
    """The words that a test printed, without its own name before them."""
    return re.sub(r"^test [\w:]+ \.\.\. ", "", line)


def quoted(command, lines):
    return "\n".join(["```text", f"$ {command}", *lines, "```"])


def one(found, part):
    matching = [run for run in found if part in run[0]]
    if len(matching) != 1:
        sys.exit(f"{len(matching)} runs of `{part}` in the output: is it whole?")
    return matching[0]


def simulation(found):
    seeds = [run for run in found if "-p simulation" in run[0] and "--bugs" not in run[0]]
    fault = re.compile(r"seeds \d+, |\s+\d+  ")
    return "\n\n".join(quoted(command, filter(fault.match, lines)) for command, lines in seeds)


def planted(found):
    by_model = dict(re.findall(r"(\w+): caught after (.*? states)", "\n".join(one(found, "--test planted")[1])))
    by_seed = dict(re.findall(r"^(\w+): caught by (seed \d+)", "\n".join(one(found, "--bugs")[1]), re.M))
    rows = ["| Planted bug | Model, every order | Simulation, the real code |", "|---|---|---|"]
    for what, small, real in PLANTED:
        caught = [by_model.pop(small, "") if small else "", by_seed.pop(real, "") if real else ""]
        if not any(caught):
            sys.exit(f"not caught anywhere: {what}")
        rows.append(f"| {what} | {caught[0] or '–'} | {caught[1] or '–'} |")
    rows += [f"| {words(name)} | {states} | – |" for name, states in sorted(by_model.items())]
    rows += [f"| {words(name)} | – | {seed} |" for name, seed in sorted(by_seed.items())]
    return "\n".join([*rows, "", f"{len(rows) - 2} planted, {len(rows) - 2} caught."])


def words(name):
    return re.sub(r"(?<!^)([A-Z])", r" \1", name).lower()


def model(found):
    command, lines = one(found, "--test exhaustive")
    return quoted(command, [line for line in map(said, lines) if " states, " in line])


def faults(found):
    command, lines = one(found, "--test faults -- --nocapture")
    count = re.compile(r"\s+\d+ x kill|(submissions|kill -9|connections|sending|violations): ")
    return quoted(command, filter(count.match, lines))


def arrivals(found):
    figure = re.compile(r"\d+ referrals sent, |accept to inbox: |a second  +window|\d+ +\d s +|a published rulebook ")
    runs = [one(found, f"--test {test} -- --ignored") for test in ("faults", "whole")]
    return "\n\n".join(quoted(command, filter(figure.match, map(said, lines))) for command, lines in runs)


BLOCKS = {"simulation": simulation, "planted": planted, "model": model, "faults": faults, "arrivals": arrivals}


def output():
    if len(sys.argv) > 1:
        return pathlib.Path(sys.argv[1]).read_text()
    KEPT.parent.mkdir(exist_ok=True)
    done = subprocess.run(f"set -o pipefail; make test-faults bench-stack 2>&1 | tee '{KEPT}'", shell=True, executable="/bin/bash")
    if done.returncode:
        sys.exit(f"make test-faults bench-stack failed; its output is in {KEPT}")
    return KEPT.read_text()


def main():
    found = runs(output())
    for name, block in BLOCKS.items():
        page = PAGE.read_text()
        marks = f"<!-- {name} -->", f"<!-- end of {name} -->"
        start, end = page.index(marks[0]) + len(marks[0]), page.index(marks[1])
        PAGE.write_text(f"{page[:start]}\n{block(found)}\n{page[end:]}")


if __name__ == "__main__":
    main()
