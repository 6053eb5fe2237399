// Which sentences report an image or a test rather than the provider's own diagnosis, and which part of the spine the image shows.
// In: reading and asserted mentions. Out: per sentence the modality mention that it reports from, if any.
import type { Knowledge } from '../lexicon/knowledge.ts';
import { TOKEN_KIND, type AssertedMention, type Reading } from '../types.ts';

export interface ImagingContext {
  /** The modality mention in whose light a sentence speaks. */
  readonly modalityOf: ReadonlyMap<number, AssertedMention>;
  /** The last site named for an image before a sentence, in the same section, and that image. */
  readonly siteOf: ReadonlyMap<number, Shown>;
}

interface Shown { readonly site: AssertedMention; readonly image: AssertedMention }

const isModality = (mention: AssertedMention, knowledge: Knowledge): boolean =>
  knowledge.concepts.get(mention.via)?.attributes?.['kind'] === 'modality';

/** True when the sentence opens with a word that carries on what the image shows ("This shows …"). */
function carriesOn(index: number, reading: Reading, knowledge: Knowledge): boolean {
  const { from, to } = reading.sentences[index]!;
  for (let at = from; at < to; at++) {
    if (reading.tokens.kind[at] === TOKEN_KIND.word) return knowledge.continues.has(reading.tokens.norm[at]!);
  }
  return false;
}

/** Walks the sentences once, carrying the last image on as far as the text does. */
export function findImagingContext(reading: Reading, mentions: readonly AssertedMention[], { knowledge, isReport }: { readonly knowledge: Knowledge; readonly isReport: boolean }): ImagingContext {
  const modalityOf = new Map<number, AssertedMention>();
  const siteOf = new Map<number, Shown>();
  let next = 0;
  let modality: AssertedMention | undefined;
  let shown: Shown | undefined;
  let section = -1;
  reading.sentences.forEach((sentence, index) => {
    if (sentence.section !== section) {
      modality = undefined;
      shown = isReport ? shown : undefined;
    }
    section = sentence.section;
    let own: AssertedMention | undefined, site: AssertedMention | undefined;
    for (; next < mentions.length && mentions[next]!.sentence <= index; next++) {
      const mention = mentions[next]!;
      if (mention.axis === 'imaging' && isModality(mention, knowledge) && mention.assertion.time !== 'planned') own ??= mention;
      else if (mention.axis === 'site' && knowledge.sites.get(mention.value)?.spinal) site ??= mention;
    }
    if (own) {
      modality = own;
      shown = site ? { site, image: own } : shown;
    } else if (modality && !carriesOn(index, reading, knowledge)) {
      modality = undefined;
    }
    if (modality) modalityOf.set(index, modality);
    if (shown) siteOf.set(index, shown);
  });
  return { modalityOf, siteOf };
}
