// Recogniser of spinal levels: disc spaces and vertebrae in every way of writing them; values are always in full ("L4-L5", "T12").
// It also tells what only looks like one: MRI weighting, heart sounds, laboratory values.
import { TOKEN_KIND, type Range } from '../types.ts';
import { readGroup, standsNear, type Part } from './level-group.ts';
import { draft, type Draft, type Line } from './line.ts';
import { valuesOf } from './vertebrae.ts';
import type { LevelRule } from './words.ts';

const VIA = 'recogniser.level';

/** Adds a level mention for each vertebra and disc space of the line; a run gives one for every disc space in it. */
export function recogniseLevels(line: Line): readonly Draft[] {
  const levels: Draft[] = [];
  for (let at = line.from; at < line.to; ) {
    const parts = mayStart(line, at) ? readGroup(line, at) : [];
    const last = parts.at(-1);
    if (last && isLevel(line, parts)) levels.push(...levelsOf(line, parts));
    at = last ? last.to : at + 1;
  }
  return levels.length ? [...line.mentions, ...levels] : line.mentions;
}

/** A word of letters and digits, or a single letter. */
function mayStart({ reading: { tokens } }: Line, at: number): boolean {
  return tokens.kind[at] === TOKEN_KIND.mixed || (tokens.kind[at] === TOKEN_KIND.word && (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) === 1);
}

function isLevel(line: Line, parts: readonly Part[]): boolean {
  const range: Range = { from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 };
  const { traps, needs } = line.words.levels;
  const applies = ({ levels, least }: LevelRule): boolean => parts.length >= least && parts.every(({ vertebra }) => levels.has(vertebra.written));
  const trapped = ({ words, unless, within }: LevelRule): boolean => standsNear(line, range, words, within) && !standsNear(line, range, unless, within);
  return !traps.some((rule) => applies(rule) && trapped(rule)) && needs.every((rule) => !applies(rule) || standsNear(line, range, rule.words, 0));
}

/** Pairs of joined neighbours are disc spaces; a vertebra joined to none stands for itself. */
function levelsOf(line: Line, parts: readonly Part[]): readonly Draft[] {
  return parts.flatMap((part, index) => {
    const next = parts[index + 1];
    const lower = next?.joined ? next : undefined;
    if (part.joined && !lower) return [];
    const range: Range = { from: part.from, to: lower?.to ?? part.to };
    return valuesOf(part.vertebra, lower?.vertebra, line.words.levels).map((value) => draft(line, 'level', value, range, VIA));
  });
}
