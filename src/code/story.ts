// How a finding came about: the sentences that tell its cause, and what they say on the axes of external causes.
// In: a finding, its case. Out: the values of axes that read only there, with their words. It picks no code.
// Source: guideline I.C.20; the note of chapter 13 ("Use an external cause code following the code for the musculoskeletal condition").
import { roleOf } from '../finding/roles.ts';
import { toEvidence } from '../span.ts';
import type { AxisEntry } from '../lexicon/schema.ts';
import { TOKEN_KIND, type AssertedMention, type Finding, type MentionAxis, type SectionRole } from '../types.ts';
import { firstFrom } from '../scope/reach.ts';
import { holdsNow, type Case } from './case.ts';
import { once, onceFor } from '../once.ts';
import { documented, missing, mostExact, valueIn, UNSPECIFIED, type AxisOutcome } from './evaluate-axis.ts';

/** How it came about: the causes told, and what their sentences tell, in order of position. */
export interface Story { readonly causes: readonly AssertedMention[]; readonly words: readonly AssertedMention[] }

/** A history opens with its cause in one of its first sentences: "He fell from a ladder on Sunday. Since then his back hurts." */
const OPENING = 3;
const HISTORY: readonly SectionRole[] = ['governs', 'narrates'];

/** Stated as a fact of this patient, not as what was, what may come or what is denied. */
const isTold = (mention: AssertedMention, { reading }: Case): boolean =>
  holdsNow(mention) && mention.assertion.certainty === 'certain' && roleOf(mention, reading) !== 'silent';

/** The causes with which a history opens. */
const openingCauses = onceFor((scene: Case): readonly AssertedMention[] =>
  (scene.mentionsOn.get('cause') ?? []).filter((cause) => isTold(cause, scene) && opensHistory(cause, scene)));

/** The cause that the finding's own sentences tell, and where the history opens with it; failing that, with `opening`, the one with which it opens. */
export const storyOf = (finding: Finding, scene: Case, { opening }: { readonly opening: boolean }): Story =>
  opening ? storyWithOpening(finding, scene) : ownStory(finding, scene);

const ownStory = once((finding: Finding, scene: Case): Story => {
  const own = ownCauses(finding, scene);
  return own.length > 0 ? storyWithOpening(finding, scene) : storyBy([], scene);
});

const storyWithOpening = once((finding: Finding, scene: Case): Story => {
  const own = ownCauses(finding, scene);
  const values = new Set(own.map(({ value }) => value));
  return storyBy([...own, ...openingCauses(scene).filter(({ value }) => own.length === 0 || values.has(value))], scene);
});

const ownCauses = (finding: Finding, scene: Case): readonly AssertedMention[] =>
  (finding.axes['cause'] ?? []).map(({ mention }) => mention).filter((cause) => isTold(cause, scene));

function storyBy(causes: readonly AssertedMention[], scene: Case): Story {
  const sentences = [...new Set(causes.map(({ sentence }) => sentence))].sort((a, b) => a - b);
  return { causes, words: sentences.flatMap((sentence) => mentionsIn(sentence, scene)).filter((mention) => isTold(mention, scene)) };
}

/** The mentions of a sentence; those of the note are in order of position. */
function mentionsIn(sentence: number, { mentions, reading }: Case): readonly AssertedMention[] {
  const { from, to } = reading.sentences[sentence]!;
  return mentions.slice(firstFrom(mentions, from), firstFrom(mentions, to));
}

/** Among the first sentences of its section, and not dated by a year that is over ("He fell off a roof in 2009."). */
function opensHistory(cause: AssertedMention, { reading, date }: Case): boolean {
  const { section, from, to } = reading.sentences[cause.sentence]!;
  const before = reading.sentences[cause.sentence - OPENING];
  const opens = HISTORY.includes(reading.sections[section]!.role) && before?.section !== section;
  return opens && !tellsAnotherYear(reading.tokens, { from, to }, Number(date.slice(0, 4)));
}

function tellsAnotherYear({ text, start, end, kind }: Case['reading']['tokens'], { from, to }: { readonly from: number; readonly to: number }, thisYear: number): boolean {
  for (let at = from; at < to; at++) {
    if (kind[at] !== TOKEN_KIND.number) continue;
    const year = Number(text.slice(start[at], end[at]));
    if (year >= thisYear - 120 && year < thisYear) return true;
  }
  return false;
}

/** What the story says on one axis. Values that make others more exact stand for them; two that do not agree give none. */
export const evaluateStory = (axis: AxisEntry, story: Story, scene: Case): AxisOutcome => outcomesOf(story)(axis, scene);

/** Several tables ask a story about one axis. */
const outcomesOf = onceFor((story: Story) => once((axis: AxisEntry, scene: Case) => evaluateWords(axis, story, scene)));

function evaluateWords(axis: AxisEntry, { words }: Story, scene: Case): AxisOutcome {
  const sources = Object.keys(axis.reads ?? {}) as MentionAxis[];
  const said = sources.flatMap((source) => words.filter((mention) => mention.axis === source))
    .flatMap((mention) => {
      const value = valueIn(axis, mention.axis, { value: mention.value, mention });
      return value === undefined ? [] : [{ value, evidence: toEvidence(scene.reading, mention, { role: axis.as ?? axis.id, via: mention.via }) }];
    });
  const [value, ...others] = mostExact(axis, [...new Set(said.map((word) => word.value))]);
  if (value === undefined) return missing(axis);
  const evidence = said.map((word) => word.evidence);
  return others.length ? { axis, state: 'conflicting', values: [UNSPECIFIED], evidence, said: [] } : documented(axis, value, evidence);
}
