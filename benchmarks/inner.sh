#!/bin/sh
# Measures the inner parts: inner.sh [options of JMH]. With -h it says which there are.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
mvn=$(command -v mvn) || mvn=$root/mvnw
(cd "$root" && "${LIMBECK_MAVEN:-$mvn}" -q -B -ntp -Dmaven.test.skip -Pbenchmarks package -pl benchmarks -am) >&2
exec java -cp "$root/benchmarks/target/classes:$(cat "$root/benchmarks/target/classpath")" org.openjdk.jmh.Main "$@"
