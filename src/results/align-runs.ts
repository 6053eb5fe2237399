// Two streams of notes in the same input order → pairs by id, and the notes that only one of them has. Nothing is sorted: an unmatched note
// waits until a later pair proves that its partner is missing, so memory is the longest stretch that only one run has.
import { RunError } from './run-error.ts';

export type Aligned<Note> =
  | { readonly kind: 'both'; readonly before: Note; readonly after: Note }
  | { readonly kind: 'only-before' | 'only-after'; readonly note: Note };

/** So many notes may wait; more in a row in one run alone are no runs over one input. */
const LONGEST_STRETCH = 50_000;

/** Pairs of the two streams in input order. */
export async function* alignRuns<Note extends { readonly id: string }>(
  before: AsyncIterator<Note>, after: AsyncIterator<Note>, longest: number = LONGEST_STRETCH,
): AsyncGenerator<Aligned<Note>> {
  const waiting = { before: new Map<string, Note>(), after: new Map<string, Note>() };
  for (let [one, other] = [await before.next(), await after.next()]; !one.done || !other.done; [one, other] = [await before.next(), await after.next()]) {
    if (!one.done) yield* meet(one.value, 'before', waiting);
    if (!other.done) yield* meet(other.value, 'after', waiting);
    if (waiting.before.size + waiting.after.size > longest) {
      throw new RunError('unreadable', `more than ${longest} notes in a row are in one of the two runs alone; compare runs over the same input in the same order`);
    }
  }
  yield* leave('before', waiting.before);
  yield* leave('after', waiting.after);
}

type Side = 'before' | 'after';
type Waiting<Note> = Readonly<Record<Side, Map<string, Note>>>;

/** A note comes: with its partner there, all that waited longer than either has none. */
function* meet<Note extends { readonly id: string }>(note: Note, side: Side, waiting: Waiting<Note>): Generator<Aligned<Note>> {
  const there = side === 'before' ? 'after' : 'before';
  const partner = waiting[there].get(note.id);
  if (partner === undefined) {
    waiting[side].set(note.id, note);
    return;
  }
  yield* leave(side, waiting[side]);
  yield* leave(there, waiting[there], note.id);
  waiting[there].delete(note.id);
  yield side === 'before' ? { kind: 'both', before: note, after: partner } : { kind: 'both', before: partner, after: note };
}

function* leave<Note>(side: Side, queue: Map<string, Note>, until?: string): Generator<Aligned<Note>> {
  for (const [id, note] of queue) {
    if (id === until) return;
    queue.delete(id);
    yield { kind: side === 'before' ? 'only-before' : 'only-after', note };
  }
}
