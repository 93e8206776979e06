"""Figures as JSON, a tool and set a line, into one Markdown table: printed, and put between the marks
of a document."""

import json
import sys

BEGIN, END = "<!-- bench-matching -->\n", "<!-- end of bench-matching -->\n"
# What is in a column, its heading, and how it is written.
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


def main(document):
    lines = [
        "| " + " | ".join(heading for _, heading, _ in COLUMNS) + " |",
        "|" + " --- |" * len(COLUMNS),
    ]
    for line in sys.stdin:
        row = json.loads(line)
        cells = [write(row[name]) if row.get(name) is not None else "" for name, _, write in COLUMNS]
        lines.append("| " + " | ".join(cells) + " |")
    table = "\n".join(lines) + "\n"
    print(table, end="")
    with open(document, encoding="utf-8") as file:
        text = file.read()
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    with open(document, "w", encoding="utf-8") as file:
        file.write(before + BEGIN + table + END + after)


if __name__ == "__main__":
    main(sys.argv[1])
