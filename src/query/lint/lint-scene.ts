// What the rules look at beside a query: the lexicons, and the note with what lumbago reads in it, where they are at hand.
// In: Knowledge, maybe a report and its text. Out: small questions that several rules ask. It judges nothing.
import type { Knowledge } from '../../lexicon/knowledge.ts';
import { findMentions } from '../../mention/find-mentions.ts';
import { spanOf } from '../../span.ts';
import { normalize } from '../../text/normalize.ts';
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

/** Diagnoses, symptoms, sides and levels that a line of a query names. */
export function wordsIn(line: string, { knowledge }: LintScene): readonly Word[] {
  const reading = readNote(line, knowledge.book);
  return findMentions(reading, knowledge).mentions.map((mention) => ({ axis: mention.axis, value: mention.value, ...spanOf(reading, mention) }));
}

export const isDiagnosis = ({ axis }: { readonly axis: MentionAxis }): boolean => axis === 'problem';

const speaksOfPatient = ({ subject }: Assertion): boolean => subject === 'patient';

/** The note, or without one the quotes, state the problem or a kind of it as present. */
export function isDocumented(problem: string, query: QueryDocument, scene: LintScene): boolean {
  const { statements, problems, knowledge } = scene;
  const stated = statements ?? query.indicators.flatMap(({ text }) => wordsIn(text, scene)).map((word) => ({ ...word, assertion: undefined }));
  const present = [...stated, ...(problems ?? []).map((one) => ({ value: one.problem, assertion: one.assertion }))]
    .filter(({ assertion }) => assertion === undefined || (assertion.polarity === 'present' && speaksOfPatient(assertion)));
  return present.some(({ value }) => value === problem || (knowledge.problems.get(value)?.isA ?? []).includes(problem));
}

/** The note denies the problem, and states it nowhere as present. */
export const isDenied = (problem: string, query: QueryDocument, scene: LintScene): boolean => !isDocumented(problem, query, scene)
  && (scene.statements ?? []).some(({ value, assertion }) => value === problem && assertion.polarity === 'absent');

/** The norms of a text, in order. */
export function normsOf(text: string): readonly string[] {
  const norms: string[] = [];
  tokenize(text, (norm) => norms.push(norm));
  return norms;
}

/** The first of the phrases that stands in the text, word for word. */
export function phraseIn(text: string, phrases: readonly string[]): string | undefined {
  const norms = normsOf(text);
  return phrases.find((phrase) => {
    const words = normsOf(phrase);
    return norms.some((_, at) => words.every((word, offset) => norms[at + offset] === word));
  });
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
  return phrases.some((phrase) => normsOf(phrase).every((word, at) => norms[at] === normalize(word)));
};
