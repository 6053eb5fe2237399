// Whole notes against their golden reports, and the picture in the README against what the program prints.
// `UPDATE=1 npx vitest run test/goldens.test.ts` writes both anew; a human reads the diff.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatNamed } from '../src/format/formats.ts';
import { PLAIN } from '../src/format/parts/format.ts';
import { createAnalyzer, noteSchema } from '../src/index.ts';
import type { Report } from '../src/wire.ts';
import { wholeNotes } from './corpus.ts';

const { analyze } = createAnalyzer();
const UPDATE = process.env['UPDATE'] === '1';

/**
 * A report as a golden: one line per mention, finding, candidate and so on, so that a diff can be read.
 * Version and knowledge digest are left out: they change with every lexicon entry and say nothing about this note.
 */
function toGolden({ engine: { codeSet }, ...report }: Report): string {
  const fields = Object.entries({ ...report, engine: { codeSet } }).map(([key, value]) => {
    if (!Array.isArray(value)) return ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const lines = value.map((line) => `  ${JSON.stringify(line)}`).join(',\n');
    return ` ${JSON.stringify(key)}: [${lines === '' ? '' : `\n${lines}\n `}]`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}

describe('goldens', () => {
  it.each(wholeNotes().map((note) => ({ note, id: note.id })))('$id', ({ note, id }) => {
    const path = new URL(`../corpora/notes/${id}/report.json`, import.meta.url);
    const golden = toGolden(analyze(note));
    if (UPDATE) writeFileSync(path, golden);
    expect(existsSync(path), 'no golden yet: run with UPDATE=1 and read what it writes').toBe(true);
    expect(golden).toBe(readFileSync(path, 'utf8'));
  });
});

const README = new URL('../README.md', import.meta.url);
const [OPEN, CLOSE] = ['<!-- picture:start -->\n', '<!-- picture:end -->'];

/** What the first command of the README prints on a terminal without colour; what was not coded folds away. */
function picture(): string {
  const note = noteSchema.parse({ id: 'note', text: readFileSync(new URL('../corpora/notes/clinic-sciatica/note.txt', import.meta.url), 'utf8') });
  const printed = formatNamed('text')?.render(analyze(note), note, PLAIN) ?? '';
  const fold = printed.indexOf('\n── Considered');
  const block = (text: string): string => `\`\`\`text\n${text.trim()}\n\`\`\`\n`;
  return `${block(printed.slice(0, fold))}\n<details><summary>… and what was considered and not coded</summary>\n\n${block(printed.slice(fold))}\n</details>\n`;
}

it('the picture in the README is what the program prints', () => {
  const readme = readFileSync(README, 'utf8');
  const [start, end] = [readme.indexOf(OPEN) + OPEN.length, readme.indexOf(CLOSE)];
  if (UPDATE) writeFileSync(README, readme.slice(0, start) + picture() + readme.slice(end));
  const now = readFileSync(README, 'utf8');
  expect(now.slice(now.indexOf(OPEN) + OPEN.length, now.indexOf(CLOSE))).toBe(picture());
});
