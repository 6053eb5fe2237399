// A batch with the worker of poison-worker.mjs: poison-run.mjs IN OUT TIMEOUT-MS WORKERS. Writes the result as JSON.
import { openSource } from '../../dist/batch/source/open-source.js';
import { runBatch } from '../../dist/batch/run-batch.js';

const [input, folder, timeout, workers] = process.argv.slice(2);
const columns = { id: 'id', text: 'text', date: 'date', setting: 'setting' };
const source = await openSource(input, { columns, stdin: process.stdin });
const result = await runBatch({
  source, folder, resume: false, frame: { columns, defaults: {}, includeText: false, phi: 'off' }, partSize: 100, gzip: false,
  timeout: Number(timeout), workers: Number(workers), maxRejects: Infinity, stopped: () => false, workerFile: new URL('./poison-worker.mjs', import.meta.url),
});
process.stdout.write(JSON.stringify(result));
