#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own: a cluster in a temporary folder, on a free port of this machine only, gone
# when the command ends. The command finds it under XINJU_TEST_POSTGRES.
#   build/with-postgres.sh cargo nextest run
set -euo pipefail
binaries=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
folder=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

# The server refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}
stop() {
  as_postgres "$binaries/pg_ctl" -D "$folder/data" -m immediate -s stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT

if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
as_postgres "$binaries/initdb" -D "$folder/data" -U xinju --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
# What is lost in a power cut does not matter to tests, and they are three times as fast; the bench sets XINJU_TEST_FSYNC=on.
as_postgres "$binaries/pg_ctl" -D "$folder/data" -w -s -l "$folder/log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=${XINJU_TEST_FSYNC:-off} -c max_connections=200" start
export XINJU_TEST_POSTGRES="postgres://xinju@127.0.0.1:$port/postgres"
"$@"
