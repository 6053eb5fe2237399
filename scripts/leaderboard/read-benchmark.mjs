// One file of corpora/benchmark (a style of note, as a person writes it) → its notes and labels, in the format of the JSONL beside it.
// Strict: a line it does not know, a quote that is not in the note or an id that is not the style's stops with file and line.
// Pure, no files; corpora/README.md describes what it reads.

const SETTINGS = ['outpatient', 'inpatient'];
const HEAD_KEYS = ['setting', 'date', 'type'];
const ASSERTIONS = ['present', 'absent', 'possible', 'historical', 'planned', 'family'];
const FACT_AXES = ['condition', 'symptom', 'site', 'level', 'laterality', 'chronicity', 'radiation', 'imaging', 'cause'];
const QUERY_AXES = ['laterality', 'region', 'specificity', 'chronicity', 'cause', 'imaging-correlation', 'certainty', 'conflict', 'encounter'];
const CODE = /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/;
const DEFAULT_DATE = '2026-11-15';

/** Reads the text of one style's file. Out: `{ notes, labels }`, one of each per note, in the order of the file. */
export function readBenchmark(style, text) {
  const blocks = cutBlocks(style, text);
  const entries = blocks.map((block) => readBlock(style, block));
  const ids = entries.map(({ note }) => note.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) throw new Error(`${style}: ${twice} stands there twice`);
  return { notes: entries.map(({ note }) => note), labels: entries.map(({ label }) => label) };
}

/** The notes of a file: each begins with "# <style>-<number>: what it shows". */
function cutBlocks(style, text) {
  const blocks = [];
  for (const [at, content] of text.split('\n').entries()) {
    if (content.startsWith(`# ${style}-`)) blocks.push([]);
    if (blocks.length === 0 && content.trim() !== '') throw new Error(`${style}:${at + 1}: expected "# ${style}-01: what it shows"`);
    blocks.at(-1)?.push({ at: at + 1, content });
  }
  return blocks;
}

function readBlock(style, [title, ...lines]) {
  const fail = (line, says) => { throw new Error(`${style}:${line.at}: ${says}`); };
  const [, id] = /^# ([a-z-]+-\d\d): .+/.exec(title.content) ?? fail(title, `expected "# ${style}-01: what it shows"`);
  const arrow = lines.findIndex(({ content }) => content === '==>');
  if (arrow < 0) fail(title, 'no line "==>"');
  const heads = lines.findIndex(({ content }) => !content.startsWith('@'));
  const head = readHead(lines.slice(0, heads), fail);
  const note = { id, style, setting: 'outpatient', date: DEFAULT_DATE, ...head, text: lines.slice(heads, arrow).map(({ content }) => content).join('\n').trimEnd() };
  if (note.text === '') fail(title, 'no text');
  return { note, label: readLabel(note, lines.slice(arrow + 1).filter(({ content }) => content.trim() !== ''), fail) };
}

function readHead(lines, fail) {
  return Object.fromEntries(lines.map((line) => {
    const [, key, value] = /^@(\w+) (\S+)$/.exec(line.content) ?? fail(line, 'expected "@key value"');
    if (!HEAD_KEYS.includes(key) || (key === 'setting' && !SETTINGS.includes(value))) fail(line, `unknown: ${line.content}`);
    return [key, value];
  }));
}

function readLabel(note, lines, fail) {
  const label = { id: note.id, style: note.style, setting: note.setting, codes: [], forbidden: [], queries: [], facts: [] };
  for (const line of lines) {
    const [first, ...rest] = line.content.split(' | ').map((part) => part.trim());
    const words = first.split(' ');
    const read = LINES.find((one) => one.reads(words)) ?? fail(line, `unknown: ${line.content}`);
    const [list, entry] = read.make(words, rest, (says) => fail(line, says));
    if (entry.quote !== undefined && !note.text.includes(entry.quote)) fail(line, `not in the note: ${entry.quote}`);
    label[list].push(entry);
  }
  return label;
}

/** What may stand below "==>": how a line is known, and what it makes of which list of the label. */
const LINES = [
  { reads: ([verb]) => verb === 'code', make: (words, rest, fail) => makeCode(words.slice(1), 'required', rest, fail) },
  { reads: ([verb, what]) => verb === 'may' && what !== 'ask', make: (words, rest, fail) => makeCode(words.slice(1), 'acceptable', rest, fail) },
  { reads: ([verb]) => verb === 'not', make: ([, code, ...more], [why, ...rest], fail) => {
    if (!CODE.test(code) || more.length || !why || rest.length) fail('expected "not CODE | why"');
    return ['forbidden', { code, why }];
  } },
  { reads: ([verb]) => verb === 'ask', make: (words, rest, fail) => makeQuery(words.slice(1), 'required', rest, fail) },
  { reads: ([verb, what]) => verb === 'may' && what === 'ask', make: (words, rest, fail) => makeQuery(words.slice(2), 'acceptable', rest, fail) },
  { reads: ([verb]) => ASSERTIONS.includes(verb), make: ([assert, axis, ...value], [quote, ...rest], fail) => {
    if (!FACT_AXES.includes(axis) || value.length === 0 || rest.length) fail('expected "present axis value | quote"');
    return ['facts', { axis, value: value.join(' '), assert, quote: quote ?? value.join(' ') }];
  } },
];

function makeCode(codes, status, [quote, why, ...rest], fail) {
  if (codes.length === 0 || !codes.every((code) => CODE.test(code)) || !quote || !why || rest.length) fail('expected "code CODE … | quote | why"');
  return ['codes', { anyOf: codes, status, quote, why }];
}

function makeQuery([axis, ...more], status, [quote, about, ...rest], fail) {
  if (!QUERY_AXES.includes(axis) || more.length || !quote || !about || rest.length) fail('expected "ask axis | quote | about"');
  return ['queries', { axis, about, quote, status }];
}
