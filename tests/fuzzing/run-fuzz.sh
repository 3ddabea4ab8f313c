#!/usr/bin/env bash
# Sends bytes to one door for some minutes, guided by the code that they reach:
#   tests/fuzzing/run-fuzz.sh DOOR [MINUTES]
# DOOR is json, avro, registry, letters, footer, pages, posterior, progress, model, expression or verification. What fails is written
# to target/DOOR/; mend it and put it into src/test/resources/corpus/DOOR, where each build replays it.
# --keep instead of MINUTES puts there what was found to be refused in words of its own, too.
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
case $door in
  # Loading a model reads the same posterior each time, which need not guide.
  model | expression | verification) reader=org.snakeyaml.engine words=-dict=src/test/resources/model/words.dict ;;
  *) reader=io.jhdf words= ;;
esac
classpath=target/test-classes:$(cat target/classpath.txt)
jazzer() {
  java -cp "$classpath" com.code_intelligence.jazzer.Jazzer \
    --target_class=io.credence.fuzzing.Fuzz --target_args="$door" --disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery \
    --instrumentation_includes='io.credence.**:org.apache.avro.**:com.fasterxml.jackson.core.**:org.apache.parquet.**:'"$reader"'.**:shaded.parquet.**' \
    --reproducer_path="target/$door" --jvm_args=-Xmx2g:-Dorg.slf4j.simpleLogger.defaultLogLevel=error \
    -artifact_prefix="target/$door/" -timeout=60 -rss_limit_mb=6000 -max_len=16384 ${words:+"$words"} "${@}"
}
if [ "$minutes" = --keep ]; then
  java -cp "$classpath" io.credence.fuzzing.Keep "$door" "$found" "$kept"
else
  ended=0
  jazzer -max_total_time=$((60 * minutes)) "$found" "$kept" || ended=$?
  # Jazzer ends with 77 after a crash, and with 0 when an input takes too long.
  failed=$(find "target/$door" -maxdepth 1 \( -name 'crash-*' -o -name 'timeout-*' -o -name 'oom-*' \) | sort)
  if [ -n "$failed" ]; then
    printf 'the door %s fails on %s\n' "$door" "${failed//$'\n'/, }" >&2
    exit 1
  elif [ "$ended" -ne 0 ]; then
    echo "Jazzer ended with $ended, and left no input that fails" >&2
    exit 1
  fi
fi
