// Recogniser of where a pain goes: takes the verb that the trie found ("radiates", "goes down") along the words after it to its targets.
// In: a line with what the trie found. Out: radiation mentions from the verb to the last target, value = the farthest target.
// Where the pain comes from ("from the low back") is no target. What is denied is told later, by assertion.
import { mentionsByStart, writeDraft, type Draft, type Line } from './line.ts';
import { phraseStart } from './phrases.ts';

/**
 * Attribute of a concept. `target`: one must follow; `pain`: it must follow, and a complaint must stand before; `sense`: a target follows,
 * or a complaint stands before, or the word is a label.
 */
const NEEDS = 'needs';
const POLARITY = 'polarity';
/** Unknown words that may stand between a verb and its first target: "radiates intermittently to". */
const LOOSE = 3;
const REACH = 60;

interface Target { readonly site: string; readonly from: number; readonly to: number }
interface Trail { readonly targets: readonly Target[]; readonly sides: readonly string[]; readonly to: number }

/** Gives each radiation mention its targets; a verb that needs a target and has none is dropped. */
export function recogniseRadiation(line: Line): readonly Draft[] {
  if (!line.mentions.some(({ axis }) => axis === 'radiation')) return line.mentions;
  const { carried, strangers } = line.words.radiation;
  const starts = mentionsByStart(line.mentions);
  const isStrange = line.says(strangers);
  const complaint = line.mentions.find(({ axis, value }) => axis === 'problem' || (axis === 'symptom' && carried.has(value)));
  return line.mentions.flatMap((mention) => {
    if (mention.axis !== 'radiation') return [mention];
    const trail = followTrail(line, mention, starts);
    const follows = complaint !== undefined && complaint.from < mention.from;
    if (isStrange || !hasItsNeeds(line, mention, { reaches: trail.targets.length > 0, follows })) return [];
    return [extend(line, mention, { ...trail, anchor: follows ? { from: complaint.from, to: complaint.to, sentence: line.sentence } : undefined })];
  });
}

function hasItsNeeds(line: Line, verb: Draft, { reaches, follows }: { readonly reaches: boolean; readonly follows: boolean }): boolean {
  const needs = verb.attributes?.[NEEDS];
  if (needs === 'target') return reaches;
  if (needs === 'pain') return reaches && follows;
  return needs !== 'sense' || reaches || follows || line.wordAt(verb.to) === ':' || line.words.radiation.leads.has(line.wordAt(verb.from - 1));
}

function extend(line: Line, verb: Draft, { targets, sides, to, anchor }: Trail & { readonly anchor: Draft['anchor'] | undefined }): Draft {
  const { [NEEDS]: _, ...kept } = verb.attributes ?? {};
  const farthest = farthestOf(line, targets);
  const side = new Set(sides).size > 1 ? 'bilateral' : sides[0];
  const extent = farthest && line.words.radiation.extents.get(farthest);
  const attributes = { ...kept, ...(farthest && { to: farthest }), ...(side && { side }), ...(extent && { extent }) };
  const { axis, via, from, sentence, weak } = verb;
  return writeDraft({ axis, value: farthest ?? verb.value, via, from, to, sentence, attributes: Object.keys(attributes).length ? attributes : undefined, anchor, weak });
}

/** Walks on from the verb over words that lead along, sides and sites, until a word that does neither. */
function followTrail(line: Line, verb: Draft, starts: ReadonlyMap<number, readonly Draft[]>): Trail {
  const { path, directions, origins, barriers } = line.words.radiation;
  const targets: Target[] = [], sides: string[] = [];
  if (verb.attributes?.[POLARITY]) return { targets, sides, to: verb.to };
  let to = verb.to, loose = verb.attributes?.[NEEDS] === 'pain' ? 0 : LOOSE, isOrigin = false, isLed = directions.has(line.wordAt(verb.to - 1));
  for (let at = verb.to; at < Math.min(line.to, verb.to + REACH); ) {
    const word = line.wordAt(at);
    const site = longestOf(starts.get(at), 'site'), side = longestOf(starts.get(at), 'laterality');
    isLed ||= directions.has(word);
    isOrigin = origins.has(word) || (isOrigin && !directions.has(word));
    const next = site ?? side ?? longestOf(starts.get(at), 'level');
    if (side && !isOrigin) sides.push(side.value);
    if (site && isLed && !isOrigin && isOnLimb(line, site.value)) targets.push({ site: beyond(line, site), from: site.from, to: site.to });
    if (next && (site ? !isOrigin && isLed : side && targets.length + sides.length > 0)) to = next.to;
    if (barriers.has(word)) break;
    if (!next && !path.has(word) && !origins.has(word) && word !== '\n' && (targets.length > 0 || loose-- <= 0)) break;
    at = next ? next.to : at + 1;
  }
  return { targets, sides, to };
}

function longestOf(drafts: readonly Draft[] | undefined, axis: string): Draft | undefined {
  return drafts?.filter((one) => one.axis === axis).reduce<Draft | undefined>((best, one) => best && best.to >= one.to ? best : one, undefined);
}

const isOnLimb = (line: Line, site: string): boolean => line.words.radiation.limbs.some(({ parts }) => parts.includes(site));

/** "below the knee" is the calf. */
function beyond(line: Line, { value, from }: Draft): string {
  const { beyond: further, beyondWords } = line.words.radiation;
  const isBelow = [from, from - 1].some((end) => phraseStart(line, end, beyondWords) >= 0);
  return isBelow ? further.get(value) ?? value : value;
}

/** The target farthest along its limb; the limb itself yields to a part that is named after it ("down the leg to the knee"). */
function farthestOf(line: Line, targets: readonly Target[]): string | undefined {
  const limb = line.words.radiation.limbs.find(({ parts }) => targets.some(({ site }) => parts.includes(site)));
  if (!limb) return undefined;
  const onLimb = targets.filter(({ site }) => limb.parts.includes(site));
  const wholeAt = onLimb.findLastIndex(({ site }) => site === limb.whole);
  const considered = wholeAt >= 0 && wholeAt < onLimb.length - 1 ? onLimb.filter(({ site }) => site !== limb.whole) : onLimb;
  return considered.reduce((far, target) => limb.parts.indexOf(target.site) > limb.parts.indexOf(far.site) ? target : far, considered[0] as Target).site;
}
