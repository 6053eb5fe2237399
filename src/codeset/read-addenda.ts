// Code addenda (icd10cm-codes-addenda-2027.txt): what was added, deleted and reworded since the release before → changes.
// They end with totals, which must equal what was read. Not its job: applying them (apply-addenda.ts).
import { UnreadableInput } from '../read/parts/reader.ts';
import { tidy, withDot } from './code-form.ts';
import type { Counts, NamedBytes } from './parts.ts';
import { createTally } from './tally.ts';
import { readTextLines, type TextLine } from './text-lines.ts';

export interface CodeTitle { readonly code: string; readonly title: string }

export interface Addenda {
  readonly added: readonly CodeTitle[];
  readonly deleted: readonly CodeTitle[];
  readonly revised: readonly { readonly from: CodeTitle; readonly to: CodeTitle }[];
  /** Billable codes before and after, as the file says. */
  readonly totals: { readonly before: number; readonly after: number };
  readonly counts: Counts;
}

interface Change extends CodeTitle { readonly action: string; readonly line: number }

const CHANGE = /^(Add|Delete|Revise from|Revise to):\s+([A-Z][0-9A-Z]{2,6})\s+(\S.*)$/;
const TOTAL = /^\s*(\d+) (codes|additions|deletions|revisions)\b(?: in (\S+))?$/;
const FILLER = /^\s*(?:|Codes|of which|\d+ revisions to .*)$/;

/** Reads a whole addenda file; throws UnreadableInput with the line that is none of it, or the total that is not met. */
export async function readAddenda(source: NamedBytes): Promise<Addenda> {
  const { name } = source;
  const changes: Change[] = [];
  const totals: { readonly count: number; readonly of: string }[] = [];
  for await (const line of readTextLines(source).lines) {
    const change = parseChange(line);
    const [, count, of] = TOTAL.exec(line.text) ?? [];
    if (change) changes.push(change);
    else if (of !== undefined) totals.push({ count: Number(count), of });
    else if (!FILLER.test(line.text)) throw new UnreadableInput(`${name}: line ${line.line} is no change of a code (Add, Delete, Revise) and no total: the file is cut or foreign; fetch it again`);
  }
  const addenda = gather(changes, name);
  const [before, after] = totals.filter(({ of }) => of === 'codes');
  if (!before || !after) throw new UnreadableInput(`${name}: the totals at its end are missing, so it is cut; fetch it again`);
  checkTotals(addenda, totals, name);
  return { ...addenda, totals: { before: before.count, after: after.count } };
}

function parseChange({ line, text }: TextLine): Change | undefined {
  const [, action, compact, title] = CHANGE.exec(text) ?? [];
  return action === undefined ? undefined : { action, code: withDot(compact!), title: tidy(title!), line };
}

type Gathered = Omit<Addenda, 'totals'>;

function gather(changes: readonly Change[], name: string): Gathered {
  const of = (action: string): readonly Change[] => changes.filter((change) => change.action === action);
  const [before, after] = [of('Revise from'), of('Revise to')];
  const lost = before.find(({ code }, at) => after[at]?.code !== code) ?? after[before.length];
  if (lost) throw new UnreadableInput(`${name}: line ${lost.line} revises ${lost.code} without its other half ("Revise from" and "Revise to" come in pairs); fetch the file again`);
  const tally = createTally(['additions', 'deletions', 'revisions']);
  const plain = (change: Change, counted: string): CodeTitle => (tally.count(counted), { code: change.code, title: change.title });
  const added = of('Add').map((change) => plain(change, 'additions'));
  const deleted = of('Delete').map((change) => plain(change, 'deletions'));
  const revised = after.map((to, at) => ({ from: { code: to.code, title: before[at]!.title }, to: plain(to, 'revisions') }));
  return { added, deleted, revised, counts: tally.counts() };
}

function checkTotals({ counts }: Gathered, totals: readonly { readonly count: number; readonly of: string }[], name: string): void {
  for (const [of, read] of Object.entries(counts)) {
    const told = totals.find((total) => total.of === of)?.count;
    if (told !== read) throw new UnreadableInput(`${name}: has ${read} ${of}, but its totals say ${told ?? 'nothing of them'}: lines are missing; fetch the file again`);
  }
}
