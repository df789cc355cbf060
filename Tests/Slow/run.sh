#!/usr/bin/env bash
# What needs more than the Swift toolchain or more time than CI has: the shipped round through the
# program itself, debug against release, under other time zones, languages, thread counts, places
# and orders; every shipped file against the JSON Schemas; what units are given.
#
#   Tests/Slow/run.sh .build/release/parindex [.build/debug/parindex]
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
release=$(realpath "${1:-.build/release/parindex}")
debug=$(realpath "${2:-.build/debug/parindex}")
round=Submissions/khanh-hoa-2017
golden=Tests/parindexTests/Golden
source Tests/Slow/checks.sh
digest() { grep -o '"digest":"[0-9a-f]*"' "$1/ket-qua.json" | head -1; }

echo "# the same bytes"
"$release" run $round -o "$work/a" >"$work/a.txt"
sed -i "s#$work/a#OUT#" "$work/a.txt"
# again NAME DIRECTORY ROUND PROGRAM ENVIRONMENT... -- OPTIONS...
again() {
  local name=$1 place=$2 where=$3 program=$4
  shift 4
  local environment=()
  while [ "$1" != -- ]; do environment+=("$1"); shift; done
  shift
  rm -rf "$work/b"
  (cd "$place" && env "${environment[@]}" "$program" run "$where" -o "$work/b" "$@") >"$work/b.txt"
  sed -i "s#$work/b#OUT#" "$work/b.txt"
  same "$name: files" "$work/a" "$work/b"
  same "$name: what is printed" "$work/a.txt" "$work/b.txt"
}
again "twice" "$root" $round "$release" --
again "a third time, other hash seeds" "$root" $round "$release" --
again "debug as release" "$root" $round "$debug" --
again "Kiritimati, Turkish" "$root" $round "$release" TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 --
again "Los Angeles, C" "$root" $round "$release" TZ=America/Los_Angeles LANG=C LC_ALL=C --
for threads in 1 2 7; do again "$threads threads" "$root" $round "$release" -- --threads $threads; done

# A copy elsewhere, the units' folders made in the opposite order.
copy=$work/elsewhere/Submissions/khanh-hoa-2017
mkdir -p "$copy/units" "$work/elsewhere/Criteria"
for unit in $(ls -r $round/units); do cp -r "$round/units/$unit" "$copy/units/"; done
for name in $(ls -r $round | grep -v '^units$'); do cp -r "$round/$name" "$copy/"; done
cp -r Criteria/khanh-hoa-2017 "$work/elsewhere/Criteria/"
again "a copy elsewhere" "$work/elsewhere" Submissions/khanh-hoa-2017 "$release" --

again "from its own folder" "$copy" . "$release" --
again "by its absolute path" / "$copy" "$release" --
if grep -rq "$work" "$work/a" "$work/b"; then fail "no file names a place of this machine"; else
  pass "no file names a place of this machine"
fi

