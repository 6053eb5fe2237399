// A query drafted: its wording, its quotes ticked, the linter beside it, and what an answer would do to the codes.
import { useState } from 'preact/hooks';
import type { QueryDocument, Query } from '../../../../wire.ts';
import { DialogFrame } from '../../../parts/dialog-frame.tsx';
import { keepDraft } from '../../../state/actions.ts';
import { analysis, report } from '../../../state/analysis.ts';
import type { Draft } from '../../../state/choices.ts';
import { choices } from '../../../state/work.ts';
import { draftKey, isPlain, plainDraft } from '../drafts/query-draft.ts';
import { QueryAnswer } from './query-answer.tsx';
import { QueryCheck } from './query-check.tsx';
import { QueryWording } from './query-wording.tsx';

interface DraftDialogProps { readonly query: Query; readonly document: QueryDocument; readonly onClose: () => void }

function DraftDialog({ query, document, onClose }: DraftDialogProps) {
  const key = draftKey(query);
  const [draft, setDraft] = useState<Draft>(choices.peek().drafts[key] ?? plainDraft(document));
  const close = (): void => {
    const plain = isPlain(draft, document);
    const kept = choices.peek().drafts[key];
    if (plain ? kept : JSON.stringify(kept) !== JSON.stringify(draft)) keepDraft(key, plain ? undefined : draft);
    onClose();
  };
  return (
    <DialogFrame title="Draft the query" onClose={close} isWide>
      <div class="draft">
        <QueryWording draft={draft} document={document} onChange={setDraft} />
        <div class="draft-side">
          <QueryCheck query={query} draft={draft} document={document} onKeep={() => { if (!isPlain(draft, document)) keepDraft(key, draft); }} onPlain={() => setDraft(plainDraft(document))} />
          <QueryAnswer query={query} draft={draft} onChange={setDraft} />
        </div>
      </div>
    </DialogFrame>
  );
}

/** The draft of one query of the report, as it stood when the dialog was opened. */
export function QueryDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [opened] = useState(() => {
    const at = report.peek()?.queries.findIndex((query) => query.id === id) ?? -1;
    const document = analysis.peek()?.queries[at]?.document;
    return at < 0 || !document ? undefined : { query: report.peek()!.queries[at]!, document };
  });
  if (!opened) return <DialogFrame title="Draft the query" onClose={onClose}><p>A query is drafted from the text of its note, and this report came without it. Drop the note too.</p></DialogFrame>;
  return <DraftDialog {...opened} onClose={onClose} />;
}
