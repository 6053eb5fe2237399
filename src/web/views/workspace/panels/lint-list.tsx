// What the linter says of a query: a line that it passes, or each breach with its rule, place, reason and remedy.
import type { LintFinding } from '../../../../query/lint-query.ts';

/** "options[1]" → "option 2". */
const placeName = (place: string): string => place.replace(/^options\[(\d+)\]/, (_, at: string) => `option ${Number(at) + 1}`).replace(/^indicators\[(\d+)\]/, (_, at: string) => `indicator ${Number(at) + 1}`);

/** Compliance in a word: sign and text. */
export function LintWord({ lint }: { readonly lint: readonly LintFinding[] }) {
  const errors = lint.filter(({ severity }) => severity === 'error').length;
  if (lint.length === 0) return <span class="status s-supported"><span aria-hidden="true">✓</span> compliant</span>;
  return <span class={`status ${errors ? 's-conflicting' : 's-underspecified'}`}><span aria-hidden="true">⚠</span> {errors ? `${errors} ${errors === 1 ? 'breach' : 'breaches'}` : `${lint.length} to look at`}</span>;
}

/** All findings. */
export function LintList({ lint }: { readonly lint: readonly LintFinding[] }) {
  if (lint.length === 0) return <p class="quiet">Passes every rule of the compliance check.</p>;
  return (
    <ul class="lint">
      {lint.map(({ rule, severity, place, words, says, remedy }) => (
        <li key={`${rule}${place}${words}`} class={severity}><b>{rule}</b> {placeName(place)}{words ? <> <q>{words}</q></> : null}: {says} <span class="quiet">{remedy}</span></li>
      ))}
    </ul>
  );
}
