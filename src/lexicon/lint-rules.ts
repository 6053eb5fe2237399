// The ids of the rules of query compliance, in order. Apart from the schemas, so that who lints a query loads none of them.

/** Q001 to Q016; what each says is in lexicons/query-rules.json. */
export const LINT_RULES = ['Q001', 'Q002', 'Q003', 'Q004', 'Q005', 'Q006', 'Q007', 'Q008', 'Q009', 'Q010', 'Q011', 'Q012', 'Q013', 'Q014', 'Q015', 'Q016'] as const;
export type LintRuleId = (typeof LINT_RULES)[number];
