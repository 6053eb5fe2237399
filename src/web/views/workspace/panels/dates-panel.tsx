// What the circumstances change: the note as inpatient or outpatient, as another encounter, and in every release of the code set.
import type { Alternative } from '../../../engine/tasks.ts';
import { analyzedNote } from '../../../state/analysis.ts';
import { follow } from '../../../state/asked.ts';
import { panel } from '../../../state/focus.ts';
import { changeNote, openNote } from '../../../state/work.ts';

const isShown = (): boolean => panel.value === 'dates';
const alternatives = follow('alternatives', () => isShown() ? analyzedNote.value : undefined);
const timeline = follow('timeline', () => isShown() ? analyzedNote.value : undefined);

const list = (codes: readonly { readonly code: string }[]): string => codes.map(({ code }) => code).join(', ');

function difference({ added, removed }: Alternative): string {
  if (added.length === 0 && removed.length === 0) return 'the same codes';
  return [...(added.length ? [`adds ${list(added)}`] : []), ...(removed.length ? [`drops ${list(removed)}`] : [])].join(', ');
}

const apply = ({ what, value }: Alternative): void => changeNote(what === 'setting' ? { setting: value as 'inpatient' } : { encounter: value as 'initial' });

function Alternatives() {
  return (
    <ul class="alternatives">
      {alternatives.value.output?.map((one) => (
        <li key={one.value}><span>{one.what === 'setting' ? `As ${one.value} note` : `As ${one.value} encounter`}: <b>{difference(one)}</b></span> <button type="button" class="bare" onClick={() => apply(one)}>Use</button></li>
      ))}
    </ul>
  );
}

/** The last day of a release before the next begins is no date to code on: the first day always is. */
function Releases() {
  const now = openNote.value?.date ?? '9999';
  const periods = timeline.value.output?.periods ?? [];
  return (
    <ol class="timeline">
      {periods.map(({ releases, from, until, codes, changes }) => {
        const isNow = from <= now && (until === undefined || now < until);
        return (
          <li key={from} class={isNow ? 'now' : ''} aria-current={isNow ? 'true' : undefined}>
            <div class="period"><b>{releases.length > 1 ? `${releases[0]} to ${releases.at(-1)}` : releases[0]}</b> <span class="quiet">from {from}{until ? `, until ${until}` : ''}</span> {isNow ? <span class="chip">this note</span> : <button type="button" class="bare" aria-label={`Use ${from}`} onClick={() => changeNote({ date: from })}>Use</button>}</div>
            <p class="code">{list(codes) || 'no code'}</p>
            {changes.map(({ says }) => <p key={says} class="quiet">{says}.</p>)}
          </li>
        );
      })}
    </ol>
  );
}

/** The panel. */
export function DatesPanel() {
  if (!analyzedNote.value) return <p class="quiet">Setting, encounter and date of service are compared once there is the text of a note.</p>;
  return (
    <>
      <h3>Setting and encounter</h3>
      <Alternatives />
      <h3>Date of service, by release</h3>
      <Releases />
    </>
  );
}
