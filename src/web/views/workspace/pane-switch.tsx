// On a narrow screen: which of note, codes and queries is shown. It stays in sight while one scrolls.
import { report } from '../../state/analysis.ts';
import { pane } from '../../state/focus.ts';

/** Three buttons, seen on narrow screens only. */
export function PaneSwitch() {
  const names = { note: 'Note', codes: `Codes (${report.value?.candidates.filter(({ status }) => status !== 'excluded').length ?? 0})`, queries: `Queries (${report.value?.queries.length ?? 0})` } as const;
  return (
    <div class="pane-switch" role="group" aria-label="Part of the workspace">
      {(['note', 'codes', 'queries'] as const).map((name) => <button key={name} type="button" aria-pressed={pane.value === name} onClick={() => { pane.value = name; scrollTo({ top: 0 }); }}>{names[name]}</button>)}
    </div>
  );
}
