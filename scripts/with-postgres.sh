#!/usr/bin/env bash
# Runs a command with a throw-away PostgreSQL server: scripts/with-postgres.sh npx vitest run test/store
# The command finds it in $LUMBAGO_TEST_POSTGRES, and in $LUMBAGO_TEST_POSTGRES_RESTART a command that crashes and starts it again. The server lives in a temporary folder, listens on a socket there only, and goes with the command.
# Where PostgreSQL is absent, root on Debian installs it; where it cannot be had, the command runs without and its tests say so.
# Exit code: that of the command.
set -uo pipefail

binaries() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] || found=$(dirname "$(command -v initdb 2>/dev/null || command -v /usr/local/pgsql/bin/initdb 2>/dev/null || echo /none/initdb)")
  [ -x "$found/initdb" ] && [ -x "$found/pg_ctl" ] && echo "$found"
}

install() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
  echo 'with-postgres: PostgreSQL is absent; installing it with apt-get' >&2
  (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql) >"$folder/apt.log" 2>&1 \
    || { tail -n 5 "$folder/apt.log" >&2; return 1; }
}

# The server refuses to run as root: then it is the user postgres who runs it.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start() {
  bin=$(binaries) || { install && bin=$(binaries); } || return 1
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder" || return 1
  as_owner "$bin/initdb" -D "$folder/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >"$folder/initdb.log" 2>&1 \
    || { tail -n 5 "$folder/initdb.log" >&2; return 1; }
  as_owner "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/server.log" -o "-c listen_addresses='' -c unix_socket_directories='$folder'" start >/dev/null 2>&1 \
    || { tail -n 5 "$folder/server.log" >&2; return 1; }
  running=yes
}

stop() {
  [ -z "$running" ] || as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$folder"
}

[ "$#" -gt 0 ] || { echo 'with-postgres: name a command to run' >&2; exit 2; }
running=
bin=
folder=$(mktemp -d)
trap stop EXIT
trap 'exit 130' INT TERM
cd_back=$PWD
cd "$folder" || exit 1
if start; then
  export LUMBAGO_TEST_POSTGRES="postgres:///postgres?host=$folder&user=postgres"
  owner=; [ "$(id -u)" -ne 0 ] || owner='runuser -u postgres -- '
  export LUMBAGO_TEST_POSTGRES_RESTART="cd '$folder' && $owner'$bin/pg_ctl' -D '$folder/data' -w -t 60 -l '$folder/server.log' -m immediate restart"
else
  echo 'SKIPPED: no PostgreSQL server could be had; the tests of the worklist run over PGlite alone, those of the cluster not at all' >&2
fi
cd "$cd_back" || exit 1
# In the background, so that a signal ends it and the server at once.
"$@" <&0 &
command=$!
trap 'kill "$command" 2>/dev/null; exit 143' INT TERM
wait "$command"
