// Recogniser of what is said of a test: done, ordered, pending, normal or none, and which region it shows.
// In: a line whose imaging concepts of kind "modality" the trie found. Out: the same mentions with `status` and `region`.
import { mentionsByStart, type Draft, type Line } from './line.ts';
import { hasPhrase, phraseEnd } from './phrases.ts';

const MODALITY = 'modality';
const REGION_REACH = 8;

/** Gives each test its status and its region. */
export function recogniseImaging(line: Line): readonly Draft[] {
  const isTest = ({ axis, attributes }: Draft): boolean => axis === 'imaging' && attributes?.['kind'] === MODALITY;
  if (!line.mentions.some(isTest)) return line.mentions;
  const starts = mentionsByStart(line.mentions), sitesByEnd = longestByEnd(line.mentions);
  return line.mentions.map((mention) => {
    if (!isTest(mention)) return mention;
    const region = regionAfter(line, mention, starts) ?? regionBefore(mention, sitesByEnd);
    return { ...mention, attributes: { ...mention.attributes, status: statusOf(line, mention, starts), ...(region && { region }) } };
  });
}

/** "MRI of the lumbar spine". */
function regionAfter(line: Line, test: Draft, starts: ReadonlyMap<number, readonly Draft[]>): string | undefined {
  for (let at = test.to; at < Math.min(line.to, test.to + REGION_REACH); at++) {
    const site = starts.get(at)?.findLast(({ axis }) => axis === 'site');
    if (site) return site.value;
    if (!line.words.imaging.leads.has(line.wordAt(at)) && !starts.get(at)?.some(({ axis }) => axis === 'laterality')) return undefined;
  }
  return undefined;
}

/** "Lumbar MRI", "lumbar spine x-ray": the longest site right before or inside the name of the test. */
function regionBefore(test: Draft, sitesByEnd: ReadonlyMap<number, Draft>): string | undefined {
  const sites: Draft[] = [];
  for (let end = test.from - 1; end <= test.to; end++) {
    const site = sitesByEnd.get(end);
    if (site) sites.push(site);
  }
  return sites.reduce<Draft | undefined>((best, site) => best && lengthOf(best) >= lengthOf(site) ? best : site, undefined)?.value;
}

const lengthOf = ({ from, to }: Draft): number => to - from;

/** The longest site that ends at each token. */
function longestByEnd(mentions: readonly Draft[]): ReadonlyMap<number, Draft> {
  const ends = new Map<number, Draft>();
  for (const site of mentions) {
    const known = ends.get(site.to);
    if (site.axis === 'site' && !(known && lengthOf(known) >= lengthOf(site))) ends.set(site.to, site);
  }
  return ends;
}

/** The first status of the lexicon one of whose words stands near; "normal" only where no finding comes between. */
function statusOf(line: Line, test: Draft, starts: ReadonlyMap<number, readonly Draft[]>): string {
  const { statuses, usual } = line.words.imaging;
  const told = statuses.find(({ before, after, within }) =>
    hasPhrase(line, before, test.from - within, test.from) || standsAfter(line, test, { after, within, starts }));
  return told?.status ?? usual;
}

function standsAfter(line: Line, test: Draft, { after, within, starts }: { after: Parameters<typeof hasPhrase>[1]; within: number; starts: ReadonlyMap<number, readonly Draft[]> }): boolean {
  for (let at = test.to; at < Math.min(line.to, test.to + within); at++) {
    if (phraseEnd(line, at, after) >= 0) return true;
    if (starts.get(at)?.some(({ axis }) => axis === 'problem' || axis === 'imaging')) return false;
  }
  return false;
}
