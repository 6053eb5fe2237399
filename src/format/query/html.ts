// Queries as one page that prints on Letter and A4: one sheet a query, black on white, with a block to sign.
// In: query documents. Out: a self-contained page. Nothing in it loads anything, and its title names no condition.
import type { QueryDocument } from '../../wire.ts';
import { escapeHtml } from '../html/escape.ts';
import { oneLine } from '../parts/visible.ts';
import type { QueryFormat } from './query-format.ts';
import { placeOfQuote } from './text.ts';

const STYLE = `
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #000; background: #fff; }
section { break-inside: avoid; } section + section { break-before: page; margin-top: 3rem; }
h1 { font-size: 1.3rem; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
.head { margin: 0; border-bottom: 1px solid #000; padding-bottom: .5rem; }
blockquote { margin: 0 0 .25rem; } ul { list-style: none; padding: 0; } .place { font-size: .85rem; }
.box { display: inline-block; width: .8em; height: .8em; border: 1.5px solid #000; margin-right: .6em; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem 2rem; margin-top: 2rem; } .sign div { border-top: 1px solid #000; padding-top: .2rem; font-size: .85rem; } .sign .wide { grid-column: 1 / -1; }
@page { margin: 20mm; } @media print { body { margin: 0; max-width: none; padding: 0; } }`;

const quoteItem = (one: QueryDocument['indicators'][number]): string =>
  `<li><blockquote>“${escapeHtml(oneLine(one.text))}” <span class="place">(${one.earlier ? 'earlier encounter, ' : ''}${escapeHtml(placeOfQuote(one))})</span></blockquote></li>`;

const renderSection = (query: QueryDocument): string => `<section>
<h1>${escapeHtml(query.title)}</h1>
<p class="head">Encounter ${escapeHtml(oneLine(query.encounter ?? ''))} · Date of service ${query.date ?? 'undated'} · To: ${escapeHtml(query.recipient ?? '')}</p>
<h2>Clinical indicators</h2>
<ul>${query.indicators.map(quoteItem).join('')}</ul>
<h2>Question</h2>
<p>${escapeHtml(query.question)}</p>
${query.options.length ? `<ul>${query.options.map(({ label }) => `<li><span class="box" aria-hidden="true"></span>${escapeHtml(label)}</li>`).join('')}</ul>` : ''}
<div class="sign"><div class="wide">Comment</div><div>Name</div><div>Credentials</div><div>Signature</div><div>Date and time</div></div>
</section>`;

export const queryHtml: QueryFormat = {
  name: 'html', extension: 'html', describe: 'a page that prints on Letter and A4, with a block to sign',
  render: (queries) => `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Request for clarification</title><style>${STYLE}\n</style></head>\n<body>\n${queries.map(renderSection).join('\n')}\n</body></html>\n`,
};
