// One life of a process that works on a worklist until it is killed: kill-worker.mjs LOCATION SEED RUN OPERATIONS LAST
// Before each operation it writes {"try":n}, after it is stored {"done":n,"events":[…],"sent":…}. Every choice comes from the seed, every
// operation has a time of its own. LAST ("run.operation" or "-") is what the run before may or may not have stored: it is done again first,
// as a person would. Not its job: killing, judging (kill.test.ts).
import { writeSync } from 'node:fs';
import { addReport } from '../../dist/store/add-report.js';
import { openStore } from '../../dist/store/open-store.js';
import { statusAfter } from '../../dist/store/steps.js';
import { takeStep } from '../../dist/store/take-step.js';
import { createAnalyzer } from '../../dist/index.js';

const [location, seed, run, operations, last] = process.argv.slice(2);
const tell = (message) => writeSync(1, `${JSON.stringify(message)}\n`);

const base = createAnalyzer().analyze({ id: 'n', text: 'Assessment: Lumbago with sciatica.', date: '2026-11-15' });

/** The report of one operation, the same whenever it is asked for. */
const reportOf = (name) => ({ ...base, note: { ...base.note, id: `n${name}` }, queries: [1, 2].map((number) => ({ ...base.queries[0], id: `q${number}`, about: `sciatica-${number}` })) });

/** Mulberry32: small, seeded, good enough to choose by. */
function random(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const next = random(Number(seed) * 1000 + Number(run));
const pick = (list) => list[Math.floor(next() * list.length)];
/** A compliant query as a person would word it. */
const letter = (aside) => `To: Attending provider\nTitle: Clarification of leg symptoms\n- "sciatica" (Assessment, 2026-11-15, n 25-33)
Question: Based on your clinical judgment, which side does the sciatica affect${aside}?
[ ] Left\n[ ] Right\n[ ] Both sides\n[ ] Other (please specify)\n[ ] Unable to determine\n`;

const steps = (token) => [
  { action: 'send', to: `Dr. ${token}` }, { action: 'send', text: letter(` (${token})`) }, { action: 'read' }, { action: 'defer', reason: token },
  { action: 'answer', choice: 'right', name: token, credentials: 'MD' }, { action: 'answer', text: `left (${token})`, name: token, credentials: 'MD' },
  { action: 'close', outcome: 'agreed' }, { action: 'close', outcome: 'no-response' }, { action: 'close-gap', reason: 'education' },
  { action: 'cancel', reason: token }, { action: 'reassign', to: token, reason: token }, { action: 'untick', indicator: 1, reason: token },
];

async function operate(database, name, stamp) {
  const open = await database.query("SELECT id, status FROM lumbago.queries WHERE status NOT IN ('closed', 'cancelled', 'expired') ORDER BY id DESC LIMIT 30");
  const query = next() < 0.3 ? undefined : pick(open);
  const possible = query === undefined ? [] : steps(name).filter((step) => statusAfter(query.status, step) !== undefined);
  while (possible.length > 0) {
    const [step] = possible.splice(Math.floor(next() * possible.length), 1);
    try {
      const { event } = await takeStep(database, { query: `W${query.id}`, step, stamp });
      return { events: [event] };
    } catch (error) {
      // No indicator left to send, or left out already: another step then.
      if (error.name !== 'StoreError') throw error;
    }
  }
  return addReport(database, { report: reportOf(name), stamp });
}

const timeOf = (operation) => new Date(Date.UTC(2026, 0, 1) + Number(run) * 86_400_000 + operation * 1000).toISOString();
const database = await openStore(location, { create: true, now: timeOf(0) });
tell({ ready: true });
if (last !== '-') await addReport(database, { report: reportOf(last), stamp: { now: timeOf(0), actor: `run ${run}` } });
for (let operation = 1; operation <= Number(operations); operation++) {
  tell({ try: operation });
  const { events } = await operate(database, `${run}.${operation}`, { now: timeOf(operation), actor: `run ${run}` });
  tell({ done: operation, events });
}
await database.close();
