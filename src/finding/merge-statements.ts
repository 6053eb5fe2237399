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

interface Group { readonly problem: string; readonly area: string | undefined; readonly statements: PlacedStatement[] }

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
  for (const { area, statement } of statements.flatMap((s) => splitByArea(s, knowledge))) {
    if (area === undefined) {
      homeless.push(statement);
      continue;
    }
    const group = groups.find((g) => g.area === area);
    if (group) group.statements.push(statement);
    else groups.push({ problem: statement.problem, area, statements: [statement] });
  }
  for (const statement of homeless) {
    const before = groups.filter((g) => g.statements.some(({ head }) => head.from <= statement.head.from));
    const home = before.at(-1) ?? groups[0];
    if (home) home.statements.push(statement);
    else groups.push({ problem: statement.problem, area: undefined, statements: [statement] });
  }
  return groups;
}

/** "L5-S1 … at L5": a vertebra that is part of a named interspace says nothing more. */
function dropPartLevels(readings: readonly AxisReading[]): readonly AxisReading[] {
  const parts = new Set(readings.filter(({ mention }) => mention.axis === 'level').flatMap(({ value }) => value.includes('-') ? value.split('-') : []));
  return readings.filter(({ value, mention }) => mention.axis !== 'level' || !parts.has(value));
}

function toFinding({ problem, area, statements }: Group): Finding {
  const ordered = [...statements].sort((a, b) => a.head.from - b.head.from);
  const axes: Record<string, AxisReading[]> = {};
  const seen = new Set<string>();
  const readings = ordered.flatMap(({ readings, head }) => readings.map((reading) => ({ ...reading, head })));
  for (const reading of dropPartLevels(readings)) {
    const { mention, value } = reading;
    const key = `${mention.axis} ${value} ${mention.from} ${reading.head?.from}`;
    if (mention.assertion.polarity !== ordered[0]!.head.assertion.polarity || seen.has(key)) continue;
    seen.add(key);
    (axes[mention.axis] ??= []).push(reading);
  }
  return {
    problem,
    mentions: [...new Map(ordered.map(({ head }) => [head.from, head])).values()],
    assertion: ordered[0]!.head.assertion,
    axes,
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
