// The codes of a family that the remaining words of a question pick: "Sciatica M54.3-" and "left" give M54.32.
// In: the code of an index line and the units it leaves unanswered. Out: what to show, and the units that the pick answers.
import type { TabularEntry } from '../book/book.ts';
import { answerText, type Answer } from './answers.ts';
import type { Question } from './question.ts';

/** `entry` is the code, or the nearest header above all codes that are left; `below` the billable codes that are left. */
export interface CodePick { readonly entry: TabularEntry; readonly below: readonly TabularEntry[]; readonly answer?: Answer }

function answerTitle(entry: TabularEntry, question: Question): Answer {
  const { corpus, titles } = question;
  const known = titles.get(entry.code) ?? answerText(question, corpus.texts[corpus.titleOf(entry.code)!]!);
  titles.set(entry.code, known);
  return known;
}

/** The one code itself, or the deepest entry above all of the codes; where the book has none below the prefix, the prefix with what their titles share. */
function headerOf(codes: readonly TabularEntry[], prefix: string, { corpus }: Question): TabularEntry | undefined {
  const [first, ...others] = codes;
  if (!first || others.length === 0) return first;
  const header = corpus.book.lineage(first.code).find((entry) => entry.level === 'code' && others.every(({ code }) => code.startsWith(entry.code)));
  return header?.code.startsWith(prefix) ? header : { code: prefix, title: sharedTitle(codes), level: 'code', billable: false };
}

/** The parts between commas with which all titles begin. */
function sharedTitle(codes: readonly TabularEntry[]): string {
  const titles = codes.map(({ title }) => title.split(', '));
  const differs = titles[0]!.findIndex((part, at) => titles.some((title) => title[at] !== part));
  return titles[0]!.slice(0, differs < 0 ? undefined : Math.max(differs, 1)).join(', ');
}

/** Among titles that answer as much of what is left, one that says again what the index line said goes first. */
const CONFIRMED = 0.01;

/** Picks among the billable codes of a prefix, or none where the book has no such code. */
export function pickCodes(code: string, answered: ReadonlySet<number>, question: Question): CodePick | undefined {
  const prefix = code.replace(/\.?-$/, '');
  const { book } = question.corpus;
  const own = book.entry(prefix) ?? book.entry(question.before(prefix) ?? '');
  if (own?.billable) return { entry: own, below: [] };
  const family = (question.corpus.byCategory.get(prefix.slice(0, 3)) ?? []).filter((entry) => entry.billable && entry.code.startsWith(prefix));
  const open = question.units.map((_, number) => number).filter((number) => !answered.has(number));
  const gain = (entry: TabularEntry): number => {
    const answer = answerTitle(entry, question);
    const gained = worth(answer, open, question);
    return gained === 0 ? 0 : gained + worth(answer, answered, question) * CONFIRMED;
  };
  const gains = family.map(gain);
  const most = Math.max(0, ...gains);
  const best = family.filter((_, at) => gains[at] === most);
  const entry = most === 0 ? own ?? headerOf(best, prefix, question) : headerOf(best, prefix, question);
  if (!entry) return undefined;
  const below = entry.billable ? [] : best;
  return { entry, below, ...(most > 0 && best[0] && { answer: answerTitle(best[0], question) }) };
}

/** The weight of those of the units that a title answers; the word itself counts double. */
const worth = ({ answered, literally }: Answer, units: Iterable<number>, { weights }: Question): number =>
  [...units].reduce((sum, number) => sum + (answered.has(number) ? weights[number]! : 0) + (literally.has(number) ? weights[number]! : 0), 0);
