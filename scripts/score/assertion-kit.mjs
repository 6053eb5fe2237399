// Labelled sentences (a table of concept, sentence, negation, temporality, experiencer) → how well assertText reads them.
// In: the table's text and the function. Out: measures and errors. No files, no printing.

/** Rows of the tab-separated table, its heading left out, each with the span of the concept in its sentence; without one `span` is missing. */
export function parseKit(text) {
  return text.split(/\r?\n/).slice(1).filter((line) => line.trim() !== '').map((line) => {
    const [row, concept, sentence, negation, temporality, experiencer] = line.split('\t').map((cell) => cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'));
    return { row, concept, sentence, negation, temporality, experiencer, span: spanOfConcept(concept, sentence) };
  });
}

/** The concept stands in capitals; where it runs on into the next sentence, as much of it as is there. */
function spanOfConcept(concept, sentence) {
  const words = concept.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  for (let count = words.length; count > 0; count--) {
    const pattern = words.slice(0, count).join('\\s+');
    const found = new RegExp(pattern.toUpperCase()).exec(sentence) ?? new RegExp(pattern, 'i').exec(sentence);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

/** The questions that the kit asks: what it calls the thing, and what we do. */
const QUESTIONS = {
  negation: { labelled: ({ negation }) => negation === 'Negated', given: ({ polarity }) => polarity === 'absent' },
  historical: { labelled: ({ temporality }) => temporality === 'Historical', given: ({ time }) => time === 'past' },
  possible: { labelled: ({ negation }) => negation === 'Possible', given: ({ certainty }) => certainty === 'possible' },
  experiencer: { labelled: ({ experiencer }) => experiencer !== 'Patient', given: ({ subject }) => subject !== 'patient' },
};

/** Precision, recall, F1 and accuracy of each question, with the rows read otherwise than labelled. `assertText(sentence, span)` is asked. */
export function scoreKit(rows, assertText) {
  const read = rows.filter(({ span }) => span).map((row) => ({ ...row, ...assertText(row.sentence, row.span) }));
  const questions = Object.entries(QUESTIONS).map(([name, { labelled, given }]) => {
    const verdict = (row) => `${labelled(row)} ${given(row.assertion)}`;
    const count = (pair) => read.filter((row) => verdict(row) === pair).length;
    const [hit, missed, invented, rest] = [count('true true'), count('true false'), count('false true'), count('false false')];
    const precision = hit / (hit + invented || 1), recall = hit / (hit + missed || 1);
    return [name, {
      labelled: hit + missed, precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), accuracy: (hit + rest) / (read.length || 1),
      errors: read.filter((row) => labelled(row) !== given(row.assertion)).map(({ row, sentence, span, cues, ...one }) => ({ row, kind: labelled(one) ? 'missed' : 'invented', sentence, span, cues })),
    }];
  });
  return { sentences: rows.length, unplaced: rows.length - read.length, ...Object.fromEntries(questions) };
}

/** The measures as a table and the errors, each with its sentence (the concept in brackets) and the cues that were taken. */
export function printKit({ sentences, unplaced, ...questions }, columns, { most }) {
  const three = (value) => value.toFixed(3);
  const table = columns([['', 'labelled', 'P', 'R', 'F1', 'accuracy'], ...Object.entries(questions).map(([name, q]) => [name, q.labelled, ...[q.precision, q.recall, q.f1, q.accuracy].map(three)])]);
  const errors = Object.entries(questions).flatMap(([name, q]) => q.errors.slice(0, most).map((error) => printError(name, error)));
  return [`${sentences} sentences, ${unplaced} whose concept is not in them`, table, ...errors].join('\n');
}

function printError(name, { row, kind, sentence, span, cues }) {
  const words = `${sentence.slice(0, span.start)}[${sentence.slice(span.start, span.end)}]${sentence.slice(span.end)}`.replace(/\s+/g, ' ');
  return `${name} ${kind} (${row}): ${words}${cues.map(({ text, via }) => ` «${text}» ${via}`).join('')}`;
}
