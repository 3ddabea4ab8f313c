#!/usr/bin/env bash
# Plays flights into a stream of this machine, and shows how they come out with their scores.
#   ./run.sh [--rate=1000] [--seconds=60] [--port=0]
# Builds what it needs on first use, or when sources are newer.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
# Written last, when all is built.
classpath=$here/target/classpath.txt

if ! command -v "$java" >/dev/null; then
  echo "Credence needs Java 17 or newer: put java on the PATH, or set JAVA_HOME." >&2
  exit 2
fi

stale() {
  [ ! -f "$classpath" ] || [ ! -f "$root/runners/flink/target/credence-flink.jar" ] ||
    [ -n "$(find "$root/pom.xml" "$root/schemas" "$root/transforms" "$root/pipeline" "$root/runners/flink" \
      "$root/tests/kafka-distribution" "$here" \( -name pom.xml -o -path '*/src/main/*' \) -type f \
      -newer "$classpath" -print -quit)" ]
}

if stale; then
  echo "Building Credence; the first time this takes a few minutes …" >&2
  log=$root/target/build.log
  mkdir -p "$root/target"
  if ! (cd "$root" && ./mvnw -B -q -pl samples/streaming -am package -DskipTests) >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "The build failed; all it said is in $log" >&2
    exit 1
  fi
  touch "$root/runners/flink/target/credence-flink.jar" "$classpath"
fi

exec "$java" -XX:+UseSerialGC -Xmx256m -cp "$here/target/classes:$(cat "$classpath")" \
  io.credence.streaming.StreamingSample "$root" "$@"
