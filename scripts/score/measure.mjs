// Counts of notes → sums → ratios. In: what countNote counted. Out: the measures under the names that corpora/scores.json uses.
const ratio = (part, whole) => (whole ? part / whole : 0);
const f1 = (precision, recall) => (precision + recall ? (2 * precision * recall) / (precision + recall) : 0);

/** The counts of no note at all. */
export const NOTHING = { notes: 0, missingReports: 0, badSpans: 0, codes: {}, queries: {}, facts: {}, confusion: {} };

/** The sum of two counts: numbers are added, records key by key. */
export function addCounts(one, other) {
  if (typeof one === 'number' || typeof other === 'number') return (one ?? 0) + (other ?? 0);
  const keys = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return Object.fromEntries([...keys].map((key) => [key, addCounts(one?.[key], other?.[key])]));
}

/** Ratios of summed counts. */
export function measure({ notes, missingReports, badSpans, codes, queries, facts, confusion }) {
  const [P, R] = [ratio(codes.good, codes.predicted), ratio(codes.hit, codes.required)];
  const [QP, QR] = [ratio(queries.good, queries.predicted), ratio(queries.hit, queries.required)];
  const all = Object.values(facts).reduce(addCounts, {});
  return {
    notes, missingReports, badSpans,
    codes: {
      precision: P, recall: R, f1: f1(P, R), forbidden: codes.forbidden ?? 0, exactNotes: ratio(codes.exact, notes),
      categoryRecall: ratio(codes.categoryHit, codes.categoryRequired), evidence: ratio(codes.cited, codes.hit), required: codes.required ?? 0, predicted: codes.predicted ?? 0,
    },
    facts: { recall: ratio(all.found, all.total), assertionAccuracy: ratio(all.asserted, all.found), byAxis: measureAxes(facts), confusion },
    queries: { precision: QP, recall: QR, f1: f1(QP, QR), required: queries.required ?? 0, predicted: queries.predicted ?? 0 },
  };
}

const measureAxes = (facts) => Object.fromEntries(Object.entries(facts).map(([axis, { total, found, asserted, valued, valueRight }]) => [axis, {
  n: total, recall: ratio(found, total), assertion: ratio(asserted, found), ...(valued ? { value: ratio(valueRight, valued) } : {}),
}]));
