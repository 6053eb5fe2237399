// Pointing at marks, focusing and following them: from an element of the note to its place in the text and back.
// One listener for the whole note; marks carry only their place within their line, so that a line is not drawn anew when it moves.
import { signal } from '@preact/signals';
import { coded, excluded } from '../../../state/analysis.ts';
import { chosenCode, editing, isConsideredOpen, lookedAt, pane, pointedCode } from '../../../state/focus.ts';
import { say } from '../../../state/voice.ts';
import { layout, marks } from './layout.ts';
import type { EvidenceMark } from './evidence-marks.ts';
import type { Piece } from './lay-out-lines.ts';

/** The mark under the pointer or in focus, and where its label goes; coordinates of the window. */
export const spanLabel = signal<{ readonly marks: readonly EvidenceMark[]; readonly left: number; readonly top: number; readonly bottom: number } | undefined>(undefined);

/** Time to get from a mark to its label, in milliseconds. */
const GRACE = 200;
let leaving: ReturnType<typeof setTimeout> | undefined;

function pieceOf(element: Element): Piece | undefined {
  const identity = Number(element.closest<HTMLElement>('[data-line]')?.dataset.line);
  const line = layout.peek().lines.find((one) => one.identity === identity);
  const from = Number(element.closest<HTMLElement>('[data-from]')?.dataset.from);
  return line?.pieces.find(({ start }) => start - line.start === from);
}

const markElement = (target: EventTarget | null): HTMLElement | null => target instanceof Element ? target.closest<HTMLElement>('.mark') : null;

/** Shows the label of a mark and lights up the codes that rest on it. */
export function pointAt({ target }: Event): void {
  const element = markElement(target);
  const piece = element && pieceOf(element);
  if (!element || !piece) return leaveSoon();
  clearTimeout(leaving);
  const { left, top, bottom } = element.getBoundingClientRect();
  spanLabel.value = { marks: piece.marks, left, top, bottom };
}

/** Puts the label away at once. */
export function leaveSpan(): void {
  clearTimeout(leaving);
  spanLabel.value = undefined;
}

/** Puts the label away unless the pointer comes to a mark or to the label in time. */
export function leaveSoon(): void {
  clearTimeout(leaving);
  leaving = setTimeout(leaveSpan, GRACE);
}

/** The pointer is on the label: it stays. */
export const stayOnLabel = (): void => clearTimeout(leaving);

/** Goes from a mark to the first code that rests on it. */
export function followSpan({ target }: Event): void {
  const element = markElement(target);
  if (!element || editing.peek() || getSelection()?.isCollapsed === false) return;
  const owners = new Set(pieceOf(element)?.marks.flatMap(({ candidates }) => candidates));
  const candidate = [...coded.peek(), ...excluded.peek()].find(({ id }) => owners.has(id));
  if (!candidate) return;
  chosenCode.value = candidate.code;
  if (candidate.status === 'excluded') isConsideredOpen.value = true;
  document.querySelector(`[data-code="${CSS.escape(candidate.code)}"]`)?.scrollIntoView({ block: 'nearest' });
  say(`${candidate.code} ${candidate.title} rests on these words`);
}

/** Enter on a mark in focus follows it, as a click does. */
export function enterSpan(event: KeyboardEvent): void {
  if (event.key === 'Enter') followSpan(event);
}

/** The element drawn for an offset, when it is drawn. */
export function elementAt(offset: number): HTMLElement | undefined {
  const line = layout.peek().lines.findLast(({ start }) => start <= offset);
  const element = line && document.querySelector<HTMLElement>(`[data-line="${line.identity}"]`);
  const piece = line?.pieces.find(({ start, end }) => start <= offset && offset < end);
  return (piece && element?.querySelector<HTMLElement>(`[data-from="${piece.start - line!.start}"]`)) ?? element ?? undefined;
}

let wayBack: number | undefined;

const scroller = (): HTMLElement | null => document.querySelector<HTMLElement>('.note-scroll');
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

function isInView(element: HTMLElement, within: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const frame = within.getBoundingClientRect();
  return top >= frame.top && bottom <= Math.min(frame.bottom, innerHeight);
}

/** Glides to a place of the note when it is out of sight, and remembers the way back. */
export function showPlace(offset: number): void {
  const element = elementAt(offset);
  const frame = scroller();
  if (!element || !frame || isInView(element, frame)) return;
  wayBack ??= frame.scrollTop;
  element.scrollIntoView({ block: 'center', behavior: isStill() ? 'auto' : 'smooth' });
}

/** Goes back to where the note stood before it was moved by the page. */
export function goBack(): void {
  if (wayBack === undefined) return;
  scroller()?.scrollTo({ top: wayBack, behavior: isStill() ? 'auto' : 'smooth' });
  wayBack = undefined;
  say('Back in the note');
}

/** Looks at a span: brings it into view, outlines and says it. On a narrow screen the note comes to the front. */
export function lookAt(span: { readonly start: number; readonly end: number }): void {
  pane.value = 'note';
  lookedAt.value = { start: span.start, end: span.end };
  requestAnimationFrame(() => {
    showPlace(span.start);
    if (!editing.peek()) elementAt(span.start)?.focus({ preventScroll: true });
  });
}

/** Looks at the next or previous mark; starts from the place that was looked at last. */
export function stepSpan(by: 1 | -1): void {
  const stops = marks.peek().filter(({ kind }) => kind !== 'cue');
  const at = lookedAt.peek()?.start ?? (by > 0 ? -1 : Number.MAX_SAFE_INTEGER);
  const next = by > 0 ? stops.find(({ start }) => start > at) : stops.findLast(({ start }) => start < at);
  if (!next) return say(by > 0 ? 'No further evidence' : 'No earlier evidence');
  lookAt(next);
  say(next.label);
  pointedCode.value = undefined;
}
