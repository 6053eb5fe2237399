// The words that a code rests on beside those that name its problem and axes: cues, the site that makes a pain this problem, the
// statement that a borrowed side belongs to, the place that a weak word leans on, the assessment that lends its authority.
// In: a finding, its evidence, its case. Out: more evidence, so that the cited words alone give the code (prove.ts tests it). It decides nothing.
import { isAssessed, roleOf } from '../finding/roles.ts';
import { toEvidence } from '../span.ts';
import type { AssertedMention, AxisReading, Finding } from '../types.ts';
import type { Evidence } from '../wire.ts';
import { broaderFindings, type Case } from './case.ts';
import { uncertainCauses } from './judge-finding.ts';

/** What begins at a place of the note: its mentions, the findings that they state with the sites of each, the statements that its readings belong to by where the reading ends, and the readings that an image gives. */
interface Place { readonly mentions: AssertedMention[]; readonly states: Map<Finding, AssertedMention[]>; readonly heads: Map<number, Set<AssertedMention>>; readonly imaged: AxisReading[] }

/** Places by the code unit at which they begin. */
type Places = ReadonlyMap<number, Place>;

/** Gives the evidence that a finding's cited words lean on. */
export type Citer = (finding: Finding, evidence: readonly Evidence[]) => readonly Evidence[];

/** A citer for one note; the note is looked through once, when something is cited. */
export function createCiter(scene: Case): Citer {
  let indexed: Places | undefined;
  return (finding, evidence) => {
    const places = indexed ??= indexPlaces(scene);
    const borrowed = lendersOf(evidence, places, scene);
    const authority = authorityOf(finding, scene);
    const cited = [...evidence, ...borrowed, ...authority];
    const anchored = sentencesWithSpine(cited, places, scene);
    return [...borrowed, ...authority, ...cited.flatMap((one) => supportsOf(one, { finding, anchored, places, scene }))];
  };
}

const startIn = ({ reading }: Case, { from }: AssertedMention): number => reading.tokens.start[from]!;
const endOf = ({ reading }: Case, { to }: AssertedMention): number => reading.tokens.end[to - 1]!;
const endsWith = (scene: Case, mention: AssertedMention, { end }: Evidence): boolean => endOf(scene, mention) === end;

function addTo(heads: Place['heads'], end: number, head: AssertedMention): void {
  const known = heads.get(end);
  if (known) known.add(head);
  else heads.set(end, new Set([head]));
}

function indexPlaces(scene: Case): Places {
  const places = new Map<number, Place>();
  const placeOf = (mention: AssertedMention): Place => {
    const key = startIn(scene, mention);
    let place = places.get(key);
    if (!place) places.set(key, place = { mentions: [], states: new Map(), heads: new Map(), imaged: [] });
    return place;
  };
  for (const mention of scene.mentions) placeOf(mention).mentions.push(mention);
  for (const finding of scene.findings) {
    for (const head of finding.mentions) placeOf(head).states.set(finding, []);
    for (const reading of Object.values(finding.axes).flat()) {
      const place = placeOf(reading.mention);
      if (reading.image) place.imaged.push(reading);
      if (reading.head) addTo(place.heads, endOf(scene, reading.mention), reading.head);
      if (reading.mention.axis === 'site' && reading.head) placeOf(reading.head).states.get(finding)?.push(reading.mention);
    }
  }
  return places;
}

/** A side or place that no cited statement gives is borrowed: the statements that it belongs to. */
function lendersOf(evidence: readonly Evidence[], places: Places, scene: Case): Evidence[] {
  const cited = new Set(evidence.map(({ start, end }) => `${start} ${end}`));
  const isCited = (head: AssertedMention): boolean => cited.has(`${startIn(scene, head)} ${endOf(scene, head)}`);
  return evidence.flatMap((one) => {
    const heads = [...places.get(one.start)?.heads.get(one.end) ?? []];
    return heads.some(isCited) ? [] : heads.map((head) => cite(head, 'statement', scene));
  });
}

/** Where the assessment names the problem more generally, in doubt, or by what it explains: its words there, and those that it explains. */
function authorityOf(finding: Finding, scene: Case): Evidence[] {
  if (isAssessed(finding)) return [];
  const authorities = [...broaderFindings(finding, scene), ...uncertainCauses(finding, scene)].filter(isAssessed);
  const sentences = new Set(finding.mentions.map(({ sentence }) => sentence));
  return authorities.flatMap(({ problem, mentions }) => {
    const assessed = mentions.filter((mention) => isAssessed({ role: roleOf(mention, scene.reading) })).map((mention) => cite(mention, 'assessment', scene));
    const explained = finding.explains.includes(problem) ? mentions.filter(({ sentence }) => sentences.has(sentence)) : [];
    return [...assessed, ...explained.map((mention) => cite(mention, 'statement', scene))];
  });
}

/** Sentences of which the cited words name a part of the spine already. */
function sentencesWithSpine(cited: readonly Evidence[], places: Places, scene: Case): ReadonlySet<number> {
  const spinal = ({ axis, value }: AssertedMention): boolean => axis === 'level' || (axis === 'site' && scene.knowledge.sites.get(value)?.spinal === true);
  return new Set(cited.flatMap(({ start }) => (places.get(start)?.mentions ?? []).filter(spinal).map(({ sentence }) => sentence)));
}

interface Frame { readonly finding: Finding; readonly anchored: ReadonlySet<number>; readonly places: Places; readonly scene: Case }

/** Cues of a cited word, the place that it leans on, the image that shows it, and the sites by which a pain is this problem. */
function supportsOf(one: Evidence, { finding, anchored, places, scene }: Frame): Evidence[] {
  const place = places.get(one.start);
  if (!place) return [];
  const words = place.mentions.filter((mention) => endsWith(scene, mention, one));
  const cues = words.flatMap((word) => word.cues.map((cue) => cite({ from: cue.from, to: cue.to, via: cue.via, sentence: word.sentence }, 'cue', scene)));
  const anchors = words.flatMap(({ anchor, via, axis }) => anchor && (axis === 'radiation' || !anchored.has(anchor.sentence)) ? [cite({ from: anchor.from, to: anchor.to, sentence: anchor.sentence, via }, 'anchor', scene)] : []);
  const images = place.imaged.flatMap(({ image, head }) => image && head && places.get(startIn(scene, head))?.states.has(finding) ? [cite(image, 'imaging', scene)] : []);
  const stated = one.role === 'companion' || one.role === 'denied' || one.role === 'statement' ? [...place.states.keys()] : [finding];
  const sites = stated.flatMap((statement) => words.some(({ value }) => value !== statement.problem) ? place.states.get(statement) ?? [] : []);
  return [...cues, ...anchors, ...images, ...sites.map((site) => cite(site, 'site', scene))];
}

const cite = (words: { readonly from: number; readonly to: number; readonly sentence: number; readonly via: string }, role: string, { reading }: Case): Evidence =>
  toEvidence(reading, words, { role, via: words.via });
