// Types of score-reports.mjs, for the tests.
/** Any record of measures, read by a dotted path with `valueAt`. */
export interface Scored { readonly [measure: string]: unknown; readonly perNote: readonly { readonly id: string }[] }
export function scoreReports(reports: readonly unknown[], labels: readonly unknown[], notes: readonly unknown[]): Scored;
