// The kill test at the size of a coffee: a server of its own, workers killed at random points, the server crashed once, submit and export
// killed once each; the export equals a batch on one machine. scripts/cluster-kill-test.mjs says how to run it at full size.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { describeWithServer } from '../store/stores.ts';
import { ending } from './desk.ts';

const script = (name: string): string => fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url));
const SIZE = ['--notes', '500', '--workers', '3', '--kills', '3', '--restarts', '1', '--part-size', '200', '--seed', process.env.KILL_SEED ?? '1'];

describeWithServer('a cluster that is disturbed', () => {
  it('loses nothing, doubles nothing and exports what one machine writes', { timeout: 400_000 }, async () => {
    const { code, out, err } = await ending(spawn(script('with-postgres.sh'), [process.execPath, script('cluster-kill-test.mjs'), ...SIZE], { stdio: ['ignore', 'pipe', 'pipe'] }));
    const result = JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>;
    expect(result, err).toMatchObject({ passed: true, equal: true, verified: true, doubled: 0, textsLeft: 0, kills: 3, restarts: 1, counts: { read: 500 } });
    expect(code).toBe(0);
  });
});
