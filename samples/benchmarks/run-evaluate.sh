#!/usr/bin/env bash
# Evaluates 3,000,000 flights in segments of their origins (more than 200) in a heap of 1 GB, beside scoring them, and says how
# long each takes.
#   ./run-evaluate.sh [student_t|normal] [exact]
# exact measures the exact mixture as well: minutes for normal, hours for student_t.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/measure.sh"
likelihood=${1:-student_t}
flights=$("$here/fetch-flights.sh")
model=$(flights_model "$likelihood")
output=$here/target/evaluate
export CREDENCE_JAVA_OPTS="${CREDENCE_JAVA_OPTS:--Xmx1g}"

"$here/../../credence" help >/dev/null # builds what has to be built
rm -rf "$output"
mkdir -p "$output"

# run NAME COMMAND OPTIONS...: measures a command on all flights.
run() {
  local name=$1
  shift
  measure "$output/$name.log" "$here/../../credence" "$@" \
    --model="$model" --input="$flights" --output="$output/$name"
  echo "$name $elapsed $cpu $peak" >>"$output/figures"
}

run score score
run evaluate evaluate --label=delay --by=origin --exact=false
[ "${2:-}" != exact ] || run exact evaluate --label=delay --by=origin

awk '
  BEGIN { printf "%-10s %10s %10s %10s %20s\n", "", "seconds", "CPU s", "peak MB", "CPU s / that of score" }
  $1 == "score" { scoring = $3 }
  { printf "%-10s %10.1f %10.1f %10.0f %20.2f\n", $1, $2, $3, $4 / 1024, $3 / scoring }' "$output/figures"
