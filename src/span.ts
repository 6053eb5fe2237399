// The only span arithmetic: token ranges → UTF-16 offsets and quotes of the note as received.
import type { Mention, Range, Reading, Span } from './types.ts';
import type { Evidence } from './wire.ts';

/** The code units from the first token of the range to the last. */
export function spanOf({ tokens }: Reading, range: Range): Span {
  return { start: tokens.start[range.from]!, end: tokens.end[range.to - 1]! };
}

/** The words of the note under a range, with their place. */
export function quote(reading: Reading, range: Range): Span & { readonly text: string } {
  const span = spanOf(reading, range);
  return { ...span, text: reading.tokens.text.slice(span.start, span.end) };
}

/** Evidence: the words, what they prove (`role`), the lexicon entry or rule (`via`) and the section they stand in. */
export function toEvidence(reading: Reading, range: Range & Pick<Mention, 'sentence' | 'attributes'>, { role, via }: { role: string; via: string }): Evidence {
  const section = reading.sections[reading.sentences[range.sentence]!.section]!;
  return { ...quote(reading, range), role, via, section: section.kind, ...(range.attributes?.['fuzzy'] !== undefined && { fuzzy: true }) };
}

/** Evidence in order of position, each place and role once. */
export function orderEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Map(evidence.map((e) => [`${e.start} ${e.end} ${e.role}`, e]));
  return [...seen.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.role < b.role ? -1 : 1));
}
