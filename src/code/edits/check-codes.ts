// All checks of a list of codes, in the order in which a coder works through them: valid, together, side, order.
// In: codes in claim order and a desk. Out: faults, to be worded by fault.ts. It knows no note.
import { judgeCode, checkValidity } from './validity.ts';
import { checkCombinations } from './combinations.ts';
import { checkOrder } from './order.ts';
import { checkPairs } from './pairs.ts';
import { checkSides } from './sides.ts';
import type { Check, Desk, Fault } from './fault.ts';

const CHECKS: readonly Check[] = [checkPairs, checkCombinations, checkSides, checkOrder];

/** Checks codes as chosen. Codes that are not valid are told, and left out of the checks of the rest. */
export function checkCodes(codes: readonly string[], desk: Desk): readonly Fault[] {
  const checkable = codes.filter((code) => { const fault = judgeCode(code, desk); return fault === undefined || fault.kind === 'not-checked'; });
  return [...checkValidity(codes, desk), ...CHECKS.flatMap((check) => check(checkable, desk))];
}
