#!/usr/bin/env bash
# Scores 3,000,000 flights with 1,000 samples each in a heap of 1 GB, and says how fast.
#   ./run-flights-3m.sh [student_t|normal] [further options of credence score]
# student_t is the model as it was fitted. normal takes its likelihood for a normal, which no flight
# is, to compare with the kernel's rate for a normal.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/measure.sh"
likelihood=${1:-student_t}
shift || true
flights=$("$here/fetch-flights.sh")
model=$(flights_model "$likelihood")
output=$here/target/flights-3m

rm -rf "$output"
"$here/../../credence" help >/dev/null # builds what has to be built
log=$(mktemp)
trap 'rm -f "$log"' EXIT
CREDENCE_JAVA_OPTS="${CREDENCE_JAVA_OPTS:--Xmx1g}" measure "$log" "$here/../../credence" score \
  --model="$model" --input="$flights" --output="$output" "$@"

cat "$log"
awk -v elapsed="$elapsed" -v cpu="$cpu" -v peak="$peak" -v scored="$scored" -v seconds="$seconds" '
  BEGIN {
    printf "\n%-26s %.1f, with the start and end of the JVM %.1f\n", "seconds", seconds, elapsed
    printf "%-26s %.1f\n", "CPU seconds", cpu
    printf "%-26s %.0f\n", "records/s", scored / seconds
    printf "%-26s %.1f million\n", "draws/s", scored * 1000 / seconds / 1e6
    printf "%-26s %.1f\n", "CPU us per record", cpu / scored * 1e6
    printf "%-26s %.0f MB\n", "peak memory", peak / 1024
  }'
du -sh "$output" | awk '{print "output                     " $1}'
