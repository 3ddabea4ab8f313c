#!/usr/bin/env bash
# Fetches 3,000,000 US flights of 2001 (13 MB) from npm's vega-datasets, once, and says where they lie.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
file=$PWD/target/data/flights-3m.parquet

if [ ! -f "$file" ]; then
  mkdir -p target/data
  (
    cd target/data
    npm pack --silent vega-datasets@3.2.1 >/dev/null
    tar -xzf vega-datasets-3.2.1.tgz --strip-components=2 package/data/flights-3m.parquet
    rm vega-datasets-3.2.1.tgz
  )
fi
echo "dbeb920c90f59b6ccaff823dcc3d08f25a97fa1ce128d93f40be4e931f5900b0  $file" | sha256sum --check --quiet - >&2
echo "$file"
