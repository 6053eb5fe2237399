// `npm run leaderboard`: scores lumbago and four baselines on the same labelled notes in the same run, and prints them side by side.
//   --reports FILE --name NAME   scores another system too: JSONL, one report a line ({ "note": { "id" }, "candidates": [{ "code", "evidence" }] })
//   --write                      writes corpora/benchmark/notes.jsonl and labels.jsonl anew from the files of the styles, and stops
//   --json                       prints all measures as JSON
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createAnalyzer } from '../dist/index.js';
import { BASELINES } from './leaderboard/baselines.mjs';
import { readBenchmarkFiles, writeJsonl } from './leaderboard/benchmark-files.mjs';
import { scoreReports } from './score/score-reports.mjs';
import { columns } from './score/table.mjs';

const { values: options } = parseArgs({ options: { reports: { type: 'string' }, name: { type: 'string', default: 'other' }, write: { type: 'boolean' }, json: { type: 'boolean' } } });

const readJsonl = (path) => readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
const besideCheckout = (name) => fileURLToPath(new URL(`../../shared/corpora/${name}`, import.meta.url));

/** The sets to score on: ours, and the dev notes of ../shared where they are at hand. */
function readSets() {
  const sets = [{ title: 'lumbago benchmark', ...readBenchmarkFiles() }];
  const [notes, labels] = ['dev.notes.jsonl', 'dev.labels.jsonl'].map(besideCheckout);
  if (existsSync(notes) && existsSync(labels)) sets.push({ title: 'reference notes (../shared/corpora, dev)', notes: readJsonl(notes), labels: readJsonl(labels) });
  else console.error('SKIPPED: the reference notes need ../shared/corpora/dev.notes.jsonl and dev.labels.jsonl');
  return sets;
}

/** Name → function from a note to its report; another system's reports are looked up by id, and a missing one counts as empty. */
function systems() {
  const { analyze } = createAnalyzer();
  const given = options.reports && new Map(readJsonl(options.reports).map((report) => [report.note?.id ?? report.id, report]));
  const lookUp = (note) => ({ mentions: [], queries: [], candidates: [], ...given.get(note.id), note: { id: note.id } });
  return { lumbago: analyze, ...BASELINES, ...(given && { [options.name]: lookUp }) };
}

const number = (value) => value.toFixed(3);

function printSet(title, results) {
  const rows = Object.entries(results).map(([name, { codes }]) => [name, ...[codes.precision, codes.recall, codes.f1, codes.exactNotes].map(number), codes.forbidden]);
  const first = Object.values(results)[0];
  console.log(`\n${title}: ${first.notes} notes, ${first.codes.required} required codes\n`);
  console.log(columns([['', 'P', 'R', 'F1', 'exact notes', 'forbidden'], ...rows]));
  if (Object.keys(first.byStyle).length < 2) return;
  console.log(`\nF1 by style\n`);
  console.log(columns([['', 'notes', ...Object.keys(results)], ...Object.entries(first.byStyle).map(([style, { notes }]) =>
    [style, notes, ...Object.values(results).map(({ byStyle }) => number(byStyle[style].codes.f1))])]));
}

if (options.write) {
  writeJsonl(readBenchmarkFiles());
} else {
  const results = Object.fromEntries(readSets().map(({ title, notes, labels }) =>
    [title, Object.fromEntries(Object.entries(systems()).map(([name, report]) => [name, scoreReports(notes.map(report), labels, notes)]))]));
  if (options.json) console.log(JSON.stringify(results, (key, value) => (key === 'perNote' ? undefined : value)));
  else for (const [title, result] of Object.entries(results)) printSet(title, result);
}
