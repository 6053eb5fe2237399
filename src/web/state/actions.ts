// What a coder does to codes, said in words: one function per deed, each undoable, each told to screen readers.
// None of them moves the note.
import { acceptCode, draftQuery, moveCode, rejectCode, removeCode, replaceCode, restoreCode, type ClaimCode, type Draft } from './choices.ts';
import { coded, excluded } from './analysis.ts';
import { chosenCode } from './focus.ts';
import { say } from './voice.ts';
import { choices, choose, redoChoice, undoChoice } from './work.ts';

const did = (words: string, change: Parameters<typeof choose>[1]): void => {
  choose(words, change);
  say(words);
};

const isClaimed = (code: string): boolean => choices.peek().claim.some((one) => one.code === code);

export function accept({ code, title }: { readonly code: string; readonly title: string }): void {
  if (isClaimed(code)) return say(`${code} is on the claim list already`);
  did(`Accepted ${code}`, (before) => acceptCode(before, { code, title }));
}

/** Accepts all proposed codes that are neither accepted nor rejected, in their order. */
export function acceptAll(): void {
  const open = coded.peek().filter(({ code }) => !isClaimed(code) && !choices.peek().rejected[code] && !choices.peek().claim.some(({ was }) => was === code));
  if (open.length === 0) return say('Nothing is left to accept');
  did(`Accepted ${open.map(({ code }) => code).join(', ')}`, (before) => open.reduce((all, { code, title }) => acceptCode(all, { code, title }), before));
}

export const reject = (code: string, reason: string, remark: string): void =>
  did(`Rejected ${code}: ${reason.toLowerCase()}`, (before) => rejectCode(before, code, { reason, ...(remark.trim() && { remark: remark.trim() }) }));

export const restore = (code: string): void => did(`Took back the rejection of ${code}`, (before) => restoreCode(before, code));
export const remove = (code: string): void => did(`Removed ${code} from the claim list`, (before) => removeCode(before, code));
export const addFound = ({ code, title }: { readonly code: string; readonly title: string }): void => did(`Added ${code}`, (before) => acceptCode(before, { code, title, added: true }));

/** Takes another code in the place of a proposed or accepted one. */
export function edit(code: string, by: { readonly code: string; readonly title: string }): void {
  const was = choices.peek().claim.find((one) => one.code === code)?.was ?? code;
  const fresh: ClaimCode = by.code === was ? { code: by.code, title: by.title } : { code: by.code, title: by.title, was };
  did(`${code} changed to ${by.code}`, (before) => replaceCode(before, code, fresh));
}

/** Moves a code of the claim list by some places. */
export function move(from: number, to: number): void {
  const moved = choices.peek().claim[from];
  if (!moved || to < 0 || to >= choices.peek().claim.length || from === to) return;
  did(`${moved.code} is number ${to + 1} of ${choices.peek().claim.length}`, (before) => moveCode(before, from, to));
}

export function keepDraft(key: string, draft: Draft | undefined): void {
  choose(draft ? 'Edited the query' : 'Took back the wording of the query', (before) => draftQuery(before, key, draft));
}

export function undo(): void {
  const undone = undoChoice();
  say(undone === undefined ? 'Nothing to undo' : `Undone: ${undone}`);
}

export function redo(): void {
  const redone = redoChoice();
  say(redone === undefined ? 'Nothing to redo' : `Done again: ${redone}`);
}

/** Chooses the next or previous code, and gives it. */
export function stepCode(by: 1 | -1): string | undefined {
  const all = [...coded.peek(), ...excluded.peek()].map(({ code }) => code);
  const at = all.indexOf(chosenCode.peek() ?? '');
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  chosenCode.value = next;
  return next;
}
