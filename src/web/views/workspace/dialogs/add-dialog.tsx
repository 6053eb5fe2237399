// A code by search: words in, codes out as you type, by the index first. Enter adds the first or the chosen one.
import { useEffect, useState } from 'preact/hooks';
import type { SearchHit } from '../../../../search/search-codes.ts';
import { askLatest } from '../../../engine/engine.ts';
import { DialogFrame } from '../../../parts/dialog-frame.tsx';
import { addFound } from '../../../state/actions.ts';
import { report } from '../../../state/analysis.ts';
import { say, tell } from '../../../state/voice.ts';

/** Billable codes of the hits; a header gives those below it. */
const billable = (hits: readonly SearchHit[]): readonly { readonly code: string; readonly title: string; readonly why: string }[] =>
  [...new Map(hits.flatMap(({ code, title, billable: isCode, below, why }) => isCode ? [{ code, title, why }] : (below ?? []).slice(0, 6).map((one) => ({ ...one, why: `below ${code}` }))).map((one) => [one.code, one])).values()];

/** The search. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<{ readonly words: string; readonly hits: ReturnType<typeof billable> }>({ words: '', hits: [] });
  const [search] = useState(() => askLatest('search', (hits, asked) => { setFound({ words: asked.words, hits: billable(hits) }); say(`${hits.length} found`); }, (error) => tell('error', error.message)));
  useEffect(() => { if (words.trim()) search({ words: words.trim(), date: report.peek()?.engine.codeSet.date }); else setFound({ words: '', hits: [] }); }, [words]);
  const take = (hit: { readonly code: string; readonly title: string } | undefined): void => {
    if (!hit) return;
    onClose();
    addFound(hit);
  };
  return (
    <DialogFrame title="Add a code" onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); if (found.words === words.trim()) take(found.hits[0]); }}>
        <label class="field">Words or a code <input type="search" autofocus value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} placeholder="left sciatica" autocomplete="off" spellcheck={false} /></label>
      </form>
      {words.trim() !== '' && found.words === words.trim() && found.hits.length === 0 && <p>Nothing found for these words in the release in force. Try fewer or other words.</p>}
      <ul class="hits" aria-label="Codes found">
        {found.hits.map((hit) => <li key={hit.code}><button type="button" onClick={() => take(hit)}><span class="code">{hit.code}</span> <span>{hit.title} <span class="quiet">{hit.why}</span></span></button></li>)}
      </ul>
    </DialogFrame>
  );
}
