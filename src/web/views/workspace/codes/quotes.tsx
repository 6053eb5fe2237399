// Words of the note as quotations that lead to their place.
import { kindOf, lookOf } from '../../../../format/parts/roles.ts';
import { oneLine } from '../../../../format/parts/visible.ts';
import type { Evidence } from '../../../../wire.ts';
import { analyzedNote } from '../../../state/analysis.ts';
import { lookAt } from '../note/span-events.ts';

const LONGEST = 90;
const shorten = (words: string): string => words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;

/** One quotation; a button where the note is at hand. */
export function Quote({ evidence }: { readonly evidence: Pick<Evidence, 'start' | 'end' | 'text' | 'role' | 'via'> }) {
  const kind = kindOf(evidence);
  const words = shorten(oneLine(evidence.text));
  if (!analyzedNote.value) return <q class={`quote u u-${kind}`}>{words}</q>;
  return <button type="button" class="quote" title={`${lookOf(kind).label}: show in the note`} onClick={() => lookAt(evidence)}><span class={`u u-${kind}`}>{words}</span></button>;
}

/** Quotations in the order given; the same words of one kind once. */
export function Quotes({ evidence, most = 6 }: { readonly evidence: readonly Evidence[]; readonly most?: number }) {
  const each = [...new Map([...evidence].reverse().map((one) => [`${kindOf(one)} ${oneLine(one.text).toLowerCase()}`, one])).values()].reverse();
  return (
    <span class="quotes">
      {each.slice(0, most).map((one, at) => <Quote key={at} evidence={one} />)}
      {each.length > most && <span class="quiet">and {each.length - most} more</span>}
    </span>
  );
}
