// A batch that is killed again and again at random moments and resumed gives the bytes of an undisturbed one; so does one that was interrupted.
// KILL_NOTES and KILL_BATCHES make it longer, KILL_SEED another. Needs dist/ (npm run build).
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseNotes } from '../corpus.ts';
import { hashesIn, runLumbago, withFolder, type Ran } from './run-lumbago.ts';

const NOTES = Number(process.env.KILL_NOTES ?? 12_000);
const KILLS = Number(process.env.KILL_BATCHES ?? 8);
const PART = Math.max(50, Math.round(NOTES / KILLS / 8));
const SEED = Number(process.env.KILL_SEED ?? 1);

/** Chances that differ from kill to kill but not from test to test. */
const chance = (number: number): number => { const x = Math.sin(SEED * 7919 + number * 104_729) * 10_000; return x - Math.floor(x); };

/** Short notes under fresh ids, with bad records and repeated ids among them. */
function writeNotes(path: string, count: number): void {
  const cases = caseNotes();
  writeFileSync(path, Array.from({ length: count }, (_, at) => {
    if (at % 97 === 50) return '{"id":"broken\n';
    const { text } = cases[at % cases.length] ?? { text: '' };
    return `${JSON.stringify({ id: at % 89 === 40 ? `n${at - 40}` : `n${at}`, text: `${text} Visit ${at}.`, date: '2026-11-15' })}\n`;
  }).join(''));
}

const partsWritten = (folder: string): number => (existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('part-')).length : 0);

const argsOf = (input: string, out: string, more: readonly string[] = []): string[] => ['batch', input, '--out', out, '--part-size', String(PART), '--workers', '2', '--phi', 'off', '--quiet', ...more];

describe('killed at random moments', () => {
  it.each([['plain parts', [], 1], ['zipped parts', ['--gzip'], 0.5]] as const)('and resumed: the same bytes, %s', { timeout: 10_800_000 }, (_name, more, share) => withFolder(async (folder) => {
    const [input, calm, out] = [join(folder, 'in.jsonl'), join(folder, 'calm'), join(folder, 'out')];
    const planned = Math.round(KILLS * share);
    writeNotes(input, Math.round(NOTES * share));
    expect(await runLumbago(argsOf(input, calm, more))).toMatchObject({ code: 3 });
    const startUp = 1500;
    let kills = 0;
    for (let life = 0; kills < planned && !existsSync(join(out, 'manifest.json')); life++) {
      const goal = partsWritten(out) + Math.floor(chance(life) * ((partsWritten(calm) - 2) / planned + 1));
      const ran = await runLumbago(argsOf(input, out, [...more, '--resume']), { kill: { signal: 'SIGKILL', after: chance(life + 0.5) * (life % 4 === 0 ? startUp : 40), when: () => existsSync(join(out, '.run')) && partsWritten(out) >= goal } });
      if (ran.signal === 'SIGKILL') kills++;
      else expect(ran, ran.err).toMatchObject({ code: 3 });
    }
    expect(await runLumbago(argsOf(input, out, [...more, '--resume']))).toMatchObject({ code: 3 });
    expect(hashesIn(out)).toEqual(hashesIn(calm));
    expect(await runLumbago(['batch', 'verify', out, '--against', input])).toMatchObject({ code: 0 });
    expect(kills, 'the run ended before it was killed').toBeGreaterThan(planned / 2);
    console.log(`kill test: ${Math.round(NOTES * share)} notes, ${kills} kills`);
  }));
});

describe('interrupted', () => {
  it.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('by %s it ends with %i after the chunks under way, and goes on from there', (signal, code) => withFolder(async (folder) => {
    const [input, out] = [join(folder, 'in.jsonl'), join(folder, 'out')];
    writeNotes(input, 4000);
    const ran = await runLumbago(argsOf(input, out).filter((flag) => flag !== '--quiet'), { kill: { signal, after: 0, when: () => partsWritten(out) > 0 } });
    expect(ran, ran.err).toMatchObject({ code, signal: null });
    expect(ran.err).toMatch(/--resume goes on/);
    const done = Number(/^read (\d+) =/.exec(ran.out)?.[1]);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(4000);
    const journal = readFileSync(join(out, '.run', 'journal.jsonl'), 'utf8').trimEnd().split('\n');
    expect((JSON.parse(journal.at(-1) ?? '') as { counts: { read: number } }).counts.read).toBe(done);
    expect(await runLumbago(argsOf(input, out, ['--resume']))).toMatchObject({ code: 3 });
    expect(await runLumbago(['batch', 'verify', out])).toMatchObject({ code: 0, out: expect.stringMatching(/read 4000 =/) as string });
  }));

  it('a second process is refused while one is at work', () => withFolder(async (folder) => {
    const [input, out] = [join(folder, 'in.jsonl'), join(folder, 'out')];
    writeNotes(input, 12_000);
    let second: Promise<Ran> | undefined;
    let over = false;
    const first = await runLumbago(argsOf(input, out), { kill: { signal: 'SIGINT', after: 0, when: () => {
      if (partsWritten(out) > 0) second ??= runLumbago(argsOf(input, out, ['--resume'])).finally(() => { over = true; });
      return over;
    } } });
    expect(await second).toMatchObject({ code: 73, err: expect.stringMatching(/another process is at work/) as string });
    expect(first).toMatchObject({ code: 130 });
  }));

  it('standard input goes on too, and another one is refused', () => withFolder(async (folder) => {
    const [input, out] = [join(folder, 'in.jsonl'), join(folder, 'out')];
    writeNotes(input, 2500);
    const stdin = readFileSync(input);
    expect(await runLumbago(argsOf('-', out), { stdin, kill: { signal: 'SIGINT', after: 0, when: () => partsWritten(out) > 1 } })).toMatchObject({ code: 130 });
    const other = await runLumbago(argsOf('-', out, ['--resume']), { stdin: Buffer.from(stdin.toString('utf8').replace('Visit 3.', 'Visit 4.')) });
    expect(other).toMatchObject({ code: 73 });
    expect(other.err).toMatch(/the input is not what it was/);
    expect(await runLumbago(argsOf('-', out, ['--resume']), { stdin })).toMatchObject({ code: 3 });
    expect(await runLumbago(argsOf(input, join(folder, 'calm')))).toMatchObject({ code: 3 });
    expect({ ...hashesIn(out), 'manifest.json': '' }).toEqual({ ...hashesIn(join(folder, 'calm')), 'manifest.json': '' });
  }));
});
