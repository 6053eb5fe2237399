// All transformations. To add one: a file in transformations/ and a line here.
import type { Transformation } from './transformation.ts';
import { appendSection } from './transformations/append-section.ts';
import { changeCase } from './transformations/change-case.ts';
import { changeDate } from './transformations/change-date.ts';
import { changeSetting } from './transformations/change-setting.ts';
import { flipSides } from './transformations/flip-sides.ts';
import { insertMarks } from './transformations/insert-marks.ts';
import { moveToFamilyHistory, moveToPastHistory, moveToPlan } from './transformations/move-section.ts';
import { denyStatement, negate, removeNegation } from './transformations/negate.ts';
import { changeLineEnds, reWrap } from './transformations/re-wrap.ts';
import { swapSynonyms } from './transformations/swap-synonyms.ts';

export const TRANSFORMATIONS: readonly Transformation[] = [
  flipSides, negate, denyStatement, removeNegation, moveToFamilyHistory, moveToPastHistory, moveToPlan, changeSetting, changeDate, swapSynonyms, reWrap, changeLineEnds,
  changeCase, insertMarks, appendSection,
];
