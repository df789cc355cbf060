#!/usr/bin/env bash
# The API of a running server against its own description, by schemathesis: as the head of a unit
# that fills in, as an appraiser, and as the organiser. Nothing may end as a server error or answer
# what is not described. Then the result by the API against the command line's, byte for byte.
#
#   Tests/Slow/api.sh .build/release/parindex-serve [.build/release/parindex] [EXAMPLES]
set -euo pipefail
cd "$(dirname "$0")/../.."
serve=$(realpath "${1:-.build/release/parindex-serve}")
parindex=$(realpath "${2:-$(dirname "$serve")/parindex}")
examples=${3:-40}
source Tests/Slow/checks.sh
server=0
stop() { if [ "$server" != 0 ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi; server=0; }
trap 'stop; rm -rf "$work"' EXIT

venv=$PWD/.build/api-venv
hooks=$PWD/Tests/Slow
if ! $venv/bin/python -c 'import schemathesis' 2>/dev/null; then
  rm -rf $venv
  python3 -m venv $venv && $venv/bin/pip install --quiet 'schemathesis>=4.32,<5'
fi

# begin STAGE: a server of a demonstration in a stage; sets $data and $url.
begin() {
  data=$work/$1
  "$serve" demo --data "$data" --stage "$1" >"$work/$1.accounts"
  # The addresses of the hooks count only behind a proxy.
  "$serve" serve --data "$data" --listen 127.0.0.1:0 --behind-proxy \
    >"$work/$1.url" 2>"$work/$1.log" &
  server=$!
  for _ in $(seq 600); do
    url=$(head -1 "$work/$1.url")
    [ -n "$url" ] && break
    kill -0 "$server" || { tail -5 "$work/$1.log"; exit 1; }
    sleep 0.1
  done
}
token() { "$serve" account token "$1" --data "$data" --days 1 | sed 's/.* //'; }

# attack NAME LOGIN [UNIT ITEM]: with ids that chance makes, or with these.
attack() {
  local name=$1 login=$2 config=$work/schemathesis.toml
  {
    echo 'continue-on-failure = true'
    # Built for debugging, and beside other work, reading 181 units again takes its time.
    echo 'request-timeout = 120'
    printf '[auth.openapi.token]\nbearer = "%s"\n' "$(token "$login")"
    echo '[checks.positive_data_acceptance]'
    # What no schema can say, as that an item has no such input, is 422.
    echo 'expected-statuses = ["2xx", "401", "403", "404", "409", "413", "422", "5xx"]'
    # Any file to take away is made as it is asked for; this one in no time.
    printf '[parameters]\n"path.handout" = "bo-tieu-chi.zip"\n'
    if [ $# -gt 2 ]; then echo "\"path.unit\" = \"$3\""; echo "\"path.item\" = \"$4\""; fi
  } >"$config"
  # It keeps what it found in the folder where it runs.
  if (cd "$work" && SCHEMATHESIS_HOOKS=api_hooks PYTHONPATH=$hooks PYTHONDONTWRITEBYTECODE=1 \
    "$venv/bin/schemathesis" --config-file "$config" run "${url}api/v1/openapi.json" \
    --checks all --max-response-time 120 --max-examples "$examples" --seed 2017 --workers 1 --generation-database none \
    --suppress-health-check all) >"$work/$name.report" 2>&1; then
    pass "$name: $(grep -oE '[0-9]+ generated, [0-9]+ passed.*|[0-9]+ generated.*' "$work/$name.report" | tail -1)"
  else
    fail "$name"
    grep -vE '^ *$' "$work/$name.report" | tail -${API_REPORT_LINES:-80}
  fi
  if grep -q '"status":"5' "$work"/*.log; then fail "$name: a server error"; grep '"status":"5' "$work"/*.log | head -3; else
    pass "$name: no server error in the log"
  fi
}

echo "# a unit's head, during self-assessment"
begin claim
head=$(grep -oE 'thu-truong\.[a-z0-9-]+' "$work/claim.accounts" | head -1)
unit=${head#thu-truong.}
attack "head, any ids" "$head"
attack "head, own unit" "$head" "$unit" 1.1.1
curl -sf -H "Authorization: Bearer $(token kiem-tra)" "${url}api/v1/result" >"$work/api.json"
"$parindex" run "$data/rounds/khanh-hoa-2017" --no-output --format json >"$work/run.json" 2>/dev/null || true
same "the result by the API and by the command line" "$work/run.json" "$work/api.json"
big=$(head -c 300000 /dev/zero | tr '\0' ' ' | curl -s -o "$work/big" -w '%{http_code} %{content_type}' -X PUT \
  -H "Authorization: Bearer $(token "$head")" -H 'Content-Type: application/json' --data-binary @- \
  "${url}api/v1/units/$unit/items/1.1.1")
if [ "$big" = "413 application/problem+json" ]; then pass "a body that is too large"; else fail "a body that is too large: $big"; fi
stop

echo "# an appraiser and the organiser, during appraisal"
begin appraisal
attack "appraiser, any ids" to-giup-viec
attack "appraiser, a unit that handed in" to-giup-viec so-y-te 1.1.1
attack "organiser, any ids" so-noi-vu
stop

echo
if [ $failures = 0 ]; then echo "all pass"; else echo "$failures failed"; exit 1; fi
