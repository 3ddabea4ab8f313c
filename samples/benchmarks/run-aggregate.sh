#!/usr/bin/env bash
# Sums 3,000,000 flights up by destination and month (some 2,500 groups), by origin (more than 200) and in total, in one pass
# and a heap of 1 GB, beside scoring them, and says how long each takes.
#   ./run-aggregate.sh [student_t|normal]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/measure.sh"
likelihood=${1:-student_t}
flights=$("$here/fetch-flights.sh")
keyed=$here/target/data/flights-3m-keyed.parquet
model=$(flights_model "$likelihood")
output=$here/target/aggregate
export CREDENCE_JAVA_OPTS="${CREDENCE_JAVA_OPTS:--Xmx1g}"

"$here/../../credence" help >/dev/null # builds what has to be built
if [ ! -f "$keyed" ]; then
  (cd "$here/../.." && ./mvnw -B -q -pl samples/benchmarks -am package -DskipTests)
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$here/target/classes:$(cat "$here/target/classpath.txt")" \
    io.credence.benchmarks.KeyedFlights "$flights" "$keyed"
fi
rm -rf "$output"
mkdir -p "$output"

# run NAME COMMAND OPTIONS...: measures a command on all flights.
run() {
  local name=$1
  shift
  measure "$output/$name.log" "$here/../../credence" "$@" \
    --model="$model" --input="$keyed" --keyField=flight --output="$output/$name"
  echo "$name $elapsed $cpu $peak" >>"$output/figures"
}

run score score
run aggregate aggregate --sum=delay --by=destination,month --by=origin --by=

awk '
  BEGIN { printf "%-10s %10s %10s %10s %20s\n", "", "seconds", "CPU s", "peak MB", "CPU s / that of score" }
  $1 == "score" { scoring = $3 }
  { printf "%-10s %10.1f %10.1f %10.0f %20.2f\n", $1, $2, $3, $4 / 1024, $3 / scoring }' "$output/figures"
