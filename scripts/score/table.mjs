// A scored set → a table for a terminal: codes, queries and facts, overall, by source, by style and by section.
// Only words and numbers; it measures nothing.
const number = (value) => (value === undefined ? '' : Number.isInteger(value) ? String(value) : value.toFixed(3));

/** Rows as columns that line up; the first column is left-aligned. */
export function columns(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  return rows.map((row) => row.map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]) : String(cell).padStart(widths[at]))).join('  ').trimEnd()).join('\n');
}

/** The whole table of one set. */
export function printTable(name, result) {
  const groups = [[name, result], ...grouped(result.bySource), ...grouped(result.byStyle)];
  return [
    columns([
      ['', 'notes', 'codes P', 'R', 'F1', 'exact', 'forbidden', 'evidence', 'queries P', 'R', 'F1', 'facts R', 'assertion', 'bad spans'],
      ...groups.map(([title, group]) => [title, ...[
        group.notes, group.codes.precision, group.codes.recall, group.codes.f1, group.codes.exactNotes, group.codes.forbidden, group.codes.evidence,
        group.queries.precision, group.queries.recall, group.queries.f1, group.facts.recall, group.facts.assertionAccuracy, group.badSpans,
      ].map(number)]),
    ]),
    columns([['facts by axis', 'n', 'recall', 'assertion', 'value'], ...Object.entries(result.facts.byAxis).map(([axis, { n, recall, assertion, value }]) => [`  ${axis}`, ...[n, recall, assertion, value].map(number)])]),
    columns([['facts by section', 'n', 'recall', 'assertion'], ...Object.entries(result.bySection).map(([section, { n, recall, assertion }]) => [`  ${section}`, ...[n, recall, assertion].map(number)])]),
    `assertion, labelled→given: ${Object.entries(result.facts.confusion).sort(([, a], [, b]) => b - a).map(([pair, n]) => `${pair} ${n}`).join(', ')}`,
  ].join('\n\n');
}

/** A source or style that is the only one says nothing that the first row does not say. */
const grouped = (groups) => (Object.keys(groups).length > 1 ? Object.entries(groups).map(([name, group]) => [`  ${name}`, group]) : []);
