// The notes behind a bar, by the page, and the report of the one that is opened.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ReachKind } from '../../../charts/draw-tally.ts';
import { writeCount } from '../../../tally/write-share.ts';
import { ReportCard } from './report-card.tsx';
import { closeList, listNotes, opened, openReport, PAGE_LENGTH, read, type NoteList } from './results.ts';

const SAYS: Readonly<Record<ReachKind, (name: string) => string>> = {
  code: (name) => `Notes that report ${name}`, unspecified: (name) => `Notes in which ${name} stands unspecified`,
  gap: (name) => `Notes that lack: ${gapLabel(name)}`, query: (name) => `Notes with a query on ${name}`,
};

const gapLabel = (axis: string): string => read.value?.tally.gaps.find((gap) => gap.axis === axis)?.label ?? axis;

/** "gap laterality" → "Notes that lack: Side". */
function sayKey(key: string): string {
  const [kind = '', name = ''] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
  return SAYS[kind as ReachKind]?.(name) ?? key;
}

/** The panel beside the charts. It takes the focus when another list is asked for; Escape puts it away. */
export function NotePanel({ list: { key, from, total, notes } }: { readonly list: NoteList }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => { heading.current?.focus({ preventScroll: innerWidth > 900 }); }, [key, from]);
  return (
    <aside class="card note-panel" aria-label="Notes" onKeyDown={({ key: pressed }) => { if (pressed === 'Escape') closeList(); }}>
      <div class="view-head">
        <h2 ref={heading} tabIndex={-1}>{sayKey(key)}</h2>
        <button type="button" class="bare" onClick={closeList}>Put away</button>
      </div>
      <p class="quiet">{total === 0 ? 'None.' : `${writeCount(from + 1)} to ${writeCount(from + notes.length)} of ${writeCount(total)}`}</p>
      <ul>{notes.map(({ number, id }) => (
        <li key={number}>
          <button type="button" class="bare code" aria-expanded={opened.value?.number === number} onClick={() => openReport(number)}>{id}</button>
          {opened.value?.number === number && <ReportCard report={opened.value.report} />}
        </li>
      ))}</ul>
      {total > PAGE_LENGTH && (
        <div class="pickers">
          <button type="button" disabled={from === 0} onClick={() => listNotes(key, Math.max(0, from - PAGE_LENGTH))}>Earlier</button>
          <button type="button" disabled={from + notes.length >= total} onClick={() => listNotes(key, from + PAGE_LENGTH)}>Later</button>
        </div>
      )}
    </aside>
  );
}
