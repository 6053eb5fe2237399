// The numbers above the charts, each with what it is a part of.
import type { ComponentChildren } from 'preact';
import { writeCount, writePercent, writePerHundred } from '../../../tally/write-share.ts';
import { read } from './results.ts';

/** The run in numbers. */
export function Numbers() {
  if (!read.value) return null;
  const { tally } = read.value;
  const { notes, coded, unspecified, queries, rejects } = tally;
  return (
    <dl class="numbers">
      <Number name="Notes">{writeCount(notes)} <small>reports read</small></Number>
      <Number name="With codes">{writePercent({ count: coded, of: notes })} <small>{writeCount(coded)} of {writeCount(notes)} notes</small></Number>
      <Number name="Unspecified">{writePercent(unspecified)} <small>{writeCount(unspecified.count)} of {writeCount(unspecified.of)} codes</small></Number>
      <Number name="Queries per hundred notes">{writePerHundred(queries.total, notes)} <small>{writeCount(queries.total)} in {writeCount(notes)} notes</small></Number>
      <Number name="Rejects">{writePercent({ count: rejects.total, of: notes + rejects.total })} <small>{writeCount(rejects.total)} of {writeCount(notes + rejects.total)} read</small></Number>
    </dl>
  );
}

function Number({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return <div class="card"><dt>{name}</dt><dd>{children}</dd></div>;
}
