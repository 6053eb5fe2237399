// Asserted mentions → findings: every problem of the note once, with its axes, its assertion and the place where it stands.
// In: reading, mentions, stop words, knowledge. Out: findings in order of position, denied and past ones included. It knows no codes.
import { groupBy } from '../group.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { AssertedMention, AxisReading, Finding, Reading, StopMatch } from '../types.ts';
import { findImagingContext, type ImagingContext } from './imaging-context.ts';
import { mergeStatements, type PlacedStatement } from './merge-statements.ts';
import { isAssessed, roleOf } from './roles.ts';
import { viewSentences } from './sentence-view.ts';
import { stateProblems, type Statement } from './state-problems.ts';

export interface FindingInput {
  readonly reading: Reading;
  readonly mentions: readonly AssertedMention[];
  readonly stops: readonly StopMatch[];
  readonly knowledge: Knowledge;
  /** The note is itself a report read by a physician (guideline IV.K). */
  readonly isReport: boolean;
}

/** A problem that pain belongs to: a pain itself, or one whose integral symptoms are pains (sciatica, a herniated disc). */
const isPainful = (problem: string, { pains, problems }: Knowledge): boolean =>
  pains.has(problem) || (problems.get(problem)?.integral ?? []).some((symptom) => pains.has(symptom));

/** A pain without site goes on with the last pain of its section: "Low back pain. It radiates to the left leg." Without one it is pain, no more. */
function resolvePains(statements: readonly Statement[], { reading, knowledge }: FindingInput): readonly Statement[] {
  let last: { readonly statement: Statement; readonly section: number } | undefined;
  return statements.flatMap((statement): readonly Statement[] => {
    const section = reading.sentences[statement.head.sentence]!.section;
    const isPresent = statement.head.assertion.polarity === 'present';
    if (statement.problem !== undefined) {
      if (isPresent && isPainful(statement.problem, knowledge)) last = { statement, section };
      return [statement];
    }
    if (!statement.readings.length) return [];
    if (last?.section !== section || !isPresent) return [{ problem: knowledge.plainPain, head: statement.head, readings: statement.readings, explains: statement.explains ?? [] }];
    const { problem, head } = last.statement;
    return [{ problem, head, readings: [...siteReadings(last.statement), ...statement.readings] }];
  });
}

const siteReadings = ({ readings }: Statement): readonly AxisReading[] => readings.filter(({ mention }) => mention.axis === 'site');

/** True for a diagnosis that an image or test reports and the provider does not state in the assessment or plan. */
function reportsImage(statement: Statement, imaging: ImagingContext, { reading, knowledge, isReport }: FindingInput): boolean {
  const { sentence } = statement.head;
  const role = roleOf(statement.head, reading);
  if (isReport || isAssessed({ role }) || knowledge.pains.has(statement.problem ?? '')) return false;
  return imaging.modalityOf.has(sentence) || knowledge.documents.imagingSections.includes(reading.sections[reading.sentences[sentence]!.section]!.kind);
}

/** A statement that tells no place takes the levels of its line in a report, else the part of the spine that the image shows. */
function placeByImage(statement: Statement, imaging: ImagingContext, levelsOf: ReadonlyMap<number, readonly AssertedMention[]>, knowledge: Knowledge): readonly AxisReading[] {
  const tellsPlace = statement.readings.some(({ value, mention }) => knowledge.areas.has(`${mention.axis} ${value}`));
  if (tellsPlace) return statement.readings;
  const line = (levelsOf.get(statement.head.sentence) ?? []).filter(({ from }) => from < statement.head.from);
  const shown = imaging.siteOf.get(statement.head.sentence);
  const lent: readonly Pick<AxisReading, 'mention' | 'image'>[] = line.length ? line.map((mention) => ({ mention })) : shown ? [{ mention: shown.site, image: shown.image }] : [];
  return [...statement.readings, ...lent.map((one) => ({ value: one.mention.value, via: one.mention.via, ...one }))];
}

/** Every problem of the note, said once or many times. */
export function buildFindings(input: FindingInput): readonly Finding[] {
  const { reading, mentions, stops, knowledge, isReport } = input;
  const imaging = findImagingContext(reading, mentions, { knowledge, isReport });
  const levelsOf = groupBy(isReport ? mentions.filter(({ axis }) => axis === 'level') : [], ({ sentence }) => sentence);
  const statements = viewSentences(reading, mentions, stops).flatMap((view) => stateProblems(view, { reading, knowledge }));
  const placed = resolvePains(statements, input).map((statement): PlacedStatement => ({
    problem: statement.problem!,
    head: statement.head,
    readings: placeByImage(statement, imaging, levelsOf, knowledge),
    role: roleOf(statement.head, reading),
    imaging: reportsImage(statement, imaging, input),
    explains: statement.explains ?? [],
  }));
  return mergeStatements(placed, knowledge);
}
