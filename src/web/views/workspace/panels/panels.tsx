// The lower right of the workspace: tabs over queries, claim list, edits, why, and setting and dates.
import type { FunctionComponent } from 'preact';
import { later } from '../../../parts/later.tsx';
import { report } from '../../../state/analysis.ts';
import { chosen, PANELS, panel, type Panel } from '../../../state/focus.ts';
import { choices } from '../../../state/work.ts';
import { audit } from './audit.ts';
import { ClaimPanel } from './claim-panel.tsx';
import { EditsPanel } from './edits-panel.tsx';
import { QueriesPanel } from './queries-panel.tsx';

const WhyPanel = later(() => import('./why-panel.tsx').then((loaded) => loaded.WhyPanel));
const DatesPanel = later(() => import('./dates-panel.tsx').then((loaded) => loaded.DatesPanel));

const BODY: Readonly<Record<Panel, FunctionComponent>> = { queries: QueriesPanel, claim: ClaimPanel, edits: EditsPanel, why: WhyPanel, dates: DatesPanel };

const editsShown = (): number => choices.value.claim.length > 0 ? audit.value.output?.edits.length ?? 0 : report.value?.edits.length ?? 0;

const nameOf = (name: Panel): string => ({
  queries: `Queries (${report.value?.queries.length ?? 0})`, claim: `Claim (${choices.value.claim.length})`, edits: `Edits (${editsShown()})`,
  why: chosen.value ? `Why ${chosen.value.code}` : 'Why', dates: 'Setting and dates',
})[name];

function stepTab(event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  panel.value = PANELS[(PANELS.indexOf(panel.value) + by + PANELS.length) % PANELS.length]!;
  document.getElementById(`tab-${panel.value}`)?.focus();
}

/** Tabs and the panel of the chosen one. */
export function Panels() {
  const Body = BODY[panel.value];
  return (
    <section class="panels-pane" aria-label="Queries, claim, edits">
      <h2 class="unseen">Queries, claim, edits</h2>
      <div class="tabs" role="tablist" aria-label="Panels" onKeyDown={stepTab}>
        {PANELS.map((name) => (
          <button key={name} type="button" role="tab" id={`tab-${name}`} aria-controls="panel" aria-selected={panel.value === name} tabIndex={panel.value === name ? 0 : -1} onClick={() => { panel.value = name; }}>{nameOf(name)}</button>
        ))}
      </div>
      <div class="panel-scroll" id="panel" role="tabpanel" aria-labelledby={`tab-${panel.value}`} tabIndex={0}><Body /></div>
    </section>
  );
}
