// Is there a section header at this token? Known forms come from the book; unknown labels are told by their capitals and colon.
// In: tokens, a place and the book. Out: the header's kind, role and end, or undefined. Whether it opens a section is decided in find-sections.ts.
import { TOKEN_KIND, type SectionRole, type Tokens } from '../types.ts';
import { afterMarker, endsLine, hasGapBefore, isBreak, isCaps, isCapitalised, isItemNumber, isKind, isLetter, isSign, signAt, startsLine } from './layout.ts';
import type { SectionBook } from './section-book.ts';

/** Where a token stands: first of its line (decoration apart), first after a stop or a glued comma, or inside running text. */
export type Place = 'line' | 'sentence' | 'inside';

export interface Header {
  readonly kind: string;
  readonly role: SectionRole;
  /** The token after the header and its colon or dash. */
  readonly to: number;
  /** A form of the book, or derived from one that the label begins or ends with, or no form at all. */
  readonly form: 'known' | 'derived' | 'unknown';
}

interface Label { readonly from: number; readonly to: number; readonly place: Place; readonly marked: boolean }

const LONGEST_LABEL = 12;
const DECORATION = '*#=_~|>-';
const EMPHASIS = '*=_#';
const DASHES = '-–—';

/** Where the token at `at` stands. */
export function placeOf(tokens: Tokens, at: number): Place {
  if (startsLine(tokens, beforeDecoration(tokens, at))) return 'line';
  if (isSign(tokens, at - 1, '.!?;:)]"”')) return 'sentence';
  return isSign(tokens, at - 1, ',') && !hasGapBefore(tokens, at) ? 'sentence' : 'inside';
}

function beforeDecoration(tokens: Tokens, at: number): number {
  let first = at;
  while (first > at - 4 && isSign(tokens, first - 1, DECORATION)) first--;
  return first;
}

/** The header whose words start at `from`; `marked` tells that a list marker stands before them. */
export function readHeader(tokens: Tokens, book: SectionBook, at: { readonly from: number; readonly place: Place; readonly marked: boolean }): Header | undefined {
  const { from } = at;
  if (!isKind(tokens, from, TOKEN_KIND.word) || (at.place === 'inside' && !isCaps(tokens, from))) return undefined;
  const known = book.headerAt(tokens, from);
  const to = known && !spansLines(tokens, from, known.to) ? endOfKnown(tokens, { ...at, to: known.to }) : undefined;
  if (known && to !== undefined) return { kind: known.kind, role: known.role, to, form: 'known' };
  return at.marked || at.place === 'inside' ? undefined : readLabel(tokens, from, book);
}

/** The end of an unknown label in capitals with its colon ("CORONARY RISK:"), or undefined. */
export function endOfLabel(tokens: Tokens, from: number): number | undefined {
  if (!isCaps(tokens, from) || isLetter(tokens, from)) return undefined;
  for (let at = from + 1; at < tokens.count && at <= from + LONGEST_LABEL; at++) {
    if (signAt(tokens, at) === ':') return at;
    if (!isCaps(tokens, at) && !isSign(tokens, at, "&/-,()'#")) return undefined;
  }
  return undefined;
}

function readLabel(tokens: Tokens, from: number, book: SectionBook): Header | undefined {
  const colon = endOfLabel(tokens, from);
  if (colon === undefined) return undefined;
  const to = afterColon(tokens, colon);
  const kin = knownEnding(tokens, book, { from, to: colon }) ?? book.headerAt(tokens, from);
  return kin && kin.to <= colon ? { kind: kin.kind, role: kin.role, to, form: 'derived' } : { kind: 'other', role: 'narrates', to, form: 'unknown' };
}

/** A known form of two words or more that ends the label: "CHIEF [REASON FOR VISIT]:". */
function knownEnding(tokens: Tokens, book: SectionBook, label: { readonly from: number; readonly to: number }) {
  for (let at = label.from + 1; at < label.to - 1; at++) {
    const known = book.headerAt(tokens, at);
    if (known?.to === label.to) return known;
  }
  return undefined;
}

