#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# with_postgres.sh COMMAND…: runs the command with KOERS_TEST_POSTGRES set to a PostgreSQL of its own that is thrown away
# afterwards; if the variable is set already, that server is used.
set -eu
if [ -n "${KOERS_TEST_POSTGRES:-}" ]; then exec "$@"; fi
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$bin" ]; then
  echo "with_postgres.sh: PostgreSQL is not installed (apt-get install postgresql)" >&2
  exit 1
fi
# A socket's path may have 107 bytes, so not in a deep build folder.
home=$(mktemp -d /tmp/koers-postgres.XXXXXX)
as_owner() { (cd "$home" && "$@"); }
if [ "$(id -u)" = 0 ]; then
  chown postgres "$home"
  as_owner() { (cd "$home" && runuser -u postgres -- "$@"); }
fi
stop() {
  as_owner "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$home"
}
trap stop EXIT
trap 'exit 1' INT TERM
as_owner "$bin/initdb" -D "$home/data" -U koers -A trust -E UTF8 --locale=C --no-sync >"$home/log" 2>&1
# Durability is PostgreSQL's own affair; without it the tests are fast.
as_owner "$bin/pg_ctl" -D "$home/data" -w -l "$home/server.log" \
  -o "-c listen_addresses='' -c unix_socket_directories='$home' -c fsync=off -c max_connections=150" start >"$home/log" 2>&1 ||
  { cat "$home/log" "$home/server.log" >&2; exit 1; }
KOERS_TEST_POSTGRES="postgresql://koers@/postgres?host=$home"
export KOERS_TEST_POSTGRES
"$@"
