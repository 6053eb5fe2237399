// `lumbago cluster submit`: an input becomes a run in the database. Says which run, so that the other commands can name it.
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { explainFailure, planRun, watchSignals, type RunFlags } from '../batch.ts';
import { withDatabase, type ClusterFlags } from './desk.ts';

export interface SubmitFlags extends RunFlags, ClusterFlags { readonly json?: boolean; readonly quiet?: boolean }

/** Submits; the same call again goes on where it was. */
export async function runSubmit(input: string, flags: SubmitFlags, io: Io): Promise<ExitCode> {
  const plan = await planRun(input, flags, io);
  const { ensureTables } = await import('../../../cluster/tables.ts');
  const { startBoss } = await import('../../../cluster/queue.ts');
  const { submitRun } = await import('../../../cluster/submit-run.ts');
  const { tellEngine } = await import('../../../batch/chunk-worker.ts');
  const interrupt = watchSignals(io);
  try {
    const submitted = await withDatabase(flags, io, async (database, url) => {
      await ensureTables(database);
      const boss = await startBoss({ url, connections: 2, supervise: false, onError: () => undefined });
      const stopped = (): boolean => interrupt.signal() !== undefined;
      const onProgress = (records: number): void => { if (!flags.quiet && io.errorIsTerminal) io.writeError(`\r\u001b[Klumbago: ${records} records submitted`); };
      return submitRun({ ...plan, stopped }, { database, boss, engine: tellEngine(), onProgress }).finally(() => boss.stop({ graceful: false }));
    }).catch((error: unknown) => explainFailure(error, input, ''));
    if (!flags.quiet && io.errorIsTerminal) io.writeError('\r\u001b[K');
    await io.writeOut(flags.json ? `${JSON.stringify(submitted)}\n` : `run ${submitted.run}: ${submitted.records} records in ${submitted.chunks} chunks${submitted.before === submitted.records && submitted.records > 0 ? ', submitted before' : ''}\n`);
    if (submitted.complete) return EXIT.done;
    io.writeError('lumbago: interrupted; the same command again goes on\n');
    return interrupt.signal() === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted;
  } finally {
    interrupt.end();
  }
}
