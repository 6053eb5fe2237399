// Third ring of validation for the rules of queries: every fixture that must pass passes its rule, every one that must fail is told by it.
// In: lexicons and their Knowledge. Out: issues. The fixtures are changes of one sample query in lexicons/query-rules.json.
import { readCase } from './analyze.ts';
import type { LexiconIssue } from './lexicon/error.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import type { LintRuleId } from './lexicon/lint-rules.ts';
import type { LintFixture } from './lexicon/schema-queries.ts';
import { lintQuery } from './query/lint-query.ts';
import { sceneOfCase } from './query/scene-of-case.ts';
import type { LintScene } from './query/lint/lint-scene.ts';
import { noteSchema, queryDocumentSchema, type QueryDocument } from './wire.ts';

/** The sample query with a change made to it, as a document. */
export function composeSample({ queryRules: { sample } }: Knowledge, change: LintFixture): QueryDocument {
  const { quotes = [], options = [], note, drop, preselected, earlier = [], open, misquote, ...fields } = { ...sample, ...change };
  return queryDocumentSchema.parse({
    id: 'q1', ...fields,
    indicators: quotes.map((text) => {
      const start = note.indexOf(text);
      const traced = { document: sample.encounter, date: fields.date, start, end: start + text.length, text: misquote ? `${text}!` : text, ...(earlier.includes(text) && { earlier: true }) };
      return Object.fromEntries(Object.entries(traced).filter(([field]) => field !== drop));
    }),
    options: options.map((label) => ({ label, ...(label === preselected && { chosen: true }) })),
  });
}

/** The scene of the sample: its own note, and a second query that is open where the fixture says so. */
function sampleScene(knowledge: Knowledge, change: LintFixture, query: QueryDocument): LintScene {
  const { sample } = knowledge.queryRules;
  const scene = sceneOfCase(readCase(noteSchema.parse({ id: sample.encounter, text: sample.note }), knowledge));
  return change.open ? { ...scene, open: [{ ...query, id: 'q0' }] } : scene;
}

/** Whether the rule tells of the changed sample. */
export function sampleBreaks(rule: LintRuleId, change: LintFixture, knowledge: Knowledge): boolean {
  const query = composeSample(knowledge, change);
  return lintQuery(query, sampleScene(knowledge, change, query)).some((finding) => finding.rule === rule);
}

/** Fixtures that do not do what they promise. */
export function checkQueryRules(knowledge: Knowledge): readonly LexiconIssue[] {
  return (Object.entries(knowledge.queryRules.rules) as [LintRuleId, { passes: LintFixture[]; fails: LintFixture[] }][]).flatMap(([rule, { passes, fails }]) => [
    ...passes.filter((change) => sampleBreaks(rule, change, knowledge)).map((change) => issue(rule, `the sample with ${JSON.stringify(change)} must pass and breaks it`)),
    ...fails.filter((change) => !sampleBreaks(rule, change, knowledge)).map((change) => issue(rule, `the sample with ${JSON.stringify(change)} must break it and passes`)),
  ]);
}

const issue = (entry: string, problem: string): LexiconIssue => ({ file: 'query-rules.json', entry, problem, remedy: 'Correct the words of the rule, or the fixture' });
