// node spark.mjs FOLDER [EVERY]: parses the Spark scripts of FOLDER and the statements that fill their tables with a grammar of Spark SQL; of the random batches
// each EVERYth. Each named part is parsed by itself, and no text twice: whole scripts take the parser seconds. Nothing is run. Prints each fault; status 1 when there is one.
import { readdirSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join, resolve } from 'node:path';

register('./resolve.mjs', import.meta.url);
const { SparkSQL } = await import('dt-sql-parser');

// The parser says each fault on the screen too.
console.error = () => {};
const root = resolve(process.argv[2]), every = Number(process.argv[3] ?? 1);
const parser = new SparkSQL(), seen = new Set();
let scripts = 0, faulty = 0, random = 0;
for (const name of readdirSync(root).sort()) {
    if (/^(seed|wide) /.test(readFileSync(join(root, name, 'name.txt'), 'utf8')) && random++ % every !== 0) continue;
    for (const file of [join(root, name, 'spark', 'payouts.sql'), join(root, name, 'spark', 'data', 'tables.sql')]) {
        scripts++;
        const faults = texts(readFileSync(file, 'utf8')).flatMap(text => parse(text));
        if (faults.length === 0) continue;
        faulty++;
        console.log([file, ...faults.slice(0, 3)].join('\n  '));
    }
}

console.log(`Spark: ${scripts - faulty} of ${scripts} scripts parse, of ${seen.size} texts`);
process.exitCode = faulty === 0 && scripts > 0 ? 0 : 1;

// The body of each named part, and the script without them.
function texts(script) {
    const all = [];
    const rest = script.replace(/^\s*--.*\n/gm, '').replace(/^(\S+) as \(\n([\s\S]*?)\n\)/gm, (_, name, body) => {
        all.push(body + ';');
        return `${name} as (select 1)`;
    });
    return [...all, rest];
}

function parse(text) {
    if (seen.has(text)) return [];
    seen.add(text);
    return parser.validate(text).map(f => `${f.startLine}:${f.startColumn} ${f.message.slice(0, 300)} in: ${text.slice(0, 200)}`);
}
