// One note: its report beside its reference labels → counts, and the errors behind them with their places.
// In: report (or nothing), label, note. Out: { counts, codes, queries, facts }. It sums nothing up.
import { countFacts } from './count-facts.mjs';
import { occurrences } from './occurrences.mjs';

/** Code families that the labels cover; a code outside them (external causes, foraminal stenosis) is neither right nor wrong here. */
const COVERED = /^(M4[0-35-9]|M5[0134]|M62\.830|M79\.(1|60|65|66)|M25\.55|M80\.08|M84\.[45]8|M96\.[01]|M99\.[01]|G54|G55|G57\.0|G83\.4|G89|F45\.4[12]|C79\.51|R10\.A|S1[23]|S16\.1|S22\.0|S23\.3|S29\.01|S32\.[012]|S33\.[5-9]|S39\.01|Z98\.1)/;

/** Counts one note. An error of a code is `{ anyOf, quote, excluded }` (missed) or `{ code, forbidden, candidate }` (invented). */
export function countNote(report, label, { text }) {
  const coded = (report?.candidates ?? []).filter(({ status, code }) => status !== 'excluded' && COVERED.test(code));
  const codes = compareCodes(report, coded, label, text);
  const queries = compareQueries(report, label);
  const facts = countFacts(report, label, text);
  const spans = [...(report?.mentions ?? []), ...(report?.candidates ?? []).flatMap(({ evidence }) => evidence ?? [])];
  return {
    counts: {
      notes: 1, missingReports: report ? 0 : 1, badSpans: spans.filter((span) => text.slice(span.start, span.end) !== span.text).length,
      codes: codes.counts, queries: queries.counts, facts: facts.counts, confusion: facts.confusion,
    },
    codes: { missed: codes.missed, invented: codes.invented },
    queries: { missed: queries.missed, invented: queries.invented },
    facts: facts.facts,
  };
}

function compareCodes(report, coded, label, text) {
  const predicted = [...new Set(coded.map(({ code }) => code))];
  const required = label.codes.filter(({ status }) => status === 'required');
  const missed = required.filter(({ anyOf }) => !anyOf.some((code) => predicted.includes(code)));
  const known = new Set(label.codes.flatMap(({ anyOf }) => anyOf));
  const extra = predicted.filter((code) => !known.has(code));
  const forbidden = (label.forbidden ?? []).filter(({ code }) => predicted.includes(code));
  const invented = extra.map((code) => ({ code, forbidden: forbidden.find((one) => one.code === code)?.why, candidate: coded.find((one) => one.code === code) }));
  const explained = missed.map(({ anyOf, quote, why }) => ({ anyOf, quote, why, excluded: (report?.candidates ?? []).find(({ status, code }) => status === 'excluded' && anyOf.includes(code)) }));
  const counts = {
    required: required.length, hit: required.length - missed.length, predicted: predicted.length, good: predicted.length - extra.length,
    forbidden: forbidden.length, exact: missed.length + extra.length === 0 ? 1 : 0,
    cited: required.filter((one) => coded.some((candidate) => one.anyOf.includes(candidate.code) && cites(candidate, one.quote, text))).length,
    ...countCategories(required, predicted),
  };
  return { counts, missed: explained, invented };
}

const cites = ({ evidence }, quote, text) => (evidence ?? []).some(({ start, end }) => occurrences(text, quote).some((at) => start < at + quote.length && end > at));

const categoryOf = (code) => code.slice(0, 3);

function countCategories(required, predicted) {
  const wanted = new Set(required.map(({ anyOf }) => categoryOf(anyOf[0])));
  const given = new Set(predicted.map(categoryOf));
  const isHit = (category) => required.some(({ anyOf }) => categoryOf(anyOf[0]) === category && anyOf.some((code) => given.has(categoryOf(code))));
  return { categoryRequired: wanted.size, categoryHit: [...wanted].filter(isHit).length };
}

function compareQueries(report, label) {
  const asked = report?.queries ?? [];
  const wanted = label.queries ?? [];
  const askable = new Set(wanted.map(({ axis }) => axis));
  const must = [...new Set(wanted.filter(({ status }) => status === 'required').map(({ axis }) => axis))];
  const missed = must.filter((axis) => !asked.some((query) => query.axis === axis));
  const invented = asked.filter(({ axis }) => !askable.has(axis));
  return {
    counts: { required: must.length, hit: must.length - missed.length, predicted: asked.length, good: asked.length - invented.length },
    missed: missed.map((axis) => wanted.find((one) => one.axis === axis)), invented,
  };
}
