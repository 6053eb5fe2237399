// A long batch: node bench/batch-scale.mjs [--notes 1000000] [--workers N] [--compare] [--keep DIR]. Needs dist/; Linux for the memory.
// The notes of notes.mjs again and again under fresh ids come through standard input, so that no disk holds them; parts are zipped (1,000,000 notes:
// about 2 GB). Prints rate and peak resident memory of the whole batch process, verifies the output, and with --compare codes everything once
// more with a single worker and compares the SHA-256 of every part. Exit 1 when anything is not as it should be.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { repeatNotes } from './batch-input.mjs';

const BIN = fileURLToPath(new URL('../bin/lumbago.js', import.meta.url));
const MOST_MEMORY = 400;
const { values } = parseArgs({ options: { notes: { type: 'string', default: '1000000' }, workers: { type: 'string', default: String(availableParallelism()) }, compare: { type: 'boolean' }, keep: { type: 'string' } } });
const count = Number(values.notes);

/** Peak resident memory of a process in MB, as the system has noted it; 0 where it does not say. */
function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** One batch over all notes; its peak is looked at every half second. */
function runBatch(out, workers) {
  const start = performance.now();
  const child = spawn(process.execPath, [BIN, 'batch', '-', '--out', out, '--gzip', '--workers', workers, '--phi', 'warn', '--timeout', '60'], { stdio: ['pipe', 'inherit', 'inherit'] });
  let peak = 0;
  const look = setInterval(() => { peak = Math.max(peak, peakMemory(child.pid)); }, 500);
  Readable.from(repeatNotes(count).blocks()).pipe(child.stdin);
  return new Promise((resolve) => child.on('close', (code) => {
    clearInterval(look);
    resolve({ code, peak, seconds: (performance.now() - start) / 1000 });
  }));
}

const verify = (out) => new Promise((resolve) => spawn(process.execPath, [BIN, 'batch', 'verify', out], { stdio: 'inherit' }).on('close', resolve));
const partsOf = (out) => JSON.stringify(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).parts);

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'lumbago-scale-'));
const faults = [];
const all = join(folder, 'all');
const { code, peak, seconds } = await runBatch(all, values.workers);
console.log(`${count} notes (${repeatNotes(0).source}), ${values.workers} workers: ${(count / seconds).toFixed(0)} notes/s over all, peak ${peak.toFixed(0)} MB`);
if (code !== 0) faults.push(`the batch ended with ${code}`);
if (peak > MOST_MEMORY) faults.push(`it took more than ${MOST_MEMORY} MB`);
if (code === 0 && (await verify(all)) !== 0) faults.push('verify found faults');
if (code === 0 && values.compare) {
  const single = join(folder, 'single');
  const { code: ended, peak: alone } = await runBatch(single, '1');
  console.log(`one worker: peak ${alone.toFixed(0)} MB, ${ended === 0 && partsOf(all) === partsOf(single) ? 'the same bytes' : 'OTHER BYTES'}`);
  if (ended !== 0 || partsOf(all) !== partsOf(single)) faults.push('a single worker gave other bytes');
}
if (values.keep === undefined) rmSync(folder, { recursive: true });
for (const fault of faults) console.error(`FAULT: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
