// A worker of a cluster whose threads are those of poison-thread.mjs; the database is in $LUMBAGO_DB. Ends when no chunk is left. Runs dist/.
import { workCluster } from '../../dist/cluster/work-cluster.js';

const { ended } = await workCluster({
  url: process.env.LUMBAGO_DB, threads: 1, worker: String(process.pid), untilDone: true, stopped: () => false, onDone: () => undefined, say: () => undefined,
  workerFile: new URL('./poison-thread.mjs', import.meta.url),
});
console.log(ended);
