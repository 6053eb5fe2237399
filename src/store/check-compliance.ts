// No query leaves the worklist that breaks a rule of compliance, whoever wrote it: lumbago, or a person who edited it.
// In: the query as it would be sent. Out: nothing, or a StoreError that names each rule, its place and what to do.
import { loadKnowledge } from '../lexicon/load.ts';
import { lintQuery } from '../query/lint-query.ts';
import type { QueryDocument } from '../wire.ts';
import { StoreError } from './error.ts';

/** @throws StoreError (unreadable) when an error rule is broken. The note is not at hand, so quotes are not compared with it. */
export function checkCompliance(query: QueryDocument): void {
  const errors = lintQuery(query, { knowledge: loadKnowledge() }).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const told = errors.map(({ rule, place, says, remedy }) => `  ${rule} in ${place}: ${says}. ${remedy}.`);
  throw new StoreError('unreadable', `the query is not compliant and was not sent:\n${told.join('\n')}\nlumbago query lint shows the same, with the note beside it`);
}
