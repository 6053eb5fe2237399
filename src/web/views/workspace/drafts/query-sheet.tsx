// A query on paper: Letter or A4, black on white, with a block to sign. Seen only in print.
import { placeOfQuote } from '../../../../format/query/text.ts';
import { oneLine } from '../../../../format/parts/visible.ts';
import { onPaper } from './query-out.ts';

/** The sheet of the query that is printed. */
export function QuerySheet() {
  const query = onPaper.value;
  if (!query) return null;
  return (
    <section class="query-sheet" aria-label="Query to print">
      <h1>{query.title}</h1>
      <p class="sheet-head">Encounter {query.encounter} · Date of service {query.date} · To: {query.recipient}</p>
      <h2>Clinical indicators</h2>
      <ul>{query.indicators.map((one) => <li key={one.start}>“{oneLine(one.text)}” <small>({placeOfQuote(one)})</small></li>)}</ul>
      <h2>Question</h2>
      <p>{query.question}</p>
      <ul>{query.options.map(({ label }) => <li key={label}><span class="box" aria-hidden="true" />{label}</li>)}</ul>
      <div class="sign"><div class="wide">Comment</div><div>Name</div><div>Credentials</div><div>Signature</div><div>Date and time</div></div>
    </section>
  );
}
