// What the rules look at beside a query: the lexicons, and the note with what lumbago reads in it, where they are at hand.
// In: Knowledge, maybe a report and its text. Out: small questions that several rules ask. It judges nothing.
import { assertMentions } from '../../assertion/assert-mentions.ts';
import type { Knowledge } from '../../lexicon/knowledge.ts';
import { findMentions } from '../../mention/find-mentions.ts';
import { spanOf } from '../../span.ts';
import { readNote } from '../../text/read-note.ts';
import { tokenize } from '../../text/tokenize.ts';
import type { Assertion, MentionAxis, Span } from '../../types.ts';
import type { QueryDocument } from '../../wire.ts';

/** A statement of the note: what, where, and what the text says of it. */
export interface Statement extends Span { readonly axis: MentionAxis; readonly value: string; readonly assertion: Assertion }

export interface LintScene {
  readonly knowledge: Knowledge;
  /** The note; without it quotes cannot be compared. */
  readonly text?: string;
  /** What the note states; without it the quotes alone tell what is documented. */
  readonly statements?: readonly Statement[];
  /** Problems of the note's findings, pains by their site among them. */
  readonly problems?: readonly { readonly problem: string; readonly assertion: Assertion }[];
  /** Queries of the encounter that are open. */
  readonly open?: readonly QueryDocument[];
}

/** A word of a text on one axis. */
export interface Word extends Span { readonly axis: MentionAxis; readonly value: string }

/** Diagnoses, symptoms, sides and levels that a line of a query names, those that it negates ("No leg pain") left out. */
export function wordsIn(line: string, { knowledge }: LintScene): readonly Word[] {
  const known = wordsRead.get(knowledge) ?? new Map<string, readonly Word[]>();
  wordsRead.set(knowledge, known);
  if (known.size > MOST_LINES) known.clear();
  if (!known.has(line)) known.set(line, readWords(line, knowledge));
  return known.get(line)!;
}

/** Templates give the same lines for note after note: what was read in one is kept, up to so many lines. */
const wordsRead = new WeakMap<Knowledge, Map<string, readonly Word[]>>();
const MOST_LINES = 2_000;

function readWords(line: string, knowledge: Knowledge): readonly Word[] {
  const reading = readNote(line, knowledge.book);
  const mentions = assertMentions(reading, findMentions(reading, knowledge), knowledge);
  return mentions.filter(({ assertion }) => assertion.polarity === 'present').map((mention) => ({ axis: mention.axis, value: mention.value, ...spanOf(reading, mention) }));
}

export const isDiagnosis = ({ axis }: { readonly axis: MentionAxis }): boolean => axis === 'problem';

const speaksOfPatient = ({ subject }: Assertion): boolean => subject === 'patient';

/** The note, or without one the quotes, state the problem or a kind of it as present. */
export function isDocumented(problem: string, query: QueryDocument, scene: LintScene): boolean {
  const { statements, problems, knowledge } = scene;
  const stated = statements ?? query.indicators.flatMap(({ text }) => wordsIn(text, scene)).map((word) => ({ ...word, assertion: undefined }));
  const isPresent = (assertion: Assertion | undefined): boolean => assertion === undefined || (assertion.polarity === 'present' && speaksOfPatient(assertion));
  const means = (value: string): boolean => value === problem || (knowledge.problems.get(value)?.isA ?? []).includes(problem);
  return stated.some(({ value, assertion }) => means(value) && isPresent(assertion)) || (problems ?? []).some((one) => means(one.problem) && isPresent(one.assertion));
}

/** The note denies the problem, and states it nowhere as present. */
export const isDenied = (problem: string, query: QueryDocument, scene: LintScene): boolean => !isDocumented(problem, query, scene)
  && (scene.statements ?? []).some(({ value, assertion }) => value === problem && assertion.polarity === 'absent');

/** The norms of a text, in order; labels and questions come again and again, so what was cut is kept, up to so many lines. */
export function normsOf(text: string): readonly string[] {
  if (normsCut.size > MOST_LINES) normsCut.clear();
  const known = normsCut.get(text);
  if (known) return known;
  const norms: string[] = [];
  tokenize(text, (norm) => norms.push(norm));
  normsCut.set(text, norms);
  return norms;
}

const normsCut = new Map<string, readonly string[]>();

/** Phrases of the rules by their lists, cut once. */
const phrasesCut = new WeakMap<readonly string[], readonly { readonly phrase: string; readonly words: readonly string[] }[]>();

function cutPhrases(phrases: readonly string[]): readonly { readonly phrase: string; readonly words: readonly string[] }[] {
  if (!phrasesCut.has(phrases)) phrasesCut.set(phrases, phrases.map((phrase) => ({ phrase, words: normsOf(phrase) })));
  return phrasesCut.get(phrases)!;
}

/** The first of the phrases that stands in the text, word for word. */
export function phraseIn(text: string, phrases: readonly string[]): string | undefined {
  const norms = normsOf(text);
  return cutPhrases(phrases).find(({ words }) => norms.some((norm, at) => (words.length === 0 || norm === words[0]) && words.every((word, offset) => norms[at + offset] === word)))?.phrase;
}

/** The first of the words that stands in the text in capitals, as an acronym does. */
export const acronymIn = (text: string, acronyms: readonly string[]): string | undefined => {
  const words = new Set(text.split(/[^A-Za-z]+/));
  return acronyms.find((acronym) => words.has(acronym));
};

/** The words of a label without its signs. */
export const plainWords = (label: string): string => normsOf(label).filter((norm) => /[\p{L}\p{N}]/u.test(norm)).join(' ');

/** Two labels say the same, but for case and signs. */
export const sameWords = (one: string, other: string): boolean => plainWords(one) === plainWords(other);

/** The label begins with one of these phrases: "Other (please specify)", "Yes, current". */
export const beginsWith = (label: string, phrases: readonly string[]): boolean => {
  const norms = normsOf(label);
  return cutPhrases(phrases).some(({ words }) => words.every((word, at) => norms[at] === word));
};
