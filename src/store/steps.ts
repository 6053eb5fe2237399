// The life of a query as one table: which step is possible from which status, and where it leads.
// draft → sent → read | deferred → answered → closed(outcome), or cancelled, reassigned, expired. Not its job: doing a step (take-step.ts).

export const STATUSES = ['draft', 'sent', 'read', 'deferred', 'answered', 'closed', 'cancelled', 'expired'] as const;
export type Status = (typeof STATUSES)[number];

export const OUTCOMES = ['agreed', 'disagreed', 'other', 'no-response'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a gap is closed although nobody was asked. */
export const GAP_REASONS = ['insufficient-clinical-evidence', 'already-documented', 'handled-otherwise', 'education', 'other'] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** What can be done with a query, each with what it takes. */
export type Step =
  | { readonly action: 'untick'; readonly indicator: number; readonly reason: string }
  | { readonly action: 'send'; readonly to?: string; readonly text?: string }
  | { readonly action: 'read' }
  | { readonly action: 'defer'; readonly reason: string }
  | { readonly action: 'answer'; readonly choice?: string; readonly text?: string; readonly name: string; readonly credentials: string }
  | { readonly action: 'close'; readonly outcome: Outcome; readonly reason?: string }
  | { readonly action: 'close-gap'; readonly reason: GapReason; readonly remark?: string }
  | { readonly action: 'cancel'; readonly reason: string }
  | { readonly action: 'reassign'; readonly to: string; readonly reason: string }
  | { readonly action: 'expire' };
export type Action = Step['action'];

interface Rule {
  readonly action: Action;
  readonly from: readonly Status[];
  /** `same`: the query stays in its status. */
  readonly to: Status | 'same';
  /** For a step with an outcome: those that this line is about. */
  readonly outcomes?: readonly Outcome[];
}

const WAITING: readonly Status[] = ['sent', 'read', 'deferred'];

const RULES: readonly Rule[] = [
  { action: 'untick', from: ['draft'], to: 'same' },
  { action: 'send', from: ['draft'], to: 'sent' },
  { action: 'read', from: ['sent', 'deferred'], to: 'read' },
  { action: 'defer', from: ['sent', 'read'], to: 'deferred' },
  { action: 'answer', from: WAITING, to: 'answered' },
  { action: 'close', from: ['answered'], to: 'closed', outcomes: ['agreed', 'disagreed', 'other'] },
  { action: 'close', from: WAITING, to: 'closed', outcomes: ['no-response'] },
  { action: 'close-gap', from: ['draft'], to: 'closed' },
  { action: 'cancel', from: ['draft', ...WAITING], to: 'cancelled' },
  { action: 'reassign', from: ['draft', ...WAITING], to: 'same' },
  { action: 'expire', from: WAITING, to: 'expired' },
];

const concerns = (rule: Rule, step: Step): boolean =>
  rule.action === step.action && (rule.outcomes === undefined || step.action !== 'close' || rule.outcomes.includes(step.outcome));

/** The status after the step, or undefined when the step is not possible from this one. */
export function statusAfter(status: Status, step: Step): Status | undefined {
  const rule = RULES.find((line) => concerns(line, step) && line.from.includes(status));
  return rule?.to === 'same' ? status : rule?.to;
}

/** Where the step would be possible, and what is possible from the status, for a message. */
export function describeRules(status: Status, step: Step): string {
  const wanted = step.action === 'close' ? `close with outcome ${step.outcome}` : step.action;
  const from = [...new Set(RULES.filter((rule) => concerns(rule, step)).flatMap((rule) => rule.from))];
  const possible = RULES.filter((rule) => rule.from.includes(status)).map(({ action, outcomes }) => (outcomes ? `${action} (${outcomes.join(', ')})` : action));
  return `${wanted} is possible from ${from.join(', ')}; ${possible.length === 0 ? `nothing more is from ${status}` : `from ${status}: ${possible.join(', ')}`}`;
}
