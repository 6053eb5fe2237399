// Recogniser of names with a place in their middle: "degenerative lumbar disc disease", "herniated L4-5 disc", "compression L1 fracture".
// In: a line with what the trie, the levels and the sides gave. Out: problems, procedures and findings of images that one site, level or side interrupts.
// The mention covers the name from its first word to its last; the place keeps its own mention inside.
import type { TermConcept } from '../lexicon/knowledge.ts';
import { childOf, entriesAt, hasChildren, NO_NODE, ROOT } from '../lexicon/trie.ts';
import { TOKEN_KIND, type MentionAxis, type Range } from '../types.ts';
import { writeDraft, type Draft, type Line } from './line.ts';

/** Axes whose names may be interrupted. */
const SPLIT: ReadonlySet<MentionAxis> = new Set(['problem', 'procedure', 'imaging']);
/** How many words may stand before the gap, and how many places may make it. */
const HEAD = 4;
const CHAIN = 4;

/** Adds the interrupted names of the line. */
export function recogniseSplitForms(line: Line): readonly Draft[] {
  const places = line.mentions.filter((one) => isPlace(one, line));
  if (!places.length) return line.mentions;
  const ends = endsByStart(places);
  const found: Draft[] = [];
  for (const [from, tos] of ends) {
    for (const { start, node } of headsBefore(line, from, ends)) {
      for (const to of chainEnds(from, tos, ends)) found.push(...continued(line, { node, start, at: to }));
    }
  }
  return found.length ? [...line.mentions, ...found] : line.mentions;
}

function isPlace({ axis, via, weak }: Draft, { knowledge }: Line): boolean {
  if (weak) return false;
  return axis === 'level' || axis === 'laterality' || (axis === 'site' && knowledge.concepts.get(via)?.spinal === true);
}

function endsByStart(places: readonly Range[]): ReadonlyMap<number, ReadonlySet<number>> {
  const ends = new Map<number, Set<number>>();
  for (const { from, to } of places) {
    const known = ends.get(from);
    if (known) known.add(to);
    else ends.set(from, new Set([to]));
  }
  return ends;
}

/** Where places that follow each other end: after the first, the second … of "right L4-5 lumbar". */
function chainEnds(from: number, first: ReadonlySet<number>, ends: ReadonlyMap<number, ReadonlySet<number>>): ReadonlySet<number> {
  const reached = new Set(first);
  for (const to of reached) {
    if (to - from > CHAIN * HEAD || reached.size > CHAIN * HEAD) break;
    for (const next of ends.get(to) ?? []) reached.add(next);
  }
  return reached;
}

/** Beginnings of forms that end right before the gap; one that is itself a place begins no name. */
function headsBefore(line: Line, gap: number, ends: ReadonlyMap<number, ReadonlySet<number>>): readonly { readonly start: number; readonly node: number }[] {
  const heads: { start: number; node: number }[] = [];
  for (let start = Math.max(line.from, gap - HEAD); start < gap; start++) {
    const node = ends.get(start)?.has(gap) ? NO_NODE : walkTo(line, start, gap);
    if (node !== NO_NODE && hasChildren(line.knowledge.trie, node)) heads.push({ start, node });
  }
  return heads;
}

/** The node that the words of a stretch lead to, or NO_NODE. */
function walkTo({ knowledge: { trie }, norms }: Line, from: number, to: number): number {
  let node = childOf(trie, ROOT, norms[from] ?? -1);
  for (let at = from + 1; node !== NO_NODE && at < to; at++) {
    const norm = norms[at] ?? -1;
    node = childOf(trie, node, norm) || (trie.soft.has(norm) ? node : NO_NODE);
  }
  return node;
}

/** The names that go on after the gap, the longest of each concept last. */
function continued(line: Line, { node, start, at }: { readonly node: number; readonly start: number; readonly at: number }): readonly Draft[] {
  const { knowledge, norms, reading: { tokens } } = line;
  const found: Draft[] = [];
  let here = node;
  for (let to = at; here !== NO_NODE && to < line.to; to++) {
    const norm = norms[to] ?? -1;
    const isSoft = to === at ? tokens.kind[to] === TOKEN_KIND.newline : knowledge.trie.soft.has(norm) || tokens.kind[to] === TOKEN_KIND.newline;
    const next = childOf(knowledge.trie, here, norm);
    here = next || (isSoft ? here : NO_NODE);
    if (next !== NO_NODE && !(to === at && isOwnPain(line, to))) found.push(...namesAt(next, line, { from: start, to: to + 1 }));
  }
  return found;
}

/** "chronic low back pain": the pain belongs to the place, not to the word before it. */
const isOwnPain = ({ mentions, knowledge }: Line, at: number): boolean =>
  mentions.some(({ from, to, via }) => from === at && to === at + 1 && knowledge.concepts.get(via)?.sited === true);

const namesAt = (node: number, line: Line, range: Range): readonly Draft[] => entriesAt(line.knowledge.trie, node).flatMap((entry) => {
  const concept = entry.kind === 'concept' ? line.knowledge.concepts.get(entry.id) : undefined;
  return concept && SPLIT.has(concept.axis) ? [nameOf(line, concept, { ...range, weak: entry.weak ?? false })] : [];
});

function nameOf(line: Line, { axis, value, id, attributes }: TermConcept, { weak, ...range }: Range & { readonly weak: boolean }): Draft {
  return writeDraft({ axis, value, via: id, from: range.from, to: range.to, sentence: line.sentence, attributes, weak });
}
