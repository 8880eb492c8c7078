// node spark.mjs FOLDER [EVERY]: parses each batch's Spark script and the statements that fill its tables with a grammar of Spark SQL, or those of each
// EVERYth batch: the parser takes seconds for a script. The same text is parsed once. Nothing is run. Prints each fault; status 1 when there is one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join, resolve } from 'node:path';

register('./resolve.mjs', import.meta.url);
const { SparkSQL } = await import('dt-sql-parser');

// The parser says each fault on the screen too.
console.error = () => {};
const root = resolve(process.argv[2]), every = Number(process.argv[3] ?? 1);
const parser = new SparkSQL(), seen = new Set();
let scripts = 0, faulty = 0;
for (const name of readdirSync(root).sort().filter((_, i) => i % every === 0)) {
    for (const file of [join(root, name, 'spark', 'payouts.sql'), join(root, name, 'spark', 'data', 'tables.sql')]) {
        const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
        if (text && seen.has(text)) continue;
        seen.add(text);
        scripts++;
        const faults = text ? parser.validate(text) : [{ startLine: 0, startColumn: 0, message: 'is not there' }];
        if (faults.length === 0) continue;
        faulty++;
        console.log([file, ...faults.slice(0, 3).map(f => `${f.startLine}:${f.startColumn} ${f.message.slice(0, 300)}`)].join('\n  '));
    }
}

console.log(`Spark: ${scripts - faulty} of ${scripts} scripts parse`);
process.exitCode = faulty === 0 && scripts > 0 ? 0 : 1;
