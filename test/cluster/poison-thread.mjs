// A worker thread for the test of suspects: a note that says so ends the whole process, as a fault in the platform would; another ends the thread.
// Everything else is coded as usual. Needs dist/ (npm run build).
import { codeTask as code } from '../../dist/batch/chunk-worker.js';

export { tellEngine } from '../../dist/batch/chunk-worker.js';

export function codeTask(task) {
  task.records.forEach((record, at) => {
    const text = Buffer.from(record.bytes).toString();
    if (text.includes('ends the process')) process.kill(process.pid, 'SIGKILL');
    Atomics.store(task.at, 0, at + 1);
    if (text.includes('ends the thread')) process.exit(7);
  });
  return code(task);
}
