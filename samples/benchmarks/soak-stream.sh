#!/usr/bin/env bash
# Lets a stream run for long, and shows each minute what the process that scores holds: memory, threads, classes, files.
#   ./soak-stream.sh [--rate=2000] [--seconds=1260]
# What lives of the heap is counted behind a full collection, so the latencies of a soak say nothing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
rate=--rate=2000
seconds=--seconds=1260
for argument in "$@"; do
  case $argument in
    --rate=*) rate=$argument ;;
    --seconds=*) seconds=$argument ;;
    *)
      echo "'$argument': there are --rate=N and --seconds=N" >&2
      exit 2
      ;;
  esac
done
log=$(mktemp)
CREDENCE_JAVA_OPTS=${CREDENCE_JAVA_OPTS:--Xmx512m} "$here/../streaming/run.sh" "$rate" "$seconds" >"$log" 2>&1 &
sample=$!
trap 'kill "$sample" 2>/dev/null || true; wait || true; rm -f "$log"' EXIT

# field FILE NAME: the number behind a name.
field() { awk -v name="$2" '$1 == name {print $2}' "$1"; }

printf '| minute | resident MB | live heap MB | metaspace MB | threads | classes | open files |\n|--:|--:|--:|--:|--:|--:|--:|\n'
minute=0
while kill -0 "$sample" 2>/dev/null; do
  if scoring=$(pgrep -P "$sample" -f 'io\.credence\.cli\.Credence score'); then
    jcmd "$scoring" GC.run >/dev/null
    read -r live meta < <(jstat -gc "$scoring" | awk 'NR == 1 {for (i = 1; i <= NF; i++) at[$i] = i}
      NR == 2 {print int(($at["EU"] + $at["S0U"] + $at["S1U"] + $at["OU"]) / 1024), int($at["MU"] / 1024)}')
    printf '| %d | %d | %d | %d | %d | %d | %d |\n' "$minute" \
      "$(($(field "/proc/$scoring/status" VmRSS:) / 1024))" "$live" "$meta" \
      "$(field "/proc/$scoring/status" Threads:)" \
      "$(jstat -class "$scoring" | awk 'NR == 2 {print $1}')" \
      "$(find "/proc/$scoring/fd" -mindepth 1 | wc -l)"
    minute=$((minute + 1))
  fi
  for _ in $(seq 60); do
    kill -0 "$sample" 2>/dev/null || break
    sleep 1
  done
done
tail -n 7 "$log"
wait "$sample"
