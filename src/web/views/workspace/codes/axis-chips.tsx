// The axis ledger of a code as one line of chips: documented with its value, missing, conflicting.
import type { Candidate } from '../../../../wire.ts';

const SIGN = { documented: '✓', missing: '–', conflicting: '⚠' } as const;
const isWhole = (value: string | undefined): boolean => value === undefined || value === 'yes' || value === 'no';

/** One chip an axis. */
export function AxisChips({ axes }: { readonly axes: Candidate['axes'] }) {
  if (axes.length === 0) return null;
  return (
    <ul class="chips" aria-label="What the code needs">
      {axes.map(({ axis, label, state, value }) => (
        <li key={axis} class={`chip a-${state}`}>
          <span class="chip-name">{label}</span>
          {state === 'documented' && <b>{isWhole(value) ? value : value!.replaceAll('-', ' ')}</b>}
          <span aria-hidden="true">{SIGN[state]}</span>
          <span class={state === 'documented' ? 'unseen' : ''}>{state}</span>
        </li>
      ))}
    </ul>
  );
}
