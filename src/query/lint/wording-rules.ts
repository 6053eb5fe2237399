// Rules about the words of a query: Q004 to Q008, Q013. Source: ACDIS/AHIMA 2022, leading queries, titles, and impact on payment or quality.
import { onceFor } from '../../once.ts';
import type { Knowledge } from '../../lexicon/knowledge.ts';
import type { QueryDocument } from '../../wire.ts';
import { isYesNo, ownOptions, quotedFields, wordedFields, type Breach, type LintRule, type LintRules } from './lint-rule.ts';
import { acronymIn, beginsWith, isDiagnosis, isDocumented, phraseIn, wordsIn, type LintScene } from './lint-scene.ts';

/** A code of ICD-10-CM with or without its dot, of ICD-9, or an id of the lexicons. Levels such as T12 are none. */
const WITH_DOT = /\b[A-TV-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4}\b/;
const WITHOUT_DOT = /\b[A-TV-Z][0-9][0-9A-Z][0-9A-Z]{1,4}\b/g;
const RULE_ID = /\bQ0\d\d\b|\b(?:row|table|query|cue|bind|settle|excludes1|certainty|place|polarity|subject|time)\.[a-z0-9]+(?:[-.][a-z0-9]+)*\b/;

function codeIn(text: string, { knowledge }: LintScene): string | undefined {
  const words = text.split(/[^0-9A-Z.]+/).map((word) => word.replace(/\.+$/, ''));
  const plain = [...text.matchAll(WITHOUT_DOT)].map(([found]) => found).find((found) => knowledge.codes.has(`${found.slice(0, 3)}.${found.slice(3)}`));
  const foreign = foreignCodes(knowledge);
  const met = words.some((word) => foreign.has(word)) ? [...foreign].find((code) => words.includes(code)) : undefined;
  return WITH_DOT.exec(text)?.[0] ?? plain ?? met ?? RULE_ID.exec(text)?.[0];
}

const foreignCodes = onceFor(({ codeSystems }: Knowledge): ReadonlySet<string> => new Set(codeSystems.flatMap(({ codes }) => codes.map(({ code }) => code))));

/** Diagnoses in a line that the note does not document. */
const undocumented = (line: string, query: QueryDocument, scene: LintScene): readonly string[] =>
  wordsIn(line, scene).filter(isDiagnosis).filter(({ value }) => !isDocumented(value, query, scene)).map(({ start, end }) => line.slice(start, end));

/** A side in the title of a query about sides is its answer, and so is one of its own options. */
function answersIn(query: QueryDocument, scene: LintScene): readonly string[] {
  const { title, axis } = query;
  const { yes, no } = scene.knowledge.queryRules.words;
  const option = phraseIn(title, ownOptions(query, scene).map(({ option: { label } }) => label).filter((label) => !beginsWith(label, yes) && !beginsWith(label, no)));
  const sides = axis !== undefined && axis !== 'laterality' && axis !== 'conflict' ? [] : wordsIn(title, scene).filter((word) => word.axis === 'laterality').map(({ start, end }) => title.slice(start, end));
  return sides.length > 0 || option === undefined ? sides : [option];
}

const speaksOfMoney: LintRule = (query, { knowledge: { queryRules: { words } } }) => {
  const clinical = Object.keys(words.alsoClinical).map((word) => word.toLowerCase());
  const worded = wordedFields(query).map((field) => ({ ...field, found: phraseIn(field.text, words.money) ?? acronymIn(field.text, words.acronyms) }));
  const quoted = quotedFields(query).map((field) => ({ ...field, found: phraseIn(field.text, words.money) })).filter(({ found }) => found === undefined || !clinical.includes(found));
  return [...worded, ...quoted].flatMap(({ place, found }): Breach[] => found === undefined ? [] : [{ place, words: found }]);
};

/** An opener that leads anywhere, or one that asks to document a condition by its name. */
const leads: LintRule = (query, scene) => {
  const { words } = scene.knowledge.queryRules;
  const found = phraseIn(query.question, words.leading) ?? (wordsIn(query.question, scene).some(isDiagnosis) ? phraseIn(query.question, words.documenting) : undefined);
  return found === undefined ? [] : [{ place: 'question', words: found }];
};

/** Yes or no is for a condition that is documented: named in the question, or else quoted. */
const asksNewDiagnosis: LintRule = (query, scene) => {
  if (!isYesNo(query, scene)) return [];
  const asked = wordsIn(query.question, scene).filter(isDiagnosis);
  const missing = undocumented(query.question, query, scene);
  if (missing.length > 0) return [{ place: 'question', words: missing[0]! }];
  const isQuoted = (): boolean => quotedFields(query).some(({ text }) => wordsIn(text, scene).some(isDiagnosis));
  return asked.length > 0 || query.kind === 'conflicting' || isQuoted() ? [] : [{ place: 'question' }];
};

const isLong: LintRule = ({ question, options }, { knowledge: { queryRules: { most } } }) => {
  const sentences = question.split(/[.?!](?:\s|$)/).filter((part) => part.trim() !== '').length;
  const asked = question.split('?').length - 1;
  return [
    ...(sentences > most.sentences || asked > most.questions ? [{ place: 'question' }] : []),
    ...(options.length > most.options + 2 ? [{ place: 'options' }] : []),
  ];
};

export const WORDING_RULES: LintRules = {
  Q004: (query, scene) => [...undocumented(query.title, query, scene), ...answersIn(query, scene)].map((words) => ({ place: 'title', words })),
  Q005: speaksOfMoney,
  Q006: leads,
  Q007: asksNewDiagnosis,
  Q008: (query, scene) => [...wordedFields(query), ...quotedFields(query)].flatMap(({ place, text }): Breach[] => {
    const found = codeIn(text, scene);
    return found === undefined ? [] : [{ place, words: found }];
  }),
  Q013: isLong,
};
