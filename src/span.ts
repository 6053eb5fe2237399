// The only span arithmetic: token ranges → UTF-16 offsets and quotes of the note as received.
import type { Mention, Range, Reading, Span } from './types.ts';
import type { Evidence } from './wire.ts';

/** The code units from the first token of the range to the last. */
export function spanOf({ tokens }: Reading, range: Range): Span {
  return { start: tokens.start[range.from]!, end: tokens.end[range.to - 1]! };
}

/** The words of the note under a range, with their place. */
export function quote(reading: Reading, range: Range): Span & { readonly text: string } {
  const { start, end } = spanOf(reading, range);
  return { start, end, text: reading.tokens.text.slice(start, end) };
}

/** Evidence: the words, what they prove (`role`), the lexicon entry or rule (`via`) and the section they stand in. */
export function toEvidence(reading: Reading, range: Range & Pick<Mention, 'sentence' | 'attributes'>, { role, via }: { role: string; via: string }): Evidence {
  const { start, end, text } = quote(reading, range);
  const section = reading.sections[reading.sentences[range.sentence]!.section]!.kind;
  return { start, end, text, role, via, section, ...(range.attributes?.['fuzzy'] !== undefined && { fuzzy: true }) };
}

const byPlace = (a: Evidence, b: Evidence): number =>
  a.start - b.start || a.end - b.end || (a.role === b.role ? 0 : a.role < b.role ? -1 : 1);

/** Evidence in order of position, each place and role once: the last one given. */
export function orderEvidence(evidence: readonly Evidence[]): Evidence[] {
  const ordered = [...evidence].sort(byPlace);
  return ordered.filter((one, at) => at + 1 === ordered.length || byPlace(one, ordered[at + 1]!) !== 0);
}
