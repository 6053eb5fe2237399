// Diagnostics of a note: what a user should know about how it was read. Codes are stable; no message holds note text.
import type { Diagnostic, Note } from './wire.ts';

interface Release { readonly release: string; readonly from: string }

const NO_TEXT = /^\s*$/;

/** The same day one year on; an ISO date. */
const yearAfter = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;

/**
 * D101 no date of service: the newest release was used. D102 the note holds no text.
 * D103 the date lies past the newest release known.
 */
export function diagnose(note: Note, codeSet: { readonly release: string }, knowledge: { readonly manifest: { readonly releases: readonly Release[] } }): Diagnostic[] {
  const newest = knowledge.manifest.releases.at(-1)!;
  const diagnostics: Diagnostic[] = [];
  if (note.date === undefined) {
    diagnostics.push({ code: 'D101', severity: 'information', message: `No date of service given; the newest release known, ${codeSet.release}, was used. Give the date to pick the release.` });
  } else if (note.date >= yearAfter(newest.from)) {
    diagnostics.push({ code: 'D103', severity: 'warning', message: `The date of service lies after ${newest.release}, the newest release known; that release was used.` });
  }
  if (NO_TEXT.test(note.text)) diagnostics.push({ code: 'D102', severity: 'warning', message: 'The note holds no text; nothing was read.' });
  return diagnostics;
}
