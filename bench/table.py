"""Makes one Markdown table of figures as JSON, with a tool and a set on each line. Prints it, and puts
it between the marks of a document. Then prints whether Hubward's figures are what they should be."""

import json
import sys

BEGIN, END = "<!-- bench-matching -->\n", "<!-- end of bench-matching -->\n"
# The figure in each column, its heading, and how it is written.
COLUMNS = [
    ("set", "set", str),
    ("tool", "tool", str),
    ("records", "records", "{:,}".format),
    ("precision", "precision", "{:.4f}".format),
    ("recall", "recall", "{:.4f}".format),
    ("f1", "F1", "{:.4f}".format),
    ("found", "found", "{:.4f}".format),
    ("shown", "shown", "{:.4f}".format),
    ("twins_merged", "twins merged", str),
    ("wrong_decisions", "wrong decisions", str),
    ("protected_merged", "protected merged", str),
    ("seconds", "seconds", "{:.1f}".format),
    ("memory_mb", "MB", str),
    ("compared_a_second", "pairs a second", "{:,}".format),
    ("reads_a_child", "reads a child", "{:.1f}".format),
]


def targets(rows):
    """The name of each measure, its worst figure, and the most that the figure may be."""
    own = [row for row in rows if row["tool"] == "Hubward"]

    def worst(name, of, rows):
        return of(row[name] for row in rows)

    wrong = sum(row["wrong_decisions"] for row in own)
    decisions = sum(row["records"] for row in own)
    yield "twins merged", sum(row["twins_merged"] for row in own), 0
    yield "wrong of 100,000 decisions", wrong / decisions * 100_000, 1
    yield "protected merged", sum(row["protected_merged"] for row in own), 0
    for name, found, shown in (("febrl4", 0.985, 0.12), ("families", 0.99, 0.05)):
        of_set = [row for row in own if row["set"].startswith(name)]
        yield f"{name}, true pairs not found", 1 - worst("found", min, of_set), 1 - found
        # Twins with alike names are rightly shown, so the share shown is judged with other names.
        of_set = [row for row in of_set if "," not in row["set"]]
        yield f"{name}, arrivals shown to a person", worst("shown", max, of_set), shown
    yield "microseconds a pair", 1e6 / worst("compared_a_second", min, own), 1
    reads = [row for row in own if row.get("reads_a_child")]
    yield "reads a child", worst("reads_a_child", max, reads), 12


def main(document):
    rows = [json.loads(line) for line in sys.stdin]
    lines = [
        "| " + " | ".join(heading for _, heading, _ in COLUMNS) + " |",
        "|" + " --- |" * len(COLUMNS),
    ]
    for row in rows:
        cells = [write(row[name]) if row.get(name) is not None else "" for name, _, write in COLUMNS]
        lines.append("| " + " | ".join(cells) + " |")
    table = "\n".join(lines) + "\n"
    print(table)
    for target, figure, most in targets(rows):
        print(f"{'ok    ' if figure <= most + 1e-9 else 'MISSED'} {target}: {figure:,.5g} (at most {most:,.5g})")
    with open(document, encoding="utf-8") as file:
        text = file.read()
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    with open(document, "w", encoding="utf-8") as file:
        file.write(before + BEGIN + table + END + after)


if __name__ == "__main__":
    main(sys.argv[1])
