// A worker of the batch that is made to fail by words in a note, in the ways in which an engine can: it ends, it never ends, it throws, it eats
// all memory. What is not poisoned is coded by the real worker code.
import { codeChunk } from '../../dist/batch/code-chunk.js';
import { loadKnowledge } from '../../dist/lexicon/load.js';

export { tellEngine } from '../../dist/batch/chunk-worker.js';

const WAYS = {
  'POISON-EXIT': () => process.exit(7),
  'POISON-LOOP': () => { for (;;) Math.sqrt(2); },
  'POISON-THROW': () => { throw new RangeError('words of the note: Zyxwv'); },
  'POISON-MEMORY': () => { const kept = []; for (;;) kept.push(new Array(1_000_000).fill(0.5)); },
};

export function codeTask({ records, frame, at }) {
  const poison = (place) => {
    Atomics.store(at, 0, place + 1);
    const text = Buffer.from(records[place].bytes ?? []).toString('utf8');
    for (const [word, fail] of Object.entries(WAYS)) if (text.includes(word)) fail();
  };
  const outcome = codeChunk(records, { frame, knowledge: loadKnowledge(), onStart: poison });
  Atomics.store(at, 0, 0);
  return outcome;
}
