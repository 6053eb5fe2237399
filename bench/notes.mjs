// The notes that speed is measured on: the real ones beside the checkout when they are there, else our own. Read once, kept in memory.
// Out: texts in one order; and texts of a wanted length, made of whole notes one after the other.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const at = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const REAL = ['dev.notes.jsonl', 'open.notes.jsonl.gz'].map((name) => at(`../../shared/corpora/${name}`));

const readLines = (path) => (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path)).toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line).text);
const readOwn = () => readdirSync(at('../corpora/notes')).sort().map((name) => readFileSync(at(`../corpora/notes/${name}/note.txt`), 'utf8'));

/** `most` texts, evenly taken from all; `source` says which they are. */
export function readNotes(most) {
  const real = REAL.every(existsSync);
  const texts = real ? REAL.flatMap(readLines) : readOwn();
  const step = Math.max(1, Math.floor(texts.length / most));
  return { source: real ? 'real notes of ../shared/corpora' : 'our own notes', texts: texts.filter((_, index) => index % step === 0).slice(0, most) };
}

/** A text of so many characters: notes one after the other, cut at the end. */
export function textOfLength(texts, length) {
  let text = '';
  for (let next = 0; text.length < length; next = (next + 1) % texts.length) text += `${texts[next]}\n\n`;
  return text.slice(0, length);
}
