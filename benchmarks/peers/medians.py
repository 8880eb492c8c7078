"""python3 medians.py TIMES_CSV ROWS: medians of name,wall,user,system,KiB by name, and each beside ours."""
import csv
import statistics
import sys

runs = {}
with open(sys.argv[1], newline='') as file:
    for name, wall, user, system, kib in csv.reader(file):
        runs.setdefault(name, []).append((float(wall), float(user) + float(system), int(kib) / 1024))
rows = int(sys.argv[2])
median = {name: [statistics.median(values) for values in zip(*r)] for name, r in runs.items()}
ours = median['incentives']
print('| | wall, ours = 1 | processor, ours = 1 | peak memory, ours = 1 | wall s | fastest s | processor s | peak MiB | rows/s |')
print('|---|---|---|---|---|---|---|---|---|')
for name, (wall, processor, mib) in median.items():
    fastest = min(r[0] for r in runs[name])
    print(f'| {name} | {wall / ours[0]:.2f} | {processor / ours[1]:.2f} | {mib / ours[2]:.2f} | {wall:.2f} | {fastest:.2f} | {processor:.2f} | {mib:,.0f} | {rows / wall:,.0f} |')
print(f'medians of {len(runs["incentives"])} runs in turns')
