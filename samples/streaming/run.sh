#!/usr/bin/env bash
# Plays flights into a stream of this machine, and shows how they come out with their scores.
#   ./run.sh [--rate=1000] [--seconds=60] [--port=0]
# Builds what it needs on first use, or when sources are newer.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
flink=$root/runners/flink/target/credence-flink.jar
# Written anew whenever classes are, which the class path is not.
jar=$(echo "$here"/target/credence-sample-streaming-*.jar)

if ! command -v "$java" >/dev/null; then
  echo "Credence needs Java 17 or newer: put java on the PATH, or set JAVA_HOME." >&2
  exit 2
fi

# newer FILE PATH...: whether there is no such file, or sources in these places are newer.
newer() {
  local file=$1
  shift
  [ ! -f "$file" ] || [ -n "$(find "$@" \( -name pom.xml -o -path '*/src/main/*' \) -type f \
    -newer "$file" -print -quit)" ]
}

stale() {
  newer "$flink" "$root/pom.xml" "$root/schemas" "$root/transforms" "$root/pipeline" "$root/runners/flink" ||
    newer "$jar" "$here" "$root/tests/kit" "$root/tests/kafka-distribution"
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
  touch "$flink" "$here"/target/credence-sample-streaming-*.jar
fi

exec "$java" -XX:+UseSerialGC -Xmx256m -cp "$here/target/classes:$(cat "$here/target/classpath.txt")" \
  io.credence.streaming.StreamingSample "$@"
