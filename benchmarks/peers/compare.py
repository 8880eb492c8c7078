"""python3 compare.py RUN_DIR OTHER_DIR...: whether rows and sums by total, clause and status are the same in all."""
import csv
import sys


def sums(folder):
    with open(f'{folder}/summary.csv', encoding='utf-8-sig', newline='') as file:
        return {(r['by'], r['key']): (int(r['rows']), int(r['fen']) if 'fen' in r else int(r['payable_yuan'].replace('.', '')))
                for r in csv.DictReader(file) if r['by'] in ('total', 'clause', 'status')}


ours, *others = [(folder, sums(folder)) for folder in sys.argv[1:]]
wrong = False
for folder, theirs in others:
    for key in sorted(ours[1].keys() | theirs.keys()):
        if ours[1].get(key) != theirs.get(key):
            wrong = True
            print(f'{folder}: {key}: {theirs.get(key)} instead of {ours[1].get(key)}')
    print(f'{folder}: {"differs" if wrong else "the same"}, {len(theirs)} sums')
sys.exit(1 if wrong else 0)
