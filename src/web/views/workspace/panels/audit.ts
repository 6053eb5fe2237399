// The chosen codes judged by the core, anew whenever the claim list or the note changes.
import { analyzedNote, report } from '../../../state/analysis.ts';
import { follow } from '../../../state/asked.ts';
import { choices, openNote } from '../../../state/work.ts';

/** Verdicts and edits of the claim list; nothing is asked while it is empty. */
export const audit = follow('audit', () => {
  const codes = choices.value.claim.map(({ code }) => code);
  if (codes.length === 0 || !report.value) return undefined;
  return { codes, note: analyzedNote.value, date: openNote.value?.date };
});
