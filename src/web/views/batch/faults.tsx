// What could not be taken, by file and line, and whether what was read is what the manifest says. Silent when all is well.
import { writeCount } from '../../../tally/write-share.ts';
import type { LineFault, Manifest } from './read-results.ts';
import { read } from './results.ts';

/** Faults of the reading. */
export function Faults() {
  if (!read.value) return null;
  const { faults, faultCount, manifests, stopped, tally } = read.value;
  const short = stopped ? [] : differences(manifests, { notes: tally.notes, rejects: tally.rejects.total });
  return (
    <>
      {stopped && <p class="card told">Reading was stopped: the numbers are of what was read until then.</p>}
      {short.map((says) => <p key={says} class="card told warned"><strong>Not what the manifest says.</strong> {says}</p>)}
      {faultCount > 0 && (
        <details class="card told warned" open={faultCount <= 5}>
          <summary><strong>{faultCount === 1 ? '1 line or file cannot be taken' : `${writeCount(faultCount)} lines or files cannot be taken`}</strong> The rest was read.</summary>
          <ul>{faults.map((fault) => <li key={`${fault.path} ${fault.line}`}>{place(fault)}: {fault.says}</li>)}</ul>
          {faultCount > faults.length && <p class="quiet">The first {faults.length} are shown.</p>}
        </details>
      )}
    </>
  );
}

const place = ({ path, line }: LineFault): string => (line === undefined ? path : `${path}, line ${line}`);

/** Counts can be compared where every manifest of the folders was given. */
function differences(manifests: readonly Manifest[], { notes, rejects }: { readonly notes: number; readonly rejects: number }): readonly string[] {
  if (manifests.length === 0) return [];
  const told = manifests.reduce((sum, one) => ({ notes: sum.notes + one.ok, rejects: sum.rejects + one.rejects }), { notes: 0, rejects: 0 });
  return [
    ...(told.notes === notes ? [] : [`${writeCount(told.notes)} reports were written, ${writeCount(notes)} were read here. Are all parts there?`]),
    ...(told.rejects === rejects ? [] : [`${writeCount(told.rejects)} rejects were written, ${writeCount(rejects)} were read here. Is rejects.jsonl there?`]),
  ];
}
