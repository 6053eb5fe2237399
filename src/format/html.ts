// The report as one self-contained page to open, read and print: the note with its evidence on the left, the codes on the right.
// No script, nothing loaded from anywhere; pointing at a code outlines its words in the note (CSS alone).
import type { Note, Report } from '../wire.ts';
import { escapeHtml, idPart } from './html/escape.ts';
import { markKey, noteText } from './html/note.ts';
import { sideColumn } from './html/side.ts';
import { STYLE } from './html/style.ts';
import type { Format } from './parts/format.ts';
import { collectMarks } from './parts/marks.ts';
import { circumstances, DRAFT_NOTICE, tally } from './parts/outline.ts';
import { indexLines } from './parts/positions.ts';

const OPEN = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Coding report</title>
<style>
${STYLE}
</style>
</head>
<body>
`;
const CLOSE = '</body>\n</html>\n';

export const html: Format = {
  name: 'html',
  extension: 'html',
  describe: 'one self-contained page with highlighted evidence, to open and print',
  render: renderHtml,
  wrap: { when: 'always', open: OPEN, between: '', close: CLOSE, empty: '' },
};

function renderHtml(report: Report, note: Note): string {
  const prefix = `n-${idPart(report.note.id)}`;
  const marks = collectMarks(report);
  return `<article class="report">
${pointing(report, prefix)}<header class="head"><h1>${escapeHtml(report.note.id)}</h1><p>${circumstances(report).map(escapeHtml).join(' · ')}</p><p><a href="#${prefix}-codes">${tally(report)}</a></p></header>
<div class="columns">
<section class="card note" aria-label="Note"><h2>Note</h2><div class="text">${noteText({ report, text: note.text, marks, prefix })}</div>${markKey(marks)}</section>
<div class="side" id="${prefix}-codes">${sideColumn({ report, lineStarts: indexLines(note.text), prefix })}</div>
</div>
<footer class="foot">${escapeHtml(DRAFT_NOTICE)} lumbago ${escapeHtml(report.engine.version)} · knowledge ${escapeHtml(report.engine.knowledge.slice(0, 12))} · note ${escapeHtml(report.note.sha256.slice(0, 12))}</footer>
</article>
`;
}

/** One rule per code and query: while it is pointed at or focused, its words in the note are outlined. */
function pointing(report: Report, prefix: string): string {
  const owners = [...report.candidates, ...report.queries].map(({ id }) => `${prefix}-${id}`);
  if (owners.length === 0) return '';
  const rules = owners.map((owner) => `.report:has(#${owner}:is(:hover,:focus,:focus-within)) mark.${owner}{outline:2px solid var(--accent);outline-offset:1px}`);
  return `<style>${rules.join('\n')}</style>\n`;
}
