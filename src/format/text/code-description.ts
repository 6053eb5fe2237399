// `lumbago explain` on a terminal: what the code is, its characters, notes by kind, axes, index, history, codes beside it.
// In: a description, or why there is none. Out: text of 80 columns or as wide as asked. It says nothing that the description has not.
import type { NoteKind } from '../../book/book.ts';
import type { CharacterMeaning, CodeAxis, CodeDescription, HeldNote, IndexPath, Listed, UnknownCode } from '../../describe/description.ts';
import type { RenderOptions } from '../parts/format.ts';
import { createPainter, paintStatus } from './paint.ts';
import { atMost, beside, section, type Sheet } from './section.ts';
import { wrapWords } from './wrap.ts';

/** The kinds of notes in the order in which a coder needs them, and what each asks. */
const KINDS: readonly (readonly [kind: NoteKind, title: string])[] = [
  ['inclusionTerm', 'Inclusion terms'], ['includes', 'Includes'], ['excludes1', 'Excludes1: not coded here, never together'], ['excludes2', 'Excludes2: not part of this, may be coded beside it'],
  ['codeFirst', 'Code first'], ['useAdditionalCode', 'Use additional code'], ['codeAlso', 'Code also'], ['sevenChrNote', '7th character'], ['notes', 'Notes'],
];
const CODE = 10;
const MANY = { index: 16, beside: 24, notes: 12 } as const;

const listLines = (list: readonly Listed[], sheet: Sheet): readonly string[] => list.map(({ code, title, billable }) => beside(code, billable ? title : `${title} ${sheet.painter.dim('(header)')}`, { column: CODE, sheet }));

function characterLine({ characters, to, kind, means }: CharacterMeaning, sheet: Sheet): string {
  const place = kind === 'category' ? characters : `${' '.repeat(to.length - characters.length)}${characters}`;
  const name = kind === 'category' ? 'category: ' : kind === 'seventh' ? '7th character: ' : '';
  return beside(place, `${sheet.painter.dim(name)}${means}`, { column: CODE, sheet });
}

function noteLines(kind: NoteKind, title: string, { notes, sheet }: { readonly notes: readonly HeldNote[]; readonly sheet: Sheet }): readonly string[] {
  const held = notes.filter((note) => note.kind === kind);
  const places = [...new Set(held.map(({ at }) => at))];
  return places.flatMap((at) => {
    const here = held.filter((note) => note.at === at);
    const from = here[0]!.inherited ? `, from ${at}` : '';
    return [wrapWords(`${sheet.painter.bold(title)}${from}`, { first: '   ', width: sheet.width }), ...atMost(MANY.notes, here.map(({ text }) => wrapWords(text, { first: '    · ', width: sheet.width })))];
  });
}

function axisLines({ label, value, options }: CodeAxis, sheet: Sheet): readonly string[] {
  const shown = options.map((option) => wrapWords(`${option.label} → ${option.codes.join(' + ')}`, { first: option.value === value ? '    ▸ ' : '      ', width: sheet.width }));
  return [`   ${sheet.painter.bold(label)}`, ...shown];
}

const indexLine = ({ path, modifiers, code }: IndexPath, sheet: Sheet): string => wrapWords(`${path.join(' > ')}${modifiers ? ` ${sheet.painter.dim(modifiers)}` : ''}  ${sheet.painter.bold(code)}`, { first: '   ', width: sheet.width });

function seventhLines({ sevenths }: CodeDescription, sheet: Sheet): readonly string[] {
  if (!sevenths) return [];
  const forms = sevenths.characters.map(({ character, means, code }) => beside(`${character}`, `${means}${code ? `  ${sheet.painter.bold(code)}` : ''}`, { column: 3, sheet }));
  return [`   defined at ${sevenths.at}`, ...forms];
}

function describeLines(description: CodeDescription, sheet: Sheet): readonly string[] {
  const { painter, width } = sheet;
  const { code, title, billable, release, lineage, characters, notes, axes, index, history, neighbours, below, level } = description;
  const state = billable ? 'billable' : level === 'code' ? 'a header: not billable, more characters are needed' : `a ${level}: not billable`;
  const head = [
    wrapWords(`${painter.bold(code)} ${title} — ${paintStatus(painter, billable ? 'supported' : 'underspecified', state)}`, { first: '', width }),
    painter.dim(`ICD-10-CM ${release}`),
  ].join('\n');
  return [
    head,
    ...section('Where it stands', lineage.map((one) => beside(one.code, one.code === code ? painter.bold(one.title) : one.title, { column: CODE, sheet })), sheet),
    ...section('What the characters mean', characters.map((one) => characterLine(one, sheet)), sheet),
    ...section('7th characters', seventhLines(description, sheet), sheet),
    ...section('Under it', atMost(MANY.beside, listLines(below, sheet)), sheet),
    ...section('Notes', KINDS.flatMap(([kind, name]) => noteLines(kind, name, { notes, sheet })), sheet),
    ...section('Axes', axes.flatMap((axis) => axisLines(axis, sheet)), sheet),
    ...section('Index entries that lead here', atMost(MANY.index, index.map((one) => indexLine(one, sheet))), sheet),
    ...section('History', history.says.map((says) => wrapWords(says, { first: '   ', width })), sheet),
    ...section('Codes beside it', atMost(MANY.beside, neighbours.map((one) => beside(one.code, one.differs === one.title ? one.title : `${one.title} ${painter.dim(`(${one.differs})`)}`, { column: CODE, sheet }))), sheet),
  ];
}

function unknownLines({ code, release, says, instead }: UnknownCode, sheet: Sheet): readonly string[] {
  const { painter, width } = sheet;
  return [
    [`${painter.bold(code)} — ${paintStatus(painter, 'conflicting', `not in ICD-10-CM ${release}`)}`, ...says.map((sentence) => wrapWords(sentence, { first: ' · ', width }))].join('\n'),
    ...section('Look at', listLines(instead, sheet), sheet),
  ];
}

/** The description as text, ending with a line break. */
export function renderCodeDescription(description: CodeDescription | UnknownCode, options: RenderOptions): string {
  const sheet: Sheet = { painter: createPainter(options), width: Math.max(options.width, 40) };
  return `${(description.known ? describeLines(description, sheet) : unknownLines(description, sheet)).join('\n\n')}\n`;
}
