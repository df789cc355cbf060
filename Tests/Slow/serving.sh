#!/usr/bin/env bash
# The web application under load, under `kill -9`, on a full disk, and before a scanner of headers.
#
#   Tests/Slow/serving.sh .build/release/parindex-serve
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-.build/release/parindex-serve}
failures=0
if ! command -v wrk >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -qq -y --no-install-recommends wrk >/dev/null
fi
scanner=.build/scan-venv
if ! $scanner/bin/python -c 'import drheader' 2>/dev/null; then
  python3 -m venv $scanner && $scanner/bin/pip install --quiet drheaderplus
fi

echo "# load"
python3 Tests/Slow/load.py "$program" || failures=$((failures + 1))
echo "# killed while many save"
python3 Tests/Slow/kill_server.py "$program" || failures=$((failures + 1))
echo "# a disk that fills up"
python3 Tests/Slow/disk_full.py "$program" || failures=$((failures + 1))
echo "# headers and cookies"
$scanner/bin/python Tests/Slow/headers.py "$program" || failures=$((failures + 1))

echo
if [ $failures = 0 ]; then echo "all pass"; else echo "$failures failed"; exit 1; fi
