// Files that were dropped or chosen → notes on the desk, a report shown, a session opened, or a clear word why not.
// Whatever is wrong with a file, the work on the desk stays as it is.
import { ask } from '../engine/engine.ts';
import { LARGEST_FILE } from '../engine/limits.ts';
import type { ReadFile } from '../engine/tasks.ts';
import { codedCandidates } from '../../format/parts/outline.ts';
import type { Report } from '../../wire.ts';
import { report } from './analysis.ts';
import { openSession, readSession, type Session } from './session.ts';
import { say, tell } from './voice.ts';
import { addNotes, isUnsaved, openNote, work, type DeskNote } from './work.ts';

const TOLD = 5;
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

/** A report without its note, shown by itself. */
export const noteOfReport = (report: Report): Omit<DeskNote, 'key'> => {
  const { id, setting, date, encounter, type } = report.note;
  return { id, setting, report, ...(date !== undefined && { date }), ...(encounter !== undefined && { encounter: encounter as NonNullable<DeskNote['encounter']> }), ...(type !== undefined && { type }) };
};

function tellRefused({ refused, notes }: ReadFile): void {
  if (refused.length === 0) return;
  const [first, ...more] = refused;
  tell('error', refused.length === 1 ? first! : `${refused.length} of ${refused.length + notes.length} could not be taken`, refused.length === 1 ? [] : [first!, ...more].slice(0, TOLD).concat(more.length >= TOLD ? [`… and ${refused.length - TOLD} more`] : []));
}

/** A report of the text that is open is compared with the page's own, and told to be the same or not. */
function isOfOpenNote(dropped: Report): boolean {
  const own = report.peek();
  if (!openNote.peek()?.text || own?.note.sha256 !== dropped.note.sha256) return false;
  const codes = (one: Report): string => codedCandidates(one).map(({ code }) => code).join(', ') || 'none';
  if (codes(own) === codes(dropped)) tell('information', `The report is of the note that is open, and has the same codes: ${codes(own)}.`);
  else tell('error', `The report is of the note that is open, and has other codes: ${codes(dropped)}; here: ${codes(own)}. Setting, date and version decide: ${dropped.note.setting}, ${dropped.engine.codeSet.date}, lumbago ${dropped.engine.version}.`);
  return true;
}

function takeSession(session: Session | string): void {
  if (typeof session === 'string') return tell('error', session);
  if (isUnsaved.peek() && !confirm('Opening the session replaces the work on this page, which is not saved. Open it?')) return;
  openSession(session);
  say(`Opened the session, notes: ${work.peek().notes.length}`);
}

function take(found: ReadFile, name: string): void {
  tellRefused(found);
  if (found.session !== undefined) {
    takeSession(readSession(found.session, name));
    return;
  }
  const strangers = found.reports.filter((one) => !isOfOpenNote(one));
  const fresh = [...found.notes, ...strangers.map(noteOfReport)];
  if (fresh.length === 0) return;
  addNotes(fresh);
  if (strangers.length > 0) tell('information', 'A report holds no note text: its codes and queries are shown. Drop the note too to see the words in their place.');
  else say(fresh.length === 1 ? `Opened ${name}` : `Opened ${fresh.length} notes of ${name}`);
}

/** Reads files one after another. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  for (const file of files) {
    if (file.size > LARGEST_FILE) {
      tell('error', `${file.name}: has ${megabytes(file.size)}; the page reads files up to ${megabytes(LARGEST_FILE)}. Use lumbago batch on the command line`);
      continue;
    }
    try {
      take(await ask('read', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }), file.name);
    } catch (error) {
      tell('error', `${file.name}: could not be read. ${error instanceof Error ? error.message : ''}`);
    }
  }
}