# The rows of every register in another order.
for register in "$copy"/registers/*.csv; do
  head -1 "$register" >"$work/rows"
  tail -n +2 "$register" | LC_ALL=C sort -r >>"$work/rows"
  # A quoted cell may hold a line end: such a register is left as it is.
  [ "$(grep -c '"' "$register" || true)" = 0 ] && cp "$work/rows" "$register"
done
"$release" run "$copy" -o "$work/c" >/dev/null
if [ "$(digest "$work/a")" = "$(digest "$work/c")" ]; then pass "rows in another order: digest"; else
  fail "rows in another order: digest"
fi
same "rows in another order: rankings" "$work/a/xep-hang.csv" "$work/c/xep-hang.csv"

echo "# bundles"
Tests/Slow/bundles.sh "$release" || failures=$((failures + 1))

echo "# workbooks, out and back"
Tests/Slow/workbooks.sh "$release" || failures=$((failures + 1))
Tests/Slow/criteria_tables.sh "$release" || failures=$((failures + 1))

echo "# a log that was tampered with"
python3 Tests/Slow/tampering.py "$release" $round "$work/tampering" || failures=$((failures + 1))

echo "# a log under kill -9, and under two writers"
python3 Tests/Slow/writers.py "$release" "$work/writers" || failures=$((failures + 1))

echo "# pages of the shipped round, by the program itself"
page() { local name=$1; shift; "$release" "$@" >"$work/page"; same "$name" "$golden/$name" "$work/page"; }
page shipped-rank-so.txt rank $round --block so
page shipped-score-so-y-te.txt score $round so-y-te
page shipped-gaps-so-y-te.txt gaps $round so-y-te
page shipped-gaps-so-y-te-for-unit.txt gaps $round so-y-te --for-unit
page shipped-explain-dossiers.txt explain $round so-y-te 3.4.1
page shipped-explain-survey.txt explain $round so-y-te 8.1.1
page shipped-explain-subordinates.txt explain $round thanh-pho-nha-trang 1.7.1
page shipped-explain-register.txt explain $round so-y-te 1.2.1
page shipped-explain-adjusted.txt explain $round so-y-te 3.2.2

echo "# the examples in the help texts"
cp -r Criteria Submissions "$work/" 2>/dev/null
"$release" --generate-completion-script bash >/dev/null
{
  for command in run rank score explain gaps check test "dossiers reconcile" "criteria diff" \
    "new self-assessment" "new criteria" "new round" schema; do
    # shellcheck disable=SC2086
    "$release" $command --help | sed -n '/^VÍ DỤ/,/^$/p' | tail -n +2
  done
} >"$work/examples"
# A line that ends with a backslash goes on in the next; "cd" holds for the rest of its example.
mkdir -p "$work/bin" && ln -s "$release" "$work/bin/parindex"
count=0
before=""
while IFS= read -r line; do
  line=${line#"${line%%[![:space:]]*}"}
  [ -z "$line" ] && { before=""; continue; }
  case $line in
  *\\) before="$before${line%\\} "; continue ;;
  cd\ *\&\&*) ;;
  cd\ *) before="$line && "; continue ;;
  esac
  count=$((count + 1))
  ended=0
  (cd "$work" && PATH="$work/bin:$PATH" bash -c "$before$line") >"$work/stdout" 2>"$work/stderr" || ended=$?
  # The tables as printed contradict themselves: reconcile judges them with 1.
  case "$line:$ended" in
  *reconcile\ dossier-results.csv*:1 | *:0) pass "$line" ;;
  *) fail "$line: exit $ended"; head -3 "$work/stderr" ;;
  esac
  before=""
done <"$work/examples"
[ "$count" -ge 20 ] || fail "only $count examples were found"

echo "# what units are given names no other unit"
python3 Tests/Slow/for_unit.py "$release" $round "$work" || failures=$((failures + 1))

echo "# the website in a browser"
"$release" site $round --draft -o "$work/site-2017" >/dev/null
"$release" site Submissions/khanh-hoa-2019 --draft --previous $round -o "$work/site-2019" >/dev/null
"$release" site Submissions/khanh-hoa-2019 --draft --previous $round -o "$work/site-again" >/dev/null
same "the same bytes twice" "$work/site-2019" "$work/site-again"
browser=.build/browser-venv
if ! $browser/bin/python -c 'import axe_playwright_python' 2>/dev/null; then
  python3 -m venv $browser && $browser/bin/pip install --quiet axe-playwright-python
fi
if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ] && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium >/dev/null
fi
# Every page of one site, a few of each kind of the other.
$browser/bin/python Tests/Slow/site.py "$work/site-2019" || failures=$((failures + 1))
PARINDEX_PAGES=4 $browser/bin/python Tests/Slow/site.py "$work/site-2017" ||
  failures=$((failures + 1))

echo "# papers, read by other programs"
papers=python3
if ! python3 -c 'import openpyxl, docx' 2>/dev/null; then
  python3 -m venv "$work/papers-venv" && papers=$work/papers-venv/bin/python
  "$papers" -m pip install --quiet openpyxl python-docx
fi
mkdir -p "$work/papers"
"$papers" Tests/Slow/papers.py "$release" $round "$work/papers" || failures=$((failures + 1))

echo "# JSON Schemas"
python=python3
if ! python3 -c 'import jsonschema, yaml' 2>/dev/null; then
  python3 -m venv "$work/venv" && python=$work/venv/bin/python
  "$python" -m pip install --quiet jsonschema pyyaml
fi
"$python" Tests/Slow/schemas.py "$release" Criteria Submissions || failures=$((failures + 1))
# What the program itself writes: the golden outputs, and those of the shipped rounds.
outputs=$work/outputs
mkdir -p "$outputs"
cp $round/events.jsonl "$outputs/shipped.jsonl"
cp Tests/EventLogTests/Golden/sample.jsonl "$outputs/every-kind.jsonl"
"$release" log $round --format json >"$outputs/log.json"
"$release" log $round --unit so-y-te --format json >"$outputs/log-unit.json"
"$release" diff $round --from 2018-01-03 --to 2018-01-13 --format json >"$outputs/diff.json"
"$release" diff $round --from-layer claimed --format json >"$outputs/diff-layers.json"
"$release" bundle $round -o "$work/a.tar" >/dev/null
tar xOf "$work/a.tar" manifest.json >"$outputs/manifest.json"
"$release" verify "$work/a.tar" --format json >"$outputs/verified.json"
cp Tests/BundlesTests/Golden/verification.json "$outputs/not-verified.json"
dossiers=Tests/parindexTests/Dossiers/Golden
cp $dossiers/count.json $dossiers/report-july.json $dossiers/compare.json "$outputs"
sed 's/^engine: …/engine: "0"/' $dossiers/closing.yaml >"$outputs/closing.yaml"
records=Submissions/khanh-hoa-2019
"$release" dossiers count $records --format json >"$outputs/count-2019.json" 2>/dev/null
for period in 2019-07 "2019 --each month --by none"; do
  # shellcheck disable=SC2086
  "$release" dossiers report $records --period $period --format json 2>/dev/null \
    >"$outputs/report-${period%% *}.json"
done
"$release" dossiers report $round --format json >"$outputs/report-2017.json"
"$release" dossiers compare $records/dossiers/motcua.csv $records/dossiers/hcc.csv --format json \
  >"$outputs/compare-2019.json" 2>/dev/null || true
"$release" dossiers close $records --name 2019 --on 2019-12-12 --output "$work/chot" >/dev/null \
  2>&1
"$release" dossiers close $records --name 2019 --on 2019-12-13 --output "$work/chot-2" \
  --previous "$work/chot" >/dev/null 2>&1
cp "$work/chot/closing.yaml" "$outputs/closing-1.yaml"
cp "$work/chot-2/closing.yaml" "$outputs/closing-2.yaml"
"$python" Tests/Slow/schemas.py "$release" "$outputs"/* || failures=$((failures + 1))

echo "# the round of 2019, counted from case records"
records=Submissions/khanh-hoa-2019
"$release" run $records -o "$work/a" >/dev/null
for threads in 1 2 7; do
  rm -rf "$work/b"
  (cd "$root" && TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 "$release" run $records -o "$work/b" \
    --threads $threads) >/dev/null
  same "$threads threads" "$work/a" "$work/b"
done
sed '/^  \/.*:$/d' "$work/a/xep-hang.txt" >"$work/ranking"
same "its rankings" Tests/Slow/Golden/khanh-hoa-2019-ranking.txt "$work/ranking"
"$release" run $records --without-exclusions >"$work/trial"
same "what the exclusions move" Tests/Slow/Golden/khanh-hoa-2019-without-exclusions.txt "$work/trial"
"$release" dossiers count $records --format csv >"$work/count" 2>/dev/null
same "its figures" Tests/Slow/Golden/khanh-hoa-2019-count.csv "$work/count"

echo "# the SQL of dossier rules, in ClickHouse and Spark"
sql=.build/sql-venv
if [ ! -x $sql/bin/python ] || ! $sql/bin/python -c 'import chdb, pyspark' 2>/dev/null; then
  rm -rf $sql
  python3 -m venv $sql && $sql/bin/pip install --quiet -r Tests/Slow/sql/requirements.txt
fi
if ! command -v java >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -qq -y openjdk-17-jre-headless >/dev/null
fi
# PARINDEX_BENCHMARK: a folder of the reference job to prove on as well.
$sql/bin/python Tests/Slow/sql.py "$release" "$work/sql" ${PARINDEX_BENCHMARK:-} \
  2>"$work/sql.log" || { failures=$((failures + 1)); tail -5 "$work/sql.log"; }

echo "# the API, by schemathesis"
Tests/Slow/api.sh "$(dirname "$release")/parindex-serve" "$release" || failures=$((failures + 1))

echo
if [ $failures = 0 ]; then echo "all pass"; else echo "$failures failed"; exit 1; fi
