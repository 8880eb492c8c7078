#!/usr/bin/env bash
# Time and peak memory of one batch as the roster grows, for four kinds of batch. Usage: scaling.sh [WORK_FOLDER] [ROWS...]; KINDS="one twenty first envelope" chooses.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
work=${1:-$(mktemp -d)}
shift || true
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(10000 100000 200000 1000000 2000000 5000000 20000000)
mkdir -p "$work"
. "$here/released.sh"

# The rules of each kind: one scheme of fixed amounts; twenty schemes at once; first times only; everything under an envelope.
rules_of() {
    case $1 in
        one) echo --rules "$root/rules/shandong/jinan" ;;
        twenty) echo --rules "$root/rules/fujian" --rules "$root/rules/hunan" ;;
        first) echo --rules "$root/rules/hunan/zhuzhou" ;;
        envelope) echo --rules "$here/schemes/envelope.yaml" ;;
    esac
}

echo '| batch | rows | wall s | processor s | processor µs a row | peak MiB | bytes a row |'
echo '|---|---|---|---|---|---|---|'
for kind in ${KINDS:-one twenty first envelope}; do
    read -ra rules <<< "$(rules_of "$kind")"
    for rows in "${sizes[@]}"; do
        roster="$work/scaling-$kind-$rows.csv"
        "$incentives" sample "${rules[@]}" --rows "$rows" --seed 1 --out "$roster" --quiet
        repeat=$((rows > 2000000 ? 1 : 3))
        : > "$work/scaling.csv"
        for _ in $(seq "$repeat"); do
            /usr/bin/time -f '%e,%U,%S,%M' -a -o "$work/scaling.csv" "$incentives" calculate "$roster" "${rules[@]}" --out "$work/scaling-run" --quiet > /dev/null
        done
        sort -n "$work/scaling.csv" | sed -n "$(((repeat + 1) / 2))p" | awk -F, -v kind="$kind" -v rows="$rows" '{ cpu = $2 + $3; printf "| %s | %d | %.2f | %.2f | %.2f | %.0f | %.0f |\n", kind, rows, $1, cpu, cpu * 1000000 / rows, $4 / 1024, $4 * 1024 / rows }'
        rm -rf "$roster" "$work/scaling-run"
    done
done
