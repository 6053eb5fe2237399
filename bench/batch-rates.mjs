// How fast a batch is beside the bare library: node bench/batch-rates.mjs [--notes 6000] [--rounds 3]. Needs dist/.
// Each round takes the bare loop (analyze and nothing else), the batch with one worker and the batch with two, one after the other, over the same
// notes; the start of the process is left out. Two bare loops at once show what two threads can give on this machine at that moment. Ratios of each round, and their median. On a busy machine look at the processor time a note instead:
// that of all threads, and that of the main thread, which the workers have to share the cores with.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { createAnalyzer } from '../dist/index.js';
import { openSource } from '../dist/batch/source/open-source.js';
import { runBatch } from '../dist/batch/run-batch.js';
import { repeatNotes } from './batch-input.mjs';
import { median } from './measure.mjs';

/** Notes that a thread codes before its time is taken: until then the compiler of the platform is at work. */
const WARM = 800;

const columns = { id: 'id', text: 'text', date: 'date', setting: 'setting' };

/** Notes a second of `analyze` alone, in a thread of its own, after a warm-up. */
function bareLoop(count) {
  const { analyze } = createAnalyzer();
  const notes = [...repeatNotes(count).blocks()].flatMap((block) => block.trimEnd().split('\n').map((line) => JSON.parse(line)));
  for (const note of notes.slice(0, WARM)) analyze(note);
  const stop = startWatch();
  for (const note of notes) analyze(note);
  return stop(notes.length);
}

/** Notes a second and microseconds of processor time a note, from now on. */
function startWatch() {
  const [start, cpu, main] = [performance.now(), process.cpuUsage(), mainThreadTime()];
  return (count) => {
    const { user, system } = process.cpuUsage(cpu);
    return { rate: (count * 1000) / (performance.now() - start), cpu: (user + system) / count, main: ((mainThreadTime() - main) * 10_000) / count };
  };
}

/** Hundredths of a second that the main thread of this process has used; 0 where the system does not say. */
function mainThreadTime() {
  try {
    const fields = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}

/** Notes a second of a whole batch once every worker is warm, as the bare loop is. */
async function batch(input, workers) {
  const folder = mkdtempSync(join(tmpdir(), 'lumbago-rates-'));
  const source = await openSource(input, { columns, stdin: process.stdin });
  let [stop, readAtFirst] = [undefined, 0];
  const { counts } = await runBatch({
    source, folder, resume: false, frame: { columns, defaults: {}, includeText: false, phi: 'warn' }, partSize: 5000, gzip: false, timeout: 60_000, workers,
    maxRejects: Infinity, stopped: () => false, onProgress: ({ read }) => { if (!stop && read >= WARM * workers) [stop, readAtFirst] = [startWatch(), read]; },
  });
  const measured = stop(counts.read - readAtFirst);
  rmSync(folder, { recursive: true });
  return measured;
}

const inThread = (count) => new Promise((resolve, reject) => new Worker(new URL(import.meta.url), { workerData: count }).on('message', resolve).on('error', reject));

/** Two loops as one: rates add up, and each has seen the processor time of both. */
const addUp = ([one, other]) => ({ rate: one.rate + other.rate, cpu: (one.cpu + other.cpu) / 4, main: (one.main + other.main) / 4 });

/** One contender in a process of its own. */
const inProcess = (args) => new Promise((resolve) => {
  let out = '';
  spawn(process.execPath, [process.argv[1], ...args], { stdio: ['ignore', 'pipe', 'inherit'] }).on('close', () => resolve(JSON.parse(out))).stdout.on('data', (text) => { out += text; });
});

const say = ({ rate, cpu, main }) => `${rate.toFixed(0)} notes/s, ${cpu.toFixed(0)} µs of processor time a note (main thread ${main.toFixed(0)})`;

if (!isMainThread) parentPort.postMessage(bareLoop(workerData));
else {
  const { values } = parseArgs({ options: { notes: { type: 'string', default: '6000' }, rounds: { type: 'string', default: '3' }, only: { type: 'string' }, input: { type: 'string' } } });
  const count = Number(values.notes);
  if (values.only === 'bare') console.log(JSON.stringify(await inThread(count)));
  else if (values.only === 'ceiling') console.log(JSON.stringify(addUp(await Promise.all([inThread(count), inThread(count)]))));
  else if (values.only) console.log(JSON.stringify(await batch(values.input, Number(values.only))));
  else {
    const folder = mkdtempSync(join(tmpdir(), 'lumbago-rates-'));
    const input = join(folder, 'notes.jsonl');
    const { source, blocks } = repeatNotes(count);
    writeFileSync(input, [...blocks()].join(''));
    console.log(`${count} notes (${source}), ${values.rounds} rounds`);
    const ratios = { one: [], two: [] };
    for (let round = 0; round < Number(values.rounds); round++) {
      const rate = {};
      for (const only of ['bare', '1', '2', 'ceiling']) rate[only] = await inProcess(['--only', only, '--notes', values.notes, '--input', input]);
      const [one, two] = [rate['1'].rate / rate.bare.rate, rate['2'].rate / rate['1'].rate];
      ratios.one.push(one);
      ratios.two.push(two);
      console.log(`bare ${say(rate.bare)}\none worker ${say(rate['1'])}, ${one.toFixed(2)} of bare\ntwo workers ${say(rate['2'])}, ${two.toFixed(2)} of one\ntwo bare loops ${say(rate.ceiling)}, ${(rate.ceiling.rate / rate.bare.rate).toFixed(2)} of one`);
    }
    console.log(`median: one worker ${median(ratios.one).toFixed(2)} of bare, two workers ${median(ratios.two).toFixed(2)} of one`);
    rmSync(folder, { recursive: true });
  }
}
