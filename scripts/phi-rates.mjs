// How often the tripwire for identifiers trips on the open notes beside the checkout, and how long it takes. Needs ../shared and dist/.
// node scripts/phi-rates.mjs [--show CATEGORY]: --show prints what was seen, with the words around it; those notes are public.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { findIdentifiers } from '../dist/phi/find-identifiers.js';
import { loadKnowledge } from '../dist/lexicon/load.js';

const shown = process.argv[2] === '--show' ? process.argv[3] : undefined;
const files = ['open.notes.jsonl.gz', 'dev.notes.jsonl', 'mri.open.jsonl'].map((name) => new URL(`../../shared/corpora/${name}`, import.meta.url));
if (!files.every((file) => existsSync(file))) throw new Error('needs the open notes in ../shared/corpora');
const read = (file) => (file.pathname.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file)).toString('utf8');
const notes = files.flatMap((file) => read(file).split('\n').filter(Boolean).map((line) => JSON.parse(line)));
const knowledge = loadKnowledge();

const tripped = {};
const categories = {};
const totals = {};
const start = performance.now();
for (const { text, source } of notes) {
  const seen = findIdentifiers(text, knowledge);
  totals[source] = (totals[source] ?? 0) + 1;
  if (seen.length > 0) tripped[source] = (tripped[source] ?? 0) + 1;
  for (const { category, start: from, end } of seen) {
    categories[`${source} ${category}`] = (categories[`${source} ${category}`] ?? 0) + 1;
    if (category === shown) console.log(`${source}: ${text.slice(Math.max(0, from - 25), from)}[${text.slice(from, end)}]${text.slice(end, end + 25)}`.replace(/\s+/g, ' '));
  }
}
const milliseconds = performance.now() - start;
for (const source of Object.keys(totals)) console.log(`${source}: ${tripped[source] ?? 0} of ${totals[source]} notes trip`);
console.log(categories, `${(milliseconds * 1000 / notes.length).toFixed(0)} µs a note`);
