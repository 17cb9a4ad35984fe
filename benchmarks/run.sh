#!/bin/bash
# Measures whole commands of Limbeck beside its peers: BENCH_PEERS=DIR run.sh [options of driver.py]. See README.md.
#
#   BENCH_PEERS    the directory of the peers' benchmark: its generator, its runners, peers.py
#   BENCH_WORK     a scratch directory
#   BENCH_PGDATA, BENCH_PGPORT, BENCH_PGBIN, BENCH_PYTHON, BENCH_JAVA, BENCH_TIME   as run-peers.sh has them
#   LIMBECK_HOME   an unpacked distribution; this checkout's by default
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
: "${BENCH_PEERS:?is not set: the directory with run-peers.sh and peers.py}"
export BENCH_PEERS
export BENCH_WORK=${BENCH_WORK:-${TMPDIR:-/tmp}/limbeck-bench}
export BENCH_PGBIN=${BENCH_PGBIN:-$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)}
export BENCH_PGPORT=${BENCH_PGPORT:-54332}
export BENCH_PGDATA=${BENCH_PGDATA:-/tmp/pgbench}
export BENCH_PYTHON=${BENCH_PYTHON:-/usr/bin/python3}
export BENCH_JAVA=${BENCH_JAVA:-java}
export BENCH_TIME=${BENCH_TIME:-/usr/bin/time}
export LIMBECK_HOME=${LIMBECK_HOME:-$here/../cli/target/limbeck}
LIMBECK_HOME=$(cd "$LIMBECK_HOME" && pwd -P)

# The server, with its defaults but for port and socket directory; run-peers.sh would stop its own at its end.
as_pg() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$1"; else bash -c "$1"; fi; }
if ! "$BENCH_PGBIN/pg_isready" -q -h 127.0.0.1 -p "$BENCH_PGPORT"; then
  if [ ! -f "$BENCH_PGDATA/PG_VERSION" ]; then
    mkdir -p "$BENCH_PGDATA"
    [ "$(id -u)" != 0 ] || chown postgres "$BENCH_PGDATA"
    as_pg "$BENCH_PGBIN/initdb -D $BENCH_PGDATA -A trust -U postgres --no-locale -E UTF8" > /dev/null
  fi
  as_pg "$BENCH_PGBIN/pg_ctl -D $BENCH_PGDATA -o '-p $BENCH_PGPORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=$BENCH_PGDATA' -l $BENCH_PGDATA/log -w start" > /dev/null
  trap 'as_pg "$BENCH_PGBIN/pg_ctl -D $BENCH_PGDATA -m fast -w stop" > /dev/null' EXIT
fi

# Class paths, runners and workloads of 10, 100 and 1,000; measures nothing.
"$BENCH_PEERS/run-peers.sh" --peers none --only '^$' --out "$BENCH_WORK/prepared"

# The workload of 5,000 tables, which the peers are not asked for.
large=$BENCH_WORK/w/s5000
if [ ! -d "$large/classes-v2/bench" ]; then
  "$BENCH_PYTHON" "$BENCH_PEERS/gen.py" schema --tables 5000 --out "$large"
  api=$(ls "$BENCH_WORK"/lib/hibernate/jakarta.persistence-api-*.jar)
  for version in v1 v2; do
    find "$large/java-$version" -name '*.java' > "$large/sources"
    javac -proc:none -nowarn -d "$large/classes-$version" -cp "$api" @"$large/sources"
  done
fi

"$BENCH_PYTHON" "$here/driver.py" "$@"
