// Reports → rows of the table NOTE_NLP of the OMOP Common Data Model 5.4: one for each mention, so that what is denied or past is there too.
// Concept ids are 0 (no matching concept): the OMOP vocabularies are not ours. Codes, assertion and lexicon entry stand in term_modifiers.
// A report holds no text around its evidence, so the snippet is the words of the mention.
import type { Report } from '../wire.ts';
import type { Cell } from './code-rows.ts';

export const NOTE_NLP_COLUMNS = [
  'note_nlp_id', 'note_id', 'section_concept_id', 'snippet', 'offset', 'lexical_variant', 'note_nlp_concept_id', 'note_nlp_source_concept_id',
  'nlp_system', 'nlp_date', 'nlp_datetime', 'term_exists', 'term_temporal', 'term_modifiers',
] as const;
export type NoteNlpRow = Readonly<Record<(typeof NOTE_NLP_COLUMNS)[number], Cell>>;

/** `firstId`: note_nlp_id of the first row. `date`: when the notes were processed, YYYY-MM-DD. */
export interface NoteNlpFrame { readonly firstId: number; readonly date: string }

/** varchar lengths of the model. */
const SNIPPET = 250;
const MODIFIERS = 2000;

/** One row a mention, in order of position. */
export function noteNlpRows(report: Report, { firstId, date }: NoteNlpFrame): NoteNlpRow[] {
  const codes = codesByPlace(report);
  const system = `lumbago ${report.engine.version} (knowledge ${report.engine.knowledge.slice(0, 12)}, ${report.engine.codeSet.release})`;
  return report.mentions.map((mention, index) => ({
    note_nlp_id: firstId + index, note_id: report.note.id, section_concept_id: 0,
    snippet: cut(mention.text, SNIPPET), offset: String(mention.start), lexical_variant: cut(mention.text, SNIPPET),
    note_nlp_concept_id: 0, note_nlp_source_concept_id: 0, nlp_system: system, nlp_date: date, nlp_datetime: null,
    term_exists: exists(mention) ? 'Y' : 'N', term_temporal: TEMPORAL[mention.assertion.time],
    term_modifiers: cut(modifiers(mention, codes.get(placeKey(mention)) ?? []), MODIFIERS),
  }));
}

type Mention = Report['mentions'][number];

/** Of the patient, affirmed, certain and not merely planned: the model counts anything else as not there. A past one was there. */
const exists = ({ assertion }: Mention): boolean =>
  assertion.polarity === 'present' && assertion.certainty === 'certain' && assertion.subject === 'patient' && assertion.time !== 'planned';

const TEMPORAL: Readonly<Record<Mention['assertion']['time'], string>> = { current: 'present', past: 'past', planned: 'future' };

function modifiers(mention: Mention, codes: readonly string[]): string {
  const { polarity, certainty, time, subject } = mention.assertion;
  const told = { axis: mention.axis, value: mention.value, section: mention.section, polarity, certainty, time, subject, entry: mention.via };
  return [...Object.entries(told).map(([name, value]) => `${name}=${value}`), ...(codes.length === 0 ? [] : [`codes=${codes.join(' ')}`])].join(', ');
}

/** The reported codes that rest on each place. */
function codesByPlace(report: Report): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { code, status, evidence, axes } of report.candidates) {
    if (status === 'excluded') continue;
    for (const key of new Set([...evidence, ...axes.flatMap((axis) => axis.evidence)].map(placeKey))) found.set(key, [...found.get(key) ?? [], code]);
  }
  return found;
}

const placeKey = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start}-${end}`;

/** At most so many UTF-16 code units, and no half of a character at the end. */
const cut = (text: string, longest: number): string => (text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, ''));
