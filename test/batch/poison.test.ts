// Notes that end the engine, never end, throw or eat all its memory: each is alone in rejects.jsonl, without its text, and every other note is coded.
// The failing engine is a worker module of the test; the product has no such door.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { idsIn, partsIn, rejectsIn, runLumbago, withFolder } from './run-lumbago.ts';

const RUN = fileURLToPath(new URL('./poison-run.mjs', import.meta.url));
const WAYS = ['POISON-EXIT', 'POISON-LOOP', 'POISON-THROW', 'POISON-MEMORY'];
const POISONED = new Map([[3, 'POISON-EXIT'], [4, 'POISON-LOOP'], [60, 'POISON-THROW'], [63, 'POISON-EXIT'], [64, 'POISON-THROW'], [150, 'POISON-LOOP'], [199, 'POISON-EXIT']]);
const noteOf = (at: number): { id: string; text: string; date: string } => ({ id: `n${at}`, text: `Zyxwv ${at}. Lumbago with sciatica, ${at % 2 === 0 ? 'left' : 'right'} side. ${POISONED.get(at) ?? ''}`, date: '2026-11-15' });
const notes = Array.from({ length: 200 }, (_, at) => noteOf(at));
const TIMEOUT = 1500;
/** The result of a batch with the failing engine, and what it wrote on standard error. */
const run = (args: { readonly input: string; readonly out: string; readonly timeout: number; readonly workers: number }): { readonly result: unknown; readonly err: string } => {
  const ran = spawnSync(process.execPath, [RUN, args.input, args.out, String(args.timeout), String(args.workers)], { encoding: 'utf8' });
  return { result: JSON.parse(ran.stdout || 'null') as unknown, err: ran.stderr };
};
const write = (path: string, written: readonly object[]): void => writeFileSync(path, written.map((note) => `${JSON.stringify(note)}\n`).join(''));

describe.each([1, 2])('poison with %i workers', (workers) => {
  it('is isolated; the rest is coded as if it were not there', { timeout: 180_000 }, () => withFolder(async (folder) => {
    const [input, out] = [join(folder, 'in.jsonl'), join(folder, 'out')];
    write(input, [...notes, noteOf(4)]);
    const { result, err } = run({ input, out, timeout: TIMEOUT, workers });
    expect(result, err).toEqual({ ended: 'complete', already: false, counts: { read: 201, ok: 193, rejected: 0, duplicate: 1, error: 7 } });
    const rejects = rejectsIn(out);
    expect(rejects.map(({ id, line, kind }) => [id, line, kind])).toEqual([...[...POISONED.keys()].map((at) => [`n${at}`, at + 1, 'error']), ['n4', 201, 'duplicate']]);
    for (const [at, way] of [...POISONED.values()].entries()) expect(rejects[at]?.reason, way).toMatch(way === 'POISON-LOOP' ? /took longer than 1\.5 s/ : /ended the engine/);
    expect(JSON.stringify(rejects) + err).not.toMatch(new RegExp(['Zyxwv', ...WAYS].join('|')));
    expect(idsIn(out)).toEqual(notes.map(({ id }) => id).filter((_, at) => !POISONED.has(at)));

    const clean = join(folder, 'clean.jsonl');
    write(clean, notes.filter((_, at) => !POISONED.has(at)));
    expect(await runLumbago(['batch', clean, '--out', join(folder, 'undisturbed'), '--phi', 'off', '--workers', '1'])).toMatchObject({ code: 0 });
    expect(partsIn(out)).toBe(partsIn(join(folder, 'undisturbed')));
  }));
});

describe('a note that eats all memory', () => {
  it('ends its worker and not the batch', { timeout: 180_000 }, () => withFolder(async (folder) => {
    const [input, out] = [join(folder, 'in.jsonl'), join(folder, 'out')];
    write(input, [notes[0], { ...notes[1], text: 'POISON-MEMORY' }, notes[2]] as object[]);
    expect(run({ input, out, timeout: 120_000, workers: 1 }).result).toMatchObject({ counts: { read: 3, ok: 2, error: 1 } });
    expect(rejectsIn(out)).toMatchObject([{ id: 'n1', line: 2, kind: 'error', reason: expect.stringMatching(/^ended the engine \(ERR_WORKER_OUT_OF_MEMORY\)/) as string }]);
  }));
});
