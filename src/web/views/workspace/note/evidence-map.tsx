// The thin map beside the note: where evidence lies in its whole length. A click goes there; with the keyboard, n and p do.
import { computed } from '@preact/signals';
import { litOwners } from '../../../state/focus.ts';
import { layout, marks } from './layout.ts';
import { lookAt } from './span-events.ts';

interface Tick { readonly line: number; readonly kind: string; readonly isLit: boolean; readonly span: { readonly start: number; readonly end: number } }

const ticks = computed<readonly Tick[]>(() => {
  const { lines } = layout.value;
  const lit = litOwners.value;
  const byPlace = new Map<string, Tick>();
  let line = 0;
  for (const mark of marks.value) {
    if (mark.faint || mark.kind === 'cue') continue;
    while (line + 1 < lines.length && lines[line + 1]!.start <= mark.start) line++;
    const isLit = mark.candidates.some((id) => lit.has(id)) || mark.queries.some((id) => lit.has(id));
    if (!byPlace.has(`${line}`) || isLit) byPlace.set(`${line}`, { line, kind: mark.kind, isLit, span: mark });
  }
  return [...byPlace.values()];
});

/** One tick a line that holds evidence. */
export function EvidenceMap() {
  const count = Math.max(1, layout.value.lines.length);
  return (
    <svg class="evidence-map" viewBox={`0 0 12 ${count}`} preserveAspectRatio="none" aria-hidden="true">
      {ticks.value.map(({ line, kind, isLit, span }) => <rect key={line} class={`k-${kind}${isLit ? ' lit' : ''}`} x={isLit ? 0 : 3} y={line + 0.1} width={isLit ? 12 : 6} height={0.8} onClick={() => lookAt(span)} />)}
    </svg>
  );
}
