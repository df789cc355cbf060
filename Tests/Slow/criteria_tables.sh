#!/usr/bin/env bash
# Sets of criteria as tables, out and back: as they are, saved by openpyxl, saved by LibreOffice; the
# file that comes back is the same each time, and no rule changed.
#
#   Tests/Slow/criteria_tables.sh .build/release/parindex
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-.build/release/parindex}")
source Tests/Slow/checks.sh

python=python3
if ! python3 -c 'import openpyxl' 2>/dev/null; then
  python3 -m venv "$work/venv" && python=$work/venv/bin/python
  "$python" -m pip install --quiet openpyxl
fi
# The imported set has to find the dossier rules that its original stands beside.
cp -r Criteria "$work/Criteria"
for set in "$work"/Criteria/*/*.yaml; do
  grep -q "^format: parindex/criteria@" "$set" || continue
  name=$(basename "$(dirname "$set")")/$(basename "$set" .yaml)
  folder=$(dirname "$set")
  rm -rf "$work/tables"
  mkdir -p "$work/tables/a" "$work/tables/c"
  "$program" criteria export "$set" -o "$work/tables/a/set.xlsx" >/dev/null
  "$python" -c 'import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
first = book.worksheets[0]
assert first.freeze_panes == "D4" and first.print_title_rows == "$3:$3"
assert first.page_setup.orientation == "landscape" and first.page_setup.paperSize == 9
assert len(first.data_validations.dataValidation) == 2
book.save(sys.argv[2])' "$work/tables/a/set.xlsx" "$work/tables/b.xlsx"
  "$program" criteria import "$work/tables/a/set.xlsx" -o "$folder/back-a.yaml" >/dev/null 2>&1 ||
    fail "$name: not taken"
  "$program" criteria import "$work/tables/b.xlsx" -o "$folder/back-b.yaml" >/dev/null 2>&1 ||
    fail "$name: not taken from openpyxl"
  same "$name, saved by openpyxl" "$folder/back-a.yaml" "$folder/back-b.yaml"
  if command -v soffice >/dev/null; then
    soffice -env:UserInstallation="file://$work/profile" --headless --convert-to xlsx \
      --outdir "$work/tables/c" "$work/tables/a/set.xlsx" >/dev/null 2>&1
    "$program" criteria import "$work/tables/c/set.xlsx" -o "$folder/back-c.yaml" >/dev/null 2>&1 ||
      fail "$name: not taken from LibreOffice"
    same "$name, saved by LibreOffice" "$folder/back-a.yaml" "$folder/back-c.yaml"
  fi
  "$program" criteria diff "$set" "$folder/back-a.yaml" >"$work/stdout" 2>"$work/stderr" || true
  says "$name: nothing changed" "Không có thay đổi."
  rm -f "$folder"/back-?.yaml
done
exit $((failures > 0))
