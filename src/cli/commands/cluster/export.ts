// `lumbago cluster export`: a run that is done as the folder of a batch; on request the run is then taken out of the database.
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { explainFailure, watchSignals } from '../batch.ts';
import { withDatabase, type ClusterFlags } from './desk.ts';

export interface ClusterExportFlags extends ClusterFlags { readonly run: string; readonly out: string; readonly resume?: boolean; readonly forget?: boolean; readonly quiet?: boolean }

/** Exports; a signal leaves the folder resumable. At the end the room of deleted text and results is given back. */
export async function runClusterExport(flags: ClusterExportFlags, io: Io): Promise<ExitCode> {
  const { needTables } = await import('../../../cluster/tables.ts');
  const { exportRun } = await import('../../../cluster/export-run.ts');
  const { sayCounts } = await import('../../../batch/manifest.ts');
  const interrupt = watchSignals(io);
  try {
    const { complete, counts } = await withDatabase(flags, io, async (database) => {
      await needTables(database);
      const ended = await exportRun(database, { run: flags.run, folder: flags.out, resume: flags.resume ?? false, stopped: () => interrupt.signal() !== undefined });
      if (ended.complete && flags.forget) await database.query('DELETE FROM lumbago_cluster.runs WHERE id = $1', [flags.run]);
      if (ended.complete) await database.query('VACUUM lumbago_cluster.texts, lumbago_cluster.results');
      return ended;
    }).catch((error: unknown) => explainFailure(error, flags.out, flags.out));
    if (!flags.quiet) await io.writeOut(`${sayCounts(counts)}\n`);
    if (complete) return counts.read > counts.ok ? EXIT.rejected : EXIT.done;
    io.writeError('lumbago: interrupted; the same command with --resume goes on\n');
    return interrupt.signal() === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted;
  } finally {
    interrupt.end();
  }
}
