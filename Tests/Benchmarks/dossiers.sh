#!/bin/sh
# The reference job on case records, beside the tools that people would use, in one run.
# Usage: dossiers.sh PARINDEX [RECORDS] [TIMES]
#
# The records, the peers' programs and the plain reference come from the benchmark's folder
# (PARINDEX_PEERS, ../shared/bench/dossiers by default).
set -eu
parindex=$(realpath "$1")
records=${2:-10000000}
times=${3:-3}
here=$(cd "$(dirname "$0")" && pwd)
peers=${PARINDEX_PEERS:-../shared/bench/dossiers}
if [ ! -f "$peers/data.sh" ]; then
  echo "the benchmark of case records is not at $peers; it is left out" >&2
  exit 0
fi
peers=$(realpath "$peers")
mkdir -p .build/bench
work=$(realpath .build/bench)
data=$work/dossiers-$records
if [ ! -f "$data/units.csv" ]; then
  echo "generating $records records" >&2
  sh "$peers/data.sh" "$records" "$data" >/dev/null
fi
python3 "$here/dossiers_round.py" "$data" "$here/dossiers"
if [ ! -x "$work/peers/bin/python" ]; then
  echo "installing the peers" >&2
  python3 -m venv "$work/peers"
  "$work/peers/bin/pip" install -q -r "$peers/requirements.txt" ||
    for package in $(cat "$peers/requirements.txt"); do
      "$work/peers/bin/pip" install -q "$package" || echo "$package: not installed" >&2
    done
fi
cc -O3 -march=native -pthread "$peers/limits.c" -o "$work/limits" 2>/dev/null || true
python3 "$here/dossiers.py" "$parindex" "$work" "$data" "$peers" "$times"
