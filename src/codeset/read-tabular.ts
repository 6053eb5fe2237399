// The Tabular List XML → chapters, blocks, headers and codes in tabular order, with their notes and 7th characters.
// Not its job: the forms with a 7th character, which the file does not list (expand-sevenths.ts).
import { NOTE_KINDS, type NoteKind, type TabularEntry } from '../book/book.ts';
import { UnreadableInput } from '../read/parts/reader.ts';
import { isDottedCode } from './code-form.ts';
import type { NamedBytes, TabularList } from './parts.ts';
import { readXml } from './read-xml.ts';
import { createTally, type Tally } from './tally.ts';

/** An entry while its element is open. */
interface Draft {
  readonly level: TabularEntry['level'];
  code: string;
  title: string;
  readonly notes: Map<NoteKind, string[]>;
  sevenths?: Record<string, string>;
}

/** Elements that are entries, and what they are. */
const LEVELS: Readonly<Record<string, TabularEntry['level']>> = { chapter: 'chapter', section: 'block', diag: 'code' };
const COUNTED: ReadonlySet<string> = new Set(['chapter', 'section', 'diag', ...NOTE_KINDS, 'sevenChrDef']);
const NOTES: ReadonlySet<string> = new Set(NOTE_KINDS);

/** What is known while the document streams by: entries in their order, those that are open, and the last 7th character. */
interface Reading {
  readonly name: string;
  readonly tally: Tally;
  readonly drafts: Draft[];
  readonly open: Draft[];
  year?: string;
  extension: string;
}

/** Reads a whole Tabular List; throws UnreadableInput with the place of what is cut or foreign. */
export async function readTabular(source: NamedBytes): Promise<TabularList> {
  const tally = createTally([...COUNTED]);
  const reading: Reading = { name: source.name, tally, drafts: [], open: [], extension: '' };
  await readXml(source, {
    root: 'ICD10CM.tabular',
    open: (element, attributes) => openElement(reading, element, attributes),
    close: (element, text, parent) => closeElement(reading, { element, text, parent: parent ?? '' }),
  });
  const entries = reading.drafts.map(finishEntry);
  if (!entries.some(({ level }) => level === 'code')) throw new UnreadableInput(`${source.name}: holds no codes; fetch the file again`);
  return { entries: leaveOutTwins(entries, tally), year: reading.year, counts: tally.counts(), skipped: tally.skipped() };
}

function openElement(reading: Reading, element: string, attributes: Readonly<Record<string, string>>): void {
  const { drafts, open, tally } = reading;
  const level = LEVELS[element];
  const draft = open.at(-1);
  if (COUNTED.has(element) && (level || draft)) tally.count(element);
  if (level) {
    const started: Draft = { level, code: level === 'block' ? nameBlock(attributes['id'] ?? '') : '', title: '', notes: new Map() };
    drafts.push(started);
    open.push(started);
  } else if (element === 'extension') reading.extension = attributes['char'] ?? '';
  else if (element === 'sevenChrDef' && draft) draft.sevenths = {};
}

interface Closed { readonly element: string; readonly text: string; readonly parent: string }

function closeElement(reading: Reading, { element, text, parent }: Closed): void {
  if (element === 'version') reading.year = text;
  const { open, name, extension } = reading;
  const draft = open.at(-1);
  if (!draft) return;
  if (LEVELS[element]) closeEntry(draft, open, name);
  else if (element === 'name' && LEVELS[parent]) draft.code = text;
  else if (element === 'desc' && LEVELS[parent]) draft.title = text;
  else if (element === 'extension' && draft.sevenths) draft.sevenths[extension] = text;
  else if (element === 'note') addNote(draft, { text, parent, extension });
}

/** A note of an extension ("initial encounter for open fracture NOS") says more about its character, and is kept with it in front. */
function addNote(draft: Draft, { text, parent, extension }: { readonly text: string; readonly parent: string; readonly extension: string }): void {
  if (text === '') return;
  if (NOTES.has(parent)) keepNote(draft, parent as NoteKind, text);
  else if (parent === 'sevenChrDef') keepNote(draft, 'sevenChrNote', `${extension}: ${text}`);
}

function keepNote({ notes }: Draft, kind: NoteKind, text: string): void {
  const lines = notes.get(kind);
  if (lines) lines.push(text);
  else notes.set(kind, [text]);
}

function closeEntry(draft: Draft, open: Draft[], name: string): void {
  open.pop();
  if (draft.title === '' || draft.code === '') throw new UnreadableInput(`${name}: the ${draft.level} ${draft.code || draft.title || 'at the end'} has no ${draft.code ? 'title' : 'name'}; fetch the file again`);
  if (draft.level === 'code' && !isDottedCode(draft.code)) throw new UnreadableInput(`${name}: "${draft.code.slice(0, 12)}" has not the form of an ICD-10-CM code; this is another list`);
}

/** A block of one category has the category's name; here it is "M99-M99", so that the two stay apart. */
const nameBlock = (id: string): string => id === '' || id.includes('-') ? id : `${id}-${id}`;

function finishEntry({ code, title, level, notes, sevenths }: Draft): TabularEntry {
  const [, bare, first, last] = /^(.*?)\s*\(([A-Z]\w\w)(?:-([A-Z]\w\w))?\)$/.exec(title) ?? [];
  const ranged = level !== 'code' && bare !== undefined && first !== undefined;
  return {
    code, title: ranged ? bare : title, level, billable: false,
    ...(notes.size > 0 && { notes: Object.fromEntries(notes) }),
    ...(sevenths && Object.keys(sevenths).length > 0 && { sevenths }),
    ...(ranged && level === 'chapter' && { range: [first, last ?? first] as const }),
  };
}

function leaveOutTwins(entries: readonly TabularEntry[], tally: Tally): readonly TabularEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ code }) => {
    if (seen.has(code)) tally.skip('an entry that stands twice', code);
    return !seen.has(code) && seen.add(code);
  });
}
