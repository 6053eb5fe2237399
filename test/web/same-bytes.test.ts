// The page and Node read a note alike: the reports of Chromium's worker and of the library are the same bytes.
import { readFileSync } from 'node:fs';
import { expect, it, describe } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { noteSchema, type NoteInput } from '../../src/wire.ts';
import { caseNotes, naughtyStrings, negativeNotes, wholeNotes } from '../corpus.ts';
import { runCli } from '../contract/run-cli.ts';
import { describeWithShared, sharedPath } from '../shared.ts';
import { usePage } from './use-page.ts';
import { analyzeInPage } from './worker-in-page.ts';

const DEV = ['corpora/dev.notes.jsonl'];
const NEEDED = 151;
const analyzer = createAnalyzer();
const inNode = (notes: readonly NoteInput[]): readonly string[] => notes.map((note) => JSON.stringify(analyzer.analyze(note)));
const readNotes = (path: string): NoteInput[] => readFileSync(sharedPath(path), 'utf8').split('\n').filter(Boolean).map((line) => noteSchema.parse(JSON.parse(line)));

describe('the page gives the bytes of Node', () => {
  const open = usePage();

  it('for whole, negative and short synthetic notes', async () => {
    const notes = [...wholeNotes(), ...negativeNotes(), ...caseNotes()];
    const { page } = await open();
    expect(await analyzeInPage(page, notes)).toEqual(inNode(notes));
    expect(notes.length).toBeGreaterThan(200);
  });

  it('for hostile strings', async () => {
    const notes = naughtyStrings().map((text, at) => ({ id: `naughty-${at}`, text: `${text}\nLow back pain, left. ${text}` }));
    const { page } = await open();
    expect(await analyzeInPage(page, notes)).toEqual(inNode(notes));
  });

  it('for the command line too', async () => {
    const [note] = wholeNotes();
    const { page } = await open();
    const { out } = await runCli(['analyze', '--format', 'jsonl', '--input', 'jsonl', '-'], { stdin: `${JSON.stringify(note)}\n` });
    expect(await analyzeInPage(page, [note!])).toEqual([out.trimEnd()]);
  });
});

describeWithShared('the page gives the bytes of Node on the dev notes', DEV, () => {
  const open = usePage();

  it(`for all ${NEEDED}`, async () => {
    const notes = DEV.flatMap(readNotes);
    expect(notes.length).toBe(NEEDED);
    const { page } = await open();
    const reports = await analyzeInPage(page, notes);
    expect(reports.filter((report, at) => report !== inNode([notes[at]!])[0]).length).toBe(0);
  });
});
