// Two finished runs over the same input → which notes changed code and why, counted by code pair. One pass over both, in input order;
// in memory stand the counts and the notes that wait for their partner. Not its job: how it is shown.
import { alignRuns } from './align-runs.ts';
import { compareNotes, type CodeChange, type NoteChange } from './compare-notes.ts';
import type { Run, RunManifest } from './open-run.ts';
import { outlineNote, type NoteOutline } from './outline-note.ts';
import { createEngineList, type Engine } from './tally-runs.ts';

/** Notes of one kind: how many, and the first few ids. */
export interface Told { readonly notes: number; readonly examples: readonly string[] }

/** One reason of a code pair: what came or went, and in how many of its notes. */
export interface Reason { readonly what: 'release' | 'rule gone' | 'rule new' | 'evidence gone' | 'evidence new' | 'not reported by rule' | 'same rule'; readonly id: string; readonly notes: number }

export interface CodePair extends Told { readonly from: string | null; readonly to: string | null; readonly fromStatus: string | null; readonly toStatus: string | null; readonly because: readonly Reason[] }

export interface RunDifference {
  readonly schema: 'lumbago/diff@1';
  readonly before: { readonly folder: string; readonly engines: readonly Engine[] };
  readonly after: { readonly folder: string; readonly engines: readonly Engine[] };
  /** What else the manifests do not share: `input` (its hash), and arguments by name. */
  readonly otherwise: readonly string[];
  readonly notes: { readonly inBoth: number; readonly changedCode: number; readonly changedStatus: number; readonly changedOrder: number };
  readonly onlyBefore: Told; readonly onlyAfter: Told;
  /** The same id with another text: not compared. */
  readonly otherText: Told;
  /** Most notes first. Pairs of one code are changes of its status. */
  readonly pairs: readonly CodePair[];
}

const EXAMPLES = 10;

/** Compares two runs. `onChange` gets every changed note in input order. */
export async function diffRuns(before: Run, after: Run, onChange: (change: NoteChange) => Promise<void>): Promise<RunDifference> {
  const counted = { inBoth: 0, code: 0, status: 0, order: 0 };
  const [onlyBefore, onlyAfter, otherText] = [createTold(), createTold(), createTold()];
  const pairs = createPairs();
  const engines = { before: createEngineList(), after: createEngineList() };
  for await (const aligned of alignRuns(outlines(before, engines.before), outlines(after, engines.after))) {
    if (aligned.kind !== 'both') {
      (aligned.kind === 'only-before' ? onlyBefore : onlyAfter).add(aligned.note.id);
      continue;
    }
    counted.inBoth++;
    if (aligned.before.sha256 !== aligned.after.sha256) {
      otherText.add(aligned.before.id);
      continue;
    }
    const change = compareNotes(aligned.before, aligned.after);
    if (change === undefined) continue;
    counted[change.kind]++;
    pairs.add(change);
    await onChange(change);
  }
  return {
    schema: 'lumbago/diff@1',
    before: { folder: before.folder, engines: engines.before.list() }, after: { folder: after.folder, engines: engines.after.list() },
    otherwise: compareManifests(before.manifest, after.manifest),
    notes: { inBoth: counted.inBoth, changedCode: counted.code, changedStatus: counted.status, changedOrder: counted.order },
    onlyBefore: onlyBefore.told(), onlyAfter: onlyAfter.told(), otherText: otherText.told(), pairs: pairs.list(),
  };
}

function compareManifests(before: RunManifest, after: RunManifest): readonly string[] {
  const [one, other] = [before.arguments ?? {}, after.arguments ?? {}];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
  return [...(before.input?.sha256 === after.input?.sha256 ? [] : ['input']), ...names];
}

async function* outlines(run: Run, engines: ReturnType<typeof createEngineList>): AsyncGenerator<NoteOutline> {
  for await (const report of run.reports()) {
    engines.add(report);
    yield outlineNote(report);
  }
}

interface Telling { readonly add: (id: string) => void; readonly told: () => Told }

function createTold(): Telling {
  let notes = 0;
  const examples: string[] = [];
  return {
    add: (id) => { notes++; if (examples.length < EXAMPLES) examples.push(id); },
    told: () => ({ notes, examples }),
  };
}

interface Pairs { readonly add: (change: NoteChange) => void; readonly list: () => CodePair[] }

type CountedPair = Pick<CodePair, 'from' | 'to' | 'fromStatus' | 'toStatus'> & { readonly telling: Telling; readonly reasons: Map<string, Reason> };

function createPairs(): Pairs {
  const pairs = new Map<string, CountedPair>();
  const find = (change: CodeChange): CountedPair => {
    const { from, to, fromStatus, toStatus } = change;
    const key = JSON.stringify(from === to ? [from, to, fromStatus, toStatus] : [from, to]);
    const found = pairs.get(key) ?? { from, to, ...(from === to ? { fromStatus, toStatus } : { fromStatus: null, toStatus: null }), telling: createTold(), reasons: new Map<string, Reason>() };
    pairs.set(key, found);
    return found;
  };
  return {
    add: (note) => {
      const { id, changes } = note;
      for (const change of changes) {
        const pair = find(change);
        pair.telling.add(id);
        for (const [what, name] of reasonsOf(change, note)) pair.reasons.set(`${what} ${name}`, { what, id: name, notes: (pair.reasons.get(`${what} ${name}`)?.notes ?? 0) + 1 });
      }
    },
    list: () => [...pairs.values()].map(({ telling, reasons, ...pair }) => ({ ...pair, ...telling.told(), because: [...reasons.values()].sort(byWhatThenNotes) })).sort(byNotesThenCodes),
  };
}

/** Each rule and each lexicon entry once a note. */
function reasonsOf({ why }: CodeChange, { releases }: NoteChange): [Reason['what'], string][] {
  const told = (what: Reason['what'], ids: readonly string[]): [Reason['what'], string][] => [...new Set(ids)].map((id) => [what, id]);
  const vias = (places: readonly { readonly via: string }[]): string[] => places.map(({ via }) => via);
  const found = [
    ...told('release', releases === null ? [] : [releases.join(' → ')]), ...told('not reported by rule', why.excludedBy), ...told('rule gone', why.rulesGone), ...told('rule new', why.rulesNew),
    ...told('evidence gone', vias(why.evidenceGone)), ...told('evidence new', vias(why.evidenceNew)),
  ];
  return found.length === (releases === null ? 0 : 1) ? [...found, ...told('same rule', why.rulesKept)] : found;
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
/** What explains most comes first: the code set, then rules, then words. */
const REASON_ORDER: readonly Reason['what'][] = ['release', 'same rule', 'not reported by rule', 'rule gone', 'rule new', 'evidence gone', 'evidence new'];
const byWhatThenNotes = (one: Reason, other: Reason): number => REASON_ORDER.indexOf(one.what) - REASON_ORDER.indexOf(other.what) || other.notes - one.notes || byText(one.id, other.id);
const byNotesThenCodes = (one: CodePair, other: CodePair): number => other.notes - one.notes || byText(`${one.from} ${one.to}`, `${other.from} ${other.to}`);
