// The linter beside the wording, and the ways out of the page: only a query without a breach is copied or printed.
import { useEffect, useState } from 'preact/hooks';
import type { LintFinding } from '../../../../query/lint-query.ts';
import type { Query, QueryDocument } from '../../../../wire.ts';
import { askLatest } from '../../../engine/engine.ts';
import { analyzedNote } from '../../../state/analysis.ts';
import type { Draft } from '../../../state/choices.ts';
import { tell } from '../../../state/voice.ts';
import { LintList, LintWord } from '../panels/lint-list.tsx';
import { applyDraft } from '../drafts/query-draft.ts';
import { copyQuery, printQuery } from '../drafts/query-out.ts';

interface QueryCheckProps { readonly query: Query; readonly draft: Draft; readonly document: QueryDocument; readonly onKeep: () => void; readonly onPlain: () => void }

/** Checked anew with every key. */
export function QueryCheck({ query, draft, document, onKeep, onPlain }: QueryCheckProps) {
  const [lint, setLint] = useState<readonly LintFinding[] | undefined>(undefined);
  const [check] = useState(() => askLatest('lint', (found) => setLint(found), (error) => tell('error', error.message)));
  useEffect(() => check({ query: applyDraft(document, draft), note: analyzedNote.peek() }), [draft]);
  const isBarred = lint === undefined || lint.some(({ severity }) => severity === 'error');
  const leave = (out: typeof copyQuery | typeof printQuery) => (): void => { onKeep(); void out(query, document); };
  return (
    <section aria-label="Compliance">
      <header class="row"><h3>Compliance</h3>{lint && <LintWord lint={lint} />}</header>
      {lint ? <LintList lint={lint} /> : <p class="quiet">Checking …</p>}
      <div class="actions">
        <button type="button" disabled={isBarred} onClick={leave(copyQuery)}>Copy as text</button>
        <button type="button" disabled={isBarred} onClick={leave(printQuery)}>Print</button>
        <button type="button" class="bare" onClick={onPlain}>Back to the first wording</button>
      </div>
      {lint && isBarred && <p class="quiet">A query with a breach does not go out: mend what is named above.</p>}
    </section>
  );
}
