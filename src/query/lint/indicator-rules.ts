// Rules about what a query rests on: Q001, Q010, Q011, Q016. Source: ACDIS/AHIMA 2022, clinical indicators.
import { onceFor } from '../../once.ts';
import { firstFrom } from '../../scope/reach.ts';
import type { Range } from '../../types.ts';
import type { Quoted } from '../../wire.ts';
import type { LintRules } from './lint-rule.ts';
import type { LintScene, Statement } from './lint-scene.ts';

const UNDATED = 'undated';
const DATE = /^\d{4}-\d\d-\d\d$/;

const placed = (indicators: readonly Quoted[]): readonly (readonly [Quoted, string])[] => indicators.map((one, at) => [one, `indicators[${at}]`] as const);

const isTraced = ({ document, date, start, end }: Quoted): boolean =>
  document !== undefined && document !== '' && date !== undefined && (date === UNDATED || DATE.test(date)) && start !== undefined && end !== undefined;

interface Placed extends Range { readonly statement: Statement }

/** Statements of problems and symptoms in order of position, so that a quote need not look at all of the note. */
const inOrder = onceFor((statements: readonly Statement[]): readonly Placed[] => statements
  .filter(({ axis }) => axis === 'problem' || axis === 'symptom')
  .map((statement) => ({ from: statement.start, to: statement.end, statement })).sort((a, b) => a.from - b.from));

/** Statements of problems and symptoms inside a quote. */
function statedIn({ start, end }: Quoted, { statements }: LintScene): readonly Statement[] {
  if (start === undefined || end === undefined || !statements) return [];
  const ordered = inOrder(statements);
  return ordered.slice(firstFrom(ordered, start), firstFrom(ordered, end)).filter(({ to }) => to <= end).map(({ statement }) => statement);
}

/** Said of this patient, as present now; a doubtful word is an indicator only of the question whether it holds. */
const isPositive = ({ assertion }: Statement, doubtAllowed: boolean): boolean => assertion.polarity === 'present' && assertion.subject === 'patient'
  && assertion.time === 'current' && (doubtAllowed || assertion.certainty === 'certain');

/** What validation asks about is a diagnosis whose signs are denied: they are quoted as denied, of this patient, now. */
const isDeniedNow = ({ assertion }: Statement): boolean => assertion.polarity === 'absent' && assertion.subject === 'patient' && assertion.time === 'current';

export const INDICATOR_RULES: LintRules = {
  Q001: ({ indicators }) => indicators.length === 0 ? [{ place: 'indicators' }] : placed(indicators).filter(([one]) => !isTraced(one)).map(([, place]) => ({ place })),

  Q010: ({ indicators }) => {
    const earlier = placed(indicators).filter(([one]) => one.earlier);
    const undated = earlier.filter(([{ date }]) => date === undefined || !DATE.test(date)).map(([, place]) => ({ place }));
    return earlier.length > 0 && earlier.length === indicators.length ? [{ place: 'indicators' }, ...undated] : undated;
  },

  Q011: ({ indicators, axis, kind }, scene) => placed(indicators).filter(([one]) => {
    const stated = statedIn(one, scene);
    const denied = kind === 'diagnosis-without-indicators' && stated.every(isDeniedNow);
    return stated.length > 0 && !denied && !stated.some((statement) => isPositive(statement, axis === 'certainty' || axis === 'imaging-correlation' || axis === 'conflict'));
  }).map(([, place]) => ({ place })),

  Q016: ({ indicators }, { text }) => text === undefined ? [] : placed(indicators)
    .filter(([one]) => one.start !== undefined && one.end !== undefined && text.slice(one.start, one.end) !== one.text).map(([, place]) => ({ place })),
};
