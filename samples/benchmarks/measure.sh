# shellcheck shell=bash
# For other scripts to source: what a run of credence score, or of another program that reports as it does, costs.

# measure LOG COMMAND...: runs the command with its report in LOG, and sets
#   elapsed  seconds by the clock, with the start and end of the JVM
#   cpu      processor seconds
#   peak     its largest resident memory, in KB
#   scored   records, as reported
#   seconds  seconds of the job alone, as reported
# The command must become the process that does the work, as Credence's launcher becomes the JVM.
measure() {
  local log=$1 begin pid seen ticks=0
  shift
  peak=0
  begin=$(date +%s.%N)
  "$@" >"$log" &
  pid=$!
  # The last look is a moment before the end.
  while read -r seen < <(awk '/VmHWM/ {print $2}' "/proc/$pid/status" 2>/dev/null); do
    peak=$seen
    ticks=$(awk '{print $14 + $15}' "/proc/$pid/stat" 2>/dev/null || echo "$ticks")
    sleep 0.1
  done
  if ! wait "$pid"; then
    cat "$log" >&2
    return 1
  fi
  elapsed=$(awk -v begin="$begin" -v end="$(date +%s.%N)" 'BEGIN { print end - begin }')
  cpu=$(awk -v ticks="$ticks" -v hertz="$(getconf CLK_TCK)" 'BEGIN { print ticks / hertz }')
  scored=$(awk '$1 == "scored" { gsub(",", "", $2); print $2 }' "$log")
  seconds=$(awk '$1 == "seconds" { print $2 }' "$log")
}

# flights_model LIKELIHOOD: the folder of the model of flights, as it was fitted (student_t), or with its likelihood taken for
# a normal, which no flight is.
flights_model() {
  local here model
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  model=$here/flights-2001
  if [ "$1" = normal ]; then
    model=$here/target/flights-2001-normal
    mkdir -p "$model"
    cp "$here/flights-2001/posterior.nc" "$model"
    sed -e 's/student_t(nu = nu, /normal(/' -e '/^verify:/d' "$here/flights-2001/model.yaml" >"$model/model.yaml"
  fi
  echo "$model"
}

# bytes FOLDER: the SHA-256 of each file of results, by its name without the run.
bytes() {
  (cd "$1" && find . -type f ! -name _manifest.json -exec sha256sum {} + |
    sed -E 's/-[0-9a-f]{12}(\.parquet|\.jsonl)$/\1/' | sort -k 2)
}
