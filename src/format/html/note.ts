// The note as HTML: flat marks for overlapping evidence, each titled with what it is and what it proves; and the key to the marks.
import type { Report } from '../../wire.ts';
import type { Mark } from '../parts/marks.ts';
import { lookOf } from '../parts/roles.ts';
import { cutSegments, innermost, type Segment } from '../parts/segments.ts';
import { escapeHtml, escapeNoteText } from './escape.ts';

export interface NotePage { readonly report: Report; readonly text: string; readonly marks: readonly Mark[]; readonly prefix: string }

/** The note's text with its marks; the text itself is complete and in order. */
export function noteText(page: NotePage): string {
  const anchored = new Set<string>();
  return cutSegments(page.text.length, page.marks).map((segment) => segmentHtml(segment, page, anchored)).join('');
}

function segmentHtml(segment: Segment, page: NotePage, anchored: Set<string>): string {
  const shown = escapeNoteText(page.text.slice(segment.start, segment.end));
  const mark = innermost(segment.marks);
  if (!mark) return shown;
  const id = anchorName(page.prefix, segment.start);
  const anchor = anchored.has(id) ? '' : ` id="${id}"`;
  anchored.add(id);
  return `<mark${anchor} class="${classesOf(mark, segment, page.prefix)}" title="${escapeHtml(titleOf(segment.marks, page.report))}">${shown}</mark>`;
}

/** The id of the mark that starts at an offset; links from codes and queries lead to it. */
export function anchorName(prefix: string, start: number): string {
  return `${prefix}-at-${start}`;
}

function classesOf(mark: Mark, segment: Segment, prefix: string): string {
  const firm = segment.marks.filter((each) => !each.faint);
  const owners = new Set(firm.flatMap((each) => [...each.candidates, ...each.queries]));
  return [
    `r-${mark.kind}`,
    ...(firm.length === 0 ? ['faint'] : []),
    ...(segment.marks.some((each) => each.struck) ? ['struck'] : []),
    ...(firm.length > 1 ? ['over'] : []),
    ...[...owners].map((owner) => `${prefix}-${owner}`),
  ].join(' ');
}

function titleOf(marks: readonly Mark[], report: Report): string {
  return marks.map((mark) => {
    const codes = new Set(report.candidates.filter((candidate) => mark.candidates.includes(candidate.id)).map((candidate) => candidate.code));
    const proves = [...codes, ...mark.queries.map((id) => `query ${id}`)];
    return `${lookOf(mark.kind).label}${mark.struck ? ', denied' : ''}${proves.length > 0 ? ` → ${proves.join(', ')}` : ''} (${mark.via})`;
  }).join('; ');
}

/** The key to the marks that this note has. */
export function markKey(marks: readonly Mark[]): string {
  const firm = [...new Set(marks.filter((mark) => !mark.faint).map((mark) => mark.kind))].sort();
  const entries = firm.map((kind) => `<li><mark class="r-${kind}">${escapeHtml(lookOf(kind).label)}</mark></li>`);
  const faint = marks.some((mark) => mark.faint) ? ['<li><mark class="r-other faint">read, proves no code</mark></li>'] : [];
  const struck = marks.some((mark) => mark.struck) ? ['<li><mark class="r-other faint struck">denied</mark></li>'] : [];
  const all = [...entries, ...faint, ...struck];
  return all.length === 0 ? '' : `<ul class="key" aria-label="Key to the marks">${all.join('')}</ul>`;
}
