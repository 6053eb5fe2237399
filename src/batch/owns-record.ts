// Which of several runs over one input a record belongs to. In: --shard i/n. Out: a question asked of each record.
// By a hash of the id, so that records that share an id meet in one run and the second is found; a record without id goes by its line.
import { createHash } from 'node:crypto';
import type { Shard } from './batch-plan.ts';
import type { Columns, RawRecord } from './raw-record.ts';
import { peekId } from './read-record.ts';

/** Without a shard, every record belongs to the run. */
export function ownsRecord(shard: Shard | undefined, columns: Columns): (record: RawRecord) => boolean {
  if (!shard || shard.of === 1) return () => true;
  return (record) => {
    const id = peekId(record, columns);
    const number = id === undefined ? record.line : createHash('sha256').update(id).digest().readUInt32BE(0);
    return number % shard.of === shard.number - 1;
  };
}
