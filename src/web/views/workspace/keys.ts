// The keys of the workspace: one table that works them and that `?` shows. Never while typing in a field, nor under a dialog.
import { accept, redo, stepCode, undo } from '../../state/actions.ts';
import { excluded, report } from '../../state/analysis.ts';
import { copyText } from '../../state/clipboard.ts';
import { areKeysOn, chosen, dialog, editing, isConsideredOpen, lookedAt } from '../../state/focus.ts';
import { say } from '../../state/voice.ts';
import { openNote } from '../../state/work.ts';
import { showWhy } from './codes/card-actions.tsx';
import { goBack, leaveSpan, lookAt, stepSpan } from './note/span-events.ts';
import type { Candidate } from '../../../wire.ts';

export interface Key { readonly keys: readonly string[]; readonly says: string; readonly press: (key: string) => void }

const withChosen = (act: (candidate: Candidate) => void) => (): void => {
  if (chosen.peek()) act(chosen.peek()!);
  else say('Choose a code first, with j or k');
};

function focusCode(code: string | undefined): void {
  if (code === undefined) return say('There are no codes');
  if (excluded.peek().some((one) => one.code === code)) isConsideredOpen.value = true;
  queueMicrotask(() => {
    const card = document.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  });
}

/** The query about the chosen code, else the first of the note. */
function draftQuery(): void {
  const queries = report.peek()?.queries ?? [];
  const query = queries.find(({ candidates }) => candidates.includes(chosen.peek()?.id ?? '')) ?? queries[0];
  if (query) dialog.value = { kind: 'query', query: query.id };
  else say('No query is open on this note');
}

const evidenceOf = ({ evidence }: Candidate): Candidate['evidence'][number] | undefined => evidence.find(({ role }) => role === 'problem') ?? evidence[0];

function editText(): void {
  if (openNote.peek()?.text !== undefined) editing.value = true;
}

/** Keys in the order of the help. */
export const KEYS: readonly Key[] = [
  { keys: ['j', 'k'], says: 'next and previous code', press: (key) => focusCode(stepCode(key === 'j' ? 1 : -1)) },
  { keys: ['a'], says: 'accept the code', press: withChosen(accept) },
  { keys: ['r'], says: 'reject it, with a reason', press: withChosen(({ code, title }) => { dialog.value = { kind: 'reject', code, title }; }) },
  { keys: ['e'], says: 'edit it: a sibling, another 7th character', press: withChosen(({ code, title }) => { dialog.value = { kind: 'edit', code, title }; }) },
  { keys: ['s'], says: 'show its evidence in the note', press: withChosen((candidate) => { const found = evidenceOf(candidate); if (found) lookAt(found); }) },
  { keys: ['n', 'p'], says: 'next and previous evidence in the note', press: (key) => stepSpan(key === 'n' ? 1 : -1) },
  { keys: ['b'], says: 'back to where the note was', press: goBack },
  { keys: ['w'], says: 'why it is coded, or not', press: withChosen(({ code }) => showWhy(code)) },
  { keys: ['q'], says: 'draft a query', press: draftQuery },
  { keys: ['u', 'U'], says: 'undo, redo', press: (key) => key === 'u' ? undo() : redo() },
  { keys: ['/'], says: 'search for a code and add it', press: () => { if (openNote.peek()) dialog.value = { kind: 'add' }; else say('Bring a note first'); } },
  { keys: ['c'], says: 'copy the code', press: withChosen(({ code }) => { void copyText(code, code); }) },
  { keys: ['i'], says: 'edit the text of the note', press: editText },
  { keys: ['?'], says: 'these keys', press: () => { dialog.value = { kind: 'keys' }; } },
];

const TYPED = 'textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="button"], [type="file"])';
const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TYPED) !== null;

function leave(): void {
  leaveSpan();
  lookedAt.value = undefined;
  if (!editing.peek()) return;
  editing.value = false;
  document.querySelector<HTMLElement>('.note-scroll')?.focus({ preventScroll: true });
}

/** A dialog that was asked for and is not drawn yet is left by Escape too; one that stands there sees to itself. */
function leaveComing(key: string): void {
  if (key === 'Escape' && !document.querySelector('dialog[open]')) dialog.value = undefined;
}

/** Works a key that is pressed anywhere in the workspace. */
export function pressKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (dialog.peek()) return leaveComing(event.key);
  if (event.key === 'Escape') return leave();
  if (!areKeysOn.peek() || isTyping(event.target)) return;
  const found = KEYS.find(({ keys }) => keys.includes(event.key));
  if (!found) return;
  event.preventDefault();
  found.press(event.key);
}
