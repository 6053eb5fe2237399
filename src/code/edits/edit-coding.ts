// The edits of a report: the checks of the codes that stand, and what was held back because it is uncertain or stands only in a result.
// In: the proposals of a note by code. Out: edits with ids e1, e2 …
import { domainBook } from '../../book/domain-book.ts';
import type { Edit } from '../../wire.ts';
import type { Case } from '../case.ts';
import type { Proposal } from '../propose.ts';
import type { ReasonId } from '../reason.ts';
import { codeSetOf } from '../releases.ts';
import { isForPain } from '../sequence.ts';
import { checkCodes } from './check-codes.ts';
import { wordFault, type Desk, type Fault } from './fault.ts';

/** Reasons not to code that a coder is told of, since a query can lift them. */
const HELD_BACK: Readonly<Partial<Record<ReasonId, Fault['kind']>>> = { 'certainty.uncertain-outpatient': 'uncertain-outpatient', 'place.imaging-only': 'imaging-only' };

/** Groups of proposals, one group per code: those that stand, in claim order, and the rest. */
export interface Coded { readonly standing: readonly (readonly Proposal[])[]; readonly rest: readonly (readonly Proposal[])[] }

function heldBack(group: readonly Proposal[]): readonly Fault[] {
  const { code, excluded } = group[0]!;
  const kind = excluded && HELD_BACK[excluded.rule as ReasonId];
  return kind ? [{ kind, codes: [code.code] }] : [];
}

/** The desk for the codes of a note: each means what the findings say that gave it. */
export function deskOf({ standing }: Pick<Coded, 'standing'>, scene: Case): Desk {
  const { knowledge, date, note } = scene;
  const groups = new Map(standing.map((group) => [group[0]!.code.code, group] as const));
  return {
    book: domainBook(codeSetOf(date, knowledge), knowledge), knowledge, date, setting: note.setting, painManagement: isForPain(scene),
    meanings: (code) => (groups.get(code) ?? []).map(({ finding: { problem, area } }) => ({ problem, ...(area !== undefined && { area }) })),
  };
}

/** All edits of a note's codes. */
export function editCoding(coded: Coded, scene: Case): readonly Edit[] {
  if (coded.standing.length === 0 && coded.rest.length === 0) return [];
  const faults = [...checkCodes(coded.standing.map((group) => group[0]!.code.code), deskOf(coded, scene)), ...coded.rest.flatMap(heldBack)];
  return faults.map((fault, at) => ({ id: `e${at + 1}`, ...wordFault(fault, scene.knowledge) }));
}
