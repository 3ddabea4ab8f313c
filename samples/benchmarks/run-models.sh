#!/usr/bin/env bash
# Measures kinds of models in Java and in NumPy, one after the other on one core, and checks that both
# sample the same. PYTHON: a Python with samples/requirements.txt. Arguments go to JMH.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
python=${PYTHON:-python3}
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
target=samples/benchmarks/target

./mvnw -B -q -pl samples/benchmarks -am package -DskipTests
classpath=$target/classes:$(cat "$target/classpath.txt")
"$python" samples/benchmarks/numpy_models.py make "$target/models"
"$java" -cp "$classpath" io.credence.benchmarks.DumpMeans "$target/models"
"$java" -cp "$classpath" org.openjdk.jmh.Main ModelsBenchmark -prof gc -prof io.credence.benchmarks.CpuTime \
  -rf csv -rff "$target/models.csv" "$@" >"$target/models.log"
OPENBLAS_NUM_THREADS=1 "$python" samples/benchmarks/numpy_models.py measure "$target/models" >"$target/models-numpy.csv"

awk -F, '
  NR == FNR { all[$1] = $2; best[$1] = $3; next }
  { gsub(/["\r]/, "") }
  FNR == 1 { next }
  { sub(/.*ModelsBenchmark\./, "", $1); split($1, name, ":"); model = $8 }
  name[2] == "cpu" { cpu[name[1], model] = $5 }
  name[2] ~ /gc.alloc.rate.norm$/ { bytes[name[1], model] = $5 }
  name[1] == "sample" && name[2] == "" { order[++n] = model }
  END {
    printf "%-20s %12s %12s %14s %14s %12s %12s\n", "CPU us per record", "Java", "NumPy", "(in blocks)", "NumPy / Java", "and summary", "bytes"
    for (i = 1; i <= n; i++) {
      m = order[i]
      printf "%-20s %12.1f %12.1f %14.1f %14.2f %12.1f %12.0f\n", m, cpu["sample", m], all[m], best[m], all[m] / cpu["sample", m], cpu["score", m], bytes["score", m]
    }
  }' "$target/models-numpy.csv" "$target/models.csv"
