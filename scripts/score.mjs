#!/usr/bin/env node
// `npm run score`: the analyzer on labelled notes: tables, the worst notes, floors. See `--help`.
// The shell only: arguments, files, printing. What is measured stands in scripts/score/.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assertText, createAnalyzer } from '../dist/index.js';
import { parseKit, printKit, scoreKit } from './score/assertion-kit.mjs';
import { printScores, raise, whatFell } from './score/floors.mjs';
import { listOpen, printOpen } from './score/open-notes.mjs';
import { renderPage } from './score/page.mjs';
import { scoreReports } from './score/score-reports.mjs';
import { missingFiles, pathOf, readJsonl, readScores, readSet, readText, SCORES_FILE } from './score/sets.mjs';
import { columns, printTable } from './score/table.mjs';
import { printWorst } from './score/worst.mjs';

const HELP = `npm run score [-- OPTIONS]     (npm run build first)
  --set NAME[,NAME]  only these sets of corpora/scores.json (dev, mri, benchmark, assertion)
  --worst N          how many of the worst notes to tell (default 10; 0: none)
  --facts            tell missed and misread facts too
  --id ID            only this note
  --html FILE        write a page with the errors beside the notes
  --assertion        only the labelled sentences: negation, historical, possible, experiencer, with the errors
  --open             list every code reported on the open notes that are not about the spine
  --raise            lift the floors of corpora/scores.json to what was measured
  --json             print the measures as JSON
Sets whose files are not at hand are named and left out. Exit code 1 when a score fell below its floor.`;

const OPEN_NOTES = '../shared/corpora/open.notes.jsonl.gz';
const { values: options } = parseArgs({ options: {
  set: { type: 'string' }, worst: { type: 'string', default: '10' }, facts: { type: 'boolean' }, id: { type: 'string' }, html: { type: 'string' },
  assertion: { type: 'boolean' }, open: { type: 'boolean' }, raise: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' },
} });
const most = Number(options.worst);
const say = (text) => process.stdout.write(`${text}\n`);

if (options.help) say(HELP);
else if (options.open) tellOpen();
else tellSets();

function tellOpen() {
  const notes = readJsonl(OPEN_NOTES).filter(({ spine }) => !spine);
  const groups = listOpen(notes, analyzeAll(notes));
  say(options.json ? JSON.stringify(groups) : printOpen(groups, notes));
}

function tellSets() {
  const scores = readScores();
  const chosen = options.assertion ? ['assertion'] : options.set?.split(',') ?? Object.keys(scores);
  const unknown = chosen.filter((name) => !scores[name]);
  if (unknown.length) return fail(2, `corpora/scores.json has no set ${unknown.join(', ')}`);
  const scored = chosen.flatMap((name) => scoreSet(name, scores[name]));
  if (options.json) say(JSON.stringify(Object.fromEntries(scored.map(({ name, result }) => [name, withoutNotes(result)]))));
  else for (const one of scored) tell(one);
  if (options.html) writeFileSync(options.html, renderPage(scored.filter(({ reports }) => reports)));
  if (options.raise) writeFileSync(SCORES_FILE, printScores({ ...scores, ...Object.fromEntries(scored.map(({ name, result }) => [name, raise(result, scores[name])])) }));
  const fallen = options.id ? [] : scored.flatMap(({ name, result }) => whatFell(result, scores[name]).map((line) => `${name}: ${line}`));
  if (fallen.length) fail(1, `Scores may rise, never fall:\n${fallen.join('\n')}`);
}

function scoreSet(name, set) {
  const missing = missingFiles(set);
  if (missing.length) {
    process.stderr.write(`${name} is left out: ${missing.join(', ')} not at hand\n`);
    return [];
  }
  if (set.sentences) return [{ name, result: scoreKit(parseKit(readText(set.sentences)), assertText) }];
  const { notes, labels } = readSet(set);
  const asked = ({ id }) => !options.id || id === options.id;
  const reports = analyzeAll(notes.filter(asked));
  return [{ name, notes, reports, result: scoreReports(reports, labels.filter(asked), notes) }];
}

function analyzeAll(notes) {
  const { analyze } = createAnalyzer();
  return notes.map((note) => analyze(note));
}

function tell({ name, result, notes }) {
  if (!notes) return say(`${name}: ${printKit(result, columns, { most: options.assertion ? Infinity : most })}\n`);
  say(`${printTable(name, result)}\n`);
  if (most > 0) say(`${printWorst(result, notes, { most, facts: options.facts || options.id !== undefined })}\n`);
}

const withoutNotes = ({ perNote: _, ...measures }) => measures;

function fail(code, message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = code;
}
