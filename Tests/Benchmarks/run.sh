#!/bin/sh
# Speed and size beside libyaml's bare loop and PyYAML with pandas, in one run.
# Usage: run.sh PARINDEX [UNITS] [TIMES]
set -eu
parindex=$1
units=${2:-10000}
times=${3:-3}
here=$(dirname "$0")
work=.build/bench
mkdir -p "$work"
cc -O2 -o "$work/bare_loop" "$here/bare_loop.c" -lyaml -lpthread
if [ ! -d "$work/round-$units" ]; then
  echo "generating $units units" >&2
  "$parindex" new sample-round "$work/round-$units" --units "$units" --evidence >/dev/null
fi
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q pyyaml pandas || {
    rm -rf "$work/venv"
    echo "PyYAML and pandas could not be installed; they are left out" >&2
  }
fi
python3 "$here/run.py" "$parindex" "$work" "$units" "$times"
