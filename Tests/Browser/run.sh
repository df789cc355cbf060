#!/usr/bin/env bash
# People at work in a real browser, against the program itself: the story of a round from a unit's
# first figure to the published result, and the same work by keyboard alone and without scripts.
#
#   Tests/Browser/run.sh [PROGRAMS]      the folder with `parindex` and `parindex-serve`
#
# CHROMIUM: the browser; Debian's unless it says so. Where there is none and none can be installed,
# nothing is run, and the last line says so. PARINDEX_SCREENSHOTS: a folder for pictures of
# every kind of page, on a phone and on a desk.
set -euo pipefail
cd "$(dirname "$0")/../.."
programs=${1:-.build/debug}
export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
python=.build/browser-venv/bin/python

skip() { echo "SKIPPED: the browser's tests did not run: $1"; exit 0; }
missing=""
[ -x "$CHROMIUM" ] || missing="chromium"
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
if [ -n "$missing" ] && [ "$(id -u)" = 0 ]; then
  # shellcheck disable=SC2086
  { apt-get update -qq && apt-get install -qq -y --no-install-recommends $missing; } >/dev/null 2>&1 ||
    true
fi
[ -x "$CHROMIUM" ] || skip "there is no Chromium ($CHROMIUM), and it could not be installed"
if ! $python -c 'import axe_playwright_python' 2>/dev/null; then
  { python3 -m venv .build/browser-venv && $python -m pip install --quiet axe-playwright-python; } \
    >/dev/null 2>&1 || skip "axe-playwright-python could not be installed from PyPI"
fi

failed=0
for name in story keyboard without_script; do
  echo "# $name"
  $python Tests/Browser/$name.py "$programs" || failed=$((failed + 1))
done
[ $failed = 0 ]
