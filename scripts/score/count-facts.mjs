// The labelled facts of one note beside the mentions of its report → found or not, asserted right or not, value right or not.
// Where a label's axis is open to judgement (a finding on an image, a procedure, a cause), any of several mention axes will do.
import { occurrences } from './occurrences.mjs';

const AXES = {
  condition: ['problem', 'symptom', 'imaging', 'procedure', 'cause'], symptom: ['symptom', 'problem', 'radiation'],
  imaging: ['imaging', 'problem', 'symptom', 'procedure'], cause: ['cause', 'problem', 'procedure'], radiation: ['radiation', 'site', 'symptom'],
  site: ['site', 'level'], level: ['level', 'site'], laterality: ['laterality'], chronicity: ['chronicity'],
};
const VALUED = ['laterality', 'level'];

/** The labels' word for an assertion. */
export function wordOf({ polarity, certainty, time, subject } = {}) {
  if (polarity === 'absent') return 'absent';
  if (subject && subject !== 'patient') return 'family';
  if (time === 'planned') return 'planned';
  if (time === 'past') return 'historical';
  return certainty === 'possible' ? 'possible' : 'present';
}

/** Counts by axis, pairs of assertion, and per fact `{ axis, value, assert, quote, at, section, found, asserted, given, valueRight, mention }`. */
export function countFacts(report, label, text) {
  const facts = (label.facts ?? []).map((fact) => judgeFact(fact, report, text));
  const counts = {}, confusion = {};
  for (const { axis, found, asserted, assert, given, valueRight } of facts) {
    const sum = counts[axis] ??= { total: 0, found: 0, asserted: 0, valued: 0, valueRight: 0 };
    sum.total++;
    if (!found) continue;
    sum.found++;
    if (asserted) sum.asserted++;
    if (valueRight !== undefined) { sum.valued++; sum.valueRight += valueRight ? 1 : 0; }
    confusion[`${assert}→${given}`] = (confusion[`${assert}→${given}`] ?? 0) + 1;
  }
  return { counts, confusion, facts };
}

function judgeFact(fact, report, text) {
  const places = occurrences(text, fact.quote);
  const axes = AXES[fact.axis] ?? [fact.axis];
  const near = (report?.mentions ?? []).filter(({ axis, start, end }) => axes.includes(axis) && places.some((at) => start < at + fact.quote.length && end > at));
  const right = near.find(({ assertion }) => wordOf(assertion) === fact.assert);
  const mention = right ?? near[0];
  const at = mention ? mention.start : places[0] ?? -1;
  return {
    ...fact, at, section: (report?.sections ?? []).find(({ start, end }) => at >= start && at < end)?.kind ?? 'none',
    found: near.length > 0, asserted: right !== undefined, given: right ? fact.assert : mention && wordOf(mention.assertion), mention,
    ...(near.length && VALUED.includes(fact.axis) ? { valueRight: near.some(({ value }) => plain(value) === plain(fact.value)) } : {}),
  };
}

const plain = (value) => String(value).toLowerCase().replace(/\s/g, '');
