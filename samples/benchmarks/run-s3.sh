#!/usr/bin/env bash
# Scores from and into a store that speaks S3, on this machine, beside the same with files.
#   ./run-s3.sh                 3,000,000 flights, 1,000 samples each: the time beside that of files
#   ./run-s3.sh large [25]      so many objects of 200 MB, in a heap of 1 GB
#   ./run-s3.sh many [100000]   so many objects of 10 records: the time to the first result, and memory
# CREDENCE_JAVA_OPTS: options of Java for scoring; -Xmx1g unless given.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/measure.sh"
root=$(cd "$here/../.." && pwd)
what=${1:-flights}
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
export CREDENCE_JAVA_OPTS="${CREDENCE_JAVA_OPTS:--Xmx1g}"

(cd "$root" && ./mvnw -B -q -pl runners/direct,tests/s3-distribution,samples/benchmarks -am package -DskipTests)
"$root/credence" help >/dev/null # makes the archive of classes
folder=$(mktemp -d "$here/target/s3-XXXXXX")
trap 'kill $(jobs -rp) 2>/dev/null || true; wait; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM HUP
mkdir "$folder/input"

program=("$java" -Xmx1g -cp "$here/target/classes:$(cat "$here/target/classpath.txt")")
run() { "${program[@]}" "$@"; }

: >"$folder/address"
"${program[@]}" io.credence.benchmarks.store.ServeStore "$folder/store" >"$folder/address" 2>"$folder/store.log" &
store=$!
until [ "$(wc -l <"$folder/address")" = 3 ]; do
  kill -0 $store || { cat "$folder/store.log" >&2; exit 1; }
  sleep 0.2
done
{ read -r endpoint && read -r AWS_ACCESS_KEY_ID && read -r AWS_SECRET_ACCESS_KEY; } <"$folder/address"
export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY

# put BUCKET PREFIX COPIES FILE...
put() { run io.credence.benchmarks.store.PutObjects "$endpoint" "$@"; }

# report NAME: what was measured last.
report() {
  awk -v name="$1" -v elapsed="$elapsed" -v cpu="$cpu" -v peak="$peak" -v scored="$scored" -v seconds="$seconds" 'BEGIN {
    printf "%-8s %10.1f s (with the JVM %.1f) %10.1f CPU s %12.0f records/s %8.0f MB\n", name, seconds, elapsed, cpu,
      scored / seconds, peak / 1024 }'
}

# score NAME OPTION...: measures a run whose report goes to a file of that name.
score() {
  local name=$1
  shift
  measure "$folder/$name.log" "$root/credence" score "$@"
  report "$name"
}

# first_result: says when it is there; for the background, until scoring is over.
first_result() {
  local begin
  begin=$(date +%s.%N)
  until compgen -G "$folder/store/data/scored/out/.credence-temp-*/*part-*" >/dev/null; do sleep 0.5; done
  awk -v begin="$begin" -v end="$(date +%s.%N)" 'BEGIN { printf "first result after %.1f s\n", end - begin }'
}

compare() {
  diff <(bytes "$folder/local") <(bytes "$folder/store/data/scored/out")
  echo "The files are the same to the byte: $(find "$folder/local" -type f | wc -l)."
}

case $what in
flights)
  model=$here/flights-2001
  cp "$("$here/fetch-flights.sh")" "$folder/input/flights.parquet"
  copies=1
  ;;
large)
  model=$root/samples/category-slopes
  copies=${2:-25}
  run io.credence.benchmarks.store.WideRecords "$folder/input/wide.parquet" 20000 10000
  ;;
many)
  model=$root/samples/category-slopes
  copies=${2:-100000}
  run io.credence.benchmarks.store.WideRecords "$folder/input/few.parquet" 10 10
  ;;
*)
  echo "run-s3.sh: '$what' must be flights, large or many" >&2
  exit 2
  ;;
esac
put models model/ 1 "$model"/{model.yaml,posterior.nc,verify.jsonl}
put records in/ "$copies" "$folder"/input/*.parquet
remote=(--model=s3://models/model --input='s3://records/in/*.parquet' --output=s3://scored/out --s3Endpoint="$endpoint")
put scored '' 0

case $what in
flights)
  score local --model="$model" --input="$folder/input/*.parquet" --output="$folder/local"
  score s3 "${remote[@]}"
  compare
  ;;
large)
  for ((i = 0; i < copies; i++)); do
    ln "$folder/input/wide.parquet" "$folder/input/$(printf '%06d' $i)-wide.parquet"
  done
  score local --model="$model" --input="$folder/input/0*.parquet" --output="$folder/local" --numSamples=100
  score s3 "${remote[@]}" --numSamples=100
  compare
  du -sh "$folder/store/data/records" "$folder/store/data/scored"
  ;;
many)
  first_result &
  score s3 "${remote[@]}" --numSamples=10 # the trap ends first_result if this fails
  ;;
esac
