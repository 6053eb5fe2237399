// Why a problem is considered and not coded: the words and the source from lexicons/reasons.json.
import type { Knowledge } from '../lexicon/knowledge.ts';
import type { Reasons } from '../lexicon/schema.ts';
import type { Evidence } from '../wire.ts';

export type ReasonId = keyof Reasons;

export interface Reason { readonly rule: string; readonly says: string; readonly source: string; readonly evidence?: Evidence[] }

/** The reason that an uncertain diagnosis is not coded in an outpatient note; a query answers it. */
export const UNCERTAIN = 'certainty.uncertain-outpatient';

/** The reason with this id. `code` is the code reported instead, where the words name one. */
export function reasonFor(rule: ReasonId, { reasons }: Knowledge, code = ''): Reason {
  const { says, source } = reasons[rule];
  return { rule, says: says.replace('{code}', code), source };
}
