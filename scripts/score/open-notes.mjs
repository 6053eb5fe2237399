// Reports of notes that nobody labelled → every reported candidate with its words and sentence, by code: a list for a person to judge.
// In: notes and reports. Out: groups. No files, no printing but the text of the list.
import { indexLines, placeName } from '../../dist/format/parts/positions.js';

/** Reported candidates by code, the most frequent first: `{ code, title, candidates: [{ id, at, words, section, rule, context }] }`. */
export function listOpen(notes, reports) {
  const groups = new Map();
  reports.forEach((report, at) => {
    const { id, text } = notes[at];
    for (const candidate of report.candidates.filter(({ status }) => status !== 'excluded')) {
      const group = groups.get(candidate.code) ?? { code: candidate.code, title: candidate.title, candidates: [] };
      groups.set(candidate.code, group);
      const first = candidate.evidence[0];
      group.candidates.push({ id, at: placeName(indexLines(text), first.start), words: first.text, section: first.section, status: candidate.status, rule: candidate.because[0].rule, context: contextOf(text, first) });
    }
  });
  return [...groups.values()].sort((a, b) => b.candidates.length - a.candidates.length || (a.code < b.code ? -1 : 1));
}

/** The sentence around the words, at most 120 characters each side. */
function contextOf(text, { start, end }) {
  const before = text.slice(Math.max(0, start - 120), start), after = text.slice(end, end + 120);
  const cut = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'));
  const stop = after.search(/[.\n]/);
  return `${before.slice(cut + 1)}[${text.slice(start, end)}]${stop < 0 ? after : after.slice(0, stop + 1)}`.replace(/\s+/g, ' ').trim();
}

/** The list as text. */
export function printOpen(groups, notes) {
  const count = groups.reduce((sum, { candidates }) => sum + candidates.length, 0);
  const lighting = new Set(groups.flatMap(({ candidates }) => candidates.map(({ id }) => id))).size;
  return [
    `${notes.length} notes, ${lighting} with a code, ${count} codes`,
    ...groups.map(({ code, title, candidates }) => `\n${code} ${title}: ${candidates.length}\n${candidates.map(({ id, at, section, rule, context }) => `  ${id} ${at} ${section} ${rule}\n    ${context}`).join('\n')}`),
  ].join('\n');
}
