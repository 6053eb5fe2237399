// The tally of a run → one self-contained page to open, print and send: headline numbers and charts, each with its table.
// No script, nothing loaded from anywhere, no words of a note.
import { CHART_STYLE } from '../charts/chart-style.ts';
import { drawTally } from '../charts/draw-tally.ts';
import { escapeHtml } from '../format/html/escape.ts';
import { writeCount, writePercent, writePerHundred } from '../tally/write-share.ts';
import { PAGE_STYLE } from './page-style.ts';
import { nameEngine, type RunsTally } from './tally-runs.ts';

/** The page as HTML. */
export function writeReportPage({ runs, engines, tally }: RunsTally): string {
  const groups = drawTally(tally).map(({ title, charts }) => `<section><h2>${escapeHtml(title)}</h2><div class="charts charts-${charts.length}">\n${charts.join('')}</div></section>\n`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Batch report: ${escapeHtml(runs.join(', '))}</title>
<style>
${PAGE_STYLE}
${CHART_STYLE}
</style>
</head>
<body>
<main>
<header><h1>Batch report</h1><p>${escapeHtml(runs.join(' · '))}</p></header>
<dl class="facts">
${facts(tally).map(({ name, value, of }) => `<div><dt>${escapeHtml(name)}</dt><dd><b>${escapeHtml(value)}</b> ${escapeHtml(of)}</dd></div>`).join('\n')}
</dl>
${groups.join('')}<footer>${engines.map((engine) => escapeHtml(nameEngine(engine))).join(' · ')}. Proposals for people who decide; counts of documents, not of patients.</footer>
</main>
</body>
</html>
`;
}

/** One number with what it is a part of. */
export interface Fact { readonly name: string; readonly value: string; readonly of: string }

/** The numbers that stand above all charts, each with what it is a part of. */
export function facts({ notes, coded, codes, unspecified, queries, rejects }: RunsTally['tally']): readonly Fact[] {
  return [
    { name: 'Notes', value: writeCount(notes), of: `${writePercent({ count: coded, of: notes })} with a code` },
    { name: 'Codes reported', value: writeCount(codes), of: notes === 0 ? 'no notes' : `${(codes / notes).toFixed(2)} a note` },
    { name: 'Unspecified rate', value: writePercent(unspecified), of: `${writeCount(unspecified.count)} of ${writeCount(unspecified.of)} codes` },
    { name: 'Queries per 100 notes', value: writePerHundred(queries.total, notes), of: `${writeCount(queries.total)} queries` },
    { name: 'Rejects', value: writeCount(rejects.total), of: `${writePercent({ count: rejects.total, of: notes + rejects.total })} of ${writeCount(notes + rejects.total)} read` },
  ];
}
