// One candidate: code, title, status, the words it rests on, its axes, why, and what may be done with it.
import type { Candidate, Evidence } from '../../../../wire.ts';
import { ownEvidence } from '../../../../format/parts/outline.ts';
import { accept, remove, restore } from '../../../state/actions.ts';
import { chosenCode, pointedCode } from '../../../state/focus.ts';
import { choices } from '../../../state/work.ts';
import { spanLabel } from '../note/span-events.ts';
import { AxisChips } from './axis-chips.tsx';
import { CardActions } from './card-actions.tsx';
import { Quotes } from './quotes.tsx';
import { Status } from './status.tsx';

/** What the coder made of the code, in a word. */
function Trace({ code }: { readonly code: string }) {
  const { claim, rejected } = choices.value;
  const place = claim.findIndex((one) => one.code === code);
  const changed = claim.find((one) => one.was === code);
  const rejection = rejected[code];
  if (place >= 0) return <p class="trace"><span aria-hidden="true">✓</span> Accepted<span class="unseen">, number {place + 1} of the claim</span></p>;
  if (changed) return <p class="trace"><span aria-hidden="true">✎</span> Changed to {changed.code}</p>;
  if (rejection) return <p class="trace rejected"><span aria-hidden="true">✗</span> Rejected: {rejection.reason.toLowerCase()}{rejection.remark ? ` (${rejection.remark})` : ''} <button type="button" class="bare" onClick={() => restore(code)}>Take back</button></p>;
  return null;
}

/** The words that state the problem, those that stop it, and those behind its axes. */
const wordsOf = (candidate: Candidate): readonly Evidence[] => [...ownEvidence(candidate), ...candidate.axes.flatMap(({ evidence }) => evidence)];

const isAccepted = (code: string): boolean => choices.value.claim.some((one) => one.code === code);
const isDone = (code: string): boolean => choices.value.claim.some((one) => one.code === code || one.was === code) || choices.value.rejected[code] !== undefined;

/** A card; while it is pointed at or chosen, its words light up. */
export function CodeCard({ candidate }: { readonly candidate: Candidate }) {
  const { code, title, status, sequence, axes, because } = candidate;
  const isChosen = chosenCode.value === code;
  const isPointed = spanLabel.value?.marks.some(({ candidates }) => candidates.includes(candidate.id)) ?? false;
  const [reason] = because;
  const point = (to: string | undefined) => (): void => { pointedCode.value = to; };
  return (
    <article class={`code-card${isChosen ? ' chosen' : ''}${isPointed ? ' pointed' : ''}${isDone(code) ? ' done' : ''}`} data-code={code} tabIndex={-1} aria-labelledby={`card-${candidate.id}`}
      onMouseEnter={point(code)} onMouseLeave={point(undefined)} onFocusIn={() => { chosenCode.value = code; }} onClick={() => { chosenCode.value = code; }}>
      <header>
        {sequence !== undefined && <span class="sequence" aria-hidden="true">{sequence}</span>}
        <h3 id={`card-${candidate.id}`}><span class="code">{code}</span> <span class="title">{title}</span></h3>
        <Status status={status} />
      </header>
      <Quotes evidence={wordsOf(candidate)} />
      <AxisChips axes={axes} />
      {reason && <p class="because">{reason.says} <span class="source">{reason.source}</span></p>}
      <CardActions candidate={candidate} isAccepted={isAccepted(code)} onAccept={() => isAccepted(code) ? remove(code) : accept(candidate)}><Trace code={code} /></CardActions>
    </article>
  );
}
