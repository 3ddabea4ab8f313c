#!/usr/bin/env bash
# Scores 3,000,000 flights with 1,000 samples each in a heap of 1 GB, and says how fast.
#   ./run-flights-3m.sh [student_t|normal] [further options of credence score]
# student_t is the model as it was fitted. normal takes its likelihood for a normal, which no flight
# is, to compare with the kernel's rate for a normal.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
likelihood=${1:-student_t}
shift || true
flights=$("$here/fetch-flights.sh")
model=$here/flights-2001
output=$here/target/flights-3m

if [ "$likelihood" = normal ]; then
  model=$here/target/flights-2001-normal
  mkdir -p "$model"
  cp "$here/flights-2001/posterior.nc" "$model"
  sed -e 's/student_t(nu = nu, /normal(/' -e '/^verify:/d' "$here/flights-2001/model.yaml" >"$model/model.yaml"
fi

rm -rf "$output"
"$here/../../credence" help >/dev/null # builds what has to be built
log=$(mktemp)
trap 'rm -f "$log"' EXIT
begin=$(date +%s.%N)
CREDENCE_JAVA_OPTS="${CREDENCE_JAVA_OPTS:--Xmx1g}" "$here/../../credence" score \
  --model="$model" --input="$flights" --output="$output" "$@" >"$log" &
pid=$!
peak=0
cpu=0
# The launcher becomes the JVM, so its account is the JVM's; the last look is a moment before the end.
while read -r seen < <(awk '/VmHWM/ {print $2}' "/proc/$pid/status" 2>/dev/null); do
  peak=$seen
  cpu=$(awk '{print $14 + $15}' "/proc/$pid/stat" 2>/dev/null || echo "$cpu")
  sleep 0.1
done
wait "$pid"
end=$(date +%s.%N)

cat "$log"
awk -v begin="$begin" -v end="$end" -v peak="$peak" -v cpu="$cpu" -v hertz="$(getconf CLK_TCK)" '
  $1 == "scored" { gsub(",", "", $2); scored = $2 }
  $1 == "seconds" { seconds = $2 }
  END {
    printf "\n%-26s %.1f, with the start and end of the JVM %.1f\n", "seconds", seconds, end - begin
    printf "%-26s %.1f\n", "CPU seconds", cpu / hertz
    printf "%-26s %.0f\n", "records/s", scored / seconds
    printf "%-26s %.1f million\n", "draws/s", scored * 1000 / seconds / 1e6
    printf "%-26s %.1f\n", "CPU us per record", cpu / hertz / scored * 1e6
    printf "%-26s %.0f MB\n", "peak memory", peak / 1024
  }' "$log"
du -sh "$output" | awk '{print "output                     " $1}'
