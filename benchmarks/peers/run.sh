#!/usr/bin/env bash
# The whole job beside others, on the same roster and schedule: generates the roster, runs all in turns, checks that all came to the same sums,
# and prints medians and ratios. Usage: run.sh [ROWS] [ROUNDS] [WORK_FOLDER]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
rows=${1:-2000000}
rounds=${2:-5}
work=${3:-$(mktemp -d)}
mkdir -p "$work"
python=${PYTHON:-python3}
"$python" -c 'import pandas' 2>/dev/null || python=/usr/bin/python3

. "$here/../released.sh"
dotnet build "$root/benchmarks/Incentives.Benchmarks" -c Release -v quiet --nologo
[ -d "$here/node_modules" ] || (cd "$here" && npm install --no-package-lock --no-audit --no-fund)
floor="$root/benchmarks/Incentives.Benchmarks/bin/Release/net10.0/Incentives.Benchmarks"
rules="$root/rules/hunan/zhuzhou"

roster="$work/roster-$rows.csv"
[ -f "$roster" ] || "$incentives" sample --rules "$rules" --rows "$rows" --seed 1 --tidy --out "$roster" --quiet
times="$work/times.csv"
: > "$times"

once() { # name, command...: wall seconds, processor seconds and peak KiB
    local name=$1
    shift
    /usr/bin/time -f "$name,%e,%U,%S,%M" -a -o "$times" "$@" > /dev/null
}

for _ in $(seq "$rounds"); do
    once floor "$floor" floor "$roster"
    once incentives "$incentives" calculate "$roster" --rules "$rules" --out "$work/incentives" --quiet
    once duckdb node "$here/duckdb.mjs" "$roster" "$work/duckdb"
    once pandas "$python" "$here/pandas_job.py" "$roster" "$work/pandas"
done

"$python" "$here/compare.py" "$work/incentives" "$work/duckdb" "$work/pandas"
"$python" "$here/medians.py" "$times" "$rows"
