// The codes of a release and the addenda of the next → the codes of the next, in tabular order.
// Every change must fit: nothing is deleted or reworded that is not there, and the totals must be met.
import { UnreadableInput } from '../read/parts/reader.ts';
import type { CodeRow } from './parts.ts';
import type { Addenda, CodeTitle } from './read-addenda.ts';

/** Applies the changes; throws UnreadableInput naming the first code that does not fit, or the total that is not met. */
export function applyAddenda(rows: readonly CodeRow[], addenda: Addenda, name: string): readonly CodeRow[] {
  const billable = new Map(rows.filter((row) => row.billable).map((row) => [row.code, row.title]));
  for (const { code } of addenda.deleted) if (!billable.delete(code)) throw new UnreadableInput(`${name}: deletes ${code}, which the release before has not as a billable code; ${WRONG_BASE}`);
  for (const { from, to } of addenda.revised) {
    if (billable.get(from.code) !== from.title) throw new UnreadableInput(`${name}: rewords ${from.code} from a title that the release before has not; ${WRONG_BASE}`);
    billable.set(to.code, to.title);
  }
  for (const { code, title } of addenda.added) {
    if (billable.has(code)) throw new UnreadableInput(`${name}: adds ${code}, which the release before has already; ${WRONG_BASE}`);
    billable.set(code, title);
  }
  if (billable.size !== addenda.totals.after) throw new UnreadableInput(`${name}: its changes lead to ${billable.size} codes, but its totals say ${addenda.totals.after}; ${WRONG_BASE}`);
  return dropBareHeaders(insertAdded(keepOld(rows, billable), addenda.added));
}

const WRONG_BASE = 'the addenda belong to another release, or the one before was imported from other files';

/** What stood before: still billable with its title of today, or a header from now on. */
const keepOld = (rows: readonly CodeRow[], billable: ReadonlyMap<string, string>): readonly CodeRow[] =>
  rows.map((row) => ({ ...row, title: billable.get(row.code) ?? row.title, billable: billable.has(row.code) }));

/** Each new code goes below its nearest header, before the first code there that is greater. */
function insertAdded(rows: readonly CodeRow[], added: readonly CodeTitle[]): readonly CodeRow[] {
  const at = new Map(rows.map(({ code }, index) => [code, index]));
  const inserts = new Map<number, CodeRow[]>();
  const fresh = added.filter(({ code }) => !at.has(code)).sort((a, b) => a.code < b.code ? -1 : 1);
  for (const { code, title } of fresh) {
    const place = placeOf(code, rows, at);
    inserts.set(place, [...inserts.get(place) ?? [], { code, title, billable: true }]);
  }
  return [...rows.flatMap((row, index) => [...inserts.get(index) ?? [], row]), ...inserts.get(rows.length) ?? []];
}

function placeOf(code: string, rows: readonly CodeRow[], at: ReadonlyMap<string, number>): number {
  for (let end = code.length - 1; end >= 3; end--) {
    const header = at.get(code.slice(0, end));
    if (header === undefined) continue;
    let place = header + 1;
    while (place < rows.length && rows[place]!.code.startsWith(code.slice(0, end)) && rows[place]!.code < code) place++;
    return place;
  }
  const greater = rows.findIndex((row) => row.code > code);
  return greater === -1 ? rows.length : greater;
}

/** A deleted code without codes below it is gone; one that was divided stays as their header. */
const dropBareHeaders = (rows: readonly CodeRow[]): readonly CodeRow[] =>
  rows.filter(({ code, billable }, index) => billable || rows[index + 1]?.code.startsWith(code));
