#!/usr/bin/env bash
# Compares the figures of evaluations with those of other tools for 10,000 random cases of each kind, in minutes.
#   PYTHON=venv/bin/python ./compare.sh [cases]
# The Python needs scoringrules, scikit-learn and arviz; reference.py says which versions.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../../../../../../.." && pwd)
cases=$(mktemp)
trap 'rm -f "$cases"' EXIT
"${PYTHON:-python3}" "$here/reference.py" "${1:-10000}" >"$cases"
cd "$root"
./mvnw -B -q --no-transfer-progress -pl transforms/kernel -am test -Dtest='ScoresTest,DrawMixtureTest,ExactCrpsTest' \
  -Dsurefire.failIfNoSpecifiedTests=false -Dcredence.reference="$cases"
echo "all figures of $(wc -l <"$cases") cases agree"
