#!/usr/bin/env bash
# Schemathesis asks a server of models of each kind whatever /openapi.json allows, and much that it does
# not: no fault of the server, no answer that the description does not have, nothing wrong accepted.
# ST: Schemathesis' command, of a Python with serving-requirements.txt. NO_BUILD=1 takes the jar that is there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
port=18450
folder=$(mktemp -d)

[ -n "${NO_BUILD:-}" ] || ./mvnw -B -q -pl runners/server -am package -DskipTests
"$java" -jar runners/server/target/credence-server.jar serve --port=$port --numSamples=50 --maxSamples=200 --maxBins=50 \
  --model=samples/category-slopes,samples/flights,samples/gallery/claims,samples/gallery/categorical --feedback="$folder/labels" \
  >"$folder/server.log" 2>&1 &
server=$!
trap 'kill $server; rm -r "$folder"' EXIT
until curl -s -o /dev/null "http://127.0.0.1:$port/health/ready"; do sleep 0.2; done

"${ST:-st}" --config-file tests/python/schemathesis.toml run "http://127.0.0.1:$port/openapi.json" --checks all "$@"
