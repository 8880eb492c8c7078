#!/usr/bin/env bash
# Time and peak memory of one batch as the roster grows. Usage: scaling.sh [WORK_FOLDER] [ROWS...]; SCHEME=a rule file or folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
work=${1:-$(mktemp -d)}
shift || true
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(10000 100000 200000 1000000 2000000 5000000 20000000)
mkdir -p "$work"
dotnet build "$root/src/Incentives.Cli" -c Release -v quiet --nologo
incentives="$root/src/Incentives.Cli/bin/Release/net10.0/incentives"
rules=${SCHEME:-$root/rules/hunan/zhuzhou}

echo '| rows | wall s | processor s | processor µs a row | peak MiB | bytes a row |'
echo '|---|---|---|---|---|---|'
for rows in "${sizes[@]}"; do
    roster="$work/scaling-$rows.csv"
    "$incentives" sample --rules "$rules" --rows "$rows" --seed 1 --out "$roster" --quiet
    repeat=$((rows > 2000000 ? 1 : 3))
    : > "$work/scaling.csv"
    for _ in $(seq "$repeat"); do
        /usr/bin/time -f '%e,%U,%S,%M' -a -o "$work/scaling.csv" "$incentives" calculate "$roster" --rules "$rules" --out "$work/scaling-run" --quiet > /dev/null
    done
    sort -n "$work/scaling.csv" | sed -n "$(((repeat + 1) / 2))p" | awk -F, -v rows="$rows" '{ cpu = $2 + $3; printf "| %d | %.2f | %.2f | %.2f | %.0f | %.0f |\n", rows, $1, cpu, cpu * 1000000 / rows, $4 / 1024, $4 * 1024 / rows }'
    rm -rf "$roster" "$work/scaling-run"
done
