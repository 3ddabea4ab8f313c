#!/usr/bin/env bash
# Measures the server beside the same model behind FastAPI and NumPy, one after the other on the same
# cores, and what scoring alone takes; then, whether 1,000 idle sockets and a slow writer are felt.
# PYTHON: a Python with serve-requirements.txt. SECONDS_EACH: of each case and of warming up for it, 5 unless set
# otherwise; with 1 the whole takes two minutes, and shows that it works. NO_BUILD=1 takes the jars that are there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
python=${PYTHON:-python3}
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
each=${SECONDS_EACH:-5}
target=samples/benchmarks/target
results=$target/serve.tsv
port=${PORT:-18400}

[ -n "${NO_BUILD:-}" ] || ./mvnw -B -q -pl samples/benchmarks,runners/server -am package -DskipTests
client() {
  "$java" -XX:+UseSerialGC -cp "$target/classes:$(cat "$target/classpath.txt")" io.credence.benchmarks.serve.ServeBenchmark "$@"
}
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null' EXIT
answers() {
  until curl -sf -o "$target/answer" -H 'Content-Type: application/json' -d '{"instances": [{"x": 5, "category": 2}]}' \
    "http://127.0.0.1:$port/v1/models/category-slopes:predict"; do
    kill -0 "$server" || { cat "$target/server.log" >&2; exit 1; }
    sleep 0.2
  done
}
ends() {
  kill "$server"
  wait "$server" || true
  server=
}

echo "load of the machine: $(cut -d ' ' -f 1-3 /proc/loadavg) on $(nproc) cores"
"$java" -version 2>&1 | head -n 1
"$python" -c 'import fastapi, numpy, sys, uvicorn; print("Python", sys.version.split()[0], "FastAPI", fastapi.__version__, "uvicorn", uvicorn.__version__, "NumPy", numpy.__version__)'
client kernel | tee "$results"

"$java" -XX:+UseParallelGC -jar runners/server/target/credence-server.jar serve --model=samples/category-slopes --port="$port" \
  >"$target/server.log" 2>&1 &
server=$!
answers
client load Credence "$port" "$server" "$each" | tee -a "$results"
client crowd "$port" "$server" "$each"
ends

(cd "$here" && exec env OPENBLAS_NUM_THREADS=1 "$python" -m uvicorn --workers "$(nproc)" --port "$port" --log-level warning numpy_server:app) \
  >"$target/server.log" 2>&1 &
server=$!
answers
client load FastAPI "$port" "$server" "$each" | tee -a "$results"
ends
echo "load of the machine: $(cut -d ' ' -f 1-3 /proc/loadavg)"

# The rate is that of processor time, since the client has the same cores; for one record, the requests per second.
awk -F '\t' '
  BEGIN {
    print "\n| records | samples | connections | Credence /s | p50 ms | p99 ms | FastAPI /s | p50 ms | p99 ms | ratio | of the kernel'"'"'s rate |"
    print "|---|---|---|---|---|---|---|---|---|---|---|"
  }
  $1 == "kernel" { kernel[$3] = $8 }
  $1 == "Credence" { ours[$2, $3, $4] = $0 }
  $1 == "FastAPI" {
    split(ours[$2, $3, $4], our, "\t")
    printf "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %.1f | %.2f |\n", $2, $3, $4, our[5], our[6], our[7], $5, $6, $7, our[5] / $5, kernel[$3] / our[8]
  }' "$results"
