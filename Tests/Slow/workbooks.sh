#!/usr/bin/env bash
# Self-assessment forms out and back: as they are, saved by LibreOffice, saved by openpyxl; nothing
# may change. Twice the same bytes, under another time zone too.
#
#   Tests/Slow/workbooks.sh .build/release/parindex
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-.build/release/parindex}")
source Tests/Slow/checks.sh

python=python3
if ! python3 -c 'import openpyxl' 2>/dev/null; then
  python3 -m venv "$work/venv" && python=$work/venv/bin/python
  "$python" -m pip install --quiet openpyxl
fi
for round in Submissions/khanh-hoa-2017 Submissions/khanh-hoa-2019; do
  rm -rf "$work/a" "$work/b" "$work/libreoffice" "$work/openpyxl"
  "$program" workbook export $round -o "$work/a" >/dev/null
  TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 "$program" workbook export $round -o "$work/b" \
    --threads 1 >/dev/null
  same "$round: the same bytes" "$work/a" "$work/b"
  units=$(ls "$work/a" | wc -l)
  # unchanged NAME FOLDER: every form is taken, and none says anything new.
  unchanged() {
    if [ "$(ls "$2" | wc -l)" != "$units" ]; then fail "$1: not all $units forms"; return; fi
    "$program" workbook import "$2"/*.xlsx --round $round --dry-run --lang en \
      >"$work/stdout" 2>"$work/stderr" || true
    if grep -q "→\|^error\|^warning\|more$" "$work/stdout" "$work/stderr" ||
      ! grep -q "^$units forms can be taken in" "$work/stdout"; then
      fail "$1"; head -5 "$work/stderr"; grep "→" "$work/stdout" | head -5
    else
      pass "$1: $units forms say what they said"
    fi
  }
  unchanged "$round, as handed out" "$work/a"
  "$python" Tests/Slow/resave.py "$work/a" "$work/openpyxl"
  unchanged "$round, saved by openpyxl" "$work/openpyxl"
  if command -v soffice >/dev/null; then
    soffice -env:UserInstallation="file://$work/profile" --headless --convert-to xlsx \
      --outdir "$work/libreoffice" "$work/a"/*.xlsx >/dev/null 2>&1
    unchanged "$round, saved by LibreOffice" "$work/libreoffice"
  else
    echo "skip  LibreOffice is not here"
  fi
done
exit $((failures > 0))
