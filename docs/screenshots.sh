#!/usr/bin/env bash
# Starts the real stack with a state of its own, and looks at its pages in Chromium.
#   take   takes the pictures in docs/images/ again, and some more to look at in target/screenshots/
#   check  runs axe-core on every page, at two widths, without scripts and with them
# Needs Debian or a Chromium already installed; CHROMIUM names another one. Playwright drives it, from
# the packages in docs/screenshots/requirements.txt, which are installed below the target folder.
set -euo pipefail
cd "$(dirname "$0")/.."
task=${1:-take}
chromium() { type -P "${CHROMIUM:-chromium}" || type -P chromium-browser || true; }

if [ -z "$(chromium)" ]; then
	sudo=$([ "$(id -u)" = 0 ] || echo sudo)
	$sudo apt-get update -qq
	$sudo apt-get install -y -qq --no-install-recommends chromium fonts-noto-core
fi

target=${CARGO_TARGET_DIR:-target}
tools=$target/tools/python
wanted=docs/screenshots/requirements.txt
if ! cmp -s "$wanted" "$tools/requirements.txt"; then
	rm -rf "$tools"
	python3 -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
		--target "$tools" --requirement "$wanted"
	cp "$wanted" "$tools/requirements.txt"
fi

make --no-print-directory build postcodes

state=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
host=
stop() {
	[ -z "$host" ] || { kill -INT "$host" && wait "$host" || true; }
	rm -rf "$state"
}
trap stop EXIT

PORT=$port HUBWARD_DATA=$state "$target/debug/hubward-local" --postcodes data/postcodes.idx >"$state/log" 2>&1 &
host=$!
case $task in
take) more=(--out docs/images --more target/screenshots) ;;
check) more=(--axe target/frontend/node_modules/axe-core/axe.min.js --pictures target/looks) ;;
esac
PYTHONPATH=$tools python3 "docs/screenshots/$task.py" --chromium "$(chromium)" --url "http://127.0.0.1:$port" --state "$state" "${more[@]}" || {
	tail -n 20 "$state/log" >&2
	exit 1
}
