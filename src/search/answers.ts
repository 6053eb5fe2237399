// Which words of a question a text answers, and what is left of the text.
// In: units and texts as stems. Out: the answered units and the tokens by which BM25 weighs the text. It ranks nothing.
import { stemsOf, type Corpus, type Segment, type Text, type Variant } from './corpus.ts';
import type { Question, Unit } from './question.ts';

/** `answered` are the numbers of units; `literally` those answered with the word itself; `used` the stems that answered. */
export interface Answer { readonly answered: ReadonlySet<number>; readonly literally: ReadonlySet<number>; readonly used: ReadonlySet<number> }

/** The units that words hold. */
export function answerUnits(units: readonly Unit[], stems: ReadonlySet<number>): Answer {
  const answered = new Set<number>(), literally = new Set<number>(), used = new Set<number>();
  const holds = (variant: Variant): boolean => variant.every((stem) => stems.has(stem));
  units.forEach(({ exact, loose }, number) => {
    const literal = exact.find(holds);
    const variant = literal ?? loose.find(holds);
    if (!variant) return;
    answered.add(number);
    if (literal) literally.add(number);
    for (const stem of variant) used.add(stem);
  });
  return { answered, literally, used };
}

/** What a term asks for: every variant that is named whole, else the one that is named best. */
function chosen(segment: Segment, used: ReadonlySet<number>): readonly number[] {
  const share = (variant: Variant): number => variant.filter((stem) => used.has(stem)).length / variant.length;
  const whole = segment.filter((variant) => share(variant) === 1);
  if (whole.length > 0) return whole.flat();
  return segment.reduce<Variant>((best, variant) => best.length === 0 || share(variant) > share(best) ? variant : best, []);
}

/** Tokens of units: one for an answer in any words, one more for the word itself. */
export const unitTokens = (answered: Iterable<number>, literally: ReadonlySet<number>): readonly string[] => [...answered].flatMap((number) => literally.has(number) ? [`~${number}`, `=${number}`] : [`~${number}`]);

/** Tokens of a question, for those of its words that the book knows. */
export const questionTokens = (units: readonly Unit[]): readonly string[] => units.flatMap(({ exact, loose }, number) => exact.length > 0 ? [`~${number}`, `=${number}`] : loose.length > 0 ? [`~${number}`] : []);

/** The stems of a text that the question leaves unsaid; words that tell little are left out or only counted. */
export function unsaid(segments: readonly Segment[], used: ReadonlySet<number>, { light, residual, names }: Corpus): { readonly tokens: readonly string[]; readonly residue: number } {
  const stems = [...new Set(segments.flatMap((segment) => chosen(segment, used)))].filter((stem) => !used.has(stem) && !light.has(stem));
  const telling = stems.filter((stem) => !residual.has(stem));
  return { tokens: telling.map((stem) => names[stem]!), residue: stems.length - telling.length };
}

/** A unit in the texts of a book: who answers it. */
export function textsAnswering(variants: readonly Variant[], { postings }: Corpus): ReadonlySet<number> {
  const found = new Set<number>();
  for (const variant of variants) {
    const [rarest, ...others] = variant.map((stem) => postings[stem]!).sort((a, b) => a.length - b.length);
    const sets = others.map((list) => new Set(list));
    for (const text of rarest ?? []) if (sets.every((set) => set.has(text))) found.add(text);
  }
  return found;
}

/** All stems that any reading of the question has. */
export const askedStems = (units: readonly Unit[]): ReadonlySet<number> => new Set(units.flatMap(({ exact, loose }) => [...exact, ...loose].flat()));

/** The answer of one text. */
export const answerText = ({ units, asked }: Pick<Question, 'units' | 'asked'>, text: Pick<Text, 'segments' | 'optional'>): Answer => answerUnits(units, stemsOf(text, asked));
