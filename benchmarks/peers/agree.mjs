// node agree.mjs FOLDER: runs the DuckDB script of each batch in FOLDER (tests/Incentives.Tests/Sql/AgreementFiles.cs writes them) on its tables and compares the
// table payouts with the engine's payouts.csv, column by column, and payout_totals with its summary.csv. Prints each difference; status 1 when there is one.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { payoutDifferences, totalDifferences } from './differences.mjs';

const root = resolve(process.argv[2]);
const mostNamed = 12;
const left = readdirSync(root).sort();
const all = left.length;
let agreed = 0, lines = 0, totals = 0;
await Promise.all([worker(), worker()]);
console.log(`DuckDB: ${agreed} of ${all} batches agree (${lines} lines, ${totals} totals)`);
process.exitCode = agreed === all && lines > 0 && totals > 0 ? 0 : 1;

async function worker() {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
        const batch = join(root, name);
        const differences = await compare(batch).catch(e => [String(e.message ?? e)]);
        if (differences.length === 0) agreed++;
        else console.log([`${batch}: ${readFileSync(join(batch, 'name.txt'), 'utf8')}`, ...differences.slice(0, mostNamed)].join('\n  '));
    }
}

async function compare(batch) {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    try {
        // The statements that fill the tables name their files without a folder.
        await connection.run(`set file_search_path = '${join(batch, 'duckdb', 'data')}'`);
        await connection.run(readFileSync(join(batch, 'duckdb', 'data', 'tables.sql'), 'utf8'));
        await connection.run(readFileSync(join(batch, 'duckdb', 'payouts.sql'), 'utf8'));
        const payouts = await payoutDifferences(connection, join(batch, 'run'));
        const sums = await totalDifferences(connection, join(batch, 'run'));
        lines += payouts.compared;
        totals += sums.compared;
        return [...payouts.differences, ...sums.differences];
    } finally {
        connection.closeSync();
        instance.closeSync();
    }
}
