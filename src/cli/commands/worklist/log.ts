// `lumbago worklist log` and `verify`: every change in order, and the proof that nobody altered the record.
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { withStore, type StoreFlags } from './desk.ts';
import { eventLine } from './words.ts';

/** Writes the log: a line an event, or JSON Lines. */
export async function runLog(flags: StoreFlags & { readonly format: 'text' | 'json' }, io: Io): Promise<ExitCode> {
  const { readEvents } = await import('../../../store/chain.ts');
  await withStore(flags, io, async (database) => {
    for await (const event of readEvents(database)) await io.writeOut(flags.format === 'json' ? `${JSON.stringify(event)}\n` : eventLine(event));
  });
  return EXIT.done;
}

/** Exit 0 when all holds, 65 when something does not. */
export async function runVerify(flags: StoreFlags & { readonly known?: string }, io: Io): Promise<ExitCode> {
  const { verifyLog } = await import('../../../store/verify-log.ts');
  const { verdict, place } = await withStore(flags, io, async (database) => ({ verdict: await verifyLog(database, flags.known), place: database.place }));
  const { events, queries, head, faults } = verdict;
  if (faults.length === 0) {
    await io.writeOut(`The log holds: ${events} events, ${queries} queries as it says (${place}).\nHead: event ${head.sequence}, ${head.hash}\n`);
    return EXIT.done;
  }
  await io.writeOut(`The log is broken (${place}); ${events} events hold:\n${faults.map(({ at, says }) => `  ${at === undefined ? '' : `at event ${at}: `}${says}\n`).join('')}Keep a copy of the store as it is and compare it with a backup.\n`);
  return EXIT.unreadable;
}
