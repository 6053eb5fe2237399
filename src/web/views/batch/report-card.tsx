// One report of a batch at a glance: its codes with the words that prove them, and what is asked. Read only: a batch holds no note texts.
import type { Candidate, Report } from '../../../wire.ts';
import { noteOfReport } from '../../state/take-files.ts';
import { showView } from '../../state/view.ts';
import { addNotes } from '../../state/work.ts';

/** A report in the list of notes. */
export function ReportCard({ report }: { readonly report: Report | undefined }) {
  if (!report) return <p class="told warned">The file no longer holds this report; open the folder again.</p>;
  const { note, engine, candidates, queries } = report;
  const reported = candidates.filter(({ status }) => status !== 'excluded');
  return (
    <div class="report-card">
      <p class="quiet">{note.setting}, {note.date ?? 'no date given'} · ICD-10-CM {engine.codeSet.release}</p>
      {reported.length === 0 ? <p>No codes.</p> : <ol>{reported.map((candidate) => <li key={candidate.id}><Code candidate={candidate} /></li>)}</ol>}
      {queries.map(({ id, title, axis }) => <p key={id}><span aria-hidden="true">? </span>{title} <span class="quiet">({axis})</span></p>)}
      <div><button type="button" onClick={() => openInWorkspace(report)}>Open in the workspace</button></div>
    </div>
  );
}

/** Puts the report on the desk; going back in the browser leads here again. */
function openInWorkspace(report: Report): void {
  addNotes([noteOfReport(report)]);
  showView('workspace');
}

const SIGNS: Readonly<Record<Candidate['status'], string>> = { supported: '●', underspecified: '◐', conflicting: '⚠', excluded: '○' };

function Code({ candidate: { code, title, status, evidence, axes } }: { readonly candidate: Candidate }) {
  const lacks = axes.filter(({ state }) => state !== 'documented');
  return (
    <>
      <span class="code">{code}</span> {title} <span class={`status status-${status}`}><span aria-hidden="true">{SIGNS[status]}</span> {status}</span>
      <p class="quiet">{[...new Set(evidence.map(({ text }) => `“${text}”`))].slice(0, 6).join(' ')}</p>
      {lacks.length > 0 && <p class="quiet">{lacks.map(({ label, state }) => `${label}: ${state === 'missing' ? 'not documented' : 'conflicting'}`).join(' · ')}</p>}
    </>
  );
}
