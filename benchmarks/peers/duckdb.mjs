// node duckdb.mjs ROSTER OUT: the schedule in DuckDB, two threads.
import { mkdirSync, readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [roster, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const sql = readFileSync(new URL('schedule.sql', import.meta.url), 'utf8').replaceAll("'ROSTER'", `'${roster}'`).replaceAll("'OUT/", `'${out}/`);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
// Nothing is asked about the order of rows, which is to DuckDB's advantage.
await connection.run('set preserve_insertion_order = false');
for (const statement of sql.split(/;\s*$/m).filter(s => s.trim())) await connection.run(statement);
