// Times in milliseconds: warm, median of rounds, one thread. Rounds of all contenders take turns, so that a busy machine is busy for all.
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
export const percentile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

const timeOnce = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const WARM = 3;

/** Name → median time of one round over all texts. */
export function raceOver(texts, contenders, rounds) {
  const names = Object.keys(contenders);
  const round = (name) => timeOnce(() => { for (const text of texts) contenders[name](text); });
  for (const name of names) for (let turn = 0; turn < WARM; turn++) round(name);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let turn = 0; turn < rounds; turn++) for (const name of names) times[name].push(round(name));
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

/** Median time of one call, after one to warm up. */
export function timeOf(work, rounds) {
  work();
  return median(Array.from({ length: rounds }, () => timeOnce(work)));
}

/** Time of each text by itself. */
export const eachTime = (texts, work) => texts.map((text) => timeOnce(() => work(text)));
