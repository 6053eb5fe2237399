// Walks the trie over one sentence: concepts become drafts, cues and stops are noted, all in order of position.
// In: a reading, a stretch of it, the knowledge. Out: what stands there. Recognisers, weak forms and overlaps come later.
import type { Entry, Knowledge } from '../lexicon/knowledge.ts';
import { walkForms } from '../lexicon/trie.ts';
import { TOKEN_KIND, type CueMatch, type MentionAxis, type Range, type Reading, type StopMatch } from '../types.ts';
import { coverageOf } from './coverage.ts';
import type { Draft } from './line.ts';

export interface Found { readonly drafts: readonly Draft[]; readonly cues: readonly CueMatch[]; readonly stops: readonly StopMatch[] }

interface Hit extends Range { readonly entry: Entry }

const NAMES: ReadonlySet<MentionAxis> = new Set(['problem', 'symptom', 'procedure', 'cause', 'imaging']);

/** Every form of the lexicons in the stretch, in order of position, the shorter first. */
export function findForms(reading: Reading, { from, to }: Range, knowledge: Knowledge): readonly Hit[] {
  const { tokens } = reading;
  const hits: Hit[] = [];
  const isBreak = (at: number): boolean => tokens.kind[at] === TOKEN_KIND.newline;
  let at = from;
  const note = (end: number, entries: readonly Entry[]): void => {
    for (const entry of entries) hits.push({ from: at, to: end, entry });
  };
  for (; at < to; at++) {
    if (tokens.norm[at]! >= 0) walkForms(knowledge.trie, tokens, { from: at, limit: to, isBreak }, note);
  }
  return hits;
}

/**
 * Concepts, cues and stop words of a sentence. Words in which a concept means something else swallow it; pseudo-cues, longer cues and
 * the names of problems swallow the cues and stops inside them.
 */
export function scanSentence(reading: Reading, range: Range & { readonly sentence: number }, knowledge: Knowledge): Found {
  const hits = findForms(reading, range, knowledge);
  if (!hits.length) return { drafts: [], cues: [], stops: [] };
  const of = (kind: Entry['kind']): readonly Hit[] => hits.filter(({ entry }) => entry.kind === kind);
  const drafts = toDrafts(of('concept'), of('except'), knowledge, range.sentence);
  const names = coverageOf(drafts.filter(({ axis }) => NAMES.has(axis)));
  const cues = of('cue'), pseudo = of('pseudo');
  const inPseudo = coverageOf(pseudo, true), inCue = coverageOf(cues);
  const own = ({ from, to }: Range) => ({ from, to, sentence: range.sentence });
  return {
    drafts,
    cues: cues.filter((hit) => !inPseudo(hit) && !inCue(hit) && !names(hit)).map((hit) => ({ ...own(hit), cue: hit.entry.id })),
    stops: of('stop').filter((hit) => !inPseudo(hit) && !inCue(hit) && !names(hit)).map((hit) => ({ ...own(hit), stop: hit.entry.id })),
  };
}

function toDrafts(concepts: readonly Hit[], excepts: readonly Hit[], knowledge: Knowledge, sentence: number): readonly Draft[] {
  const swallowed = exceptionsOf(excepts);
  return concepts.flatMap((hit): readonly Draft[] => {
    const concept = knowledge.concepts.get(hit.entry.id);
    if (!concept || swallowed.get(concept.id)?.(hit)) return [];
    const { axis, value, id: via, attributes } = concept;
    return [{ axis, value, via, from: hit.from, to: hit.to, sentence, ...(attributes && { attributes }), ...(hit.entry.weak && { weak: true }) }];
  });
}

/** By concept id: whether a hit lies in words that mean something else. */
function exceptionsOf(excepts: readonly Hit[]): ReadonlyMap<string, (hit: Range) => boolean> {
  const byConcept = new Map<string, Hit[]>();
  for (const hit of excepts) {
    const known = byConcept.get(hit.entry.id);
    if (known) known.push(hit);
    else byConcept.set(hit.entry.id, [hit]);
  }
  return new Map([...byConcept].map(([id, ranges]) => [id, coverageOf(ranges, true)]));
}
