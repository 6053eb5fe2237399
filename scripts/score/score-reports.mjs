// Reports, reference labels and notes → the measures, overall and by source, style and section, and what is wrong note by note.
// A pure function: no files, no printing. The measures are those of ../shared/tools/score.mjs; test/score.test.ts holds the two together.
import { countNote } from './count-note.mjs';
import { addCounts, measure, NOTHING } from './measure.mjs';

/**
 * Scores reports against labels (LABELS.md of the corpora). A label without report counts as a report that says nothing.
 * Out: `{ ...measures, bySource, byStyle, bySection, perNote }`; `perNote` has the counts and errors of each labelled note.
 */
export function scoreReports(reports, labels, notes) {
  const reportOf = new Map(reports.map((report) => [report.note.id, report]));
  const noteOf = new Map(notes.map((note) => [note.id, note]));
  const perNote = labels.map((label) => {
    const note = noteOf.get(label.id) ?? { id: label.id, text: '' };
    return { id: label.id, source: note.source ?? 'ours', style: note.style ?? label.style, ...countNote(reportOf.get(label.id), label, note) };
  });
  return {
    ...measure(perNote.map(({ counts }) => counts).reduce(addCounts, NOTHING)),
    bySource: measureGroups(perNote, ({ source }) => source),
    byStyle: measureGroups(perNote.filter(({ style }) => style), ({ style }) => style),
    bySection: measureSections(perNote),
    perNote,
  };
}

function measureGroups(perNote, nameOf) {
  return Object.fromEntries(Object.entries(groupBy(perNote, nameOf)).map(([name, group]) => [name, measure(group.map(({ counts }) => counts).reduce(addCounts, NOTHING))]));
}

/** Facts by the section that the labelled words stand in. */
function measureSections(perNote) {
  const facts = perNote.flatMap(({ facts }) => facts);
  return Object.fromEntries(Object.entries(groupBy(facts, ({ section }) => section)).map(([section, group]) => {
    const found = group.filter((fact) => fact.found).length;
    return [section, { n: group.length, recall: found / group.length, assertion: found ? group.filter((fact) => fact.asserted).length / found : 0 }];
  }));
}

function groupBy(list, nameOf) {
  const groups = {};
  for (const one of list) (groups[nameOf(one)] ??= []).push(one);
  return Object.fromEntries(Object.entries(groups).sort(([, a], [, b]) => b.length - a.length));
}
