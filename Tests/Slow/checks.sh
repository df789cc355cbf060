# Sourced by the scripts here: a folder to work in, and how a check passes or fails.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

pass() { echo "ok    $1"; }
fail() { echo "FAIL  $1"; failures=$((failures + 1)); }
# same NAME PATH PATH: two files or folders hold the same bytes.
same() { if diff -rq "$2" "$3" >"$work/diff"; then pass "$1"; else fail "$1"; head -5 "$work/diff"; fi; }
# exits NAME CODE COMMAND...: the command ends with this exit code.
exits() {
  local name=$1 code=$2 ended=0
  shift 2
  "$@" >"$work/stdout" 2>"$work/stderr" || ended=$?
  if [ "$ended" = "$code" ]; then pass "$name"; else fail "$name: $ended instead of $code"; fi
}
# says NAME TEXT: what the last command said has this text.
says() { if grep -qF -- "$2" "$work/stdout" "$work/stderr"; then pass "$1"; else fail "$1: no “$2”"; fi; }
