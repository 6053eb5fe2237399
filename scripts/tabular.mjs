// Rewrites lexicons/tabular/ from official Tabular List XML files: the headers and printed notes of every category that lexicons/codes/ has.
// In: XML files, the first one that has a category decides ("FY2027=extract.xml FY2021=tabular.xml.gz"). Out: one JSON file per category, and chapters.json.
// Not its job: codes and titles of billable codes (lexicons/codes/); checking (test/tabular.test.ts).
import { readdirSync, readFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { expandCodes } from '../dist/lexicon/expand.js';

const NOTES = new Set(['includes', 'inclusionTerm', 'excludes1', 'excludes2', 'codeFirst', 'useAdditionalCode', 'codeAlso', 'notes', 'sevenChrNote']);
const lexicons = fileURLToPath(new URL('../lexicons/', import.meta.url));
const billable = new Set(readdirSync(`${lexicons}codes`).flatMap((file) => expandCodes(JSON.parse(readFileSync(`${lexicons}codes/${file}`, 'utf8')))).filter(({ until }) => !until).map(({ code }) => code));
const wanted = [...new Set([...billable].map((code) => code.slice(0, 3)))].sort();

const tidy = (text) => text.replace(/\s+/g, ' ').trim();

/** The titles of chapters and blocks end in their range: "Deforming dorsopathies (M40-M43)". */
function titleAndRange(text, level) {
  const [, title, first, last] = /^(.*?)\s*\(([A-Z][0-9A-Z]{2})(?:-([A-Z][0-9A-Z]{2}))?\)$/.exec(text) ?? [];
  return level === 'code' || !title ? { title: text } : { title, ...(level === 'chapter' && { range: [first, last ?? first] }) };
}

function readTabular(path) {
  const bytes = readFileSync(path);
  const entries = [];
  const open = [];
  let words = '';
  let noteKind;
  let extension;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    words = '';
    if (name === 'chapter' || name === 'section' || name === 'diag') open.push({ element: name, id: attributes.id, entry: undefined });
    if (NOTES.has(name)) noteKind = name;
    if (name === 'extension') extension = attributes.char;
  });
  parser.on('text', (text) => { words += text; });
  parser.on('closetag', ({ name }) => {
    const at = open.at(-1);
    const text = tidy(words);
    words = '';
    if (!at) return;
    const start = (code) => { at.entry = { code, title: '', level: at.element === 'section' ? 'block' : at.element === 'diag' ? 'code' : at.element, notes: {} }; entries.push(at.entry); };
    if (name === 'name' && !at.entry) start(text);
    else if (name === 'desc' && !at.entry?.title) { if (!at.entry) start(at.id); Object.assign(at.entry, titleAndRange(text, at.entry.level)); }
    else if (name === 'note' && noteKind && text && at.entry) (at.entry.notes[noteKind] ??= []).push(text);
    else if (name === 'extension' && at.entry) (at.entry.sevenths ??= {})[extension] = text;
    
    if (NOTES.has(name)) noteKind = undefined;
    if (name === 'chapter' || name === 'section' || name === 'diag') open.pop();
  });
  parser.write((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')).close();
  return entries;
}

const books = process.argv.slice(2).map((argument) => {
  const [basis, path] = argument.split('=');
  return { basis, entries: readTabular(path) };
});
if (!books.length) { console.error('usage: node scripts/tabular.mjs FY2027=TABULAR.xml [FY2021=TABULAR.xml.gz …]'); process.exit(2); }

const write = (name, content) => writeFileSync(`${lexicons}tabular/${name}.json`, `{\n "basis": ${JSON.stringify(content.basis)},\n "entries": [\n${content.entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n ]\n}\n`);
const flat = ({ level, notes, sevenths, ...entry }) => ({ ...entry, ...notes, ...(sevenths && { sevenths }) });
rmSync(`${lexicons}tabular`, { recursive: true, force: true });
mkdirSync(`${lexicons}tabular`);

for (const category of wanted) {
  const book = books.find(({ entries }) => entries.some(({ code }) => code === category));
  if (!book) { console.error(`${category}: in none of the files`); process.exitCode = 1; continue; }
  const entries = book.entries.filter(({ code, level }) => level === 'code' && code.startsWith(category))
    .filter(({ code, notes }) => billable.has(code) ? Object.keys(notes).length > 0 : [...billable].some((other) => other.startsWith(code)))
    .map((entry) => { const { title, ...rest } = flat(entry); return billable.has(entry.code) ? rest : { code: rest.code, title, ...rest }; });
  write(category, { basis: book.basis, entries });
}

const reaches = ({ code, range }) => [...wanted].some((category) => { const [first, last] = range ?? code.split('-'); return first <= category && category <= (last ?? first); });
const above = books.flatMap(({ basis, entries }) => entries.filter(({ level }) => level !== 'code').filter(reaches).map((entry) => ({ basis, ...flat(entry), level: entry.level })));
const newest = above.filter(({ code }, at) => above.findIndex((other) => other.code === code) === at);
write('chapters', { basis: 'FY2027', entries: newest.map(({ basis, ...entry }) => entry) });
