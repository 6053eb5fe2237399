// The filters above the list: status with counts, axis, who has it, words.
import type { Signal } from '@preact/signals';
import { assignee, assignees, axes, axis, filteredCount, status, statusCounts, words } from './desk.ts';

/** Filters of the worklist; all that are set must hold. */
export function Filters() {
  return (
    <div class="worklist-filters">
      <div role="group" aria-label="Status" class="statuses">
        <button type="button" aria-pressed={status.value === 'all'} onClick={() => { status.value = 'all'; }}>All <span class="count">{filteredCount.value}</span></button>
        {statusCounts.value.map(({ status: one, count }) => (
          <button key={one} type="button" aria-pressed={status.value === one} onClick={() => { status.value = one; }}>{capital(one)} <span class="count">{count}</span></button>
        ))}
      </div>
      <Choice label="Axis" value={axis} options={axes.value} />
      <Choice label="With" value={assignee} options={assignees.value} />
      <span class="labelled"><label for="filter-words">Find</label><input id="filter-words" type="search" value={words.value} placeholder="Query, note or title" onInput={({ currentTarget }) => { words.value = currentTarget.value; }} /></span>
    </div>
  );
}

export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

function Choice({ label, value, options }: { readonly label: string; readonly value: Signal<string>; readonly options: readonly string[] }) {
  return (
    <span class="labelled"><label for={`filter-${label}`}>{label}</label><select id={`filter-${label}`} value={value.value} onChange={({ currentTarget }) => { value.value = currentTarget.value; }}>
      <option value="">Any</option>
      {options.map((option) => <option key={option} value={option}>{option}</option>)}
    </select></span>
  );
}
