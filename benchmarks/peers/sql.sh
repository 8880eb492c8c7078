#!/usr/bin/env bash
# The exported scripts on other databases. (a) Every case of tests/cases and of the shipped rule files, and 2,800 random schemes and rosters: the DuckDB scripts
# run and are compared with the engine line by line; the Spark scripts of each 40th (SPARK_EVERY) are parsed, which takes seconds a script. (b) One big roster: DuckDB's control totals against a run folder's, time and
# memory against `incentives calculate`. (c) A roster in four parts, by recipient. Fails when anything differs.
# Usage: sql.sh [ROWS] [WORK_FOLDER]; with 0 rows only (a).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
rows=${1:-2000000}
work=${2:-$(mktemp -d)}
mkdir -p "$work"
[ -d "$here/node_modules/dt-sql-parser" ] || (cd "$here" && npm install --no-package-lock --no-audit --no-fund)

dotnet build "$root/tests/Incentives.Tests" -v quiet --nologo
rm -rf "$work/batches"
dotnet run --no-build --project "$root/tests/Incentives.Tests" -- write "$work/batches" duckdb spark
status=0
node "$here/agree.mjs" "$work/batches" || status=1
node "$here/spark.mjs" "$work/batches" "${SPARK_EVERY:-40}" || status=1
[ "$rows" -gt 0 ] || exit "$status"

. "$here/../released.sh"
times="$work/times.csv"
: > "$times"
once() { # name, command...: wall seconds, processor seconds and peak KiB
    local name=$1
    shift
    /usr/bin/time -f "$name,%e,%U,%S,%M" -a -o "$times" "$@"
}

prepare() { # rules, rows, folder: a roster, its run folder, its tables and its script
    rm -rf "$3"
    mkdir -p "$3"
    "$incentives" sample --rules "$1" --rows "$2" --seed 1 --tidy --out "$3/roster.csv" --quiet
    once incentives "$incentives" calculate "$3/roster.csv" --rules "$1" --out "$3/run" --quiet > /dev/null
    once export "$incentives" export sql "$3/roster.csv" --rules "$1" --dialect duckdb --check --data "$3/data" --out "$3/payouts.sql" --quiet > /dev/null
}

echo "One roster of $rows rows, rules/hunan/zhuzhou"
prepare "$root/rules/hunan/zhuzhou" "$rows" "$work/big"
once duckdb node "$here/big.mjs" "$work/big/data" "$work/big/payouts.sql" "$work/big/run" || status=1
awk -F, '$1 == "incentives" { w = $2; p = $3 + $4; m = $5 }
    { printf "%-10s wall %.2f, processor %.2f, peak memory %.2f (incentives = 1); %.2f s, %.2f s of processor, %d MiB\n", $1, $2 / w, ($3 + $4) / p, $5 / m, $2, $3 + $4, $5 / 1024 }' "$times"

split=$((rows < 200000 ? rows : 200000))
echo "$split rows in four parts, each key of every operation holding the recipient (rules/hunan/zhuzhou): nothing differs"
prepare "$root/rules/hunan/zhuzhou" "$split" "$work/apart"
node "$here/big.mjs" "$work/apart/data" "$work/apart/payouts.sql" "$work/apart/run" 4 | tee "$work/apart.txt" || status=1
grep -q '^4 parts: 0 lines differ' "$work/apart.txt" || status=1
echo "$split rows in four parts with envelopes (benchmarks/schemes/envelope.yaml): each part spends the whole budget"
prepare "$root/benchmarks/schemes/envelope.yaml" "$split" "$work/envelope"
node "$here/big.mjs" "$work/envelope/data" "$work/envelope/payouts.sql" "$work/envelope/run" 4 | tee "$work/envelope.txt" || status=1
! grep -q '^4 parts: 0 lines differ' "$work/envelope.txt" || status=1
exit "$status"
