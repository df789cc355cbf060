#!/usr/bin/env bash
# Bundles by the program itself: the same bytes wherever and however they are made, whatever is
# changed in them found, what was handed in kept, keys, and what a killed verification leaves.
#
#   Tests/Slow/bundles.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "$1")
source Tests/Slow/checks.sh
bundle() { "$program" bundle "$@" >"$work/stdout"; }

# A copy elsewhere, with other times and modes.
mkdir "$work/elsewhere" && cp -r Criteria Submissions "$work/elsewhere/"
find "$work/elsewhere" -type f -exec touch -d 2001-02-03 {} + -exec chmod 600 {} +
for id in khanh-hoa-2017 khanh-hoa-2019; do
  round=Submissions/$id first=$work/$id.tar
  bundle $round -o "$first" --with-evidence
  exits "$id: its bundle is verified" 0 "$program" verify "$first"
  (cd $round && bundle . -o "$work/b.tar" --with-evidence)
  same "$id: the same bundle from its own folder" "$first" "$work/b.tar"
  (cd "$work/elsewhere" && umask 077 && env TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 \
    "$program" bundle $round -o "$work/b.tar" --with-evidence --threads 1) >"$work/stdout"
  same "$id: the same bundle of a copy, elsewhere in every way" "$first" "$work/b.tar"
done

echo "# a changed byte, wherever it is"
round=Submissions/khanh-hoa-2017
bundle $round -o "$work/a.tar"
size=$(stat -c %s "$work/a.tar")
for place in 5 700 $((size / 4)) $((size / 2)) $((size * 3 / 4)) $((size - 1)); do
  python3 - "$work/a.tar" "$work/b.tar" "$place" <<'PYTHON'
import sys
archive = bytearray(open(sys.argv[1], "rb").read())
archive[int(sys.argv[3])] ^= 1
open(sys.argv[2], "wb").write(archive)
PYTHON
  ended=0
  "$program" verify "$work/b.tar" --lang en >"$work/stdout" 2>"$work/stderr" || ended=$?
  # The first bytes tell a bundle from anything else.
  case $place:$ended in
  5:3 | *:1) pass "byte $place: $(grep -m1 -- '-->' "$work/stderr")" ;;
  *) fail "byte $place: exit $ended" ;;
  esac
done

echo "# what was handed in, not what its folder holds now"
copy=$work/changed/Submissions/khanh-hoa-2017
mkdir -p "$work/changed/Submissions" && cp -r Criteria "$work/changed/" && cp -r $round "$copy"
own=units/so-y-te/self-assessment.yaml
digest=$(sha256sum <"$copy/$own" | cut -d' ' -f1)
cp "$copy/$own" "$work/handed-in.yaml"
echo "# bản đang sửa" >>"$copy/$own"
exits "no copy of it: refused" 3 "$program" bundle "$copy" -o "$work/b.tar"
says "and the copy named" "history/$digest"
mkdir "$copy/history" && cp "$work/handed-in.yaml" "$copy/history/$digest"
exits "from its copy: made" 0 "$program" bundle "$copy" -o "$work/b.tar"
says "and what was left out named" "  $own"
exits "and verified" 0 "$program" verify "$work/b.tar"
result() { tar xOf "$1" results/ket-qua.json | sha256sum; }
if [ "$(result "$work/a.tar")" = "$(result "$work/b.tar")" ]; then pass "with the same result"; else
  fail "with the same result"
fi

echo "# keys"
public=$("$program" new key "$work/khoa.json")
if [ "$(stat -c %a "$work/khoa.json")" = 600 ]; then pass "a new key is its owner's"; else
  fail "a new key is its owner's"
fi
exits "it signs" 0 "$program" bundle $round -o "$work/b.tar" --key "$work/khoa.json"
exits "and is known again" 0 "$program" verify "$work/b.tar" --public-key "$public"
exits "another key is told" 1 "$program" verify "$work/b.tar" --public-key "${public//[0-9]/a}"
chmod 644 "$work/khoa.json"
exits "readable by others: refused" 3 "$program" bundle $round -o "$work/c.tar" --key "$work/khoa.json"
says "and how to mend it said" "chmod 600"

echo "# verifications that are killed, and two at once"
export TMPDIR=$work/temporary
mkdir "$TMPDIR"
left() { find "$TMPDIR" -mindepth 1 -maxdepth 1 | wc -l; }
"$program" verify "$work/a.tar" >/dev/null 2>&1 &
until [ "$(left)" = 1 ]; do sleep 0.01; done
kill -9 $! && wait $! 2>/dev/null || true
if [ "$(left)" = 1 ]; then pass "kill -9 leaves a folder"; else fail "kill -9 leaves a folder"; fi
ln -s "$work/elsewhere" "$TMPDIR/parindex-verify-abcdef"
"$program" verify "$work/a.tar" >/dev/null &
first=$!
exits "two at once: one" 0 "$program" verify "$work/b.tar"
if wait $first; then pass "two at once: the other"; else fail "two at once: the other"; fi
if [ "$(ls "$TMPDIR")" = parindex-verify-abcdef ] && [ -d "$work/elsewhere/Criteria" ]; then
  pass "nothing is left but somebody's link, and what it leads to"
else
  fail "what is left: $(ls "$TMPDIR")"
fi
[ $failures = 0 ]
