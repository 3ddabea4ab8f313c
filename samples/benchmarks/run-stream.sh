#!/usr/bin/env bash
# Measures how many messages a stream scores on this machine and how fast each, at 10, 50 and 90 % of
# that, beside the same pipeline without scoring. Prints tables in Markdown.
#   ./run-stream.sh [--only=score-1000/1] [--seconds=15] [--messages=400000]
# --only: a part of the names of the streams to measure: pass-through/1, score-100/1, score-1000/1, score-100-exactly-once/1,
#   and the same with /2, for two slots of Flink.
# --seconds: how long latencies are counted at each rate; half as many go before.
# --messages: how many lie there when a stream of 1,000 samples starts; others get three times as many.
# CREDENCE_JAVA_OPTS: options of Java for the streams.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

(cd "$root" && ./mvnw -B -q -pl runners/flink,samples/streaming,samples/benchmarks -am package -DskipTests)
folder=$(mktemp -d)
# By its id, so that the broker and the stream end with it also when this script is stopped.
trap 'kill "${pid:-}" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM HUP

cd "$root" # where the benchmarks look for the samples
"$java" -XX:+UseParallelGC -Xmx1g -cp "$here/target/classes:$(cat "$here/target/classpath.txt")" \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=error io.credence.benchmarks.stream.StreamBenchmark \
  "$folder" "-XX:+UseParallelGC ${CREDENCE_JAVA_OPTS:--Xmx1g}" "$@" &
pid=$!
wait "$pid"
