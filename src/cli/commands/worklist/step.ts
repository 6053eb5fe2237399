// `lumbago worklist send | read | defer | answer | close | …`: one step of one query, and `expire` for many.
import type { Change } from '../../../store/take-step.ts';
import type { Step } from '../../../store/steps.ts';
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { stampOf, withStore, type StoreFlags } from './desk.ts';

export interface StepFlags extends StoreFlags { readonly expect?: number }

const describe = ({ query, status, version, event }: Change): string => `${query} is ${status} (version ${version}, event ${event.sequence})\n`;

/** Takes the step and says where the query stands now. */
export async function runStep(asked: { readonly query: string; readonly step: Step }, flags: StepFlags, io: Io): Promise<ExitCode> {
  const stamp = stampOf(flags, io);
  const { takeStep } = await import('../../../store/take-step.ts');
  const change = await withStore(flags, io, (database) => takeStep(database, { ...asked, stamp, ...(flags.expect === undefined ? {} : { expect: flags.expect }) }));
  await io.writeOut(describe(change));
  return EXIT.done;
}

/** Expires all that were sent before the date and still wait. */
export async function runExpire(before: string, flags: StoreFlags, io: Io): Promise<ExitCode> {
  const stamp = stampOf(flags, io);
  const { expireBefore } = await import('../../../store/take-step.ts');
  const changes = await withStore(flags, io, (database) => expireBefore(database, before, stamp));
  await io.writeOut(changes.map(describe).join(''));
  io.writeError(`lumbago: ${changes.length} ${changes.length === 1 ? 'query' : 'queries'} expired\n`);
  return EXIT.done;
}
