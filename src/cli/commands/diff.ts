// `lumbago diff`: which notes changed code between two runs, and why; for people, or as JSON.
// The changed notes themselves go to a file, one JSON line each, when one is asked for.
import type { CodePair, Reason, RunDifference, Told } from '../../results/diff-runs.ts';
import { nameEngine, type Engine } from '../../results/tally-runs.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output.ts';
import { withRuns } from './run-folders.ts';
import { textTable } from './worklist/words.ts';

export interface DiffFlags { readonly json?: boolean; readonly changes?: string; readonly exitCode?: boolean }

/** Compares two run folders. The exit code tells of changes only when asked to. */
export async function runDiff(folders: readonly [string, string], flags: DiffFlags, io: Io): Promise<ExitCode> {
  const { diffRuns } = await import('../../results/diff-runs.ts');
  const difference = await withRuns(folders, async ([before, after]) => {
    const output = flags.changes === undefined ? undefined : await openOutput(flags.changes, [], io);
    const compared = await diffRuns(before, after as typeof before, async (change) => output?.write(`${JSON.stringify(change)}\n`));
    await output?.close();
    return compared;
  });
  await io.writeOut(flags.json ? `${JSON.stringify(difference, undefined, 2)}\n` : describeDifference(difference));
  return flags.exitCode && !isSame(difference) ? EXIT.changed : EXIT.done;
}

const isSame = ({ notes, onlyBefore, onlyAfter, otherText }: RunDifference): boolean =>
  notes.changedCode + notes.changedStatus + notes.changedOrder + onlyBefore.notes + onlyAfter.notes + otherText.notes === 0;

const REASONS_SHOWN = 6;

function describeDifference(difference: RunDifference): string {
  const { before, after, notes, onlyBefore, onlyAfter, otherText, pairs } = difference;
  const part = notes.inBoth === 0 ? '' : ` (${((100 * notes.changedCode) / notes.inBoth).toFixed(2)} %)`;
  const lines = [
    `before  ${before.folder}  ${engines(before.engines)}\n`, `after   ${after.folder}  ${engines(after.engines)}\n`,
    difference.otherwise.length === 0 ? '\n' : `the runs differ in ${difference.otherwise.join(', ')} too\n\n`,
    `${notes.inBoth} notes in both: ${notes.changedCode} changed code${part}, ${notes.changedStatus} changed only the status of a code, ${notes.changedOrder} only the order\n`,
    told('only before', onlyBefore), told('only after', onlyAfter), told('same id, another text, not compared', otherText),
  ];
  const [codes, statuses] = [pairs.filter(({ from, to }) => from !== to), pairs.filter(({ from, to }) => from === to)];
  return [...lines, ...section('Codes', codes), ...section('Status', statuses)].join('');
}

const engines = (list: readonly Engine[]): string =>
  (list.length === 0 ? 'no reports' : list.map(nameEngine).join(' + '));

const told = (what: string, { notes, examples }: Told): string => (notes === 0 ? '' : `${notes} notes ${what}: ${examples.join(', ')}${notes > examples.length ? ', …' : ''}\n`);

function section(title: string, pairs: readonly CodePair[]): string[] {
  return pairs.length === 0 ? [] : [`\n${title}\n`, ...pairs.map(describePair)];
}

function describePair(pair: CodePair): string {
  const name = pair.from === pair.to ? `${pair.from}: ${pair.fromStatus} → ${pair.toStatus}` : `${pair.from ?? 'nothing'} → ${pair.to ?? 'nothing'}`;
  const reasons = pair.because.slice(0, REASONS_SHOWN).map((reason) => ['   ', SAYS[reason.what], reason.id, `${reason.notes} of ${pair.notes}`]);
  const more = pair.because.length > REASONS_SHOWN ? `    … ${pair.because.length - REASONS_SHOWN} more with --json\n` : '';
  const shown = reasons.length === 0 ? '' : textTable(reasons[0] as string[], reasons.slice(1));
  return `${name}: ${pair.notes} ${pair.notes === 1 ? 'note' : 'notes'} (${pair.examples.slice(0, 5).join(', ')}${pair.notes > 5 ? ', …' : ''})\n${shown}${more}`;
}

const SAYS: Readonly<Record<Reason['what'], string>> = {
  release: 'release', 'same rule': 'same rule, other code', 'not reported by rule': 'not coded by', 'rule gone': 'rule gone', 'rule new': 'rule new', 'evidence gone': 'words gone', 'evidence new': 'words new',
};
