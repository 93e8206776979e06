#!/usr/bin/env bash
# Makes sure of what the tests in this folder need: a browser, fonts for every language served, and Java
# for the HTML checker, from the machine or from Debian; Playwright and the checker from pip and npm.
# Usage: install.sh chromium|firefox. CHROMIUM and FIREFOX name other programs.
set -euo pipefail
cd "$(dirname "$0")/../.."
browser=${1:-chromium}
has() { type -P "$1" >/dev/null; }

wanted=()
case $browser in
chromium) has "${CHROMIUM:-chromium}" || wanted+=(chromium) ;;
firefox) has "${FIREFOX:-firefox-esr}" || wanted+=(firefox-esr) ;;
esac
has java || wanted+=(default-jre-headless)
if has dpkg; then
	dpkg --status fonts-noto-core >/dev/null 2>&1 || wanted+=(fonts-noto-core)
fi
if [ ${#wanted[@]} -gt 0 ]; then
	if ! has apt-get; then
		echo "The browser tests need ${wanted[*]}: install them, or name your own with CHROMIUM or FIREFOX." >&2
		exit 1
	fi
	echo "Installing ${wanted[*]} (once)" >&2
	sudo=$([ "$(id -u)" = 0 ] || echo sudo)
	$sudo apt-get update -qq
	DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${wanted[@]}" >&2
fi
target=${CARGO_TARGET_DIR:-target}
python3 infra/tools.py browser >/dev/null
python3 crates/pages/frontend/fetch.py "$target"
python3 crates/pages/frontend/fetch.py "$target" tests/browser/html-checker
