// A query leaves the page: as plain text on the clipboard, or on paper. As the provider sees it, without codes.
import { signal } from '@preact/signals';
import { queryText } from '../../../../format/query/text.ts';
import type { Query, QueryDocument } from '../../../../wire.ts';
import { copyText } from '../../../state/clipboard.ts';
import { choices } from '../../../state/work.ts';
import { applyDraft, draftKey } from './query-draft.ts';

/** The query that goes on paper; the page prints nothing else while it is set. */
export const onPaper = signal<QueryDocument | undefined>(undefined);

const drafted = (query: Query, document: QueryDocument): QueryDocument => applyDraft(document, choices.peek().drafts[draftKey(query)]);

/** Copies the query as it stands. */
export const copyQuery = (query: Query, document: QueryDocument): Promise<void> => copyText(queryText.render([drafted(query, document)]), 'the query as text');

/** Prints the query as it stands. */
export function printQuery(query: Query, document: QueryDocument): void {
  onPaper.value = drafted(query, document);
  requestAnimationFrame(() => {
    print();
    onPaper.value = undefined;
  });
}
