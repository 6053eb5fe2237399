// Sentences on standard error: where, what, what to do. Never note text; ids are shortened and made harmless for a terminal.
import type { Reject } from '../read/parts/reader.ts';

const LONGEST_ID = 60;

/** `lumbago: notes.jsonl, line 3 (id n3): is not JSON: …` */
export function rejectMessage(reject: Reject): string {
  const line = reject.line === undefined ? '' : `, line ${reject.line}`;
  const id = reject.id === undefined ? '' : ` (id ${harmless(reject.id)})`;
  return `lumbago: ${harmless(reject.source)}${line}${id}: ${reject.reason}\n`;
}

function harmless(name: string): string {
  const printable = name.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?');
  return printable.length > LONGEST_ID && !printable.includes('/') ? `${printable.slice(0, LONGEST_ID)}…` : printable;
}

/** The last line of a run in which something was not taken. */
export function summary(counts: { readonly analyzed: number; readonly rejected: number }): string {
  return `lumbago: ${counts.analyzed} ${counts.analyzed === 1 ? 'note' : 'notes'} analyzed, ${counts.rejected} rejected\n`;
}
