// What differs between a run folder and the tables that a script made in DuckDB.
import { join } from 'node:path';

// The tables against the files, both as texts; an empty cell is a NULL.
export async function payoutDifferences(connection, run) {
    const expected = await rows(connection, csv(join(run, 'payouts.csv')));
    const got = await rows(connection, 'select cast(columns(*) as varchar) from (select * from payouts order by row_no, clause_no) q');
    return { compared: expected.length, differences: [...lines(expected, got)] };
}

export async function totalDifferences(connection, run) {
    const expected = (await rows(connection, csv(join(run, 'summary.csv')))).filter(t => t.by !== 'earmark');
    const got = await rows(connection, 'select cast(columns(*) as varchar) from payout_totals');
    return { compared: expected.length, differences: [...sums(expected, got)] };
}

async function rows(connection, query) {
    return (await connection.runAndReadAll(query)).getRowObjects();
}

function csv(path) {
    return `from read_csv('${path}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`;
}

function* lines(expected, got) {
    if (expected.length !== got.length) yield `the engine has ${expected.length} lines, DuckDB has ${got.length}`;
    for (let i = 0; i < Math.min(expected.length, got.length); i++) {
        for (const [column, value] of Object.entries(expected[i])) {
            if (!(column in got[i])) yield `DuckDB has no column ${column}`;
            else if ((value ?? '') !== (got[i][column] ?? '')) yield `line ${expected[i].line} ${expected[i].clause}: ${column} is '${value ?? ''}' for the engine, '${got[i][column] ?? ''}' for DuckDB`;
        }
    }
}

function* sums(expected, got) {
    const text = (t, by, key, lines) => [t[by], t[key] ?? '', t[lines], t.recipients, t.entitled_yuan, t.payable_yuan].join(' | ');
    const ours = new Set(expected.map(t => text(t, 'by', 'key', 'rows'))), theirs = new Set(got.map(t => text(t, 'sum_by', 'sum_key', 'line_count')));
    for (const t of ours) if (!theirs.has(t)) yield `total only of the engine: ${t}`;
    for (const t of theirs) if (!ours.has(t)) yield `total only of DuckDB: ${t}`;
}