/** The token after a known form and what makes it a header, or undefined where it is only words of the text. */
function endOfKnown(tokens: Tokens, words: Label): number | undefined {
  const label = { ...words, to: afterDecoration(tokens, afterParenthesis(tokens, words.to)) };
  if (signAt(tokens, label.to) === ':') return takesColon(tokens, words) ? afterColon(tokens, label.to) : undefined;
  if (isOneLetter(tokens, words) || label.place === 'inside') return undefined;
  if (isAlone(tokens, label) || isFollowedByText(tokens, words)) return label.to;
  return isFollowedByDash(tokens, label) ? afterDashes(tokens, label.to) : undefined;
}

function takesColon(tokens: Tokens, label: Label): boolean {
  if (isOneLetter(tokens, label)) return label.place === 'line' && !label.marked && isCaps(tokens, label.from);
  if (label.place === 'line') return true;
  return label.place === 'sentence' ? isCapitalised(tokens, label.from) : allCaps(tokens, label) && !isCaps(tokens, label.from - 1);
}

/** Alone on its line: in capitals, or with a first capital and decoration, an empty line, or the note's edge beside it. */
function isAlone(tokens: Tokens, label: Label): boolean {
  if (label.place !== 'line' || label.marked || !endsLine(tokens, label.to)) return false;
  return allCaps(tokens, label) || (isCapitalised(tokens, label.from) && standsApart(tokens, label));
}

function standsApart(tokens: Tokens, label: Label): boolean {
  const above = beforeDecoration(tokens, label.from) - 1;
  if (above < label.from - 1) return true;
  return endsLine(tokens, label.to + 1) || above < 1 || isBreak(tokens, above - 1);
}

/** "IMPRESSION - disc bulge" */
function isFollowedByDash(tokens: Tokens, label: Label): boolean {
  return label.place === 'line' && !label.marked && isCapitalised(tokens, label.from) && isSign(tokens, label.to, DASHES)
    && hasGapBefore(tokens, label.to) && (hasGapBefore(tokens, label.to + 1) || isSign(tokens, label.to + 1, DASHES));
}

/** In capitals and followed by a numbered list, by a glued further label, or by a sentence that is not in capitals. */
function isFollowedByText(tokens: Tokens, label: Label): boolean {
  if (label.marked || !allCaps(tokens, label)) return false;
  const next = label.to;
  if (isItemNumber(tokens, next)) return afterMarker(tokens, next) > next;
  if (signAt(tokens, next) === ',') return !hasGapBefore(tokens, next + 1) && isCaps(tokens, next + 1);
  const long = label.to - label.from > 1 || tokens.end[label.from]! - tokens.start[label.from]! > 5;
  return long && isCapitalised(tokens, next) && (!isCaps(tokens, next) || isLetter(tokens, next));
}

const isOneLetter = (tokens: Tokens, label: Label): boolean => label.to === label.from + 1 && isLetter(tokens, label.from);

function allCaps(tokens: Tokens, label: Label): boolean {
  for (let at = label.from; at < label.to; at++) if (isKind(tokens, at, TOKEN_KIND.word) && !isCaps(tokens, at)) return false;
  return true;
}

function spansLines(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isBreak(tokens, at)) return true;
  return false;
}

/** Past "(ES)", "(1/1)" or "(outpatient)" behind a header. */
function afterParenthesis(tokens: Tokens, at: number): number {
  if (signAt(tokens, at) !== '(') return at;
  for (let close = at + 1; close <= at + 8 && !endsLine(tokens, close); close++) if (signAt(tokens, close) === ')') return close + 1;
  return at;
}

function afterDecoration(tokens: Tokens, at: number): number {
  let to = at;
  while (to < at + 4 && isSign(tokens, to, EMPHASIS)) to++;
  return endsLine(tokens, to) || signAt(tokens, to) === ':' ? to : at;
}

/** Past the colon, the commas that stand where an old export lost its line breaks, and the end of emphasis. */
function afterColon(tokens: Tokens, colon: number): number {
  let to = colon + 1;
  while (to < colon + 4 && (isSign(tokens, to, ',') || (isSign(tokens, to, EMPHASIS) && !hasGapBefore(tokens, to)))) to++;
  return to;
}

function afterDashes(tokens: Tokens, at: number): number {
  let to = at;
  while (isSign(tokens, to, DASHES)) to++;
  return to;
}
