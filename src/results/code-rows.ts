// Reports → one flat row for each candidate, for a spreadsheet, a database or Parquet. The columns are the same everywhere.
// Several values in one cell are parted by " | ". Evidence is quoted as the report quotes it, with its offsets beside it.
import type { Evidence, Report } from '../wire.ts';

export type Cell = string | number | null;
export type CodeRow = Readonly<Record<(typeof CODE_COLUMNS)[number]['name'], Cell>>;

/** Columns in order. `sequence` is empty for codes that are not reported. */
export const CODE_COLUMNS = [
  { name: 'note_id', type: 'STRING' }, { name: 'note_date', type: 'STRING' }, { name: 'setting', type: 'STRING' },
  { name: 'code', type: 'STRING' }, { name: 'title', type: 'STRING' }, { name: 'status', type: 'STRING' }, { name: 'sequence', type: 'INT32' },
  { name: 'problem', type: 'STRING' }, { name: 'documented', type: 'STRING' }, { name: 'missing', type: 'STRING' }, { name: 'rules', type: 'STRING' },
  { name: 'evidence', type: 'STRING' }, { name: 'evidence_offsets', type: 'STRING' },
  { name: 'release', type: 'STRING' }, { name: 'engine', type: 'STRING' }, { name: 'knowledge', type: 'STRING' },
] as const;

/** One row a candidate, excluded ones too, in the order of the report. */
export function codeRows({ note, engine, candidates, findings }: Report): CodeRow[] {
  const problems = new Map(findings.map(({ id, problem }) => [id, problem]));
  return candidates.map((candidate) => {
    const evidence = uniquePlaces([...candidate.evidence, ...candidate.axes.flatMap((axis) => axis.evidence)]);
    return {
      note_id: note.id, note_date: note.date ?? null, setting: note.setting,
      code: candidate.code, title: candidate.title, status: candidate.status, sequence: candidate.sequence ?? null,
      problem: list(candidate.findings.map((id) => problems.get(id) ?? id)),
      documented: list(candidate.axes.filter(({ state }) => state === 'documented').map(({ axis, value }) => `${axis}=${value ?? ''}`)),
      missing: list(candidate.axes.filter(({ state }) => state !== 'documented').map(({ axis, state }) => (state === 'missing' ? axis : `${axis} (conflicting)`))),
      rules: list(candidate.because.map(({ rule }) => rule)),
      evidence: evidence.map(({ text }) => text).join(PART), evidence_offsets: evidence.map(({ start, end }) => `${start}-${end}`).join(PART),
      release: engine.codeSet.release, engine: engine.version, knowledge: engine.knowledge,
    };
  });
}

const PART = ' | ';
const list = (values: readonly string[]): string => [...new Set(values)].join(PART);

function uniquePlaces(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [`${one.start}-${one.end}`, one])).values()];
}
