// `npm run bench`: how fast lumbago is, as ratios against others on the same notes in the same process, then by stage, size and hostile input.
// Flags: --quick (few notes and rounds, no browser), --json, --html FILE. Results of a machine are never committed; the floors of ratios are (floors.json).
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { adversaries } from './adversaries.mjs';
import { raceInBrowser } from './browser.mjs';
import { CONTENDERS, knowledge, LUMBAGO, REGEX, SCAN } from './contenders.mjs';
import { renderHtml, renderText } from './render.mjs';
import { allocatedBy, eachTime, percentile, raceOver, timeOf } from './measure.mjs';
import { readNotes, textOfLength } from './notes.mjs';
import { stagesOf } from './stages.mjs';

const quick = process.argv.includes('--quick');
const { source, texts } = readNotes(quick ? 60 : 300);
const characters = texts.reduce((sum, text) => sum + text.length, 0);
const rounds = quick ? 3 : 7;
const analyze = CONTENDERS[LUMBAGO];

const times = raceOver(texts, CONTENDERS, rounds);
const race = Object.entries(times).map(([name, ms]) => ({ name, notesPerSecond: texts.length / ms * 1000, megabytesPerSecond: characters / ms / 1000, lumbagoIsFasterBy: ms / times[LUMBAGO] }));

const { prepare, stages } = stagesOf(knowledge);
const prepared = texts.map(prepare);
const staged = Object.entries(stages).map(([name, run]) => ({ name, millisecondsPerNote: timeOf(() => { for (const one of prepared) run(one); }, rounds) / texts.length }));

const lengths = quick ? [4_000, 64_000] : [500, 4_000, 20_000, 100_000, 1_000_000];
const sized = lengths.map((length) => ({ length, milliseconds: timeOf(() => analyze(textOfLength(texts, length)), length > 50_000 ? 3 : rounds) }));
const sizes = sized.map((one, at) => {
  const before = sized[at - 1];
  return { ...one, ...(before && { factorPerDoubling: (one.milliseconds / before.milliseconds) ** (Math.log(2) / Math.log(one.length / before.length)) }) };
});

const forms = [...knowledge.forms.values()].flatMap(({ forms }) => forms.slice(0, 1));
const hostileLength = quick ? 50_000 : 1_000_000;
const hostile = Object.entries(adversaries(forms)).map(([name, make]) => {
  const [half, whole] = [make(hostileLength / 2), make(hostileLength)].map((text) => timeOf(() => analyze(text), quick ? 3 : 1));
  return { name, length: hostileLength, milliseconds: whole, factorPerDoubling: whole / half, overOrdinary: whole / hostileLength / (times[LUMBAGO] / characters) };
});

const single = eachTime(texts, analyze);
const kilobytesPerNote = allocatedBy(texts, analyze) / 1024;

const run = (args) => timeOf(() => spawnSync(process.execPath, args, { input: 'Low back pain.' }), quick ? 5 : 15);
const bare = run(['-e', '0']);
const cli = run([fileURLToPath(new URL('../bin/lumbago.js', import.meta.url)), 'analyze', '-']);
/** Imported, and its knowledge at hand. */
const library = run(['--input-type=module', '-e', `(await import(${JSON.stringify(new URL('../dist/bundle/index.js', import.meta.url).href)})).createAnalyzer()`]);

const browser = quick ? undefined : await raceInBrowser(texts, { rounds: 3, nodeMilliseconds: times[LUMBAGO] });

const result = {
  source, notes: texts.length, characters, race, scanIsFasterThanRegexBy: times[REGEX] / times[SCAN], stages: staged, sizes, hostile,
  latency: { p50: percentile(single, 0.5), p99: percentile(single, 0.99) }, kilobytesPerNote,
  ...(browser && { browser }), coldStart: { bareNode: bare, analyze: cli, ratio: cli / bare, library: library - bare },
};
const html = process.argv.indexOf('--html');
if (html > 0) writeFileSync(process.argv[html + 1], renderHtml(result));
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(result)}\n` : renderText(result));
