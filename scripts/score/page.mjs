// Scored notes → one self-contained page: each note with errors, its words lit up as in the report, and the errors beside it.
// In: scored set, notes, reports. Out: HTML. The look and the marks are those of the report's own page.
import { escapeHtml, idPart } from '../../dist/format/html/escape.js';
import { anchorName, noteText } from '../../dist/format/html/note.js';
import { STYLE } from '../../dist/format/html/style.js';
import { collectMarks } from '../../dist/format/parts/marks.js';
import { indexLines, placeName } from '../../dist/format/parts/positions.js';
import { errorsOf, weightOf } from './worst.mjs';

const OWN = `nav ol{columns:3}mark.error{outline:2px solid var(--bad);outline-offset:1px}.e-missed,.e-query-missed,.e-fact-missed{color:var(--ask)}.e-invented,.e-forbidden,.e-query-invented,.e-fact-misread{color:var(--bad)}dd{margin:0 0 .6em}`;

/** The page of one or more sets: `sets` are `{ name, result, notes, reports }`. */
export function renderPage(sets) {
  const pages = sets.flatMap(({ name, result, notes, reports }) => {
    const noteOf = new Map(notes.map((note) => [note.id, note])), reportOf = new Map(reports.map((report) => [report.note.id, report]));
    return result.perNote.map((scored) => ({ set: name, scored, note: noteOf.get(scored.id), report: reportOf.get(scored.id) }))
      .filter(({ note, report }) => note && report)
      .map((page) => ({ ...page, prefix: `n-${idPart(`${page.set} ${page.scored.id}`)}`, errors: errorsOf(page.scored, page.note) }))
      .filter(({ errors }) => errors.length > 0).sort((a, b) => weightOf(b.scored) - weightOf(a.scored));
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Errors on labelled notes</title>
<style>
${STYLE}
${OWN}
</style></head><body>
<nav class="report"><h1>Errors on labelled notes</h1><ol>${pages.map(({ prefix, scored, errors }) => `<li><a href="#${prefix}">${escapeHtml(scored.id)}</a> ${errors.length}</li>`).join('')}</ol></nav>
${pages.map(renderNote).join('\n')}
</body></html>
`;
}

function renderNote({ scored, note, report, prefix, errors }) {
  const lines = indexLines(note.text);
  const marks = withErrors(collectMarks(report), errors);
  return `<article class="report" id="${prefix}"><header class="head"><h1>${escapeHtml(scored.id)}</h1><p>${escapeHtml([scored.source, scored.style].filter(Boolean).join(' · '))}</p></header>
<div class="columns"><section class="card note" aria-label="Note"><h2>Note</h2><div class="text">${noteText({ report, text: note.text, marks, prefix })}</div></section>
<div class="side"><section class="card item"><h2>Errors</h2><dl>${errors.map((error) => renderError(error, prefix, lines)).join('')}</dl></section></div></div></article>`;
}

/** Every place of an error gets a mark of its own, so that there is something to link to. */
function withErrors(marks, errors) {
  const own = errors.filter(({ at, words }) => at >= 0 && words !== '')
    .map(({ at, words, kind, what }) => ({ start: at, end: at + words.length, kind: 'cue', via: `${kind} ${what}`, candidates: [], queries: [], faint: true, struck: false }));
  return [...marks, ...own].sort((a, b) => a.start - b.start || b.end - a.end);
}

function renderError({ kind, what, at, words, why }, prefix, lines) {
  const place = at < 0 ? '' : ` <a href="#${anchorName(prefix, at)}">${placeName(lines, at)}</a>`;
  return `<dt class="e-${kind.replaceAll(' ', '-')}">${escapeHtml(kind)}: ${escapeHtml(what)}${place}</dt><dd>“${escapeHtml(words)}”<br><small>${escapeHtml(why ?? '')}</small></dd>`;
}
