// Rewrites lexicons/tabular/ from official Tabular List XML files: the headers and printed notes of every category that lexicons/codes/ has.
// In: XML files, the first one that has a category decides ("FY2027=extract.xml FY2021=tabular.xml.gz"). Out: one JSON file per category, and chapters.json.
// Not its job: codes and titles of billable codes (lexicons/codes/); checking (test/book.test.ts).
import { createReadStream, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { readTabular } from '../dist/codeset/read-tabular.js';
import { expandCodes } from '../dist/lexicon/expand.js';

const lexicons = fileURLToPath(new URL('../lexicons/', import.meta.url));
const families = readdirSync(`${lexicons}codes`).map((file) => JSON.parse(readFileSync(`${lexicons}codes/${file}`, 'utf8')));
const billable = new Set(families.flatMap(expandCodes).filter(({ until }) => !until).map(({ code }) => code));
const wanted = [...new Set([...billable].map((code) => code.slice(0, 3)))].sort();

const bytesOf = (path) => path.endsWith('.gz') ? createReadStream(path).pipe(createGunzip()) : createReadStream(path);
const books = [];
for (const argument of process.argv.slice(2)) {
  const [basis, path] = argument.split('=');
  books.push({ basis, entries: (await readTabular({ name: path, bytes: bytesOf(path) })).entries });
}
if (!books.length) { console.error('usage: node scripts/tabular.mjs FY2027=TABULAR.xml [FY2021=TABULAR.xml.gz …]'); process.exit(2); }

const write = (name, { basis, entries }) => writeFileSync(`${lexicons}tabular/${name}.json`,
  `{\n "basis": ${JSON.stringify(basis)},\n "entries": [\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n ]\n}\n`);

/** Notes stand beside the title; the title of a billable code is in its family. */
function flat({ code, title, level, range, notes, sevenths }) {
  return { code, ...(!billable.has(code) && { title }), ...(level !== 'code' && { level }), ...(range && { range }), ...notes, ...(sevenths && { sevenths }) };
}

rmSync(`${lexicons}tabular`, { recursive: true, force: true });
mkdirSync(`${lexicons}tabular`);

for (const category of wanted) {
  const book = books.find(({ entries }) => entries.some(({ code, level }) => level === 'code' && code === category));
  if (!book) { console.error(`${category}: in none of the files`); process.exitCode = 1; continue; }
  const entries = book.entries.filter(({ code, level }) => level === 'code' && code.startsWith(category))
    .filter(({ code, notes }) => billable.has(code) ? notes : [...billable].some((other) => other.startsWith(code)));
  write(category, { basis: book.basis, entries: entries.map(flat) });
}

const reaches = ({ code, range }) => wanted.some((category) => { const [first, last] = range ?? code.split('-'); return first <= category && category <= (last ?? first); });
const above = books.flatMap(({ entries }) => entries.filter(({ level }) => level !== 'code').filter(reaches).map(flat));
write('chapters', { basis: books[0].basis, entries: above.filter(({ code }, at) => above.findIndex((other) => other.code === code) === at) });
