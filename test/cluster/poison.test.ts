// A note that ends the process of every worker that takes it: workers are started again and again, as a supervisor would, until the chunk is a
// suspect, the note is alone and an error, and every other note has its report.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeWithServer } from '../store/stores.ts';
import { ending, openDesk } from './desk.ts';

const WORKER = fileURLToPath(new URL('./poison-worker.mjs', import.meta.url));

describeWithServer('a note that ends its worker', () => {
  const { url, at, run } = openDesk();

  it('is found and left out, and nothing else is lost', { timeout: 300_000 }, async () => {
    const texts = ['Low back pain.', 'Sciatica.', 'This one ends the process.', 'Neck pain.', 'Left hip pain.'];
    writeFileSync(at('notes.jsonl'), texts.map((text, index) => `${JSON.stringify({ id: `n${index + 1}`, text })}\n`).join(''));
    const { run: id } = JSON.parse((await run('cluster', 'submit', at('notes.jsonl'), '--json')).out) as { run: string };
    let [lives, last] = [0, ''];
    while (last !== 'done\n' && lives < 10) {
      last = (await ending(spawn(process.execPath, [WORKER], { env: { ...process.env, LUMBAGO_DB: url() }, stdio: ['ignore', 'pipe', 'pipe'] }))).out;
      lives++;
    }
    expect([lives, last]).toEqual([4, 'done\n']);
    expect((await run('cluster', 'export', '--run', id, '--out', at('out'))).out).toBe('read 5 = ok 4 + rejected 0 + duplicate 0 + error 1\n');
    const rejects = readFileSync(at('out/rejects.jsonl'), 'utf8');
    expect(JSON.parse(rejects)).toMatchObject({ id: 'n3', line: 3, kind: 'error', reason: 'ended the engine (SIGKILL); please report it' });
    expect(rejects).not.toContain('This one');
  });
});
