// An audit of chosen codes for a terminal: one block a code, what the note supports besides, and the edits.
// In: an audit, and the text of its note where there is one. Out: lines. It judges nothing.
import type { Audit, CodeVerdict, NamedCode, Verdict } from '../../audit.ts';
import type { RenderOptions } from '../parts/format.ts';
import { indexLines } from '../parts/positions.ts';
import { oneLine } from '../parts/visible.ts';
import { distinctEvidence } from '../parts/outline.ts';
import { editBlock, quotes, type Sheet } from './blocks.ts';
import { createPainter, paintStatus } from './paint.ts';
import { padTo, wrapWords } from './wrap.ts';

const VERDICT: Readonly<Record<Verdict, { sign: string; word: string; status: string }>> = {
  supported: { sign: '✓', word: 'supported by the note', status: 'supported' },
  underspecified: { sign: '◐', word: 'supported, with an axis left open', status: 'underspecified' },
  conflicting: { sign: '≠', word: 'the note contradicts itself', status: 'conflicting' },
  'not-supported': { sign: '✗', word: 'not supported by the note', status: 'error' },
  invalid: { sign: '✗', word: 'not valid', status: 'error' },
  'not-judged': { sign: '·', word: 'not judged', status: 'information' },
};

/** The audit, ending with a line break. */
export function renderAudit(audit: Audit, text: string | undefined, options: RenderOptions): string {
  const painter = createPainter(options);
  const sheet: Sheet = { lineStarts: indexLines(text ?? ''), painter, width: Math.max(options.width, 40) };
  const { system, release, date } = audit.engine.codeSet;
  const head = painter.dim([...(audit.note ? [oneLine(audit.note.id), audit.note.setting] : []), date, `${system} ${release}`].join(' · '));
  const blocks = [
    head,
    ...audit.codes.map((verdict) => verdictBlock(verdict, sheet)),
    ...(audit.missing.length ? [`${painter.bold('The note supports, and was not chosen')}\n${nameLines(audit.missing, sheet)}`] : []),
    ...(audit.edits.length ? [`${painter.bold('Edits')}\n${audit.edits.map((edit) => editBlock(edit, sheet)).join('\n')}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function verdictBlock({ code, title, verdict, says, evidence, instead }: CodeVerdict, sheet: Sheet): string {
  const { painter, width } = sheet;
  const { sign, word, status } = VERDICT[verdict];
  const line = (name: string, content: string): string => wrapWords(content, { first: `   ${painter.dim(padTo(name, 9))}`, width });
  return [
    wrapWords(`${painter.bold(title ?? 'no title in this release')} · ${paintStatus(painter, status, word)}`, { first: `${padTo(sign, 3)}${painter.bold(padTo(code, 9))}`, width }),
    line('because', says),
    ...(evidence.length ? [line('words', quotes(distinctEvidence(evidence), sheet))] : []),
    ...(instead.length ? [line('instead', insteadWords(instead))] : []),
  ].join('\n');
}

/** So many codes with their titles are read; the rest is counted. */
const MOST = 6;

const insteadWords = (codes: readonly NamedCode[]): string =>
  codes.slice(0, MOST).map(({ code, title }) => `${code} ${title}`).join('; ') + (codes.length > MOST ? `; and ${codes.length - MOST} more` : '');

const nameLines = (codes: readonly NamedCode[], { width }: Sheet): string =>
  codes.map(({ code, title }) => wrapWords(title, { first: `   ${padTo(code, 9)}`, width })).join('\n');
