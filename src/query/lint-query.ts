// Is a query compliant? Every rule of the rule set, on our own queries and on any that a person wrote or edited.
// In: the query as the provider would see it, and what is at hand beside it. Out: each breach with rule, place, reason and remedy.
// Source: ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022), as rules Q001 to Q016.
import { LINT_RULES, type LintRuleId } from '../lexicon/lint-rules.ts';
import type { QueryDocument } from '../wire.ts';
import { INDICATOR_RULES } from './lint/indicator-rules.ts';
import type { LintRules } from './lint/lint-rule.ts';
import { sameWords, type LintScene } from './lint/lint-scene.ts';
import { OPTION_RULES } from './lint/option-rules.ts';
import { WORDING_RULES } from './lint/wording-rules.ts';

/** `place` is a field of the query ("question", "options[1]"); `words` are the query's own that break the rule. */
export interface LintFinding {
  readonly rule: LintRuleId;
  readonly severity: 'error' | 'warning';
  readonly place: string;
  readonly words?: string;
  readonly says: string;
  readonly remedy: string;
}

const RULES: LintRules = { ...INDICATOR_RULES, ...OPTION_RULES, ...WORDING_RULES };

/** A query read from text does not say what it is about; the template of its title does. */
function withSubject(query: QueryDocument, { knowledge: { templates } }: LintScene): QueryDocument {
  const template = query.axis === undefined ? templates.find(({ title }) => sameWords(title, query.title)) : undefined;
  return template ? { ...query, axis: template.axis, kind: query.kind ?? template.kind } : query;
}

/** All findings, in the order of the rules. */
export function lintQuery(written: QueryDocument, scene: LintScene): readonly LintFinding[] {
  const query = withSubject(written, scene);
  const { rules } = scene.knowledge.queryRules;
  return LINT_RULES.flatMap((rule) => (RULES[rule]?.(query, scene) ?? []).map((breach): LintFinding => {
    const { severity, says, remedy } = rules[rule];
    return { rule, severity, ...breach, says, remedy };
  }));
}

/** A query with an error is never shown to a provider. */
export const isCompliant = (findings: readonly LintFinding[]): boolean => findings.every(({ severity }) => severity !== 'error');
