// The text of the note, line by line, with its evidence marked and the sections named in the gutter.
// A line whose signature did not change is the very element of before: Preact then leaves it alone.
import type { JSX, VNode } from 'preact';
import { editing, litOwners } from '../../../state/focus.ts';
import { words } from '../../../../format/parts/outline.ts';
import { layout, sections } from './layout.ts';
import type { Line, Piece } from './lay-out-lines.ts';
import { enterSpan, followSpan, leaveSpan, pointAt } from './span-events.ts';

interface Drawn { readonly signature: string; readonly isEdited: boolean; readonly node: VNode }

const drawn = new Map<number, Drawn>();

/** Underlines of the marks on a piece, one inside the other, each a little lower. */
const underline = ({ marks }: Piece, text: string): JSX.Element | string => marks.reduce<JSX.Element | string>((inner, { kind, state, faint }, at) =>
  <span class={`u u-${kind} d${Math.min(at, 3)}${faint ? ' faint' : ''}${state === 'present' ? '' : ` not-now ${state}`}`}>{inner}</span>, text);

function drawPiece(piece: Piece, line: Line): JSX.Element | string {
  const { start, end, marks, tied, lit, looked } = piece;
  const text = line.text.slice(start - line.start, end - line.start);
  if (marks.length === 0) return tied ? <span class="tie">{text}</span> : text;
  const names = `mark${tied ? ' tie' : ''}${lit ? ' lit' : ''}${looked ? ' looked' : ''}`;
  return <mark class={names} data-from={start - line.start} {...(!editing.peek() && { tabIndex: -1 })}>{underline(piece, text)}</mark>;
}

function drawLine(line: Line, isEdited: boolean): VNode {
  const known = drawn.get(line.identity);
  if (known && known.signature === line.signature && known.isEdited === isEdited) return known.node;
  const node = <div class="line" key={line.identity} data-line={line.identity}>{line.pieces.map((piece) => drawPiece(piece, line))}</div>;
  drawn.set(line.identity, { signature: line.signature, isEdited, node });
  return node;
}

interface Part { readonly kind: string; readonly from: number; readonly lines: readonly Line[] }

function cutParts(lines: readonly Line[]): readonly Part[] {
  const parts: { kind: string; from: number; lines: Line[] }[] = [];
  let at = -1;
  for (const line of lines) {
    const end = line.start + Math.max(1, line.text.length);
    while (at + 1 < sections.value.length && sections.value[at + 1]!.start < end) at++;
    const last = parts.at(-1);
    if (last && last.from === at) last.lines.push(line);
    else parts.push({ kind: sections.value[at]?.kind ?? 'body', from: at, lines: [line] });
  }
  return parts;
}

function forget(lines: readonly Line[]): void {
  if (drawn.size < 2 * lines.length + 200) return;
  const kept = new Set(lines.map(({ identity }) => identity));
  for (const identity of drawn.keys()) if (!kept.has(identity)) drawn.delete(identity);
}

/** The lines; hidden from assistive technology while the field above them is edited. */
export function NoteLines() {
  const { lines } = layout.value;
  const isEdited = editing.value;
  forget(lines);
  return (
    <div class={`lines${litOwners.value.size > 0 ? ' has-lit' : ''}`} aria-hidden={isEdited} onMouseOver={pointAt} onMouseLeave={leaveSpan} onFocusIn={pointAt} onFocusOut={leaveSpan} onClick={followSpan} onKeyDown={enterSpan}>
      {cutParts(lines).map(({ kind, from, lines: own }) => (
        <div class="part" key={from}>
          {kind !== 'body' && <div class="part-name" aria-hidden="true"><span>{words(kind)}</span></div>}
          {own.map((line) => drawLine(line, isEdited))}
        </div>
      ))}
    </div>
  );
}
