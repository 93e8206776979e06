"""Figures as JSON, a tool and set a line, into one Markdown table."""

import json
import sys

COLUMNS = ["set", "tool", "records", "precision", "recall", "f1", "found", "shown", "twins_merged", "seconds", "memory_mb"]

print("| " + " | ".join(COLUMNS) + " |")
print("|" + " --- |" * len(COLUMNS))
for line in sys.stdin:
    row = json.loads(line)
    cells = [row.get(column, "") for column in COLUMNS]
    print("| " + " | ".join(f"{cell:.4f}" if isinstance(cell, float) else str(cell) for cell in cells) + " |")
