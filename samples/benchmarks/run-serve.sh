#!/usr/bin/env bash
# Measures the server beside the same model behind FastAPI and NumPy, one after the other on the same
# cores, and what scoring alone takes; then, whether 1,000 idle sockets and a slow writer are felt.
# PYTHON: a Python with serve-requirements.txt. SECONDS_EACH: of each case, 5 unless told otherwise.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
python=${PYTHON:-python3}
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
each=${SECONDS_EACH:-5}
target=samples/benchmarks/target
port=18400

[ -n "${NO_BUILD:-}" ] || ./mvnw -B -q -pl samples/benchmarks,runners/server -am package -DskipTests
client() {
  "$java" -XX:+UseSerialGC -cp "$target/classes:$(cat "$target/classpath.txt")" io.credence.benchmarks.serve.ServeBenchmark "$@"
}
server=
trap '[ -z "$server" ] || kill "$server"' EXIT
answers() {
  until curl -s -o "$target/answer" -H 'Content-Type: application/json' -d '{"instances": []}' \
    "http://127.0.0.1:$port/v1/models/category-slopes:predict"; do sleep 0.2; done
}

echo "load of the machine: $(cut -d ' ' -f 1-3 /proc/loadavg) on $(nproc) cores"
"$java" -version 2>&1 | head -n 1
"$python" -c 'import fastapi, numpy, sys, uvicorn; print("Python", sys.version.split()[0], "FastAPI", fastapi.__version__, "uvicorn", uvicorn.__version__, "NumPy", numpy.__version__)'
client kernel

"$java" -XX:+UseParallelGC -jar runners/server/target/credence-server.jar serve --model=samples/category-slopes --port=$port \
  >"$target/server.log" 2>&1 &
server=$!
answers
client load Credence $port $server "$each"
client crowd $port $server "$each"
kill $server
wait $server || true

(cd "$here" && exec env OPENBLAS_NUM_THREADS=1 "$python" -m uvicorn --workers "$(nproc)" --port $port --log-level warning numpy_server:app) &
server=$!
answers
client load FastAPI $port $server "$each"
echo "load of the machine: $(cut -d ' ' -f 1-3 /proc/loadavg)"
