// A chunk that ends a worker or takes too long is cut until the note at fault is alone; the others are coded as if it were not there.
// In: records and a way to try them. Out: the outcome of all, the poison as an error without its text.
import type { Attempt } from './chunk-pool.ts';
import { KEY_BYTES, keyOfId, type ChunkOutcome, type RecordOutcome } from './code-chunk.ts';
import type { RawRecord } from './raw-record.ts';
import { readRecord, type ReadFrame } from './read-record.ts';

export interface IsolateFrame extends ReadFrame {
  readonly attempt: (records: readonly RawRecord[]) => Promise<Attempt>;
  /** Milliseconds, for the reason. */
  readonly timeout: number;
}

/** Codes a chunk, whatever is in it. */
export async function codeSafely(records: readonly RawRecord[], frame: IsolateFrame): Promise<ChunkOutcome> {
  const tried = await frame.attempt(records);
  if ('outcome' in tried) return tried.outcome;
  const [only] = records;
  if (records.length === 1 && only) return poisonOutcome(only, tried, frame);
  const outcomes: ChunkOutcome[] = [];
  for (const piece of pieces(records, tried.at)) outcomes.push(await codeSafely(piece, frame));
  return joinOutcomes(outcomes);
}

/** Before the suspect, the suspect alone, after it; halves where nobody is suspected. */
function pieces(records: readonly RawRecord[], suspect: number): readonly (readonly RawRecord[])[] {
  const half = Math.ceil(records.length / 2);
  const cut = suspect < 0 ? [records.slice(0, half), records.slice(half)] : [records.slice(0, suspect), records.slice(suspect, suspect + 1), records.slice(suspect + 1)];
  return cut.filter(({ length }) => length > 0);
}

function poisonOutcome(record: RawRecord, { fault, name }: Extract<Attempt, { fault: string }>, frame: IsolateFrame): ChunkOutcome {
  const read = readRecord(record, frame);
  const id = 'note' in read ? read.note.id : read.id;
  const claims = 'note' in read || read.claims;
  const keys = new Uint8Array(KEY_BYTES);
  if (claims && id !== undefined) keys.set(keyOfId(id));
  const reason = fault === 'timeout' ? `took longer than ${frame.timeout / 1000} s; please report it` : `ended the engine (${name}); please report it`;
  const outcome: RecordOutcome = { kind: 'error', line: record.line, id, reason, claims };
  return { lines: new Uint8Array(), records: [outcome], keys };
}

function joinOutcomes(outcomes: readonly ChunkOutcome[]): ChunkOutcome {
  return {
    lines: Buffer.concat(outcomes.map(({ lines }) => lines)), records: outcomes.flatMap(({ records }) => records), keys: Buffer.concat(outcomes.map(({ keys }) => keys)),
  };
}
