// Rewrites lexicons/alphabetic-index.json: the lines of the Alphabetic Index that lead to a code of lexicons/codes/, as a tree of main terms and subterms.
// In: a table of paths (tab separated: path joined by " > ", nonessential modifiers, see, see also, code). Out: one main term a line.
// Not its job: finding anything in it (src/book/search*.ts).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expandCodes } from '../dist/lexicon/expand.js';

const lexicons = fileURLToPath(new URL('../lexicons/', import.meta.url));
const codes = readdirSync(`${lexicons}codes`).flatMap((file) => expandCodes(JSON.parse(readFileSync(`${lexicons}codes/${file}`, 'utf8')))).map(({ code }) => code);
const inDomain = (code) => codes.some((own) => own.startsWith(code.replace(/-$/, '')));
const tidy = (text) => text.replace(/\s+/g, ' ').trim();

const [table] = process.argv.slice(2);
if (!table) { console.error('usage: node scripts/alphabetic-index.mjs TABLE.tsv'); process.exit(2); }
const rows = readFileSync(table, 'utf8').split(/\r?\n/).slice(1).filter(Boolean).map((line) => {
  const [path, modifiers, see, seeAlso, code] = line.split('\t').map(tidy);
  return { path: path.split(' > '), modifiers, see, seeAlso, code };
});

const root = { terms: [] };
const nodeAt = (path) => path.reduce((node, term) => {
  const known = (node.terms ??= []).find((one) => one.term === term);
  if (known) return known;
  node.terms.push({ term });
  return node.terms.at(-1);
}, root);
for (const { path, ...line } of rows) Object.assign(nodeAt(path), Object.fromEntries(Object.entries(line).filter(([, value]) => value)));

/** A line stays when it, or a line below it, leads to a code of ours or points elsewhere in the index. */
function prune(node) {
  const terms = (node.terms ?? []).map(prune).filter(Boolean);
  const leads = (node.code && inDomain(node.code)) || node.see || node.seeAlso;
  if (!leads && !terms.length) return undefined;
  const { term, modifiers, code, see, seeAlso } = node;
  return { term, ...(modifiers && { modifiers }), ...(code && inDomain(code) && { code }), ...(see && { see }), ...(seeAlso && { seeAlso }), ...(terms.length && { terms }) };
}
const terms = root.terms.map(prune).filter((node) => node && JSON.stringify(node).includes('"code"'));
writeFileSync(`${lexicons}alphabetic-index.json`, `{\n "terms": [\n${terms.map((node) => `  ${JSON.stringify(node)}`).join(',\n')}\n ]\n}\n`);
