// Rewrites lexicons/alphabetic-index.json: the lines of the Alphabetic Index that lead to a code of lexicons/codes/, as a tree of main terms and subterms.
// In: a table of paths (tab separated: path joined by " > ", nonessential modifiers, see, see also, code). Out: one main term a line.
// Not its job: finding anything in it (src/search/).
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
const kept = root.terms.map(prune).filter(Boolean);
const named = (title) => title.split(',').map((variant) => variant.trim().toLowerCase());
const leading = new Set(kept.filter((node) => JSON.stringify(node).includes('"code"')).flatMap(({ term }) => named(term)));

/** Without a code of its own, a line stays when the main term that it points to is here ("Slipped, intervertebral disc: see Displacement"). */
function keepPointers(node) {
  const terms = (node.terms ?? []).map(keepPointers).filter(Boolean);
  const points = [node.see, node.seeAlso].some((text) => text && leading.has(named(text)[0]));
  if (!node.code && !points && !terms.length) return undefined;
  const { terms: below, ...line } = node;
  return { ...line, ...(terms.length && { terms }) };
}
const terms = kept.map((node) => JSON.stringify(node).includes('"code"') ? node : keepPointers(node)).filter(Boolean);
writeFileSync(`${lexicons}alphabetic-index.json`, `{\n "terms": [\n${terms.map((node) => `  ${JSON.stringify(node)}`).join(',\n')}\n ]\n}\n`);
