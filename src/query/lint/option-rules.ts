// Rules about the options and the recipient of a query: Q002, Q003, Q009, Q012, Q014, Q015. Source: ACDIS/AHIMA 2022, multiple choice queries.
import { once, onceFor } from '../../once.ts';
import type { Knowledge } from '../../lexicon/knowledge.ts';
import type { QueryDocument } from '../../wire.ts';
import { isYesNo, ownOptions, type LintRule, type LintRules } from './lint-rule.ts';
import { beginsWith, isDenied, isDiagnosis, isDocumented, phraseIn, plainWords, wordsIn, type LintScene } from './lint-scene.ts';

/** Marks by which an option is stressed or chosen already. */
const MARKS = /\*|__|(?:^|\s)_\S|<\/?[a-z]+>|[☑☒✔✓→►!]|\[[xX]\]/;
const CAPITALS = /\b[A-Z]{4,}\b/;
const SHORT_CAPITALS = /\b[A-Z]{2,}\b/;

/** Labels in their order, and the place of each by its words alone. */
interface LabelList { readonly labels: readonly string[]; readonly placeOf: ReadonlyMap<string, number> }

const listOf = (labels: readonly string[]): LabelList => ({ labels, placeOf: new Map(labels.map((label, at) => [plainWords(label), at] as const).reverse()) });

/** Labels that the tables and templates of a query axis offer, each list in its own order. */
const offered = once((axis: QueryDocument['axis'], { axes, templates }: Knowledge): readonly LabelList[] => {
  const tables = [...axes.values()].filter(({ asks }) => axis === undefined || axis === 'conflict' || asks === axis).map(({ values }) => values.map(({ label }) => label));
  const own = templates.filter((template) => axis === undefined || template.axis === axis).flatMap(({ options }) => options ? [options.map(({ label }) => label)] : []);
  return [...tables, ...own].map(listOf);
});

const neutralOrders = onceFor(({ queryRules: { orders } }: Knowledge): readonly LabelList[] => orders.map(listOf));

const isOffered = (label: string, { axis }: QueryDocument, { knowledge }: LintScene): boolean => offered(axis, knowledge).some(({ placeOf }) => placeOf.has(plainWords(label)));

/** The note denies what the option names. */
const isContradicted = (label: string, query: QueryDocument, scene: LintScene): boolean =>
  wordsIn(label, scene).some(({ axis, value }) => (axis === 'problem' || axis === 'symptom') && isDenied(value, query, scene));

/** An option that is not of the tables may name sides, places and what the note documents, but no other diagnosis. */
const strays: LintRule = (query, scene) => ownOptions(query, scene).filter(({ option: { label } }) => {
  if (isContradicted(label, query, scene)) return true;
  const named = wordsIn(label, scene).filter(isDiagnosis);
  return !isOffered(label, query, scene) && named.some(({ value }) => !isDocumented(value, query, scene));
}).map(({ option, place }) => ({ place, words: option.label }));

const lacksClosing: LintRule = ({ options }, { knowledge: { queryRules: { words } } }) => [words.other, words.undetermined]
  .filter((phrases) => !options.some(({ label }) => beginsWith(label, phrases))).map(([missing]) => ({ place: 'options', words: missing! }));

const ascends = (numbers: readonly number[]): boolean => numbers.every((number, at) => at === 0 || numbers[at - 1]! < number);

/** The order of a table or template, alphabetical order, or yes before no. */
function isNeutralOrder(labels: readonly string[], query: QueryDocument, scene: LintScene): boolean {
  const plain = labels.map(plainWords);
  const known = [...offered(query.axis, scene.knowledge), ...neutralOrders(scene.knowledge)].map(({ placeOf }) => plain.map((label) => placeOf.get(label) ?? -1));
  if (known.some((places) => !places.includes(-1) && ascends(places))) return true;
  return isYesNo(query, scene) || plain.every((label, at) => at === 0 || plain[at - 1]! <= label);
}

/** A word in capitals that is no abbreviation: long, or one that the tables write in small letters ("YES"). */
const shouts = (label: string, query: QueryDocument, scene: LintScene): boolean => CAPITALS.test(label)
  || (SHORT_CAPITALS.test(label) && label === label.toUpperCase() && isOffered(label, query, scene) && !offered(query.axis, scene.knowledge).some(({ labels }) => labels.includes(label)));

const stresses: LintRule = (query, scene) => {
  const { words } = scene.knowledge.queryRules;
  const stressed = query.options.map((option, at) => ({ option, place: `options[${at}]` })).filter(({ option: { label, chosen } }) =>
    chosen === true || MARKS.test(label) || shouts(label, query, scene) || (phraseIn(label, words.emphasis) !== undefined && !isOffered(label, query, scene)));
  const own = ownOptions(query, scene).map(({ option }) => option.label);
  const order = own.length > 1 && !isNeutralOrder(own, query, scene) ? [{ place: 'options' }] : [];
  return [...stressed.map(({ option, place }) => ({ place, words: option.label })), ...order];
};

export const OPTION_RULES: LintRules = {
  Q002: strays,
  Q003: lacksClosing,
  Q009: stresses,
  Q012: (query, scene) => ownOptions(query, scene).length === 1 ? [{ place: 'options' }] : [],
  Q014: ({ recipient, kind }, { knowledge: { queryRules: { words } } }) => {
    if (recipient === undefined || recipient.trim() === '') return [{ place: 'recipient' }];
    return kind === 'conflicting' && phraseIn(recipient, words.attending) === undefined ? [{ place: 'recipient', words: recipient }] : [];
  },
  Q015: ({ encounter, axis, id }, { open = [] }) => open.some((other) => other.id !== id && other.encounter === encounter && other.axis === axis && axis !== undefined) ? [{ place: 'axis' }] : [],
};
