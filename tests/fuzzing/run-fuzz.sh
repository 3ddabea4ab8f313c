#!/usr/bin/env bash
# Sends bytes to one door for some minutes, guided by the code that they reach:
#   tests/fuzzing/run-fuzz.sh DOOR [MINUTES]
# DOOR is json, avro, registry, letters, footer, pages, posterior or progress. What fails is written
# to target/DOOR/; mend it and put it into src/test/resources/corpus/DOOR, where each build replays it.
# --keep instead of MINUTES puts what has reached new code there, too.
set -euo pipefail
cd "$(dirname "$0")"
door=${1:?DOOR}
minutes=${2:-3}
if [ ! -f target/classpath.txt ]; then
  (cd ../.. && ./mvnw -B -q --no-transfer-progress -Pfuzz -pl tests/fuzzing -am package -DskipTests)
fi
kept=src/test/resources/corpus/$door
found=target/$door/corpus
mkdir -p "$found" "$kept"
jazzer() {
  java -cp "target/test-classes:$(cat target/classpath.txt)" com.code_intelligence.jazzer.Jazzer \
    --target_class=io.credence.fuzzing.Fuzz --target_args="$door" --disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery \
    --instrumentation_includes='io.credence.**:org.apache.avro.**:com.fasterxml.jackson.core.**:org.apache.parquet.**:io.jhdf.**:shaded.parquet.**' \
    --reproducer_path="target/$door" --jvm_args=-Xmx2g:-Dorg.slf4j.simpleLogger.defaultLogLevel=error \
    -artifact_prefix="target/$door/" -timeout=30 -rss_limit_mb=6000 -max_len=16384 "${@}"
}
if [ "$minutes" = --keep ]; then
  jazzer -merge=1 "$kept" "$found"
else
  jazzer -max_total_time=$((60 * minutes)) "$found" "$kept"
fi
