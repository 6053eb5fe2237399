// The user's own SNOMED CT to ICD-10-CM map, where one was imported: the concepts that lead to a code.
// In: whether it is asked for. Out: look-ups, empty where it is not. Not its job: the file (codeset/).
import type { MapRow } from '../codeset/snomed-map.ts';
import { UnreadableInput } from '../read/parts/reader.ts';
import type { ConceptMap, Report } from '../wire.ts';
import { CliFailure, EXIT } from './exit.ts';
import type { Io } from './io.ts';

export interface ConceptMaps {
  readonly of: (code: string) => readonly ConceptMap[];
  /** The rows of a concept that hold without knowing the patient, one a group, and those whose condition is open before it. */
  readonly targetsOf: (concept: string) => readonly ConceptMap[];
  /** The report with the concepts of each code that stands. */
  readonly addTo: (report: Report) => Report;
}

const NONE: ConceptMaps = { of: () => [], targetsOf: () => [], addTo: (report) => report };

/** Opens the map. @throws CliFailure when it is asked for and was never imported, or is damaged. */
export async function openConceptMaps(asked: boolean, io: Io): Promise<ConceptMaps> {
  if (!asked) return NONE;
  const { dataFolder } = await import('../codeset/data-folder.ts');
  const { loadSnomedMap } = await import('../codeset/snomed-store.ts');
  const map = await loadSnomedMap(dataFolder(io.env)).catch((error: unknown) => {
    throw error instanceof UnreadableInput ? new CliFailure(EXIT.unreadable, error.message) : error;
  });
  if (!map) throw new CliFailure(EXIT.noInput, '--snomed: no SNOMED CT map is imported; read in your licensed extended map file by lumbago codeset import FILE');
  const { chooseTargets } = await import('../codeset/map-rule.ts');
  const of = (code: string): ConceptMap[] => map.conceptsFor(code).map(toRow);
  const targetsOf = (concept: string): ConceptMap[] => chooseTargets(map.groupsOf(concept)).flatMap(({ open, row }) => [...open, ...(row ? [row] : [])]).map(toRow);
  return { of, targetsOf, addTo: (report) => ({ ...report, candidates: report.candidates.map((one) => one.status === 'excluded' ? one : { ...one, snomed: of(one.code) }) }) };
}

const toRow = ({ concept, group, priority, rule, advice, target }: MapRow): ConceptMap => ({ concept, group, priority, rule, advice, target });
