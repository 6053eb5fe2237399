// Times in milliseconds: warm, median of rounds, one thread. Rounds of all contenders take turns, so that a busy machine is busy for all.
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
export const percentile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

const timeOnce = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Each contender runs so long, in milliseconds, before its time counts: until its code is compiled. */
const WARM = 2500;

/**
 * Name → time of all texts: of each text the median of its rounds, added up. So a moment in which the machine does something else
 * costs one round of one text, not the whole race.
 */
export function raceOver(texts, contenders, rounds) {
  const names = Object.keys(contenders);
  const round = (name) => eachTime(texts, contenders[name]);
  for (const name of names) for (const start = performance.now(); performance.now() - start < WARM;) round(name);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let turn = 0; turn < rounds; turn++) for (const name of names) times[name].push(round(name));
  return Object.fromEntries(names.map((name) => [name, texts.reduce((sum, _, at) => sum + median(times[name].map((each) => each[at])), 0)]));
}

/** Median time of one call, after one to warm up. */
export function timeOf(work, rounds) {
  work();
  return median(Array.from({ length: rounds }, () => timeOnce(work)));
}

/** Bytes that the work on one text takes from the heap, on average; a text during which memory was collected does not count. */
export function allocatedBy(texts, work) {
  const taken = texts.flatMap((text) => {
    const before = process.memoryUsage().heapUsed;
    work(text);
    const bytes = process.memoryUsage().heapUsed - before;
    return bytes > 0 ? [bytes] : [];
  });
  return taken.reduce((sum, bytes) => sum + bytes, 0) / taken.length;
}

/** Time of each text by itself. */
export const eachTime = (texts, work) => texts.map((text) => timeOnce(() => work(text)));
