// Walks the trie over one sentence: concepts become drafts, cues and stops are noted, all in order of position.
// In: a reading, a stretch of it, the knowledge. Out: what stands there. Recognisers, weak forms and overlaps come later.
import { groupBy } from '../group.ts';
import type { Entry, Knowledge } from '../lexicon/knowledge.ts';
import { childOf, NO_NODE, ROOT, walkForms } from '../lexicon/trie.ts';
import { TOKEN_KIND, type CueMatch, type Range, type Reading, type StopMatch } from '../types.ts';
import { coverageOf } from './coverage.ts';
import { writeDraft, type Draft } from './line.ts';
import { NAMES } from './overlap.ts';
import { mayStand, type Corrections } from './typos.ts';

/** What the lexicons find in one sentence, each list in order of position. */
export interface Found { readonly drafts: readonly Draft[]; readonly cues: readonly CueMatch[]; readonly stops: readonly StopMatch[] }

interface Hit extends Range { readonly entry: Entry }

export interface ScanOptions { readonly knowledge: Knowledge; readonly corrections: Corrections }

const NOTHING: Found = { drafts: [], cues: [], stops: [] };

/** Every form of the lexicons in the stretch, in order of position, the shorter first; `norm` may hold corrected words. */
export function findForms({ tokens: { kind } }: Reading, { from, to }: Range, { knowledge: { trie }, norm }: { readonly knowledge: Knowledge; readonly norm: Int32Array }): readonly Hit[] {
  const hits: Hit[] = [];
  const isBreak = (at: number): boolean => kind[at] === TOKEN_KIND.newline;
  let at = from;
  const note = (end: number, entries: readonly Entry[]): void => {
    for (const entry of entries) hits.push({ from: at, to: end, entry });
  };
  for (; at < to; at++) if (childOf(trie, ROOT, norm[at]!) !== NO_NODE) walkForms(trie, norm, { from: at, limit: to, isBreak }, note);
  return hits;
}

/**
 * Concepts, cues and stop words of a sentence. Words in which a concept means something else swallow it; pseudo-cues, longer cues and
 * the names of problems swallow the cues and stops inside them.
 */
export function scanSentence(reading: Reading, range: Range & { readonly sentence: number }, { knowledge, corrections }: ScanOptions): Found {
  const all = findForms(reading, range, { knowledge, norm: corrections.norms });
  const hits = corrections.unsure.size ? all.filter((hit) => mayStand(hit, corrections, knowledge)) : all;
  if (!hits.length) return NOTHING;
  const { concept, except, cue, pseudo, stop } = sortByKind(hits);
  const drafts = toDrafts(concept, except, knowledge, range.sentence);
  if (!cue.length && !stop.length) return { drafts, cues: [], stops: [] };
  const inName = coverageOf(drafts.filter(({ axis }) => NAMES.has(axis)));
  const inPseudo = coverageOf(pseudo, true), inCue = coverageOf(cue);
  const isOwn = (hit: Range): boolean => !inPseudo(hit) && !inCue(hit) && !inName(hit);
  const { sentence } = range;
  return {
    drafts,
    cues: cue.filter(isOwn).map(({ from, to, entry }) => ({ from, to, sentence, cue: entry.id })),
    stops: stop.filter(isOwn).map(({ from, to, entry }) => ({ from, to, sentence, stop: entry.id })),
  };
}

function sortByKind(hits: readonly Hit[]): Readonly<Record<Entry['kind'], readonly Hit[]>> {
  const kinds: Record<Entry['kind'], Hit[]> = { concept: [], except: [], cue: [], pseudo: [], stop: [], section: [] };
  for (const hit of hits) kinds[hit.entry.kind].push(hit);
  return kinds;
}

function toDrafts(concepts: readonly Hit[], excepts: readonly Hit[], knowledge: Knowledge, sentence: number): readonly Draft[] {
  const swallowed = exceptionsOf(excepts);
  const drafts: Draft[] = [];
  for (const hit of concepts) {
    const concept = knowledge.concepts.get(hit.entry.id);
    if (!concept || swallowed.get(concept.id)?.(hit)) continue;
    const { axis, value, id: via, attributes } = concept;
    drafts.push(writeDraft({ axis, value, via, from: hit.from, to: hit.to, sentence, attributes, weak: hit.entry.weak }));
  }
  return drafts;
}

const NONE: ReadonlyMap<string, (hit: Range) => boolean> = new Map();

/** By concept id: whether a hit lies in words that mean something else. */
function exceptionsOf(excepts: readonly Hit[]): ReadonlyMap<string, (hit: Range) => boolean> {
  if (!excepts.length) return NONE;
  return new Map([...groupBy(excepts, ({ entry }) => entry.id)].map(([id, ranges]) => [id, coverageOf(ranges, true)]));
}
