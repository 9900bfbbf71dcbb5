#!/usr/bin/env bash
# What a stranger could try, against the release on this machine alone: all attacks of server/tests/attack, with more
# rounds than in the tests. Stops by itself; the last line counts.
#   build/attack.sh            all of them
#   build/attack.sh killing    those whose name holds the word
set -uo pipefail
cd "$(dirname "$0")/.."
export XINJU_SERVER="${XINJU_SERVER:-$PWD/target/release/server}"
export XINJU_ATTACK_ROUNDS="${XINJU_ATTACK_ROUNDS:-20}"
export XINJU_ATTACK_STEPS="${XINJU_ATTACK_STEPS:-5000}"
if [ ! -x "$XINJU_SERVER" ]; then
  echo "there is no $XINJU_SERVER: make build" >&2
  exit 1
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
timeout --kill-after=10 1500 cargo nextest run --locked --no-fail-fast -p xinju-server --test attack \
  --success-output final --color never ${1:+-E "test($1)"} 2>&1 | tee "$log"
run=$(sed -n 's/.*Summary .* \([0-9]*\) tests\{0,1\} run:.*/\1/p' "$log" | tail -n 1)
passed=$(sed -n 's/.*Summary .* \([0-9]*\) passed.*/\1/p' "$log" | tail -n 1)
# Without a summary it was cut off or never began: that is no success.
failed=$((${run:-1} - ${passed:-0}))
passed=${passed:-0}
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
