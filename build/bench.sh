#!/usr/bin/env bash
# The numbers, each beside what it is held against. Everything stays on this machine and ends with the table; about ten
# minutes, and some more the first time, when 1.2 million people are invented (kept in target/bench).
set -euo pipefail
cd "$(dirname "$0")/.."
export XINJU_BENCH_PROFILE=${XINJU_BENCH_PROFILE:-release}
folder=target/bench
mkdir -p "$folder"

profile=(); [ "$XINJU_BENCH_PROFILE" = debug ] || profile=(--release)
# With the server's own crates in one command: their features stay as they are, and nothing is compiled twice.
cargo build --locked "${profile[@]}" --workspace --exclude xinju-entry --exclude xinju-holder --exclude xinju-officer --exclude xinju-reader \
  --exclude xinju-bench-browser --bins
bench=$PWD/target/$XINJU_BENCH_PROFILE/bench

# Another schema is another file.
schema=$(cat server/store/migrations/sqlite/*.sql bench/src/{filling,invented}.rs | sha256sum | cut -c 1-12)
people=$folder/people-$schema
find "$folder" -maxdepth 1 -name 'people-*' ! -name "people-$schema" -exec rm -rf {} +
if [ ! -e "$people/full" ]; then rm -rf "$people"; mkdir -p "$people"; fi

rows=$folder/rows.jsonl
node bench/measure.mjs >"$rows"
"$bench" people "sqlite://$PWD/$people/people.db" "$PWD/$people/secret" >>"$rows"
touch "$people/full"
# shellcheck disable=SC2016 # the address is known inside
XINJU_TEST_FSYNC=on build/with-postgres.sh \
  bash -c '"$0" people "$XINJU_TEST_POSTGRES" "$1"' "$bench" "$PWD/$people/secret" >>"$rows"
node bench/table.mjs <"$rows"
