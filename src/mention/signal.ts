// Recogniser of Modic types told by their signal: "T1 hypointense and T2 hyperintense endplate signal".
// In: a line. Out: one imaging mention, where weightings, intensities and endplates or marrow stand in the same sentence.
import { draft, type Draft, type Line } from './line.ts';

const VIA = 'recogniser.signal';

interface Sign { readonly at: number; readonly weighting?: 't1' | 't2' | undefined; readonly intensity?: string | undefined }

/** Adds the Modic mention of the line, if its signals make one. */
export function recogniseSignal(line: Line): readonly Draft[] {
  const signs = signsOf(line);
  const first = signs[0], last = signs.at(-1);
  if (!first || !last || !signs.some(({ weighting }) => weighting) || !line.says(line.words.signal.places)) return line.mentions;
  const intensities = intensitiesOf(signs);
  const { t1, t2 } = intensities;
  const type = line.words.signal.values.find((value) => t1 && t2 && value.t1.includes(t1) && value.t2.includes(t2));
  return type ? [...line.mentions, draft(line, 'imaging', type.value, { from: first.at, to: last.at + 1 }, VIA)] : line.mentions;
}

function signsOf(line: Line): readonly Sign[] {
  const { weightings, intensities } = line.words.signal;
  const signs: Sign[] = [];
  for (let at = line.from; at < line.to; at++) {
    const word = line.wordAt(at);
    const weighting = weightings.get(word), intensity = intensities.get(word);
    if (weighting || intensity) signs.push({ at, weighting, intensity });
  }
  const firstWeighting = signs.findIndex(({ weighting }) => weighting);
  const lastWeighting = signs.findLastIndex(({ weighting }) => weighting);
  return firstWeighting < 0 ? [] : signs.slice(Math.max(0, firstWeighting - 1), lastWeighting + 2);
}

/** Weightings take the intensity before them when an intensity comes first, else the one after them. */
function intensitiesOf(signs: readonly Sign[]): { readonly t1?: string | undefined; readonly t2?: string | undefined } {
  const ordered = signs[0]?.intensity && signs.at(-1)?.weighting ? signs : [...signs].reverse();
  const found: { t1?: string | undefined; t2?: string | undefined } = {};
  let intensity: string | undefined;
  for (const sign of ordered) {
    if (sign.intensity) intensity = sign.intensity;
    else if (sign.weighting) found[sign.weighting] ??= intensity;
  }
  return found;
}
