#!/usr/bin/env bash
# The web application under load, under `kill -9`, on a full disk, and before scanners of its headers
# and of the TLS in front of it.
#
#   Tests/Slow/serving.sh .build/release/parindex-serve
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-.build/release/parindex-serve}
failures=0
missing=()
for tool in wrk nginx openssl testssl; do command -v $tool >/dev/null || missing+=("$tool"); done
if [ ${#missing[@]} != 0 ] && [ "$(id -u)" = 0 ]; then
  packages=("${missing[@]/#nginx/nginx-light}")
  apt-get update -qq
  apt-get install -qq -y --no-install-recommends "${packages[@]/#testssl/testssl.sh}" >/dev/null
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
echo "# TLS as the nginx example makes it"
python3 Tests/Slow/tls.py "$program" || failures=$((failures + 1))

echo
if [ $failures = 0 ]; then echo "all pass"; else echo "$failures failed"; exit 1; fi
