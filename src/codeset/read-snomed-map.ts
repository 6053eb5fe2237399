// An RF2 extended map file (SNOMED CT to ICD-10-CM, the user's own licensed copy) → its active rows.
// Columns are checked by their header. The international map, which goes to the ICD-10 of WHO, is not for this use.
import { UnreadableInput } from '../read/parts/reader.ts';
import { tidy } from './code-form.ts';
import type { Counts, NamedBytes, Skipped } from './parts.ts';
import type { MapRow } from './snomed-map.ts';
import { createTally } from './tally.ts';
import { readTextLines, type TextLine } from './text-lines.ts';

export interface SnomedRows { readonly rows: readonly MapRow[]; readonly counts: Counts; readonly skipped: readonly Skipped[] }

const COLUMNS = 13;
/** The map of the international edition, to the ICD-10 of WHO. */
const WHO_REFSET = '447562003';

/** Reads a whole map; throws UnreadableInput with the line that is not as the header says. */
export async function readSnomedMap(source: NamedBytes): Promise<SnomedRows> {
  const { name } = source;
  const { lines, endedWell } = readTextLines(source);
  const tally = createTally(['rows', 'active']);
  const rows: MapRow[] = [];
  for await (const line of lines) {
    if (line.line === 1 || line.text === '') continue;
    const columns = splitRow(line, name);
    tally.count('rows');
    if (columns[2] === '0') tally.skip('not active', `line ${line.line}`);
    else if (columns[4] === WHO_REFSET) tally.skip('of the international map to the ICD-10 of WHO', `line ${line.line}`);
    else {
      tally.count('active');
      rows.push(asRow(columns));
    }
  }
  if (!endedWell()) throw new UnreadableInput(`${name}: its last line has no line end, so it is cut; fetch the file again`);
  if (rows.length === 0) throw new UnreadableInput(`${name}: has no active row of a map to ICD-10-CM; import the ExtendedMapSnapshot file of the US edition`);
  return { rows: rows.sort(compareRows), counts: { ...tally.counts(), concepts: countConcepts(rows) }, skipped: tally.skipped() };
}

function splitRow({ line, text }: TextLine, name: string): readonly string[] {
  const columns = text.split('\t');
  const wellFormed = columns.length === COLUMNS && /^[01]$/.test(columns[2] ?? '') && /^\d+$/.test(columns[5] ?? '') && /^\d+$/.test(columns[6] ?? '') && /^\d+$/.test(columns[7] ?? '');
  if (!wellFormed) throw new UnreadableInput(`${name}: line ${line} is not a row of an extended map (13 columns; active, concept, mapGroup and mapPriority in numbers): it is cut or damaged; fetch the file again`);
  return columns;
}

function asRow(columns: readonly string[]): MapRow {
  const [, , , , , concept = '', group, priority, rule = '', advice = '', target = '', , category = ''] = columns;
  return { concept, group: Number(group), priority: Number(priority), rule: tidy(rule), advice: tidy(advice), target: target.trim(), category: category.trim() };
}

const compareRows = (a: MapRow, b: MapRow): number =>
  a.concept === b.concept ? a.group - b.group || a.priority - b.priority : a.concept < b.concept ? -1 : 1;

const countConcepts = (rows: readonly MapRow[]): number => new Set(rows.map(({ concept }) => concept)).size;
