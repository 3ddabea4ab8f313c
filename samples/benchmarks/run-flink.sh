#!/usr/bin/env bash
# Scores 3,000,000 flights on Beam's DirectRunner, with Beam on Flink, and with Flink by hand, says how
# fast each is, and checks that all three wrote the same files.
#   ./run-flink.sh [model folder, pattern of Parquet files]
# PARALLELISM: threads that score; 2 unless given. CREDENCE_JAVA_OPTS: options of Java, for all three.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/measure.sh"
root=$(cd "$here/../.." && pwd)
model=$(realpath "${1:-$here/flights-2001}")
input=$(realpath "${2:-$("$here/fetch-flights.sh")}")
parallelism=${PARALLELISM:-2}
output=$here/target/flink

(cd "$root" && ./mvnw -B -q -pl runners/direct,runners/flink,samples/benchmarks -am package -DskipTests)
rm -rf "$output"
mkdir -p "$output"

# Java itself rather than the launcher, so that no run has an archive of classes and others have none.
# shellcheck disable=SC2206 # Options are meant to be split at spaces.
java=("${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseParallelGC ${CREDENCE_JAVA_OPTS:--Xmx1g})

# run NAME COMMAND...: measures a way of scoring into a folder of that name.
run() {
  local name=$1
  shift
  measure "$output/$name.log" "${java[@]}" "$@"
  echo "$name $scored $seconds $elapsed $cpu $peak" >>"$output/figures"
}

score() {
  local name=$1 classpath=$2
  shift 2
  run "$name" -cp "$classpath" io.credence.cli.Credence score \
    --model="$model" --input="$input" --output="$output/$name" "$@"
}

score direct "$root/runners/direct/target/credence-direct.jar" --targetParallelism="$parallelism"
score beam "$root/runners/flink/target/credence-flink.jar:$root/runners/flink/target/lib/*" \
  --runner=FlinkRunner '--flinkMaster=[local]' \
  --parallelism="$parallelism"
run hand -cp "$here/target/classes:$(cat "$here/target/classpath.txt")" \
  io.credence.benchmarks.FlinkByHand "$model" "$input" "$output/hand" "$parallelism"

awk '
  BEGIN {
    title["direct"] = "(a) Beam, DirectRunner"
    title["beam"] = "(b) Beam on Flink"
    title["hand"] = "(c) Flink by hand"
    printf "%-26s %10s %10s %10s %12s %10s\n", "", "seconds", "with JVM", "CPU s", "records/s", "peak MB"
  }
  {
    scored[$1] = $2; seconds[$1] = $3; elapsed[$1] = $4; cpu[$1] = $5
    printf "%-26s %10.1f %10.1f %10.1f %12.0f %10.0f\n", title[$1], $3, $4, $5, $2 / $3, $6 / 1024
  }
  function ratio(name, other) {
    printf "%-26s %10.2f %10.2f %10.2f\n", name, seconds["beam"] / seconds[other],
      elapsed["beam"] / elapsed[other], cpu["beam"] / cpu[other]
  }
  END { ratio("(b) / (a)", "direct"); ratio("(b) / (c)", "hand") }' "$output/figures"

# The manifest holds the time, and only credence score writes one.
for other in beam hand; do
  diff <(bytes "$output/direct") <(bytes "$output/$other")
done
echo "The files of all three are the same to the byte: $(find "$output/hand" -type f | wc -l)."
