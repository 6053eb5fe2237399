// Same note, same engine, same knowledge: the same bytes, in any order, in any time zone, in any locale.
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/index.ts';
import type { NoteInput } from '../src/wire.ts';
import { caseNotes, negativeNotes, wholeNotes } from './corpus.ts';

const notes = [...wholeNotes(), ...negativeNotes(), ...caseNotes()];

/** The reports of all notes as one string, in the order of their ids, whatever the order of work. */
function bytes(order: readonly NoteInput[]): string {
  const analyzer = createAnalyzer();
  const reports = new Map(order.map((note) => [note.id, JSON.stringify(analyzer.analyze(note))]));
  return notes.map(({ id }) => reports.get(id)).join('\n');
}

/** Another order, the same on every run: the notes dealt into 7 heaps and put together backwards. */
const shuffled = Array.from({ length: 7 }, (_, heap) => notes.filter((_note, index) => index % 7 === heap)).reverse().flat();

describe('determinism', () => {
  it('two runs give the same bytes', () => {
    expect(bytes(notes) === bytes(notes)).toBe(true);
  });

  it('another order gives the same bytes', () => {
    expect(bytes(shuffled) === bytes(notes)).toBe(true);
  });

  it('a report does not change the next one of the same analyzer', () => {
    const { analyze } = createAnalyzer();
    const [note] = notes as [NoteInput];
    const first = JSON.stringify(analyze(note));
    for (const other of notes.slice(1, 40)) analyze(other);
    expect(JSON.stringify(analyze(note))).toBe(first);
  });

  it('three time zones and locales give the same bytes', () => {
    const places = [{ TZ: 'UTC', LANG: 'C' }, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' }, { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8' }];
    const sums = places.map((place) => execFileSync(process.execPath, ['--input-type=module', '--eval', CHILD], {
      input: JSON.stringify(notes), encoding: 'utf8', env: { ...process.env, ...place, LC_ALL: place.LANG }, maxBuffer: 1 << 26,
    }));
    expect(new Set(sums).size).toBe(1);
    expect(sums[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

/** Runs the built library, as a user has it, and prints the digest of all reports. */
const CHILD = `
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
const { createAnalyzer } = await import(${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)});
const { analyze } = createAnalyzer();
const digest = createHash('sha256');
for (const note of JSON.parse(readFileSync(0, 'utf8'))) digest.update(JSON.stringify(analyze(note)));
process.stdout.write(digest.digest('hex'));
`;
