// The notes that proofs and metamorphic pairs are made from: all of corpora/, and the labelled reference notes where they are at hand.
import { existsSync, readFileSync } from 'node:fs';
import type { NoteInput } from '../../src/wire.ts';
import { caseNotes, wholeNotes } from '../corpus.ts';
import { hasShared, sharedPath } from '../shared.ts';

const BENCHMARK = new URL('../../corpora/benchmark/notes.jsonl', import.meta.url);
const REFERENCE = ['corpora/dev.notes.jsonl', 'corpora/mri.dev.notes.jsonl'];

const FIELDS = ['id', 'text', 'setting', 'date', 'encounter', 'type'] as const;

/** One note a line; fields that are none of a note's (source, name) are left out. */
function readNotes(path: string | URL): NoteInput[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const fields = JSON.parse(line) as Readonly<Record<string, string>>;
    return Object.fromEntries(FIELDS.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]])) as unknown as NoteInput;
  });
}

/** The notes of the benchmark, none while it is not there. */
export const benchmarkNotes = (): NoteInput[] => existsSync(BENCHMARK) ? readNotes(BENCHMARK) : [];

/** The labelled reference notes, none where they are not at hand. */
export const referenceNotes = (): NoteInput[] => REFERENCE.filter((path) => hasShared(path)).flatMap((path) => readNotes(sharedPath(path)));

/** Short cases, whole notes, benchmark and reference notes. */
export const allNotes = (): NoteInput[] => [...caseNotes(), ...wholeNotes(), ...benchmarkNotes(), ...referenceNotes()];
