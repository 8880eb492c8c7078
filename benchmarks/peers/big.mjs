// node big.mjs DATA SCRIPT RUN [PARTS]: fills the tables of DATA, runs SCRIPT, and compares its control totals with those of the run folder RUN; two threads.
// With PARTS the script runs again on each part of the roster, split by recipient, and the lines of all parts are compared with those of the whole.
// Prints how long each step took as name,seconds; status 1 when anything that should agree does not.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { totalDifferences } from './differences.mjs';

const [data, script, run, parts = '0'] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const text = readFileSync(script, 'utf8');

await connection.run(`set file_search_path = '${resolve(data)}'`);
await timed('load', readFileSync(join(data, 'tables.sql'), 'utf8'));
await timed('script', text);
const { compared, differences } = await totalDifferences(connection, run);
console.log([`${compared} control totals, ${differences.length} differ`, ...differences.slice(0, 12)].join('\n  '));
process.exitCode = differences.length === 0 && compared > 0 ? 0 : 1;
if (parts > 0) console.log(await splitDifference(Number(parts)));

async function timed(name, sql) {
    const start = process.hrtime.bigint();
    await connection.run(sql);
    console.log(`${name},${(Number(process.hrtime.bigint() - start) / 1e9).toFixed(2)}`);
}

// Rows of one recipient stay together; row numbers are those of the whole.
async function splitDifference(count) {
    await connection.run('create table whole as select * from payouts; create table united as select * from payouts limit 0; alter table roster rename to all_rows');
    for (let part = 0; part < count; part++) {
        await connection.run(`create table roster as select * from all_rows where hash(coalesce(code, name)) % ${count} = ${part}`);
        await connection.run(text);
        await connection.run('insert into united select * from payouts; drop table roster');
    }

    const [{ n }] = (await connection.runAndReadAll('select count(*) as n from (from whole except from united)')).getRowObjects();
    const [{ whole, united }] = (await connection.runAndReadAll('select (select sum(payable_yuan) from whole) as whole, (select sum(payable_yuan) from united) as united')).getRowObjects();
    return `${count} parts: ${n} lines differ from the whole, payable ${united} beside ${whole}`;
}
