// Finished runs (the shards of one input, or one run) → one tally, and which engines wrote them. One report in memory at a time.
// `missing`: how many reports the manifests promise beyond those that were found.
import { createTally } from '../tally/create-tally.ts';
import type { Tally } from '../tally/tally.ts';
import type { Report } from '../wire.ts';
import type { Run } from './open-run.ts';

export interface Engine { readonly version: string; readonly knowledge: string; readonly release: string }

export interface RunsTally { readonly schema: 'lumbago/tally@1'; readonly runs: readonly string[]; readonly engines: readonly Engine[]; readonly missing: number; readonly tally: Tally }

/** Counts all reports and rejects of the runs. */
export async function tallyRuns(runs: readonly Run[]): Promise<RunsTally> {
  const counter = createTally();
  const engines = createEngineList();
  let promised = 0;
  for (const run of runs) {
    promised += run.manifest.counts?.ok ?? 0;
    for await (const report of run.reports()) {
      counter.addReport(report);
      engines.add(report);
    }
    for await (const reject of run.rejects()) counter.addReject(reject);
  }
  const tally = counter.read();
  return { schema: 'lumbago/tally@1', runs: runs.map(({ folder }) => folder), engines: engines.list(), missing: Math.max(0, promised - tally.notes), tally };
}

/** The different engines that wrote some reports, in order of appearance. */
export function createEngineList(): { readonly add: (report: Pick<Report, 'engine'>) => void; readonly list: () => readonly Engine[] } {
  const engines = new Map<string, Engine>();
  return {
    add: ({ engine: { version, knowledge, codeSet: { release } } }) => {
      const key = `${version} ${knowledge} ${release}`;
      if (!engines.has(key)) engines.set(key, { version, knowledge, release });
    },
    list: () => [...engines.values()],
  };
}

/** `lumbago 0.1.0, knowledge 0123456789ab, FY2027`. */
export const nameEngine = ({ version, knowledge, release }: Engine): string => `lumbago ${version}, knowledge ${knowledge.slice(0, 12)}, ${release}`;
