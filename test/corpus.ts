// The synthetic texts of corpora/, for the tests that need many notes: whole notes, negative notes, short cases, hostile strings.
import { readFileSync, readdirSync } from 'node:fs';
import type { NoteInput } from '../src/wire.ts';
import { parseCases } from './cases.ts';

const CORPORA = new URL('../corpora/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, CORPORA), 'utf8');
const list = (folder: string): string[] => readdirSync(new URL(folder, CORPORA)).filter((name) => !name.startsWith('.')).sort();

/** The whole notes of corpora/notes, each with the fields of its note.json. */
export function wholeNotes(): NoteInput[] {
  return list('notes/').map((name) => ({ id: name, text: read(`notes/${name}/note.txt`), ...(JSON.parse(read(`notes/${name}/note.json`)) as object) }));
}

/** The notes of corpora/negative: about something else than the spine. */
export function negativeNotes(): NoteInput[] {
  return list('negative/').filter((name) => name.endsWith('.txt')).map((name) => ({ id: name.slice(0, -4), text: read(`negative/${name}`) }));
}

/** The notes of all short cases, with ids of their own. */
export function caseNotes(): NoteInput[] {
  return list('cases/').filter((name) => name.endsWith('.txt')).flatMap((name) =>
    parseCases(name, read(`cases/${name}`)).map(({ note, line }) => ({ ...note, id: `${name}:${line}` })));
}

/** The hostile strings of corpora/naughty.txt, their escapes resolved. */
export function naughtyStrings(): string[] {
  return read('naughty.txt').split('\n').filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.replace(/\\(u[0-9a-f]{4}|[nrt\\])/g, (_whole, escape: string) => ESCAPES[escape] ?? String.fromCharCode(Number.parseInt(escape.slice(1), 16))));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\' };
