#!/usr/bin/env bash
# Measures the kernel in Java and in NumPy, one after the other on one core, and checks that both
# compute the same. PYTHON: a Python with samples/requirements.txt. Arguments go to JMH.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
python=${PYTHON:-python3}
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
target=samples/benchmarks/target

./mvnw -B -q -pl samples/benchmarks -am package -DskipTests
classpath=$target/classes:$(cat "$target/classpath.txt")
"$java" -cp "$classpath" io.credence.benchmarks.DumpScores "$target/dump"
"$java" -cp "$classpath" org.openjdk.jmh.Main KernelBenchmark -prof gc -prof io.credence.benchmarks.CpuTime \
  -rf csv -rff "$target/jmh.csv" "$@" >"$target/jmh.log"
OPENBLAS_NUM_THREADS=1 "$python" samples/benchmarks/numpy_kernel.py "$target/dump" | tee "$target/numpy.log"

awk -F, -v OFS=, '
  { gsub("\"", "") }
  FNR == 1 { next }
  { sub(/.*KernelBenchmark\./, "", $1); split($1, name, ":") }
  name[2] == "cpu" { cpu[name[1]] = $5 }
  name[2] ~ /gc.alloc.rate.norm$/ { bytes[name[1]] = $5 }
  name[2] == "" { order[++n] = name[1] }
  END {
    printf "\n%-20s %14s %14s\n", "Java", "CPU us/record", "bytes/record"
    for (i = 1; i <= n; i++) printf "%-20s %14.2f %14.0f\n", order[i], cpu[order[i]], bytes[order[i]]
  }' "$target/jmh.csv"
awk -F, 'NR == FNR { numpy[$1] = $2; next }
  { gsub("\"", "") }
  $1 ~ /scoreNormal:cpu$/ {
    print ""
    for (way in numpy)
      printf "%s takes %.2f times as long as Java (%.2f and %.2f us per record)\n", way, numpy[way] / $5, numpy[way], $5
  }' <(awk '$1 ~ /^numpy-/ { print $1 "," $2 }' "$target/numpy.log") "$target/jmh.csv"
