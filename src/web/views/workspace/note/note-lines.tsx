// The text of the note, line by line, with its evidence marked and the sections named in the gutter.
// A line whose signature did not change gives the very element of before: Preact then leaves it alone.
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { editing, litOwners } from '../../../state/focus.ts';
import { words } from '../../../../format/parts/outline.ts';
import { layout, sections } from './layout.ts';
import type { Line, Piece } from './lay-out-lines.ts';
import { enterSpan, followSpan, leaveSoon, pointAt } from './span-events.ts';

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

/** One line; it is drawn anew only when its signature is another. */
function NoteLine({ line, isEdited }: { readonly line: Line; readonly isEdited: boolean }) {
  return useMemo(() => <div class="line" data-line={line.identity}>{line.pieces.map((piece) => drawPiece(piece, line))}</div>, [line.identity, line.signature, isEdited]);
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

/** The lines; hidden from assistive technology while the field above them is edited. */
export function NoteLines() {
  const { lines } = layout.value;
  const isEdited = editing.value;
  return (
    <div class={`lines${litOwners.value.size > 0 ? ' has-lit' : ''}`} aria-hidden={isEdited} onMouseOver={pointAt} onMouseLeave={leaveSoon} onFocusIn={pointAt} onFocusOut={leaveSoon} onClick={followSpan} onKeyDown={enterSpan}>
      {cutParts(lines).map(({ kind, from, lines: own }) => (
        <div class="part" key={from}>
          {kind !== 'body' && <div class="part-name" aria-hidden="true"><span>{words(kind)}</span></div>}
          {own.map((line) => <NoteLine key={line.identity} line={line} isEdited={isEdited} />)}
        </div>
      ))}
    </div>
  );
}
