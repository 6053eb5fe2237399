// Raw records of one chunk ↔ bytes for the database: a line of JSON that describes them, then their bytes, gzipped.
// In and out are equal, so that a worker far away sees what a worker thread would.
import { gunzipSync, gzipSync } from 'node:zlib';
import type { RawRecord } from '../batch/raw-record.ts';

/** A record whose bytes stand at `from`, `length` long, or one without bytes. */
type Described = RawRecord | (Omit<Extract<RawRecord, { bytes: Uint8Array }>, 'bytes'> & { readonly length: number });

/** Packs records. */
export function packRecords(records: readonly RawRecord[]): Uint8Array {
  const described = records.map((record): object => ('bytes' in record ? { ...record, bytes: undefined, length: record.bytes.length } : record));
  const bytes = records.flatMap((record) => ('bytes' in record ? [record.bytes] : []));
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(described)}\n`), ...bytes]), { level: 1 });
}

/** The records again. */
export function unpackRecords(packed: Uint8Array): RawRecord[] {
  const whole = gunzipSync(packed);
  const feed = whole.indexOf(10);
  let from = feed + 1;
  return (JSON.parse(whole.toString('utf8', 0, feed)) as Described[]).map((record): RawRecord => {
    if (!('length' in record)) return record;
    const { length, ...rest } = record;
    const bytes = new Uint8Array(whole.subarray(from, from + length));
    from += length;
    return { ...rest, bytes } as RawRecord;
  });
}
