// The folder corpora/benchmark → all notes and labels, and the two JSONL files that are made of them for other systems and scorers.
// The files of the styles are the source; the JSONL is derived, and `npm run leaderboard -- --write` writes it anew.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { readBenchmark } from './read-benchmark.mjs';

const FOLDER = new URL('../../corpora/benchmark/', import.meta.url);

/** All notes and labels, style by style in order of name. */
export function readBenchmarkFiles() {
  const styles = readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).sort().map((name) => name.slice(0, -4));
  const read = styles.map((style) => readBenchmark(style, readFileSync(new URL(`${style}.txt`, FOLDER), 'utf8')));
  return { notes: read.flatMap(({ notes }) => notes), labels: read.flatMap(({ labels }) => labels) };
}

/** What the two JSONL files must hold. */
export function renderJsonl({ notes, labels }) {
  const lines = (list) => list.map((one) => `${JSON.stringify(one)}\n`).join('');
  return { 'notes.jsonl': lines(notes), 'labels.jsonl': lines(labels) };
}

/** The names of the JSONL files that no longer say what the files of the styles say. */
export function staleJsonl(benchmark) {
  const current = (name) => { try { return readFileSync(new URL(name, FOLDER), 'utf8'); } catch { return ''; } };
  return Object.entries(renderJsonl(benchmark)).filter(([name, content]) => current(name) !== content).map(([name]) => name);
}

/** Writes both files. */
export function writeJsonl(benchmark) {
  for (const [name, content] of Object.entries(renderJsonl(benchmark))) writeFileSync(new URL(name, FOLDER), content);
}
