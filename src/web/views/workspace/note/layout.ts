// The drawn note as derived values: marks carried along with the text while it is edited, and lines laid out from them.
import { computed } from '@preact/signals';
import type { Report } from '../../../../wire.ts';
import { analysis } from '../../../state/analysis.ts';
import { litOwners, lookedAt } from '../../../state/focus.ts';
import { openNote } from '../../../state/work.ts';
import { evidenceMarks, type EvidenceMark } from './evidence-marks.ts';
import { carryOver, differ, type Difference } from './follow-edit.ts';
import { layOutLines, type Layout } from './lay-out-lines.ts';

const text = computed<string>(() => openNote.value?.text ?? '');
const analyzedMarks = computed<readonly EvidenceMark[]>(() => analysis.value ? evidenceMarks(analysis.value.report) : []);
const difference = computed(() => analysis.value && analysis.value.note.text !== text.value ? differ(analysis.value.note.text, text.value) : undefined);

/** Marks at their places in the text as it stands. */
export const marks = computed<readonly EvidenceMark[]>(() => {
  const change = difference.value;
  return change ? carryOver(analyzedMarks.value, change).map((mark) => carryTie(mark, change)) : analyzedMarks.value;
});

function carryTie({ tie, ...mark }: EvidenceMark, change: Difference): EvidenceMark {
  const [carried] = tie ? carryOver([tie], change) : [];
  return { ...mark, ...(carried && { tie: carried }) };
}

/** Sections at their places in the text as it stands. */
export const sections = computed<Report['sections']>(() => {
  const all = analysis.value?.report.sections ?? [];
  const change = difference.value;
  if (!change) return all;
  const shift = change.newTo - change.oldTo;
  return all.map((section) => section.start < change.oldTo ? section : { ...section, start: section.start + shift });
});

let drawn: Layout | undefined;

/** The lines of the note; those that did not change are the same objects to look at as before. */
export const layout = computed<Layout>(() => {
  drawn = layOutLines(text.value, marks.value, { lighting: { owners: litOwners.value, lookedAt: lookedAt.value }, before: drawn });
  return drawn;
});
