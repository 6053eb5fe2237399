// A stream of records → chunks for workers: so many records or bytes at most, never across the end of a part. In: records in order.
// Out: chunks in order, each knowing whether a part ends with it. Where a chunk ends depends on the records alone, never on time.
import { createHash } from 'node:crypto';
import { sizeOf, type RawRecord } from './raw-record.ts';

const MOST_RECORDS = 32;
const MOST_BYTES = 128 * 1024;

export interface Chunk {
  readonly records: readonly RawRecord[];
  readonly endsPart: boolean;
  /** SHA-256 over all records up to the end of this chunk; only where it was asked for. */
  readonly digest?: string;
}

export interface ChunkPlan {
  readonly partSize: number;
  /** Records of this run that an earlier one has done. */
  readonly skip: number;
  readonly limit: number;
  /** Whether a record belongs to this run at all (--shard). */
  readonly owns: (record: RawRecord) => boolean;
  /** Whether to stop reading. */
  readonly stopped: () => boolean;
  /** The digest that the skipped records must have; asks for digests. "" where nothing was skipped, undefined where no digest is wanted. */
  readonly digest: string | undefined;
}

/** The records are not those that an earlier run read. */
export class OtherRecords extends Error {
  override readonly name = 'OtherRecords';
}

/** Cuts chunks. @throws OtherRecords when what is skipped is not what was read before. */
export async function* cutChunks(records: AsyncIterable<RawRecord>, plan: ChunkPlan): AsyncGenerator<Chunk> {
  const digest = plan.digest === undefined ? undefined : createHash('sha256');
  let chunk: RawRecord[] = [];
  let bytes = 0;
  let taken = 0;
  const close = (endsPart: boolean): Chunk => {
    const closed: Chunk = { records: chunk, endsPart, ...(digest && { digest: digest.copy().digest('hex') }) };
    [chunk, bytes] = [[], 0];
    return closed;
  };
  for await (const record of records) {
    if (taken >= plan.limit || plan.stopped()) break;
    if (!plan.owns(record)) continue;
    digest?.update(digestible(record));
    taken++;
    if (taken <= plan.skip) {
      if (taken === plan.skip && digest && digest.copy().digest('hex') !== plan.digest) throw new OtherRecords();
      continue;
    }
    if (chunk.length > 0 && bytes + sizeOf(record) > MOST_BYTES) yield close(false);
    chunk.push(record);
    bytes += sizeOf(record);
    if (taken % plan.partSize === 0) yield close(true);
    else if (chunk.length === MOST_RECORDS) yield close(false);
  }
  if (taken < plan.skip && !plan.stopped()) throw new OtherRecords();
  if (chunk.length > 0) yield close(false);
}

/** Bytes that tell one record from another. */
function digestible(record: RawRecord): Uint8Array | string {
  return record.kind === 'json' ? record.bytes : JSON.stringify(record.kind === 'file' ? [record.id, Buffer.from(record.bytes).toString('base64')] : record);
}
