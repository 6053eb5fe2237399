// The small label of the mark under the pointer or in focus: axis, value, assertion, cue, and the codes it proves.
import { leaveSoon, spanLabel, stayOnLabel } from './span-events.ts';

const ABOVE = 40;

/** The label, near its mark; Escape puts it away. */
export function SpanLabel() {
  const shown = spanLabel.value;
  if (!shown) return null;
  const { left, top, bottom, marks } = shown;
  const isBelow = top < ABOVE * marks.length + 60;
  const place = { left: `${Math.max(8, Math.min(left, innerWidth - 320))}px`, ...(isBelow ? { top: `${bottom + 6}px` } : { bottom: `${innerHeight - top + 6}px` }) };
  return (
    <div class="span-label" role="tooltip" style={place} onMouseEnter={stayOnLabel} onMouseLeave={leaveSoon}>
      {marks.map((mark) => <div key={`${mark.kind}${mark.start}`} class={`u-key k-${mark.kind}`}>{mark.label}</div>)}
    </div>
  );
}
