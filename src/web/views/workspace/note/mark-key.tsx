// The key to the marks: the kinds that this note has, each in its own look.
import { computed } from '@preact/signals';
import { lookOf } from '../../../../format/parts/roles.ts';
import { marks } from './layout.ts';

const kinds = computed(() => [...new Set(marks.value.filter(({ faint }) => !faint).map(({ kind }) => kind))].sort());
const isStruck = computed(() => marks.value.some(({ state }) => state === 'absent'));
const isGreyed = computed(() => marks.value.some(({ state, kind }) => kind !== 'cue' && state !== 'present' && state !== 'absent'));

/** One line below the note. */
export function MarkKey() {
  if (kinds.value.length === 0) return null;
  return (
    <ul class="mark-key" aria-label="Key to the marks">
      {kinds.value.map((kind) => <li key={kind}><span class={`u u-${kind}`}>{lookOf(kind).label}</span></li>)}
      {isStruck.value && <li><span class="u u-problem not-now absent">denied</span></li>}
      {isGreyed.value && <li><span class="u u-problem not-now past">past, planned, uncertain, of others</span></li>}
    </ul>
  );
}
