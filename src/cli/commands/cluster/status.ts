// `lumbago cluster status`: how far the runs of a database are, for people and for programs.
import type { RunStatus } from '../../../cluster/read-status.ts';
import { CliFailure, EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { withDatabase, type ClusterFlags } from './desk.ts';

/** Shows one run, or all. */
export async function runStatus(flags: ClusterFlags & { readonly run?: string; readonly json?: boolean }, io: Io): Promise<ExitCode> {
  const { needTables } = await import('../../../cluster/tables.ts');
  const { readStatus } = await import('../../../cluster/read-status.ts');
  const runs = await withDatabase(flags, io, async (database) => {
    await needTables(database);
    return readStatus(database, flags.run);
  });
  if (flags.run !== undefined && runs.length === 0) throw new CliFailure(EXIT.noInput, `--run ${flags.run}: there is no such run; without --run all are listed`);
  await io.writeOut(flags.json ? `${JSON.stringify({ schema: 'lumbago/cluster-status@1', runs }, undefined, 2)}\n` : runs.length === 0 ? 'No run was submitted.\n' : runs.map(describeRun).join('\n'));
  return EXIT.done;
}

function describeRun({ run, state, input, engine, chunks, records, rate, remainingSeconds, workers, texts, begunAt }: RunStatus): string {
  const percent = records.total === 0 ? 100 : Math.floor((100 * records.done) / records.total);
  const left = state === 'done' ? 'ready for "lumbago cluster export"' : remainingSeconds === null ? 'nothing was done in the last minute' : `about ${sayTime(remainingSeconds)} left`;
  return [
    `run ${run}  ${state}  ${input}, begun ${begunAt}\n`,
    `  engine   lumbago ${engine.version}, knowledge ${engine.knowledge.slice(0, 16)}, ${engine.release}\n`,
    `  chunks   ${chunks.done} of ${chunks.total}\n`,
    `  records  ${records.done} of ${records.total} (${percent} %): ok ${records.ok}, rejected ${records.rejected}, error ${records.error}\n`,
    `  rate     ${rate.lastMinute} a second in the last minute, ${rate.overall} overall; ${left}\n`,
    `  workers  ${workers.length === 0 ? 'none in the last minute' : workers.join(', ')}\n`,
    `  text     of ${texts} chunks is in the database\n`,
  ].join('');
}

function sayTime(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min` : `${seconds} s`;
}
