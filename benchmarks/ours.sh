#!/bin/sh
# Runs Limbeck for the side-by-side benchmark: ours.sh COMMAND [ARGUMENTS]. See README.md.
#
#   BENCH_URL         the database, a JDBC URL
#   BENCH_ENTITIES    compiled entities; unset for commands that need none
#   BENCH_REVISIONS   the directory of the revision files
#   BENCH_JAVA        the Java to use; the one on the PATH by default
#   LIMBECK_HOME      an unpacked distribution; this checkout's by default
#
# The settings and what Limbeck keeps for the next time are in the directory
# $BENCH_REVISIONS.limbeck, so that the directory of the revisions holds nothing else.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
home=${LIMBECK_HOME:-$here/../cli/target/limbeck}
limbeck=$home/bin/limbeck
: "${BENCH_REVISIONS:?is not set}"
project=$BENCH_REVISIONS.limbeck
[ -x "$limbeck" ] || {
  echo "There is no $limbeck: run \`mvn -Dmaven.test.skip package -pl cli -am\`, or set LIMBECK_HOME." >&2
  exit 3
}
case ${BENCH_JAVA:-java} in
  */bin/java)
    JAVA_HOME=${BENCH_JAVA%/bin/java}
    export JAVA_HOME
    ;;
esac
[ -e "$project/limbeck.properties" ] || {
  mkdir -p "$project"
  cp "$here/limbeck.properties" "$project/limbeck.properties"
}

# Prints what a command says as KIND TABLE NAME: a longer or shorter varchar under the benchmark's
# word for it, and no line with the file of the revision. In the shell itself, so that no process
# is started for it.
operations() {
  status=0
  said=$("$limbeck" "$@") || status=$?
  while read -r kind table name change; do
    case "$kind $change" in
      "alter_type varchar("*" -> varchar("*) kind=alter_length ;;
      *.java*) continue ;;
    esac
    [ -z "$kind" ] || echo "$kind $table $name"
  done << END
$said
END
  exit "$status"
}

command=${1:?a command}
shift
set -- "$command" --config "$project/limbeck.properties" "$@"
case $command in
  # The last table of each hundred goes, and one that looks like it comes: no rename.
  revision) operations "$@" --quiet --renames "$here/dropped.properties" ;;
  check) operations "$@" --quiet ;;
  import-bench)
    exec "${BENCH_JAVA:-java}" -cp "$home/lib/*" \
      "$here/src/main/java/dev/limbeck/benchmarks/ImportBench.java" "$4" "$BENCH_REVISIONS"
    ;;
  *) exec "$limbeck" "$@" ;;
esac
