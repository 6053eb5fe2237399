// Where each note of a batch stands, and which notes lie behind each bar: grows with the notes by a few numbers each, never by their reports.
import { reachKey } from '../../../charts/draw-tally.ts';
import type { CountedReport } from '../../../tally/create-tally.ts';

/** Where the report of a note stands: file by its number, bytes of the unpacked file; for a JSON array `length` is -1 and `start` the place in it. */
export interface NotePlace { readonly file: number; readonly start: number; readonly length: number }

/** A note in a list: its number in the order of reading, and its id. */
export interface ListedNote { readonly number: number; readonly id: string }

export interface NoteIndex {
  add(id: string, report: CountedReport, place: NotePlace): void;
  /** Notes behind a key, or all notes without one. */
  list(key: string | undefined, from: number, count: number): { readonly total: number; readonly notes: readonly ListedNote[] };
  placeOf(number: number): NotePlace | undefined;
}

/** An empty index. */
export function createNoteIndex(): NoteIndex {
  const [ids, files, starts, lengths]: [string[], number[], number[], number[]] = [[], [], [], []];
  const behind = new Map<string, number[]>();
  return {
    add(id, report, { file, start, length }) {
      for (const key of keysOf(report)) {
        const numbers = behind.get(key);
        if (numbers) numbers.push(ids.length);
        else behind.set(key, [ids.length]);
      }
      ids.push(id);
      files.push(file);
      starts.push(start);
      lengths.push(length);
    },
    list(key, from, count) {
      const numbers = key === undefined ? undefined : behind.get(key) ?? [];
      const total = numbers?.length ?? ids.length;
      const wanted = Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, at) => numbers?.[from + at] ?? from + at);
      return { total, notes: wanted.map((number) => ({ number, id: ids[number] ?? '' })) };
    },
    placeOf: (number) => (number in ids ? { file: files[number] ?? 0, start: starts[number] ?? 0, length: lengths[number] ?? 0 } : undefined),
  };
}

/** The bars that a report stands behind, each once. */
function keysOf({ candidates, queries }: CountedReport): ReadonlySet<string> {
  const reported = candidates.filter(({ status }) => status !== 'excluded');
  return new Set([
    ...reported.map(({ code }) => reachKey('code', code)),
    ...reported.filter(({ status }) => status === 'underspecified').map(({ code }) => reachKey('unspecified', code)),
    ...reported.flatMap(({ axes }) => axes.filter(({ state }) => state !== 'documented').map(({ axis }) => reachKey('gap', axis))),
    ...queries.map(({ axis }) => reachKey('query', axis)),
  ]);
}
