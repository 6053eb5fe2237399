// How a finding came about: the sentences that tell its cause, and what they say on the axes of external causes.
// In: a finding, its case. Out: the values of axes that read only there, with their words. It picks no code.
// Source: guideline I.C.20; the note of chapter 13 ("Use an external cause code following the code for the musculoskeletal condition").
import { roleOf } from '../finding/roles.ts';
import { toEvidence } from '../span.ts';
import type { AxisEntry } from '../lexicon/schema.ts';
import { TOKEN_KIND, type AssertedMention, type Finding, type MentionAxis, type SectionRole } from '../types.ts';
import { holdsNow, type Case } from './case.ts';
import { documented, missing, mostExact, valueIn, UNSPECIFIED, type AxisOutcome } from './evaluate-axis.ts';

/** How it came about: the causes told, and the indexes of their sentences. */
export interface Story { readonly causes: readonly AssertedMention[]; readonly sentences: ReadonlySet<number> }

/** A history opens with its cause in one of its first sentences: "He fell from a ladder on Sunday. Since then his back hurts." */
const OPENING = 3;
const HISTORY: readonly SectionRole[] = ['governs', 'narrates'];

/** Stated as a fact of this patient, not as what was, what may come or what is denied. */
const isTold = (mention: AssertedMention, { reading }: Case): boolean =>
  holdsNow(mention) && mention.assertion.certainty === 'certain' && roleOf(mention, reading) !== 'silent';

/** The cause that the finding's own sentences tell, and where the history opens with it; failing that, with `opening`, the one with which it opens. */
export function storyOf(finding: Finding, scene: Case, { opening }: { readonly opening: boolean }): Story {
  const own = (finding.axes['cause'] ?? []).map(({ mention }) => mention).filter((cause) => isTold(cause, scene));
  if (!own.length && !opening) return storyBy([]);
  const first = (scene.mentionsOn.get('cause') ?? []).filter((cause) => isTold(cause, scene) && opensHistory(cause, scene));
  const same = first.filter(({ value }) => own.length === 0 || own.some((cause) => cause.value === value));
  return storyBy([...own, ...same]);
}

const storyBy = (causes: readonly AssertedMention[]): Story => ({ causes, sentences: new Set(causes.map(({ sentence }) => sentence)) });

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
export function evaluateStory(axis: AxisEntry, { sentences }: Story, scene: Case): AxisOutcome {
  const sources = Object.keys(axis.reads ?? {}) as MentionAxis[];
  const said = sources.flatMap((source) => scene.mentionsOn.get(source) ?? [])
    .filter((mention) => sentences.has(mention.sentence) && isTold(mention, scene))
    .flatMap((mention) => {
      const value = valueIn(axis, mention.axis, { value: mention.value, mention });
      return value === undefined ? [] : [{ value, evidence: toEvidence(scene.reading, mention, { role: axis.as ?? axis.id, via: mention.via }) }];
    });
  const [value, ...others] = mostExact(axis, [...new Set(said.map((word) => word.value))]);
  if (value === undefined) return missing(axis);
  const evidence = said.map((word) => word.evidence);
  return others.length ? { axis, state: 'conflicting', values: [UNSPECIFIED], evidence, said: [] } : documented(axis, value, evidence);
}
