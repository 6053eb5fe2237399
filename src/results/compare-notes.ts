// Two outlines of one note → what became of its codes, and the rules and evidence that came or went with each. Offsets and ids only.
import type { CodeOutline, NoteOutline, Place } from './outline-note.ts';

/**
 * What came or went with a code: ids of rules, entries of the lexicons with their places. `rulesKept` with nothing else: the same rule gives another code.
 * `excludedBy`: the rules under which the other run considered the code and did not report it.
 */
export interface Why {
  readonly rulesGone: readonly string[]; readonly rulesNew: readonly string[]; readonly rulesKept: readonly string[];
  readonly evidenceGone: readonly Place[]; readonly evidenceNew: readonly Place[];
  readonly excludedBy: readonly string[];
}

/** `from` or `to` is null where a code came from nothing or went to nothing; both are the same code where only its status changed. */
export interface CodeChange {
  readonly from: string | null; readonly to: string | null;
  readonly fromStatus: string | null; readonly toStatus: string | null;
  readonly why: Why;
}

/** `code`: other codes are reported. `status`: the same codes, one stands differently. `order`: the same, in another order of the claim. */
export interface NoteChange {
  readonly id: string;
  readonly kind: 'code' | 'status' | 'order';
  readonly before: readonly string[]; readonly after: readonly string[];
  /** The code sets, where each run took another. */
  readonly releases: readonly [string, string] | null;
  readonly changes: readonly CodeChange[];
}

const isReported = ({ status }: CodeOutline): boolean => status !== 'excluded';

/** What changed, or undefined when the same codes stand in the same way and order. */
export function compareNotes(before: NoteOutline, after: NoteOutline): NoteChange | undefined {
  const [old, now] = [before.codes.filter(isReported), after.codes.filter(isReported)];
  const gone = old.filter((code) => !holds(now, code));
  const came = now.filter((code) => !holds(old, code));
  const stayed = old.flatMap((code) => { const same = now.find((other) => other.code === code.code); return same && same.status !== code.status ? [{ from: code, to: same }] : []; });
  const note = {
    id: before.id, before: old.map(({ code }) => code), after: now.map(({ code }) => code),
    releases: before.release === after.release ? null : [before.release, after.release] as const,
  };
  const changes = [...pairUp(gone, came), ...stayed].map((pair) => explain(pair, before, after));
  if (gone.length + came.length > 0) return { ...note, kind: 'code', changes };
  if (changes.length > 0) return { ...note, kind: 'status', changes };
  return note.before.join() === note.after.join() ? undefined : { ...note, kind: 'order', changes };
}

const holds = (codes: readonly CodeOutline[], { code }: CodeOutline): boolean => codes.some((other) => other.code === code);

interface Pair { readonly from: CodeOutline | undefined; readonly to: CodeOutline | undefined }

/** A code that went belongs to the one that came on the same words; those that share none stand alone. */
function pairUp(gone: readonly CodeOutline[], came: readonly CodeOutline[]): Pair[] {
  const free = new Set(came);
  const pairs = gone.map((from): Pair => {
    const [best] = [...free].map((to) => ({ to, shared: sharedPlaces(from, to) })).filter(({ shared }) => shared > 0).sort((one, other) => other.shared - one.shared);
    if (best) free.delete(best.to);
    return { from, to: best?.to };
  });
  return [...pairs, ...[...free].map((to): Pair => ({ from: undefined, to }))];
}

const sharedPlaces = (from: CodeOutline, to: CodeOutline): number =>
  from.evidence.filter((one) => to.evidence.some((other) => one.start < other.end && other.start < one.end)).length;

function explain({ from, to }: Pair, before: NoteOutline, after: NoteOutline): CodeChange {
  const [rulesBefore, rulesAfter] = [from?.rules ?? [], to?.rules ?? []];
  const [placesBefore, placesAfter] = [from?.evidence ?? [], to?.evidence ?? []];
  const excluded = to === undefined || from === undefined || from.code !== to.code
    ? [...rulesOf(after, from), ...rulesOf(before, to)] : [];
  return {
    from: from?.code ?? null, to: to?.code ?? null, fromStatus: from?.status ?? null, toStatus: to?.status ?? null,
    why: {
      rulesGone: rulesBefore.filter((rule) => !rulesAfter.includes(rule)), rulesNew: rulesAfter.filter((rule) => !rulesBefore.includes(rule)),
      rulesKept: rulesBefore.filter((rule) => rulesAfter.includes(rule)),
      evidenceGone: without(placesBefore, placesAfter), evidenceNew: without(placesAfter, placesBefore),
      excludedBy: [...new Set(excluded)],
    },
  };
}

/** The rules under which the other run excluded a code: the first is the reason, those of the proposal follow. */
const rulesOf = (note: NoteOutline, code: CodeOutline | undefined): readonly string[] => {
  const considered = note.codes.find((other) => other.code === code?.code && !isReported(other));
  return considered === undefined ? [] : considered.rules.filter((rule) => !(code?.rules ?? []).includes(rule));
};

function without(places: readonly Place[], others: readonly Place[]): Place[] {
  const known = new Set(others.map(placeKey));
  const kept = new Map(places.filter((place) => !known.has(placeKey(place))).map((place) => [placeKey(place), place]));
  return [...kept.values()];
}

const placeKey = ({ via, start, end }: Place): string => `${start}-${end} ${via}`;
