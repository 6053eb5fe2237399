// The word lists of the recognisers, turned from lexicons/recognisers.json into sets and maps once per Knowledge.
// In: Recognisers. Out: Words. It adds no word of its own.
import type { Recognisers } from '../lexicon/schema-recognisers.ts';
import { onceFor } from '../once.ts';
import { makePhrases, type Phrases } from './phrases.ts';

type Levels = Recognisers['levels'];
type Unit = Recognisers['durations']['units'][string];

/** One region of the spine; `index` counts from the top. */
export interface Region { readonly index: number; readonly letter: string; readonly vertebrae: number; readonly roots: number; readonly discs: number; readonly glued: boolean }

/** A rule about groups of levels that look like vertebrae and may be something else. */
export interface LevelRule { readonly levels: ReadonlySet<string>; readonly words: Phrases; readonly unless: Phrases; readonly within: number; readonly least: number }

/** All word lists, by recogniser. */
export interface Words {
  readonly numbers: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  readonly levels: {
    readonly regions: readonly Region[];
    readonly byLetter: ReadonlyMap<string, Region>;
    readonly joins: Phrases; readonly over: Phrases; readonly lists: Phrases; readonly measures: Phrases;
    readonly traps: readonly LevelRule[]; readonly needs: readonly LevelRule[];
  };
  readonly durations: {
    readonly units: ReadonlyMap<string, Unit>;
    readonly half: ReadonlySet<string>; readonly ranges: ReadonlySet<string>; readonly spans: ReadonlySet<string>; readonly counters: ReadonlySet<string>; readonly articles: ReadonlySet<string>;
    readonly fillers: Phrases; readonly openers: Phrases; readonly closers: Phrases; readonly rejects: Phrases;
    readonly treatments: Phrases; readonly since: Phrases; readonly started: Phrases; readonly leads: Phrases; readonly last: Phrases;
    readonly dates: ReadonlySet<string>; readonly suffixes: ReadonlySet<string>; readonly ordinals: ReadonlyMap<string, number>; readonly weekdays: ReadonlyMap<string, number>;
    readonly relative: readonly { readonly words: Phrases; readonly value: string }[];
    readonly holidays: readonly { readonly words: Phrases; readonly month: number; readonly day: number | undefined }[];
  };
  readonly sides: { readonly letters: ReadonlyMap<string, string>; readonly both: ReadonlySet<string>; readonly pairs: Phrases; readonly plurals: ReadonlySet<string> };
  readonly radiation: {
    readonly limbs: Recognisers['radiation']['limbs'];
    readonly extents: ReadonlyMap<string, string>; readonly beyond: ReadonlyMap<string, string>; readonly beyondWords: Phrases;
    readonly path: ReadonlySet<string>; readonly directions: ReadonlySet<string>; readonly origins: ReadonlySet<string>; readonly barriers: ReadonlySet<string>;
    readonly carried: ReadonlySet<string>; readonly leads: ReadonlySet<string>; readonly strangers: Phrases;
  };
  readonly signal: {
    readonly weightings: ReadonlyMap<string, 't1' | 't2'>; readonly intensities: ReadonlyMap<string, string>;
    readonly places: Phrases; readonly values: Recognisers['signal']['values'];
  };
  readonly imaging: {
    readonly statuses: readonly { readonly status: string; readonly before: Phrases; readonly after: Phrases; readonly within: number }[];
    readonly usual: string; readonly leads: ReadonlySet<string>;
  };
}

const mapOf = <T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(record));

function levelWords(levels: Levels): Words['levels'] {
  const regions = levels.regions.map(({ letters, vertebrae, roots, discs, glued }, index): Region =>
    ({ index, letter: (letters[0] ?? '').toUpperCase(), vertebrae, roots, discs, glued: glued ?? false }));
  const byLetter = new Map(levels.regions.flatMap(({ letters }, index) => letters.map((letter) => [letter, regions[index] as Region] as const)));
  const rule = (row: { levels: readonly string[]; words: readonly string[]; unless?: readonly string[] | undefined; within?: number; least?: number }): LevelRule =>
    ({ levels: new Set(row.levels), words: makePhrases(row.words), unless: makePhrases(row.unless ?? []), within: row.within ?? 0, least: row.least ?? 1 });
  return {
    regions, byLetter, joins: makePhrases(levels.joins), over: makePhrases(levels.over), lists: makePhrases(levels.lists),
    measures: makePhrases(levels.measures), traps: levels.traps.map(rule), needs: levels.needs.map(rule),
  };
}

function durationWords(durations: Recognisers['durations']): Words['durations'] {
  const { units, half, ranges, spans, counters, articles, fillers, openers, closers, rejects, treatments, since, last } = durations;
  const { started, leads, dates, relative, weekdays, holidays, suffixes, ordinals } = durations;
  return {
    units: mapOf(units), half: new Set(half), ranges: new Set(ranges), spans: new Set(spans), counters: new Set(counters), articles: new Set(articles), fillers: makePhrases(fillers), openers: makePhrases(openers),
    closers: makePhrases(closers), rejects: makePhrases(rejects), treatments: makePhrases(treatments), since: makePhrases(since), last: makePhrases(last),
    started: makePhrases(started), leads: makePhrases(leads), dates: new Set(dates), suffixes: new Set(suffixes), ordinals: mapOf(ordinals), weekdays: mapOf(weekdays),
    relative: Object.entries(relative).map(([word, value]) => ({ words: makePhrases([word]), value })),
    holidays: Object.entries(holidays).map(([word, { month, day }]) => ({ words: makePhrases([word]), month, day })),
  };
}

function radiationWords(radiation: Recognisers['radiation']): Words['radiation'] {
  const { limbs, extents, beyond, beyondWords, path, directions, origins, barriers, carried, leads, strangers } = radiation;
  return {
    limbs, extents: mapOf(extents), beyond: mapOf(beyond), beyondWords: makePhrases(beyondWords),
    path: new Set(path), directions: new Set(directions), origins: new Set(origins), barriers: new Set(barriers),
    carried: new Set(carried), leads: new Set(leads), strangers: makePhrases(strangers),
  };
}

function makeWords(lists: Recognisers): Words {
  const { sides, signal, imaging } = lists;
  return {
    numbers: mapOf(lists.numbers), months: mapOf(lists.months), levels: levelWords(lists.levels), durations: durationWords(lists.durations),
    radiation: radiationWords(lists.radiation),
    sides: { letters: mapOf(sides.letters), both: new Set(sides.both), pairs: makePhrases(sides.pairs), plurals: new Set(sides.plurals) },
    signal: { weightings: mapOf(signal.weightings), intensities: mapOf(signal.intensities), places: makePhrases(signal.places), values: signal.values },
    imaging: {
      statuses: imaging.statuses.map(({ status, before, after, within }) => ({ status, before: makePhrases(before), after: makePhrases(after), within })),
      usual: imaging.usual, leads: new Set(imaging.leads),
    },
  };
}

/** The word lists ready for use; made on first use of a Knowledge and kept as long as it lives. */
export const wordsOf = onceFor(makeWords);
