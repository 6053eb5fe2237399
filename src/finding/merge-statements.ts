// Statements → findings: the same problem said twice is one finding; different areas of the spine and different assertions stay apart.
// Conflicting sides are kept side by side; to judge them is the business of code/.
import { groupBy } from '../group.ts';
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { AssertedMention, Assertion, AxisReading, Finding, SectionRole } from '../types.ts';
import { strongerRole } from './roles.ts';

export interface PlacedStatement {
  readonly problem: string;
  readonly head: AssertedMention;
  readonly readings: readonly AxisReading[];
  readonly role: SectionRole;
  readonly imaging: boolean;
  readonly explains: readonly string[];
}

/** Statements of one finding; `first` is the token of the earliest. */
interface Group { readonly problem: string; readonly area: string | undefined; readonly statements: PlacedStatement[]; first: number }

const assertionKey = ({ polarity, certainty, time, subject }: Assertion): string => `${polarity} ${certainty} ${time} ${subject}`;

/** The areas of the spine that levels (or, failing them, sites) of a statement lie in. */
function areasOf(readings: readonly AxisReading[], knowledge: Knowledge): readonly string[] {
  for (const axis of ['level', 'site'] as const) {
    const areas = readings.filter(({ mention }) => mention.axis === axis).flatMap(({ value }) => knowledge.areas.get(`${axis} ${value}`) ?? []);
    if (areas.length) return [...new Set(areas)];
  }
  return [];
}

/** A statement over several areas ("cervical and lumbar stenosis") counts once in each, with the readings of that area. */
function splitByArea(statement: PlacedStatement, knowledge: Knowledge): readonly { area: string | undefined; statement: PlacedStatement }[] {
  const areas = areasOf(statement.readings, knowledge);
  if (areas.length < 2) return [{ area: areas[0], statement }];
  return areas.map((area) => ({
    area,
    statement: { ...statement, readings: statement.readings.filter(({ value, mention }) => (knowledge.areas.get(`${mention.axis} ${value}`) ?? area) === area) },
  }));
}

/** Statements that tell no area join the group told just before, else the first one of the problem. */
function groupStatements(statements: readonly PlacedStatement[], knowledge: Knowledge): readonly Group[] {
  const groups: Group[] = [];
  const homeless: PlacedStatement[] = [];
  for (const one of statements) {
    for (const { area, statement } of splitByArea(one, knowledge)) {
      if (area === undefined) homeless.push(statement);
      else join(statement, groups.find((group) => group.area === area), { groups, area });
    }
  }
  for (const statement of homeless) join(statement, groups.findLast(({ first }) => first <= statement.head.from) ?? groups[0], { groups, area: undefined });
  return groups;
}

function join(statement: PlacedStatement, group: Group | undefined, { groups, area }: { readonly groups: Group[]; readonly area: string | undefined }): void {
  if (group) {
    group.statements.push(statement);
    group.first = Math.min(group.first, statement.head.from);
  } else groups.push({ problem: statement.problem, area, statements: [statement], first: statement.head.from });
}

/** "L5-S1 … at L5": a vertebra that is part of a named interspace says nothing more. */
function dropPartLevels(readings: readonly AxisReading[]): readonly AxisReading[] {
  const spaces = readings.filter(({ value, mention }) => mention.axis === 'level' && value.includes('-'));
  if (spaces.length === 0) return readings;
  const parts = new Set(spaces.flatMap(({ value }) => value.split('-')));
  return readings.filter(({ value, mention }) => mention.axis !== 'level' || !parts.has(value));
}

const readAt = ({ value, mention, via, image }: AxisReading, head: AssertedMention): AxisReading => ({ value, mention, via, head, ...(image && { image }) });

/** The readings of statements of one polarity by axis, each word once for a statement. */
function readingsByAxis(statements: readonly PlacedStatement[], polarity: Assertion['polarity']): Finding['axes'] {
  const axes: Record<string, AxisReading[]> = {};
  const seen = new Set<string>();
  for (const reading of dropPartLevels(statements.flatMap(({ readings, head }) => readings.map((one) => readAt(one, head))))) {
    const { mention, value, head } = reading;
    const key = `${mention.axis} ${value} ${mention.from} ${head?.from}`;
    if (mention.assertion.polarity !== polarity || seen.has(key)) continue;
    seen.add(key);
    (axes[mention.axis] ??= []).push(reading);
  }
  return axes;
}

function toFinding({ problem, area, statements }: Group): Finding {
  const ordered = statements.sort((a, b) => a.head.from - b.head.from);
  const { assertion } = ordered[0]!.head;
  return {
    problem,
    mentions: ordered.length === 1 ? [ordered[0]!.head] : [...new Map(ordered.map(({ head }) => [head.from, head])).values()],
    assertion,
    axes: readingsByAxis(ordered, assertion.polarity),
    role: ordered.map(({ role }) => role).reduce(strongerRole),
    explains: [...new Set(ordered.flatMap(({ explains }) => explains))],
    ...(area !== undefined && { area }),
    imagingOnly: ordered.every(({ imaging }) => imaging),
  };
}

/** Merges statements of one problem, one assertion and one area of the spine; findings come in order of position. */
export function mergeStatements(statements: readonly PlacedStatement[], knowledge: Knowledge): readonly Finding[] {
  return [...groupBy(statements, ({ problem, head }) => `${problem} ${assertionKey(head.assertion)}`).values()]
    .flatMap((list) => groupStatements(list, knowledge).map(toFinding))
    .sort((a, b) => a.mentions[0]!.from - b.mentions[0]!.from || (a.problem < b.problem ? -1 : 1));
}
