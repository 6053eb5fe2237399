// Measures beside the floors and ceilings of one set of corpora/scores.json: what fell, and the limits that now hold.
// Pure: reading and writing the file is the business of score.mjs.

/** A measure by its dotted path, such as "facts.byAxis.level.recall". */
export const valueAt = (measures, path) => path.split('.').reduce((value, key) => value?.[key], measures);

/** A line for each measure below its floor or above its ceiling; empty when nothing fell. A measure that is not there has fallen. */
export function whatFell(measures, { floors = {}, ceilings = {} }) {
  return [
    ...Object.entries(floors).filter(([path, floor]) => !(valueAt(measures, path) >= floor)).map(([path, floor]) => `${path} is ${valueAt(measures, path)}, its floor is ${floor}`),
    ...Object.entries(ceilings).filter(([path, ceiling]) => !(valueAt(measures, path) <= ceiling)).map(([path, ceiling]) => `${path} is ${valueAt(measures, path)}, its ceiling is ${ceiling}`),
  ];
}

/** The set with its limits moved to what was measured; a limit never gives way. Floors keep four decimals, rounded down. */
export function raise(measures, set) {
  const lift = ([path, floor]) => [path, Math.max(floor, Math.floor((valueAt(measures, path) ?? 0) * 1e4) / 1e4)];
  const lower = ([path, ceiling]) => [path, Math.min(ceiling, valueAt(measures, path) ?? ceiling)];
  return {
    ...set,
    ...(set.floors && { floors: Object.fromEntries(Object.entries(set.floors).map(lift)) }),
    ...(set.ceilings && { ceilings: Object.fromEntries(Object.entries(set.ceilings).map(lower)) }),
  };
}

/** scores.json as a person reads it: one line for each list of limits. */
export function printScores(scores) {
  const sets = Object.entries(scores).map(([name, set]) => {
    const lines = Object.entries(set).map(([key, value]) => `  ${JSON.stringify(key)}: ${typeof value === 'object' ? printLimits(value) : JSON.stringify(value)}`);
    return ` ${JSON.stringify(name)}: {\n${lines.join(',\n')}\n }`;
  });
  return `{\n${sets.join(',\n')}\n}\n`;
}

const printLimits = (limits) => `{\n${Object.entries(limits).map(([path, value]) => `   ${JSON.stringify(path)}: ${value}`).join(',\n')}\n  }`;
