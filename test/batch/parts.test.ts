// Pieces of the batch by themselves: the set of ids, work in order with back-pressure, lines of CSV, chunks, progress.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cutChunks } from '../../src/batch/cut-chunks.ts';
import { createIdSet } from '../../src/batch/id-set.ts';
import type { RawRecord } from '../../src/batch/raw-record.ts';
import { runInOrder } from '../../src/batch/run-in-order.ts';
import { createLineCounter } from '../../src/batch/source/line-counter.ts';
import { showBatchProgress } from '../../src/cli/batch-progress.ts';
import type { Io } from '../../src/cli/io.ts';

const keyOf = (number: number): DataView => {
  const bytes = createHash('sha256').update(String(number)).digest();
  return new DataView(bytes.buffer, bytes.byteOffset, 16);
};

describe('the set of ids', () => {
  it('tells new from known, also after it has grown many times', () => {
    const ids = createIdSet(1000);
    const keys = Array.from({ length: 50_000 }, (_, at) => keyOf(at));
    expect(keys.filter((key) => !ids.add(key, 0))).toEqual([]);
    expect(ids.size).toBe(50_000);
    expect(keys.filter((key) => ids.add(key, 0))).toEqual([]);
    expect(ids.add(keyOf(50_001), 0)).toBe(true);
  });

  it('keeps keys apart that differ in one bit', () => {
    const ids = createIdSet(10);
    const bytes = new Uint8Array(32);
    for (let bit = 0; bit < 128; bit++) {
      const key = new DataView(new ArrayBuffer(16));
      key.setUint8(bit >> 3, 1 << (bit & 7));
      expect(ids.add(key, 0), `bit ${bit}`).toBe(true);
    }
    bytes[3] = 1;
    expect(ids.add(new DataView(bytes.buffer), 0)).toBe(false);
  });
});

describe('work in order', () => {
  const later = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 1); });

  it('gives results in order however long each takes, and reads no more than it may hold', async () => {
    let [read, given, most] = [0, 0, 0];
    async function* numbers(): AsyncGenerator<number> {
      for (let number = 0; number < 60; number++) {
        read++;
        yield number;
      }
    }
    const results: number[] = [];
    for await (const result of runInOrder(numbers(), 5, async (number) => {
      for (let wait = (number * 7) % 5; wait > 0; wait--) await later();
      return number;
    })) {
      most = Math.max(most, read - given);
      given++;
      results.push(result);
      await later();
    }
    expect(results).toEqual(Array.from({ length: 60 }, (_, at) => at));
    expect(most).toBeLessThanOrEqual(6);
  });

  it('ends what is under way and closes the source when the work fails', async () => {
    let [closed, under] = [false, 0];
    async function* numbers(): AsyncGenerator<number> {
      try {
        for (let number = 0; ; number++) yield number;
      } finally {
        closed = true;
      }
    }
    const run = async (): Promise<void> => {
      for await (const _ of runInOrder(numbers(), 4, async (number) => {
        under++;
        await later();
        under--;
        if (number === 3) throw new RangeError('three');
      }));
    };
    await expect(run()).rejects.toThrow('three');
    expect({ closed, under }).toEqual({ closed: true, under: 0 });
  });
});

describe('lines', () => {
  it.each([1, 2, 3, 100])('are told where records begin, in pieces of %i bytes', (size) => {
    const bytes = Buffer.from('a,b\r\n\r\n\n"x\r\ny",z\nlast,one');
    const counter = createLineCounter();
    for (let from = 0; from < bytes.length; from += size) counter.push(bytes.subarray(from, from + size));
    expect([5, 19, Infinity].map((end) => counter.passRecord(end))).toEqual([1, 4, 6]);
  });
});

describe('chunks', () => {
  const records = (count: number, bytes = 10): AsyncIterable<RawRecord> => (async function* () {
    for (let line = 1; line <= count; line++) yield { kind: 'json', line, bytes: new Uint8Array(bytes).fill(line % 256) } as const;
  })();
  const plan = { partSize: 100, skip: 0, limit: Infinity, owns: () => true, stopped: () => false, digest: undefined };
  const cut = async (source: AsyncIterable<RawRecord>, more: Partial<Parameters<typeof cutChunks>[1]> = {}) => {
    const chunks = [];
    for await (const chunk of cutChunks(source, { ...plan, ...more })) chunks.push({ ...chunk, records: chunk.records.map(({ line }) => line) });
    return chunks;
  };

  it('end with their part, and hold no more than so many bytes', async () => {
    expect((await cut(records(230))).map(({ records: lines, endsPart }) => [lines.length, endsPart])).toEqual([[32, false], [32, false], [32, false], [4, true], [32, false], [32, false], [32, false], [4, true], [30, false]]);
    expect((await cut(records(3, 200_000))).map(({ records: lines }) => lines)).toEqual([[1], [2], [3]]);
  });

  it('are the same after a skip, and other records are noticed', async () => {
    const whole = await cut(records(230), { digest: '' });
    expect(await cut(records(230), { skip: 164, digest: whole[5]?.digest ?? '' })).toEqual(whole.slice(6));
    await expect(cut(records(230, 11), { skip: 164, digest: whole[5]?.digest ?? '' })).rejects.toThrow();
    await expect(cut(records(163), { skip: 164 })).rejects.toThrow();
  });
});

describe('progress', () => {
  beforeEach(() => { vi.useFakeTimers({ toFake: ['performance'] }); });
  afterEach(() => { vi.useRealTimers(); });
  const show = (errorIsTerminal: boolean, quiet = false): { err: string[]; line: ReturnType<typeof showBatchProgress> } => {
    const err: string[] = [];
    return { err, line: showBatchProgress({ errorIsTerminal, writeError: (text: string) => { err.push(text); } } as unknown as Io, { quiet }) };
  };

  it('is a line of JSON every 30 seconds where no terminal reads it', () => {
    const { err, line } = show(false);
    for (let second = 1; second <= 65; second++) {
      vi.advanceTimersByTime(1000);
      line.show({ read: second * 100, resumed: 0, share: second / 100 });
    }
    line.end();
    expect(err.map((text) => JSON.parse(text) as object)).toEqual([{ read: 3000, notesPerSecond: 100, percent: 30, remainingSeconds: 70 }, { read: 6000, notesPerSecond: 100, percent: 60, remainingSeconds: 40 }]);
  });

  it('is one line drawn again on a terminal, and leaves none behind', () => {
    const { err, line } = show(true);
    vi.advanceTimersByTime(10_000);
    line.show({ read: 1000, resumed: 0, share: 0.5 });
    line.end();
    expect(err).toEqual(['\r\u001b[Klumbago: 1000 notes read, 50 %, 100 a second, 10 s left', '\r\u001b[K']);
  });

  it('counts only what this process did, says nothing of an end that nobody knows, and is silent when quiet', () => {
    const { err, line } = show(true);
    line.show({ read: 5000, resumed: 5000, share: undefined });
    vi.advanceTimersByTime(10_000);
    line.show({ read: 5100, resumed: 5000, share: undefined });
    expect(err.at(-1)).toBe('\r\u001b[Klumbago: 5100 notes read, 10 a second');
    const silent = show(false, true);
    vi.advanceTimersByTime(60_000);
    silent.line.show({ read: 1, resumed: 0, share: 1 });
    expect(silent.err).toEqual([]);
  });
});
