// The lexicon author's error: every problem of all files together, each saying where, what was found, what is allowed, what to do.

export interface LexiconIssue {
  /** Path below lexicons/, such as `terms/site.json`. */
  readonly file: string;
  /** Id of the entry, or the JSON path when it has none. */
  readonly entry: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Thrown while lexicons are loaded or checked; `issues` holds all of them. */
export class LexiconError extends Error {
  readonly issues: readonly LexiconIssue[];
  constructor(issues: readonly LexiconIssue[]) {
    super(`${issues.length} lexicon problem${issues.length === 1 ? '' : 's'}:\n${issues.map(describeIssue).join('\n')}`);
    this.name = 'LexiconError';
    this.issues = issues;
  }
}

export const describeIssue = (issue: LexiconIssue): string => `  lexicons/${issue.file} · ${issue.entry}: ${issue.problem}. ${issue.remedy}`;
