// One form of a problem becomes another form of the same concept that says neither more nor less: the report stays.
import type { Knowledge } from '../../../src/index.ts';
import type { Report, ReportMention } from '../../../src/wire.ts';
import { codesOf, differences, queriesOf } from '../compare.ts';
import { STEM } from '../sentences.ts';
import { pick, type Chance, type Subject, type Transformation, type Variant } from '../transformation.ts';

const twins = new WeakMap<Knowledge, Map<string, string>>();

/** What a form says when it stands alone: the same text for two forms that say the same. */
function sayingOf(form: string, { knowledge, read }: Subject): string {
  const known = twins.get(knowledge) ?? new Map<string, string>();
  twins.set(knowledge, known);
  const before = known.get(form);
  if (before !== undefined) return before;
  const saying = describe(read(`${STEM}${form}.`));
  known.set(form, saying);
  return saying;
}

/** Mentions but for sites inside the form, and findings with the values of their axes. */
const describe = (report: Report): string => JSON.stringify([
  report.mentions.map(({ axis, value }) => `${axis} ${value}`), codesOf(report),
  report.findings.map(({ problem, axes }) => [problem, Object.entries(axes).map(([axis, { value }]) => `${axis} ${value}`)]),
]);

/** Forms that may stand for the words of the mention; weak ones need the spine beside them and so are no full synonyms. */
function synonymsOf({ text, via }: ReportMention, subject: Subject): readonly string[] {
  const said = subject.knowledge.forms.get(via);
  const written = text.toLowerCase();
  const forms = (said?.forms ?? []).filter((form) => !said?.weak.includes(form));
  if (!forms.includes(written)) return [];
  return forms.filter((form) => form !== written && sayingOf(form, subject) === sayingOf(written, subject));
}

/**
 * Cues and weak words reach so many words far, and the last word may make another name with the one behind it ("back from", "fracture of
 * D12"): in a note only a form of as many words, with the same last word or no word behind it, leaves everything round it as it is.
 */
function standsAlike(form: string, { text, end }: ReportMention, { source, note }: Subject): boolean {
  const [words, written] = [form.split(/[\s-]+/), text.toLowerCase().split(/[\s-]+/)];
  const isLast = !/^[ \t]*[\p{L}\p{N}]/u.test(note.text.slice(end));
  return source === 'sentence' || (words.length === written.length && (isLast || words.at(-1) === written.at(-1)));
}

function variantsOf(mention: ReportMention, subject: Subject, chance: Chance): readonly Variant[] {
  const { note: { text } } = subject;
  const capital = mention.text.charAt(0) !== mention.text.charAt(0).toLowerCase();
  const forms = synonymsOf(mention, subject).filter((form) => standsAlike(form, mention, subject));
  return pick(forms, 3, chance).map((form) => {
    const written = capital ? form.charAt(0).toUpperCase() + form.slice(1) : form;
    return { note: { ...subject.note, text: text.slice(0, mention.start) + written + text.slice(mention.end) }, about: `${mention.text} → ${form}` };
  });
}

export const swapSynonyms: Transformation = {
  name: 'swap synonyms', rule: 'codes, problems and queries stay', most: 8,
  applies: ({ report }) => report.mentions.some(({ axis }) => axis === 'problem'),
  change: (subject, chance) => subject.report.mentions.filter(({ axis }) => axis === 'problem').flatMap((mention) => variantsOf(mention, subject, chance)),
  expect: ({ report }, after) => [
    ...differences('codes', codesOf(report), codesOf(after)),
    ...differences('problems', problemsOf(report), problemsOf(after)),
    ...differences('queries', queriesOf(report), queriesOf(after)),
  ],
};

const problemsOf = ({ mentions }: Report): string[] => mentions.filter(({ axis }) => axis === 'problem').map(({ value, assertion }) => `${value} ${Object.values(assertion).join(' ')}`);
